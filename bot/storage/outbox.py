"""The outbox: messages until the channel has confirmed them, in order per chat."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.core.ports import Outgoing
from bot.core.talk import Say
from bot.errors import Unreadable
from bot.storage import chats, sessions
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.values import Misshapen, pack, text_of, time_of, unpack

log = structlog.get_logger("storage")


class SqliteOutbox(Part):
    """The port ``Outbox``."""

    async def to_send(self, channel: str, now: datetime, limit: int = 100) -> Sequence[Outgoing]:
        """See :meth:`bot.core.ports.Outbox.to_send`.

        What is held back until the end of the quiet hours holds up nothing: an answer to the citizen
        passes it. (Once its sending has failed it holds up later ones of its chat, as any message does.)
        A message that cannot be read is logged and left out, so that it holds up only its own chat.
        """
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT o.id, o.chat, o.say, o.locale, o.attempts, c.channel, c.address,"
                " (SELECT s.reference FROM outbox s WHERE s.chat = o.chat AND s.tag = o.replaces"
                " AND o.replaces <> '' AND s.state = 'sent' ORDER BY s.id DESC LIMIT 1) AS edits"
                " FROM outbox o JOIN chat c ON c.key = o.chat"
                " WHERE o.state = 'waiting' AND c.channel = :channel AND o.not_before <= :now AND NOT EXISTS"
                " (SELECT 1 FROM outbox e WHERE e.chat = o.chat AND e.state = 'waiting' AND e.id < o.id"
                " AND NOT (e.about <> '' AND e.attempts = 0 AND e.not_before > :now))"
                " ORDER BY o.id LIMIT :limit",
                {"channel": channel, "now": text_of(now), "limit": limit},
            )
        return [message for row in rows if (message := _outgoing(self._database.cipher, row))]

    async def sent(self, message_id: int, reference: str, now: datetime) -> None:
        """See :meth:`bot.core.ports.Outbox.sent`."""
        async with self._database.write() as tx:
            held = await tx.one(
                "SELECT id, chat, say FROM outbox WHERE id = ? AND state = 'waiting' AND about <> ''",
                (message_id,),
            )
            if held:  # only now the citizen sees its buttons
                with contextlib.suppress(Unreadable, Misshapen):
                    await sessions.offer(tx, held["chat"], (_say(tx.cipher, held),), now)
            await _finish(tx, message_id, "sent", reference, "", now)

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
        async with self._database.write() as tx:
            await _finish(tx, message_id, "parked", "", reason, now)

    async def waits_since(self, channel: str) -> datetime | None:
        """See :meth:`bot.core.ports.Outbox.waits_since`; what is held back does not count."""
        async with self._database.read() as db:
            row = await db.one(
                "SELECT min(o.stored_at) FROM outbox o JOIN chat c ON c.key = o.chat"
                " WHERE o.state = 'waiting' AND c.channel = :channel"
                " AND NOT (o.about <> '' AND o.attempts = 0 AND o.not_before > :now)",
                {"channel": channel, "now": text_of(self._now())},
            )
        return time_of(row[0]) if row and row[0] else None


async def put(tx: Statements, chat: str, say: Say, locale: str, now: datetime) -> int:
    """Store a message for the chat, in *locale* unless it has a language of its own; its number."""
    message = await tx.added(
        "INSERT INTO outbox (chat, say, locale, tag, replaces, stored_at) VALUES (?, '', ?, ?, ?, ?)",
        (chat, say.language or locale, say.tag, say.replaces, text_of(now)),
    )
    # Sealed only now, because the seal names the row.
    content = tx.cipher.seal("outbox", message, "say", pack(say))
    await tx.run("UPDATE outbox SET say = ? WHERE id = ?", (content, message))
    return message


async def hold(
    tx: Statements, chat: str, say: Say, locale: str, now: datetime, until: datetime, about: str
) -> None:
    """Store a message that is not sent before *until*; it tells of a move of the ticket *about*."""
    message = await put(tx, chat, say, locale, now)
    await tx.run("UPDATE outbox SET not_before = ?, about = ? WHERE id = ?", (text_of(until), about, message))


async def drop_held(tx: Statements, about: str) -> None:
    """Forget what was held back about a ticket: it is settled now, nobody asks when to call any more."""
    await tx.run(
        "DELETE FROM outbox WHERE about = ? AND state = 'waiting' AND attempts = 0 AND about <> ''", (about,)
    )


async def _finish(
    tx: Statements, message_id: int, state: str, reference: str, reason: str, now: datetime
) -> None:
    row = await tx.one(
        "UPDATE outbox SET state = ?, say = '', about = '', reference = ?, reason = ?, done_at = ?"
        " WHERE id = ? AND state = 'waiting' RETURNING chat",
        (state, reference, reason, text_of(now), message_id),
    )
    if row:
        await chats.drop_address_unless_needed(tx, row["chat"])


def _outgoing(cipher: Cipher, row: sqlite3.Row) -> Outgoing | None:
    try:
        chat = chats.chat_of(cipher, row)
        say = _say(cipher, row)
    except (Unreadable, Misshapen):
        log.error("message unreadable", id=row["id"])
        return None
    return Outgoing(row["id"], chat, say, row["locale"], row["edits"] or "", row["attempts"])


def _say(cipher: Cipher, row: sqlite3.Row) -> Say:
    return unpack(Say, cipher.opened("outbox", row["id"], "say", row["say"]))
