import numpy as np
import pytest

from bot.core.matching import BY_MEANING, BY_WORDS, FEATURES
from bot.core.matching.calibrate import DEFAULTS, Evidence, confidences, evidence, logistic, probability
from bot.core.matching.score import Scores


def scores(total: list[float], nearest: list[float] | None = None) -> Scores:
    values = np.array(total, dtype=np.float32)
    return Scores(values, values * 0.7, np.array(nearest or total, dtype=np.float32))


def found(of: Scores, entries: int, coverage: float = 1, words: int = 4, signposts: int = 0) -> Evidence:
    """The evidence in *of*, whose last *signposts* entries name another authority."""
    return evidence(of, np.arange(entries) >= entries - signposts, coverage, words)


def test_each_feature_has_its_coefficient() -> None:
    assert len(FEATURES) == len(found(scores([0.9, 0.1]), 2).features)
    assert all(set(default.coefficients) == set(FEATURES) for default in DEFAULTS.values())


@pytest.mark.parametrize("way", [BY_WORDS, BY_MEANING])
def test_clear_evidence_is_answered_and_poor_evidence_is_not(way: str) -> None:
    clear = found(scores([1.3, 0.1, 0.0]), 3)
    poor = found(scores([0.1, 0.09, 0.08]), 3, coverage=0.2)
    assert probability(DEFAULTS[way], clear.features) >= DEFAULTS[way].answer
    assert probability(DEFAULTS[way], poor.features) < DEFAULTS[way].suggest


def test_a_near_rival_makes_less_certain() -> None:
    alone, contested = (found(scores([0.8, second]), 2).features for second in (0.1, 0.75))
    assert probability(DEFAULTS[BY_WORDS], contested) < probability(DEFAULTS[BY_WORDS], alone)


def test_how_far_the_other_kind_is_stands_in_the_evidence() -> None:
    features = dict(zip(FEATURES, found(scores([0.3, 0.9, 0.8]), 3, signposts=1).features, strict=True))
    assert features["is_signpost"] == 0
    assert features["margin_to_other_kind"] == pytest.approx(0.1)
    features = dict(zip(FEATURES, found(scores([0.3, 0.7, 0.8]), 3, signposts=1).features, strict=True))
    assert features["is_signpost"] == 1
    assert features["margin_to_other_kind"] == pytest.approx(0.1)


def test_entries_are_ordered_by_score_and_the_rest_stands_beside() -> None:
    one = found(scores([0.2, 0.5, 0.9, 0.4], [0.1, 0.2, 0.6, 0.3]), 2)
    assert one.order == (1, 0)
    assert one.beside == 2
    assert one.beside_nearest == pytest.approx(0.6)


def test_nothing_stands_beside_a_winning_entry() -> None:
    assert found(scores([0.9, 0.5, 0.3]), 2).beside is None


def test_one_entry_alone_needs_no_second() -> None:
    one = found(scores([0.9]), 1)
    assert one.order == (0,)
    assert 0 < probability(DEFAULTS[BY_WORDS], one.features) < 1


def test_confidences_fall_and_stay_between_zero_and_one() -> None:
    one = found(scores([0.2, 0.9, 0.5, -0.1]), 4)
    certain = confidences(one, 0.6)
    assert certain[0] == pytest.approx(0.6)
    assert certain == sorted(certain, reverse=True)
    assert all(0 <= value <= 1 for value in certain)


def test_the_logistic_bears_any_number() -> None:
    assert logistic(1e6) == pytest.approx(1)
    assert logistic(-1e6) == pytest.approx(0)
    assert logistic(0) == 0.5
