"""Syntax errors of YAML in plain German, at the place where the mistake was probably made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from bot.content.slips import Slip
from bot.core.knowledge import Place, Problem


@dataclass(frozen=True, slots=True)
class _Translation:
    """``sign`` is part of the parser's words; the mistake stands where the construct began if so marked."""

    sign: str
    words: str
    at_beginning: bool = False


_COLON = (
    "Der Doppelpunkt passt hier nicht. Steht er mitten in einem Text? Dann den Text in "
    "Anführungszeichen setzen. Beginnt hier ein neues Feld? Dann so weit einrücken wie die Felder darüber."
)
_LAYOUT = (
    "Diese Zeile passt nicht zu den Zeilen darüber: Sie ist anders eingerückt, oder nach dem schließenden "
    "Anführungszeichen steht noch Text. Bitte Einrückung und Anführungszeichen prüfen."
)
_LIST = "Diese Zeile gehört nicht zur Liste darüber. Bitte so einrücken wie die Zeilen, zu denen sie gehört."
_BRACKET = "Die Klammer, die hier beginnt, wird nicht geschlossen, oder darin fehlt ein Komma."
UNCLOSED_QUOTE = (
    "Das Anführungszeichen, das hier beginnt, wird nicht geschlossen. Bitte am Ende des Textes ergänzen."
)
_KEY = "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen, zum Beispiel: label: Termin verpasst"
_START = "Mit diesem Zeichen darf ein Text nicht beginnen. Bitte den ganzen Text in Anführungszeichen setzen."
_DASH = "Der Strich einer Liste muss am Anfang einer eigenen Zeile stehen. Bitte eine neue Zeile beginnen."
_BLOCK = "Nach '|' oder '>' darf in der Zeile nichts mehr stehen. Bitte den Text in die nächste Zeile setzen."
_ESCAPE = (
    "Der umgekehrte Schrägstrich '\\' hat in doppelten Anführungszeichen eine Sonderbedeutung. "
    "Bitte weglassen oder einfache Anführungszeichen nehmen."
)
_MARK = "Texte, die mit & * oder ! beginnen, bitte in Anführungszeichen setzen."
_EMPTY = (
    "Hier fehlt ein Wert, oder es steht eine Klammer zu viel. Bitte den Text in Anführungszeichen setzen."
)
_SECOND = "Nach '...' darf nichts mehr kommen. Bitte die Zeile '...' löschen."
_PERCENT = "Eine Zeile darf nicht mit '%' beginnen. Bitte den Text in Anführungszeichen setzen."
_OTHER = "Diese Stelle ist nicht lesbar. Bitte Einrückung, Doppelpunkte und Anführungszeichen prüfen."

# The words of libyaml and of PyYAML's own parser differ; the first sign that is found counts.
_TRANSLATIONS = (
    _Translation("quoted scalar found unexpected", UNCLOSED_QUOTE, at_beginning=True),
    _Translation("escape", _ESCAPE),
    _Translation("simple key could not find expected ':'", _KEY, at_beginning=True),
    _Translation("mapping values are not allowed", _COLON),
    _Translation("sequence entries are not allowed", _DASH),
    _Translation("mapping keys are not allowed", _LAYOUT),
    _Translation("flow sequence", _BRACKET, at_beginning=True),
    _Translation("flow mapping", _BRACKET, at_beginning=True),
    _Translation("block scalar", _BLOCK),
    _Translation("cannot start any token", _START),
    _Translation("directive", _PERCENT),
    _Translation("anchor", _MARK),
    _Translation("alias", _MARK),
    _Translation("tag", _MARK),
    _Translation("block collection", _LIST),
    _Translation("node content", _EMPTY),
    _Translation("document start", _SECOND),
    _Translation("block mapping", _LAYOUT),
)


def syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    """What *error* says, in German."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(Place(file), _OTHER, rule=Slip.SYNTAX)
    said = " ".join(filter(None, (error.context, error.problem))).replace("-quoted", " quoted")
    found = next((t for t in _TRANSLATIONS if t.sign in said), _Translation("", _OTHER))
    mark: Any = (error.context_mark if found.at_beginning else None) or error.problem_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return Problem(place, found.words, rule=Slip.SYNTAX)
