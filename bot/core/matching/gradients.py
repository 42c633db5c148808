"""Solves a large symmetric system that is never written down: only its product with a vector is needed.

Conjugate gradients (Hestenes and Stiefel 1952): with tens of thousands of examples the matrix of their
similarities would take gigabytes, its product with a vector takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bot.core.matching.index import Floats

TOLERANCE = 0.005
"""Of the length of the target. Less exact, and small differences in the input move the bounds."""
MOST_STEPS = 200


def solve_by_gradients(
    product: Callable[[Floats], Floats],
    ridge: float,
    target: Floats,
    start: Floats | None = None,
    tolerance: float = TOLERANCE,
) -> Floats:
    """x (n,) with ``product(x) + ridge * x = target``, nearly; *product* is symmetric and not negative.

    A *start* that is near the solution saves steps; so does a larger *tolerance*, a share of the target.
    """
    x = np.zeros_like(target) if start is None else start.copy()
    rest = target.copy() if start is None else target - product(x) - np.float32(ridge) * x
    direction = rest.copy()
    goal, square = float(target @ target), float(rest @ rest)
    for _ in range(MOST_STEPS):
        if square <= goal * tolerance**2:
            break
        step = product(direction) + np.float32(ridge) * direction
        length = square / float(direction @ step)
        x += np.float32(length) * direction
        rest -= np.float32(length) * step
        before, square = square, float(rest @ rest)
        direction *= np.float32(square / before)
        direction += rest
    return x
