"""Which timers a ticket needs, and when: the bot keeps its word also when nobody acts.

Names: ``unconfirmed`` (no answer before an appointment), ``overdue`` (the promised call did not come),
``call_over`` (has the wished call happened?), ``office_opens:<code>`` (call now, they are there), and
``remind:<at or on>:<ISO time>`` (an appointment that the citizen wants to be reminded of; no ticket).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.core import calendar as working
from bot.core.calendar import BERLIN, OfficeCalendar
from bot.core.talk import Later
from bot.core.tickets import Kind, Outcome, Ticket

UNCONFIRMED, OVERDUE, CALL_OVER, OFFICE_OPENS = "unconfirmed", "overdue", "call_over", "office_opens"
REMIND = "remind:"
UNCONFIRMED_AT, REMIND_AT = time(14, 0), time(17, 0)
"""On the working day before the appointment, in Borken."""
BEFORE_CLOSING = timedelta(hours=2)
WINDOW_ENDS = {"mornings": time(12, 0), "afternoons": time(16, 0)}


def of_ticket(ticket: Ticket, office: OfficeCalendar, now: datetime) -> tuple[Later, ...]:
    """The timers of *ticket* as it stands at *now*; none when it is settled or their time is over."""
    if not ticket.is_settled:
        wanted = (*_of_appointment(ticket, office), *_of_call(ticket))
    else:
        wanted = _of_appointment(ticket, office) if still_stands(ticket) else ()
    return tuple(later for later in wanted if later.at > now)


def still_stands(ticket: Ticket) -> bool:
    """Whether the office has settled *ticket* and its appointment stands: the citizen may not know it."""
    unmoved = (Outcome.NOT_MOVED, Outcome.NOT_OURS, Outcome.NOT_REACHED)
    return ticket.kind is Kind.RESCHEDULE and ticket.outcome in unmoved


def opening(office: OfficeCalendar, now: datetime) -> datetime | None:
    """When the office opens next; None if it is open now, or for weeks."""
    if office.is_open(now):
        return None
    today = working.local(now).date()
    days = (today + timedelta(days=step) for step in range(15))
    return next((start for day in days for start, _ in office.on(day) if start > now), None)


def reminder(appointment: datetime, office: OfficeCalendar, timed: bool) -> Later:
    """The evening before: 17:00 on the working day before *appointment*; *timed*: its time is known."""
    at = datetime.combine(day_before(appointment, office), REMIND_AT, BERLIN)
    mark = "at" if timed else "on"
    return Later(at.astimezone(appointment.tzinfo), f"{REMIND}{mark}:{appointment.isoformat()}")


def appointment_of(name: str) -> tuple[datetime, bool]:
    """Of a ``reminder`` by its name: the appointment, and whether its time is known."""
    mark, _, at = name.removeprefix(REMIND).partition(":")
    return datetime.fromisoformat(at), mark == "at"


def day_before(appointment: datetime, office: OfficeCalendar) -> date:
    """The working day before the day of *appointment*."""
    day = working.local(appointment).date()
    for step in range(1, 31):
        if office.is_working_day(day - timedelta(days=step)):
            return day - timedelta(days=step)
    return day - timedelta(days=1)


def _of_appointment(ticket: Ticket, office: OfficeCalendar) -> tuple[Later, ...]:
    if ticket.kind is not Kind.RESCHEDULE or ticket.appointment_at is None:
        return ()
    day = day_before(ticket.appointment_at, office)
    # While somebody can still be reached there: some offices close at noon.
    at = min(datetime.combine(day, UNCONFIRMED_AT, BERLIN), office.end_of(day) - BEFORE_CLOSING)
    return (Later(working.after_quiet(at.astimezone(ticket.created_at.tzinfo)), UNCONFIRMED, ticket.code),)


def _of_call(ticket: Ticket) -> tuple[Later, ...]:
    """After a wished window the bot asks; without one it says by itself that a promised call is late.

    Neither after a call in vain, until the citizen names a day: she knows of it, and was asked for one.
    """
    if ticket.kind is not Kind.PHONE_CALL:
        return ()
    day, half = working.parse_wish(ticket.wish)
    if ticket.attempts and ticket.not_before is not None and day is None:
        return ()
    if not ticket.call_safe:  # nobody calls there, and somebody may read along
        return ()
    if ticket.wish != "asap":
        end = WINDOW_ENDS.get(half, time(16, 0))
        at = datetime.combine(working.local(ticket.due_at).date(), end, BERLIN).astimezone(
            ticket.due_at.tzinfo
        )
        return (Later(working.after_quiet(max(at, ticket.due_at)), CALL_OVER, ticket.code),)
    if ticket.promised_until is None:
        return ()
    return (Later(working.after_quiet(ticket.promised_until), OVERDUE, ticket.code),)
