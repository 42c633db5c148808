"""What two texts can have in common: stemmed words, pairs of them, and pieces of words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from bot.core.matching.normalise import Words

SHORTEST_PIECE, LONGEST_PIECE = 2, 5
"""Lengths of the pieces of a word, its borders counted as a letter (scikit-learn's ``char_wb``)."""
_LONGEST_WORD = 40
"""What is longer is no word; its pieces beyond that would only cost time."""
_STEMS, _PIECES = 32_768, 8192
"""Words whose stem and pieces are remembered (people use the same ones): 4 and 15 MB at most."""

_STEMMERS = {
    "de": "german",
    "en": "english",
    "tr": "turkish",
    "ar": "arabic",
    "ru": "russian",
    "pl": "polish",
    "ro": "romanian",
    "fa": "persian",
    "fr": "french",
}


@lru_cache(maxsize=_STEMS)
def stem(word: str, language: str) -> str:
    """*word* without its endings; as it is where the language has no stemmer."""
    name = _STEMMERS.get(language)
    # A stemmer keeps the word it works on, so one shared by two threads would mix them; making one is cheap.
    return str(snowballstemmer.stemmer(name).stemWord(word)) if name else word


@lru_cache(maxsize=_PIECES)
def pieces(word: str) -> tuple[str, ...]:
    """All pieces of *word* from 2 to 5 letters, with a blank at its borders."""
    padded = f" {word[:_LONGEST_WORD]} "
    return tuple(
        padded[start : start + length]
        for length in range(SHORTEST_PIECE, min(LONGEST_PIECE, len(padded)) + 1)
        for start in range(len(padded) - length + 1)
    )


def word_features(words: Words, language: str) -> Counter[str]:
    """Stems and pairs of neighbouring stems; marked so that they never equal a piece."""
    stems = [stem(word[:_LONGEST_WORD], language) for word in words]
    counts = Counter(f"={word}" for word in stems)
    counts.update(f"={first}={second}" for first, second in pairwise(stems))
    return counts


def piece_features(words: Words) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(pieces(word))
    return counts
