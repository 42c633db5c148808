"""Sends what waits in the outbox: in order per chat, until the channel has confirmed it.

A kill between a send and its mark doubles that message. So one message is on its way at a time, and a
further lane opens only beside one that is slow: Telegram's trouble with one chat holds up no other.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.core.ports import Outbox
from bot.core.talk import ChatRef
from bot.core.waiting import Outgoing

LANES = 24
SLOW = 0.3
"""Seconds after which a send counts as slow and another may go beside it."""
LOOK_AGAIN = 0.5
"""Seconds between two looks for messages that another process has caused."""
LONGEST_PAUSE = 60.0

log = structlog.get_logger("outbox")


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel has it and calls it ``reference``."""

    reference: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """Try again; ``after`` in seconds if the channel said so, else with growing pauses."""

    after: float | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """The channel will not take it: ``reason`` is one word."""

    reason: str


Delivery = Sent | NotNow | Never


def pause(attempts: int) -> float:
    """Seconds until the next try: doubling from one second to a minute, with jitter."""
    return float(random.uniform(0.5, 1.0) * min(2.0**attempts, LONGEST_PAUSE))  # noqa: S311 (no secret)


@dataclass(slots=True)
class Sender:
    """The loop over the outbox of one channel."""

    channel: str
    outbox: Outbox
    deliver: Callable[[Outgoing], Awaitable[Delivery]]
    now: Callable[[], datetime]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: dict[ChatRef, asyncio.Task[None]] = field(default_factory=dict)
    _unmarked: dict[int, Sent] = field(default_factory=dict)
    _started: float = 0.0
    _failures: int = 0
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stop: asyncio.Event) -> None:
        """Send until *stop*; what is on its way then is finished."""
        stopped = asyncio.create_task(stop.wait())
        while not stop.is_set():
            try:
                started = await self._start_next()
            except Exception as error:
                log.error("outbox unreadable", error=type(error).__name__)
                started = False
            if not started:
                await self._rest(stopped)
        stopped.cancel()
        self._ended.set()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def flushed(self, seconds: float) -> None:
        """Return when nothing waits that may be sent now, or after *seconds*."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self._busy and not await self.outbox.to_send(self.channel, self.now()):
                return
            self.wake.set()
            await asyncio.sleep(0.02)

    async def _start_next(self) -> bool:
        """Start one message if a lane is free; False if there is nothing to do right now."""
        slow = time.monotonic() - self._started >= SLOW
        if len(self._busy) >= LANES or (self._busy and not slow):
            return False
        self.wake.clear()
        for message in await self.outbox.to_send(self.channel, self.now()):
            if message.chat not in self._busy:
                self._started = time.monotonic()
                self._busy[message.chat] = asyncio.create_task(self._send(message))
                return True
        return False

    async def _rest(self, stopped: asyncio.Task[bool]) -> None:
        waking = asyncio.create_task(self.wake.wait())
        timeout = SLOW if self._busy else LOOK_AGAIN
        await asyncio.wait({waking, stopped}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        waking.cancel()

    async def _send(self, message: Outgoing) -> None:
        try:
            delivery = self._unmarked.get(message.id) or await self.deliver(message)
            if isinstance(delivery, Sent):  # on the phone: if the mark fails, only the mark is repeated
                self._unmarked[message.id] = delivery
            await self._settle(message, delivery)
            self._unmarked.pop(message.id, None)
        except Exception as error:
            self._failures += 1
            log.error("message not settled", message=message.id, error=type(error).__name__)
            with suppress(TimeoutError):  # whoever stops the program does not wait for that
                await asyncio.wait_for(self._ended.wait(), pause(min(self._failures, 6)))
        finally:
            del self._busy[message.chat]
            self.wake.set()

    async def _settle(self, message: Outgoing, delivery: Delivery) -> None:
        now = self.now()
        if isinstance(delivery, Sent):
            self._failures = 0
            await self.outbox.sent(message.id, delivery.reference, now)
        elif isinstance(delivery, Never):
            log.warning("message parked", message=message.id, reason=delivery.reason)
            await self.outbox.park(message.id, delivery.reason, now)
        else:
            self._failures += delivery.after is None
            wait = delivery.after if delivery.after is not None else pause(message.attempts)
            await self.outbox.postpone(message.id, now + timedelta(seconds=wait))
