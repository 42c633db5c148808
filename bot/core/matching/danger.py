"""Does a message show acute danger, and which kind?

Learned (``danger_lesson``) from phrases of danger, look-alikes and all ordinary messages there are, in every
language at once; judged are the whole message and each sentence of it. A phrase that nothing harmless
contains counts wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.matching.danger_lesson import (
    KINDS,
    MEANING_SHARE,
    NEAREST,
    DangerExample,
    Sign,
    in_order_of_signs,
    number_of,
    of_nearest,
    placed,
)
from bot.core.matching.index import Arrays, Floats, Index
from bot.core.matching.meaning import Sentences
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Piece
from bot.core.matching.telling import TellingPhrases

SENTENCE_MORE = 0.2
"""So much higher must a sentence of several score than a whole message: it is short and lacks its context."""
MOST_FROM_NEAREST = 0.45
"""So much do the nearest phrases add to a score at most where nothing else speaks for danger (measured: up to
0.43 of 3,700 ordinary messages). Where that cannot be enough, they are not searched."""
MOST_DOUBTS = 8
"""Parts of one message about which the finder is asked; who is still in doubt then is in danger."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message in pieces: the whole (None if it is too long to be judged as one), and its sentences."""

    whole: Piece | None
    sentences: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Scores from which a part of a message is danger, and from which it may be."""

    sure: float
    possible: float


class DangerSigns:
    def __init__(
        self, kept: Sequence[DangerExample], arrays: Arrays, sentences: Sentences | None = None
    ) -> None:
        """From what ``learned`` gave; *kept* are those of its examples that are not ordinary."""
        kept = in_order_of_signs(kept)
        signs = np.array([example.sign for example in kept])
        self._sentences = sentences
        self._index = Index(arrays)
        self._weights = arrays["danger_weights"].astype(np.float32)
        self._space = _Space(arrays)
        self._kinds = arrays["danger_kinds"].astype(np.float32)
        sure, possible = map(float, arrays["danger_bounds"])
        self._whole = _Bounds(sure, possible)
        self._sentence = _Bounds(sure + SENTENCE_MORE, possible + SENTENCE_MORE)
        self._dangers = int((signs <= Sign.SOME_DANGER).sum())
        self._by_kind = [np.flatnonzero(signs == kind) for kind in range(len(KINDS))]
        # By their numbers: the words of ten thousand phrases would take as much memory as their lists.
        self._listed = {number_of(one.plain): one.sign for one in reversed(kept) if one.plain}
        self._harmless = arrays["danger_harmless"].astype(np.uint64)
        dangers = zip(kept, arrays["danger_telling"].tolist(), strict=False)
        self._telling = TellingPhrases([(e.piece.words, e.sign) for e, tells in dangers if tells])

    def listed(self, plain: Words) -> str | None:
        """What an editor said of these very words: a kind, "" for harmless; None: she has not listed them."""
        number = number_of(plain)
        sign = self._listed.get(number)
        if sign is None:
            return "" if np.uint64(number) in self._harmless else None
        if sign == Sign.SOME_DANGER:
            return None
        return KINDS[sign] if sign < Sign.SOME_DANGER else ""

    def kind(self, reading: Reading, is_ordinary: Callable[[Piece], bool]) -> str:
        """The kind of danger that the message shows, or "".

        *is_ordinary* tells whether a piece is known as an ordinary question; it is asked in doubt.
        """
        several = len(reading.sentences) > 1
        parts = [(reading.whole, self._whole)] if reading.whole else []
        parts += [(sentence, self._sentence) for sentence in reading.sentences if several]
        vectors = self._vectors([piece for piece, _ in parts])
        doubts = 0
        for (piece, bounds), vector in zip(parts, vectors, strict=True):
            score, kind = self._judged(piece, vector, bounds)
            if kind and score < bounds.sure:
                doubts += 1
                kind = "" if doubts <= MOST_DOUBTS and is_ordinary(piece) else kind
            if kind:
                return kind
        spans = reading.sentences or ((reading.whole,) if reading.whole else ())
        return next(filter(None, map(self._told, spans)), "")

    def likeliest(self, pieces: Sequence[Piece], most: int) -> list[Piece]:
        """Of *pieces* the *most* whose words alone are most like danger, in their order."""
        scores = [self._by_words(piece) for piece in pieces]
        chosen = sorted(sorted(range(len(pieces)), key=lambda number: -scores[number])[:most])
        return [pieces[number] for number in chosen]

    def _by_words(self, piece: Piece) -> float:
        vector = self._index.vector(piece.words, piece.language)
        return float(vector.weights @ self._weights[vector.features])

    def _vectors(self, pieces: Sequence[Piece]) -> Sequence[Floats | None]:
        if self._sentences is None or not pieces:
            return [None] * len(pieces)
        return list(self._sentences.vectors([piece.sentence for piece in pieces]))

    def _judged(self, piece: Piece, meaning: Floats | None, bounds: _Bounds) -> tuple[float, str]:
        """Score and kind of danger of one part; no kind if the score is too low."""
        vector = self._index.vector(piece.words, piece.language)
        ridge = float(vector.weights @ self._weights[vector.features]) * self._space.words
        meant = self._space.meant(meaning)
        ridge += float(self._space.weights @ meant)
        if ridge + MOST_FROM_NEAREST < bounds.possible:
            return ridge, ""
        near = self._index.similarities([vector])[0] * self._space.words + self._space.similarities(meant)
        score = ridge + float(of_nearest(near, self._dangers))
        return (score, self._kind_of(near[: self._dangers])) if score >= bounds.possible else (score, "")

    def _kind_of(self, near: Floats) -> str:
        nearest = [near[examples].max(initial=0) for examples in self._by_kind]
        return KINDS[int(np.argmax(near @ self._kinds + NEAREST * np.array(nearest)))]

    def _told(self, piece: Piece) -> str:
        """The kind of a telling phrase in *piece*, if no look-alike is nearer to what stands there."""
        for span, sign in self._telling.in_words(piece.words):
            (near,) = self._index.similarities([self._index.vector(span, piece.language)])
            if near[: self._dangers].max(initial=0) > near[self._dangers :].max(initial=0):
                return KINDS[sign]
        return ""


class _Space:
    """Where the meanings lie: the middle of all examples, and the direction of danger."""

    def __init__(self, arrays: Arrays) -> None:
        self.middle = arrays["danger_middle"].astype(np.float32)
        self.weights = arrays["danger_direction"].astype(np.float32)
        self._axes = arrays["danger_axes"].astype(np.float32)
        self._examples = arrays["danger_meanings"].astype(np.float32)
        self.words = 1 - MEANING_SHARE if self.middle.size else 1.0
        """Share of the words in a likeness."""

    def meant(self, vector: Floats | None) -> Floats:
        """*vector* of length ``MEANING_SHARE``, seen from the middle; nothing without an encoder."""
        if vector is None or not self.middle.size:
            return np.zeros(self.middle.size, dtype=np.float32)
        return np.asarray(placed(vector[None], self.middle)[0] * MEANING_SHARE, dtype=np.float32)

    def similarities(self, meant: Floats) -> Floats:
        """How near to it each phrase is that is searched (kept,)."""
        return self._examples @ (meant @ self._axes)
