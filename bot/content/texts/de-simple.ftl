### What the program says, in Einfache Sprache: the same keys, variables and promises as in de.ftl.
### One idea a sentence, at most 12 words, no subjunctive, no brackets, hard words explained.

## Beginning

start =
    Guten Tag! Ich bin ein Computer-Programm vom Jobcenter. Schreiben Sie Ihre Frage. Ich antworte. Ich bin kein Mensch.

    Schreiben Sie so, wie Sie sprechen. Fehler sind nicht schlimm.

    Ich kann dem Jobcenter auch sagen: Bitte rufen Sie diese Person an.

    Bitte schreiben Sie hier keine Kontonummer. Bitte schreiben Sie hier auch keine Krankheit. Einen Antrag können Sie hier nicht stellen. Auch ein Widerspruch geht hier nicht. Widerspruch heißt: Sie sind gegen eine Entscheidung vom Jobcenter.

    In Gefahr: Rufen Sie 112 oder 110 an.
start-again = Guten Tag! Was kann ich für Sie tun?
trial = *Probebetrieb:* Das hier ist ein Test. Ihre Nachrichten kommen nicht beim Jobcenter an.
help =
    Schreiben Sie einfach Ihre Frage. Zum Beispiel: „Ich habe meinen Termin verpasst.“

    Sie können auch das hier schreiben:
    - /rueckruf: Das Jobcenter soll mich anrufen
    - /termin: Es geht um einen Termin
    - /nachrichten: Was ist mit meiner Nachricht?
    - /themen: alle Themen
    - /leicht: Einfache Sprache
    - /datenschutz: Was passiert mit meinen Angaben?
    - /loeschen: Meine Angaben löschen

    Angaben sind zum Beispiel Ihr Name und Ihre Telefonnummer.

    „Abbrechen“ und „zurück“ können Sie immer schreiben.
cancelled = Gut, ich höre hier auf. Ich habe nichts an das Jobcenter weitergegeben.
nothing-to-cancel = Es gibt gerade nichts zum Abbrechen. Was kann ich für Sie tun?
ended = Gut. Sie können immer wieder schreiben.
thanks = Danke.

## Answers

answer-checked = Geprüft am { DATE($on) }
answer-unsigned = Das Jobcenter hat diese Antwort noch nicht geprüft. Geschrieben am { DATE($on) }.
answer-withdrawn = Diese Antwort prüfen wir gerade. Bitte fragen Sie bis dahin Ihr Jobcenter.
answer-gone = Diese Antwort gibt es nicht mehr. Bitte schreiben Sie Ihre Frage noch einmal.
# Stands in the middle of a sentence.
fact-stale = { $amount } – Betrag für { $year }, den neuen prüfen wir gerade –
more-law = Das steht im Gesetz: { $law }
more-sources = Hier können Sie mehr lesen:
more-topics = Das passt vielleicht auch:
did-you-mean = Meinen Sie eines davon?
other-words = Bitte schreiben Sie es mit anderen Worten. Ein kurzer Satz reicht.
asked-enough = Ich verstehe Sie leider nicht richtig. Sprechen Sie am besten mit einem Menschen.
not-known = Das weiß ich leider nicht. Schreiben Sie es gern mit anderen Worten.
helped = Das freut mich.
not-helped = Schade. Was war nicht gut?
why-wrong = Danke. Bitte fragen Sie auch Ihr Jobcenter. Dann wissen Sie es sicher.
topics = Worum geht es?
topic = *{ $title }*
appointment-which = Was ist mit Ihrem Termin?
language-which = Wie soll ich schreiben?
language-write = Sie können hier in Ihrer Sprache schreiben.
language-de = Deutsch
language-de-simple = Einfache Sprache
language-notice = Ich antworte in einfachem Deutsch. Sie können in Ihrer Sprache schreiben. Sie können auch auf einen Knopf tippen.
simple-on = Gut. Ich schreibe jetzt in Einfacher Sprache.
simple-off = Gut. Ich schreibe jetzt wieder wie vorher.

## Buttons

