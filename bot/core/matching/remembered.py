"""What was once computed for a knowledge base need not be computed again: the seam for a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Protocol

from bot.core.matching.index import Arrays

MOST_CHANGES = 200
"""Texts that may be new or gone since all were learnt, or a tenth of them all if that is less. A changed text
is one gone and one new."""


class Cache(Protocol):
    """Keeps arrays by kind and key; may forget them at any time."""

    def get(self, kind: str, key: str) -> Arrays | None:
        """The arrays kept under this *key*; None if there are none, or if they cannot be read."""

    def near(self, kind: str) -> Iterator[Arrays]:
        """All of this *kind*, what was used last first; none where nobody wants what is only nearly right."""

    def put(self, kind: str, key: str, arrays: Arrays) -> None:
        """Keep *arrays*; a failure is silent, for they can be computed again."""

    def amended(self) -> None:
        """What is near was amended, and will be used."""

    def missing(self) -> None:
        """Something will be computed that takes long."""


def remembered(
    cache: Cache | None,
    kind: str,
    key: str,
    compute: Callable[[], Arrays],
    amend: Callable[[Arrays], Arrays | None],
) -> Arrays:
    """What the cache has under *key*; else the first of its *kind* of which *amend* can make what is wanted,
    nearly; else what *compute* gives. Only that is kept."""
    if cache is None:
        return compute()
    known = cache.get(kind, key)
    if known is not None:
        return known
    for near in cache.near(kind):
        amended = amend(near)
        if amended is not None:
            cache.amended()
            return amended
    cache.missing()
    computed = compute()
    cache.put(kind, key, computed)
    return computed


def are_few(changes: int, among: int) -> bool:
    """Can what was learnt of so many texts be amended after so many changes?"""
    return changes <= min(MOST_CHANGES, among // 10)


def digest(parts: Iterable[str]) -> str:
    """A name for these texts, in this order: 32 hexadecimal digits."""
    hashed = sha256()
    for part in parts:
        hashed.update(part.encode("utf-8", "replace") + b"\0")
    return hashed.hexdigest()[:32]
