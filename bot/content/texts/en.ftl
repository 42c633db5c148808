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

## Telegram's own places (not sent in chats)

menu-start = Back to the start
menu-termin = It is about an appointment
menu-rueckruf = The Jobcenter should call me
menu-nachrichten = My messages
menu-hilfe = Help
menu-datenschutz = Data protection
bot-description = Questions about the Jobcenter in the Borken district: appointments, courses, money, family, health. I am a program, not a human. I answer in simple German. I can also ask the Jobcenter to call you. In danger: 112 or 110.
bot-short-description = The chat of the Jobcenter in the Borken district. A program, not a human.
