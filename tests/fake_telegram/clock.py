"""Telegram's time and the bell that wakes everyone who waits."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """Real time plus a shift that a test sets; it goes on running."""

    def __init__(self) -> None:
        self._shift = 0.0

    def now(self) -> float:
        """Seconds since 1970, UTC."""
        return time.time() + self._shift

    def stamp(self) -> int:
        """The time as the Bot API writes it."""
        return int(self.now())

    def at(self) -> datetime:
        return datetime.fromtimestamp(self.now(), UTC)

    def set(self, when: datetime) -> None:
        """*when* must know its time zone."""
        if when.tzinfo is None:
            raise ValueError("the clock needs a time with a time zone")
        self._shift = when.timestamp() - time.time()

    def advance(self, seconds: float) -> None:
        self._shift += seconds


class Bell:
    """Rung whenever something happened; waiters look again at what they wait for."""

    def __init__(self) -> None:
        self._sleepers: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for sleeper in self._sleepers:
            if not sleeper.done():
                sleeper.set_result(None)

    async def until(self, is_so: Callable[[], object], seconds: float | None) -> bool:
        """Whether it came true within *seconds* of real time (None: wait for ever)."""
        try:
            async with asyncio.timeout(seconds):
                while not is_so():
                    await self._next_ring()
        except TimeoutError:
            return bool(is_so())
        return True

    async def _next_ring(self) -> None:
        sleeper = asyncio.get_running_loop().create_future()
        self._sleepers.add(sleeper)
        try:
            await sleeper
        finally:
            self._sleepers.discard(sleeper)
