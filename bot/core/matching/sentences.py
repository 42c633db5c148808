"""Cuts a message into the parts that can each mean something of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_QUESTION = 500
"""Letters above which no message is one question: then its sentences count, each for itself. With 300 one of
100 messages from life more was misunderstood; hardly any is longer than 500."""
MOST_WORDS = 40
"""Who writes without any stop is cut here: a question hardly ever needs more words."""
_FEWEST_WORDS = 3
"""Words that a part needs to be a matter of its own."""

# A dot after a digit is a date ("am 3. Dezember"); a mark may be followed by a word without a blank.
_SENTENCE_END = re.compile(r"(?<=[!?…؟])\s+|(?<=[^\d\s]\.)\s+|[\n\r;؛]+|(?<=[^\W\d_][!?؟])(?=\w)")
_AND = re.compile(r",?\s+(?:und|and|ve|i|и|та|و|außerdem|ausserdem|übrigens)\s+", re.IGNORECASE)


def sentences(text: str, most: int) -> list[str]:
    """The sentences of *text* in order, each once; none longer than MOST_WORDS, none without a letter.

    If there are more than *most*, neighbours are joined, so that nothing is lost.
    """
    found = list(dict.fromkeys(_cut(_SENTENCE_END.split(text))))
    together = -(-len(found) // most)
    if together <= 1:
        return found
    return [" ".join(found[start : start + together]) for start in range(0, len(found), together)]


def matters(text: str) -> list[str]:
    """The parts of *text* that may be matters of their own: sentences, and what "und" joins.

    Empty if there are fewer than two.
    """
    parts = [part for sentence in _SENTENCE_END.split(text) for part in _AND.split(sentence)]
    long_enough = [part for part in _cut(parts) if len(part.split()) >= _FEWEST_WORDS]
    return long_enough if len(long_enough) > 1 else []


def _cut(parts: Iterable[str]) -> list[str]:
    cut: list[str] = []
    for part in parts:
        words = part.split()
        for start in range(0, len(words), MOST_WORDS):
            piece = " ".join(words[start : start + MOST_WORDS])
            if any(char.isalnum() for char in piece):
                cut.append(piece)
    return cut
