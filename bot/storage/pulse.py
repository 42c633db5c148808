"""How the bot does, told to other processes: one row."""

from __future__ import annotations

from datetime import datetime

from bot.storage.part import Part
from bot.storage.values import text_of, time_of


class SqlitePulse(Part):
    """The port ``Pulse``."""

    async def mark_fetched(self, at: datetime | None) -> None:
        """See :meth:`bot.core.ports_running.Pulse.mark_fetched`."""
        async with self._database.write() as tx:
            await tx.run("DELETE FROM fetched")
            if at is not None:
                await tx.run("INSERT INTO fetched (id, at) VALUES (1, ?)", (text_of(at),))

    async def fetched(self) -> datetime | None:
        """See :meth:`bot.core.ports_running.Pulse.fetched`."""
        async with self._database.read() as db:
            row = await db.one("SELECT at FROM fetched")
        return time_of(row["at"]) if row else None
