"""Judges one piece of text: the entries it may ask for, each with a confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.matching import Candidate
from bot.core.matching.calibrate import Evidence, confidences, probability
from bot.core.matching.corpus import Kind
from bot.core.matching.normalise import Words
from bot.core.matching.shelf import MAIN, Shelf, group

MOST_CANDIDATES = 5
SAME_PHRASE = 0.5
"""Similarity from which a message is a known phrase of small talk, give or take a word."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a piece of text was found to mean: entries by falling confidence, or a small talk."""

    candidates: tuple[Candidate, ...]
    smalltalk: str = ""

    @property
    def entry(self) -> str:
        return self.candidates[0].entry if self.candidates else ""

    @property
    def confidence(self) -> float:
        return self.candidates[0].confidence if self.candidates else 0.0


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares a text with the examples of its language.

    The index is the one kernel so far. A second one (sentence vectors) joins in the shelves: the scorer
    only wants similarities to the examples, wherever they come from, and coefficients solved for their sum.
    """

    shelves: Mapping[str, Shelf]

    def judged(self, words: Words, language: str) -> Judged:
        """What *words* mean; entries in the order of the knowledge base if they mean nothing."""
        shelf = self._shelf(language)
        found = self.evidence(words, language)
        if found is None:
            return Judged(tuple(Candidate(entry, 0.0) for entry in shelf.entries[:MOST_CANDIDATES]))
        certain = confidences(found, probability(found.features))
        candidates = tuple(
            Candidate(shelf.entries[number], confidence)
            for number, confidence in zip(found.order[:MOST_CANDIDATES], certain, strict=False)
        )
        return Judged(candidates, _smalltalk(found, shelf))

    def evidence(self, words: Words, language: str) -> Evidence | None:
        """What the confidence rests on; None if *words* say nothing that an example says."""
        return self._shelf(language).evidence(words, language) if _says_something(words) else None

    def _shelf(self, language: str) -> Shelf:
        return self.shelves.get(group(language), self.shelves[MAIN])


def _smalltalk(found: Evidence, shelf: Shelf) -> str:
    """The small talk that the text is, or "": nearer than any entry, and nearly a known phrase."""
    if found.beside is None or found.beside_nearest < SAME_PHRASE:
        return ""
    a_class = shelf.classes[found.beside]
    return a_class.id if a_class.kind is Kind.SMALLTALK else ""


def _says_something(words: Words) -> bool:
    """Is there a word at all? Single letters and numbers ask for nothing."""
    return any(len(word) > 1 and not word.isdigit() for word in words)
