"""Who has said that they will not come to their appointment today."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.caseworkers.inbox import Inbox
from bot.core.calendar import BERLIN, local
from bot.core.ports_desk import TicketFilter
from bot.core.reminders import still_stands
from bot.core.tickets import Kind, Outcome, State, Ticket, TicketEvent


async def not_coming(inbox: Inbox, wanted: TicketFilter) -> Sequence[Ticket]:
    """Wishes to move, and messages of having missed, an appointment of today: by its time.

    Those whose time is unknown come last. Without what the citizen took back, and without duplicates; what
    is settled is there, also those who are expected again (see ``is_expected``).
    """
    begin = datetime.combine(local(inbox.now()).date(), time(), BERLIN)
    end = datetime.combine(begin.date() + timedelta(days=1), time(), BERLIN)
    asked = replace(
        wanted,
        states=(State.OPEN, State.TAKEN, State.DONE),
        kinds=(Kind.RESCHEDULE, Kind.MISSED),
        appointments=(begin.astimezone(UTC), end.astimezone(UTC)),
        hidden=True,
    )
    found = await inbox.list(asked, by_hand=False)
    return sorted((ticket for ticket in found if ticket.outcome is not Outcome.DUPLICATE), key=_by_time)


def is_expected(ticket: Ticket, untold: Collection[str]) -> bool:
    """Whether the citizen is not absent after all: her appointment stands, as she knows, or she has come."""
    knows = still_stands(ticket) and ticket.code not in untold
    return knows or ticket.outcome is Outcome.CAME


async def named(inbox: Inbox, listed: Sequence[Ticket], by: str) -> Sequence[Ticket]:
    """The same with names; that *by* has seen them stands in each history."""
    opened = await inbox.opened(listed, TicketEvent(inbox.now(), by, "revealed"))
    return [replace(ticket, phone="", reason="", text="") for ticket in opened]


def _by_time(ticket: Ticket) -> tuple[bool, datetime, str]:
    return not ticket.appointment_time_known, ticket.appointment_at or ticket.due_at, ticket.code
