"""Rows of chats: a blind key, and the address only as long as somebody may have to write there."""

from __future__ import annotations

import sqlite3

from bot.core.talk import ChatRef
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher


async def remember(tx: Statements, chat: ChatRef) -> str:
    """The key of the chat, which has a row and an address afterwards."""
    key = tx.cipher.chat_key(chat)
    await tx.run(
        "INSERT INTO chat (key, channel, address) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET address = excluded.address WHERE chat.address = ''",
        (key, chat.channel, tx.cipher.seal("chat", key, "address", chat.address)),
    )
    return key


def chat_of(cipher: Cipher, row: sqlite3.Row) -> ChatRef:
    """The chat of a row with the columns ``chat``, ``channel`` and ``address``."""
    return ChatRef(row["channel"], cipher.opened("chat", row["chat"], "address", row["address"]))


async def drop_address_unless_needed(tx: Statements, key: str) -> None:
    """Blank the chat's address if nobody has to write there any more (see the view ``idle_chat``)."""
    await tx.run(
        "UPDATE chat SET address = '' WHERE key = ?"
        " AND EXISTS (SELECT 1 FROM idle_chat WHERE idle_chat.key = chat.key)",
        (key,),
    )


async def drop_idle_chats(tx: Statements) -> None:
    """The same for all chats; rows that nothing refers to any more go."""
    await tx.run("UPDATE chat SET address = '' WHERE address <> '' AND key IN (SELECT key FROM idle_chat)")
    await tx.run(
        "DELETE FROM chat WHERE address = ''"
        " AND NOT EXISTS (SELECT 1 FROM session WHERE chat = chat.key)"
        " AND NOT EXISTS (SELECT 1 FROM ticket WHERE chat = chat.key)"
        " AND NOT EXISTS (SELECT 1 FROM inbox WHERE chat = chat.key)"
        " AND NOT EXISTS (SELECT 1 FROM outbox WHERE chat = chat.key)"
        " AND NOT EXISTS (SELECT 1 FROM in_vain WHERE chat = chat.key)"
    )
