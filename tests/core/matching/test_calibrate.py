import numpy as np
import pytest

from bot.core.matching.calibrate import (
    ANSWER,
    COEFFICIENTS,
    FEATURES,
    SUGGEST,
    confidences,
    evidence,
    logistic,
    probability,
)
from bot.core.matching.score import Scores


def scores(total: list[float], nearest: list[float] | None = None) -> Scores:
    values = np.array(total, dtype=np.float32)
    return Scores(values, values * 0.7, np.array(nearest or total, dtype=np.float32))


def test_each_feature_has_its_coefficient() -> None:
    found = evidence(scores([0.9, 0.1]), 2, coverage=1, words=3)
    assert len(FEATURES) == len(COEFFICIENTS) == len(found.features)


def test_clear_evidence_is_answered_and_poor_evidence_is_not() -> None:
    clear = evidence(scores([1.3, 0.1, 0.0]), 3, coverage=1, words=4)
    poor = evidence(scores([0.1, 0.09, 0.08]), 3, coverage=0.2, words=4)
    assert probability(clear.features) >= ANSWER
    assert probability(poor.features) < SUGGEST


def test_a_near_rival_makes_less_certain() -> None:
    alone = evidence(scores([0.8, 0.1]), 2, coverage=1, words=4)
    contested = evidence(scores([0.8, 0.75]), 2, coverage=1, words=4)
    assert probability(contested.features) < probability(alone.features)


def test_entries_are_ordered_by_score_and_the_rest_stands_beside() -> None:
    found = evidence(scores([0.2, 0.5, 0.9, 0.4], [0.1, 0.2, 0.6, 0.3]), 2, coverage=1, words=2)
    assert found.order == (1, 0)
    assert found.beside == 2
    assert found.beside_nearest == pytest.approx(0.6)


def test_nothing_stands_beside_a_winning_entry() -> None:
    assert evidence(scores([0.9, 0.5, 0.3]), 2, coverage=1, words=2).beside is None


def test_one_entry_alone_needs_no_second() -> None:
    found = evidence(scores([0.9]), 1, coverage=1, words=2)
    assert found.order == (0,)
    assert 0 < probability(found.features) < 1


def test_confidences_fall_and_stay_between_zero_and_one() -> None:
    found = evidence(scores([0.2, 0.9, 0.5, -0.1]), 4, coverage=1, words=2)
    certain = confidences(found, 0.6)
    assert certain[0] == pytest.approx(0.6)
    assert certain == sorted(certain, reverse=True)
    assert all(0 <= value <= 1 for value in certain)


def test_the_logistic_bears_any_number() -> None:
    assert logistic(1e6) == pytest.approx(1)
    assert logistic(-1e6) == pytest.approx(0)
    assert logistic(0) == 0.5
