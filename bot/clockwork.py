"""What happens by the clock: timers of citizens, retention, offices whose queue nobody opens."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.assistant import Assistant
from bot.core import alerts
from bot.core.calendar import OfficeCalendar
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import Store
from bot.core.talk import Incoming
from bot.errors import RetentionRefused

TIMERS_EVERY = timedelta(seconds=5)
TRIES = 5
"""After so many failures a timer is left alone until the next start."""
NAPS_EVERY = timedelta(minutes=5)
UPKEEP_EVERY = timedelta(hours=1)

log = structlog.get_logger("clockwork")


@dataclass(slots=True)
class Clockwork:
    """Loops beside the conversation; ``asleep`` are the offices in which nobody reads, for the dialogue."""

    store: Store
    kb: KnowledgeBase
    now: Callable[[], datetime]
    days_done: int
    days_open: int
    asleep: frozenset[str] = field(default=frozenset())
    _failures: Counter[int] = field(default_factory=Counter)

    async def run(self, assistant: Assistant) -> None:
        """Until cancelled; trouble in one loop is logged and harms no other."""
        await asyncio.gather(
            _every(TIMERS_EVERY, "timers", lambda: self._timers(assistant)),
            _every(NAPS_EVERY, "offices", self._offices),
            _every(UPKEEP_EVERY, "retention", self._retire),
        )

    async def _timers(self, assistant: Assistant) -> None:
        """What has become due goes the way of every message: through the assistant, in its chat's order."""
        for due in await self.store.due_timers(self.now()):
            if self._failures[due.id] >= TRIES:
                continue
            event = f"timer:{due.id}"
            incoming = Incoming(due.chat, self.now(), event, timer=due.name, ticket=due.ticket)
            try:
                await assistant.turn(incoming)
            except Exception as error:  # one that fails holds up nobody else's
                self._failures[due.id] += 1
                log.error("timer failed", timer=due.id, error=type(error).__name__)

    async def _offices(self) -> None:
        sleeping = set()
        for office in self.kb.offices:
            working = OfficeCalendar.of(office.hours, office.closed_days)
            if alerts.asleep(await self.store.queue(office.id, self.now()), working, self.now()):
                sleeping.add(office.id)
        self.asleep = frozenset(sleeping)

    async def _retire(self) -> None:
        try:
            gone = await self.store.retire(self.now(), self.days_done, self.days_open)
        except RetentionRefused as refusal:
            log.warning("retention waits", reason=refusal.reason, tickets=refusal.going)
            return
        if gone:
            log.info("retention", tickets=gone)


async def _every(pause: timedelta, what: str, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception as error:
            log.error("failed; trying again", what=what, error=type(error).__name__)
        await asyncio.sleep(pause.total_seconds())
