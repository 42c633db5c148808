"""Where something stands within the text of an entry, and the two ways of mentioning it."""

from __future__ import annotations

from bot.core.knowledge import Entry, KnowledgeBase, Place, Problem


def text_of(entry: Entry, field: str) -> str:
    """The text of a field that has one: question, label, answer, simple."""
    return str(getattr(entry, field))


def place_in(kb: KnowledgeBase, entry: Entry, field: str, offset: int = 0) -> Place:
    """Where the character at *offset* stands: exact in a text of several lines (``|``), else its start."""
    lines = kb.line_places.get((entry.place, field), (entry.place,))
    if len(lines) == 1:
        return lines[0]
    before = text_of(entry, field)[:offset]
    line = lines[before.count("\n")]
    return Place(line.file, line.line, line.column + len(before) - (before.rfind("\n") + 1))


def warning(place: Place, text: str) -> Problem:
    return Problem(place, text, level="warning")


def note(place: Place, text: str) -> Problem:
    return Problem(place, text, level="note")
