### What the program says, in plain German. Light markup as in faq/: *bold*, lists, links.
### Words that citizens do not know are avoided: Code, Status, Anliegen, Zusammenfassung.
### DAY "Montag, 23.11.", FULLDAY "Montag, 23.11.2026", DATE "23.11.2026", CLOCK "7:14 Uhr", HOUR "12 Uhr".

## Beginning

start =
    Guten Tag! Ich bin der Chat vom Jobcenter im Kreis Borken. Ich bin ein Programm, kein Mensch.

    Schreiben Sie mir Ihre Frage, so wie Sie sprechen. Fehler machen nichts.

    { $calls ->
        [yes] Ich kann auch eine Nachricht an Ihr Jobcenter weitergeben: wenn jemand Sie anrufen soll oder wenn Sie einen Termin nicht schaffen.
       *[no] Brauchen Sie einen Menschen? Rufen Sie bitte Ihr Jobcenter an.
    }

    Bitte schreiben Sie hier keine Kontonummer und keine Krankheit. Anträge und Widersprüche gehen hier nicht.

    In Gefahr: 112 oder 110.
start-again = Guten Tag! Was kann ich für Sie tun?
trial = *Probebetrieb:* Das ist ein Test. Ihre Nachrichten kommen nicht beim Jobcenter an.
help =
    Schreiben Sie einfach Ihre Frage. Zum Beispiel: „Ich habe meinen Termin verpasst.“

    Das geht auch:
    - /rueckruf: Das Jobcenter soll mich anrufen
    - /termin: Es geht um einen Termin
    - /nachrichten: Was wurde aus meiner Nachricht?
    - /themen: alle Themen
    - /leicht: Einfache Sprache
    - /datenschutz: Was passiert mit meinen Angaben?
    - /loeschen: Meine Angaben löschen

    „Abbrechen“ und „zurück“ gehen immer.
cancelled = Abgebrochen. Ich habe nichts weitergegeben.
kept = Gut, alles bleibt, wie es ist.
finish-first = Eine andere Nachricht ist noch nicht fertig. Machen Sie bitte dort weiter, oder brechen Sie ab.
nothing-to-cancel = Es gibt gerade nichts zum Abbrechen. Was kann ich für Sie tun?
ended = Gut. Sie können jederzeit wieder schreiben.
thanks = Danke.

## Answers

answer-checked = Geprüft am { DATE($on) }
answer-unsigned = Noch nicht vom Jobcenter geprüft. Geschrieben am { DATE($on) }.
answer-withdrawn = Diese Auskunft prüfen wir gerade. Bitte fragen Sie bis dahin Ihr Jobcenter.
answer-gone = Diese Antwort gibt es nicht mehr. Bitte schreiben Sie Ihre Frage noch einmal.
fact-stale = { $amount } (Betrag für { $year }; den neuen Betrag prüfen wir gerade)
more-law = Das steht im Gesetz: { $law }
more-since = So ist es seit { DATE($on) }.
more-sources = Hier steht mehr:
more-topics = Das könnte auch passen:
did-you-mean = Meinten Sie eines davon?
other-words = Dann schreiben Sie es bitte mit anderen Worten. Ein kurzer Satz reicht.
asked-enough = Ich verstehe es leider nicht richtig. Am besten sprechen Sie mit einem Menschen.
not-known = Das weiß ich leider nicht. Schreiben Sie es gern mit anderen Worten.
helped = Das freut mich.
not-helped = Schade. Was war nicht gut?
why-wrong = Danke. Bitte fragen Sie zur Sicherheit auch Ihr Jobcenter.
topics = Worum geht es?
topic = *{ $title }*
language-which = Wie soll ich schreiben?
language-write = Sie können hier in Ihrer Sprache schreiben.
language-de = Deutsch
language-de-simple = Einfache Sprache
language-notice = Ich antworte auf Deutsch, in einfachen Sätzen. Sie können in Ihrer Sprache schreiben oder auf einen Knopf tippen.
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
button-withdraw = Nachricht zurückziehen
button-withdraw-one = { $code } zurückziehen
button-withdraw-yes = Ja, zurückziehen
button-keep-it = Nein, nichts ändern
button-my = Meine Nachrichten
button-privacy = Datenschutz
button-data = Was ist gespeichert?
button-forget = Meine Angaben löschen
button-forget-yes = Ja, alles löschen

