"""Fetches updates and stores each before it is confirmed to Telegram.

The library's own polling confirms a batch before it is handled and stops for good at one update that
cannot be parsed. Here the offset moves only over what is stored, and each update is parsed by itself.
"""

from __future__ import annotations

import asyncio
import time
import warnings
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.warnings import PTBUserWarning

from bot.citizens import telegram_updates
from bot.citizens.outbox import pause

POLL = 30
"""Seconds that Telegram holds an empty poll open."""
CONFLICT_PAUSE = 30.0
DEAF_AFTER = 90.0
"""Seconds without a successful fetch after which the connections are thrown away and made anew."""

log = structlog.get_logger("telegram")


@dataclass(slots=True)
class Fetcher:
    """The loop. ``store`` makes one raw update durable; ``renew`` throws the connections away."""

    bot: Bot
    store: Callable[[Mapping[str, Any]], Awaitable[None]]
    renew: Callable[[], Awaitable[None]]
    poll: int = POLL
    last_success: float = field(default_factory=time.monotonic)
    has_heard: bool = False
    _offset: int = 0
    _failures: int = 0
    _trouble: str = ""

    @property
    def age(self) -> float | None:
        """Seconds since Telegram last answered; None: it never has."""
        return time.monotonic() - self.last_success if self.has_heard else None

    def heard(self) -> None:
        """Telegram has answered just now."""
        self.last_success, self.has_heard = time.monotonic(), True

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until *stop*. A poll that waits is given up at once; storing is never cut off."""
        stopped = asyncio.create_task(stop.wait())
        while not stop.is_set():
            batch = await self._fetch(stopped)
            if batch is not None and await self._keep(batch, stopped):
                self._well()
        stopped.cancel()

    async def _fetch(self, stopped: asyncio.Task[bool]) -> list[Mapping[str, Any]] | None:
        polling = asyncio.create_task(self._get_updates())
        await asyncio.wait({polling, stopped}, timeout=DEAF_AFTER, return_when=asyncio.FIRST_COMPLETED)
        if not polling.done():
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)
            if not stopped.done():
                await self._deaf()
            return None
        try:
            batch = polling.result()
        except Exception as error:
            await self._rest(error, stopped)
            return None
        self.heard()
        return batch

    async def _get_updates(self) -> list[Mapping[str, Any]]:
        asked = {
            "offset": self._offset,
            "timeout": self.poll,
            "limit": 100,
            "allowed_updates": telegram_updates.KINDS,
        }
        with warnings.catch_warnings():  # the library prefers its own method, which parses whole batches
            warnings.simplefilter("ignore", PTBUserWarning)
            answer: Any = await self.bot.do_api_request(
                "getUpdates", api_kwargs=asked, read_timeout=self.poll + 10
            )
        return list(answer)

    async def _keep(self, batch: list[Mapping[str, Any]], stopped: asyncio.Task[bool]) -> bool:
        """Store the batch; False if one could not be stored: it was not confirmed and comes again."""
        for raw in batch:
            try:
                await self.store(raw)
            except Exception as error:
                await self._rest(error, stopped)
                return False
            self._offset = max(self._offset, int(raw.get("update_id", 0)) + 1)
        return True

    async def _rest(self, error: Exception, stopped: asyncio.Task[bool]) -> None:
        self._failures += 1
        self._tell(error)
        seconds = pause(min(self._failures, 6))
        if isinstance(error, RetryAfter):
            after = error.retry_after
            seconds = after.total_seconds() if isinstance(after, timedelta) else float(after)
        elif isinstance(error, Conflict | InvalidToken):
            seconds = CONFLICT_PAUSE
        if time.monotonic() - self.last_success > DEAF_AFTER and not isinstance(error, Conflict):
            await self._deaf()
        await asyncio.wait({stopped}, timeout=seconds)

    async def _deaf(self) -> None:
        log.error("no fetch succeeded", seconds=round(time.monotonic() - self.last_success))
        await self.renew()

    def _tell(self, error: Exception) -> None:
        """Each kind of trouble once, not every few seconds."""
        kind = type(error).__name__
        if kind == self._trouble:
            return
        self._trouble = kind
        if isinstance(error, Conflict):
            log.error("another program polls with this token; trying again every 30 s")
        elif isinstance(error, TelegramError):
            log.warning("telegram cannot be reached; trying again", error=kind)
        else:
            log.error("updates cannot be stored; trying again", error=kind)

    def _well(self) -> None:
        if self._trouble:
            log.info("telegram can be reached again")
        self._failures, self._trouble = 0, ""
