"""From what people type to plain words: one spelling for what means the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.core.knowledge import Language

Words = tuple[str, ...]

_SPECIAL = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss",
    "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe",
    "ё": "е", "€": " euro ",
    # Arabic letters that people write one for the other, and the stretching bar
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
_APOSTROPHES = "'’‘`´ʼ"
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_LONGEST_REMEMBERED = 40
"""Letters of a word that may come again; longer ones are no words, and would fill the memory."""
_REMEMBERED = 65_536
"""Words whose folded form is remembered (people use the same ones): 17 MB at most."""
_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """What one lower-case character becomes: letters and digits stay, all else is a gap or nothing."""
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char in _APOSTROPHES:
        return ""
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.digit(char))
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if not kind.startswith("L"):
        return " "
    # Marks on Latin letters are often left out on a phone (é, ş, ą); in other scripts they are letters.
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char


def _shrunk(stretched: re.Match[str]) -> str:
    """A vowel drawn out is one vowel; a consonant typed thrice most likely stood there twice."""
    letter = stretched[1]
    return letter if letter in _VOWELS else letter * 2


def fold(text: str) -> str:
    """*text* in NFKC, lower case, without marks, punctuation and emoji; umlauts as ae, oe, ue, ss."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    # "İ".lower() is an i with a dot of its own, and NFKC of a mark may follow any letter: compose again.
    composed = unicodedata.normalize("NFC", lowered)
    return _STRETCHED.sub(_shrunk, "".join(map(_plain, composed)))


def folded(token: str) -> Words:
    """The folded words of one *token* (a text without blanks)."""
    return _remembered(token) if len(token) <= _LONGEST_REMEMBERED else tuple(fold(token).split())


@lru_cache(maxsize=_REMEMBERED)
def _remembered(token: str) -> Words:
    return tuple(fold(token).split())


def forget() -> None:
    """Give back the memory of what was remembered."""
    _remembered.cache_clear()


class Normaliser:
    """Folds a text, replaces whole words and takes words without meaning off both ends.

    One for each language; the same one must have read the phrasings and the question.
    """

    def __init__(self, language: Language | None = None) -> None:
        language = language or Language()
        self._replacements = {
            fold(word).strip(): tuple(fold(meant).split()) for word, meant in language.replacements.items()
        }
        self._fillers = _as_phrases(language.fillers)
        self._longest = max(map(len, self._fillers), default=0)

    def words(self, text: str) -> Words:
        """The words of *text*; empty if it has no letter and no digit."""
        words: list[str] = []
        for token in text.lower().split():
            for word in folded(token):
                words.extend(self.meant(word))
        return self.without_fillers(tuple(words))

    def meant(self, word: str) -> Words:
        """What one folded *word* stands for: the words that replace it, or itself."""
        return self._replacements.get(word, (word,))

    def without_fillers(self, words: Words) -> Words:
        """*words* without greetings and politeness at the ends, unless nothing would remain."""
        first, last = 0, len(words)
        while length := self._filler_at(words[first:last], at_end=False):
            first += length
        while length := self._filler_at(words[first:last], at_end=True):
            last -= length
        return words[first:last] or words

    def _filler_at(self, words: Words, *, at_end: bool) -> int:
        """How many words at this end of *words* are the longest filler that stands there."""
        for length in range(min(self._longest, len(words)), 0, -1):
            part = words[-length:] if at_end else words[:length]
            if part in self._fillers:
                return length
        return 0


def _as_phrases(phrases: Iterable[str]) -> frozenset[Words]:
    return frozenset(words for phrase in phrases if (words := tuple(fold(phrase).split())))
