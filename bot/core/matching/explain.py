"""Why did the matcher find what it found? For editors: words that spoke for it, and its nearest phrasings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.matching import Candidate
from bot.core.matching.finder import KnowledgeFinder
from bot.core.matching.reading import Piece, cleaned

MOST_PHRASINGS = 3
MOST_WORDS = 5
_WORTH = 0.02
"""A word without which the winner's lead is less by so much spoke for it."""


@dataclass(frozen=True, slots=True)
class Contender:
    """An entry that came into question, and its phrasings that are most like the text, with their likeness
    (0 to 1)."""

    candidate: Candidate
    phrasings: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``mended`` are words that were read differently; ``words`` those that spoke for the first contender,
    the weightiest first."""

    mended: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    contenders: tuple[Contender, ...]


def explain(finder: KnowledgeFinder, text: str) -> Explanation:
    """Why *text*, taken as one question, is understood as it is; nothing where no example is like it."""
    message = cleaned(text)
    language = finder.reader.language(message)
    piece = finder.reader.mended_piece(message, language)
    (judged,) = finder.judge.judged([piece])
    if judged.confidence == 0:
        return Explanation((), (), ())
    contenders = tuple(_contender(finder, piece, one) for one in judged.candidates[:2])
    return Explanation(_mended(finder, message, language), _words(finder, piece), contenders)


def nearest(finder: KnowledgeFinder, text: str, entry: str) -> tuple[tuple[str, float], ...]:
    """The phrasings of *entry* that are most like *text*, taken as one question, with their likeness."""
    message = cleaned(text)
    return _nearest(finder, finder.reader.mended_piece(message, finder.reader.language(message)), entry)


def _mended(finder: KnowledgeFinder, message: str, language: str) -> tuple[tuple[str, str], ...]:
    before = finder.reader.piece(message, language).words
    after = finder.reader.mended_piece(message, language).words
    return tuple((a, b) for a, b in zip(before, after, strict=False) if a != b)


def _contender(finder: KnowledgeFinder, piece: Piece, candidate: Candidate) -> Contender:
    return Contender(candidate, _nearest(finder, piece, candidate.entry))


def _nearest(finder: KnowledgeFinder, piece: Piece, entry: str) -> tuple[tuple[str, float], ...]:
    shelf = finder.judge.shelf(piece.language)
    (near,) = shelf.similarities(
        [shelf.index.vector(piece.told, piece.language)], finder.judge.meant([piece])
    )
    own = np.flatnonzero(np.array(shelf.labels) == shelf.entries.index(entry))
    best = own[np.argsort(-near[own], kind="stable")[:MOST_PHRASINGS]].tolist()
    return tuple((shelf.examples[one].text, float(near[one])) for one in best)


def _words(finder: KnowledgeFinder, piece: Piece) -> tuple[str, ...]:
    """Words without which the winner would lead by less, each left out in turn."""
    words = tuple(dict.fromkeys(piece.words))
    lead, *leads = _leads(finder, [piece, *(_without(piece, word) for word in words)])
    worth = {word: lead - without for word, without in zip(words, leads, strict=True)}
    written = finder.reader.written.get(piece.language, {})
    spoke = sorted((word for word in worth if worth[word] >= _WORTH), key=lambda word: -worth[word])
    return tuple(written.get(word, word) for word in spoke[:MOST_WORDS])


def _leads(finder: KnowledgeFinder, pieces: Sequence[Piece]) -> list[float]:
    """By how much the score of the best entry is above the second, for each piece."""
    every = finder.judge.evidence(pieces)
    return [found.totals[0] - found.totals[1] if found and len(found.totals) > 1 else 0.0 for found in every]


def _without(piece: Piece, word: str) -> Piece:
    words = tuple(other for other in piece.words if other != word)
    return replace(piece, words=words, sentence=" ".join(words))
