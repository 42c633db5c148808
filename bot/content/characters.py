"""Characters that do not belong into the files of the knowledge base: tabs and invisible ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.slips import Slip
from bot.core.knowledge import Place, Problem

# What YAML 1.1 calls printable, without the tab: it is complained about by its own name.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def unreadable_characters(text: str, file: str) -> Iterator[Problem]:
    """The first tab and the first control character; how many there are."""
    tabs = text.count("\t")
    if tabs:
        times = "" if tabs == 1 else f" ({tabs} Mal in dieser Datei)"
        yield Problem(
            _place_in(text, text.index("\t"), file),
            f"Hier steht ein Tabulator{times}. Bitte Leerzeichen nehmen, zum Einrücken je zwei.",
            rule=Slip.UNREADABLE_CHARACTER,
        )
    strange = _UNPRINTABLE.search(text)
    if strange:
        yield Problem(
            _place_in(text, strange.start(), file),
            f"Hier steht ein unsichtbares Zeichen (U+{ord(strange[0]):04X}), oft aus kopiertem Text. "
            "Bitte löschen und neu tippen.",
            rule=Slip.UNREADABLE_CHARACTER,
        )


def _place_in(text: str, offset: int, file: str) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
