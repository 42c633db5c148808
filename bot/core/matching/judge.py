"""Judges one piece of text: the entries it may ask for, each with a confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.knowledge import Calibration
from bot.core.matching import BY_MEANING, BY_WORDS, Candidate
from bot.core.matching.calibrate import Evidence, confidences, probability
from bot.core.matching.corpus import Kind
from bot.core.matching.index import Floats
from bot.core.matching.meaning import Sentences
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Piece
from bot.core.matching.shelf import Shelf, group

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
    """Compares a text with the examples of its language."""

    shelves: Mapping[str, Shelf]
    calibrations: Mapping[str, Calibration]
    sentences: Sentences | None = None

    @property
    def calibration(self) -> Calibration:
        """How sure it may be with all it has."""
        return self.calibrations[BY_MEANING if self.sentences else BY_WORDS]

    def judged(self, piece: Piece, *, by_words: bool = False) -> Judged:
        """What *piece* means; entries in the order of the knowledge base if it means nothing.

        *by_words* is quicker: what the sentence means is not looked at.
        """
        return self.concluded(self.evidence(piece, by_words=by_words), piece.language, by_words=by_words)

    def concluded(self, found: Evidence | None, language: str, *, by_words: bool = False) -> Judged:
        """What a piece in *language* with this evidence means; None: it says nothing that is known."""
        shelf = self.shelf(language)
        if found is None:
            first = shelf.entries[:MOST_CANDIDATES]
            return Judged(tuple(Candidate(entry, 0.0) for entry in first))
        calibration = self.calibrations[BY_WORDS] if by_words else self.calibration
        certain = confidences(found, probability(calibration, found.features))
        candidates = tuple(
            Candidate(shelf.entries[number], confidence)
            for number, confidence in zip(found.order[:MOST_CANDIDATES], certain, strict=False)
        )
        return Judged(candidates, _smalltalk(found, shelf))

    def evidence(self, piece: Piece, *, by_words: bool = False) -> Evidence | None:
        """What the confidence rests on; None if *piece* says nothing that an example says."""
        if not _says_something(piece.words):
            return None
        meaning = None if by_words else self.meaning(piece)
        return self.shelf(piece.language).evidence(piece, meaning)

    def meaning(self, piece: Piece) -> Floats | None:
        """The vector of its sentence, if there is an encoder."""
        return self.sentences.vectors([piece.sentence])[0] if self.sentences else None

    def shelf(self, language: str) -> Shelf:
        """The examples with which a text in *language* is compared."""
        return self.shelves[group(language, self.shelves)]


def _smalltalk(found: Evidence, shelf: Shelf) -> str:
    """The small talk that the text is, or "": nearer than any entry, and nearly a known phrase."""
    if found.beside is None or found.beside_nearest < SAME_PHRASE:
        return ""
    a_class = shelf.classes[found.beside]
    return a_class.id if a_class.kind is Kind.SMALLTALK else ""


def _says_something(words: Words) -> bool:
    """Is there a word at all? Single letters and numbers ask for nothing."""
    return any(len(word) > 1 and not word.isdigit() for word in words)