button-menu = Zum Anfang
button-another-question = Noch eine Frage
button-appointment = Es geht um einen Termin
button-call = Bitte anrufen
button-yes-call = Ja, bitte anrufen
button-self-call = Lieber selbst anrufen
button-topics = Themen
button-all-topics = Alle Themen
button-simple-on = Einfache Sprache
button-simple-off = Normale Sprache
button-simpler = Einfacher
button-more = Mehr dazu
button-helped = Hat geholfen
button-not-helped = Hat nicht geholfen
button-why-unclear = Nicht verstanden
button-why-wrong = Stimmt nicht
button-why-other = Ich suche etwas anderes
button-none-of-these = Nichts davon
button-others = Українська · English · mehr
button-continue = Weitermachen
button-end = Beenden
button-cancel = Abbrechen
button-yes = Ja
button-no = Nein
button-send = Absenden
button-change = Etwas ändern
button-keep = Nichts ändern
button-withdraw = Nachricht zurücknehmen
button-withdraw-one = { $code } zurücknehmen
button-withdraw-yes = Ja, zurücknehmen
button-keep-it = Nein, nichts ändern
button-my = Meine Nachrichten
button-privacy = Datenschutz
button-data = Was ist gespeichert?
button-forget = Meine Angaben löschen
button-forget-yes = Ja, alles löschen

## Call back

call-begins = Gern. Ich sage Ihrem Jobcenter: Bitte rufen Sie diese Person an.
call-already-open = Sie haben das Jobcenter schon um einen Anruf gebeten. Die Nummer für Ihre Nachricht ist *{ $code }*. Geht es um etwas anderes?
button-call-again = Ja, etwas anderes
too-many = Sie haben schon mehrere Nachrichten gesendet. Mehr kann ich gerade nicht annehmen. Ist es eilig? Rufen Sie bitte selbst an.
ask-topic = Worum geht es?
topic-appointment = Ein Termin
topic-money = Geld oder Miete
topic-work = Arbeit, Kurs, Maßnahme
topic-family = Kind oder Familie
topic-letter = Ein Brief
topic-later = Sage ich am Telefon
example-topic = Tippen Sie bitte auf einen Knopf. Oder schreiben Sie zum Beispiel: „Ein Brief“.
ask-need = Haben Sie kein Geld für Essen? Oder haben Sie keinen Strom? Oder verlieren Sie vielleicht Ihre Wohnung?
button-yes-urgent = Ja, dringend
ask-town = In welchem Ort wohnen Sie? Sie können auch die Postleitzahl schreiben. Das sind die fünf Zahlen vor dem Ort.
button-elsewhere = Woanders
town-unknown = Diesen Ort finde ich im Kreis Borken nicht.
town-elsewhere = Das Jobcenter im Kreis Borken ist nicht für diesen Ort da. Bitte fragen Sie das Jobcenter in Ihrem Ort. Ihre Fragen beantworte ich trotzdem gern.
office-takes-none = Für { $town } kann ich gerade keine Nachrichten weitergeben. Bitte rufen Sie selbst an. Die Telefonnummer steht auf einem Brief vom Jobcenter.
example-town = Zum Beispiel: Bocholt oder 46397.
notice =
    Das Jobcenter soll Sie anrufen. Dafür braucht es Ihren Namen und Ihre Telefonnummer. Ist alles erledigt? { $days } Tage danach löscht das Jobcenter beides.

    Telegram ist eine fremde Firma. Telegram kann hier mitlesen. Sie können stattdessen auch selbst anrufen. Alles dazu: /datenschutz
notice-here =
    Das Jobcenter soll Sie anrufen. Dafür braucht es Ihren Namen und Ihre Telefonnummer. Ist alles erledigt? { $days } Tage danach löscht das Jobcenter beides.

    Sie können stattdessen auch selbst anrufen. Alles dazu: /datenschutz
