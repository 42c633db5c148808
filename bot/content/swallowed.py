"""Slips that YAML does not notice: a line that silently becomes part of the text above it."""

from __future__ import annotations

import re
from collections.abc import Iterable

Lines = Iterable[tuple[int, str]]
"""The lines of a text after its first, with their numbers in the file."""

ITEM = (
    "Diese Zeile ist weiter eingerückt als die Liste und würde an den Text darüber angehängt. "
    "Bitte so weit einrücken wie die Zeilen darüber."
)
FIELD = (
    "Diese Zeile sieht aus wie ein Feld, gehört durch ihre Einrückung aber zum Text darüber. "
    "Bitte so weit einrücken wie die anderen Felder."
)

_FIELD_LINE = re.compile(r" *(- +)?[a-z_]+:( |$)")
_SURELY_A_FIELD = re.compile(
    r"^ *(?P<field>[a-z_]+: (?:\||\[.*\]|true|false|null|\d{4}-\d{2}-\d{2}))$", re.MULTILINE
)


def swallowed_item(lines: Lines) -> tuple[int, int] | None:
    """Line and column of the first list item that is indented too far; those below follow from it.

    At the very left nothing is indented too far: there an open bracket above is the slip.
    """
    for number, line in lines:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if indent and text.startswith("- "):
            return number, indent + 1
    return None


def swallows_fields(lines: Lines) -> bool:
    """Whether a quotation mark that is not closed reaches over fields, up to the next one anywhere."""
    return any(_FIELD_LINE.match(line) for _, line in lines)


def swallowed_field(text: str) -> int | None:
    """The offset in a block of text at which a line stands that only a field can be."""
    found = _SURELY_A_FIELD.search(text)
    return found.start("field") if found else None
