"""Everything about one ticket, as somebody needs it who works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.view import Shown
from bot.core import waiting
from bot.core.tickets import Ticket, TicketEvent
from bot.core.waiting import Delivery

LOOK = timedelta(hours=1)
"""Looks of one person within this time stand in a ticket's history once."""
_LETS_GO = frozenset(
    {"released", "closed", "not_reached", "number_wrong", "forwarded", "snoozed", "returned", "withdrawn"}
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A ticket with its personal fields, the ``others`` of the same chat that are to be seen here, and
    what became of the messages about it. ``held_since`` is when its holder took it."""

    found: Shown
    others: Sequence[Ticket]
    deliveries: Sequence[Delivery]
    held_since: datetime | None

    @property
    def ticket(self) -> Ticket:
        return self.found.ticket

    @property
    def gets_through(self) -> bool:
        """Whether messages reach the chat."""
        return waiting.gets_through(self.deliveries)


async def look(inbox: Inbox, code: str, by: str) -> Sight:
    """The ticket as *by* sees it now; each look is recorded.

    Raises:
        CodeWrong, NameWrong, UnknownTicket: see ``Inbox``.
    """
    found = await inbox.show(code, by, reveal=True, again_after=LOOK)
    others = await inbox.store.others_of(found.ticket.code)
    return Sight(
        found,
        tuple(ticket for ticket in others if inbox.sees(ticket)),
        await inbox.store.deliveries(found.ticket.code),
        held_since(found.events, found.ticket.taken_by),
    )


def held_since(events: Sequence[TicketEvent], holder: str) -> datetime | None:
    """When *holder* took the ticket last, without letting go of it since; None: not known."""
    since = None
    for event in events:
        if event.what in _LETS_GO:
            since = None
        elif event.what == "taken" and event.who == holder:
            since = since or event.at
        elif event.what == "taken":
            since = None
    return since
