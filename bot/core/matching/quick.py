"""What answers until all is learnt: it knows a part of the phrasings, and asks back where it is not sure.

Learning all takes minutes, for its time grows faster than what is learnt. Nothing is left out of what keeps
citizens safe: signs of danger, what only sounds like them, and what belongs nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.knowledge import KnowledgeBase
from bot.core.matching.watch import grave_entries

MOST = 8_000
"""Phrasings of all languages that are learnt quickly, about; fewer than these are learnt whole in no time."""
WARINESS = 0.075
"""So much lower are the bounds of danger, which stand too high where few ordinary messages were learnt. Of
100 in ``_danger_half`` 91 are found, as when all is learnt, without it 87; of 100 ordinary samples 1.3 are
taken for danger, without it 0.5 (23 November 2026)."""


def thinned(kb: KnowledgeBase) -> KnowledgeBase | None:
    """*kb* as if it had only some phrasings of each entry, spread evenly; None if it has few."""
    every = -(-sum(map(_count, kb.phrasings.values())) // MOST)
    if every <= 1:
        return None
    whole = grave_entries(kb)
    phrasings = {
        language: {entry: texts if entry in whole else texts[::every] for entry, texts in by_entry.items()}
        for language, by_entry in kb.phrasings.items()
    }
    return replace(kb, phrasings=phrasings)


def _count(by_entry: Mapping[str, tuple[str, ...]]) -> int:
    return sum(map(len, by_entry.values()))
