"""Questions round what is personal, ``{}`` in its place; misspelt cues and other languages among them."""

from __future__ import annotations

ANYWHERE = (
    "{}",
    "Hallo, {} wann kommt mein Geld?",
    "ich wollte fragen ob das geld schon da ist {} danke",
    "Guten Tag, {}, können Sie mir helfen?",
    "wieso ist das abgelehnt {} bitte um antwort",
    "kann mir jemand sagen was mit {} los ist",
    "Das hier: {}. Was bedeutet das für meine Miete?",
    "habe gestern ({}) abgegeben und nichts gehört",
    "Was muss ich tun?{}",
    "ist {} bei euch angekommen oder nicht",
    "moin {} bitte eintragen",
    "Bitte ändern auf {} ab nächstem Monat!",
    "hello {} what happens now",
    "merhaba {} ne zaman para gelir",
    "Добрый день, {} когда будут деньги?",
    "dzień dobry {} kiedy będą pieniądze",
    "مرحبا {} متى يصل المال",
)
OF_A_PHONE = (
    *ANYWHERE,
    "Rufen Sie mich an: {}",
    "tel.{}",
    "meine handynummer ist {} ab 14 uhr",
    "erreichbar unter {}",
)
OF_AN_ACCOUNT = (*ANYWHERE, "meine neue iban: {}", "IBAN:{}", "Mein Konto ist jetzt {} bei der Sparkasse")
OF_A_NUMBER = (*ANYWHERE, "meine nummer lautet {}", "Nr.:{} wer bearbeitet das?", "kdnr {} bitte prüfen")
OF_A_CASE = (
    *ANYWHERE,
    "Az. {} was heißt das",
    "Aktenzeichen: {}",
    "zu {} vom Sozialgericht, wie geht es weiter?",
)
OF_A_BIRTH = (
    "geboren am {}, bin ich zu alt für die Umschulung?",
    "geb. {} wann kann ich in rente",
    "Mein Geburtsdatum ist {}. Stimmt der Bescheid?",
    "meine tochter ist am {} geboren, gibt es kindergeld",
    "gebohren am {} in syrien",
    "Geb.:{} in Bocholt",
    "doğum tarihim {} ne yapmalıyım",
    "я родился {} какая пенсия",
    "urodzony {} czy dostanę rentę",
    "I was born on {} and need help",
    "Im Bescheid steht der {} als Geburtstag, das ist falsch",
)
OF_AN_ADDRESS = (
    "ich wohne {}",
    "Meine neue Adresse: {}",
    "bin umgezogen, jetzt {}, was muss ich tun?",
    "Wird die Miete für {} bezahlt?",
    "wohnung {} warm 600 euro ok?",
    "Ich ziehe am 1. Mai nach {}. Wer zahlt den Umzug?",
    "post bitte an {} schicken",
    "Der Vermieter von {} will die Kaution",
    "anschrift ist {} falsch im bescheid",
    "{} - ist das noch angemessen?",
)
INTRODUCED = (
    "ich heiße {} und brauche hilfe",
    "Ich heiße {}, wann kommt mein Geld?",
    "hallo ich heisse {} ich habe einen termin",
    "ich heise {} was mach ich jetzt",
    "Mein Name ist {}. Ich habe eine Frage.",
    "mein name ist {} und ich wohne in ahaus",
    "main name is {} ich möchte termin",
    "Seit der Hochzeit heiße ich {}. Muss ich das melden?",
    "Guten Tag, mein Nachname ist {}",
    "my name is {}, i need help",
    "Hello, my name is {} and I live in Gronau",
    "benim adım {}",
    "меня зовут {}, когда будут деньги?",
    "Мене звати {}. Що робити?",
    "nazywam się {} i mam pytanie",
    "Mam na imię {}, kiedy wypłata?",
    "اسمي {}",
    "mijn naam is {}",
    "je m'appelle {}",
    "Name: {}",
)
ADDRESSED = (
    "Herr {} hat gesagt ich bekomme nichts",
    "ist herr {} heute da?",
    "Wann ist Frau {} zu erreichen?",
    "frau {} geht nicht ans telefon",
    "Sehr geehrte Frau {}, ich bitte um Rückruf.",
    "Termin mit Herrn {} verschieben",
    "bei Frau Dr. {} war ich auch",
    "Familie {} wohnt über mir",
    "Mr. {} from the office said no",
    "LG {}",
    "Wann kommt das Geld? Viele Grüße {}",
    "danke und mfg {}",
    "Was muss ich tun? Mit freundlichen Grüßen, {}",
    "Hier spricht {}, ich bin krank.",
)
RELATED = (
    "Mein Sohn {} wird 15. Was ändert sich?",
    "Bekommt meine Tochter {} Geld für die Schule?",
    "Mein Mann {} arbeitet jetzt 20 Stunden.",
    "Mein Sohn heißt {} und ist 3.",
    "meine tochter heißt {} und geht in die kita",
    "Meine Sachbearbeiterin {} meldet sich nicht.",
    "Mein Vermieter {} will mehr Miete.",
)