## Call back

call-begins = Gern. Ich bitte Ihr Jobcenter, Sie anzurufen.
call-already-open = Das Jobcenter hat schon Ihre Bitte um einen Anruf. Ihre Nummer ist *{ $code }*. Ist das für etwas anderes oder eine andere Person?
button-call-again = Ja, etwas anderes
too-many = Sie haben schon mehrere Nachrichten gesendet. Mehr kann ich gerade nicht annehmen. Ist es eilig? Rufen Sie bitte selbst an.
ask-topic = Worum geht es?
topic-appointment = Ein Termin
topic-money = Geld oder Miete
topic-work = Arbeit, Kurs, Maßnahme
topic-family = Kind oder Familie
topic-letter = Ein Brief
topic-later = Sage ich am Telefon
example-topic = Tippen Sie bitte auf einen Knopf, oder schreiben Sie zum Beispiel: „Ein Brief“.
ask-need = Haben Sie kein Geld für Essen oder keinen Strom? Oder droht die Kündigung Ihrer Wohnung?
button-yes-urgent = Ja, dringend
ask-town = In welchem Ort wohnen Sie? Sie können auch die Postleitzahl schreiben.
button-elsewhere = Woanders
town-unknown = Diesen Ort finde ich im Kreis Borken nicht.
town-elsewhere = Das Jobcenter im Kreis Borken ist für diesen Ort nicht zuständig. Bitte wenden Sie sich an das Jobcenter in Ihrem Ort. Fragen beantworte ich Ihnen trotzdem gern.
office-takes-none =
    Für { $town } kann ich gerade keine Nachrichten weitergeben. Bitte rufen Sie selbst an. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
example-town = Zum Beispiel: Bocholt oder 46397.
notice = Damit das Jobcenter Sie anrufen kann, braucht es Ihren Namen und Ihre Telefonnummer. Es löscht beides { $days } Tage, nachdem alles erledigt ist.
notice-find = Damit das Jobcenter Sie findet, braucht es Ihren Namen und Ihre Telefonnummer. Es löscht beides { $days } Tage, nachdem alles erledigt ist.
notice-channel =
    { $channel ->
        [telegram] Telegram ist eine fremde Firma und kann mitlesen. Sie können stattdessen auch anrufen.
       *[here] Sie können stattdessen auch selbst anrufen.
    } Alles dazu: /datenschutz
button-share = Gelesen: Nummer aus Telegram senden
button-type = Gelesen: ich schreibe sie
button-known = Gelesen: { $number } stimmt
button-no-phone = Ich kann nicht telefonieren
no-phone = Dann hilft ein Anruf nicht weiter. Gehen Sie bitte zu Ihrem Jobcenter, oder schreiben Sie einen Brief. Sie dürfen auch jemanden bitten, für Sie anzurufen.
ask-phone = Bitte schreiben Sie Ihre Telefonnummer mit Vorwahl.
example-phone = Das ist keine Telefonnummer. Bitte schreiben Sie sie zum Beispiel so: 0171 3920017.
phone-short = Diese Nummer ist zu kurz. Bitte schreiben Sie sie mit Vorwahl, zum Beispiel 02871 123456.
phone-emergency = Das ist eine Notrufnummer. Dort kann das Jobcenter Sie nicht anrufen. Brauchen Sie sofort Hilfe? Dann rufen Sie bitte dort an.
phone-service = Das ist eine Servicenummer. Dort erreicht das Jobcenter Sie nicht. Bitte schreiben Sie Ihre eigene Nummer.
phone-impossible = Diese Telefonnummer gibt es so nicht. Fehlt eine Ziffer oder ist eine zu viel?
phone-read = Danke. Ihre Telefonnummer ist { $number }.
phone-read-foreign = Danke. Ihre Telefonnummer ist { $number }. Das ist eine Nummer aus dem Ausland. Vielleicht kann das Jobcenter dort nicht anrufen.
ask-safe = Ist ein Anruf unter dieser Nummer für Sie sicher? Sicher heißt: Niemand hört mit, der Ihnen Angst macht.
unsafe-call = Gut, dass Sie das sagen. Ich schreibe dazu: Ein Anruf unter dieser Nummer ist nicht sicher. Sie können jetzt auch eine andere Nummer schreiben oder selbst anrufen.
confirm-name = Steht in Telegram Ihr richtiger Name, so wie auf den Briefen vom Jobcenter?
button-no-name = Nein, ich schreibe ihn
ask-name = Wie heißen Sie? Bitte Vorname und Nachname, so wie auf den Briefen vom Jobcenter.
name-both = Und wie ist der andere Teil vom Namen? Bitte Vorname und Nachname.
example-name = Zum Beispiel: Maria Muster.
ask-when = Wann passt ein Anruf?
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
change-what = Was möchten Sie ändern?
field-topic = Worum es geht
field-town = Ort
field-phone = Telefonnummer
field-name = Name
field-when = Gewünschte Zeit
corrected = Gut, das habe ich geändert.
example-button = Tippen Sie bitte auf einen Knopf, oder schreiben Sie zum Beispiel „ja“ oder „1“.
ways-out = Das verstehe ich leider nicht. Sie können abbrechen oder selbst anrufen.
summary-gone = Es geht unten weiter.
not-sent = Diese Nachricht ist nicht gesendet. Fangen Sie bitte noch einmal an.
choice-stale = Dieser Knopf gilt nicht mehr.
contact-unasked = Ihre Telefonnummer brauche ich gerade nicht. Ich habe sie nicht gespeichert.
self-call =
    Gern. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung oder auf einem Brief vom Jobcenter.
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
receipt-saved = Gespeichert: { FULLDAY($at) }, { CLOCK($at) }. Ihre Nummer: *{ $code }*
receipt-weekend =
    { $why ->
        [weekend] Am Wochenende ist beim Jobcenter niemand da.
       *[holiday] Heute ist beim Jobcenter niemand da.
    }
