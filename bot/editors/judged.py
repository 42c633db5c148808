"""Samples as the matcher understood them, and the figures over many of them. Pure: nothing is asked here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Band, Found

AMONG = 3
MOST_CONFUSED = 10

Misses = Mapping[str, Sequence[str]]
"""Id of an entry -> samples that do not find it at the first place."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sample of the entry ``right``, and what was found."""

    right: str
    found: Found

    @property
    def first(self) -> str:
        """The entry that seems likeliest; "" if none is."""
        return self.found.candidates[0].entry if self.found.candidates else ""

    @property
    def is_first(self) -> bool:
        return self.first == self.right

    @property
    def is_among(self) -> bool:
        return self.right in [candidate.entry for candidate in self.found.candidates[:AMONG]]

    @property
    def is_answered(self) -> bool:
        return self.found.band is Band.ANSWER

    @property
    def is_answered_rightly(self) -> bool:
        return self.is_answered and self.found.entry == self.right


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over samples; ``safety`` got the emergency numbers first."""

    samples: int
    first: int
    among: int
    answered: int
    right: int
    safety: int

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> Figures:
        return cls(
            len(judged),
            sum(one.is_first for one in judged),
            sum(one.is_among for one in judged),
            sum(one.is_answered for one in judged),
            sum(one.is_answered_rightly for one in judged),
            sum(one.found.band is Band.SAFETY for one in judged),
        )


@dataclass(frozen=True, slots=True)
class Confusion:
    """``times`` samples of ``right`` were taken for ``taken_for``; ``example`` is the first of them."""

    right: str
    taken_for: str
    times: int
    example: str


def by_topic(judged: Iterable[Judged], kb: KnowledgeBase) -> dict[str, Figures]:
    """Figures for each topic that has samples, in the order of the topics."""
    topics = {entry.id: entry.topic for entry in kb.entries}
    groups: dict[str, list[Judged]] = {topic.id: [] for topic in kb.topics}
    for one in judged:
        groups.setdefault(topics.get(one.right, ""), []).append(one)
    return {topic: Figures.of(group) for topic, group in groups.items() if group}


def confusions(judged: Iterable[Judged]) -> list[Confusion]:
    """The pairs that are mixed up most often."""
    examples: dict[tuple[str, str], list[str]] = {}
    for one in judged:
        if not one.is_first and one.first:
            examples.setdefault((one.right, one.first), []).append(one.found.text)
    pairs = sorted(examples.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Confusion(*ids, len(texts), texts[0]) for ids, texts in pairs[:MOST_CONFUSED]]


def misses(judged: Iterable[Judged]) -> Misses:
    """The samples whose entry does not stand first, in their order."""
    found: dict[str, list[str]] = {}
    for one in judged:
        if not one.is_first:
            found.setdefault(one.right, []).append(one.found.text)
    return found


def out_of_scope(found: Iterable[Found], kb: KnowledgeBase) -> dict[str, int]:
    """What questions that the Jobcenter cannot answer got: a band, "signpost" or "wrong" (an answer)."""
    signposts = {entry.id for entry in kb.entries if entry.topic == ELSEWHERE}
    names = {"none": 0, "suggest": 0, "signpost": 0, "wrong": 0, "smalltalk": 0, "safety": 0}
    counted: Counter[str] = Counter()
    for one in found:
        answer = "signpost" if one.entry in signposts else "wrong"
        counted[answer if one.band is Band.ANSWER else one.band.value] += 1
    return {**names, **counted}
