"""Values with all defaults filled in: a test writes only what counts.

All of them play on Monday, 23 November 2026, 10:00 in Borken.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.core.talk import (
    ChatRef,
    Choice,
    Incoming,
    Later,
    Order,
    Phrase,
    SaveTicket,
    Say,
    Session,
    Turn,
)
from bot.core.tickets import Change, Kind, Rule, Ticket, TicketEvent
from bot.core.waiting import Received

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_numbers = count(1)


def a_chat(address: str = "4711", channel: str = "telegram") -> ChatRef:
    return ChatRef(channel, address)


def a_ticket(code: str = "K7M3PQ", **fields: Any) -> Ticket:
    """A call wished by Ayşe Öztürk, due tomorrow."""
    defaults: dict[str, Any] = {
        "kind": Kind.PHONE_CALL,
        "office": "borken",
        "created_at": NOW,
        "due_at": NOW + timedelta(days=1),
        "topic": "termin-verpasst",
        "name": "Ayşe Öztürk",
        "phone": "+4915112345678",
    }
    return Ticket(code, **(defaults | fields))


def a_ticket_event(
    what: str = "opened", at: datetime = NOW, who: str = "citizen", detail: str = ""
) -> TicketEvent:
    return TicketEvent(at, who, what, detail)


def a_session(**fields: Any) -> Session:
    """A chat that has met the bot and is in its third turn."""
    return Session(**({"turn": 3, "met": True} | fields))


def an_incoming(
    text: str = "Hallo", chat: ChatRef | None = None, event_id: str = "", at: datetime = NOW, **fields: Any
) -> Incoming:
    """A message; its event id is a fresh one unless given. With ``choice=...`` and the like, no text."""
    says_else = fields.keys() & {"choice", "contact", "timer", "unsupported"}
    return Incoming(
        chat or a_chat(), at, event_id or f"event-{next(_numbers)}", "" if says_else else text, **fields
    )


def a_received(
    payload: str = '{"text": "Hallo"}', chat: ChatRef | None = None, event_id: str = "", at: datetime = NOW
) -> Received:
    return Received(chat or a_chat(), event_id or f"event-{next(_numbers)}", at, payload)


def a_phrase(key: str = "hello", **args: Any) -> Phrase:
    return Phrase(key, args)


def a_choice(value: str = "yes", **fields: Any) -> Choice:
    return Choice(value, **({"key": f"button-{value}"} | fields))


def a_say(text: str | Phrase = "Guten Tag.", **fields: Any) -> Say:
    return Say((text,), **fields)


def a_turn(*says: Say, session: Session | None = None, orders: tuple[Order, ...] = ()) -> Turn:
    return Turn(session or a_session(), says, orders)


def an_opening(ticket: Ticket | None = None, **fields: Any) -> SaveTicket:
    """The order that stores a new ticket."""
    return SaveTicket(ticket or a_ticket(**fields), a_ticket_event())


def a_rule(
    what: str = "moved", says: tuple[Say, ...] = (), timers: tuple[Later, ...] = (), **fields: Any
) -> Rule:
    """A move that sets these fields of the ticket."""

    def rule(ticket: Ticket) -> Change:
        after = replace(ticket, version=ticket.version + 1, **fields)
        return Change(after, a_ticket_event(what, who="Kaya"), says, timers)

    return rule
