"""Fits the constants of ``bot/core/matching/calibrate.py``.

    python -m tests.bench.fit_calibration --datasets DIR

Takes the public data sets in DIR that have questions out of scope (see ``datasets.py``), each twice: as it
is, and with half of those questions as messages that belong nowhere. Prints the figures of each family of
sets by constants fitted on the other families, then the constants fitted on all. Each family weighs the
same.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.content.matcher import installed_encoder
from bot.core.matching import BY_MEANING, BY_WORDS
from bot.core.matching.finder import KnowledgeFinder, build
from bot.core.matching.fitting import Case, calibration_error, fit, held_out
from tests.bench.datasets import DAY, DataSet, read_datasets
from tests.bench.measures import auroc
from tests.bench.questions import Query


def cases(dataset: DataSet, *, meaning: bool) -> Iterator[Case]:
    outside = [query.text for query in dataset.queries if not query.right]
    encoder = installed_encoder() if meaning else None
    for none in ((), tuple(outside[::2])):
        finder = build(replace(dataset.kb, none={"de": none} if none else {}), DAY, encoder=encoder)
        learned = set(none)
        asked = [query for query in dataset.queries if query.text not in learned]
        yield from filter(None, (_case(finder, dataset.family, query) for query in asked))


def _case(finder: KnowledgeFinder, family: str, query: Query) -> Case | None:
    examined = finder.examined(query.text)
    if examined is None:
        return None
    evidence, judged = examined
    hits = [candidate.entry in query.right for candidate in judged.candidates[:3]]
    return Case(family, evidence.features, hits[0], any(hits), bool(query.right), False, False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--datasets", type=Path, required=True, help="folder of public data sets")
    found = read_datasets(parser.parse_args().datasets)
    usable = [dataset for dataset in found if not all(query.right for query in dataset.queries)]
    for name in (BY_WORDS, BY_MEANING):
        rows = [case for dataset in usable for case in cases(dataset, meaning=name == BY_MEANING)]
        p = held_out(rows)
        right = np.array([case.right for case in rows])
        inside = np.array([case.inside for case in rows])
        print(f"{name}: AUROC {auroc(p[inside], p[~inside]):.3f}, error {calibration_error(p, right):.3f}")
        print(f"    {name.upper()}: {fit(rows)},", flush=True)


if __name__ == "__main__":
    main()
