"""What happens by the clock: timers, retention, offices whose queue nobody opens, new wordings."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog

from bot.assistant import Assistant
from bot.core import alerts
from bot.core.calendar import OfficeCalendar, local
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import Store
from bot.core.retention import Watch, watched
from bot.core.talk import Incoming
from bot.core.wordings import given_wordings
from bot.errors import RetentionRefused

TIMERS_EVERY = timedelta(seconds=5)
CLOCK_EVERY = timedelta(minutes=1)
"""Also while no timer is due, so that the wait after an outage is over before the first one is."""
TRIES = 5
"""After so many failures a timer is left alone until the next start."""
NAPS_EVERY = timedelta(minutes=5)
UPKEEP_EVERY = timedelta(hours=1)
WORDINGS_EVERY = timedelta(seconds=5)
"""So exact is it known since when a wording was given."""
AUDIT_EVERY = timedelta(hours=1)

log = structlog.get_logger("clockwork")


@dataclass(slots=True)
class Clockwork:
    """Loops beside the conversation; ``asleep`` are the offices in which nobody reads, for the dialogue.

    *unsigned*: answers are given that nobody has signed.
    """

    store: Store
    now: Callable[[], datetime]
    days_done: int
    days_open: int
    unsigned: bool = True
    asleep: frozenset[str] = field(default=frozenset())
    _failures: Counter[int] = field(default_factory=Counter)
    _watch: Watch = field(default_factory=Watch)
    _noted: tuple[str, frozenset[str], date] | None = None
    """Version, withdrawn answers and day of the knowledge base whose wordings are stored."""
    _mark: str = ""

    async def run(self, assistant: Assistant, kb: Callable[[], KnowledgeBase]) -> None:
        """Until cancelled; trouble in one loop is logged and harms no other."""
        await asyncio.gather(
            _every(TIMERS_EVERY, "timers", lambda: self.fire(assistant)),
            _every(CLOCK_EVERY, "clock", self.look_at_clock),
            _every(NAPS_EVERY, "offices", lambda: self.look_at_offices(kb())),
            _every(UPKEEP_EVERY, "retention", self.retire),
            _every(WORDINGS_EVERY, "wordings", lambda: self.note_wordings(kb())),
            _every(AUDIT_EVERY, "audit", self.look_at_audit),
        )

    async def fire(self, assistant: Assistant) -> None:
        """What has become due goes the way of every message: through the assistant, in its chat's order.

        Nothing goes off while the clock is doubted (see ``core.retention.watched``); it stays due.
        """
        now = self.now()
        due = [timer for timer in await self.store.due_timers(now) if self._failures[timer.id] < TRIES]
        if not due or not await self._believes(now):
            return
        for timer in due:
            incoming = Incoming(timer.chat, now, f"timer:{timer.id}", timer=timer.name, ticket=timer.ticket)
            try:
                await assistant.turn(incoming)
            except Exception as error:  # one that fails holds up nobody else's
                self._failures[timer.id] += 1
                log.error("timer failed", timer=timer.id, error=type(error).__name__)

    async def look_at_clock(self) -> None:
        """Keep up the watch over a clock that is doubted."""
        await self._believes(self.now())

    async def look_at_offices(self, kb: KnowledgeBase) -> None:
        """Find out where nobody reads."""
        sleeping = set()
        for office in kb.offices:
            working = OfficeCalendar.of(office.hours, office.closed_days)
            if alerts.asleep(await self.store.queue(office.id, self.now()), working, self.now()):
                sleeping.add(office.id)
        self.asleep = frozenset(sleeping)

    async def note_wordings(self, kb: KnowledgeBase) -> None:
        """Remember what citizens are given from now on; a new day may bring new amounts."""
        now = self.now()
        present = (kb.version, kb.withdrawn, local(now).date())
        if present != self._noted:
            given = await asyncio.to_thread(given_wordings, kb, present[2], self.unsigned)
            await self.store.go_live(kb.version, given, now)
            self._noted = present

    async def retire(self) -> None:
        """Destroy what is older than it may be, unless the store doubts that it is."""
        try:
            gone = await self.store.retire(self.now(), self.days_done, self.days_open)
        except RetentionRefused as refusal:
            log.warning("retention waits", reason=refusal.reason, tickets=refusal.going)
            return
        if gone:
            log.info("retention", tickets=gone)

    async def look_at_audit(self) -> None:
        """Put the mark of the audit into the log, where whoever could forge the audit does not reach."""
        found = await self.store.audited()
        if found.flaws:
            log.error("audit broken", flaws=len(found.flaws), first=found.flaws[0].number)
        elif found.last and found.mark != self._mark:
            log.info("audit stands", mark=found.mark)
        self._mark = found.mark

    async def _believes(self, now: datetime) -> bool:
        """Whether timers may go off at *now*; a change of mind is logged once."""
        doubt = (await self.store.preview(now, self.days_done, self.days_open)).doubt
        before, self._watch = self._watch, watched(self._watch, doubt, now)
        if self._watch.waits and not before.waits:
            log.warning("timers wait", reason=doubt)
        elif before.waits and not self._watch.waits:
            log.info("timers go on")
        return not self._watch.waits


async def _every(pause: timedelta, what: str, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception as error:
            log.error("failed; trying again", what=what, error=type(error).__name__)
        await asyncio.sleep(pause.total_seconds())
