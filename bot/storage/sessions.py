"""Sessions: what is remembered of a chat between two messages, and for how long."""

from __future__ import annotations

from datetime import datetime

import structlog

from bot.core.talk import Session
from bot.errors import Unreadable
from bot.storage.connection import Statements
from bot.storage.values import Misshapen, pack, text_of, unpack

log = structlog.get_logger("storage")


async def session_of(db: Statements, chat: str) -> Session:
    """The chat's session; a new one if there is none, or none that can be read."""
    row = await db.one("SELECT content FROM session WHERE chat = ?", (chat,))
    return _session(db, chat, row["content"]) if row else Session()


async def keep(tx: Statements, chat: str, session: Session, now: datetime) -> None:
    """Store the session as the chat's last turn left it."""
    await tx.run(
        "INSERT INTO session (chat, content, turned_at) VALUES (?, ?, ?) ON CONFLICT (chat) DO UPDATE"
        " SET content = excluded.content, turned_at = excluded.turned_at, reduced = 0",
        (chat, _sealed(tx, chat, session), text_of(now)),
    )


async def reduce_older(tx: Statements, than: datetime) -> None:
    """Of sessions without a turn since *than*, keep only language and style.

    The turn's number stays too: it tells the buttons of an old message from those of a new one.
    """
    rows = await tx.all(
        "SELECT chat, content FROM session WHERE turned_at < ? AND reduced = 0", (text_of(than),)
    )
    for row in rows:
        chat = row["chat"]
        before = _session(tx, chat, row["content"])
        after = Session(turn=before.turn, language=before.language, simple=before.simple)
        await tx.run(
            "UPDATE session SET content = ?, reduced = 1 WHERE chat = ?", (_sealed(tx, chat, after), chat)
        )


async def drop_older(tx: Statements, than: datetime) -> None:
    """Delete what is left of sessions without a turn since *than*."""
    await tx.run("DELETE FROM session WHERE turned_at < ?", (text_of(than),))


def _sealed(tx: Statements, chat: str, session: Session) -> str:
    return tx.cipher.seal("session", chat, "content", pack(session))


def _session(db: Statements, chat: str, content: str) -> Session:
    try:
        return unpack(Session, db.cipher.opened("session", chat, "content", content))
    except (Misshapen, Unreadable):
        # A draft may be lost to damage or to a change of the program, but never the whole chat.
        log.error("session unreadable")
        return Session()
