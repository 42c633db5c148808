"""Likenesses of examples by rows are those of each text to each."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.matching import likeness
from bot.core.matching.index import Index
from bot.core.matching.likeness import Likeness, WordLikeness
from bot.core.matching.meaning import Meanings

TEXTS = ("termin verpasst gestern", "termin verschieben", "geld fehlt", "geld und termin", "kein termin")
EXAMPLES = [(tuple(text.split()), "de") for text in TEXTS]


@pytest.fixture
def index() -> Index:
    return Index.build(EXAMPLES)


def one_by_one(index: Index) -> np.ndarray:
    return index.similarities([index.vector(*example) for example in EXAMPLES])


@pytest.mark.parametrize("dense", [0, 3, 1500])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_common_and_rare_features_together_make_the_similarity(index, monkeypatch, dense, count):
    monkeypatch.setattr(likeness, "_DENSE", dense)
    chosen = np.array([3, 0, 4])
    assert np.allclose(WordLikeness(index).of(chosen, count), one_by_one(index)[chosen, :count], atol=1e-5)


def test_the_meaning_has_its_share(index, monkeypatch):
    monkeypatch.setattr(likeness, "MEANING_SHARE", 0.25)
    vectors = np.random.default_rng(1).normal(size=(len(TEXTS), 8)).astype(np.float32)
    meanings = Meanings(Meanings.build(vectors))
    meant = meanings.similarities(np.array(vectors))
    expected = 0.75 * one_by_one(index) + 0.25 * meant
    rows = Likeness(index, meanings).rows(1, 4, 4)
    assert np.allclose(rows, expected[1:4, :4], atol=1e-5)


def test_of_chosen_examples_only_those_are_compared(index):
    chosen = np.array([0, 2, 4])
    rows = Likeness(index, chosen=chosen).rows(1, 3, 2)
    assert np.allclose(rows, one_by_one(index)[np.ix_([2, 4], [0, 2])], atol=1e-5)
