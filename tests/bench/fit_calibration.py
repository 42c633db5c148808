"""Fits the constants of ``bot/core/matching/calibrate.py``.

    python -m tests.bench.fit_calibration --datasets DIR

Takes the public data sets in DIR that have questions out of scope (see ``datasets.py``), each twice: as it
is, and with half of those questions as messages that belong nowhere. Prints the figures of each family of
sets by constants fitted on the other families, then the constants fitted on all. Each family weighs the
same. Never run it on the project's own samples: they measure the result.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.core.matching.calibrate import ANSWER, FEATURES, SUGGEST
from bot.core.matching.finder import build
from tests.bench.datasets import DAY, DataSet, Query, read_datasets
from tests.bench.measures import Numbers, auroc, calibration_error, right_at_rejection

PENALTY = 1e-2
"""Keeps coefficients of features that say the same from growing against each other; of 1e-4 to 1e-1 the one
with the least log loss on families it was not fitted on."""


@dataclass(frozen=True)
class Case:
    family: str
    name: str
    features: tuple[float, ...]
    inside: bool
    right: bool
    among_three: bool


def cases(dataset: DataSet) -> Iterator[Case]:
    outside = [query.text for query in dataset.queries if not query.right]
    for none in ((), tuple(outside[::2])):
        finder = build(replace(dataset.kb, none=none), DAY)
        learned = set(none)
        for query in dataset.queries:
            found = finder.evidence(query.text) if query.text not in learned else None
            if found is not None:
                best = [finder.judge.entries[number] for number in found.order[:3]]
                name = f"{dataset.name}{' +none' if none else ''}"
                yield _case(dataset.family, name, found.features, best, query)


def _case(family: str, name: str, features: tuple[float, ...], best: list[str], query: Query) -> Case:
    right = [entry in query.right for entry in best]
    return Case(family, name, features, bool(query.right), right[0], any(right))


def fit(features: Numbers, right: Numbers, weights: Numbers) -> Numbers:
    """Intercept and coefficients of the logistic, by Newton's method on standardised features."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = np.c_[np.ones(len(features)), (features - mean) / spread]
    weights = weights / weights.sum()
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
    intercept = found[0] - (found[1:] * mean / spread).sum()
    return np.concatenate([[intercept], found[1:] / spread])


def probabilities(constants: Numbers, features: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-(constants[0] + features @ constants[1:]))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--datasets", type=Path, required=True, help="folder of public data sets")
    found = read_datasets(parser.parse_args().datasets)
    usable = [dataset for dataset in found if not all(query.right for query in dataset.queries)]
    rows = [case for dataset in usable for case in cases(dataset)]
    features = np.array([case.features for case in rows])
    right = np.array([case.right for case in rows], dtype=float)
    families = np.array([case.family for case in rows])
    weights = 1 / np.array([(families == family).sum() for family in families], dtype=float)
    p = np.zeros(len(rows))
    for family in np.unique(families):
        others = families != family
        constants = fit(features[others], right[others], weights[others])
        p[~others] = probabilities(constants, features[~others])
    report(rows, p)
    constants = fit(features, right, weights)
    print(f"\nINTERCEPT = {constants[0]:.2f}")
    print(f"COEFFICIENTS = ({', '.join(f'{value:.2f}' for value in constants[1:])})")
    print("#", ", ".join(f"{name}: {value:.2f}" for name, value in zip(FEATURES, constants[1:], strict=True)))


def report(rows: list[Case], p: Numbers) -> None:
    print("Each family by constants fitted on the others; percent. wrong, answered, offered: at the bands.")
    heads = ("AUROC", "at 90 %", "ECE", "answered", "right", "wrong", "resolved", "out: answered", "offered")
    print(" " * 26 + " ".join(f"{head:>9.9}" for head in heads))
    table = []
    for name in dict.fromkeys(case.name for case in rows):
        chosen = [number for number, case in enumerate(rows) if case.name == name]
        table.append(_figures([rows[number] for number in chosen], p[chosen]))
        print(f"{name:26}" + " ".join(f"{100 * value:9.1f}" for value in table[-1]))
    print(f"{'mean':26}" + " ".join(f"{100 * value:9.1f}" for value in np.mean(table, axis=0)))


def _figures(rows: list[Case], p: Numbers) -> list[float]:
    inside = np.array([case.inside for case in rows])
    right = np.array([case.right for case in rows])
    among = np.array([case.among_three for case in rows])
    answered, offered = p >= ANSWER, (p >= SUGGEST) & (p < ANSWER)
    return [
        auroc(p[inside], p[~inside]),
        right_at_rejection(p[inside], right[inside], p[~inside]),
        calibration_error(p, right),
        float(answered[inside].mean()),
        float(right[inside & answered].mean()),
        float((answered & ~right)[inside].mean()),
        float(((answered & right) | (offered & among))[inside].mean()),
        float(answered[~inside].mean()),
        float(offered[~inside].mean()),
    ]


if __name__ == "__main__":
    main()