button-share = Gelesen: Nummer von Telegram
button-type = Gelesen: ich schreibe sie
button-known = Gelesen: { $number }
button-no-phone = Ich kann nicht telefonieren
no-phone = Dann hilft ein Anruf nicht. Gehen Sie bitte zu Ihrem Jobcenter. Oder schreiben Sie einen Brief. Sie dürfen auch eine andere Person bitten. Diese Person kann für Sie anrufen.
ask-phone = Bitte schreiben Sie Ihre Telefonnummer mit Vorwahl. Die Vorwahl ist der Anfang der Nummer, zum Beispiel 02871.
example-phone = Das ist keine Telefonnummer. Bitte schreiben Sie sie zum Beispiel so: 0171 3920017.
phone-short = Diese Nummer ist zu kurz. Bitte schreiben Sie auch die Vorwahl. Zum Beispiel: 02871 123456.
phone-emergency = Das ist eine Nummer für Notfälle. Dort kann das Jobcenter Sie nicht anrufen. Brauchen Sie sofort Hilfe? Dann rufen Sie bitte dort an.
phone-service = Das ist eine Service-Nummer, zum Beispiel von einer Firma. Dort erreicht das Jobcenter Sie nicht. Bitte schreiben Sie Ihre eigene Nummer.
phone-impossible = Diese Telefonnummer gibt es so nicht. Fehlt eine Zahl? Oder ist eine Zahl zu viel?
phone-read = Danke. Ihre Telefonnummer ist { $number }.
phone-read-foreign = Danke. Ihre Telefonnummer ist { $number }. Diese Nummer ist aus einem anderen Land. Vielleicht kann das Jobcenter dort nicht anrufen.
ask-safe = Ist ein Anruf unter dieser Nummer für Sie sicher? Sicher heißt: Niemand hört mit, der Ihnen Angst macht.
unsafe-call = Gut, dass Sie das sagen. Ich schreibe dazu: Ein Anruf unter dieser Nummer ist nicht sicher. Sie können jetzt auch eine andere Nummer schreiben. Oder Sie rufen selbst an.
confirm-name = In Telegram steht Ihr Name. Ist er richtig, so wie auf Briefen vom Jobcenter?
button-no-name = Nein, ich schreibe ihn
ask-name = Wie heißen Sie? Bitte schreiben Sie Vorname und Nachname. Schreiben Sie beides so wie auf Briefen vom Jobcenter.
example-name = Zum Beispiel: Maria Muster.
ask-when = Wann passt Ihnen ein Anruf?
button-asap = So bald wie möglich
button-mornings = Vormittags
button-afternoons = Nachmittags
button-certain-day = Bestimmter Tag
button-one-day = { DAY($on) }
ask-day = An welchem Tag? Sie können auch ein Datum schreiben.
example-when = Zum Beispiel: vormittags oder Donnerstag.
example-day = Zum Beispiel: Donnerstag oder 26.11.
day-closed = Am { FULLDAY($on) }, ist beim Jobcenter niemand da.
day-out-of-range = Am { FULLDAY($on) }, geht es nicht. Bitte nehmen Sie einen Tag in den nächsten vier Wochen.
ask-interpreter = Brauchen Sie beim Gespräch Hilfe mit der Sprache?
button-yes-language =
    Ja, { $language ->
        [uk] Ukrainisch
        [ru] Russisch
        [tr] Türkisch
        [ar] Arabisch
        [pl] Polnisch
        [en] Englisch
        [ro] Rumänisch
        [bg] Bulgarisch
        [fa] Persisch
        [fr] Französisch
       *[other] bitte
    }
call-summary = *Alles richtig?*
    Anruf: { $when ->
        [asap] so bald wie möglich
        [mornings] vormittags
        [afternoons] nachmittags
       *[day] { DAY($day) }
    } · { $town } · Telefon: …{ $tail }
change-what = Was wollen Sie ändern?
field-topic = Worum es geht
field-town = Ort
field-phone = Telefonnummer
field-name = Name
field-when = Zeit für den Anruf
corrected = Gut, das habe ich geändert.
example-button = Tippen Sie bitte auf einen Knopf. Oder schreiben Sie zum Beispiel „ja“ oder „1“.
ways-out = Das verstehe ich leider nicht. Sie können abbrechen. Oder Sie rufen selbst an.
choice-stale = Dieser Knopf gilt nicht mehr.
contact-unasked = Ihre Telefonnummer brauche ich gerade nicht. Ich habe sie nicht gespeichert.
self-call = Gern. Die Telefonnummer steht auf Ihrer Einladung. Oder sie steht auf einem Brief vom Jobcenter. Ich habe nichts gespeichert.
self-call-number = Gern. Die Telefonnummer ist { $phone }. Ich habe nichts gespeichert.

