"""From scores to a probability: how likely is the best entry the right one?

A logistic on ten features. Its coefficients were fitted on public labelled questions and hold for any
knowledge base; fitted on a knowledge base's own phrasings they would be too sure of themselves (measured:
calibration error 10 % instead of 5 %).

    python -m tests.bench.fit_calibration --datasets DIR          (22 November 2026)

On covid_faq_de_1shot, roboai_de_3shot, roboai_de_5shot, xsid_de, banking77_10shot and clinc150_10shot, each
with and without a class of messages that belong nowhere. Means over these twelve, each family judged by
constants fitted on the other families: AUROC 89.1, right at 90 % rejection 56.6, calibration error 5.4 %; at
the bands below 49 % of the questions in scope answered at once, 4.3 % of them all wrongly, 72 % resolved
with the three offers; 3.4 % of those out of scope answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

import numpy as np

from bot.core.matching.score import Scores

ANSWER = 0.7
"""The lowest round bound at which about 4 % of all questions are answered wrongly (at .6 it is 6.3 %) and
under 5 % of those that belong nowhere are answered."""
SUGGEST = 0.2
"""From here on the right entry is among the three offered in two of five messages or more; below it in one of
five, and asking back would only tire people."""

FEATURES = (
    "total",  # score of the best entry
    "ridge",
    "nearest",  # similarity of its nearest example
    "ridge to nearest",  # do many examples speak for it, or one?
    "margin",  # to the second entry
    "relative margin",
    "margin beside",  # to the best class beside the entries
    "relative margin beside",
    "coverage",  # share of the text that the knowledge base knows at all
    "words",  # logarithm of their number: long texts are similar to nothing, and right all the same
)
INTERCEPT = -5.41
COEFFICIENTS = (1.75, 2.64, 1.41, 0.42, 1.35, 1.11, 0.11, 0.13, 0.45, 0.73)

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


def evidence(scores: Scores, entries: int, coverage: float, words: int) -> Evidence:
    """The evidence in *scores*, of which the first *entries* belong to entries, the rest stand beside."""
    totals = scores.total[:entries]
    order = np.argsort(-totals, kind="stable")
    best = int(order[0])
    winner = int(np.argmax(scores.total))
    total, ridge, nearest = (float(part[best]) for part in (scores.total, scores.ridge, scores.nearest))
    margin = total - float(totals[order[1]]) if entries > 1 else total
    margin_beside = total - float(scores.total[entries:].max(initial=0))
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
            margin_beside,
            _ratio(margin_beside, total),
            coverage,
            log(1 + words),
        ),
        beside=winner if winner >= entries else None,
        beside_nearest=float(scores.nearest[winner]) if winner >= entries else 0.0,
    )


def _ratio(part: float, whole: float) -> float:
    return max(-_STEEPEST, min(_STEEPEST, part / max(whole, _LEAST)))


def probability(features: tuple[float, ...]) -> float:
    """How likely the best entry is right, 0 to 1."""
    return logistic(INTERCEPT + sum(c * x for c, x in zip(COEFFICIENTS, features, strict=True)))


def logistic(x: float) -> float:
    return 1 / (1 + exp(-max(min(x, 40.0), -40.0)))


def confidences(found: Evidence, best: float) -> list[float]:
    """The confidence in each entry of ``found.order``: *best* for the first, less for the others.

    Only *best* is calibrated; the others follow their scores.
    """
    behind = np.array(found.totals) - found.totals[0]
    return [float(value) for value in best * np.exp(_SHARPNESS * behind)]
