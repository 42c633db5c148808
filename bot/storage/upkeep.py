"""Upkeep: destroys what is older than it may be."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage import chats, sessions
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of

SESSION = timedelta(hours=24)
EVENTS = timedelta(hours=48)
"""Longer than Telegram keeps updates (24 hours), so that none can come again as an unknown one."""
COPIES = timedelta(days=30)
"""Copies of the file made before a migration: no older than a backup may be."""
TRACES = timedelta(days=365)
"""What is left of silent chats (language, style) and the log of deletions."""


class SqliteUpkeep(Part):
    """The port ``Upkeep``."""

    async def retire(self, now: datetime, days_done: int, days_open: int) -> int:
        """See :meth:`bot.core.ports.Upkeep.retire`. Events that still wait for their turn stay."""
        async with self._database.write() as tx:
            retired = await _retire_tickets(
                tx, now - timedelta(days=days_done), now - timedelta(days=days_open)
            )
            await sessions.reduce_older(tx, now - SESSION)
            await sessions.drop_older(tx, now - TRACES)
            await _drop_finished(tx, now - EVENTS)
            await tx.run("DELETE FROM deletion_log WHERE at < ?", (text_of(now - TRACES),))
            await chats.drop_idle_chats(tx)
        await self._database.tidy()
        await asyncio.to_thread(_drop_copies, self._database.path, now - COPIES)
        return retired


async def _retire_tickets(tx: Statements, settled_before: datetime, others_before: datetime) -> int:
    await tx.run(
        "UPDATE ticket SET retired = 1 WHERE settled_at < ? OR (settled_at IS NULL AND created_at < ?)",
        (text_of(settled_before), text_of(others_before)),
    )
    await tx.run("DELETE FROM timer WHERE ticket IN (SELECT code FROM ticket WHERE retired)")
    return await tx.run("DELETE FROM ticket WHERE retired")  # takes its events along


async def _drop_finished(tx: Statements, before: datetime) -> None:
    at = text_of(before)
    await tx.run("DELETE FROM inbox WHERE state <> 'waiting' AND changed_at < ?", (at,))
    await tx.run("DELETE FROM outbox WHERE state <> 'waiting' AND done_at < ?", (at,))


def _drop_copies(database: Path, before: datetime) -> None:
    for copy in database.parent.glob(f"{database.name}.before-[0-9][0-9][0-9][0-9]"):
        if datetime.fromtimestamp(copy.stat().st_mtime, UTC) < before:
            copy.unlink(missing_ok=True)
