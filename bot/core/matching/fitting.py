"""Fits the calibration to questions whose right answers are known, and chooses its bounds by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.knowledge import Calibration
from bot.core.matching import FEATURES

Numbers = NDArray[np.float64]

PENALTY = 1e-3
"""Keeps coefficients of features that say the same from growing against each other."""
FOLDS = 5
MOST_WRONG, MOST_BESIDE = 0.02, 0.05
"""Of all questions in scope that many may be answered wrongly; of those that are none for the Jobcenter that
many may get one of its answers. Of all messages .04 may be wrong: the cases here are short and judged whole;
with the long ones, which are judged sentence by sentence, it is nearly twice as many."""
WORTH_OFFERING = 0.25
"""From the bound on where the right entry is among three in that share of questions, three are offered."""
_LARGE = 400
"""Questions in scope of a family whose share of mistakes says something: 4 % are 16 of them."""
_LARGE_BESIDE = 100
"""The same for questions that are none for the Jobcenter: 5 % are 5 of them."""
_STEPS = np.arange(0.05, 0.96, 0.01)


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what was found: the features of the best entry, and whether it is right.

    ``family``: questions of one origin; each family weighs the same. ``inside``: a matter of the Jobcenter.
    ``near``: one of another authority. ``signpost``: the best entry names who is responsible elsewhere.
    """

    family: str
    features: tuple[float, ...]
    right: bool
    among: bool
    inside: bool
    near: bool
    signpost: bool


def fit(cases: Sequence[Case]) -> Calibration:
    """The logistic with the least loss on *cases*, and the bounds for it."""
    constants = _constants(cases)
    scale = dict(zip(FEATURES, map(float, constants[1:].round(3)), strict=True))
    answer, suggest = bounds(cases, held_out(cases))
    return Calibration(answer, suggest, round(float(constants[0]), 3), scale)


def held_out(cases: Sequence[Case]) -> Numbers:
    """The probability of each case by constants fitted on others: every fifth is left out in turn."""
    fold = np.arange(len(cases)) % FOLDS
    found = np.zeros(len(cases))
    for one in range(FOLDS):
        constants = _constants([case for case, of in zip(cases, fold, strict=True) if of != one])
        chosen = np.flatnonzero(fold == one).tolist()
        features = np.array([cases[number].features for number in chosen])
        found[chosen] = 1 / (1 + np.exp(-(constants[0] + features @ constants[1:])))
    return found


def bounds(cases: Sequence[Case], p: Numbers) -> tuple[float, float]:
    """From which probability on to answer, and to offer three: as low as the mistakes allow."""
    families = np.array([case.family for case in cases])
    answer = next((float(b) for b in _STEPS if _bearable(cases, families, p >= b)), float(_STEPS[-1]))
    among = np.array([case.among for case in cases])
    windows = [(b, (p >= b - 0.05) & (p < b + 0.05)) for b in _STEPS if b < answer]
    worth = (float(b) for b, there in windows if there.sum() > 20 and among[there].mean() >= WORTH_OFFERING)
    return round(answer, 2), round(next(worth, answer / 2), 2)


def _bearable(cases: Sequence[Case], families: NDArray[np.str_], answered: NDArray[np.bool_]) -> bool:
    """Are the mistakes few enough: in each family large enough to tell, and among all that is near?"""
    inside = np.array([case.inside for case in cases])
    near = np.array([case.near for case in cases])
    wrong = answered & np.array([not case.right for case in cases])
    stray = answered & ~np.array([case.signpost for case in cases])
    return (
        _worst_share(wrong, inside, families, _LARGE) <= MOST_WRONG
        and _worst_share(stray, ~inside, families, _LARGE_BESIDE) <= MOST_BESIDE
        and (stray & near).sum() <= MOST_BESIDE * near.sum()
    )


def _worst_share(
    mistakes: NDArray[np.bool_], among: NDArray[np.bool_], families: NDArray[np.str_], fewest: int
) -> float:
    """The worst share of *mistakes* in a family with at least *fewest* of those *among* which they count."""
    sizes = {one: int((among & (families == one)).sum()) for one in np.unique(families)}
    large = ((one, size) for one, size in sizes.items() if size >= fewest)
    return max(
        (float((mistakes & among & (families == one)).sum()) / size for one, size in large), default=0.0
    )


def _constants(cases: Sequence[Case]) -> Numbers:
    """Intercept and coefficients, by Newton's method on standardised features."""
    sizes = Counter(case.family for case in cases)
    weights = np.array([1 / sizes[case.family] for case in cases])
    weights /= weights.sum()
    features = np.array([case.features for case in cases])
    right = np.array([case.right for case in cases], dtype=float)
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = np.c_[np.ones(len(cases)), (features - mean) / spread]
    penalty = np.eye(design.shape[1]) * PENALTY
    penalty[0, 0] = 0
    found = np.zeros(design.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (p - right)) + penalty @ found
        curve = (design * (weights * p * (1 - p))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-10:
            break
    scaled: Numbers = found[1:] / spread
    return np.concatenate([[found[0] - (scaled * mean).sum()], scaled])


def calibration_error(
    confidences: Sequence[float] | Numbers, right: Sequence[bool] | NDArray[np.bool_]
) -> float:
    """Expected calibration error over ten bins (0 to 1)."""
    p, y = np.asarray(confidences, dtype=float), np.asarray(right, dtype=float)
    bins = np.minimum((p * 10).astype(int), 9)
    gaps = [abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return float(sum(gaps))
