"""Rights: what is kept of a person who asks at the counter, and forgetting it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import structlog

from bot.core.audit import Act, Deed
from bot.core.kept import Holding, Kept
from bot.core.talk import ChatRef, Later, Say
from bot.core.tickets import Ticket, TicketEvent, shown
from bot.errors import NotStored, UnknownTicket, Unreadable
from bot.storage import audit, chats, questions, sessions, ticket_rows
from bot.storage.connection import Statements
from bot.storage.forget import ALL_EVENTS, forget
from bot.storage.part import Part
from bot.storage.values import Misshapen, time_of, unpack

log = structlog.get_logger("storage")

_HOLDING = (
    "SELECT c.channel,"
    " (SELECT count(*) FROM session WHERE chat = c.key AND reduced = 0) AS talking,"
    " (SELECT count(*) FROM timer WHERE chat = c.key) AS timers,"
    " (SELECT count(*) FROM outbox WHERE chat = c.key AND state = 'waiting') AS unsent,"
    " (SELECT count(*) FROM inbox WHERE chat = c.key AND state = 'waiting') AS unheard,"
    " (SELECT count(*) FROM in_vain WHERE chat = c.key) AS in_vain"
    " FROM chat c WHERE c.key = ?"
)


class SqliteRights(Part):
    """The port ``Rights``.

    To find a phone number all tickets are opened (10 000 in 0.2 seconds). An index of numbers would be
    quicker, and one more thing that tells who has written: numbers are few enough to try them all.
    """

    async def holding_of(self, code: str) -> Holding | None:
        """See :meth:`bot.core.ports.Rights.holding_of`."""
        async with self._database.read() as db:
            row = await db.one("SELECT chat FROM ticket WHERE code = ?", (code,))
            if row is None:
                raise UnknownTicket(shown(code))
            return await _holding(db, row["chat"]) if row["chat"] else None

    async def holdings_with(self, phone: str) -> Sequence[Holding]:
        """See :meth:`bot.core.ports.Rights.holdings_with`; the chat of the newest ticket first."""
        async with self._database.read() as db:
            keys = dict.fromkeys([key async for key in _chats_with(db, phone)])
            return [await _holding(db, key) for key in keys]

    async def disclose(self, key: str, by: str, now: datetime) -> Kept:
        """See :meth:`bot.core.ports.Rights.disclose`."""
        async with self._database.write() as tx:
            for row in await tx.all("SELECT code FROM ticket WHERE chat = ?", (key,)):
                await ticket_rows.append(tx, row["code"], TicketEvent(now, by, "disclosed"))
            await audit.append(tx, Act(now, by, Deed.DISCLOSED, detail="chat"))
            return await _kept(tx, key)

    async def forget(self, key: str, by: str, now: datetime) -> None:
        """See :meth:`bot.core.ports.Rights.forget`."""
        async with self._database.write() as tx:
            turn = (await sessions.session_of(tx, key)).turn
            await forget(tx, key, ALL_EVENTS, now, turn, by)
            await audit.append(tx, Act(now, by, Deed.FORGOT, detail="chat"))
            await chats.drop_address_unless_needed(tx, key)
        with contextlib.suppress(NotStored):  # it is forgotten; upkeep empties the log within the hour
            await self._database.tidy()


async def _chats_with(db: Statements, phone: str) -> AsyncIterator[str]:
    rows = await db.all(
        "SELECT code, chat, phone FROM ticket WHERE chat IS NOT NULL AND phone <> '' ORDER BY id DESC"
    )
    for row in rows:
        try:
            if db.cipher.opened("ticket", row["code"], "phone", row["phone"]) == phone:
                yield row["chat"]
        except Unreadable as error:
            log.error("ticket unreadable", code=row["code"], field=error.field)
    for row in await db.all("SELECT chat FROM session WHERE reduced = 0"):
        if phone in (await sessions.session_of(db, row["chat"])).draft.values():
            yield row["chat"]


async def _holding(db: Statements, key: str) -> Holding:
    row = await db.one(_HOLDING, (key,))
    codes = tuple(ticket.code for ticket in await ticket_rows.of_chat(db, key))
    if row is None:  # forgotten a moment ago
        return Holding(key, "", codes, talking=False, timers=0, unsent=0, unheard=0)
    return Holding(
        key,
        row["channel"],
        codes,
        bool(row["talking"]),
        row["timers"],
        row["unsent"],
        row["unheard"],
        row["in_vain"],
    )


async def _kept(db: Statements, key: str) -> Kept:
    turned = await db.one("SELECT turned_at FROM session WHERE chat = ?", (key,))
    timers = await db.all("SELECT at, name, ticket FROM timer WHERE chat = ? ORDER BY at, id", (key,))
    return Kept(
        chat=await _chat(db, key),
        session=await sessions.session_of(db, key),
        turned_at=time_of(turned["turned_at"]) if turned else None,
        tickets=tuple([await _with_history(db, ticket) for ticket in await ticket_rows.of_chat(db, key)]),
        timers=tuple(Later(time_of(row["at"]), row["name"], row["ticket"]) for row in timers),
        unsent=await _unsent(db, key),
        unheard=await _unheard(db, key),
        in_vain=await questions.of_chat(db, key),
    )


async def _chat(db: Statements, key: str) -> ChatRef | None:
    row = await db.one("SELECT key AS chat, channel, address FROM chat WHERE key = ?", (key,))
    try:
        return chats.chat_of(db.cipher, row) if row and row["address"] else None
    except Unreadable:
        log.error("address unreadable")
        return None


async def _with_history(db: Statements, ticket: Ticket) -> tuple[Ticket, tuple[TicketEvent, ...]]:
    return ticket, await ticket_rows.history(db, ticket.code)


async def _unsent(db: Statements, key: str) -> tuple[Say, ...]:
    found = []
    for row in await db.all(
        "SELECT id, say FROM outbox WHERE chat = ? AND state = 'waiting' ORDER BY id", (key,)
    ):
        try:
            found.append(unpack(Say, db.cipher.opened("outbox", row["id"], "say", row["say"])))
        except (Unreadable, Misshapen):
            log.error("message unreadable", id=row["id"])
    return tuple(found)


async def _unheard(db: Statements, key: str) -> tuple[str, ...]:
    found = []
    for row in await db.all(
        "SELECT id, event, payload FROM inbox WHERE chat = ? AND state = 'waiting' ORDER BY id", (key,)
    ):
        try:
            found.append(str(db.cipher.opened("inbox", row["event"], "payload", row["payload"])["payload"]))
        except Unreadable:
            log.error("event unreadable", id=row["id"])
    return tuple(found)
