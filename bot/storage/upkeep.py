"""Upkeep: destroys what is older than it may be, unless there is reason to doubt."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import astuple, replace
from datetime import datetime, timedelta
from typing import Any

from bot.core import questions
from bot.core.retention import ClockMarks, Doubt, Retirement, confirmed, is_too_much, judged
from bot.errors import RetentionRefused
from bot.storage import aside, audit, chats, sessions
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

SESSION = timedelta(hours=24)
EVENTS = timedelta(hours=48)
"""Longer than Telegram keeps updates (24 hours), so that none can come again as an unknown one."""
TRACES = timedelta(days=365)
"""What is left of silent chats (language, style) and of gone tickets, and the log of deletions."""

_SETTLED = "ticket WHERE settled_at < :settled"
_UNSETTLED = "ticket WHERE settled_at IS NULL AND created_at < :unsettled"
_EVENTS = "inbox WHERE state <> 'waiting' AND changed_at < :events"
_MESSAGES = "outbox WHERE state <> 'waiting' AND done_at < :events"
_HISTORY = "audit WHERE at < :traces"
_DELETIONS = "deletion_log WHERE at < :traces"
_IN_VAIN = "in_vain WHERE at < :in_vain"
_ACTS = "audit_trail WHERE at < :traces"
_ANSWERS = "answer WHERE at < :session"
_ORDERS = "standing_order WHERE coalesce(ended_at, last_day) < :traces"
_COUNTED = {
    "settled": _SETTLED,
    "unsettled": _UNSETTLED,
    "there": "ticket",
    "drafts": "session WHERE turned_at < :session AND turned_at >= :traces AND reduced = 0",
    "traces": "session WHERE turned_at < :traces",
    "events": _EVENTS,
    "messages": _MESSAGES,
    "history": _HISTORY,
    "deletions": _DELETIONS,
    "in_vain": _IN_VAIN,
    "acts": _ACTS,
    "orders": _ORDERS,
}

MARKS = "SELECT believed_at, doubted_from, doubted_at, excused_until FROM clock"

Limits = Mapping[str, str]
"""Name of a period -> the time before which things are older than it."""


class SqliteUpkeep(Part):
    """The port ``Upkeep``."""

    async def preview(self, now: datetime, days_done: int, days_open: int) -> Retirement:
        """See :meth:`bot.core.ports.Upkeep.preview`."""
        async with self._database.read() as db:
            _, doubt = judged(await _marks(db), await _newest(db), now)
            found = await _counted(db, _limits(now, days_done, days_open))
        copies = await asyncio.to_thread(aside.outdated, self._database.path, now)
        if doubt is None and is_too_much(found.tickets, found.there):
            doubt = Doubt.MANY
        return replace(found, copies=len(copies), doubt=doubt)

    async def retire(self, now: datetime, days_done: int, days_open: int, force: bool = False) -> int:
        """See :meth:`bot.core.ports.Upkeep.retire`. Events that still wait for their turn stay."""
        limits = _limits(now, days_done, days_open)
        gone = 0
        async with self._database.write() as tx:
            doubt = await _doubt_of_clock(tx, now, force)
            found = await _counted(tx, limits)
            if doubt is None:
                if is_too_much(found.tickets, found.there) and not force:
                    doubt = Doubt.MANY
                else:
                    gone = await _retire_tickets(tx, limits)
                await _retire_others(tx, now, limits)
        if doubt in (None, Doubt.MANY):
            await self._database.tidy()
            await asyncio.to_thread(aside.drop_outdated, self._database.path, now)
        if doubt is not None:
            raise RetentionRefused(doubt.value, found.tickets, found.there)
        return gone


async def keep_marks(tx: Statements, row: tuple[str, ...]) -> None:
    """Store what is remembered of the clock, as the statement MARKS reads it."""
    await tx.run(
        "INSERT OR REPLACE INTO clock (id, believed_at, doubted_from, doubted_at, excused_until)"
        " VALUES (1, ?, ?, ?, ?)",
        row,
    )


async def _doubt_of_clock(tx: Statements, now: datetime, force: bool) -> Doubt | None:
    """Look at the clock and remember it; with *force* it is right."""
    newest = await _newest(tx)
    marks, doubt = (confirmed(newest, now), None) if force else judged(await _marks(tx), newest, now)
    await keep_marks(tx, tuple(text_of(at) if at else "" for at in astuple(marks)))
    return doubt


async def _marks(db: Statements) -> ClockMarks:
    row = await db.one(MARKS)
    return ClockMarks(*(time_of(text) if text else None for text in row)) if row else ClockMarks()


async def _newest(db: Statements) -> datetime | None:
    """The latest time that this program stamped on anything stored; citizens' own times do not count."""
    row = await db.one(
        "SELECT max(at) FROM (SELECT max(turned_at) AS at FROM session"
        " UNION ALL SELECT max(changed_at) FROM inbox UNION ALL SELECT max(stored_at) FROM outbox"
        " UNION ALL SELECT max(at) FROM ticket_event UNION ALL SELECT max(at) FROM deletion_log)"
    )
    return time_of(row[0]) if row and row[0] else None


def _limits(now: datetime, days_done: int, days_open: int) -> Limits:
    periods = {
        "settled": timedelta(days=days_done),
        "unsettled": timedelta(days=days_open),
        "session": SESSION,
        "events": EVENTS,
        "traces": TRACES,
        "in_vain": questions.KEPT,
    }
    return {name: text_of(now - period) for name, period in periods.items()}


async def _counted(db: Statements, limits: Limits) -> Retirement:
    counts: dict[str, Any] = {}
    for name, rows in _COUNTED.items():
        found = await db.one(f"SELECT count(*) FROM {rows}", limits)  # noqa: S608 - our own conditions
        counts[name] = int(found[0]) if found else 0
    return Retirement(**counts)


async def _retire_tickets(tx: Statements, limits: Limits) -> int:
    """Destroy tickets that are too old; of their history stays who did what and when."""
    for rows in (_SETTLED, _UNSETTLED):
        await tx.run(f"UPDATE {rows.replace('ticket', 'ticket SET retired = 1', 1)}", limits)  # noqa: S608
    await tx.run(
        "INSERT INTO audit (ticket, at, who, what) SELECT ticket, at, who, what FROM ticket_event"
        " WHERE ticket IN (SELECT code FROM ticket WHERE retired) ORDER BY id"
    )
    await tx.run("DELETE FROM timer WHERE ticket IN (SELECT code FROM ticket WHERE retired)")
    return await tx.run("DELETE FROM ticket WHERE retired")  # takes its events along


async def _retire_others(tx: Statements, now: datetime, limits: Limits) -> None:
    await sessions.reduce_older(tx, now - SESSION)
    await sessions.drop_older(tx, now - TRACES)
    for rows in (_EVENTS, _MESSAGES, _ANSWERS, _HISTORY, _DELETIONS, _IN_VAIN, _ORDERS):
        await tx.run(f"DELETE FROM {rows}", limits)  # noqa: S608 - our own conditions
    await audit.retire(tx, limits["traces"])
    await chats.drop_idle_chats(tx)
