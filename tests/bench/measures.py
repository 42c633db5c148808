"""Figures over judged questions, as the benchmarks print them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def auroc(inside: Sequence[float] | Numbers, outside: Sequence[float] | Numbers) -> float:
    """How often a question of the knowledge base scores above one that belongs nowhere (0 to 1)."""
    a, b = np.asarray(inside, dtype=float), np.asarray(outside, dtype=float)
    if not len(a) or not len(b):
        return float("nan")
    ordered = np.sort(b)
    below = np.searchsorted(ordered, a, side="left")
    equal = np.searchsorted(ordered, a, side="right") - below
    return float((below + equal / 2).sum() / (len(a) * len(b)))


def right_at_rejection(
    inside: Sequence[float] | Numbers, right: Sequence[bool] | Numbers, outside: Sequence[float] | Numbers
) -> float:
    """Share of in-scope questions right and above the bound that rejects 90 % of the others (0 to 1)."""
    if not len(outside):
        return float("nan")
    bound = np.quantile(np.asarray(outside, dtype=float), 0.9)
    return float(np.mean(np.asarray(right, dtype=bool) & (np.asarray(inside, dtype=float) > bound)))
