"""Turns that several files of tests save: tickets are opened, a chat asks to be forgotten."""

from __future__ import annotations

from datetime import datetime

from bot.core.ports import Store
from bot.core.talk import ChatRef, ForgetMe, Say
from bot.core.tickets import Ticket
from tests.builders import NOW, a_chat, a_session, a_turn, an_incoming, an_opening

HERE, THERE = a_chat("1"), a_chat("2")


async def with_tickets(store: Store, *opened: Ticket, chat: ChatRef = HERE) -> None:
    orders = tuple(an_opening(ticket) for ticket in opened)
    await store.save_turn(an_incoming(chat=chat), a_turn(orders=orders), NOW)


async def forget(
    store: Store, *says: Say, chat: ChatRef = HERE, now: datetime = NOW, turn: int = 3, event_id: str = ""
) -> None:
    """The draft of this very turn is to be forgotten as well."""
    asked = a_turn(*says, session=a_session(turn=turn, draft={"name": "Ayşe"}), orders=(ForgetMe(),))
    await store.save_turn(an_incoming(chat=chat, event_id=event_id), asked, now)
