import numpy as np

from bot.core.matching.index import Arrays
from bot.core.matching.remembered import digest, remembered


class Shelf:
    def __init__(self) -> None:
        self.kept: dict[str, Arrays] = {}

    def get(self, key: str) -> Arrays | None:
        return self.kept.get(key)

    def put(self, key: str, arrays: Arrays) -> None:
        self.kept[key] = arrays


def test_what_was_computed_once_is_not_computed_again() -> None:
    shelf, computed = Shelf(), []

    def compute() -> Arrays:
        computed.append(1)
        return {"one": np.array([1])}

    first, second = (remembered(shelf, "key", compute) for _ in range(2))
    assert len(computed) == 1
    assert first["one"] == second["one"]


def test_without_a_cache_it_is_computed() -> None:
    assert remembered(None, "key", lambda: {"one": np.array([1])})["one"] == 1


def test_another_text_or_another_order_has_another_name() -> None:
    names = {digest(parts) for parts in (["a", "b"], ["b", "a"], ["ab"], ["a", "b", ""], ["a\ud800"])}
    assert len(names) == 5
    assert digest(["a", "b"]) == digest(iter(("a", "b")))
