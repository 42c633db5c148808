### What the program says, in Einfache Sprache: the same keys, variables and promises as in de.ftl.
### One idea a sentence, at most 12 words, no subjunctive, no brackets, hard words explained.

## Beginning

start =
    Guten Tag! Ich bin ein Computer-Programm vom Jobcenter. Schreiben Sie Ihre Frage. Ich antworte. Ich bin kein Mensch.

    Schreiben Sie so, wie Sie sprechen. Fehler sind nicht schlimm.

    { $calls ->
        [yes] Ich kann dem Jobcenter auch sagen: Bitte rufen Sie diese Person an. Oder: Diese Person kann nicht zum Termin kommen.
       *[no] Brauchen Sie einen Menschen? Rufen Sie bitte Ihr Jobcenter an.
    }

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
kept = Gut, alles bleibt, wie es ist.
finish-first = Eine andere Nachricht ist noch nicht fertig. Machen Sie bitte dort weiter, oder brechen Sie ab.
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
more-since = Diese Regel gibt es seit { DATE($on) }.
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
call-already-open = Sie haben das Jobcenter schon um einen Anruf gebeten. Die Nummer für Ihre Nachricht ist *{ $code }*. Ist das für etwas anderes? Oder für eine andere Person?
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
office-takes-none =
    Für { $town } kann ich gerade keine Nachrichten weitergeben. Bitte rufen Sie selbst an. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
example-town = Zum Beispiel: Bocholt oder 46397.
notice = Das Jobcenter soll Sie anrufen. Dafür braucht es Ihren Namen und Ihre Telefonnummer. Ist alles erledigt? { $days } Tage danach löscht das Jobcenter beides.
notice-find = Das Jobcenter muss Sie finden. Dafür braucht es Ihren Namen und Ihre Telefonnummer. Ist alles erledigt? { $days } Tage danach löscht das Jobcenter beides.
notice-channel =
    { $channel ->
        [telegram] Telegram ist eine fremde Firma. Telegram kann mitlesen. Sie können stattdessen auch anrufen.
       *[here] Sie können stattdessen auch selbst anrufen.
    } Alles dazu: /datenschutz
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
name-both = Bitte schreiben Sie Vorname und Nachname.
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
    } · { $town } · Telefon: …{ $tail }{ $safe ->
        [no] {" "}(Anruf nicht sicher)
       *[other] {""}
    }
change-what = Was wollen Sie ändern?
field-topic = Worum es geht
field-town = Ort
field-phone = Telefonnummer
field-name = Name
field-when = Gewünschte Zeit
corrected = Gut, das habe ich geändert.
example-button = Tippen Sie bitte auf einen Knopf. Oder schreiben Sie zum Beispiel „ja“ oder „1“.
ways-out = Das verstehe ich leider nicht. Sie können abbrechen. Oder Sie rufen selbst an.
summary-gone = Es geht unten weiter.
not-sent = Diese Nachricht ist nicht gesendet. Fangen Sie bitte noch einmal an.
choice-stale = Dieser Knopf gilt nicht mehr.
contact-unasked = Ihre Telefonnummer brauche ich gerade nicht. Ich habe sie nicht gespeichert.
self-call =
    Gern. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung. Oder sie steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    } { $kept ->
        [yes] Ihre Nachricht von vorher ist noch da.
       *[no] Ich habe nichts gespeichert.
    }

receipt-urgent = *Bitte rufen Sie { $near ->
        [now] heute
        [today] heute ab { CLOCK($at) }
       *[other] am { DAY($at) } ab { CLOCK($at) }
    } selbst an.* Das geht schneller als diese Nachricht. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    } Ist Ihr Leben oder Ihre Gesundheit in Gefahr? Dann rufen Sie 112 an.
receipt-saved = Gespeichert: { FULLDAY($at) }, { CLOCK($at) }. Die Nummer für Ihre Nachricht: *{ $code }*
receipt-weekend =
    { $why ->
        [weekend] Am Wochenende ist beim Jobcenter niemand da.
       *[holiday] Heute ist beim Jobcenter niemand da.
    }
receipt-by = Das Jobcenter will Sie bis *{ DAY($at) }, { HOUR($at) }* anrufen.
receipt-no-time =
    Das Jobcenter möchte Sie anrufen. Den genauen Tag weiß ich nicht. { $urgent ->
        [yes] {""}
       *[no] Ist es eilig? Rufen Sie bitte selbst an.
    }
