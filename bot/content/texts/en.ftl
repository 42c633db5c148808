### English: what is said from the start; all else comes in Einfache Sprache.

start =
    Hello, I am the chat of the Jobcenter in the Borken district: I am a program, not a human.

    Write me your question in your own language, and I answer in simple German.

    I can also ask your Jobcenter to call you.

    Please do not write your bank account number or an illness here; applications and objections (Widerspruch) are not possible here.

    In danger: 112 or 110.
trial = This is a test: messages do not reach the Jobcenter.
language-notice =
    I answer in simple German. You can write in your language or tap a button.
    You can ask questions here or ask the Jobcenter to call you. In danger: 112 or 110.
button-continue = Continue
button-end = End

answers-stopped =
    This chat is switched off at the moment, and nobody reads your message: please call your Jobcenter. { $phone ->
        [none] The telephone number is on your invitation or on a letter from the Jobcenter.
       *[other] The telephone number is { $phone }.
    }

## What caseworkers' moves say; the German stands below it in the same message

ticket-read = { $code }: The Jobcenter has read your message.
ticket-read-appointment = { $code }: The Jobcenter has read your message. This does not give you a new appointment yet.
ticket-done = { $code } is settled. All the best!
ticket-not-ours = { $code }: The Jobcenter is not responsible for this. You are welcome to write me your question again. I will tell you if I know another place.
ticket-as-agreed = Have you not been given a new appointment? Then the old one is valid.
ticket-duplicate = { $code }: This message is a duplicate. We are taking care of the other one.
still-stands = *Your appointment is still valid until the Jobcenter says otherwise.*
ticket-answer =
    { $code }: There is an answer. The Jobcenter will call you or write to you.{ $kind ->
        [reschedule] {" "}You hear nothing before the appointment? Then it is still valid: go there, or call.
       *[other] {""}
    }
ticket-moved = { $code }: Your new appointment is on *{ DATE($at) }, { TIME($at) }*. The old appointment is no longer valid.
ticket-not-moved = { $code }: The appointment cannot be moved. Please come, or call.
ticket-not-reached = { $code }: We could not reach you at { TIME($at) }. When should we try again?
ticket-last-try =
    { $code }: We have tried three times and could not reach you. Please call us. { $phone ->
        [none] The number is on your letter from the Jobcenter.
       *[other] The telephone number is { $phone }.
    }
ticket-number-wrong = { $code }: We did not find you under this telephone number. What is the right number?
button-thank = Say thank you
button-another-question = Another question
button-fits = That suits me
button-fits-not = That does not suit me
button-today = Today
button-tomorrow = Tomorrow
button-one-day = { DATE($on) }
button-myself = I will call myself
button-number = Write a new number

## Telegram's own places (not sent in chats)

menu-start = Back to the start
menu-termin = It is about an appointment
menu-rueckruf = The Jobcenter should call me
menu-nachrichten = My messages
menu-hilfe = Help
menu-datenschutz = Data protection
bot-description = Questions about the Jobcenter in the Borken district: appointments, courses, money, family, health. I am a program, not a human. I answer in simple German. I can also ask the Jobcenter to call you. In danger: 112 or 110.
bot-short-description = The chat of the Jobcenter in the Borken district. A program, not a human.
