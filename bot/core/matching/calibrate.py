"""From scores to a probability: how likely is the best entry the right one?

A logistic on a dozen features. Its coefficients come with the knowledge base (``calibration.yaml``, written
by ``faq samples --fit`` from questions that are never learnt from); a knowledge base without them gets those
below, fitted on public labelled questions. Fitted on a knowledge base's own phrasings they would be too sure
of themselves (measured: calibration error 10 % instead of 5 %).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from bot.core.knowledge import Calibration
from bot.core.matching import BY_MEANING, BY_WORDS, FEATURES
from bot.core.matching.index import Floats
from bot.core.matching.score import Scores

# python -m tests.bench.fit_calibration --datasets DIR
DEFAULTS: Mapping[str, Calibration] = {
    BY_WORDS: Calibration(
        0.7,
        0.21,
        -5.398,
        {
            "total": 1.987,
            "ridge": 3.559,
            "nearest": -0.004,
            "ridge_to_nearest": 0.025,
            "margin": 1.338,
            "relative_margin": 0.941,
            "margin_beside": -1.091,
            "relative_margin_beside": 0.347,
            "margin_to_other_kind": 1.987,
            "is_signpost": 0.0,
            "coverage": 0.043,
            "words": 0.791,
        },
    ),
    BY_MEANING: Calibration(
        0.71,
        0.21,
        -6.507,
        {
            "total": 2.326,
            "ridge": 3.422,
            "nearest": 1.736,
            "ridge_to_nearest": 0.178,
            "margin": -0.046,
            "relative_margin": 1.918,
            "margin_beside": -1.32,
            "relative_margin_beside": 0.419,
            "margin_to_other_kind": 2.326,
            "is_signpost": 0.0,
            "coverage": 0.231,
            "words": 0.69,
        },
    ),
}

_SHARPNESS = 8.0
"""How fast the confidence in the other entries falls with their score: for a tenth less to 45 %."""
_LEAST = 0.05
"""Scores below are noise; nothing is divided by less."""
_STEEPEST = 20.0
"""And no ratio is larger."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one text; ``order`` are the numbers of all entries, best first."""

    order: tuple[int, ...]
    totals: tuple[float, ...]
    features: tuple[float, ...]
    beside: int | None
    """Number of the class beside the entries (small talk, nothing) that scores above all of them."""
    beside_nearest: float
    """Similarity of its nearest example."""


def evidence(scores: Scores, signposts: NDArray[np.bool_], coverage: float, words: int) -> Evidence:
    """The evidence in *scores*: first those of entries, each a signpost or not, then what stands beside."""
    entries = len(signposts)
    totals = scores.total[:entries]
    order = np.argsort(-totals, kind="stable")
    best = int(order[0])
    winner = int(np.argmax(scores.total))
    total, ridge, nearest = (float(part[best]) for part in (scores.total, scores.ridge, scores.nearest))
    margin = total - float(totals[order[1]]) if entries > 1 else total
    beside = total - float(scores.total[entries:].max(initial=0))
    other_kind = total - float(totals[signposts != signposts[best]].max(initial=0))
    return Evidence(
        order=tuple(map(int, order)),
        totals=tuple(map(float, totals[order])),
        features=(
            total,
            ridge,
            nearest,
            _ratio(ridge, nearest),
            margin,
            _ratio(margin, total),
            beside,
            _ratio(beside, total),
            other_kind,
            float(signposts[best]),
            coverage,
            log(1 + words),
        ),
        beside=winner if winner >= entries else None,
        beside_nearest=float(scores.nearest[winner]) if winner >= entries else 0.0,
    )


def _ratio(part: float, whole: float) -> float:
    return max(-_STEEPEST, min(_STEEPEST, part / max(whole, _LEAST)))


def probability(calibration: Calibration, features: tuple[float, ...]) -> float:
    """How likely the best entry is right, 0 to 1."""
    named = zip(FEATURES, features, strict=True)
    return logistic(calibration.intercept + sum(calibration.coefficients.get(n, 0.0) * x for n, x in named))


def logistic(x: float) -> float:
    return 1 / (1 + exp(-max(min(x, 40.0), -40.0)))


def confidences(found: Evidence, best: float) -> list[float]:
    """The confidence in each entry of ``found.order``: *best* for the first, less for the others.

    Only *best* is calibrated; the others follow their scores.
    """
    behind: Floats = np.array(found.totals, dtype=np.float32) - np.float32(found.totals[0])
    return [float(value) for value in best * np.exp(_SHARPNESS * behind)]
