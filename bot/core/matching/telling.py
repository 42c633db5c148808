"""Phrases of danger that nothing harmless contains: they tell danger wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from bot.core.matching.normalise import Words

_SPARE_WORDS = 2
"""Words that may stand between those of a phrase ("ich will so einfach nicht mehr leben")."""
_SHORTEST_ALONE = 8
"""Letters a phrase of one word must have to count wherever it stands."""

T = TypeVar("T")


class TellingPhrases(Generic[T]):
    """Finds in a text the phrases that stand for something, by the rarest word of each."""

    def __init__(self, phrases: Iterable[tuple[Words, T]], harmless: Sequence[Words]) -> None:
        """Of *phrases* those that no text of *harmless* contains."""
        having: dict[str, list[Words]] = defaultdict(list)
        for words in harmless:
            for word in set(words):
                having[word].append(words)
        self._by_word: dict[str, list[tuple[Words, T]]] = defaultdict(list)
        for phrase, meaning in phrases:
            if len(phrase) < 2 and not (phrase and len(phrase[0]) >= _SHORTEST_ALONE):
                continue
            rarest = min(phrase, key=lambda word: len(having[word]) if word in having else 0)
            there = having.get(rarest, ())
            if not any(_in_order(phrase, span) for words in there for span in _spans(words, phrase)):
                self._by_word[rarest].append((phrase, meaning))

    def in_words(self, words: Words) -> Iterator[tuple[Words, T]]:
        """The parts of *words* that hold a phrase, each with what it stands for."""
        there = frozenset(words)
        for word in dict.fromkeys(words):
            for phrase, meaning in self._by_word.get(word, ()):
                if there.issuperset(phrase):
                    found = (span for span in _spans(words, phrase) if _in_order(phrase, span))
                    yield from ((span, meaning) for span in found)


def _spans(words: Words, phrase: Words) -> Iterator[Words]:
    """The parts of *words* that *phrase* may fill: from each place where it can begin."""
    for place, word in enumerate(words):
        if word == phrase[0]:
            yield words[place : place + len(phrase) + _SPARE_WORDS]


def _in_order(phrase: Words, span: Words) -> bool:
    """Do the words of *phrase* stand in *span* in their order?"""
    rest = iter(span)
    return all(word in rest for word in phrase)
