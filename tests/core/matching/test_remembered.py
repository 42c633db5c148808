from collections.abc import Iterator

import numpy as np

from bot.core.matching.index import Arrays
from bot.core.matching.remembered import digest, remembered


class Shelf:
    """A cache in memory; ``newest`` are near to everything."""

    def __init__(self, *newest: Arrays) -> None:
        self.kept: dict[tuple[str, str], Arrays] = {}
        self.newest = newest
        self.missed = self.used = 0

    def get(self, kind: str, key: str) -> Arrays | None:
        return self.kept.get((kind, key))

    def near(self, kind: str) -> Iterator[Arrays]:
        yield from self.newest

    def amended(self) -> None:
        self.used += 1

    def put(self, kind: str, key: str, arrays: Arrays) -> None:
        self.kept[kind, key] = arrays

    def missing(self) -> None:
        self.missed += 1


def arrays(number: int) -> Arrays:
    return {"one": np.array([number])}


def test_what_was_computed_once_is_not_computed_again() -> None:
    shelf, computed = Shelf(), []

    def compute() -> Arrays:
        computed.append(1)
        return arrays(1)

    first, second = (remembered(shelf, "kind", "key", compute, lambda _: None) for _ in range(2))
    assert len(computed) == shelf.missed == 1
    assert first["one"] == second["one"]


def test_without_a_cache_it_is_computed() -> None:
    assert remembered(None, "kind", "key", lambda: arrays(1), lambda _: arrays(2))["one"] == 1


def test_the_first_that_can_be_amended_is_and_is_not_kept() -> None:
    shelf = Shelf(arrays(7), arrays(1), arrays(4))

    def amend(near: Arrays) -> Arrays | None:
        return arrays(near["one"][0] + 1) if near["one"][0] < 5 else None

    assert remembered(shelf, "kind", "key", lambda: arrays(3), amend)["one"] == 2
    assert not shelf.kept
    assert (shelf.missed, shelf.used) == (0, 1)


def test_what_cannot_be_amended_is_computed() -> None:
    shelf = Shelf(arrays(1))
    assert remembered(shelf, "kind", "key", lambda: arrays(3), lambda _: None)["one"] == 3
    assert shelf.kept
    assert (shelf.missed, shelf.used) == (1, 0)


def test_another_text_or_another_order_has_another_name() -> None:
    names = {digest(parts) for parts in (["a", "b"], ["b", "a"], ["ab"], ["a", "b", ""], ["a\ud800"])}
    assert len(names) == 5
    assert digest(["a", "b"]) == digest(iter(("a", "b")))
