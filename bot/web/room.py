"""What the pages work with: an object that is handed in once, when the site opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.core.ports import Audit
from bot.core.steering import Silence


class Room(Protocol):
    """What the site itself needs; each package of pages says what more it needs."""

    @property
    def audit(self) -> Audit: ...

    async def silence(self) -> Silence | None:
        """Why citizens get no answers just now; None if they do."""

    @property
    def moves(self) -> Mapping[str, str]:
        """German words for what happens to tickets, by the word in the audit."""


class _Key:
    """Holds the room of this process."""

    room: Room | None = None


def furnish(room: Room | None) -> None:
    """From now on pages work with *room*; None: the site is closed."""
    _Key.room = room


def room() -> Room:
    """The room that was handed in.

    Raises:
        RuntimeError: the site is closed.
    """
    if _Key.room is None:
        raise RuntimeError("no room was handed in")
    return _Key.room