receipt-call =
    Auf Ihrem Telefon steht vielleicht „Unbekannt“. Gehen Sie bitte trotzdem ran.
    { receipt-deadlines }
receipt-unsafe =
    Das Jobcenter soll diese Nummer nicht anrufen. Das habe ich dazugeschrieben. Vielleicht liest jemand hier mit. Deshalb schreibe ich Ihnen hier nicht, was daraus wird. Rufen Sie selbst an, wenn es sicher ist. Oder sehen Sie hier nach: /nachrichten { $phone ->
        [none] {""}
       *[other] Die Telefonnummer ist { $phone }.
    }
receipt-deadlines = Haben Sie einen Termin? Er gilt weiter. Haben Sie eine Frist? Auch sie gilt weiter. Frist heißt: Etwas muss bis zu einem Tag fertig sein.
already-sent = Das ist schon gespeichert. Die Nummer für Ihre Nachricht: *{ $code }*

## Appointments

ask-appointment = Wann ist Ihr Termin? Schreiben Sie zum Beispiel: Donnerstag 9 Uhr. Oder: 26.11. 9:00.
ask-past-day = Wann war der Termin?
ask-typed-day = Bitte schreiben Sie den Tag und die Uhrzeit. Zum Beispiel: Donnerstag 9 Uhr. Oder: 26.11. 9:00.
example-at_day = Zum Beispiel: Donnerstag 9 Uhr. Oder: 26.11. 9:00.
which-day = Welchen Tag meinen Sie?
odd-day = Am { FULLDAY($on) }, ist beim Jobcenter sonst niemand da. Stimmt der Tag?
button-day-right = Ja, der Tag stimmt
date-impossible = Diesen Tag oder diese Uhrzeit gibt es nicht.
date-range = Bitte schreiben Sie nur eine Uhrzeit.
date-far = { FULLDAY($on) }: Dieser Tag ist zu weit weg. Stimmt das Datum?
ask-time = Um wie viel Uhr am { DAY($on) }?
example-at_time = Zum Beispiel: 9 Uhr. Oder: 8:15.
button-time-unknown = Weiß ich nicht
button-today = Heute
button-tomorrow = Morgen
button-yesterday = Gestern
button-other-day = Anderer Tag
button-past = Er ist schon vorbei
appointment-when =
    { $near ->
        [today] heute,{" "}
        [tomorrow] morgen,{" "}
        [yesterday] gestern,{" "}
       *[none] {""}
    }{ DAY($on) }{ $time ->
        [yes] , { CLOCK($at) }
       *[no] {""}
    }
get-well-sick = Gute Besserung!
get-well-child = Gute Besserung für Ihr Kind!
appointment-understood =
    Das habe ich verstanden:
    Termin: *{ $when }*{ $reason ->
        [none] {""}
        [sick] {"\u000A"}Grund: krank
        [child] {"\u000A"}Grund: Kind
        [work] {"\u000A"}Grund: Arbeit oder Vorstellung
        [travel] {"\u000A"}Grund: Weg, Bus, Fahrgeld
       *[other] {"\u000A"}Grund: anderer Grund
    }
cannot-move = Ich selbst kann den Termin nicht ändern. Aber ich kann Ihre Nachricht weitergeben. Das Jobcenter entscheidet.
call-from =
    Rufen Sie bitte auch an. Das geht { $near ->
        [today] ab { CLOCK($at) }
       *[other] am { DAY($at) } ab { CLOCK($at) }
    }. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
call-now =
    Rufen Sie bitte auch an. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
glad-you-write = Gut, dass Sie sich melden.
missed-today = Gehen Sie heute noch hin. Oder rufen Sie an. Dann kann der Termin noch zählen. Geht das nicht? Dann gebe ich Ihre Nachricht weiter.
missed-before = Warum waren Sie nicht da? Sagen Sie das schnell dem Jobcenter. Ich gebe Ihre Nachricht weiter. Reicht der Grund? Das entscheidet das Jobcenter.
button-fear = Das macht mir Angst
button-pass-on = Nachricht weitergeben
button-not-right = Etwas stimmt nicht
button-only-question = Ich habe nur eine Frage
button-what-happens = Was kann passieren?
button-go-there = Ich gehe heute noch hin
button-call-them = Ich rufe an
go-there = Gut. Sagen Sie dort gleich, warum Sie zu spät kommen.
call-them =
    Gut. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    } Sagen Sie den Grund. Bitten Sie um einen neuen Termin.
