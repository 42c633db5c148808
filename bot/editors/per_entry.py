"""How well each answer is found (recall), and how often it is right where it is found (precision). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Found
from bot.editors.judged import Judged

MOST_GAPS = 10
MOST_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class EntryFigures:
    """``samples`` of the entry, of which ``first`` have it at the first place; ``taken`` questions have it
    there in all, and those out of scope that are answered with it.
    """

    entry: str
    samples: int
    first: int
    taken: int

    @property
    def recall(self) -> float | None:
        return self.first / self.samples if self.samples else None

    @property
    def precision(self) -> float | None:
        return self.first / self.taken if self.taken else None


@dataclass(frozen=True, slots=True)
class Gap:
    """An entry that is found badly, with the samples that went astray."""

    figures: EntryFigures
    missed: tuple[Judged, ...]


def by_entry(judged: Sequence[Judged], outside: Iterable[Found], kb: KnowledgeBase) -> list[EntryFigures]:
    """Every entry that has samples or is taken for something, in the order of the knowledge base."""
    samples = Counter(one.right for one in judged)
    first = Counter(one.right for one in judged if one.is_first)
    taken = Counter(one.first for one in judged if one.first)
    taken.update(one.entry for one in outside if one.band is Band.ANSWER and one.entry)
    known = dict.fromkeys([*(entry.id for entry in kb.entries), *samples, *taken])
    return [
        EntryFigures(one, samples[one], first[one], taken[one]) for one in known if samples[one] or taken[one]
    ]


def gaps(judged: Iterable[Judged], figures: Iterable[EntryFigures]) -> list[Gap]:
    """Where phrasings are missing most: the entries with the least recall, of those that miss anything."""
    missed: dict[str, list[Judged]] = {}
    for one in judged:
        if not one.is_first:
            missed.setdefault(one.right, []).append(one)
    found = [Gap(one, tuple(missed[one.entry])) for one in figures if one.entry in missed]
    return sorted(found, key=lambda gap: (gap.figures.recall or 0.0, -len(gap.missed)))
