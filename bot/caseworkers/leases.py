"""What a lease means for a ticket: how it stands now, and that each act of its holder renews it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.tickets import Change, State, Ticket, TicketEvent


def as_it_stands(ticket: Ticket, at: datetime) -> Ticket:
    """*ticket*, open again if its lease has run out; after a call attempt it stays with its caseworker."""
    ran_out = ticket.state is State.TAKEN and not ticket.is_held(at) and ticket.attempts == 0
    return replace(ticket, state=State.OPEN) if ran_out else ticket


def holds(by: str, ticket: Ticket, at: datetime) -> bool:
    return ticket.is_held(at) and ticket.taken_by == by


def renewed(ticket: Ticket, event: TicketEvent, lease_until: datetime) -> Change:
    """*ticket* with *event* in its history and, if who acted still holds it, a new lease."""
    after = replace(ticket, version=ticket.version + 1)
    if holds(event.who, ticket, event.at):
        after = replace(after, lease_until=lease_until)
    return Change(after, event)