ask-reason =
    { $kind ->
        [reschedule] Warum können Sie nicht kommen?
       *[missed_appointment] Warum waren Sie nicht da?
    } Bitte schreiben Sie hier nicht, wie eine Krankheit heißt.
reason-sick = Ich bin krank
reason-child = Kind oder Betreuung
reason-work = Arbeit oder Vorstellung
reason-travel = Weg, Bus, Fahrgeld
reason-other = Anderer Grund
reason-untold = Möchte ich nicht sagen
example-reason = Tippen Sie bitte auf einen Knopf. Oder schreiben Sie einen kurzen Satz.
reason-help-sick = Geben Sie die Krankmeldung beim Jobcenter ab. Oder schicken Sie sie mit der Post. Eine Krankmeldung ist ein Papier vom Arzt. Darauf steht, dass Sie krank sind. Bitte schicken Sie hier kein Foto.
reason-help-child = Heben Sie den Zettel vom Kinderarzt gut auf. Bitte schicken Sie hier kein Foto.
reason-help-travel = Fehlt Ihnen das Geld für die Fahrt? Sagen Sie das am Telefon. Manchmal zahlt das Jobcenter die Fahrt. Fragen Sie vorher.
reason-help-other = Haben Sie dazu ein Papier? Heben Sie es gut auf.
reason-help-untold = Das ist in Ordnung. Vielleicht fragt das Jobcenter noch einmal nach.
reason-help-work = Heben Sie die Einladung zur Vorstellung gut auf. Oder heben Sie den Dienstplan auf. Auf dem Dienstplan steht, wann Sie arbeiten.
button-without = Das Jobcenter hat meine Nummer
ask-new-date = Wann passt Ihnen ein neuer Termin?
field-at_day = Tag des Termins
field-at_time = Uhrzeit des Termins
field-reason = Grund
appointment-summary = *Alles richtig?*
    Termin: { $when } · { $town }
    Grund: { $reason ->
        [sick] krank
        [child] Kind
        [work] Arbeit oder Vorstellung
        [travel] Weg, Bus, Fahrgeld
        [untold] nicht gesagt
       *[other] anderer Grund
    } · Neu: { $wish ->
        [asap] so bald wie möglich
        [mornings] vormittags
        [afternoons] nachmittags
       *[day] { DAY($day) }
    }{ $tail ->
        [none] {""}
       *[other] {" "}· Telefon: …{ $tail }
    }{ $safe ->
        [no] {" "}(Anruf nicht sicher)
       *[other] {""}
    }
still-stands = *Ihr Termin gilt weiter, bis das Jobcenter etwas anderes sagt.*
nobody-may-read = Vielleicht liest vorher niemand Ihre Nachricht.
will-remind = Hören Sie nichts bis { DAY($at) }, um { HOUR($at) }? Dann erinnere ich Sie. Gehen Sie dann hin. Oder rufen Sie an.
will-tell-read = Hat das Jobcenter die Nachricht gelesen? Dann schreibe ich Ihnen.
ask-another = Das Jobcenter hat für diesen Tag schon eine Nachricht von Ihnen. Die Nummer ist *{ $code }*. Haben Sie noch einen Termin? Oder geht es um eine andere Person?
appointment-already = Das Jobcenter hat diese Nachricht schon. Die Nummer für Ihre Nachricht ist *{ $code }*.
button-unremind = Nicht mehr erinnern
unreminded = Gut. Ich erinnere Sie nicht an diesen Termin.
remind-many = Ich merke mir höchstens { $most } Erinnerungen. Löschen Sie bitte zuerst eine.
button-ring = Zur Öffnungs-Zeit erinnern

## What comes later

timer-unconfirmed =
    { $code }: Es gibt noch keine Antwort. Ihr Termin gilt weiter. Bitte gehen Sie hin. Oder rufen Sie an: { $near ->
        [now] heute noch
        [today] heute ab { CLOCK($at) }
       *[other] am { DAY($at) } ab { CLOCK($at) }
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Die Telefonnummer ist { $phone }.
    }
