"""Counts of tickets without people: how many were made, how long they waited."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.core.calendar import local
from bot.core.statistics import REACTIONS, WaitCount, WishCount, a_wait
from bot.core.tickets import Kind, Ticket, TicketEvent
from bot.storage.connection import Statements
from bot.storage.part import Part

_MINUTE = timedelta(minutes=1)
_REACTIONS = json.dumps(REACTIONS)
_UNTOUCHED = (
    "ticket WHERE NOT EXISTS (SELECT 1 FROM ticket_event WHERE ticket = code"
    " AND what IN (SELECT value FROM json_each(:reactions)))"
)


class SqliteStatistics(Part):
    """The port ``Statistics``."""

    async def wishes(self, since: date) -> Sequence[WishCount]:
        """See :meth:`bot.core.ports_recall.Statistics.wishes`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT day, kind, office, n FROM wish_count WHERE day >= ? ORDER BY day, kind, office",
                (since.isoformat(),),
            )
        return [WishCount(date.fromisoformat(day), Kind(kind), office, n) for day, kind, office, n in rows]

    async def waits(self, since: date) -> Sequence[WaitCount]:
        """See :meth:`bot.core.ports_recall.Statistics.waits`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT day, kind, office, waited, worked, n FROM wait_count WHERE day >= ?"
                " ORDER BY day, kind, office, waited, worked",
                (since.isoformat(),),
            )
        return [
            WaitCount(date.fromisoformat(day), Kind(kind), office, waited * _MINUTE, worked * _MINUTE, n)
            for day, kind, office, waited, worked, n in rows
        ]

    async def untouched(self) -> Mapping[str, int]:
        """See :meth:`bot.core.ports_recall.Statistics.untouched`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT office, count(*) FROM {_UNTOUCHED} AND state = 'open' GROUP BY office",  # noqa: S608 - our own condition
                {"reactions": _REACTIONS},
            )
        return dict(tuple(row) for row in rows)


async def count_wish(tx: Statements, ticket: Ticket) -> None:
    """A new ticket was made."""
    await tx.run(
        "INSERT INTO wish_count (day, kind, office, n) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (day, kind, office) DO UPDATE SET n = n + 1",
        (_day(ticket.created_at).isoformat(), ticket.kind.value, ticket.office),
    )


async def count_wait(tx: Statements, ticket: Ticket, event: TicketEvent) -> None:
    """The ticket has waited until *event*, if that is the first reaction. (Not stored yet itself.)"""
    if event.what not in REACTIONS or not await _is_untouched(tx, ticket.code):
        return
    wait = a_wait(_day(ticket.created_at), ticket.kind, ticket.office, ticket.created_at, event.at)
    await tx.run(
        "INSERT INTO wait_count (day, kind, office, waited, worked, n) VALUES (?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (day, kind, office, waited, worked) DO UPDATE SET n = n + 1",
        (wait.day.isoformat(), wait.kind.value, wait.office, wait.waited // _MINUTE, wait.worked // _MINUTE),
    )


async def _is_untouched(tx: Statements, code: str) -> bool:
    values = {"code": code, "reactions": _REACTIONS}
    return await tx.one(f"SELECT 1 FROM {_UNTOUCHED} AND code = :code", values) is not None  # noqa: S608 - as above


def _day(at: datetime) -> date:
    return local(at).date()
