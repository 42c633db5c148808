import numpy as np

from bot.core.matching.gradients import TOLERANCE, solve_by_gradients


def test_the_solution_is_as_near_as_promised() -> None:
    chance = np.random.default_rng(7)
    factor = chance.normal(size=(40, 60)).astype(np.float32)
    target = chance.normal(size=60).astype(np.float32)
    found = solve_by_gradients(lambda x: factor.T @ (factor @ x), 0.1, target)
    rest = factor.T @ (factor @ found) + 0.1 * found - target
    assert np.linalg.norm(rest) <= 1.01 * TOLERANCE * np.linalg.norm(target)
    assert found.dtype == np.float32


def test_nothing_wanted_needs_no_step() -> None:
    def never(_: np.ndarray) -> np.ndarray:
        raise AssertionError("the matrix was asked for")

    assert not solve_by_gradients(never, 0.1, np.zeros(3, dtype=np.float32)).any()
