"""Does a message show acute danger, and which kind?

Learned from phrases of danger, look-alikes and all ordinary messages there are, in every language at once;
judged are the whole message and each sentence of it. A phrase that nothing harmless contains counts wherever
it stands. How high a score must be is set when learning, by ordinary messages that are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import inf

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.features import feature
from bot.core.matching.gradients import solve_by_gradients
from bot.core.matching.index import Arrays, Floats, Index
from bot.core.matching.meaning import Sentences
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Piece
from bot.core.matching.telling import TellingPhrases, telling

KINDS = ("crisis", "violence", "emergency")
SURE, POSSIBLE = 0.005, 0.02
"""Shares of ordinary messages that score as high. A message above the first bound is danger. One above the
second is, unless the finder knows it as an ordinary question. What is found, and what is taken for danger:
the end of ``python -m tests.bench.matching``."""
SENTENCE_MORE = 0.05
"""So much higher must a sentence of several score than a whole message: it is short and lacks its context."""
MOST_DOUBTS = 8
"""Parts of one message about which the finder is asked; who is still in doubt then is in danger."""
MEANING_SHARE = 1 / 3
"""Share of the meaning in the likeness of two texts; the rest are the words. One half is as good."""
_RIDGE = 0.1
_NEAREST = 0.5
"""Weight of the nearest phrase of danger, and against it of the nearest look-alike."""
_LEAST = 0.3
"""No score below is danger, however little a small knowledge base has to compare it with."""
_TESTED = 2000
"""Ordinary messages that are left out to find the bounds; more make them no steadier, only slower."""

Integers = NDArray[np.int64]


class Sign(IntEnum):
    """What an example stands for; the kinds come first, as in KINDS."""

    CRISIS = 0
    VIOLENCE = 1
    EMERGENCY = 2
    SOME_DANGER = 3
    """Danger of a kind that nobody named: phrasings of entries that only give emergency numbers."""
    LOOK_ALIKE = 4
    ORDINARY = 5


@dataclass(frozen=True, slots=True)
class DangerExample:
    """``plain`` are the folded words of the text."""

    piece: Piece
    sign: Sign
    plain: Words = ()


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
        """From what ``build`` gave; *kept* are those of its examples that are not ordinary."""
        kept = _in_order_of_signs(kept)
        signs = np.array([example.sign for example in kept])
        self._sentences = sentences
        self._index = Index(arrays)
        self._weights = arrays["danger_weights"].astype(np.float32)
        self._space = _Space(arrays)
        self._kinds = arrays["danger_kinds"].astype(np.float32)
        sure, possible = map(float, arrays["danger_bounds"])
        self._whole = _Bounds(sure, possible)
        self._sentence = _Bounds(inf, sure + SENTENCE_MORE)
        self._dangers = int((signs <= Sign.SOME_DANGER).sum())
        self._by_kind = [np.flatnonzero(signs == kind) for kind in range(len(KINDS))]
        self._listed = {example.plain: example.sign for example in reversed(kept) if example.plain}
        self._harmless = frozenset(arrays["danger_harmless"].tolist())
        dangers = zip(kept, arrays["danger_telling"].tolist(), strict=False)
        self._telling = TellingPhrases([(e.piece.words, e.sign) for e, tells in dangers if tells])

    def listed(self, plain: Words) -> str | None:
        """What an editor said of these very words: a kind, "" for harmless; None: she has not listed them."""
        sign = self._listed.get(plain)
        if sign is None:
            return "" if _number(plain) in self._harmless else None
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
        placed = self._space.placed(meaning)
        ridge += float(self._space.weights @ placed)
        if ridge + _NEAREST < bounds.possible:
            return ridge, ""  # not even an equal phrase would make it danger: spare the search
        near = self._index.similarities(vector) * self._space.words + self._space.examples @ placed
        dangers, look_alikes = near[: self._dangers], near[self._dangers :]
        score = ridge + _NEAREST * float(dangers.max(initial=0) - look_alikes.max(initial=0))
        return (score, self._kind_of(dangers)) if score >= bounds.possible else (score, "")

    def _kind_of(self, near: Floats) -> str:
        nearest = [near[examples].max(initial=0) for examples in self._by_kind]
        return KINDS[int(np.argmax(near @ self._kinds + _NEAREST * np.array(nearest)))]

    def _told(self, piece: Piece) -> str:
        """The kind of a telling phrase in *piece*, if no look-alike is nearer to what stands there."""
        for span, sign in self._telling.in_words(piece.words):
            near = self._index.similarities(self._index.vector(span, piece.language))
            if near[: self._dangers].max(initial=0) > near[self._dangers :].max(initial=0):
                return KINDS[sign]
        return ""

    @staticmethod
    def build(examples: Sequence[DangerExample], sentences: Sentences | None = None) -> Arrays:
        """Learn from *examples*; empty if none of them is a danger."""
        if not any(example.sign <= Sign.SOME_DANGER for example in examples):
            return {}
        return _Lesson(_in_order_of_signs(examples), sentences).arrays()


class _Space:
    """Where the meanings lie: the middle of all examples, and the direction of danger."""

    def __init__(self, arrays: Arrays) -> None:
        self.middle = arrays["danger_middle"].astype(np.float32)
        self.weights = arrays["danger_direction"].astype(np.float32)
        self.examples = arrays["danger_meanings"].astype(np.float32)
        self.words = 1 - MEANING_SHARE if self.middle.size else 1.0
        """Share of the words in a likeness."""

    def placed(self, vector: Floats | None) -> Floats:
        """*vector* of length ``MEANING_SHARE``, seen from the middle; nothing without an encoder."""
        if vector is None or not self.middle.size:
            return np.zeros(self.middle.size, dtype=np.float32)
        return np.asarray(_placed(vector[None], self.middle)[0] * MEANING_SHARE, dtype=np.float32)


class _Lesson:
    """What is learned from examples in the order of their signs."""

    def __init__(self, examples: Sequence[DangerExample], sentences: Sentences | None) -> None:
        self.examples = examples
        self.signs = np.array([example.sign for example in examples])
        self.kept = int((self.signs < Sign.ORDINARY).sum())
        """Examples that are searched later: what is danger, and what sounds like it."""
        pieces = [example.piece for example in examples]
        self.index = Index.build([(piece.words, piece.language) for piece in pieces], self.kept)
        vectors = sentences.of_examples([p.sentence for p in pieces]) if sentences else None
        size = (len(pieces), 0)
        self.middle = vectors.mean(axis=0) if vectors is not None else np.zeros(0, np.float32)
        self.placed = _placed(vectors, self.middle) if vectors is not None else np.zeros(size, np.float32)
        self.share = MEANING_SHARE if vectors is not None else 0.0

    def arrays(self) -> Arrays:
        target = (self.signs <= Sign.SOME_DANGER).astype(np.float32)
        tested = _tested(self.signs)
        learned = np.ones(len(self.signs), dtype=np.float32)
        learned[tested] = 0
        without = self._solved(target, learned)
        scores = self._score(without, tested)
        coefficients = self._solved(target, np.ones_like(learned), without)
        kept = self.index.first(self.kept)
        return {
            **kept.arrays,
            "danger_weights": self.index.weights_of(coefficients),
            "danger_direction": coefficients @ self.placed,
            "danger_middle": self.middle,
            "danger_meanings": self.placed[: self.kept].astype(np.float16),
            "danger_kinds": self._kinds(kept),
            "danger_telling": np.array(self._telling(), dtype=bool),
            "danger_harmless": np.array(self._harmless(), dtype=np.uint64),
            "danger_bounds": np.array([_bound(scores, share) for share in (SURE, POSSIBLE)], np.float32),
        }

    def _telling(self) -> list[bool]:
        """Of each example with a kind of danger whether it tells danger wherever it stands."""
        phrases = [e.piece.words for e in self.examples if e.sign < Sign.SOME_DANGER]
        return telling(phrases, (e.piece.words for e in self.examples if e.sign > Sign.SOME_DANGER))

    def _harmless(self) -> list[int]:
        return [_number(e.plain) for e in self.examples if e.sign == Sign.ORDINARY and e.plain]

    def _product(self, coefficients: Floats, index: Index | None = None) -> Floats:
        """The likeness of each example to the others, weighted; with *index* of its examples only."""
        index = index or self.index
        placed = self.placed[: index.size]
        words = index.sums(index.weights_of(coefficients))
        meaning = placed @ (coefficients @ placed)
        return np.asarray((1 - self.share) * words + self.share * meaning, dtype=np.float32)

    def _solved(self, target: Floats, learned: Floats, start: Floats | None = None) -> Floats:
        """Coefficients; those of examples that are not *learned* (1 or 0) stay 0."""
        return solve_by_gradients(
            lambda x: learned * self._product(learned * x), _RIDGE, learned * target, start
        )

    def _score(self, coefficients: Floats, tested: Integers) -> Floats:
        """What ``DangerSigns`` would say of the *tested* examples."""
        dangers = int((self.signs <= Sign.SOME_DANGER).sum())
        near = self.index.likeness(tested, self.kept) * (1 - self.share)
        near += self.share * (self.placed[tested] @ self.placed[: self.kept].T)
        nearest = near[:, :dangers].max(axis=1) - near[:, dangers:].max(axis=1, initial=0)
        return np.asarray(self._product(coefficients)[tested] + _NEAREST * nearest, dtype=np.float32)

    def _kinds(self, kept: Index) -> Floats:
        """Coefficients (dangers, KINDS): which kind is it, if it is a danger?"""
        signs = self.signs[self.signs <= Sign.SOME_DANGER]
        dangers = kept.first(len(signs))
        targets = [(signs == kind).astype(np.float32) for kind in range(len(KINDS))]
        solved = [solve_by_gradients(lambda x: self._product(x, dangers), _RIDGE, one) for one in targets]
        return np.stack(solved, axis=1)


def _number(plain: Words) -> int:
    return feature(" ".join(plain))


def _in_order_of_signs(examples: Sequence[DangerExample]) -> list[DangerExample]:
    """Only what is or sounds like danger is searched later: that stands in front."""
    return sorted(examples, key=lambda example: example.sign)


def _placed(vectors: Floats, middle: Floats) -> Floats:
    """Vectors of length 1, seen from the *middle*."""
    seen = vectors - middle
    lengths = np.linalg.norm(seen, axis=1, keepdims=True)
    return np.asarray(seen / np.where(lengths > 1e-6, lengths, 1), dtype=np.float32)


def _tested(signs: Integers) -> Integers:
    """The ordinary examples that are left out, spread evenly: at most a third of them."""
    ordinary = np.flatnonzero(signs == Sign.ORDINARY)
    return ordinary[:: max(3, len(ordinary) // _TESTED)]


def _bound(scores: Floats, share: float) -> float:
    """What only this share of *scores* exceeds; without scores, half of what an equal phrase can have."""
    return max(float(np.quantile(scores, 1 - share)), _LEAST) if len(scores) else (1 + _NEAREST) / 2
