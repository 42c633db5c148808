"""Forgetting a chat: everything personal is destroyed, in the transaction of the turn that asked for it."""

from __future__ import annotations

from datetime import datetime

from bot.storage import outbox, questions, ticket_rows, timers
from bot.storage.connection import Statements
from bot.storage.values import text_of

ALL_EVENTS = 2**63 - 1
"""As the *place* where no event asked for it."""


async def forget(tx: Statements, chat: str, place: int, now: datetime, turn: int, by: str = "citizen") -> int:
    """Destroy the chat's session, timers, unsent messages, waiting events and questions asked in vain,
    and empty its tickets.

    *place* is the inbox row of the event that asked for it: what was received after that begins a
    new conversation and stays. Tickets keep code, kind, office and times, but no way back to the chat.
    *turn* is the number of the chat's last turn; a new conversation counts on from it. *by* is who
    stands in the tickets' history. How many tickets were emptied.
    """
    emptied = await ticket_rows.empty(tx, chat, now, by)
    ended = await timers.end_all(tx, chat)
    unsent = await outbox.forget(tx, chat)
    unheard = await tx.run(
        "UPDATE inbox SET state = 'done', payload = '' WHERE chat = ? AND state = 'waiting' AND id < ?",
        (chat, place),
    )
    await questions.forget(tx, chat)
    await tx.run("DELETE FROM session WHERE chat = ?", (chat,))
    await tx.run(
        "INSERT INTO deletion_log (chat, at, tickets, timers, messages, events, turn)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (chat, text_of(now), emptied, ended, unsent, unheard, turn),
    )
    return emptied
