"""What comes and goes, learnt by itself: the same as all learnt anew where all others take part."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.matching import amend
from bot.core.matching.amend import Learnt, amended
from bot.core.matching.index import Floats, Index
from bot.core.matching.likeness import Likeness
from bot.core.matching.score import solve, targets_of

WORDS = ("termin", "verpasst", "verschieben", "geld", "fahrt", "bus", "morgen", "krank", "kind", "brief")
CHANCE = np.random.default_rng(20261123)
TEXTS = [tuple(CHANCE.choice(WORDS, 4)) for _ in range(60)]
LABELS = [number % 3 for number in range(60)]
WEIGHTS = np.array([0.5 if number % 4 == 0 else 1.0 for number in range(60)], np.float32)
GONE = np.array([3, 8, 40])
FRESH = np.array([50, 51, 52, 55])
INDEX = Index.build([(text, "de") for text in TEXTS])


def learnt_without(left_out: np.ndarray) -> Floats:
    """Coefficients of all examples; those left out have none."""
    there = np.setdiff1d(np.arange(len(TEXTS)), left_out)
    found = np.zeros((len(TEXTS), 3), np.float32)
    labels, weights = [LABELS[number] for number in there], WEIGHTS[there].tolist()
    found[there] = solve(Likeness(INDEX, chosen=there), labels, 3, weights)
    return found


def changed(fresh: np.ndarray, gone: np.ndarray) -> Floats:
    before = Learnt(INDEX, None, learnt_without(fresh))
    return amended(before, WEIGHTS, fresh, targets_of([LABELS[number] for number in fresh], 3), gone)


NOBODY = np.zeros(0, np.int64)


@pytest.mark.parametrize(
    ("fresh", "gone"), [(FRESH, NOBODY), (NOBODY, GONE), (FRESH, GONE), (NOBODY, NOBODY)]
)
def test_it_is_as_if_all_had_been_learnt_anew(fresh: np.ndarray, gone: np.ndarray) -> None:
    assert np.allclose(changed(fresh, gone), learnt_without(gone), atol=1e-4)


def test_where_only_some_take_part_what_is_said_stays_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(amend, "NEAREST", 15)
    monkeypatch.setattr(amend, "SPREAD", 15)
    gram = Likeness(INDEX).rows(0, len(TEXTS), len(TEXTS))
    wanted, without = gram @ learnt_without(GONE), gram @ learnt_without(FRESH)
    found = gram @ changed(FRESH, GONE)
    assert not np.allclose(found, wanted, atol=1e-4)
    assert np.abs(found - wanted).max() < np.abs(without - wanted).max() / 2
    assert np.array_equal(found[FRESH].argmax(axis=1), wanted[FRESH].argmax(axis=1))


def test_examples_move_with_what_was_learnt_of_them() -> None:
    learnt = Learnt(INDEX, None, learnt_without(NOBODY))
    moved = learnt.changed(np.array([5, -1, 2]), [(("ganz", "neu"), "de")])
    assert np.array_equal(moved.coefficients[[0, 2]], learnt.coefficients[[5, 2]])
    assert not moved.coefficients[1].any()
    assert moved.index.size == 3
