### Polish: what is said from the start; all else comes in Einfache Sprache.

start =
    Dzień dobry, jestem czatem Jobcenter w powiecie Borken: jestem programem, a nie człowiekiem.

    Proszę napisać pytanie w swoim języku, a odpowiem w prostym języku niemieckim.

    Mogę też poprosić Jobcenter o telefon do Pani lub Pana.

    Proszę nie podawać tu numeru konta ani nazwy choroby; nie można tu złożyć wniosku ani odwołania (Widerspruch).

    W niebezpieczeństwie: 112 lub 110.
trial = To jest test: wiadomości nie docierają do Jobcenter.
language-notice =
    Odpowiadam w prostym języku niemieckim. Można pisać w swoim języku lub nacisnąć przycisk.
    Można tu zadać pytanie albo poprosić Jobcenter o telefon. W niebezpieczeństwie: 112 lub 110.
button-continue = Kontynuuj
button-end = Zakończ

answers-stopped =
    Ten czat jest teraz wyłączony i nikt nie czyta tej wiadomości: proszę zadzwonić do swojego Jobcenter. { $phone ->
        [none] Numer telefonu jest na zaproszeniu lub na liście z Jobcenter.
       *[other] Numer telefonu: { $phone }.
    }

## What caseworkers' moves say; the German stands below it in the same message

ticket-read = { $code }: Jobcenter przeczytało tę wiadomość.
ticket-read-appointment = { $code }: Jobcenter przeczytało tę wiadomość. Nie ma przez to jeszcze nowego terminu spotkania.
ticket-done = { $code }: sprawa zakończona. Wszystkiego dobrego!
ticket-not-ours = { $code }: Jobcenter się tym nie zajmuje. Można napisać do mnie pytanie jeszcze raz. Powiem, jeśli znam inne miejsce.
ticket-as-agreed = Nie ma nowego terminu spotkania? W takim razie obowiązuje stary.
ticket-duplicate = { $code }: Ta wiadomość przyszła dwa razy. Zajmujemy się tą drugą.
still-stands = *Termin spotkania obowiązuje, dopóki Jobcenter nie powie inaczej.*
ticket-answer =
    { $code }: Jest odpowiedź. Jobcenter zadzwoni lub napisze.{ $kind ->
        [reschedule] {" "}Brak wiadomości do dnia terminu? W takim razie termin obowiązuje: proszę przyjść lub zadzwonić.
       *[other] {""}
    }
ticket-moved = { $code }: Nowy termin: *{ DATE($at) }, { TIME($at) }*. Stary termin już nie obowiązuje.
ticket-not-moved = { $code }: Terminu nie można przełożyć. Proszę przyjść lub zadzwonić.
ticket-not-reached = { $code }: O { TIME($at) } nie udało nam się dodzwonić. Kiedy mamy spróbować ponownie?
ticket-last-try =
    { $code }: Trzy razy nie udało nam się dodzwonić. Proszę do nas zadzwonić. { $phone ->
        [none] Numer jest na liście z Jobcenter.
       *[other] Numer telefonu to { $phone }.
    }
ticket-number-wrong = { $code }: Pod tym numerem telefonu nie zastaliśmy Pani ani Pana. Jaki jest właściwy numer?
button-thank = Podziękuj
button-another-question = Jeszcze jedno pytanie
button-fits = Pasuje
button-fits-not = Nie pasuje
button-today = Dzisiaj
button-tomorrow = Jutro
button-one-day = { DATE($on) }
button-myself = Zadzwonię osobiście
button-number = Napisz nowy numer

## Telegram's own places (not sent in chats)

menu-start = Do początku
menu-termin = Chodzi o termin spotkania
menu-rueckruf = Proszę o telefon z Jobcenter
menu-nachrichten = Moje wiadomości
menu-hilfe = Pomoc
menu-datenschutz = Ochrona danych
bot-description = Pytania o Jobcenter w powiecie Borken: terminy, kursy, pieniądze, rodzina, zdrowie. Jestem programem, a nie człowiekiem. Odpowiadam w prostym języku niemieckim. Mogę też poprosić Jobcenter o telefon do Pani lub Pana. W niebezpieczeństwie: 112 lub 110.
bot-short-description = Czat Jobcenter w powiecie Borken. Program, a nie człowiek.
