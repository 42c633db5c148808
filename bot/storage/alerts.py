"""What staff were told by mail, and when somebody last looked at an office's queue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from bot.core.alerts import Queue, waits, waits_since
from bot.storage import ticket_rows
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

KEPT = timedelta(days=400)
"""Longer than any ticket may be kept (settings: at most a year), so that none is announced twice."""


class SqliteAlerts(Part):
    """The port ``Alerts``."""

    async def notified(self) -> frozenset[str]:
        """See :meth:`bot.core.ports.Alerts.notified`."""
        async with self._database.read() as db:
            return frozenset(row["key"] for row in await db.all("SELECT key FROM notified"))

    async def mark_notified(self, keys: Collection[str], at: datetime) -> None:
        """See :meth:`bot.core.ports.Alerts.mark_notified`."""
        async with self._database.write() as tx:
            for key in keys:
                await tx.run(
                    "INSERT INTO notified (key, at) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
                    (key, text_of(at)),
                )
            await tx.run("DELETE FROM notified WHERE at < ?", (text_of(at - KEPT),))

    async def mark_seen(self, offices: Collection[str], at: datetime) -> None:
        """See :meth:`bot.core.ports.Alerts.mark_seen`."""
        async with self._database.write() as tx:
            for office in offices:
                await tx.run(
                    "INSERT INTO seen (office, at) VALUES (?, ?) ON CONFLICT (office)"
                    " DO UPDATE SET at = excluded.at",
                    (office, text_of(at)),
                )

    async def seen(self) -> Mapping[str, datetime]:
        """See :meth:`bot.core.ports.Alerts.seen`."""
        async with self._database.read() as db:
            rows = await db.all("SELECT office, at FROM seen")
        return {row["office"]: time_of(row["at"]) for row in rows}

    async def queue(self, office: str, now: datetime) -> Queue:
        """See :meth:`bot.core.ports.Alerts.queue`; what waits, and since when, is the core's to say."""
        async with self._database.read() as db:
            found = await ticket_rows.unsettled_at(db, office)
            row = await db.one("SELECT at FROM seen WHERE office = ?", (office,))
        since = min((waits_since(ticket) for ticket in found if waits(ticket, now)), default=None)
        return Queue(since, time_of(row["at"]) if row else None)
