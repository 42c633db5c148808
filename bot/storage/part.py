"""What every part of the store has: the database and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.storage.connection import Database


class Part:
    """One port over SQLite; ``now`` stamps what is stored outside of a turn."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
