"""The wordings that citizens are given: what is compared when the knowledge base in service changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import facts
from bot.core.knowledge import Entry, KnowledgeBase, Source


@dataclass(frozen=True, slots=True)
class Wording:
    """One answer as citizens read it: with the amounts and numbers of its day filled in."""

    entry: str
    answer: str
    simple: str
    sources: tuple[Source, ...] = ()
    approved_by: str | None = None
    approved_on: date | None = None

    @property
    def hash(self) -> str:
        """The same for the same texts, whoever has signed them."""
        return hashlib.sha256("\0".join((self.answer, self.simple)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LiveWording:
    """A wording and the time in which it was given; ``until`` is None while it still is.

    ``versions`` are those of the knowledge base that were in service meanwhile: answers are counted with
    them (``core.questions.DayCount``).
    """

    wording: Wording
    since: datetime
    until: datetime | None
    versions: frozenset[str]


def given_wordings(kb: KnowledgeBase, on: date, unsigned: bool) -> dict[str, Wording]:
    """Entry id -> its wording, of all answers that are given on this day; *unsigned* ones too, or not."""
    return {
        entry.id: _wording(entry, kb, on)
        for entry in kb.entries
        if entry.is_valid(on) and entry.id not in kb.withdrawn and (unsigned or entry.approved_by is not None)
    }


def _wording(entry: Entry, kb: KnowledgeBase, on: date) -> Wording:
    def filled(text: str) -> str:
        return facts.fill(text, kb, on, lambda amount, year: f"{amount} ({year})")

    return Wording(
        entry.id,
        filled(entry.answer),
        filled(entry.simple),
        entry.sources,
        entry.approved_by,
        entry.approved_on,
    )
