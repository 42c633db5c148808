"""What two texts can have in common: stemmed words, pairs of them, and pieces of words.

Each is a number of 64 bits made of its letters (Weinberger et al. 2009): a hundred thousand strings would
take most of the index's memory. Of a million features two share a number once in thirty million indexes.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

import numpy as np
import Stemmer
from numpy.typing import NDArray

from bot.core.matching.normalise import Words

Hashes = NDArray[np.uint64]

SHORTEST_PIECE, LONGEST_PIECE = 2, 5
"""Lengths of the pieces of a word, its borders counted as a letter (scikit-learn's ``char_wb``)."""
SIGN = "§"
"""Begins a word that nobody typed: a sign (see ``signs``). It is no part of pairs, and has no pieces."""
_SIGN_COUNTS = 3
"""How often a sign counts as a word that is typed once; once moved nothing."""
_LONGEST_WORD = 40
"""What is longer is no word; its pieces beyond that would only cost time."""
_STEMS, _PIECES = 98_304, 16_384
"""Words whose stem and pieces are remembered (people use the same ones): 12 and 30 MB at most. Whoever learns
reads the sixty thousand words of the knowledge base twice."""

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


def stem(word: str, language: str) -> str:
    """*word* without its endings; as it is where the language has no stemmer."""
    name = _STEMMERS.get(language)
    # One shared by two threads would mix their words; making one is cheap if it need not remember any.
    return str(Stemmer.Stemmer(name, 0).stemWord(word)) if name else word


def pieces(word: str) -> tuple[str, ...]:
    """All pieces of *word* from 2 to 5 letters, with a blank at its borders."""
    padded = f" {word} "
    return tuple(
        padded[start : start + length]
        for length in range(SHORTEST_PIECE, min(LONGEST_PIECE, len(padded)) + 1)
        for start in range(len(padded) - length + 1)
    )


def word_features(words: Words, language: str) -> Hashes:
    """Stems and pairs of neighbouring stems, in any order, and signs; as often as they occur."""
    typed = [word for word in words if not word.startswith(SIGN)]
    stems = np.array([_stemfeature(word[:_LONGEST_WORD], language) for word in typed], dtype=np.uint64)
    signs = [feature(word) for word in words if word.startswith(SIGN)] * _SIGN_COUNTS
    return np.concatenate([stems, stems[:-1] * _ODD + stems[1:], np.array(signs, dtype=np.uint64)])


def piece_features(words: Words) -> Hashes:
    """The pieces of all typed words, as often as they occur; never one of ``word_features``."""
    typed = [_piece_hashes(word[:_LONGEST_WORD]) for word in words if not word.startswith(SIGN)]
    return np.concatenate(typed) if typed else np.zeros(0, np.uint64)


_ODD = np.uint64(0x9E3779B97F4A7C15)
"""Makes a pair of words another number than the pair the other way round."""


@lru_cache(maxsize=_STEMS)
def _stemfeature(word: str, language: str) -> int:
    return feature(f"={stem(word, language)}")


@lru_cache(maxsize=_PIECES)
def _piece_hashes(word: str) -> Hashes:
    return np.array([feature(piece) for piece in pieces(word)], dtype=np.uint64)


def forget() -> None:
    """Give back the memory of what was remembered."""
    _stemfeature.cache_clear()
    _piece_hashes.cache_clear()


def feature(text: str) -> int:
    """The number of 64 bits that stands for *text*, in every process the same."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
