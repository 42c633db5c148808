"""Signs of time, negation and roles: what decides between neighbours that share all other words.

"Gestern nicht da gewesen" and "verschlafen" have no word in common, and both tell that the appointment is
over; "mein Sohn hat Fieber" tells whose illness it is. An editor names such a sign once, with the ways in
which people say it, and the index counts it as a word that all of them have in common.

A way is a row of words: ``|`` parts words of which one stands there, ``*`` stands for any ending, ``...``
for up to four words between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.matching.features import SIGN
from bot.core.matching.normalise import Words, fold

_BETWEEN = r"(?: \S+){0,4} "
_ENDING = r"\S*"


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one language, each with a pattern over folded words."""

    patterns: Mapping[str, re.Pattern[str]]

    def of(self, words: Words) -> Words:
        """A marked word for each sign in *words*; none of them is a word that anybody can type."""
        text = " ".join(words)
        return tuple(f"{SIGN}{name}" for name, pattern in self.patterns.items() if pattern.search(text))


def build_signs(ways: Mapping[str, Sequence[str]]) -> Signs:
    """From the names of signs and the ways in which they are said (see above)."""
    return Signs({name: _pattern(rows) for name, rows in ways.items()})


def _pattern(ways: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_row, ways))})(?!\S)")


def _row(way: str) -> str:
    """One way as a regular expression."""
    found = ""
    for word in way.split():
        if word == "...":
            found = found.removesuffix(" ") + _BETWEEN
        else:
            found += f"(?:{'|'.join(map(_word, word.split('|')))}) "
    return found.removesuffix(" ")


def _word(word: str) -> str:
    ending = _ENDING if word.endswith("*") else ""
    return re.escape(" ".join(fold(word.removesuffix("*")).split())) + ending
