import numpy as np

from bot.core.matching.index import Index
from bot.core.matching.likeness import Likeness
from bot.core.matching.score import NEAREST_WEIGHT, Scorer, solve

TEXTS = ("termin verpasst", "termin versaeumt", "termin verschieben", "termin verlegen", "viel geld")
LABELS = [0, 0, 1, 1, 2]


def an_index() -> Index:
    return Index.build([(tuple(text.split()), "de") for text in TEXTS])


def test_the_right_class_scores_highest() -> None:
    index = an_index()
    scorer = Scorer(LABELS, 3, solve(Likeness(index), LABELS, 3))
    for text, label in (("termin verpasst gestern", 0), ("verschieben", 1), ("geld", 2)):
        scores = scorer.scores(index.similarities([index.vector(tuple(text.split()), "de")])[0])
        assert int(np.argmax(scores.total)) == label


def test_a_word_that_all_classes_share_tells_little() -> None:
    index = an_index()
    scorer = Scorer(LABELS, 3, solve(Likeness(index), LABELS, 3))
    shared = scorer.scores(index.similarities([index.vector(("termin",), "de")])[0]).ridge
    telling = scorer.scores(index.similarities([index.vector(("verschieben",), "de")])[0]).ridge
    assert abs(shared[0] - shared[1]) < 0.5 * (telling[1] - telling[0])


def test_nearest_is_the_best_example_of_each_class_in_any_order() -> None:
    scorer = Scorer([1, 0, 1], 2, np.zeros((3, 2), dtype=np.float32))
    scores = scorer.scores(np.array([0.2, 0.4, 0.9], dtype=np.float32))
    assert np.allclose(scores.nearest, [0.4, 0.9])
    assert np.allclose(scores.total, NEAREST_WEIGHT * scores.nearest)


def test_without_coefficients_the_nearest_decides_alone() -> None:
    scorer = Scorer([0, 1], 2, np.zeros((0, 2), dtype=np.float32))
    scores = scorer.scores(np.array([0.1, 0.6], dtype=np.float32))
    assert int(np.argmax(scores.total)) == 1
    assert np.allclose(scores.ridge, [0.1, 0.6])
