"""The moves of a ticket: who may make them, what they change, what the citizen hears.

Each is a pure function from a ticket to a :class:`~bot.core.tickets.Change`; storage runs it inside the
write transaction, so that of two people who act at once exactly one wins. A move of the ticket ends its
timers; :func:`timed` gives those of the new state.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import notices, reminders
from bot.core.calendar import OfficeCalendar, urgent_due
from bot.core.talk import Order, SaveTicket, Say
from bot.core.tickets import Change, Kind, Outcome, State, Ticket, TicketEvent, shown
from bot.errors import AlreadyTaken, MoveRefused, MoveUnfit

TRIES = 3
"""After so many calls in vain the ticket is done; the citizen is asked to call."""
NEXT_TRY = timedelta(hours=2)
"""Working time until a ticket comes back into the queue after a call in vain."""


def timed(change: Change, calendar: OfficeCalendar) -> Change:
    """*change* with the timers that its new state needs."""
    return replace(change, timers=reminders.of_ticket(change.ticket, calendar, change.event.at))


def opened(ticket: Ticket, calendar: OfficeCalendar) -> tuple[Order, ...]:
    """The orders that store a new ticket. Its history begins with what the citizen was promised."""
    timers = reminders.of_ticket(ticket, calendar, ticket.created_at)
    promised = [("call", ticket.promised_until)] if ticket.promised_until else []
    promised += [("reminder", later.at) for later in timers if later.name == reminders.UNCONFIRMED]
    detail = " ".join(f"{what} {at.isoformat(timespec='minutes')}" for what, at in promised)
    return (SaveTicket(ticket, TicketEvent(ticket.created_at, "citizen", "opened", detail)), *timers)


def taken(ticket: Ticket, by: str, at: datetime, lease_until: datetime) -> Change:
    """*ticket*, now with caseworker *by*; taking one's own again renews the lease.

    Raises:
        AlreadyTaken: another caseworker holds it and the lease has not run out.
        MoveRefused: it is settled.
    """
    refuse_others(ticket, by, at)
    says = () if ticket.read_told else (notices.read(ticket),)
    after = replace(ticket, state=State.TAKEN, taken_by=by, lease_until=lease_until, read_told=True)
    return changed(after, by, at, "taken", says=says)


def released(ticket: Ticket, by: str, at: datetime) -> Change:
    """*ticket*, open for everybody again.

    Raises:
        AlreadyTaken: another caseworker holds it.
        MoveRefused: nobody holds it, or it is settled.
    """
    refuse_others(ticket, by, at)
    if ticket.state is not State.TAKEN:
        raise MoveRefused(shown(ticket.code), "free")
    return changed(replace(ticket, state=State.OPEN, taken_by="", lease_until=None), by, at, "released")


def closed(ticket: Ticket, outcome: Outcome, by: str, at: datetime) -> Change:
    """*ticket*, settled with *outcome*; one may close an open ticket without taking it first.

    Raises:
        AlreadyTaken: another caseworker holds it.
        MoveRefused: it is settled already.
        MoveUnfit: this outcome belongs to another kind of ticket.
    """
    refuse_others(ticket, by, at)
    if outcome in (Outcome.MOVED, Outcome.NOT_MOVED) and ticket.kind is Kind.PHONE_CALL:
        raise MoveUnfit(shown(ticket.code), outcome.value)
    after = _settled(ticket, outcome, by)
    return changed(after, by, at, "closed", outcome.value, says=notices.closed(after))


def moved(ticket: Ticket, to: datetime, by: str, at: datetime, full: bool) -> Change:
    """*ticket*, done: the Jobcenter has a new appointment at *to*.

    With *full* the citizen hears the date in the chat, else only that there is an answer.

    Raises:
        AlreadyTaken, MoveRefused, MoveUnfit: see ``closed``.
    """
    refuse_others(ticket, by, at)
    if ticket.kind is Kind.PHONE_CALL:
        raise MoveUnfit(shown(ticket.code), Outcome.MOVED.value)
    after = _settled(ticket, Outcome.MOVED, by)
    return changed(after, by, at, "closed", Outcome.MOVED.value, says=notices.moved(after, to, full))


def not_moved(ticket: Ticket, by: str, at: datetime, full: bool) -> Change:
    """*ticket*, done: the appointment cannot be moved.

    Raises:
        AlreadyTaken, MoveRefused, MoveUnfit: see ``closed``.
    """
    refuse_others(ticket, by, at)
    if ticket.kind is not Kind.RESCHEDULE:
        raise MoveUnfit(shown(ticket.code), Outcome.NOT_MOVED.value)
    after = _settled(ticket, Outcome.NOT_MOVED, by)
    return changed(after, by, at, "closed", Outcome.NOT_MOVED.value, says=notices.not_moved(after, full))


def not_reached(
    ticket: Ticket, by: str, at: datetime, calendar: OfficeCalendar, phone: str = "none"
) -> Change:
    """A call in vain: back into the queue after a while; after the third the ticket is done.

    Whoever wishes something about an appointment may have said that the Jobcenter has the number.
    *phone* is the office's confirmed number, which the citizen is given in the end.

    Raises:
        AlreadyTaken, MoveRefused, MoveUnfit: see ``closed``.
    """
    refuse_others(ticket, by, at)
    _refuse_unsafe(ticket)
    if ticket.kind is Kind.PHONE_CALL and not ticket.phone:
        raise MoveUnfit(shown(ticket.code), "not_reached")
    if ticket.state is State.OPEN and ticket.not_before is not None and at < ticket.not_before:
        raise MoveRefused(shown(ticket.code), "resting")
    attempts = ticket.attempts + 1
    if attempts >= TRIES:
        after = replace(_settled(ticket, Outcome.NOT_REACHED, by), attempts=attempts)
        return changed(after, by, at, "not_reached", str(attempts), says=notices.last_try(after, phone))
    after = replace(
        ticket,
        state=State.OPEN,
        taken_by=by,
        lease_until=None,
        attempts=attempts,
        not_before=_next_try(ticket, at, calendar),
    )
    return changed(
        after, by, at, "not_reached", str(attempts), says=(notices.not_reached(after, at, calendar),)
    )


def _next_try(ticket: Ticket, at: datetime, calendar: OfficeCalendar) -> datetime:
    """Until when *ticket* rests: not at all where its appointment would be over by then."""
    later = calendar.plus_working_time(at, NEXT_TRY)
    is_over = ticket.appointment_at is not None and at < ticket.appointment_at <= later
    return at if is_over else later


def number_wrong(ticket: Ticket, by: str, at: datetime) -> Change:
    """The number is not the citizen's: she is asked for another, the ticket waits openly.

    Raises:
        AlreadyTaken, MoveRefused, MoveUnfit: see ``closed``.
    """
    refuse_others(ticket, by, at)
    _refuse_unsafe(ticket)
    if not ticket.phone:
        raise MoveUnfit(shown(ticket.code), "number_wrong")
    after = replace(ticket, state=State.OPEN, taken_by="", lease_until=None, phone="", phone_own=False)
    return changed(after, by, at, "number_wrong", says=(notices.number_wrong(after),))


def forwarded(ticket: Ticket, office: str, reason: str, by: str, at: datetime) -> Change:
    """*ticket*, open at another office.

    Raises:
        AlreadyTaken, MoveRefused: see ``closed``.
    """
    refuse_others(ticket, by, at)
    after = replace(ticket, office=office, state=State.OPEN, taken_by="", lease_until=None, forwarded_at=at)
    return changed(after, by, at, "forwarded", f"{ticket.office} > {office}: {reason}")


def withdrawn(ticket: Ticket, at: datetime) -> Change:
    """*ticket*, taken back by the citizen, also while a caseworker is on it.

    Raises:
        MoveRefused: it is settled already.
    """
    refuse_settled(ticket)
    return changed(replace(ticket, state=State.WITHDRAWN, lease_until=None), "citizen", at, "withdrawn")


def wished(ticket: Ticket, wish: str, by_then: datetime, at: datetime, calendar: OfficeCalendar) -> Change:
    """The citizen named another time; a ticket that was put aside comes back for it.

    It is due *by_then*; a call that is urgent, sooner. A call that was promised is promised for the new time.

    Raises:
        MoveRefused: it is settled already.
    """
    refuse_settled(ticket)
    promised = by_then if ticket.promised_until else None
    hurries = ticket.urgent and ticket.kind is Kind.PHONE_CALL
    due_at = urgent_due(calendar, at, wish) if hurries else by_then
    after = replace(ticket, wish=wish, due_at=due_at, promised_until=promised, not_before=None)
    return changed(after, "citizen", at, "wished", wish)


def renumbered(ticket: Ticket, phone: str, own: bool, safe: bool, at: datetime) -> Change:
    """The citizen gave another number; *safe*: she may be called there.

    Raises:
        MoveRefused: it is settled already.
    """
    refuse_settled(ticket)
    after = replace(ticket, phone=phone, phone_own=own, call_safe=safe, not_before=None)
    return changed(after, "citizen", at, "renumbered")


def answered(ticket: Ticket, reached: bool, at: datetime) -> Change:
    """The citizen said whether the call has happened: yes settles the ticket, no leaves it due.

    Raises:
        MoveRefused: it is settled already.
    """
    refuse_settled(ticket)
    if reached:
        after = replace(ticket, state=State.DONE, lease_until=None, outcome=Outcome.REACHED)
        return changed(after, "citizen", at, "call_happened")
    return changed(
        replace(ticket, due_at=min(ticket.due_at, at), not_before=None), "citizen", at, "call_missing"
    )


def noted(ticket: Ticket, who: str, at: datetime, what: str) -> Change:
    """*ticket* as it is, with a line in its history: what was promised to the citizen, or said to her."""
    return changed(ticket, who, at, what)


def told(ticket: Ticket, by: str, at: datetime) -> Change:
    """The citizen was told how *ticket* was settled, where the chat does not say it.

    Raises:
        MoveUnfit: nothing is settled that she could be told.
    """
    if ticket.outcome is None:
        raise MoveUnfit(shown(ticket.code), "told")
    return changed(ticket, by, at, "told")


def forgotten(ticket: Ticket, at: datetime) -> Change:
    """*ticket* without anything that a citizen said, or that was arranged with her.

    Built anew, so that also a field of tomorrow is forgotten unless it is named here. Even the due time
    goes: it tells the day that she wished, or her appointment.
    """
    after = Ticket(
        code=ticket.code,
        kind=ticket.kind,
        office=ticket.office,
        created_at=ticket.created_at,
        due_at=ticket.created_at,
        state=ticket.state if ticket.is_settled else State.WITHDRAWN,
        taken_by=ticket.taken_by,
        forgotten=True,
        version=ticket.version,
    )
    return changed(after, "citizen", at, "forgotten")


def _settled(ticket: Ticket, outcome: Outcome, by: str) -> Ticket:
    return replace(ticket, state=State.DONE, taken_by=by, lease_until=None, outcome=outcome)


def changed(
    ticket: Ticket, who: str, at: datetime, what: str, detail: str = "", says: tuple[Say, ...] = ()
) -> Change:
    """The change to *ticket* as it now is, one version later.

    Where a call is not safe, the chat is silent too: a message may light up on a telephone that somebody
    else holds. The citizen was told so, and can look for herself.
    """
    after = replace(ticket, version=ticket.version + 1)
    return Change(after, TicketEvent(at, who, what, detail), says if ticket.call_safe else ())


def _refuse_unsafe(ticket: Ticket) -> None:
    """Raise MoveUnfit for what only a call could have shown, where nobody may call."""
    if not ticket.call_safe:
        raise MoveUnfit(shown(ticket.code), "call_unsafe")


def refuse_settled(ticket: Ticket) -> None:
    """Raise MoveRefused if *ticket* is settled."""
    if ticket.is_settled:
        raise MoveRefused(shown(ticket.code), ticket.state.value)


def refuse_others(ticket: Ticket, by: str, at: datetime) -> None:
    """Raise MoveRefused if *ticket* is settled, AlreadyTaken if another caseworker than *by* holds it."""
    refuse_settled(ticket)
    if ticket.is_held(at) and ticket.taken_by != by:
        raise AlreadyTaken(shown(ticket.code), ticket.taken_by)
