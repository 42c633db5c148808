"""Answers to requests that act once: what was said when they came first."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.tickets import Once
from bot.errors import AnsweredBefore, KeyReused
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of

KEPT = timedelta(hours=24)


class SqliteAnswers(Part):
    """The port ``Answers``."""

    async def answered(self, once: Once) -> str | None:
        """See :meth:`bot.core.ports_desk.Answers.answered`."""
        async with self._database.read() as db:
            return await _answered(db, once, self._now())

    async def remember(self, once: Once, answer: str) -> None:
        """See :meth:`bot.core.ports_desk.Answers.remember`."""
        async with self._database.write() as tx:
            if await _answered(tx, once, self._now()) is None:
                await keep(tx, once, answer, self._now())


async def refuse_known(tx: Statements, once: Once, now: datetime) -> None:
    """Let only a new request pass.

    Raises:
        AnsweredBefore, KeyReused: it is none.
    """
    if await _answered(tx, once, now) is not None:
        raise AnsweredBefore


async def keep(tx: Statements, once: Once, answer: str, now: datetime) -> None:
    """Store the answer to a new request; its key may have served long ago."""
    await tx.run(
        "INSERT OR REPLACE INTO answer (key, request, content, at) VALUES (?, ?, ?, ?)",
        (_key(tx, once), _request(tx, once), answer, text_of(now)),
    )


async def _answered(db: Statements, once: Once, now: datetime) -> str | None:
    row = await db.one(
        "SELECT request, content FROM answer WHERE key = ? AND at > ?",
        (_key(db, once), text_of(now - KEPT)),
    )
    if row is None:
        return None
    if row["request"] != _request(db, once):
        raise KeyReused
    return str(row["content"])


def _key(db: Statements, once: Once) -> str:
    return db.cipher.proof("key", once.key)


def _request(db: Statements, once: Once) -> str:
    return db.cipher.proof("request", once.request)
