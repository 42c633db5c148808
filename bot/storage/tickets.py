"""Tickets: what caseworkers see and do, and the rows behind them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime

import structlog

from bot.core.audit import Act
from bot.core.moves import forgotten
from bot.core.ports import TicketFilter
from bot.core.tickets import Change, Once, Rule, RuleForSome, Ticket, TicketEvent, shown
from bot.core.waiting import Delivery
from bot.errors import StaleTicket, UnknownTicket, Unreadable
from bot.storage import answers, audit, outbox, sessions, statistics, timers
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.values import Misshapen, text_of, time_of, unpack

log = structlog.get_logger("storage")
COLUMNS = tuple(field.name for field in fields(Ticket))
SEALED = ("name", "phone", "text", "reason")
_TIMES = (
    "created_at",
    "due_at",
    "appointment_at",
    "not_before",
    "forwarded_at",
    "promised_until",
    "lease_until",
)

_INSERT = (
    f"INSERT INTO ticket (chat, settled_at, {', '.join(COLUMNS)})"  # noqa: S608 - names of our own columns
    f" VALUES (:chat, :settled_at, {', '.join(':' + name for name in COLUMNS)})"
    " ON CONFLICT (code) DO NOTHING"
)
_UPDATE = (
    f"UPDATE ticket SET {', '.join(f'{name} = :{name}' for name in COLUMNS)},"  # noqa: S608 - as above
    " settled_at = CASE WHEN :settled_at IS NULL THEN NULL ELSE coalesce(settled_at, :settled_at) END"
    " WHERE code = :code AND version = :version - 1 AND chat IS :chat"
)
WANTED = (
    "(:offices = '[]' OR office IN (SELECT value FROM json_each(:offices)))"
    " AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds)))"
    " AND (:topics = '[]' OR topic IN (SELECT value FROM json_each(:topics)))"
    " AND (:languages = '[]' OR language IN (SELECT value FROM json_each(:languages))"
    " OR interpreter IN (SELECT value FROM json_each(:languages)))"
    " AND (:codes IS NULL OR code IN (SELECT value FROM json_each(:codes)))"
    " AND (:appointment_from IS NULL"
    " OR appointment_at >= :appointment_from AND appointment_at < :appointment_until)"
    " AND (:taken_by = '' OR taken_by = :taken_by)"
    " AND (NOT :urgent OR urgent)"
)
"""The condition for what a filter wants, but for states and time."""


class SqliteTickets(Part):
    """The port ``Tickets``."""

    async def tickets(self, wanted: TicketFilter, now: datetime) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports.Tickets.tickets`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM ticket WHERE {WANTED}"  # noqa: S608 - a constant
                " AND (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))"
                " AND (:hidden OR not_before IS NULL OR not_before <= :now)"
                " ORDER BY urgent DESC, due_at, created_at, id",
                wanted_values(wanted)
                | {"states": json.dumps(wanted.states), "hidden": wanted.hidden, "now": text_of(now)},
            )
        return [without_personal(row) for row in rows]

    async def ticket(self, code: str) -> Ticket:
        """See :meth:`bot.core.ports.Tickets.ticket`."""
        async with self._database.read() as db:
            return _ticket(db.cipher, await _row(db, code))

    async def events(self, code: str) -> Sequence[TicketEvent]:
        """See :meth:`bot.core.ports.Tickets.events`; none for an unknown code."""
        async with self._database.read() as db:
            return await history(db, code)

    async def others_of(self, code: str) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports.Tickets.others_of`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT * FROM ticket WHERE chat = (SELECT chat FROM ticket WHERE code = :code)"
                " AND code <> :code ORDER BY created_at DESC, id DESC",
                {"code": code},
            )
        return tuple(without_personal(row) for row in rows)

    async def deliveries(self, code: str) -> Sequence[Delivery]:
        """See :meth:`bot.core.ports.Tickets.deliveries`."""
        async with self._database.read() as db:
            return await outbox.deliveries(db, code)

    async def keepers(self, offices: Collection[str], now: datetime) -> frozenset[str]:
        """See :meth:`bot.core.ports.Tickets.keepers`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT DISTINCT taken_by FROM ticket WHERE taken_by <> ''"
                " AND (state = 'taken' OR state = 'open' AND not_before > :now)"
                " AND (:offices = '[]' OR office IN (SELECT value FROM json_each(:offices)))",
                {"offices": json.dumps(list(offices)), "now": text_of(now)},
            )
        return frozenset(row["taken_by"] for row in rows)

    async def change_ticket(self, code: str, rule: Rule, once: Once | None = None) -> Ticket:
        """See :meth:`bot.core.ports.Tickets.change_ticket`.

        Where the rule leaves the ticket as it was, only its event is stored: no timer ends.

        Raises:
            UnknownTicket: there is none with this code.
        """
        async with self._database.write() as tx:
            if once:
                await answers.refuse_known(tx, once, self._now())
            row = await _row(tx, code)
            before = _ticket(tx.cipher, row)
            change = rule(before)
            after = await self._changed(tx, row["chat"], before, change)
            if once:
                await answers.keep(tx, once, once.answer(replace(change, ticket=after)), self._now())
            return after

    async def change_tickets(self, codes: Collection[str], rule: RuleForSome) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports.Tickets.change_tickets`."""
        changed: list[Ticket] = []
        async with self._database.write() as tx:
            for code in codes:
                row = await tx.one("SELECT * FROM ticket WHERE code = ?", (code,))
                before = _ticket(tx.cipher, row) if row else None
                change = rule(before) if before else None
                if row and before and change:
                    changed.append(await self._changed(tx, row["chat"], before, change))
        return changed

    async def log_event(self, code: str, event: TicketEvent) -> None:
        """See :meth:`bot.core.ports.Tickets.log_event`.

        Raises:
            UnknownTicket: there is none with this code.
        """
        async with self._database.write() as tx:
            await _row(tx, code)
            await append(tx, code, event)

    async def _changed(self, tx: Statements, chat: str | None, before: Ticket, change: Change) -> Ticket:
        """Store *change* of the ticket *before*, and tell the *chat*; the ticket as it is then."""
        if change.ticket == before:
            after = before
            await append(tx, before.code, change.event)
        else:
            after = replace(change.ticket, code=before.code, version=before.version + 1)
            await save(tx, chat, after, change.event)
        if chat:  # a forgotten ticket leads to nobody any more
            await self._tell(tx, chat, after, change)
        return after

    async def _tell(self, tx: Statements, chat: str, ticket: Ticket, change: Change) -> None:
        for later in change.timers:
            await timers.start(tx, chat, later, ticket.code)
        # At any hour: what the office does with a message is what the citizen asked to be told.
        now = self._now()
        for say in change.says:
            await outbox.put(tx, chat, say, ticket.language, now, ticket.code)
        await sessions.offer(tx, chat, change.says, now)


def wanted_values(wanted: TicketFilter) -> dict[str, object]:
    """The values of WANTED."""
    begin, end = wanted.appointments or (None, None)
    return {
        "offices": json.dumps(wanted.offices),
        "kinds": json.dumps(wanted.kinds),
        "topics": json.dumps(wanted.topics),
        "languages": json.dumps(wanted.languages),
        "codes": None if wanted.codes is None else json.dumps(wanted.codes),
        "appointment_from": text_of(begin) if begin else None,
        "appointment_until": text_of(end) if end else None,
        "taken_by": wanted.taken_by,
        "urgent": wanted.urgent,
    }


async def save(tx: Statements, chat: str | None, ticket: Ticket, event: TicketEvent) -> None:
    """Store a new ticket, or one that was changed since it was read, with its event.

    A move ends the timers that the moves before it set.

    Raises:
        StaleTicket: the stored version is not the one before this, or it is another chat's ticket.
    """
    values = _values(tx.cipher, ticket) | {"chat": chat, "settled_at": None}
    if ticket.is_settled:
        values["settled_at"] = text_of(event.at)
    is_new = ticket.version == 1 and await tx.run(_INSERT, values) > 0
    if is_new:
        await statistics.count_wish(tx, ticket)
    else:
        await statistics.count_wait(tx, ticket, event)
        if await tx.run(_UPDATE, values) == 0:
            raise StaleTicket(shown(ticket.code))
        if chat:
            await timers.end_of_ticket(tx, chat, ticket.code)
    await append(tx, ticket.code, event)


async def of_chat(db: Statements, chat: str) -> tuple[Ticket, ...]:
    """The chat's tickets that are not forgotten, the newest first."""
    rows = await db.all(
        "SELECT * FROM ticket WHERE chat = ? AND NOT forgotten ORDER BY created_at DESC, id DESC", (chat,)
    )
    return tuple(listed(db.cipher, row) for row in rows)


async def unsettled_at(db: Statements, office: str) -> tuple[Ticket, ...]:
    """The office's tickets that somebody may have to act on. Nothing sealed is opened."""
    rows = await db.all(
        "SELECT * FROM ticket WHERE office = ? AND state IN ('open', 'taken') AND NOT forgotten", (office,)
    )
    return tuple(without_personal(row) for row in rows)


async def history(db: Statements, code: str) -> tuple[TicketEvent, ...]:
    """What happened to the ticket, oldest first; of one that is gone, what the audit has kept."""
    rows = await db.all("SELECT * FROM ticket_event WHERE ticket = ? ORDER BY id", (code,))
    if not rows:
        rows = await db.all(
            "SELECT *, '' AS detail, '' AS sealed FROM audit WHERE ticket = ? ORDER BY id", (code,)
        )
    return tuple(event_of(db.cipher, row) for row in rows)


async def empty(tx: Statements, chat: str, now: datetime, by: str) -> int:
    """Forget what is personal in the chat's tickets and whose they are; how many there were.

    Nothing sealed is opened: also what cannot be read can be forgotten.
    """
    rows = await tx.all("SELECT * FROM ticket WHERE chat = ?", (chat,))
    for row in rows:
        change = forgotten(without_personal(row), now)
        await save(tx, chat, change.ticket, replace(change.event, who=by))
        await tx.run("UPDATE ticket_event SET sealed = '' WHERE ticket = ? AND sealed <> ''", (row["code"],))
    await tx.run("UPDATE ticket SET chat = NULL WHERE chat = ?", (chat,))
    return len(rows)


async def exists(db: Statements, code: str) -> bool:
    """Whether a ticket bears the code, or bore it and has left its history."""
    found = await db.one(
        "SELECT 1 FROM ticket WHERE code = :code UNION ALL SELECT 1 FROM audit WHERE ticket = :code LIMIT 1",
        {"code": code},
    )
    return found is not None


async def append(tx: Statements, code: str, event: TicketEvent) -> None:
    """Add an event to the ticket's history; what staff did goes into the audit too, without its remark."""
    if event.who not in audit.NO_STAFF:
        await audit.append(tx, Act(event.at, event.who, event.what, code))
    at = text_of(event.at)
    # The detail may be a remark that somebody typed about the citizen.
    sealed = tx.cipher.seal("ticket_event", _place(code, at, event.what), "detail", event.detail)
    await tx.run(
        "INSERT INTO ticket_event (ticket, at, who, what, detail, sealed) VALUES (?, ?, ?, ?, '', ?)",
        (code, at, event.who, event.what, sealed),
    )


def event_of(cipher: Cipher, row: sqlite3.Row) -> TicketEvent:
    """The event of the row; a remark that cannot be read is left out, for the rest must be seen."""
    detail = row["detail"]
    try:
        place = _place(row["ticket"], row["at"], row["what"])
        detail = detail or cipher.opened("ticket_event", place, "detail", row["sealed"])
    except Unreadable as error:
        log.error("event unreadable", code=row["ticket"], field=error.field)
    return TicketEvent(time_of(row["at"]), row["who"], row["what"], detail)


def _place(code: str, at: str, what: str) -> str:
    """What names an event before it has a row."""
    return f"{code} {at} {what}"


async def _row(db: Statements, code: str) -> sqlite3.Row:
    row = await db.one("SELECT * FROM ticket WHERE code = ?", (code,))
    if row is None:
        raise UnknownTicket(shown(code))
    return row


def _values(cipher: Cipher, ticket: Ticket) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(ticket, name) for name in COLUMNS}
    for name in SEALED:
        values[name] = cipher.seal("ticket", ticket.code, name, values[name])
    for name in _TIMES:
        at = values[name]
        values[name] = text_of(at) if isinstance(at, datetime) else None
    return values


def _ticket(cipher: Cipher, row: sqlite3.Row) -> Ticket:
    opened = {name: cipher.opened("ticket", row["code"], name, row[name]) for name in SEALED}
    return replace(without_personal(row), **opened)


def listed(cipher: Cipher, row: sqlite3.Row) -> Ticket:
    """The ticket of the row, without personal fields if they cannot be read: it must not hide others."""
    try:
        return _ticket(cipher, row)
    except Unreadable as error:
        log.error("ticket unreadable", code=row["code"], field=error.field)
        return without_personal(row)


def without_personal(row: sqlite3.Row) -> Ticket:
    """The ticket of the row; the sealed fields are empty."""
    values = dict(row) | dict.fromkeys(SEALED, "")
    for name in _TIMES:
        values[name] = time_of(row[name]) if row[name] else None
    try:
        return unpack(Ticket, values)
    except Misshapen:
        raise Unreadable("ticket", "kind, state or outcome") from None
