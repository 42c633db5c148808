"""What was once computed for a knowledge base need not be computed again: the seam for a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Protocol

from bot.core.matching.index import Arrays


class Cache(Protocol):
    """Keeps arrays by name; may forget them at any time."""

    def get(self, key: str) -> Arrays | None:
        """The arrays kept under *key*; None if there are none, or if they cannot be read."""

    def put(self, key: str, arrays: Arrays) -> None:
        """Keep *arrays*; a failure is silent, for they can be computed again."""


def remembered(cache: Cache | None, key: str, compute: Callable[[], Arrays]) -> Arrays:
    """What the cache has under *key*, else what *compute* gives, which is then kept."""
    known = cache.get(key) if cache is not None else None
    if known is not None:
        return known
    arrays = compute()
    if cache is not None:
        cache.put(key, arrays)
    return arrays


def digest(parts: Iterable[str]) -> str:
    """A name for these texts, in this order: 32 hexadecimal digits."""
    hashed = sha256()
    for part in parts:
        hashed.update(part.encode("utf-8", "replace") + b"\0")
    return hashed.hexdigest()[:32]