receipt-urgent = *Bitte rufen Sie heute selbst an.* Das geht schneller als diese Nachricht. Die Telefonnummer steht auf einem Brief vom Jobcenter. Ist Ihr Leben oder Ihre Gesundheit in Gefahr? Dann rufen Sie 112 an.
receipt-saved = Gespeichert: { FULLDAY($at) }, { CLOCK($at) }. Die Nummer für Ihre Nachricht: *{ $code }*
receipt-weekend = Heute ist beim Jobcenter niemand da.
receipt-by = Das Jobcenter will Sie bis *{ DAY($at) }, { HOUR($at) }* anrufen.
receipt-no-time = Das Jobcenter ruft Sie an. Den genauen Tag weiß ich nicht. Ist es eilig? Rufen Sie bitte selbst an.
receipt-call =
    Auf Ihrem Telefon steht vielleicht „Unbekannt“. Gehen Sie bitte trotzdem ran.
    Haben Sie einen Termin? Er gilt weiter. Haben Sie eine Frist? Auch sie gilt weiter. Frist heißt: Etwas muss bis zu einem Tag fertig sein.
already-sent = Das ist schon gespeichert. Die Nummer für Ihre Nachricht: *{ $code }*

## Own messages

my-title = *Ihre Nachrichten*
my-none = Hier gibt es keine Nachricht von Ihnen.
my-unknown = Diese Nachricht gibt es hier nicht mehr.
my-line = *{ $code }* · { $kind ->
        [phone_call] Bitte um Anruf
        [reschedule] Termin verschieben
       *[missed_appointment] Termin verpasst
    } · { $town }
    Vom { FULLDAY($at) }. { $state ->
        [open] Noch nicht gelesen.
        [taken] Das Jobcenter hat sie gelesen.
        [done] Erledigt.
       *[withdrawn] Zurückgenommen.
    }
withdraw-sure = Soll ich die Nachricht *{ $code }* zurücknehmen? Dann ruft das Jobcenter nicht an.
withdrawn = Zurückgenommen: { $code }. Das Jobcenter ruft deswegen nicht mehr an.
already-withdrawn = Die Nachricht { $code } ist schon zurückgenommen.
already-done = Die Nachricht { $code } ist schon erledigt.

## What caseworkers' moves say

ticket-read = { $code }: Das Jobcenter hat Ihre Nachricht gelesen.
ticket-read-appointment = { $code }: Das Jobcenter hat Ihre Nachricht gelesen. Sie haben aber noch keinen neuen Termin.
ticket-done = { $code } ist erledigt. Alles Gute!
ticket-not-ours = { $code }: Dafür ist das Jobcenter nicht zuständig. Das heißt: Eine andere Stelle macht das. Schreiben Sie mir Ihre Frage gern noch einmal. Kenne ich die andere Stelle? Dann sage ich es Ihnen.
ticket-duplicate = { $code }: Diese Nachricht ist doppelt. Wir kümmern uns um die andere.

## Privacy

privacy = *Was passiert mit Ihren Angaben?*

    Angaben sind zum Beispiel Ihr Name und Ihre Telefonnummer. { $controller ->
        [none] Das Jobcenter betreibt diesen Chat. Es ist für Ihre Angaben verantwortlich.
       *[other] Verantwortlich ist: { $controller }
    }

    Wollen Sie einen Anruf? Nur dann speichere ich:
    - Ihren Namen
    - Ihre Telefonnummer
    - Ihren Ort
    - das Thema
    - die Zeit

    Damit ruft das Jobcenter Sie an. Name und Nummer sind verschlüsselt. Das heißt: Sie sind geheim gespeichert. Ist alles erledigt? { $days } Tage danach werden sie gelöscht.

    Ihre Fragen hebe ich nicht auf. Was Sie gerade schreiben, wird nach einem Tag gelöscht.

    Telegram ist eine fremde Firma. Sie ist nicht in der Europäischen Union. Telegram kann hier alles mitlesen. Das Jobcenter kann das nicht verhindern. Sie müssen diesen Chat nicht benutzen. Sie können auch anrufen oder hingehen. Dadurch haben Sie keinen Nachteil.
