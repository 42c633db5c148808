### Ukrainian: what is said from the start; all else comes in Einfache Sprache.

start =
    Добрий день, я чат Jobcenter у районі Боркен: я програма, а не людина.

    Напишіть мені своє запитання своєю мовою, а я відповім простою німецькою.

    Я також можу попросити ваш Jobcenter зателефонувати вам.

    Будь ласка, не пишіть тут номер рахунку чи назву хвороби; подати заяву або заперечення (Widerspruch) тут не можна.

    У разі небезпеки: 112 або 110.
trial = Це тест: повідомлення не надходять до Jobcenter.
language-notice =
    Я відповідаю простою німецькою мовою. Ви можете писати своєю мовою або натиснути кнопку.
    Тут можна поставити запитання або попросити Jobcenter зателефонувати вам. У разі небезпеки: 112 або 110.
button-continue = Продовжити
button-end = Завершити

answers-stopped =
    Цей чат зараз вимкнено, і ваше повідомлення ніхто не читає: будь ласка, зателефонуйте до свого Jobcenter. { $phone ->
        [none] Номер телефону вказано в запрошенні або в листі від Jobcenter.
       *[other] Номер телефону: { $phone }.
    }

## What caseworkers' moves say; the German stands below it in the same message

ticket-read = { $code }: Jobcenter прочитав ваше повідомлення.
ticket-read-appointment = { $code }: Jobcenter прочитав ваше повідомлення. Нової зустрічі (Termin) у вас через це ще немає.
ticket-done = { $code } завершено. Усього найкращого!
ticket-not-ours = { $code }: Цим займається не Jobcenter. Ви можете ще раз написати мені своє запитання. Я скажу вам, якщо знаю іншу установу.
ticket-as-agreed = Вам не призначили нову зустріч (Termin)? Тоді діє стара.
ticket-duplicate = { $code }: Це повідомлення прийшло двічі. Ми займаємося іншим.
still-stands = *Ваша зустріч (Termin) залишається чинною, доки Jobcenter не скаже інакше.*
ticket-answer =
    { $code }: Є відповідь. Jobcenter зателефонує вам або напише.{ $kind ->
        [reschedule] {" "}До зустрічі (Termin) нічого не чути? Тоді вона залишається чинною: прийдіть або зателефонуйте.
       *[other] {""}
    }
ticket-moved = { $code }: Ваша нова зустріч (Termin): *{ DATE($at) }, { TIME($at) }*. Стара зустріч більше не діє.
ticket-not-moved = { $code }: Зустріч (Termin) не можна перенести. Будь ласка, прийдіть або зателефонуйте.
ticket-not-reached = { $code }: О { TIME($at) } ми не змогли до вас додзвонитися. Коли нам спробувати ще раз?
ticket-last-try =
    { $code }: Ми тричі не змогли до вас додзвонитися. Будь ласка, зателефонуйте нам. { $phone ->
        [none] Номер вказано у вашому листі від Jobcenter.
       *[other] Номер телефону: { $phone }.
    }
ticket-number-wrong = { $code }: За цим номером телефону ми вас не знайшли. Який номер правильний?
button-thank = Подякувати
button-another-question = Ще одне запитання
button-fits = Підходить
button-fits-not = Не підходить
button-today = Сьогодні
button-tomorrow = Завтра
button-one-day = { DATE($on) }
button-myself = Я зателефоную сам(а)
button-number = Написати новий номер

## Telegram's own places (not sent in chats)

menu-start = На початок
menu-termin = Ідеться про зустріч (Termin)
menu-rueckruf = Нехай Jobcenter мені зателефонує
menu-nachrichten = Мої повідомлення
menu-hilfe = Допомога
menu-datenschutz = Захист даних
bot-description = Запитання про Jobcenter у районі Боркен: зустрічі, курси, гроші, сім’я, здоров’я. Я програма, а не людина. Я відповідаю простою німецькою. Я також можу попросити Jobcenter зателефонувати вам. У разі небезпеки: 112 або 110.
bot-short-description = Чат Jobcenter у районі Боркен. Програма, а не людина.
