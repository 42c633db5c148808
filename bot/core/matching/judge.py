"""Judges one piece of text: the entries it may ask for, each with a confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_TOGETHER = 16
"""Pieces that are compared with all examples at once: each takes a fifth of a megabyte or two."""
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

    def judged(self, pieces: Sequence[Piece], *, by_words: bool = False) -> list[Judged]:
        """What each of *pieces* in one language means; entries in the order of the knowledge base if it means
        nothing. All together take little longer than one.

        *by_words* is quicker: what the sentences mean is not looked at.
        """
        found = self.evidence(pieces, by_words=by_words)
        return [
            self.concluded(one, piece.language, by_words=by_words)
            for piece, one in zip(pieces, found, strict=True)
        ]

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

    def evidence(self, pieces: Sequence[Piece], *, by_words: bool = False) -> list[Evidence | None]:
        """What the confidence in each rests on; None if it says nothing that an example says."""
        telling = [piece for piece in pieces if _says_something(piece.words)]
        if not telling:
            return [None] * len(pieces)
        shelf = self.shelf(telling[0].language)
        found: list[Evidence | None] = []
        for begin in range(0, len(telling), _TOGETHER):
            some = telling[begin : begin + _TOGETHER]
            found += shelf.evidence(some, None if by_words else self.meant(some))
        told = iter(found)
        return [next(told) if _says_something(piece.words) else None for piece in pieces]

    def meant(self, pieces: Sequence[Piece]) -> Floats | None:
        """The vectors of their sentences (pieces, size), if there is an encoder."""
        return self.sentences.vectors([piece.sentence for piece in pieces]) if self.sentences else None

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
