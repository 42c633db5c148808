"""What the matcher learns from: every text of the knowledge base that stands for a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.knowledge import Entry, KnowledgeBase
from bot.core.matching.normalise import fold


class Kind(StrEnum):
    """What follows if a class wins: it can be answered, or it stands beside what can be answered."""

    ENTRY = "entry"
    SMALLTALK = "smalltalk"
    NONE = "none"


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
            yield from _of_entry(entry, kb, Class(Kind.ENTRY, entry.id))
    for talk in kb.smalltalk:
        for phrase in talk.phrases:
            yield Example(phrase, "", Class(Kind.SMALLTALK, talk.id))
    for text in kb.none:
        yield Example(text, "de", Class(Kind.NONE))


def _of_entry(entry: Entry, kb: KnowledgeBase, of: Class) -> Iterator[Example]:
    for text in (entry.question, entry.label, " ".join(entry.keywords)):
        yield Example(text, "de", of)
    for language, by_entry in sorted(kb.phrasings.items()):
        for phrasing in by_entry.get(entry.id, ()):
            yield Example(phrasing, language, of)
