"""What can be wrong in a file taken by itself: the names of these mistakes and what editors are told of them.

Mistakes between the items of the knowledge base are found by rules (``cross_checks`` and its neighbours),
which bear their explanation themselves, as their docstring.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Slip(StrEnum):
    """The name of a mistake; printed in brackets behind each message."""

    MISSING_FILE = "missing-file"
    MISPLACED_FILE = "misplaced-file"
    LARGE_FILE = "large-file"
    UNREADABLE_FILE = "unreadable-file"
    ENCODING = "encoding"
    UNREADABLE_CHARACTER = "unreadable-character"
    SYNTAX = "syntax"
    YAML_EXTRA = "yaml-extra"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    EMPTY = "empty"
    WRONG_TYPE = "wrong-type"
    WRONG_FORM = "wrong-form"
    WRONG_DATE = "wrong-date"
    TOO_LONG = "too-long"
    UNKNOWN_WORD = "unknown-word"
    UNKNOWN_ACTION = "unknown-action"
    LINK_NOT_HTTPS = "link-not-https"
    NO_PHONE_NUMBER = "no-phone-number"


EXPLANATIONS: Mapping[Slip, str] = {
    Slip.MISSING_FILE: (
        "Eine Datei oder ein Ordner, ohne den der Chat nicht antworten kann, ist nicht da. "
        "Bitte anlegen oder aus der Sicherung zurückholen."
    ),
    Slip.MISPLACED_FILE: (
        "Eine Datei oder ein Ordner heißt anders als erwartet oder liegt am falschen Ort. Der Chat würde den "
        "Inhalt nicht lesen, ohne dass es jemand merkt. Bitte umbenennen oder verschieben. Dateien enden auf "
        ".yaml; Ordner für Sprachen heißen wie die Sprache, mit zwei Kleinbuchstaben."
    ),
    Slip.LARGE_FILE: (
        "Eine Datei ist größer als 2 MiB. So große Dateien entstehen meist aus Versehen und machen den Chat "
        "langsam. Bitte auf mehrere Themenbereiche aufteilen."
    ),
    Slip.UNREADABLE_FILE: (
        "Das Programm darf die Datei nicht lesen. Ohne sie fehlen dem Chat Antworten. "
        "Bitte die Rechte der Datei prüfen, oder Ihre IT fragen."
    ),
    Slip.ENCODING: (
        "Ein Zeichen ist nicht in UTF-8 gespeichert, oft ein Umlaut aus einem älteren Programm. Im Chat "
        "stünde dort ein falsches Zeichen. Bitte die Datei im Editor mit der Kodierung UTF-8 speichern."
    ),
    Slip.UNREADABLE_CHARACTER: (
        "In der Datei steht ein Tabulator oder ein unsichtbares Zeichen, oft aus kopiertem Text. Damit lässt "
        "sich die Einrückung nicht sicher lesen. Bitte durch Leerzeichen ersetzen oder löschen."
    ),
    Slip.SYNTAX: (
        "Diese Stelle lässt sich nicht lesen: Einrückung, Doppelpunkt, Klammer oder Anführungszeichen passen "
        "nicht. Was in der Datei folgt, bleibt bis dahin ungeprüft. Bitte wie in der Meldung beheben und neu "
        "prüfen. Ein Text mit Doppelpunkt gehört in Anführungszeichen."
    ),
    Slip.YAML_EXTRA: (
        "Hier steht ein Zeichen, das in YAML etwas Besonderes bedeutet: ein Anker (&), ein Verweis (*), ein "
        "Wort mit Ausrufezeichen oder ein zweites Dokument (---). Der Chat liest nur einfache Texte und "
        "Listen. Bitte den Text selbst hinschreiben oder in Anführungszeichen setzen."
    ),
    Slip.DUPLICATE_KEY: (
        "Dasselbe Feld steht zweimal untereinander. Eines von beiden würde ohne Meldung verloren gehen. "
        "Bitte eines löschen oder umbenennen."
    ),
    Slip.UNKNOWN_FIELD: (
        "Ein Feld heißt anders als alle, die es gibt; meist ein Tippfehler. Der Chat würde den Inhalt nicht "
        "finden. Bitte den Namen berichtigen; ist einer ähnlich, steht er hinter „Meinten Sie“."
    ),
    Slip.MISSING_FIELD: (
        "Ein Feld fehlt, das jeder Eintrag dieser Art braucht. Der Chat könnte die Antwort nicht zeigen oder "
        "niemand wüsste, wann sie geprüft wurde. Bitte ergänzen."
    ),
    Slip.EMPTY: (
        "Hier müsste etwas stehen, aber es steht nichts da. Der Chat würde eine leere Nachricht senden oder "
        "nichts finden. Bitte ausfüllen oder die Zeile ganz löschen."
    ),
    Slip.WRONG_TYPE: (
        "Hier steht etwas anderes, als das Feld braucht: ein Text statt einer Liste, ein Wort statt true "
        "oder false, ein Komma statt eines Punktes. Der Chat könnte damit nicht rechnen. Bitte so schreiben, "
        "wie die Meldung es zeigt."
    ),
    Slip.WRONG_FORM: (
        "Eine Kennung, ein Kürzel, eine Postleitzahl oder eine Angabe ist anders geschrieben als vereinbart. "
        "Andere Dateien finden sie so nicht wieder. Bitte so schreiben, wie die Meldung es zeigt."
    ),
    Slip.WRONG_DATE: (
        "Das ist kein Tag im Kalender, oder er ist anders geschrieben. Ohne ihn weiß der Chat nicht, ob eine "
        "Antwort gilt. Bitte Jahr, Monat und Tag schreiben: 2026-11-22."
    ),
    Slip.TOO_LONG: (
        "Der Text ist länger als erlaubt. Auf dem Handy wird eine Aufschrift sonst abgeschnitten und eine "
        "Antwort nicht zu Ende gelesen. Bitte kürzen."
    ),
    Slip.UNKNOWN_WORD: (
        "Hier sind nur bestimmte Wörter erlaubt, und dieses gehört nicht dazu. Der Chat wüsste nicht, was "
        "gemeint ist. Bitte eines der Wörter aus der Meldung nehmen."
    ),
    Slip.UNKNOWN_ACTION: (
        "Unter actions steht ein Angebot, das es nicht gibt. Unter der Antwort würde der Knopf fehlen. "
        "Bitte eines der Wörter aus der Meldung nehmen."
    ),
    Slip.LINK_NOT_HTTPS: (
        "Eine Adresse beginnt nicht mit https://. Ohne das s kann unterwegs jemand mitlesen oder die Seite "
        "fälschen. Bitte die Adresse mit https:// eintragen; gibt es sie so nicht, weglassen."
    ),
    Slip.NO_PHONE_NUMBER: (
        "Unter dieser Nummer erreicht man niemanden: Vorwahl oder Länge stimmen nicht. Wer sie wählt, "
        "verliert Zeit, im Notfall viel. Bitte nachsehen und mit Vorwahl eintragen, oder null, bis sie "
        "bekannt ist."
    ),
}
"""Plain sentences for editors: what is wrong, why it matters, what to do."""
