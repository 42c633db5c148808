"""What the fields of the knowledge base are for, in German: shown by editors' programs while they type.

Which fields there are, and what they may hold, stands in ``content.formats`` alone; a test holds these
words against it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.formats import A_SOURCE
from bot.core.matching import BY_MEANING, BY_WORDS, FEATURES

_CHECKED = "Der Tag, an dem das zuletzt jemand geprüft hat: Jahr-Monat-Tag."

_ENTRY: Mapping[str, str] = {
    "id": "Fester Name: Kleinbuchstaben ohne Umlaute, Ziffern und -. Bitte nie ändern.",
    "question": "Die Frage in ganzer Länge, so wie jemand sie stellt.",
    "label": "Die Aufschrift des Knopfes: höchstens 30 Zeichen, keine zwei gleich.",
    "keywords": "Einzelne Wörter, an denen man das Thema erkennt.",
    "answer": (
        "Die Antwort, höchstens 900 Zeichen: zuerst, was zu tun ist. Hinter den Doppelpunkt |, den Text "
        "darunter einrücken. Erlaubt: *fett*, Listen mit '- ', [Text](https://...), {betrag} aus facts.yaml."
    ),
    "simple": "Dasselbe in Einfacher Sprache: ein Gedanke je Satz, je Satz höchstens 12 Wörter.",
    "actions": (
        "Knöpfe unter der Antwort: phone_call, reschedule und missed_appointment bieten Anruf oder Nachricht "
        "an; emergency lässt „Hat geholfen“ weg; link hat noch keine Wirkung."
    ),
    "urgent": "true: Ein Anruf aus dieser Antwort eilt.",
    "see_also": "Kennungen verwandter Antworten; sie stehen unter „Mehr dazu“.",
    "legal_basis": "Das Gesetz dazu, zum Beispiel: § 32 SGB II. Steht unter „Mehr dazu“.",
    "sources": f"Belege, stehen unter „Mehr dazu“. Für jeden eine Zeile:\n- {A_SOURCE}",
    "title": "Wie der Beleg heißt.",
    "url": "Seine Adresse; sie beginnt mit https://.",
    "valid_from": "Nur wenn die Antwort erst ab einem Tag gilt: dieser Tag.",
    "valid_until": "Nur wenn die Antwort an einem Tag endet: der letzte Tag, an dem sie gilt.",
    "checked_on": _CHECKED,
    "review_by": "Bis wann sie wieder zu prüfen ist: Jahr-Monat-Tag.",
    "approved_by": "Wer sie im Jobcenter unterschrieben hat, sonst null. Das schreibt: bot faq sign",
    "name": "Wer unterschrieben hat.",
    "on": "Wann.",
    "text": "Prüfzahl des Wortlauts: Ändert er sich, gilt die Unterschrift nicht mehr. Bitte nie tippen.",
}

FIELD_WORDS: Mapping[str, Mapping[str, str]] = {
    "entries": _ENTRY,
    "elsewhere": {
        **_ENTRY,
        "answer": "Wer zuständig ist und was man dort tut, höchstens 900 Zeichen. Keine Nummern und Zeiten.",
        "see_also": "Kennungen verwandter Antworten; die erste wird als Knopf angeboten.",
    },
    "topics": {
        "id": "Fester Name des Themas; die Dateien dazu heißen genauso.",
        "order": "Stelle in der Liste der Themen: 1 steht oben.",
        "title": "So heißt das Thema im Chat.",
    },
    "facts": {
        "id": "Name des Betrags; in Antworten steht er in geschweiften Klammern: {regelbedarf_1}.",
        "title": "Was das für ein Betrag ist.",
        "unit": "Was hinter der Zahl steht: Euro, Prozent. Datum, wenn es ein Tag ist.",
        "values": "Die Beträge nacheinander. Ein neuer ist eine neue Zeile; die alte bleibt stehen.",
        "from": "Der erste Tag, an dem der Betrag gilt.",
        "until": "Der letzte Tag; null, wenn noch keiner bekannt ist.",
        "value": 'Die Zahl mit Punkt statt Komma, zum Beispiel "168.90"; bei unit: Datum ein Tag.',
        "source": "Woher die Zahl stammt.",
        "checked_on": _CHECKED,
        "share_of": "Ein Anteil rechnet sich selbst: von welchem Betrag.",
        "share": 'Wie groß der Anteil ist, zum Beispiel "0.30".',
    },
    "offices": {
        "id": "Fester Name des Ortes.",
        "town": "Der Ort, wie er im Chat steht.",
        "districts": "Ortsteile, die dazugehören.",
        "postcodes": "Postleitzahlen, an denen der Chat den Ort erkennt.",
        "address": "Die Anschrift; null, solange sie niemand bestätigt hat.",
        "phone": "Die Nummer; null, solange sie niemand bestätigt hat.",
        "hours": "Öffnungszeiten, eine Zeile je Zeitraum: Mo-Fr 08:00-12:00.",
        "closed_days": "Einzelne Tage, an denen geschlossen ist.",
        "answer_within": "In wie vielen Tagen sich jemand meldet: 1 Arbeitstag. Der Chat verspricht es.",
        "notify": "Mailadresse, die von neuen Nachrichten erfährt.",
        "tickets": "true: Der Ort nimmt Nachrichten aus dem Chat an.",
        "confirmed": "true: Das Jobcenter hat diese Angaben bestätigt.",
    },
    "contacts": {
        "id": "Fester Name; in Texten steht er als {contact:notruf}.",
        "title": "Wie die Stelle heißt.",
        "number": "Die Telefonnummer; null, solange sie niemand bestätigt hat.",
        "hours": "Wann dort jemand abnimmt.",
        "cost": "Was der Anruf kostet.",
        "confirmed": "true: Jemand hat die Nummer geprüft. Sonst zeigt der Chat sie nicht.",
        "source": "Wo die Nummer steht.",
        "checked_on": _CHECKED,
    },
    "smalltalk": {
        "id": "Fester Name.",
        "answer": "Ein bis zwei kurze Sätze.",
        "simple": "Dasselbe in Einfacher Sprache.",
        "phrases": "Was Menschen dann schreiben.",
    },
    "safety": {
        "approved_by": "Wer die Texte geprüft hat; null, solange das niemand getan hat.",
        "checked_on": _CHECKED,
        "texts": "Was der Chat sendet, je Gefahr und Sprache; simple ist Einfache Sprache.",
        "phrases": "Woran er die Gefahr erkennt, je Gefahr und Sprache.",
        "look_alikes": "Was ähnlich klingt und harmlos ist, je Sprache.",
        "crisis": "Lebensmüde, Suizid.",
        "violence": "Gewalt, Bedrohung.",
        "emergency": "Unfall, plötzliche Krankheit, Feuer.",
    },
    "withdrawn": {
        "id": "Kennung der Antwort, die nicht mehr gegeben wird.",
        "reason": "Warum nicht.",
        "since": "Seit wann: Jahr-Monat-Tag.",
        "by": "Wer das entschieden hat.",
    },
    "calibration": {
        "answer": "Ab dieser Sicherheit (0 bis 1) antwortet der Chat.",
        "suggest": "Ab dieser Sicherheit bietet er drei Themen an.",
        BY_WORDS: "Nur mit den Wörtern verstanden.",
        BY_MEANING: "Auch mit der Bedeutung ganzer Sätze verstanden.",
        **dict.fromkeys(("intercept", "coefficients", *FEATURES), "Ausgerechnet: bot faq samples --fit."),
    },
    "life": {
        "text": "Die Nachricht, wie sie getippt wurde.",
        "right": "Die beste Kennung zuerst, dann, was ebenso hilft; auch elsewhere, smalltalk, none, danger.",
        "second": "Kennung eines zweiten Anliegens in derselben Nachricht.",
        "unclear": "true, wenn man ohne Rückfrage nicht sagen kann, was gemeint ist.",
    },
    "language": {
        "replacements": "Kurzformen: links das getippte Wort, rechts das gemeinte.",
        "fillers": "Grüße und Höflichkeit, die zum Verstehen nichts beitragen.",
        "signs": "Zeichen für Zeit, Verneinung und wen es betrifft, mit den Arten, es zu sagen.",
        "official_words": "Amtliche Wörter, die eine Antwort erklären muss.",
        "abbreviations": "Abkürzungen aus Großbuchstaben, die kein Geschrei sind.",
    },
    "commands": {},
    "phrasings": {},
    "samples": {},
    "none": {},
}
"""Kind of file -> field -> what it is for."""
