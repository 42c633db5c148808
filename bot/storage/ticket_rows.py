"""The rows behind tickets and their events: sealed, stored, read, emptied."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from datetime import datetime

import structlog

from bot.core.audit import Act
from bot.core.moves import forgotten
from bot.core.tickets import Ticket, TicketEvent, shown
from bot.errors import StaleTicket, UnknownTicket, Unreadable
from bot.storage import audit, statistics, timers
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
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


async def row_of(db: Statements, code: str) -> sqlite3.Row:
    """The row of the ticket with this code.

    Raises:
        UnknownTicket: there is none.
    """
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


def opened(cipher: Cipher, row: sqlite3.Row) -> Ticket:
    """The ticket of the row, with its personal fields.

    Raises:
        Unreadable: they cannot be read.
    """
    sealed = {name: cipher.opened("ticket", row["code"], name, row[name]) for name in SEALED}
    return replace(without_personal(row), **sealed)


def listed(cipher: Cipher, row: sqlite3.Row) -> Ticket:
    """The ticket of the row, without personal fields if they cannot be read: it must not hide others."""
    try:
        return opened(cipher, row)
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
