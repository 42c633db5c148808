"""What a kernel ridge says after some examples have come and gone, without learning all of them anew.

Each example has its part in what all others say, so strictly everything changes. But only the nearest change
much; of the rest some can stand for all (a subset of the data, Rasmussen and Williams, Gaussian Processes,
8.3.3). Were they left out, a new example would speak for its class in every text, however far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.matching.cholesky import ridge_solved
from bot.core.matching.index import Floats, Index, Integers
from bot.core.matching.likeness import Likeness
from bot.core.matching.meaning import Meanings
from bot.core.matching.normalise import Words

NEAREST, SPREAD = 500, 1500
"""Examples whose coefficients change: the nearest to what is new or gone, and some of the rest."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """Examples, and what was learnt of them: coefficients (examples, classes)."""

    index: Index
    meanings: Meanings | None
    coefficients: Floats

    def changed(
        self, there: Integers, fresh: Sequence[tuple[Words, str]] = (), vectors: Floats | None = None
    ) -> Learnt:
        """Other examples: each has the number in *there* that it has here, or -1 if it is the next of the
        *fresh* ones, with the next of the *vectors*. These have coefficients of 0."""
        coefficients = self.coefficients[there]
        coefficients[there < 0] = 0
        meanings = self.meanings.changed(there, vectors) if self.meanings else None
        return Learnt(self.index.changed(there, fresh), meanings, coefficients)

    def likeness(self, chosen: Integers) -> Likeness:
        """Of the *chosen* examples to each other."""
        return Likeness(self.index, self.meanings, chosen)


def amended(learnt: Learnt, weights: Floats, fresh: Integers, targets: Floats, gone: Integers) -> Floats:
    """The coefficients (examples, classes) had the *fresh* examples been learnt with the others, and those
    that are *gone* not: theirs are 0 then.

    *targets* (fresh, classes) is what should be said of the fresh ones; *weights* (examples,) are those of
    ``ridge_solved``. Exact where all others take part.
    """
    changed = np.concatenate([fresh, gone])
    if not len(changed):
        return learnt.coefficients
    size = len(learnt.coefficients)
    every = learnt.likeness(np.concatenate([changed, np.arange(size)]))
    near = every.rows(0, len(changed), len(changed) + size)[:, len(changed) :]
    found, lost = learnt.coefficients.copy(), learnt.coefficients[gone]
    found[gone] = 0
    missing = near[len(fresh) :].T @ lost
    missing[fresh] = targets - near[: len(fresh)] @ found
    nearest, spread, rest = _others(near, changed)
    chosen = np.concatenate([fresh, nearest, spread])
    counts = weights[chosen]
    counts[len(chosen) - len(spread) :] *= rest / max(1, len(spread))
    found[chosen] += ridge_solved(learnt.likeness(chosen), missing[chosen], counts)
    return found


def _others(near: Floats, changed: Integers) -> tuple[Integers, Integers, int]:
    """The examples *near* (changed, examples) to what has *changed*; some of the rest, evenly spread; how
    many that rest is."""
    nearest = near.max(axis=0)
    nearest[changed] = np.inf
    order = np.argsort(-nearest, kind="stable")[len(changed) :]
    rest = order[NEAREST:]
    spread = np.linspace(0, len(rest) - 1, min(SPREAD, len(rest))).astype(np.int64)
    return order[:NEAREST], rest[spread], len(rest)
