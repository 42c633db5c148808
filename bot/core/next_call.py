"""After a call in vain: what the citizen says of the next one, and until when the ticket rests for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.core import moves
from bot.core.calendar import SOONEST, OfficeCalendar, parse_wish
from bot.core.tickets import Change, Kind, Ticket


def on_day(ticket: Ticket, day: date, at: datetime, calendar: OfficeCalendar) -> str:
    """The wish for a call on *day*: mornings or afternoons stay wished while there is time for them."""
    _, half = parse_wish(ticket.wish)
    start, end = calendar.window(day, half)
    since = max(start, ticket.not_before or at)
    stays = half and ticket.kind is Kind.PHONE_CALL and since + SOONEST <= end
    return f"{day} {half}" if stays else str(day)


def wished(ticket: Ticket, wish: str, by_then: datetime, at: datetime, calendar: OfficeCalendar) -> Change:
    """The citizen said when to call again; the ticket comes back for the day that she named.

    What she wishes of an appointment stays as it is, and so does its due time.

    Raises:
        MoveRefused: it is settled already.
    """
    if ticket.kind is Kind.RESCHEDULE:
        moves.refuse_settled(ticket)
        change = moves.changed(ticket, "citizen", at, "call_wished", wish)
    else:
        change = moves.wished(ticket, wish, by_then, at, calendar)
    rest = _rest(ticket, wish, change.ticket.due_at, calendar)
    return replace(change, ticket=replace(change.ticket, not_before=rest))


def _rest(ticket: Ticket, wish: str, due_at: datetime, calendar: OfficeCalendar) -> datetime | None:
    """Until the named day, and until the call in vain is some time ago; but never until it is due."""
    day, half = parse_wish(wish)
    if day is None:
        return None
    start = calendar.window(day, half)[0].astimezone(due_at.tzinfo)
    rest = max(start, ticket.not_before or start)
    return rest if rest + SOONEST <= due_at else None
