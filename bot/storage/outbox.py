"""The outbox: messages until the channel has confirmed them, in order per chat."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.core.talk import Say
from bot.core.waiting import Delivery, Outgoing
from bot.errors import Unreadable
from bot.storage import chats
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.values import Misshapen, pack, text_of, time_of, unpack

log = structlog.get_logger("storage")


class SqliteOutbox(Part):
    """The port ``Outbox``."""

    async def to_send(self, channel: str, now: datetime, limit: int = 100) -> Sequence[Outgoing]:
        """See :meth:`bot.core.ports.Outbox.to_send`.

        A message that cannot be read is logged and left out, so that it holds up only its own chat.
        """
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT o.id, o.chat, o.say, o.locale, o.attempts, c.channel, c.address,"
                " (SELECT s.reference FROM outbox s WHERE s.chat = o.chat AND s.tag = o.replaces"
                " AND o.replaces <> '' AND s.state = 'sent' ORDER BY s.id DESC LIMIT 1) AS edits"
                " FROM outbox o JOIN chat c ON c.key = o.chat"
                " WHERE o.state = 'waiting' AND c.channel = ? AND o.not_before <= ? AND NOT EXISTS"
                " (SELECT 1 FROM outbox e WHERE e.chat = o.chat AND e.state = 'waiting' AND e.id < o.id)"
                " ORDER BY o.id LIMIT ?",
                (channel, text_of(now), limit),
            )
        return [message for row in rows if (message := _outgoing(self._database.cipher, row))]

    async def sent(self, message_id: int, reference: str, now: datetime) -> None:
        """See :meth:`bot.core.ports.Outbox.sent`."""
        await self._finish(message_id, "sent", reference, "", now)

    async def postpone(self, message_id: int, until: datetime) -> None:
        """See :meth:`bot.core.ports.Outbox.postpone`."""
        async with self._database.write() as tx:
            await tx.run(
                "UPDATE outbox SET not_before = ?, attempts = attempts + 1"
                " WHERE id = ? AND state = 'waiting'",
                (text_of(until), message_id),
            )

    async def park(self, message_id: int, reason: str, now: datetime) -> None:
        """See :meth:`bot.core.ports.Outbox.park`."""
        await self._finish(message_id, "parked", "", reason, now)

    async def waits_since(self, channel: str) -> datetime | None:
        """See :meth:`bot.core.ports.Outbox.waits_since`."""
        async with self._database.read() as db:
            row = await db.one(
                "SELECT min(o.stored_at) FROM outbox o JOIN chat c ON c.key = o.chat"
                " WHERE o.state = 'waiting' AND c.channel = ?",
                (channel,),
            )
        return time_of(row[0]) if row and row[0] else None

    async def _finish(self, message_id: int, state: str, reference: str, reason: str, now: datetime) -> None:
        async with self._database.write() as tx:
            row = await tx.one(
                "UPDATE outbox SET state = ?, say = '', reference = ?, reason = ?, done_at = ?"
                " WHERE id = ? AND state = 'waiting' RETURNING chat",
                (state, reference, reason, text_of(now), message_id),
            )
            if row:
                await chats.drop_address_unless_needed(tx, row["chat"])


async def put(tx: Statements, chat: str, say: Say, locale: str, now: datetime, ticket: str = "") -> None:
    """Store a message for the chat, in *locale* unless it has a language of its own.

    *ticket* is the code of the one that it is about.
    """
    message = await tx.added(
        "INSERT INTO outbox (chat, say, locale, tag, replaces, stored_at, ticket)"
        " VALUES (?, '', ?, ?, ?, ?, ?)",
        (chat, say.language or locale, say.tag, say.replaces, text_of(now), ticket),
    )
    # Sealed only now, because the seal names the row.
    content = tx.cipher.seal("outbox", message, "say", pack(say))
    await tx.run("UPDATE outbox SET say = ? WHERE id = ?", (content, message))


async def deliveries(db: Statements, ticket: str) -> tuple[Delivery, ...]:
    """What became of the messages about a ticket, oldest first."""
    rows = await db.all(
        "SELECT state, coalesce(done_at, stored_at) AS at FROM outbox"
        " WHERE ticket = ? AND ticket <> '' ORDER BY id",
        (ticket,),
    )
    return tuple(Delivery(row["state"], time_of(row["at"])) for row in rows)


async def forget(tx: Statements, chat: str) -> int:
    """Delete what was not sent, and from which ticket the rest came; how many were deleted."""
    await tx.run("UPDATE outbox SET ticket = '' WHERE chat = ? AND ticket <> ''", (chat,))
    return await tx.run("DELETE FROM outbox WHERE chat = ? AND state = 'waiting'", (chat,))


def _outgoing(cipher: Cipher, row: sqlite3.Row) -> Outgoing | None:
    try:
        chat = chats.chat_of(cipher, row)
        say = unpack(Say, cipher.opened("outbox", row["id"], "say", row["say"]))
    except (Unreadable, Misshapen):
        log.error("message unreadable", id=row["id"])
        return None
    return Outgoing(row["id"], chat, say, row["locale"], row["edits"] or "", row["attempts"])
