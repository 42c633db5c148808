"""A phrasing asked as if it were not there: the closed form says what learning without it would."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.matching.cholesky import BLOCK, Factor
from bot.core.matching.score import NEAREST_WEIGHT, Scorer, solve
from tests.core.matching.knowledge import ENTRIES, PHRASINGS, a_finder, an_entry

LABELS = [0, 1, 0, 2, 1, 0, 1]
WEIGHTS = [1.0, 0.5, 1.0, 1.0, 0.5, 1.0, 1.0]


class Given:
    """A matrix that is there as a whole."""

    def __init__(self, matrix: np.ndarray) -> None:
        self.matrix, self.size = matrix, len(matrix)

    def rows(self, begin: int, end: int, count: int) -> np.ndarray:
        return self.matrix[begin:end, :count].copy()


def a_gram(size: int = len(LABELS)) -> np.ndarray:
    vectors = np.random.default_rng(3).random((size, size + 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors @ vectors.T, dtype=np.float32)


@pytest.mark.parametrize("size", [1, 5, BLOCK, 2 * BLOCK + 44])
def test_half_a_matrix_is_enough_for_its_inverse(size: int) -> None:
    matrix = a_gram(size)
    more = np.linspace(0.5, 2, size, dtype=np.float32)
    inverse = np.linalg.inv((matrix + np.diag(more)).astype(np.float64))
    factor = Factor(Given(matrix), more)
    assert np.allclose(factor.inverse_diagonal(), np.diag(inverse), rtol=1e-4)
    targets = np.eye(size, 3, dtype=np.float32)
    assert np.allclose(factor.solved(targets.copy()), inverse @ targets, atol=1e-4)


def test_the_scores_are_those_of_a_scorer_that_never_learnt_the_example() -> None:
    scorer = Scorer(LABELS, 3, solve(Given(a_gram()), LABELS, 3, WEIGHTS))
    for number, scores in enumerate(scorer.left_out(Given(a_gram()), WEIGHTS)):
        others = [other for other in range(len(LABELS)) if other != number]
        labels = [LABELS[other] for other in others]
        weights = [WEIGHTS[other] for other in others]
        coefficients = solve(Given(a_gram()[np.ix_(others, others)]), labels, 3, weights)
        likeness = a_gram()[number, others]
        nearest = np.zeros(3)
        np.maximum.at(nearest, labels, likeness)
        assert np.allclose(scores.ridge, likeness @ coefficients, atol=1e-4)
        assert np.allclose(scores.nearest, nearest)
        assert np.allclose(scores.total, scores.ridge + NEAREST_WEIGHT * scores.nearest)


def test_every_phrasing_is_asked_once_in_its_order_and_no_title() -> None:
    asked = [(entry, found.text) for entry, found in a_finder().left_out()]
    assert asked == [(entry.id, text) for entry in ENTRIES for text in PHRASINGS["de"][entry.id]]


def test_without_itself_a_lone_phrasing_is_lost_and_one_of_two_alike_is_found() -> None:
    phrasings = {
        "de": {
            "termin-verpasst": ("verschlafen und nicht gekommen", "verschlafen und nicht hingegangen"),
            "regelbedarf": ("xylophon",),
        }
    }
    left_out = {found.text: found for _, found in a_finder(phrasings=phrasings).left_out()}
    kept = a_finder(phrasings=phrasings)
    assert left_out["verschlafen und nicht gekommen"].candidates[0].entry == "termin-verpasst"
    assert kept.find("xylophon").candidates[0].entry == "regelbedarf"
    assert left_out["xylophon"].confidence < kept.find("xylophon").confidence / 2


def test_what_is_known_nowhere_else_asks_for_nothing() -> None:
    finder = a_finder(entries=(an_entry("a", "Ähm"), an_entry("b", "Öhm")), phrasings={"de": {"a": ("qqq",)}})
    found = dict(finder.left_out())
    assert found["a"].confidence == 0


def test_other_languages_are_asked_apart() -> None:
    asked = [found.text for _, found in a_finder().left_out("en")]
    assert asked == [*PHRASINGS["en"]["termin-verschieben"]]


def test_where_not_all_were_learnt_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("lesson", "shelf"):
        monkeypatch.setattr(f"bot.core.matching.{module}.MOST_EXAMPLES", 4)
    finder = a_finder()
    assert list(finder.left_out()) == []
    learnt = [bool(row.any()) for row in finder.judge.shelves["de"].scorer._coefficients]
    assert sum(learnt) == 4 < len(learnt)
    for entry in ENTRIES:
        for text in PHRASINGS["de"][entry.id]:
            assert finder.find(text).candidates[0].entry == entry.id