receipt-by = Das Jobcenter möchte Sie bis *{ DAY($at) }, { HOUR($at) }* anrufen.
receipt-no-time =
    Das Jobcenter möchte Sie anrufen. Einen genauen Tag kann ich nicht sagen. { $urgent ->
        [yes] {""}
       *[no] Ist es eilig? Rufen Sie bitte selbst an.
    }
receipt-call =
    Im Display steht vielleicht „Unbekannt“. Gehen Sie bitte trotzdem ran.
    { receipt-deadlines }
receipt-unsafe =
    Das Jobcenter soll unter dieser Nummer nicht anrufen. Das steht bei Ihrer Nachricht. Auch hier schreibe ich Ihnen nicht, was daraus wird: Vielleicht liest jemand mit. Rufen Sie selbst an, wenn es sicher ist, oder sehen Sie hier nach: /nachrichten { $phone ->
        [none] {""}
       *[other] Die Telefonnummer ist { $phone }.
    }
receipt-deadlines = Haben Sie eine Frist oder einen Termin? Die gelten weiter.
already-sent = Das ist schon gespeichert. Ihre Nummer: *{ $code }*

## Appointments

ask-appointment = Wann ist Ihr Termin? Zum Beispiel: Donnerstag 9 Uhr, oder 26.11. 9:00.
ask-past-day = Wann war der Termin?
ask-typed-day = Bitte schreiben Sie den Tag und die Uhrzeit. Zum Beispiel: Donnerstag 9 Uhr, oder 26.11. 9:00.
example-at_day = Zum Beispiel: Donnerstag 9 Uhr, oder 26.11. 9:00.
which-day = Welchen Tag meinen Sie?
odd-day = Am { FULLDAY($on) }, ist beim Jobcenter sonst niemand da. Stimmt der Tag?
button-day-right = Ja, der Tag stimmt
date-impossible = Diesen Tag oder diese Uhrzeit gibt es nicht.
date-range = Bitte schreiben Sie nur eine Uhrzeit.
date-far = { FULLDAY($on) }, ist zu weit weg. Stimmt das Datum?
ask-time = Um wie viel Uhr am { DAY($on) }?
example-at_time = Zum Beispiel: 9 Uhr, oder 8:15.
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
    Ich habe verstanden:
    Termin: *{ $when }*{ $reason ->
        [none] {""}
        [sick] {"\u000A"}Grund: krank
        [child] {"\u000A"}Grund: Kind
        [work] {"\u000A"}Grund: Arbeit oder Vorstellung
        [travel] {"\u000A"}Grund: Weg, Bus, Fahrgeld
       *[other] {"\u000A"}Grund: anderer Grund
    }
