"""Due times of tickets for one's own calendar. Calendars are shared: nothing personal ever stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.caseworkers import words
from bot.core.calendar import local
from bot.core.calendar_file import Event, calendar
from bot.core.knowledge import KnowledgeBase
from bot.core.tickets import Ticket, shown

AHEAD = timedelta(minutes=15)
"""The event ends when the ticket is due: whoever is reminded at its beginning has that long."""


def as_ics(tickets: Iterable[Ticket], kb: KnowledgeBase, now: datetime) -> bytes:
    """An event for each ticket that is still to be settled, by its number."""
    events = (_event(ticket, kb) for ticket in tickets if not ticket.is_settled)
    return calendar(events, local(now).date(), "tickets").encode()


def _event(ticket: Ticket, kb: KnowledgeBase) -> Event:
    code, due = shown(ticket.code), local(ticket.due_at)
    about = ", ".join((words.KINDS[ticket.kind], words.town(ticket.office, kb)))
    title = f"{'Eilt: ' if ticket.urgent else ''}{code} bis {due:%H:%M}: {about}"
    return Event(code, ticket.due_at - AHEAD, title, lasts=AHEAD)
