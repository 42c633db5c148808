"""A message as words, and whether one of them can be a name where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.core.matching.normalise import fold
from bot.core.redaction import common_words, cues
from bot.core.redaction.first_names import ALSO_WORDS, FIRST_NAMES

MOST_WORDS = 4
"""Of one name: "Maria del Carmen Ruiz"."""

_LONGEST_SURNAME = 14
"""Letters; a longer word is a compound, as German has them."""
_SHORTEST_GENITIVE = 4
"""Letters: "Peters" is Peter's, "Ines" is not Ine's."""
_SHORTEST_ENDING = 4
"""Letters of a word whose ending tells that it is a surname."""
_ARABIC_ARTICLE = fold("ال")
_APOSTROPHE = re.compile("['’´`ʼ]")
_WORD = re.compile(r"\w+(?:['’´`ʼ-]\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """``start`` and ``end`` are places in the text; ``folded`` as ``matching.normalise`` folds."""

    start: int
    end: int
    text: str
    folded: str


class Message:
    """The words of one message, by their place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = [Word(*match.span(), match[0], fold(match[0])) for match in _WORD.finditer(text)]

    def gap(self, at: int) -> str:
        """What stands between the word at this place and the one before it."""
        return self._text[self.words[at - 1].end : self.words[at].start]

    def folded(self, at: int) -> str:
        """The word at this place, "" outside the message."""
        return self.words[at].folded if 0 <= at < len(self.words) else ""

    @cached_property
    def tells_by_capitals(self) -> bool:
        """Not if everything, nothing or the begin of each word is in capitals."""
        return any(word.text.islower() and len(word.text) > 2 for word in self.words)

    @cached_property
    def is_in_small_letters(self) -> bool:
        """Whether a name would be typed without its capital letter."""
        rest = [word.text for word in self.words[1:]]
        return any(map(str.islower, rest)) and not any(text != text.lower() for text in rest)

    def is_capital(self, at: int) -> bool:
        """Whether a capital letter says that this is a noun or a name."""
        return self.tells_by_capitals and self.begins_with_capital(at)

    def begins_with_capital(self, at: int) -> bool:
        """Not for a word that is shouted."""
        text = self.words[at].text
        return text[0].isupper() and not (len(text) > 1 and text.isupper())

    def has_case(self, at: int) -> bool:
        """Whether its script has capital letters; Arabic has none."""
        return self.words[at].text.lower() != self.words[at].text.upper()

    def can_be_name(self, at: int) -> bool:
        """No word that is never a name: behind "ich heiße" that is enough."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        if len(word.text) < 2 or not word.folded.strip() or any(map(str.isdigit, word.text)):
            return False
        return word.folded not in common_words.NO_NAMES or (word.folded in ALSO_WORDS and self.is_capital(at))

    def can_be_part(self, at: int) -> bool:
        """As ``can_be_name``, or an initial."""
        return self.can_be_name(at) or (len(self.words[at].text) == 1 and self.words[at].text.isalpha())

    def is_first_name(self, at: int) -> bool:
        """Whether this is on the list of names that mean nothing else."""
        word = self.words[at]
        stem = word.folded
        if stem.isascii():  # "Ayşe'nin" and "Peter's"; in "Дар'я" the apostrophe is part of the name
            stem = fold(_APOSTROPHE.split(word.text)[0])
        if stem in FIRST_NAMES:
            return True
        parts = stem.split()
        if len(parts) > 1:
            return parts[0] in FIRST_NAMES and all(
                part in FIRST_NAMES or part in ALSO_WORDS for part in parts
            )
        is_genitive = word.text[0].isupper() and len(stem) > _SHORTEST_GENITIVE and stem.endswith("s")
        return is_genitive and stem[:-1] in FIRST_NAMES

    def looks_like_name(self, at: int) -> bool:
        """By the lists, or by a capital letter where no noun that people here use stands."""
        if not self.can_be_name(at):
            return False
        return self.is_first_name(at) or (self.is_capital(at) and not self.is_noun(at))

    def is_noun(self, at: int) -> bool:
        """A word with a capital letter that people use here, or one too long for a name."""
        folded = self.folded(at)
        if folded in ALSO_WORDS:
            return False
        is_compound = max(map(len, folded.split()), default=0) > _LONGEST_SURNAME
        is_known = folded in common_words.NOUNS or folded in cues.PERSONS
        return is_compound or is_known or folded.endswith(common_words.NOUN_ENDINGS)

    def looks_like_surname(self, at: int) -> bool:
        """By the lists and endings, also in small letters."""
        folded = self.folded(at)
        is_long = len(folded) > _SHORTEST_ENDING
        return folded in common_words.SURNAMES or (is_long and folded.endswith(common_words.SURNAME_ENDINGS))

    def end_of_name(self, first: int, open_end: bool = False) -> int:
        """The place of the last word of the name that begins at *first*.

        With *open_end* a second word counts in a message without capitals, even if it is on no list.
        """
        last = first
        while last + 1 < min(len(self.words), first + MOST_WORDS) and not self.gap(last + 1).strip(" .'-"):
            step = self._goes_on(last + 1, open_end and last == first)
            if not step or self._ends_a_sentence(last + 1):
                break
            last += step
        return last

    def _ends_a_sentence(self, at: int) -> bool:
        """A dot before this word, unless behind an initial."""
        return "." in self.gap(at) and len(self.words[at - 1].text) > 2

    def _goes_on(self, at: int, is_open: bool) -> int:
        """How many more words from here belong to the name."""
        behind = at
        while self.folded(behind) in cues.PARTICLES and behind + 1 < len(self.words):
            behind += 1
        if behind > at and not self.gap(behind).strip() and self._is_surname(behind, is_open):
            return behind - at + 1
        return int(self._is_surname(at, is_open))

    def _is_surname(self, at: int, is_open: bool) -> bool:
        if not self.can_be_name(at):
            return False
        is_arabic = self.folded(at).startswith(_ARABIC_ARTICLE)
        if is_arabic or self.looks_like_name(at) or self.looks_like_surname(at):
            return True
        if self.is_noun(at) or not self.has_case(at):
            return False
        is_plain = not self.tells_by_capitals or self.words[at].text.islower()
        return (is_open and is_plain) or (not self.tells_by_capitals and self.begins_with_capital(at))
