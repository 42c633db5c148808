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

## Telegram's own places (not sent in chats)

menu-start = Do początku
menu-termin = Chodzi o termin spotkania
menu-rueckruf = Proszę o telefon z Jobcenter
menu-nachrichten = Moje wiadomości
menu-hilfe = Pomoc
menu-datenschutz = Ochrona danych
bot-description = Pytania o Jobcenter w powiecie Borken: terminy, kursy, pieniądze, rodzina, zdrowie. Jestem programem, a nie człowiekiem. Odpowiadam w prostym języku niemieckim. Mogę też poprosić Jobcenter o telefon do Pani lub Pana. W niebezpieczeństwie: 112 lub 110.
bot-short-description = Czat Jobcenter w powiecie Borken. Program, a nie człowiek.
