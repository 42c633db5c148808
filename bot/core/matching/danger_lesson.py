"""What the watch learns from phrases of danger, look-alikes and ordinary messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from bot.core.matching.features import Hashes, feature
from bot.core.matching.gradients import solve_by_gradients
from bot.core.matching.index import Arrays, Floats, Index, Integers
from bot.core.matching.likeness import WordLikeness
from bot.core.matching.meaning import Sentences, directions
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Piece
from bot.core.matching.remembered import are_few
from bot.core.matching.telling import telling

KINDS = ("crisis", "violence", "emergency")
SURE, POSSIBLE = 0.0035, 0.015
"""Shares of ordinary messages that score as high. A message above the first bound is danger. One above the
second is, unless the finder knows it as an ordinary question. What is found, and what is taken for danger:
the end of ``python -m tests.bench.matching``."""
MEANING_SHARE = 1 / 3
"""Share of the meaning in the likeness of two texts; the rest are the words. One half is as good."""
_RIDGE = 0.1
NEAREST = 0.5
"""Weight of the nearest phrase of danger, and against it of the nearest look-alike."""
NEIGHBOURS = 10
"""The nearest of each side that count together, with weight 1: one phrase may lie near by chance. With the
nearest alone a third more of ordinary messages were taken for danger; twice as many are as good."""
_ROUGHLY = 0.05
"""How exactly is learnt which kind of danger it is. Ten times as exact names another kind for 2 of 665 signs
of danger, and is right as often."""
_LEAST = 0.3
"""No bound is lower, however little a small knowledge base has to compare with, unless somebody is wary."""
_TESTED = 2000
"""Ordinary messages that are left out to find the bounds; more make them no steadier, only slower."""

AXES = 256
"""Directions in which the meanings of phrases are compared: those in which they differ most. All 512 cost
twice the memory and the time, and find no more."""

LEARNT_AS = f"{SURE} {POSSIBLE} {MEANING_SHARE} {_RIDGE} {NEAREST} {NEIGHBOURS} {AXES}"
"""What a lesson depends on beside its texts: other numbers, another lesson."""


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


def learned(examples: Sequence[DangerExample], sentences: Sentences | None = None) -> Arrays:
    """Learn from *examples*; empty if none of them is a danger."""
    if not any(example.sign <= Sign.SOME_DANGER for example in examples):
        return {}
    return _Lesson(in_order_of_signs(examples), sentences).arrays()


def amended(before: Arrays, ordinary: Iterable[Words]) -> Arrays | None:
    """What was learnt *before* from the same phrases and look-alikes, with these *ordinary* texts (folded
    words); None if many of them are others. A few move the bounds next to nothing; but what an editor lists
    as harmless is, and what she does not is not."""
    if not before:
        return None
    numbers, known = _numbers(ordinary), before["danger_harmless"]
    if not are_few(len(np.setxor1d(numbers, known)), len(known)):
        return None
    return {**before, "danger_harmless": numbers}


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
        self.placed = placed(vectors, self.middle) if vectors is not None else np.zeros(size, np.float32)
        self.axes = directions(self.placed[: self.kept], AXES)
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
            "danger_axes": self.axes,
            "danger_meanings": (self.placed[: self.kept] @ self.axes).astype(np.float16),
            "danger_kinds": self._kinds(kept),
            "danger_telling": np.array(self._telling(), dtype=bool),
            "danger_harmless": _numbers(e.plain for e in self.examples if e.sign == Sign.ORDINARY),
            "danger_bounds": np.array([_bound(scores, share) for share in (SURE, POSSIBLE)], np.float32),
        }

    def _telling(self) -> list[bool]:
        """Of each example with a kind of danger whether it tells danger wherever it stands."""
        phrases = [e.piece.words for e in self.examples if e.sign < Sign.SOME_DANGER]
        return telling(phrases, (e.piece.words for e in self.examples if e.sign > Sign.SOME_DANGER))

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
        near = WordLikeness(self.index).of(tested, self.kept) * (1 - self.share)
        meant = self.placed @ self.axes
        near += self.share * (meant[tested] @ meant[: self.kept].T)
        return np.asarray(self._product(coefficients)[tested] + of_nearest(near, dangers), dtype=np.float32)

    def _kinds(self, kept: Index) -> Floats:
        """Coefficients (dangers, KINDS): which kind is it, if it is a danger?"""
        signs = self.signs[self.signs <= Sign.SOME_DANGER]
        dangers = kept.first(len(signs))
        targets = [(signs == kind).astype(np.float32) for kind in range(len(KINDS))]
        solved = [
            solve_by_gradients(lambda x: self._product(x, dangers), _RIDGE, one, tolerance=_ROUGHLY)
            for one in targets
        ]
        return np.stack(solved, axis=1)


def of_nearest(near: Floats, dangers: int) -> Floats:
    """What the nearest phrases say of texts with these likenesses (..., kept), the *dangers* first: above 0
    if danger is nearer than what only sounds like it."""
    return _nearness(near[..., :dangers]) - _nearness(near[..., dangers:])


def _nearness(near: Floats) -> Floats:
    highest = (
        np.partition(near, -NEIGHBOURS, axis=-1)[..., -NEIGHBOURS:] if near.shape[-1] > NEIGHBOURS else near
    )
    together = highest.sum(axis=-1) / NEIGHBOURS
    return np.asarray(NEAREST * highest.max(axis=-1, initial=0) + together, dtype=np.float32)


def _numbers(texts: Iterable[Words]) -> Hashes:
    """Of each text that has words, once."""
    return np.array(sorted({number_of(plain) for plain in texts if plain}), dtype=np.uint64)


def number_of(plain: Words) -> int:
    return feature(" ".join(plain))


def in_order_of_signs(examples: Sequence[DangerExample]) -> list[DangerExample]:
    """Only what is or sounds like danger is searched later: that stands in front."""
    return sorted(examples, key=lambda example: example.sign)


def placed(vectors: Floats, middle: Floats) -> Floats:
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
    return max(float(np.quantile(scores, 1 - share)), _LEAST) if len(scores) else (1 + NEAREST) / 2
