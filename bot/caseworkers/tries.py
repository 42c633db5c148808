"""Calls in vain: which one comes next, what it would end, and that one is not recorded twice by mistake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.caseworkers import typed
from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.typed import caseworker
from bot.core import moves
from bot.core.calendar import local
from bot.core.knowledge import phone_of
from bot.core.moves import TRIES
from bot.core.tickets import Change, Ticket, TicketEvent, shown
from bot.errors import BotError

AGAIN_AFTER = timedelta(minutes=30)
"""Sooner hardly anybody calls the same number again: it may be a slip of the finger, or two colleagues."""
_ORDINALS = {1: "Erster", 2: "Zweiter", 3: "Dritter"}


class TriedBefore(BotError):
    """A call in vain was recorded a moment ago; the caseworker may insist."""

    def __init__(self, ticket: Ticket, at: datetime) -> None:
        self.question = (
            f"Schon um {local(at):%H:%M} nicht erreicht. Haben Sie seitdem noch einmal vergeblich angerufen?"
        )
        last = f" {ends(ticket)}" if is_last(ticket) else ""
        super().__init__(
            f"{shown(ticket.code)}: {self.question}{last} Nichts wurde verändert. Wenn ja, dann denselben "
            "Befehl noch einmal mit --sure."
        )


async def not_reached(inbox: Inbox, code: str, by: str, sure: bool = False) -> Moved:
    """A call in vain: the ticket rests for a while; after the third it is done.

    Raises:
        TriedBefore: a call in vain was recorded a moment ago, and *sure* does not insist.
    """
    now, name = inbox.now(), caseworker(by)
    before = None if sure else _last(await inbox.store.events(typed.code(code)))

    def rule(ticket: Ticket) -> Change:
        phone = phone_of(inbox.kb.office(ticket.office))
        change = moves.not_reached(ticket, name, now, inbox.calendar(ticket.office), phone)
        if before and now - before < AGAIN_AFTER:
            raise TriedBefore(ticket, before)
        return change

    return await inbox.move(code, rule)


def is_last(ticket: Ticket) -> bool:
    """Whether one more call in vain ends the ticket."""
    return ticket.attempts + 1 >= TRIES


def ends(ticket: Ticket, gets_through: bool = True) -> str:
    """Which call in vain the next one would be, and what the last one means."""
    number = ticket.attempts + 1
    which = f"{_ORDINALS.get(number, f'{number}.')} Versuch"
    if not is_last(ticket):
        return f"{which} von {TRIES}."
    told = ", und die Person bekommt Bescheid" if gets_through else ""
    return f"{which}: danach ist das Anliegen abgeschlossen{told}."


def _last(events: Iterable[TicketEvent]) -> datetime | None:
    return max((event.at for event in events if event.what == "not_reached"), default=None)
