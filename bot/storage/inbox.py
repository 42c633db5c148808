"""The inbox of events: stored before they are confirmed to the channel, blanked when their turn is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.core.talk import Say
from bot.core.waiting import Received
from bot.errors import Unreadable
from bot.storage import chats, outbox, sessions
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")
NOTICE_PAUSE = timedelta(minutes=1)


class SqliteInbox(Part):
    """The port ``Inbox``."""

    async def receive(self, event: Received) -> bool:
        """See :meth:`bot.core.ports.Inbox.receive`."""
        async with self._database.write() as tx:
            return await self._added(tx, event, refused=False)

    async def refuse(self, event: Received, notice: Say) -> bool:
        """See :meth:`bot.core.ports.Inbox.refuse`."""
        async with self._database.write() as tx:
            if not await self._added(tx, event, refused=True):
                return False
            chat = await chats.remember(tx, event.chat)
            if not await self._had_notice(tx, chat, notice.tag):
                session = await sessions.session_of(tx, chat)
                await outbox.put(tx, chat, notice, session.locale, self._now())
            return True

    async def waiting(self) -> Sequence[Received]:
        """See :meth:`bot.core.ports.Inbox.waiting`. What cannot be read is logged and left out."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT i.event, i.at, i.payload, i.chat, c.channel, c.address"
                " FROM inbox i JOIN chat c ON c.key = i.chat WHERE i.state = 'waiting' ORDER BY i.id"
            )
        found = []
        for row in rows:
            try:
                chat = chats.chat_of(self._database.cipher, row)
                sealed = self._database.cipher.opened("inbox", row["event"], "payload", row["payload"])
            except Unreadable as error:
                log.error("waiting event unreadable", table=error.table, field=error.field)
                continue
            found.append(Received(chat, sealed["event_id"], time_of(row["at"]), sealed["payload"]))
        return found

    async def unheard_since(self) -> datetime | None:
        """See :meth:`bot.core.ports.Inbox.unheard_since`."""
        async with self._database.read() as db:
            row = await db.one("SELECT min(changed_at) FROM inbox WHERE state = 'waiting'")
        return time_of(row[0]) if row and row[0] else None

    async def set_aside(self, event_id: str, kind: str, error: str, at: datetime) -> bool:
        """See :meth:`bot.core.ports.Inbox.set_aside`; an event that waits is taken out of the queue."""
        key = self._database.cipher.event_key(event_id)
        async with self._database.write() as tx:
            changed = await tx.run(
                "INSERT INTO inbox (event, state, at, changed_at, payload, kind, error)"
                " VALUES (?, 'aside', ?, ?, '', ?, ?)"
                " ON CONFLICT (event) DO UPDATE"
                " SET state = 'aside', payload = '', kind = excluded.kind, error = excluded.error"
                " WHERE inbox.state = 'waiting'",
                (key, text_of(at), text_of(self._now()), kind, error),
            )
        return changed > 0

    async def _added(self, tx: Statements, event: Received, refused: bool) -> bool:
        key = tx.cipher.event_key(event.event_id)
        if await tx.one("SELECT 1 FROM inbox WHERE event = ?", (key,)):
            return False
        chat = await chats.remember(tx, event.chat)
        # The event's own id may hold the chat's address, so it is kept only inside the sealed field.
        content = {"event_id": event.event_id, "payload": event.payload}
        payload = "" if refused else tx.cipher.seal("inbox", key, "payload", content)
        state = "refused" if refused else "waiting"
        await tx.run(
            "INSERT INTO inbox (event, chat, state, at, changed_at, payload) VALUES (?, ?, ?, ?, ?, ?)",
            (key, chat, state, text_of(event.at), text_of(self._now()), payload),
        )
        return True

    async def _had_notice(self, tx: Statements, chat: str, tag: str) -> bool:
        since = text_of(self._now() - NOTICE_PAUSE)
        found = await tx.one(
            "SELECT 1 FROM outbox WHERE chat = ? AND tag = ? AND tag <> '' AND stored_at > ?",
            (chat, tag, since),
        )
        return found is not None


async def is_finished(tx: Statements, event_id: str) -> bool:
    """Whether the event is known and does not wait for its turn (any more)."""
    key = tx.cipher.event_key(event_id)
    row = await tx.one("SELECT state FROM inbox WHERE event = ?", (key,))
    return row is not None and row["state"] != "waiting"


async def finish(tx: Statements, event_id: str, chat: str, at: datetime, now: datetime) -> int:
    """Mark the event as done and blank it; the id of its row.

    An event that never went through the inbox (terminal, timers) gets its row here.
    """
    row = await tx.one(
        "INSERT INTO inbox (event, chat, state, at, changed_at, payload) VALUES (?, ?, 'done', ?, ?, '')"
        " ON CONFLICT (event) DO UPDATE"
        " SET state = 'done', payload = '', changed_at = excluded.changed_at RETURNING id",
        (tx.cipher.event_key(event_id), chat, text_of(at), text_of(now)),
    )
    return int(row["id"]) if row else 0
