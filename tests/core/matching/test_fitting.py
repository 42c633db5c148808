import numpy as np
import pytest

from bot.core.matching import FEATURES
from bot.core.matching.calibrate import probability
from bot.core.matching.fitting import MOST_BESIDE, MOST_WRONG, Case, bounds, fit, held_out


def cases(count: int = 2000, family: str = "de", wrong_at: float = 0.0) -> list[Case]:
    """Cases whose first feature is the true probability that they are right."""
    chance = np.random.default_rng(20261122)
    found = []
    for sure in chance.random(count):
        features = (float(sure), *chance.random(len(FEATURES) - 1).tolist())
        right = bool(chance.random() < sure and sure >= wrong_at)
        found.append(Case(family, features, right, right or sure > 0.3, True, False, False))
    return found


def test_what_is_said_to_be_sure_is_so_often_right() -> None:
    some = cases()
    p, right = held_out(some), np.array([case.right for case in some])
    for low in (0.1, 0.5, 0.8):
        there = (p >= low) & (p < low + 0.2)
        assert right[there].mean() == pytest.approx(p[there].mean(), abs=0.08)


def test_the_fitted_calibration_says_the_same_in_service() -> None:
    some = cases()
    calibration = fit(some)
    said = [probability(calibration, case.features) for case in some]
    assert np.corrcoef(said, held_out(some))[0, 1] > 0.99
    assert 0 < calibration.suggest < calibration.answer < 1


def test_no_large_family_is_answered_wrongly_too_often() -> None:
    some = [*cases(), *cases(600, "life", wrong_at=0.9)]
    p = held_out(some)
    answer, _ = bounds(some, p)
    for family in ("de", "life"):
        of_it = [(case, sure) for case, sure in zip(some, p, strict=True) if case.family == family]
        assert sum(sure >= answer and not case.right for case, sure in of_it) <= MOST_WRONG * len(of_it)


def test_what_belongs_to_another_authority_is_seldom_answered() -> None:
    near = [Case("de", case.features, False, False, False, True, False) for case in cases(400)]
    some = [*cases(), *near]
    p = held_out(some)
    answer, _ = bounds(some, p)
    assert sum(p[len(some) - len(near) :] >= answer) <= MOST_BESIDE * len(near)