timer-still-stands = { $code }: Ihr alter Termin gilt noch. Bitte gehen Sie hin. Haben Sie mit dem Jobcenter etwas anderes besprochen? Dann gilt das.
timer-overdue = { $code }: Der Anruf ist noch nicht gekommen. Das tut uns leid. Ihre Nachricht ist noch da.
timer-call-over = { $code }: Hat der Anruf geklappt?
timer-office-opens =
    Das Jobcenter öffnet jetzt. Rufen Sie bitte an. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
timer-remind =
    Sie wollten eine Erinnerung. Ihr Termin beim Jobcenter ist am { FULLDAY($at) }{ $time ->
        [yes] , um { CLOCK($at) }
       *[no] {""}
    }.
call-worked = Das freut mich. { $code } ist erledigt. Alles Gute!
call-missing = Das tut mir leid. Ich sage dem Jobcenter: Der Anruf fehlt. Wann passt Ihnen ein Anruf?
button-new-time-one = { $code }: neue Zeit
button-new-time = Neue Zeit nennen
button-myself = Ich rufe selbst an
button-settled = Hat sich erledigt
ring-set = Gut. Ich erinnere Sie am { DAY($at) }, um { CLOCK($at) }.
ring-too-late =
    Das Jobcenter ist schon offen. Rufen Sie bitte jetzt an. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
wish-noted-day = Gut. Bei Ihrer Nachricht { $code } steht jetzt: { DAY($on) }
wish-noted =
    Gut. Bei Ihrer Nachricht { $code } steht jetzt: { $when ->
        [asap] so bald wie möglich.
        [mornings] vormittags.
        [afternoons] nachmittags.
       *[day] { DAY($day) }
    } Eine feste Uhrzeit kann ich nicht zusagen.
myself-appointment =
    Gut. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    } Ihre Nachricht bleibt beim Jobcenter.
