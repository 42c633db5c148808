"""How alike the examples are to each other, some rows at a time: all at once would take gigabytes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.index import Floats, Index, Vector
from bot.core.matching.meaning import Meanings

MEANING_SHARE = 0.5
"""Share of the meaning in the likeness of two texts, the rest are the words; two thirds are as good."""
_DENSE = 1500
"""Features of the largest lists; with ten thousand German examples 97 of 100 common pairs are theirs. Those
are multiplied as a dense matrix, the rest list by list."""
_AT_ONCE = 64
"""Examples whose lists are looked through together."""


class WordLikeness:
    """By their words: the similarities of ``Index``, for many examples at once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        starts = index.arrays["starts"].astype(np.int64)
        commonest = np.argsort(-np.diff(starts), kind="stable")[:_DENSE]
        self._dense = np.zeros((index.size, len(commonest)), dtype=np.float32)
        for column, feature in enumerate(commonest):
            examples, weights = index.list_of(int(feature))
            self._dense[examples, column] = weights
        self._is_rare = np.ones(len(starts) - 1, dtype=bool)
        self._is_rare[commonest] = False

    def of(self, chosen: NDArray[np.int64], count: int) -> Floats:
        """How similar the *chosen* examples are to each of the first *count*."""
        found = self._dense[chosen] @ self._dense[:count].T
        for begin in range(0, len(chosen), _AT_ONCE):
            some = slice(begin, begin + _AT_ONCE)
            found[some] += self._index.likeness(chosen[some], count, self._is_rare)
        return np.asarray(found, dtype=np.float32)


class Likeness:
    """By their words and, with *meanings*, by what they mean; of all or of *chosen* examples."""

    def __init__(
        self,
        index: Index,
        meanings: Meanings | None = None,
        chosen: NDArray[np.int64] | None = None,
    ) -> None:
        self._chosen = np.arange(index.size) if chosen is None else chosen
        self.size = len(self._chosen)
        self._words = WordLikeness(index)
        self._meanings = meanings

    def rows(self, begin: int, end: int, count: int) -> Floats:
        """Of the examples from *begin* to *end* the likeness to each of the first *count*."""
        rows, columns = self._chosen[begin:end], self._chosen[:count]
        found = self._words.of(rows, int(columns.max(initial=-1)) + 1)[:, columns]
        if self._meanings is not None:
            found *= np.float32(1 - MEANING_SHARE)
            found += np.float32(MEANING_SHARE) * self._meanings.likeness(rows, columns)
        return found


def alike(index: Index, meanings: Meanings | None, vectors: Sequence[Vector], meant: Floats | None) -> Floats:
    """How alike each example is to each text (texts, examples), by the words and, if given, by what is
    *meant* (texts, size)."""
    words = index.similarities(vectors)
    if meanings is None or meant is None:
        return words
    return np.float32(1 - MEANING_SHARE) * words + alike_in_meaning(meanings, meant)


def alike_in_meaning(meanings: Meanings, meant: Floats) -> Floats:
    """The part of ``alike`` that the meaning has."""
    return np.float32(MEANING_SHARE) * meanings.similarities(meant)
