"""The sentences of a text and their words, as a reader counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.core.facts import MONTHS

# A dot ends no sentence in abbreviations of single letters ("z. B.") and in dates ("am 1. Juli").
# Lines end sentences too: list items and headings have no dot.
_END = re.compile(
    r"(?<![\W\d_][^\W\d_])(?<!^[^\W\d_])"
    rf"(?!(?<=\d)\.\s+(?:{'|'.join(MONTHS)}))[.!?]+[\"“”»)*]*(?=\s|$)|\n"
)
_PLACEHOLDER = re.compile(r"\{(contact:)?[^{}\n]*\}")
_ADDRESS = re.compile(r"\]\(https://[^\s()]+\)")


def sentences(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each sentence of a text in the light markup: where it begins, and its words.

    An amount counts as the two words that will stand there, a link as its words without the address.
    """
    for start, end in pairwise(borders(text)):
        sentence = text[start:end]
        words = _words(sentence)
        if words:
            yield start + len(sentence) - len(sentence.lstrip()), words


def borders(text: str) -> list[int]:
    """The beginning of *text*, the end of each of its sentences, and its end."""
    return [0, *(found.end() for found in _END.finditer(text)), len(text)]


def _words(sentence: str) -> list[str]:
    filled = _PLACEHOLDER.sub(lambda match: "Nummer" if match[1] else "0 Euro", sentence)
    plain = _ADDRESS.sub("", filled).translate({ord(mark): "" for mark in "*["})
    return [word for word in plain.split() if any(map(str.isalnum, word))]