myself-noted =
    Gut. Die Nachricht { $code } ist damit erledigt. { $phone ->
        [none] Die Telefonnummer steht auf Ihrem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
thanked = Gern. Alles Gute!
button-thank = Danke sagen
button-fits = Passt
button-fits-not = Passt nicht
fits-noted = Gut. Bis dann!
button-number = Neue Nummer schreiben
number-noted = Danke. Die neue Nummer steht jetzt bei Ihrer Nachricht { $code }.
button-remind-me = An einen Termin erinnern
remind-set = Gut. Ihr Termin: *{ $when }*. Ich erinnere Sie am { DAY($at) }, um { HOUR($at) }. Das Jobcenter sieht das nicht.
remind-too-late = Für eine Erinnerung ist es schon zu spät. Bitte denken Sie selbst an den Termin.
ticket-answer =
    { $code }: Es gibt eine Antwort. Das Jobcenter ruft Sie an. Oder es schreibt Ihnen.{ $kind ->
        [reschedule] {" "}Hören Sie bis zum Termin nichts? Dann gilt der Termin. Gehen Sie hin. Oder rufen Sie an.
       *[other] {""}
    }
ticket-moved = { $code }: Ihr neuer Termin ist am *{ FULLDAY($at) }, um { CLOCK($at) }*. Der alte Termin gilt nicht mehr.
ticket-not-moved = { $code }: Einen anderen Termin gibt es leider nicht. Bitte kommen Sie. Oder rufen Sie an.
ticket-not-reached = { $code }: Wir haben Sie um { CLOCK($at) } nicht erreicht. Wann sollen wir es wieder versuchen?
ticket-last-try =
    { $code }: Wir haben Sie dreimal nicht erreicht. Bitte rufen Sie uns an. { $phone ->
        [none] Die Telefonnummer steht auf Ihrem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
ticket-number-wrong = { $code }: Unter der Telefonnummer haben wir Sie nicht gefunden. Wie ist die richtige Nummer?

## Fear of a Maßnahme

fear-what = Viele Menschen haben davor Angst. Sie sagen damit nicht Nein. Angst ist auch kein Fehler. Was macht Ihnen am meisten Sorge?
button-fear-group = Die Gruppe
button-fear-learning = Das Lernen
button-fear-way = Der Weg dorthin
button-fear-health = Meine Gesundheit
button-fear-unknown = Ich weiß es nicht
fear-group = Sagen Sie das Ihrer Ansprechperson. Das ist die Person beim Jobcenter, die Ihnen hilft. Fragen Sie: Wie groß ist die Gruppe? Passt es gar nicht? Dann sucht diese Person mit Ihnen etwas anderes. Bitte bleiben Sie nicht einfach weg.
fear-learning = Sagen Sie das Ihrer Ansprechperson. Das ist die Person beim Jobcenter, die Ihnen hilft. Fragen Sie: Wer hilft mir dort beim Lesen und Verstehen? Sie müssen dort nicht alles können. Bitte bleiben Sie nicht einfach weg.
fear-way = Sagen Sie das Ihrer Ansprechperson. Das ist die Person beim Jobcenter, die Ihnen hilft. Fragen Sie: Wie komme ich dorthin? Von wann bis wann ist es? Was ist mit dem Fahrgeld? Fahrgeld ist Geld für den Weg, zum Beispiel für den Bus. Bitte bleiben Sie nicht einfach weg.
fear-health = Was können Sie nicht? Sagen Sie das Ihrer Ansprechperson. Das ist die Person beim Jobcenter, die Ihnen hilft. Eine Krankheit müssen Sie hier nicht nennen. Diese Person kann mit Ihnen etwas suchen, das besser passt. Bitte bleiben Sie nicht einfach weg.
fear-unknown = Das macht nichts. Sprechen Sie mit Ihrer Ansprechperson darüber. Das ist die Person beim Jobcenter, die Ihnen hilft. Fragen kostet nichts.
button-talk-about = Darüber reden: bitte anrufen
button-fear-questions = Fragen für das Gespräch
fear-questions =
    Zeigen Sie beim Gespräch einfach Ihr Handy:
    1. Was mache ich dort?
    2. Wie lange dauert es?
    3. Wie groß ist die Gruppe?
    4. Wer hilft mir dort beim Lesen und Verstehen?
    5. Was machen wir, wenn es nicht passt?

office-asleep =
    Bitte rufen Sie Ihr Jobcenter an. Vielleicht liest dort gerade niemand meine Nachrichten. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }

answers-stopped =
    Dieser Chat ist gerade abgeschaltet. Niemand liest Ihre Nachricht. Bitte rufen Sie Ihr Jobcenter an. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
banner = *Hinweis vom Jobcenter:* { $text }

## Own messages

my-title = *Ihre Nachrichten*
my-reminder = *Erinnerung* an Ihren Termin am { $appointment }. Das Jobcenter sieht das nicht.
my-none = Hier gibt es keine Nachricht von Ihnen.
my-unknown = Diese Nachricht gibt es hier nicht mehr.
my-line = *{ $code }* · { $kind ->
        [phone_call] Bitte um Anruf
        [reschedule] Termin verschieben
       *[missed_appointment] Termin verpasst
    } · { $town }
    { $appointment ->
        [none] {""}
       *[other] Termin: { $appointment }.{" "}
    }Vom { FULLDAY($at) }. { $state ->
        [open] { $told ->
            [yes] Das Jobcenter hat sie gelesen.
           *[no] Noch nicht gelesen.
        }{ $attempts ->
            [0] {""}
           *[other] {" "}Sie wurden nicht erreicht.
        }
        [taken] Das Jobcenter hat sie gelesen.
        [answered] Das Jobcenter hat geantwortet. Haben Sie keinen neuen Termin? Dann gilt der alte.
        [vain] Sie wurden nicht erreicht. Bitte rufen Sie an.
        [done] Erledigt.
       *[withdrawn] Zurückgenommen.
    }
withdraw-sure =
    Soll ich die Nachricht *{ $code }* zurücknehmen? { $kind ->
        [phone_call] Dann ruft das Jobcenter nicht an.
        [missed_appointment] Sagen Sie dem Jobcenter den Grund dann bitte selbst.
       *[other] Ihr Termin gilt dann wie vorher.
    }
withdrawn =
    Zurückgenommen: { $code }. { $kind ->
        [phone_call] Das Jobcenter ruft deswegen nicht mehr an.
        [missed_appointment] Sagen Sie dem Jobcenter den Grund bitte selbst.
       *[other] Ihr Termin gilt wie vorher.
    }
already-withdrawn = Die Nachricht { $code } ist schon zurückgenommen.
already-done = Die Nachricht { $code } ist schon erledigt.

## What caseworkers' moves say

ticket-read = { $code }: Das Jobcenter hat Ihre Nachricht gelesen.
ticket-read-appointment = { $code }: Das Jobcenter hat Ihre Nachricht gelesen. Sie haben aber noch keinen neuen Termin.
ticket-done = { $code } ist erledigt. Alles Gute!
ticket-not-ours = { $code }: Dafür ist das Jobcenter nicht zuständig. Das heißt: Eine andere Stelle macht das. Schreiben Sie mir Ihre Frage gern noch einmal. Kenne ich die andere Stelle? Dann sage ich es Ihnen.
ticket-as-agreed = Haben Sie keinen neuen Termin bekommen? Dann gilt der alte Termin.
ticket-duplicate = { $code }: Diese Nachricht ist doppelt. Wir kümmern uns um die andere.

## Privacy

privacy = *Was passiert mit Ihren Angaben?*

    Angaben sind zum Beispiel Ihr Name und Ihre Telefonnummer. { $controller ->
        [none] Das Jobcenter betreibt diesen Chat. Es ist für Ihre Angaben verantwortlich.
       *[other] Verantwortlich ist: { $controller }
    }

    { $calls ->
        [yes] Soll ich eine Nachricht weitergeben? Nur dann speichere ich: Name, Telefonnummer, Ort, Thema oder Grund, Termin, Zeit. Vielleicht haben Sie auch gesagt: Es ist eilig. Oder: Ein Anruf ist nicht sicher. Oder: Ich brauche Hilfe mit der Sprache. Das speichere ich auch. Wollen Sie eine Erinnerung? Dann speichere ich Ihren Termin, bis er vorbei ist. Name, Nummer und Grund sind verschlüsselt. Das heißt: Sie sind geheim gespeichert. Ist alles erledigt? { $days } Tage danach werden sie gelöscht. Spätestens nach { $longest } Tagen ist alles gelöscht.
       *[no] Ich speichere keine Namen und keine Telefonnummern.
    }

    Ihre Fragen hebe ich nicht auf. Es gibt eine Ausnahme: Ich hatte keine gute Antwort für Sie. Dann speichere ich Ihre Frage { $asked } Tage lang. So werden die Antworten besser. Namen und Nummern nehme ich vorher heraus. Das gelingt fast immer. Die Frage ist verschlüsselt. Und ich zähle: Wie oft wird etwas gefragt? Niemand sieht, wer gefragt hat. Was Sie gerade schreiben, wird nach einem Tag gelöscht.

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
    - { $reminders ->
        [0] keine Erinnerung
        [one] eine Erinnerung an einen Termin
       *[other] { $reminders } Erinnerungen an Termine
    }
    - welche Sprache Sie gewählt haben{ $town ->
        [none] {""}
       *[other] , und Ihr Ort: { $town }
    }{ $unsafe ->
        [yes] {"\u000A"}- dass es Anzeichen von Gewalt gab. Dann frage ich vor einem Anruf nach.
       *[no] {""}
    }
    - die Fragen der letzten { $asked } Tage. Gemeint sind Fragen, auf die ich keine gute Antwort hatte. Sie sind ohne Namen und Nummern gespeichert.

    Zu einer Nachricht gehören: Name, Telefonnummer, Ort, Thema und Ihre Wunsch-Zeit. Zur Sicherheit zeige ich das hier nicht noch einmal. Sie wollen eine Kopie von allem? Fragen Sie beim Jobcenter. Nennen Sie dort die Nummer von Ihrer Nachricht.
forget-sure =
    Soll ich alles löschen, was hier von Ihnen gespeichert ist? { $open ->
        [0] {""}
       *[other] Das Jobcenter liest Ihre Nachrichten dann nicht mehr. Es ruft nicht an.
    }{ $stands ->
        [yes] {" "}*Ihr Termin gilt weiter.*
       *[no] {""}
    }{ $reminders ->
        [0] {""}
       *[other] {" "}Ich erinnere Sie dann auch nicht mehr.
    }
forgotten =
    Gelöscht. Nur Nummer, Ort und Zeit von Ihren Nachrichten bleiben. Ihr Name bleibt nicht. Hat das Jobcenter schon etwas in Ihre Akte geschrieben? Dann fragen Sie bitte dort. Eine Akte ist eine Sammlung von Papieren. Die Nachrichten in Telegram können Sie selbst löschen.{ $stands ->
        [yes] {" "}*Ihr Termin gilt weiter. Erst das Jobcenter kann das ändern.*
       *[no] {""}
    }

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
