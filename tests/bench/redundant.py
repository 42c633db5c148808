"""Phrasings that say nothing new: ``python -m tests.bench.redundant [--cache DIR]``.

Prints class and text of German examples whose class would be found with a wide margin were they not learnt,
and whose nearest sibling stays; no signs of danger. Without them the matcher learns sooner and understands as
much (README.md, "Phrasings that say nothing new"). Nothing is changed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from bot.content.faq_files import read_faq
from bot.core.matching.index import Floats
from bot.core.matching.likeness import Likeness
from bot.core.matching.shelf import Shelf
from bot.core.matching.watch import grave_entries
from tests.bench import engines

WIDE = 0.4
"""Of a score up to 1.5."""


def margins(shelf: Shelf, likeness: Likeness) -> Floats:
    """By how much the class of each example leads (examples,) had that not been learnt; below 0 if it does
    not."""
    weights = [example.weight for example in shelf.examples]
    found = []
    for label, scores in zip(shelf.labels, shelf.scorer.left_out(likeness, weights), strict=True):
        totals = scores.total - shelf.handicaps
        found.append(totals[label] - np.delete(totals, label).max())
    return np.array(found, dtype=np.float32)


def redundant(shelf: Shelf, likeness: Likeness, kept: frozenset[str]) -> list[int]:
    """Numbers of the examples that say nothing new, the widest margin first; none of the entries *kept*."""
    labels, wide = np.array(shelf.labels), margins(shelf, likeness)
    gone: dict[int, None] = {}
    for number in np.argsort(-wide).tolist():
        if wide[number] < WIDE:
            break
        example = shelf.examples[number]
        if example.is_title or example.of.id in kept:
            continue
        (near,) = likeness.rows(number, number + 1, likeness.size)
        near[labels != labels[number]] = near[number] = -1
        if int(near.argmax()) not in gone:
            gone[number] = None
    return list(gone)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cache", type=Path, help="folder in which what was learnt is kept")
    asked = parser.parse_args()
    kb = read_faq(Path("faq"))
    shelf = engines.finder(kb, asked.cache).judge.shelf("de")
    for number in redundant(shelf, Likeness(shelf.index, shelf.meanings), grave_entries(kb)):
        example = shelf.examples[number]
        print(f"{example.of.id or example.of.kind}\t{example.text}")


if __name__ == "__main__":
    main()
