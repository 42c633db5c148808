"""What the matcher learns from: every text of the knowledge base that stands for a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.knowledge import ELSEWHERE, Entry, KnowledgeBase
from bot.core.matching.normalise import fold


class Kind(StrEnum):
    """What follows if a class wins: it can be answered (by the Jobcenter, or by naming who is responsible),
    or it stands beside what can be answered."""

    ENTRY = "entry"
    SIGNPOST = "signpost"
    SMALLTALK = "smalltalk"
    NONE = "none"


LIFE_WEIGHT = 0.5
"""Of a message written from somebody's life: it tells many things at once, and there are many about what
happens often. With full weight questions written topic by topic were lost (``--ablate``)."""
ANSWERED = (Kind.ENTRY, Kind.SIGNPOST)


@dataclass(frozen=True, slots=True)
class Class:
    kind: Kind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One text that stands for a class, in the language it is written in ("" where nobody says)."""

    text: str
    language: str
    of: Class
    is_title: bool = False
    """The name of an entry: its question, its label, its keywords."""
    weight: float = 1.0
    """How much it counts in learning."""


@dataclass(frozen=True, slots=True)
class Corpus:
    examples: tuple[Example, ...]
    classes: tuple[Class, ...]
    """Entries first; each class has at least one example."""


def read(kb: KnowledgeBase, on: date) -> Corpus:
    """The corpus of *kb* as it is valid on this day.

    A withdrawn entry stays: what asks for it must not find its neighbour instead, and hears that it is
    being checked.
    """
    examples = tuple(example for example in _examples(kb, on) if fold(example.text).strip())
    order = {kind: number for number, kind in enumerate(Kind)}
    classes = sorted(dict.fromkeys(e.of for e in examples), key=lambda a_class: order[a_class.kind])
    return Corpus(examples, tuple(classes))


def _examples(kb: KnowledgeBase, on: date) -> Iterator[Example]:
    seen: set[str] = set()
    for entry in kb.entries:
        if entry.is_valid(on) and entry.id not in seen:
            seen.add(entry.id)
            kind = Kind.SIGNPOST if entry.topic == ELSEWHERE else Kind.ENTRY
            yield from _of_entry(entry, kb, Class(kind, entry.id))
    for talk in kb.smalltalk:
        for phrase in talk.phrases:
            yield Example(phrase, "", Class(Kind.SMALLTALK, talk.id))
    for language, texts in kb.none.items():
        for text in texts:
            yield Example(text, language, Class(Kind.NONE))


def _of_entry(entry: Entry, kb: KnowledgeBase, of: Class) -> Iterator[Example]:
    for text in (entry.question, entry.label, " ".join(entry.keywords)):
        yield Example(text, "de", of, is_title=True)
    for language, by_entry in sorted(kb.phrasings.items()):
        for phrasing in by_entry.get(entry.id, ()):
            from_life = (language, entry.id, phrasing) in kb.from_life
            yield Example(phrasing, language, of, weight=LIFE_WEIGHT if from_life else 1.0)
