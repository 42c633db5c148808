"""Moves that put a ticket aside for a while, and that bring back what somebody cannot look after."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.moves import changed, refuse_others, refuse_settled
from bot.core.tickets import Change, Held, State, Ticket, shown
from bot.errors import MoveRefused, RestRefused, StaleTicket

LONGEST = timedelta(weeks=4)
"""Nobody looks after a ticket that rests; and what is open goes after 90 days."""


def snoozed(ticket: Ticket, until: datetime, by: str, at: datetime) -> Change:
    """*ticket*, out of the queue until *until*. What the citizen was promised stays promised.

    Raises:
        AlreadyTaken, MoveRefused: see ``moves.closed``.
        RestRefused: *until* is past, or far ahead, or the appointment would be over by then.
    """
    refuse_others(ticket, by, at)
    if until <= at:
        raise RestRefused("past")
    if until - at > LONGEST:
        raise RestRefused("long")
    if is_beyond_appointment(ticket, until, at):
        raise RestRefused("appointment")
    after = replace(ticket, state=State.OPEN, taken_by=by, lease_until=None, not_before=until)
    return changed(after, by, at, "snoozed", until.isoformat(timespec="minutes"))


def is_beyond_appointment(ticket: Ticket, until: datetime, at: datetime) -> bool:
    """Whether the appointment, still to come at *at*, would be over when *ticket* comes back at *until*."""
    return ticket.appointment_at is not None and at < ticket.appointment_at <= until


def returned(ticket: Ticket, of: str, by: str, at: datetime) -> Change:
    """*ticket*, which *of* held or had put aside, in the queue again: *of* is not there.

    Raises:
        MoveRefused: it is settled, or not *of*'s.
    """
    refuse_settled(ticket)
    if not is_kept_by(of, ticket, at):
        raise MoveRefused(shown(ticket.code), "free")
    # Not None: after a call in vain the citizen knows of it, and no timer shall say that nobody called.
    rested = min(ticket.not_before, at) if ticket.not_before else None
    after = replace(ticket, state=State.OPEN, taken_by="", lease_until=None, not_before=rested)
    return changed(after, by, at, "returned")


def handed_back(ticket: Ticket, held: Held, by: str, at: datetime) -> Change:
    """*ticket*, as *held* says: that its caseworker was not there was an error.

    Raises:
        MoveRefused: it is settled.
        StaleTicket: something has happened to it since.
    """
    refuse_settled(ticket)
    if ticket.version != held.version:
        raise StaleTicket(shown(ticket.code))
    after = replace(
        ticket,
        state=State.TAKEN if held.lease_until else State.OPEN,
        taken_by=held.by,
        lease_until=held.lease_until,
        not_before=held.not_before,
    )
    return changed(after, by, at, "handed_back")


def is_kept_by(name: str, ticket: Ticket, at: datetime) -> bool:
    """Whether *name* has taken *ticket*, or put it aside and it still rests."""
    rests = ticket.state is State.OPEN and ticket.not_before is not None and at < ticket.not_before
    return ticket.taken_by == name and (ticket.state is State.TAKEN or rests)
