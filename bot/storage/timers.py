"""Timers: what shall come back into a chat later."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.core.reminders import REMIND
from bot.core.talk import ChatRef, Later
from bot.core.waiting import DueTimer
from bot.errors import Unreadable
from bot.storage import chats
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")
_EVENT = "timer:"


class SqliteTimers(Part):
    """The port ``Timers``."""

    async def due_timers(self, now: datetime) -> Sequence[DueTimer]:
        """See :meth:`bot.core.ports.Timers.due_timers`; the earliest first.

        One whose chat cannot be read is logged and left out.
        """
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT t.id, t.chat, t.name, t.ticket, t.at, c.channel, c.address"
                " FROM timer t JOIN chat c ON c.key = t.chat WHERE t.at <= ? ORDER BY t.at, t.id",
                (text_of(now),),
            )
        return [timer for row in rows if (timer := _due_timer(self._database.cipher, row))]


async def start(tx: Statements, chat: str, later: Later, ticket: str = "") -> None:
    """Set a timer; one that names no ticket belongs to *ticket*."""
    await tx.run(
        "INSERT INTO timer (chat, ticket, name, at) VALUES (?, ?, ?, ?)",
        (chat, later.ticket or ticket, later.name, text_of(later.at)),
    )


async def end_all(tx: Statements, chat: str) -> int:
    """Forget the chat's timers; how many there were."""
    return await tx.run("DELETE FROM timer WHERE chat = ?", (chat,))


async def end_named(tx: Statements, chat: str, name: str) -> None:
    await tx.run("DELETE FROM timer WHERE chat = ? AND name = ?", (chat, name))


async def asked_for(db: Statements, chat: str) -> tuple[Later, ...]:
    """The chat's reminders of appointments, the earliest first."""
    rows = await db.all(
        "SELECT name, at FROM timer WHERE chat = ? AND name LIKE ? ORDER BY at, id", (chat, f"{REMIND}%")
    )
    return tuple(Later(time_of(row["at"]), row["name"]) for row in rows)


async def end_of_ticket(tx: Statements, chat: str, ticket: str) -> None:
    await tx.run("DELETE FROM timer WHERE chat = ? AND ticket = ?", (chat, ticket))


async def goes_off(tx: Statements, event_id: str, chat: ChatRef) -> bool:
    """Remove the timer that *event_id* names; False if it was cancelled in the meantime.

    An event that comes from no timer always goes on: True.
    """
    number = event_id.removeprefix(_EVENT)
    if number == event_id or not number.isdecimal():
        return True
    key = tx.cipher.chat_key(chat)
    return await tx.run("DELETE FROM timer WHERE id = ? AND chat = ?", (int(number), key)) > 0


def _due_timer(cipher: Cipher, row: sqlite3.Row) -> DueTimer | None:
    try:
        chat = chats.chat_of(cipher, row)
    except Unreadable:
        log.error("timer unreadable", id=row["id"])
        return None
    return DueTimer(row["id"], chat, row["name"], row["ticket"], time_of(row["at"]))
