"""Phrases of danger that nothing harmless contains: they tell danger wherever they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from bot.core.matching.normalise import Words

_SPARE_WORDS = 2
"""Words that may stand between those of a phrase ("ich will so einfach nicht mehr leben")."""
_SHORTEST_ALONE = 8
"""Letters a phrase of one word must have to count wherever it stands."""

T = TypeVar("T")


def telling(phrases: Sequence[Words], harmless: Iterable[Words]) -> list[bool]:
    """Of each of *phrases* whether it is long enough, and no text of *harmless* contains it."""
    having: dict[str, list[Words]] = defaultdict(list)
    for words in harmless:
        for word in set(words):
            having[word].append(words)
    return [_is_telling(phrase, having) for phrase in phrases]


def _is_telling(phrase: Words, having: Mapping[str, Sequence[Words]]) -> bool:
    if len(phrase) < 2 and not (phrase and len(phrase[0]) >= _SHORTEST_ALONE):
        return False
    there = min((having.get(word, ()) for word in phrase), key=len)
    return not any(_in_order(phrase, span) for words in there for span in _spans(words, phrase))


class TellingPhrases(Generic[T]):
    """Finds in a text the phrases that stand for something."""

    def __init__(self, phrases: Sequence[tuple[Words, T]]) -> None:
        self._by_word: dict[str, list[tuple[Words, T]]] = defaultdict(list)
        counts = Counter(word for phrase, _ in phrases for word in set(phrase))
        for phrase, meaning in phrases:
            self._by_word[min(phrase, key=lambda word: counts[word])].append((phrase, meaning))

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
