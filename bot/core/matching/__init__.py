"""From a text to ranked entries with calibrated confidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Band(StrEnum):
    """What to do with a text: the three bands, and what stands before them."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"
    SMALLTALK = "smalltalk"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry and the probability (0 to 1) that it is the right one."""

    entry: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a text means.

    ``entry`` is the answered entry (band answer), the id of the small talk (band smalltalk) or the
    kind of danger (band safety), else None. ``candidates`` are the best three at least, best first,
    in every band. ``also`` are further entries that the text asks for (several questions in one).
    """

    text: str
    language: str
    band: Band
    entry: str | None
    confidence: float
    candidates: tuple[Candidate, ...] = ()
    also: tuple[str, ...] = ()
    command: str | None = None


class Finder(Protocol):
    """What the dialogue asks about a text; built once per version of the knowledge base."""

    def find(self, text: str, language: str = "") -> Found:
        """The meaning of a whole message; *language* is a hint (two letters)."""

    def danger(self, text: str) -> str:
        """The kind of acute danger that *text* shows ("crisis", "violence", "emergency"), or ""."""

    def command(self, text: str) -> str:
        """The name of the command that the whole text gives in words, or ""; only when sure."""

    def asks(self, text: str) -> bool:
        """Whether *text* looks like a question."""

    def language(self, text: str) -> str:
        """The language in which *text* is written (two letters)."""


FEATURES = (
    "total",  # score of the best entry
    "ridge",
    "nearest",  # similarity of its nearest example
    "ridge_to_nearest",  # do many examples speak for it, or one?
    "margin",  # to the second entry
    "relative_margin",
    "margin_beside",  # to the best class beside the entries
    "relative_margin_beside",
    "margin_to_other_kind",  # from an entry of the Jobcenter to the best signpost, and the other way round
    "is_signpost",
    "coverage",  # share of the text that the knowledge base knows at all
    "words",  # logarithm of their number: long texts are similar to nothing, and right all the same
)
BY_WORDS, BY_MEANING = "words", "meaning"
"""The two engines: without and with sentence vectors. Their scores are not the same."""
