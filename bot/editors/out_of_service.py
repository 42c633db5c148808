"""What editors are told about answers that are withdrawn: since when, and what the chat says instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.content.draft import WITHDRAWN
from bot.content.faq_files import read_withdrawn
from bot.editors import withdrawn_file
from bot.editors.files import read

CHAT_SAYS = "Diese Auskunft prüfen wir gerade"
"""The beginning of ``answer-withdrawn`` in the texts."""
ASKED_FOR = f"Der Chat sagt „{CHAT_SAYS}“."
OFFERED = "Der Chat bietet die Antwort nicht an."


def notices(folder: Path, ids: Iterable[str], instead: str = ASKED_FOR) -> Iterator[str]:
    """A line for each of *ids* that is withdrawn, each once, with what the chat does *instead*."""
    withdrawn = read_withdrawn(folder)
    hit = [entry_id for entry_id in dict.fromkeys(ids) if entry_id in withdrawn]
    days = withdrawn_file.days(_text(folder)) if hit else {}
    for entry_id in hit:
        since = f" seit {days[entry_id]:%d.%m.%Y}" if entry_id in days else ""
        yield f"'{entry_id}' ist zurückgezogen{since}: {instead}"


def in_one_line(folder: Path) -> str:
    """All that are withdrawn; "" if none is. Works also while files are broken."""
    ids = ", ".join(sorted(read_withdrawn(folder)))
    return f"Zurückgezogen: {ids}. Wieder geben: faq withdraw ID --undo" if ids else ""


def reminder(folder: Path, ids: Iterable[str]) -> str:
    """What is still to be done so that those of *ids* are given that are withdrawn; "" if none is."""
    withdrawn = read_withdrawn(folder)
    hit = [entry_id for entry_id in dict.fromkeys(ids) if entry_id in withdrawn]
    if not hit:
        return ""
    return f"Noch zurückgezogen: {', '.join(hit)}. Damit der Bot wieder antwortet, fehlt noch: {undo(hit)}"


def undo(ids: Iterable[str]) -> str:
    """The command that gives these answers again."""
    return f"faq withdraw {' '.join(ids)} --undo"


def _text(folder: Path) -> str:
    try:
        return read(folder / WITHDRAWN)
    except OSError:
        return ""
