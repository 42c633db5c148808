"""Phrasings that sound more like another entry: the nearest neighbour of each, by the matcher's own index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import corpus
from bot.core.matching.corpus import Example, Kind
from bot.core.matching.index import Index
from bot.core.matching.reading import build_reader

BESIDE = (Kind.SMALLTALK, Kind.NONE)
"""What stands beside the entries."""

NEAR = 0.45
"""Similarity from which a neighbour pulls. Without a bound two of three phrasings lean somewhere, because
they share a word with a stranger; from here on it is one of twenty (228 of 4,608, measured on the 166
entries of 22 November 2026), and most of these pairs a person finds alike too."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """``phrasing`` belongs to ``entry``, but ``neighbour``, a text of ``other``, is the nearest to it."""

    entry: str
    phrasing: str
    other: str
    neighbour: str


def leaning(kb: KnowledgeBase, on: date, language: str) -> Iterator[Leaning]:
    """Every phrasing in *language* that leans to another entry; takes seconds for thousands of them."""
    known = corpus.read(kb, on)
    reader = build_reader(kb, known)
    examples = [e for e in known.examples if e.of.kind not in BESIDE and e.language == language]
    words = [reader.words(example.text, language) for example in examples]
    index = Index.build([(of_one, language) for of_one in words])
    for number, example in enumerate(examples):
        if not example.is_title:
            (similar,) = index.similarities([index.vector(words[number], language)])
            similar[number] = 0  # itself
            nearest = int(similar.argmax())
            if similar[nearest] >= NEAR:
                yield from _other(example, examples[nearest])


def _other(example: Example, nearest: Example) -> Sequence[Leaning]:
    if example.of == nearest.of:
        return ()
    return (Leaning(example.of.id, example.text, nearest.of.id, nearest.text),)