cannot-move = Ich kann den Termin nicht selbst verschieben. Ich kann Ihre Nachricht weitergeben. Das Jobcenter entscheidet.
call-from =
    Rufen Sie bitte { $near ->
        [today] ab { CLOCK($at) }
       *[other] am { DAY($at) } ab { CLOCK($at) }
    } auch an. { $phone ->
        [none] Die Nummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
call-now =
    Rufen Sie bitte auch an. { $phone ->
        [none] Die Nummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
glad-you-write = Gut, dass Sie sich melden.
missed-today = Gehen Sie heute noch hin oder rufen Sie an. Dann kann der Termin noch zählen. Geht das nicht? Dann gebe ich Ihre Nachricht weiter.
missed-before = Sagen Sie dem Jobcenter schnell, warum Sie nicht da waren. Ich gebe Ihre Nachricht weiter. Ob der Grund reicht, entscheidet das Jobcenter.
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
        [none] Die Nummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    } Sagen Sie den Grund, und bitten Sie um einen neuen Termin.
ask-reason =
    { $kind ->
        [reschedule] Warum können Sie nicht kommen?
       *[missed_appointment] Warum waren Sie nicht da?
    } Bitte nennen Sie keine Krankheit mit Namen.
reason-sick = Ich bin krank
reason-child = Kind oder Betreuung
reason-work = Arbeit oder Vorstellung
reason-travel = Weg, Bus, Fahrgeld
reason-other = Anderer Grund
reason-untold = Möchte ich nicht sagen
example-reason = Tippen Sie bitte auf einen Knopf, oder schreiben Sie einen kurzen Satz.
reason-help-sick = Geben Sie die Krankmeldung beim Jobcenter ab, oder schicken Sie sie mit der Post. Bitte schicken Sie hier kein Foto.
reason-help-child = Heben Sie den Zettel vom Kinderarzt auf. Bitte schicken Sie hier kein Foto.
reason-help-travel = Fehlt das Fahrgeld? Sagen Sie es am Telefon: Manchmal zahlt das Jobcenter die Fahrt. Fragen Sie vorher.
reason-help-other = Haben Sie etwas Schriftliches dazu? Heben Sie es auf.
reason-help-untold = Das ist in Ordnung. Vielleicht fragt das Jobcenter noch einmal nach.
reason-help-work = Heben Sie die Einladung oder den Dienstplan auf.
button-without = Ohne Nummer: das Jobcenter hat sie
ask-new-date = Wann passt ein neuer Termin?
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
        [untold] keine Angabe
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
nobody-may-read = Vielleicht liest das vorher niemand.
will-remind = Hören Sie bis { DAY($at) }, um { HOUR($at) }, nichts? Dann erinnere ich Sie. Gehen Sie dann hin oder rufen Sie an.
will-tell-read = Ich schreibe Ihnen, wenn das Jobcenter die Nachricht gelesen hat.
ask-another = Das Jobcenter hat schon eine Nachricht von Ihnen für diesen Tag. Ihre Nummer ist *{ $code }*. Ist das für einen anderen Termin oder eine andere Person?
appointment-already = Das Jobcenter hat diese Nachricht schon. Ihre Nummer ist *{ $code }*.
button-unremind = Nicht mehr erinnern
unreminded = Gut, ich erinnere Sie nicht an diesen Termin.
remind-many = Mehr als { $most } Erinnerungen kann ich mir nicht merken. Löschen Sie bitte zuerst eine.
button-ring = Erinnern, wenn das Jobcenter öffnet

## What comes later

timer-unconfirmed =
    { $code }: Es gibt noch keine Antwort. Ihr Termin gilt weiter. Bitte gehen Sie hin, oder rufen Sie { $near ->
        [now] heute noch
        [today] heute ab { CLOCK($at) }
       *[other] am { DAY($at) } ab { CLOCK($at) }
    } an.{ $phone ->
        [none] {""}
       *[other] {" "}Die Telefonnummer ist { $phone }.
    }
timer-still-stands = { $code }: Ihr alter Termin gilt noch. Bitte gehen Sie hin. Haben Sie mit dem Jobcenter etwas anderes besprochen? Dann gilt das.
timer-overdue = { $code }: Es tut uns leid, der Anruf ist noch nicht gekommen. Ihre Nachricht ist noch da.
timer-call-over = { $code }: Hat der Anruf geklappt?
timer-office-opens =
    Das Jobcenter öffnet jetzt. Rufen Sie bitte an. { $phone ->
        [none] Die Nummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
timer-remind =
    Sie wollten eine Erinnerung. Ihr Termin beim Jobcenter ist am { FULLDAY($at) }{ $time ->
        [yes] , um { CLOCK($at) }
       *[no] {""}
    }.
call-worked = Das freut mich. { $code } ist erledigt. Alles Gute!
call-missing = Das tut mir leid. Ich sage dem Jobcenter, dass der Anruf fehlt. Wann passt es?
button-new-time = Neue Zeit nennen
button-new-time-one = { $code }: neue Zeit
button-myself = Ich rufe selbst an
button-settled = Hat sich erledigt
ring-set = Gut. Ich erinnere Sie am { DAY($at) }, um { CLOCK($at) }.
ring-too-late =
    Das Jobcenter ist schon offen. Rufen Sie bitte jetzt an. { $phone ->
        [none] Die Nummer steht auf Ihrer Einladung.
       *[other] Die Telefonnummer ist { $phone }.
    }
wish-noted-day = Gut, das steht jetzt bei Ihrer Nachricht { $code }: { DAY($on) }
wish-noted =
    Gut, das steht jetzt bei Ihrer Nachricht { $code }: { $when ->
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
thanked = Gern geschehen. Alles Gute!
button-thank = Danke sagen
button-fits = Passt
button-fits-not = Passt nicht
fits-noted = Gut. Bis dann!
button-number = Neue Nummer schreiben
number-noted = Danke. Die neue Nummer steht jetzt bei Ihrer Nachricht { $code }.
button-remind-me = An einen Termin erinnern
remind-set = Gut. Ihr Termin: *{ $when }*. Ich erinnere Sie am { DAY($at) }, um { HOUR($at) }. Das Jobcenter sieht das nicht.
remind-too-late = Für eine Erinnerung ist es schon zu spät. Denken Sie bitte selbst an den Termin.
ticket-answer =
    { $code }: Es gibt eine Antwort. Das Jobcenter ruft Sie an oder schreibt Ihnen.{ $kind ->
        [reschedule] {" "}Hören Sie bis zum Termin nichts? Dann gilt er weiter: Gehen Sie hin, oder rufen Sie an.
       *[other] {""}
    }
ticket-moved = { $code }: Ihr neuer Termin ist am *{ FULLDAY($at) }, um { CLOCK($at) }*. Der alte Termin gilt nicht mehr.
ticket-not-moved = { $code }: Der Termin kann nicht verschoben werden. Bitte kommen Sie, oder rufen Sie an.
ticket-not-reached = { $code }: Wir haben Sie um { CLOCK($at) } nicht erreicht. Wann sollen wir es wieder versuchen?
ticket-last-try =
    { $code }: Wir haben Sie dreimal nicht erreicht. Bitte rufen Sie uns an. { $phone ->
        [none] Die Nummer steht auf Ihrem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
ticket-number-wrong = { $code }: Unter der Telefonnummer haben wir Sie nicht gefunden. Wie ist die richtige Nummer?

## Fear of a Maßnahme

fear-what = Viele haben davor Angst. Das ist keine Ablehnung und kein Fehler. Was macht Ihnen am meisten Sorge?
button-fear-group = Die Gruppe
button-fear-learning = Das Lernen
button-fear-way = Der Weg dorthin
button-fear-health = Meine Gesundheit
button-fear-unknown = Ich weiß es nicht
fear-group = Sagen Sie das Ihrer Ansprechperson. Fragen Sie, wie groß die Gruppe ist. Passt es gar nicht, sucht sie mit Ihnen etwas anderes. Bitte bleiben Sie nicht einfach weg.
fear-learning = Sagen Sie das Ihrer Ansprechperson. Fragen Sie, wer Ihnen hilft, wenn Sie etwas nicht lesen oder verstehen können. Sie müssen dort nicht alles können. Bitte bleiben Sie nicht einfach weg.
fear-way = Sagen Sie das Ihrer Ansprechperson. Fragen Sie nach dem Weg, nach den Zeiten und nach dem Fahrgeld. Bitte bleiben Sie nicht einfach weg.
fear-health = Sagen Sie Ihrer Ansprechperson, was Sie nicht können. Eine Krankheit müssen Sie hier nicht nennen. Sie kann mit Ihnen nach etwas suchen, das besser passt. Bitte bleiben Sie nicht einfach weg.
fear-unknown = Das macht nichts. Sprechen Sie mit Ihrer Ansprechperson darüber. Fragen kostet nichts.
button-talk-about = Darüber sprechen: bitte anrufen
button-fear-questions = Fragen für das Gespräch
fear-questions =
    Zeigen Sie einfach Ihr Handy:
    1. Was mache ich dort?
    2. Wie lange dauert es?
    3. Wie groß ist die Gruppe?
    4. Wer hilft mir, wenn ich etwas nicht lesen oder verstehen kann?
    5. Was machen wir, wenn es nicht passt?

office-asleep =
    Bitte rufen Sie Ihr Jobcenter an. Zurzeit kann es länger dauern, bis dort jemand meine Nachrichten liest. { $phone ->
        [none] Die Telefonnummer steht auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }

answers-stopped =
    Dieser Chat ist gerade abgeschaltet, und niemand liest Ihre Nachricht: Bitte rufen Sie Ihr Jobcenter an. { $phone ->
        [none] Die Telefonnummer steht auf Ihrer Einladung oder auf einem Brief vom Jobcenter.
       *[other] Die Telefonnummer ist { $phone }.
    }
banner = *Hinweis vom Jobcenter:* { $text }

## Own messages

my-title = *Ihre Nachrichten*
my-reminder = *Erinnerung* an Ihren Termin am { $appointment }. Das Jobcenter sieht das nicht.
my-none = Es gibt hier keine Nachricht von Ihnen.
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
       *[withdrawn] Zurückgezogen.
    }
withdraw-sure =
    Soll ich die Nachricht *{ $code }* zurückziehen? { $kind ->
        [phone_call] Das Jobcenter ruft dann nicht an.
        [missed_appointment] Sagen Sie dem Jobcenter den Grund dann bitte selbst.
       *[other] Ihr Termin gilt dann wie vorher.
    }
withdrawn =
    Zurückgezogen: { $code }. { $kind ->
        [phone_call] Das Jobcenter ruft deswegen nicht mehr an.
        [missed_appointment] Sagen Sie dem Jobcenter den Grund bitte selbst.
       *[other] Ihr Termin gilt wie vorher.
    }
already-withdrawn = Die Nachricht { $code } ist schon zurückgezogen.
already-done = Die Nachricht { $code } ist schon erledigt.

## What caseworkers' moves say

ticket-read = { $code }: Das Jobcenter hat Ihre Nachricht gelesen.
ticket-read-appointment = { $code }: Das Jobcenter hat Ihre Nachricht gelesen. Einen neuen Termin haben Sie damit noch nicht.
ticket-done = { $code } ist erledigt. Alles Gute!
ticket-not-ours = { $code }: Dafür ist das Jobcenter nicht zuständig. Schreiben Sie mir Ihre Frage gern noch einmal. Ich sage Ihnen, wenn ich eine andere Stelle kenne.
ticket-as-agreed = Haben Sie keinen neuen Termin bekommen? Dann gilt der alte.
ticket-duplicate = { $code }: Diese Nachricht ist doppelt. Wir kümmern uns um die andere.

## Privacy

privacy = *Was passiert mit Ihren Angaben?*

    { $controller ->
        [none] Verantwortlich ist das Jobcenter, das diesen Chat betreibt.
       *[other] Verantwortlich: { $controller }
    }

    { $calls ->
        [yes] Nur wenn ich eine Nachricht weitergeben soll, speichere ich Ihren Namen, Ihre Telefonnummer, Ihren Ort, das Thema oder den Grund, Ihren Termin und die gewünschte Zeit. Haben Sie es gesagt, steht auch dabei: dass es eilt, dass ein Anruf nicht sicher ist, welche Sprache Sie brauchen. Wünschen Sie eine Erinnerung, speichere ich Ihren Termin, bis er vorbei ist. Name, Nummer und Grund sind verschlüsselt. Ist alles erledigt, werden sie nach { $days } Tagen gelöscht, sonst spätestens nach { $longest } Tagen.
       *[no] Ich nehme keine Namen und keine Telefonnummern an.
    }

    Ihre Fragen hebe ich nicht auf. Nur wenn ich keine gute Antwort hatte, bleibt Ihre Frage { $asked } Tage lang verschlüsselt gespeichert, damit die Antworten besser werden. Namen und Nummern nehme ich vorher heraus, so gut ein Programm das kann. Sonst zähle ich nur, wonach gefragt wird, ohne dass jemand sieht, von wem. Was Sie gerade eingeben, wird nach einem Tag gelöscht.

    Telegram ist eine fremde Firma außerhalb der EU und kann hier alles mitlesen. Das Jobcenter kann das nicht verhindern. Sie müssen diesen Chat nicht benutzen: Sie können auch anrufen oder hingehen. Dadurch haben Sie keinen Nachteil.
privacy-rights =
    Sie dürfen fragen, was gespeichert ist (/daten), und alles löschen lassen (/loeschen). Sie dürfen sich auch beschweren, zum Beispiel beim Datenschutz des Jobcenters oder des Landes Nordrhein-Westfalen. { $contact ->
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
        [yes] eine angefangene Nachricht (wird nach einem Tag gelöscht)
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
    - die Fragen der letzten { $asked } Tage, auf die ich keine gute Antwort hatte (ohne Namen und Nummern)

    Zu einer Nachricht gehören: Name, Telefonnummer, Ort, Thema, gewünschte Zeit. Zur Sicherheit zeige ich das hier nicht noch einmal. Eine Kopie von allem bekommen Sie beim Jobcenter. Nennen Sie dort die Nummer Ihrer Nachricht.
forget-sure =
    Soll ich alles löschen, was hier von Ihnen gespeichert ist? { $open ->
        [0] {""}
       *[other] Das Jobcenter liest Ihre Nachrichten dann nicht mehr und ruft nicht an.
    }{ $stands ->
        [yes] {" "}*Ihr Termin gilt weiter.*
       *[no] {""}
    }{ $reminders ->
        [0] {""}
       *[other] {" "}Ich erinnere Sie dann auch nicht mehr.
    }
forgotten =
    Gelöscht. Von Ihren Nachrichten bleiben nur Nummer, Ort und Zeit, ohne Namen. Hat das Jobcenter schon etwas in Ihre Akte geschrieben? Dann fragen Sie bitte dort. Die Nachrichten in Telegram können Sie selbst löschen.{ $stands ->
        [yes] {" "}*Ihr Termin gilt weiter, bis das Jobcenter etwas anderes sagt.*
       *[no] {""}
    }

## What cannot be read

unsupported-voice = Sprachnachrichten kann ich nicht anhören. Sie müssen nicht schreiben: Tippen Sie auf einen Knopf.
unsupported-photo = Fotos und Briefe kann ich nicht annehmen. Ich habe nichts gespeichert. Soll Ihnen jemand den Brief am Telefon erklären?
unsupported-document = Dateien kann ich nicht annehmen. Ich habe nichts gespeichert. Bitte geben Sie Unterlagen direkt beim Jobcenter ab.
unsupported-edited = Geänderte Nachrichten lese ich nicht. Bitte schreiben Sie es noch einmal neu.
unsupported-forwarded = Weitergeleitete Nachrichten lese ich nicht. Bitte schreiben Sie Ihre Frage selbst.
unsupported-other = Das kann ich leider nicht lesen. Schreiben Sie mir, oder tippen Sie auf einen Knopf.
went-wrong = Da ist bei mir etwas schiefgegangen. Bitte schreiben Sie es noch einmal. Ist es eilig? Rufen Sie bitte selbst an.
one-moment = Bitte einen Moment. Das sind gerade zu viele Nachrichten. Bitte schreiben Sie es gleich noch einmal.

## Telegram's own places (not sent in chats)

menu-start = Zum Anfang
menu-termin = Es geht um einen Termin
menu-rueckruf = Das Jobcenter soll mich anrufen
menu-nachrichten = Meine Nachrichten
menu-hilfe = Hilfe
menu-datenschutz = Datenschutz
bot-description = Fragen an das Jobcenter im Kreis Borken: Termine, Maßnahmen, Geld, Familie, Gesundheit. Ich bin ein Programm, kein Mensch. Ich kann auch Nachrichten weitergeben: Bitte um Anruf, Termin nicht geschafft. In Gefahr: 112 oder 110.
bot-short-description = Der Chat vom Jobcenter im Kreis Borken. Ein Programm, kein Mensch.

## The terminal

terminal-welcome = Schreiben Sie hier. Ende mit Strg-D.
terminal-bye = Auf Wiedersehen.
