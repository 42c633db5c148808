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

## Telegram's own places (not sent in chats)

menu-start = В начало
menu-termin = Речь о встрече (Termin)
menu-rueckruf = Пусть Jobcenter мне позвонит
menu-nachrichten = Мои сообщения
menu-hilfe = Помощь
menu-datenschutz = Защита данных
bot-description = Вопросы о Jobcenter в районе Боркен: встречи, курсы, деньги, семья, здоровье. Я программа, а не человек. Я отвечаю на простом немецком. Я также могу попросить Jobcenter позвонить вам. При опасности: 112 или 110.
bot-short-description = Чат Jobcenter в районе Боркен. Программа, а не человек.
