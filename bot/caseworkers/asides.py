"""Tickets that are put aside for a while, and those of a colleague who is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.typed import caseworker
from bot.core import rests
from bot.core.calendar import local
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Change, Held, State, Ticket
from bot.errors import BotError

SOON = timedelta(hours=2)
"""Working time."""


class RestDoubtful(BotError):
    """The ticket would rest beyond its due time; the caseworker may insist."""

    def __init__(self, ticket: Ticket, until: datetime) -> None:
        self.until = until
        super().__init__(beyond_due(ticket, until))


async def snooze(inbox: Inbox, code: str, until: datetime, by: str, sure: bool = False) -> Moved:
    """The ticket comes back into the queue at *until*.

    Raises:
        RestRefused: it cannot rest until then.
        RestDoubtful: it is due before, and *sure* does not insist.
    """
    now, name = inbox.now(), caseworker(by)

    def rule(ticket: Ticket) -> Change:
        change = rests.snoozed(ticket, until, name, now)
        if not sure and beyond_due(ticket, until):
            raise RestDoubtful(ticket, until)
        return change

    return await inbox.move(code, rule)


def beyond_due(ticket: Ticket, until: datetime) -> str:
    """What to say if *ticket* rests until *until*; empty if it is not due before."""
    if until <= ticket.due_at:
        return ""
    promised = ticket.promised_until is not None and ticket.promised_until < until
    told = " Bis dahin ist ein Anruf zugesagt." if promised else ""
    over = _span(ticket.due_at, until)
    return f"Fällig am {words.moment(ticket.due_at)}: Das Anliegen liegt dann {over} darüber.{told}"


def _span(since: datetime, until: datetime) -> str:
    days = (local(until).date() - local(since).date()).days
    if days:
        return "einen Tag" if days == 1 else f"{days} Tage"
    hours, minutes = divmod(int((until - since).total_seconds()) // 60, 60)
    return f"{hours} h" if hours else f"{minutes} min"


def usual_rests(inbox: Inbox, ticket: Ticket) -> tuple[tuple[str, datetime], ...]:
    """Until when *ticket* may be put aside as one usually does, each with its name."""
    calendar, now = inbox.calendar(ticket.office), inbox.now()
    today = local(now).date()
    if calendar.is_working_day(today) and now < calendar.beginning_of(today):
        opening, name = calendar.beginning_of(today), "heute zum Dienstbeginn"
    else:
        opening, name = calendar.beginning_of(calendar.next_working_day(today)), "nächster Arbeitstag"
    usual = (
        ("2 Arbeitsstunden", calendar.plus_working_time(now, SOON)),
        (name, opening.astimezone(now.tzinfo)),
    )
    return tuple((name, at) for name, at in usual if not rests.is_beyond_appointment(ticket, at, now))


async def keepers(inbox: Inbox) -> Sequence[str]:
    """Who has taken or put aside a ticket that is to be seen here, by name."""
    if inbox.offices is not None and not inbox.offices:
        return []
    return sorted(await inbox.store.keepers(inbox.offices or (), inbox.now()), key=str.casefold)


async def take_back(inbox: Inbox, of: str, by: str) -> tuple[Held, ...]:
    """What *of* has taken or put aside lies in the queue again; how it was held, for ``hand_back``.

    Only what is to be seen here. Of two colleagues who do this at the same moment one has all of it, and can
    undo all of it. Why *of* is not there is nobody's business: it stands nowhere.
    """
    now, name = inbox.now(), caseworker(by)
    held: list[Held] = []

    def rule(ticket: Ticket) -> Change:
        change = rests.returned(ticket, of, name, now)
        lease = ticket.lease_until if ticket.state is State.TAKEN else None
        held.append(Held(ticket.code, of, change.ticket.version, lease, ticket.not_before))
        return change

    wanted = TicketFilter(states=(State.OPEN, State.TAKEN), taken_by=of, hidden=True)
    await inbox.move_all([ticket.code for ticket in await inbox.list(wanted, by_hand=False)], rule)
    return tuple(held)


async def hand_back(inbox: Inbox, held: Iterable[Held], by: str) -> bool:
    """Undo ``take_back``; False if somebody has already acted on some: they stay as they are."""
    now, name = inbox.now(), caseworker(by)
    before = {one.code: one for one in held}
    back = await inbox.move_all(
        before, lambda ticket: rests.handed_back(ticket, before[ticket.code], name, now)
    )
    return len(back) == len(before)