privacy-rights =
    Sie dürfen fragen: Was ist gespeichert? Schreiben Sie: /daten
    Sie dürfen alles löschen lassen. Schreiben Sie: /loeschen
    Sie dürfen sich auch beschweren. Zum Beispiel beim Datenschutz vom Jobcenter. Oder beim Datenschutz vom Land Nordrhein-Westfalen. Datenschutz heißt: Niemand darf Ihre Angaben falsch benutzen. { $contact ->
        [none] {""}
       *[other] Datenschutz: { $contact }
    }
data-known =
    Von diesem Chat ist gespeichert:
    - { $open ->
        [0] keine offene Nachricht
        [one] eine offene Nachricht
       *[other] { $open } offene Nachrichten
    }
    - { $settled ->
        [0] keine erledigte Nachricht
        [one] eine erledigte Nachricht
       *[other] { $settled } erledigte Nachrichten
    }
    - { $draft ->
        [yes] eine angefangene Nachricht. Sie wird nach einem Tag gelöscht.
       *[no] keine angefangene Nachricht
    }
    - welche Sprache Sie gewählt haben

    Zu einer Nachricht gehören: Name, Telefonnummer, Ort, Thema und Ihre Wunsch-Zeit. Zur Sicherheit zeige ich das hier nicht noch einmal.
forget-sure =
    Soll ich alles löschen, was hier von Ihnen gespeichert ist? { $open ->
        [0] {""}
        [one] Das Jobcenter ruft Sie dann auch nicht mehr an.
       *[other] Das Jobcenter ruft Sie dann auch nicht mehr an.
    }
forgotten = Gelöscht. Hat das Jobcenter schon etwas in Ihre Akte geschrieben? Dann fragen Sie bitte dort. Eine Akte ist eine Sammlung von Papieren. Die Nachrichten in Telegram können Sie selbst löschen.

## What cannot be read

unsupported-voice = Sprachnachrichten kann ich nicht anhören. Sie müssen nicht schreiben. Tippen Sie auf einen Knopf.
unsupported-photo = Fotos und Briefe kann ich nicht annehmen. Ich habe nichts gespeichert. Soll Ihnen jemand den Brief am Telefon erklären?
unsupported-document = Dateien kann ich nicht annehmen. Ich habe nichts gespeichert. Bitte geben Sie Ihre Papiere direkt beim Jobcenter ab.
unsupported-edited = Geänderte Nachrichten lese ich nicht. Bitte schreiben Sie es noch einmal neu.
unsupported-forwarded = Weitergeleitete Nachrichten lese ich nicht. Bitte schreiben Sie Ihre Frage selbst.
unsupported-other = Das kann ich leider nicht lesen. Schreiben Sie mir. Oder tippen Sie auf einen Knopf.
went-wrong = Bei mir ist etwas schiefgegangen. Bitte schreiben Sie es noch einmal. Ist es eilig? Rufen Sie bitte selbst an.
one-moment = Bitte einen Moment. Das sind gerade zu viele Nachrichten. Bitte schreiben Sie es gleich noch einmal.

## Telegram's own places (not sent in chats)

menu-start = Zum Anfang
menu-termin = Es geht um einen Termin
menu-rueckruf = Das Jobcenter soll mich anrufen
menu-nachrichten = Meine Nachrichten
menu-hilfe = Hilfe
menu-datenschutz = Datenschutz
bot-description = Haben Sie Fragen an das Jobcenter im Kreis Borken? Zum Beispiel: Termine, Maßnahmen, Geld, Familie, Gesundheit. Ich bin ein Computer-Programm. Ich bin kein Mensch. Ich kann dem Jobcenter auch sagen: Bitte rufen Sie diese Person an. In Gefahr: Rufen Sie 112 oder 110 an.
bot-short-description = Der Chat vom Jobcenter im Kreis Borken. Ein Computer-Programm, kein Mensch.

## The terminal

terminal-welcome = Schreiben Sie hier. Zum Beenden: Strg-D.
terminal-bye = Auf Wiedersehen.
