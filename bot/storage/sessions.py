"""Sessions: what is remembered of a chat between two messages, and for how long."""

from __future__ import annotations

from datetime import datetime

import structlog

from bot.core.dialogue import noticed
from bot.core.talk import Say, Session
from bot.errors import Unreadable
from bot.storage.connection import Statements
from bot.storage.values import Misshapen, pack, text_of, unpack

log = structlog.get_logger("storage")


async def session_of(db: Statements, chat: str) -> Session:
    """The chat's session; a new one if there is none, or none that can be read.

    A new one of a chat that was forgotten counts its turns on from there, and after a restore all begin
    high: a button from before must never fit a draft from after it.
    """
    row = await db.one("SELECT content FROM session WHERE chat = ?", (chat,))
    session = _session(db, chat, row["content"]) if row else None
    return session or Session(turn=await _first_turn(db, chat))


async def keep(tx: Statements, chat: str, session: Session, now: datetime) -> None:
    """Store the session as the chat's last turn left it."""
    await tx.run(
        "INSERT INTO session (chat, content, turned_at) VALUES (?, ?, ?) ON CONFLICT (chat) DO UPDATE"
        " SET content = excluded.content, turned_at = excluded.turned_at, reduced = 0",
        (chat, _sealed(tx, chat, session), text_of(now)),
    )


async def offer(tx: Statements, chat: str, says: tuple[Say, ...], now: datetime) -> None:
    """Remember the buttons of messages that the bot sent of its own accord: "morgen" typed means them."""
    before = await session_of(tx, chat)
    after = noticed(before, says)
    if after != before:
        await keep(tx, chat, after, now)


async def reduce_older(tx: Statements, than: datetime) -> None:
    """Of sessions without a turn since *than*, keep only language and style.

    The turn's number stays too: it tells the buttons of an old message from those of a new one.
    """
    rows = await tx.all(
        "SELECT chat, content FROM session WHERE turned_at < ? AND reduced = 0", (text_of(than),)
    )
    for row in rows:
        chat = row["chat"]
        before = _session(tx, chat, row["content"]) or Session()
        await _reduce(tx, chat, before, before.turn)


async def begin_anew(tx: Statements, turn: int) -> None:
    """The same for all sessions, and no chat's turns go on below *turn*.

    After a restore there are buttons in the chats of which the sessions know nothing.
    """
    for row in await tx.all("SELECT chat, content FROM session"):
        before = _session(tx, row["chat"], row["content"]) or Session()
        await _reduce(tx, row["chat"], before, max(before.turn, turn))
    await tx.run("INSERT OR REPLACE INTO turns_from (id, turn) VALUES (1, ?)", (turn,))


async def drop_older(tx: Statements, than: datetime) -> None:
    """Delete what is left of sessions without a turn since *than*."""
    await tx.run("DELETE FROM session WHERE turned_at < ?", (text_of(than),))


def _sealed(tx: Statements, chat: str, session: Session) -> str:
    return tx.cipher.seal("session", chat, "content", pack(session))


async def _reduce(tx: Statements, chat: str, before: Session, turn: int) -> None:
    after = Session(turn=turn, language=before.language, simple=before.simple)
    await tx.run(
        "UPDATE session SET content = ?, reduced = 1 WHERE chat = ?", (_sealed(tx, chat, after), chat)
    )


async def _first_turn(db: Statements, chat: str) -> int:
    row = await db.one(
        "SELECT max(turn) FROM"
        " (SELECT turn FROM turns_from UNION ALL SELECT turn FROM deletion_log WHERE chat = ?)",
        (chat,),
    )
    return int(row[0]) if row and row[0] else 0


def _session(db: Statements, chat: str, content: str) -> Session | None:
    try:
        return unpack(Session, db.cipher.opened("session", chat, "content", content))
    except (Misshapen, Unreadable):
        # A draft may be lost to damage or to a change of the program, but never the whole chat.
        log.error("session unreadable")
        return None
