"""What was asked: counts by day without chats, and for a while the questions asked in vain."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date, datetime

import structlog

from bot.core.calendar import local
from bot.core.questions import ERRORS, AskedInVain, Counted, DayCount, InVain, What, words_of
from bot.errors import Unreadable
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")
_IN_VAIN = "SELECT id, at, chat, who, reason, entry, language, version, text FROM in_vain"
_WITHOUT_TEXT = "SELECT id, at, chat, who, reason, entry, language, version, '' AS text FROM in_vain"


class SqliteQuestions(Part):
    """The port ``Questions``."""

    async def asked_in_vain(self, since: datetime) -> Sequence[InVain]:
        """See :meth:`bot.core.ports_recall.Questions.asked_in_vain`."""
        async with self._database.read() as db:
            rows = await db.all(f"{_IN_VAIN} WHERE at >= ? ORDER BY id", (text_of(since),))
            return _in_vain(db, rows, await _dismissed(db))

    async def errors(self, since: datetime) -> Sequence[InVain]:
        """See :meth:`bot.core.ports_recall.Questions.errors`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"{_WITHOUT_TEXT} WHERE at >= ? AND reason IN (?, ?) ORDER BY id",
                (text_of(since), *sorted(ERRORS)),
            )
            return _in_vain(db, rows, await _dismissed(db))

    async def counts(self, since: date) -> Sequence[DayCount]:
        """See :meth:`bot.core.ports_recall.Questions.counts`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT day, what, entry, version, language, n FROM day_count WHERE day >= ?"
                " ORDER BY day, what, entry, version, language",
                (since.isoformat(),),
            )
        return [
            DayCount(date.fromisoformat(day), What(what), entry, version, language, n)
            for day, what, entry, version, language, n in rows
        ]

    async def report(self, entry: str, text: str, by: str, version: str, at: datetime) -> None:
        """See :meth:`bot.core.ports_recall.Questions.report`."""
        async with self._database.write() as tx:
            await count(tx, Counted(What.REPORTED, entry, version=version), at)
            await keep(tx, AskedInVain(text, What.REPORTED, entry, version=version), at, who=by)

    async def dismiss(self, ids: Collection[int], chats: int, by: str, at: datetime) -> None:
        """See :meth:`bot.core.ports_recall.Questions.dismiss`."""
        async with self._database.write() as tx:
            for key in await _dismissed_keys(tx, ids):
                await tx.run(
                    "INSERT OR REPLACE INTO dismissed (what, at, who, chats) VALUES (?, ?, ?, ?)",
                    (key, text_of(at), by, chats),
                )

    async def take_up(self, ids: Collection[int]) -> None:
        """See :meth:`bot.core.ports_recall.Questions.take_up`."""
        async with self._database.write() as tx:
            for key in await _dismissed_keys(tx, ids):
                await tx.run("DELETE FROM dismissed WHERE what = ?", (key,))


async def count(tx: Statements, counted: Counted, now: datetime) -> None:
    """Count it for the day that it is in Borken."""
    await tx.run(
        "INSERT INTO day_count (day, what, entry, version, language, n) VALUES (?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (day, what, entry, version, language) DO UPDATE SET n = n + 1",
        (
            local(now).date().isoformat(),
            counted.what.value,
            counted.entry,
            counted.version,
            counted.language,
        ),
    )


async def keep(
    tx: Statements, asked: AskedInVain, now: datetime, chat: str | None = None, who: str = ""
) -> None:
    """Store the question of a chat, or the report of a member of staff."""
    number = await tx.added(
        "INSERT INTO in_vain (at, chat, who, reason, entry, language, version, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, '')",
        (text_of(now), chat, who, asked.reason.value, asked.entry, asked.language, asked.version),
    )
    # Sealed only now, because the seal names the row.
    await tx.run(
        "UPDATE in_vain SET text = ? WHERE id = ?",
        (tx.cipher.seal("in_vain", number, "text", asked.text), number),
    )


async def forget(tx: Statements, chat: str) -> None:
    """Destroy what the chat asked in vain; the counts tell of no chat."""
    await tx.run("DELETE FROM in_vain WHERE chat = ?", (chat,))


async def of_chat(db: Statements, chat: str) -> tuple[InVain, ...]:
    """What the chat asked in vain, oldest first."""
    rows = await db.all(f"{_IN_VAIN} WHERE chat = ? ORDER BY id", (chat,))
    return tuple(_in_vain(db, rows, {}))


async def _dismissed(db: Statements) -> dict[str, int]:
    """What was dismissed, with the number of chats that had asked it then."""
    return {row["what"]: row["chats"] for row in await db.all("SELECT what, chats FROM dismissed")}


def _in_vain(db: Statements, rows: Sequence[sqlite3.Row], dismissed: dict[str, int]) -> list[InVain]:
    chats: dict[str, int] = {}
    found = []
    for row in rows:
        reason, text = What(row["reason"]), _text(db, row)
        found.append(
            InVain(
                row["id"],
                time_of(row["at"]),
                chats.setdefault(row["chat"], len(chats) + 1) if row["chat"] else 0,
                reason,
                row["entry"],
                row["language"],
                row["version"],
                text,
                row["who"],
                dismissed.get(_dismissed_key(db, row["id"], reason, text), 0),
            )
        )
    return found


async def _dismissed_keys(tx: Statements, ids: Collection[int]) -> list[str]:
    keys = []
    for number in ids:
        row = await tx.one("SELECT id, reason, text FROM in_vain WHERE id = ?", (number,))
        if row is not None:
            keys.append(_dismissed_key(tx, number, What(row["reason"]), _text(tx, row)))
    return keys


def _dismissed_key(db: Statements, number: int, reason: What, text: str) -> str:
    words = words_of(text)
    return db.cipher.dismissed_key(f"id {number}" if reason in ERRORS or not words else f"words {words}")


def _text(db: Statements, row: sqlite3.Row) -> str:
    try:
        return str(db.cipher.opened("in_vain", row["id"], "text", row["text"]))
    except Unreadable:
        log.error("question unreadable", id=row["id"])
        return ""
