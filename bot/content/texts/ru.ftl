### Russian: what is said from the start; all else comes in Einfache Sprache.

start =
    Здравствуйте, я чат Jobcenter в районе Боркен: я программа, а не человек.

    Напишите мне свой вопрос на своём языке, а я отвечу на простом немецком.

    Я также могу попросить ваш Jobcenter позвонить вам.

    Пожалуйста, не пишите здесь номер счёта или название болезни; подать заявление или возражение (Widerspruch) здесь нельзя.

    При опасности: 112 или 110.
trial = Это тест: сообщения не доходят до Jobcenter.
language-notice =
    Я отвечаю на простом немецком языке. Вы можете писать на своём языке или нажать на кнопку.
    Здесь можно задать вопрос или попросить Jobcenter позвонить вам. При опасности: 112 или 110.
button-continue = Продолжить
button-end = Завершить

answers-stopped =
    Этот чат сейчас отключён, и ваше сообщение никто не читает: пожалуйста, позвоните в свой Jobcenter. { $phone ->
        [none] Номер телефона указан в приглашении или в письме от Jobcenter.
       *[other] Номер телефона: { $phone }.
    }

## What caseworkers' moves say; the German stands below it in the same message

ticket-read = { $code }: Jobcenter прочитал ваше сообщение.
ticket-read-appointment = { $code }: Jobcenter прочитал ваше сообщение. Новой встречи (Termin) у вас из-за этого ещё нет.
ticket-done = { $code }: всё решено. Всего доброго!
ticket-not-ours = { $code }: Этим занимается не Jobcenter. Вы можете ещё раз написать мне свой вопрос. Я скажу вам, если знаю другое учреждение.
ticket-as-agreed = Вам не назначили новую встречу (Termin)? Тогда действует старая.
ticket-duplicate = { $code }: Это сообщение пришло дважды. Мы занимаемся другим.
still-stands = *Ваша встреча (Termin) остаётся в силе, пока Jobcenter не скажет иначе.*
ticket-answer =
    { $code }: Есть ответ. Jobcenter позвонит вам или напишет.{ $kind ->
        [reschedule] {" "}До встречи (Termin) ничего не слышно? Тогда она остаётся в силе: придите или позвоните.
       *[other] {""}
    }
ticket-moved = { $code }: Ваша новая встреча (Termin): *{ DATE($at) }, { TIME($at) }*. Старая встреча больше не действует.
ticket-not-moved = { $code }: Встречу (Termin) нельзя перенести. Пожалуйста, придите или позвоните.
ticket-not-reached = { $code }: В { TIME($at) } мы не смогли до вас дозвониться. Когда нам попробовать ещё раз?
ticket-last-try =
    { $code }: Мы трижды не смогли до вас дозвониться. Пожалуйста, позвоните нам. { $phone ->
        [none] Номер указан в вашем письме от Jobcenter.
       *[other] Номер телефона: { $phone }.
    }
ticket-number-wrong = { $code }: По этому номеру телефона мы вас не нашли. Какой номер правильный?
button-thank = Поблагодарить
button-another-question = Ещё один вопрос
button-fits = Подходит
button-fits-not = Не подходит
button-today = Сегодня
button-tomorrow = Завтра
button-one-day = { DATE($on) }
button-myself = Я позвоню сам(а)
button-number = Написать новый номер

## Telegram's own places (not sent in chats)

menu-start = В начало
menu-termin = Речь о встрече (Termin)
menu-rueckruf = Пусть Jobcenter мне позвонит
menu-nachrichten = Мои сообщения
menu-hilfe = Помощь
menu-datenschutz = Защита данных
bot-description = Вопросы о Jobcenter в районе Боркен: встречи, курсы, деньги, семья, здоровье. Я программа, а не человек. Я отвечаю на простом немецком. Я также могу попросить Jobcenter позвонить вам. При опасности: 112 или 110.
bot-short-description = Чат Jobcenter в районе Боркен. Программа, а не человек.
