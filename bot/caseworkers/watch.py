"""Keeping an eye on the queue: what has come, or become late, between two looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from bot.caseworkers import words
from bot.core.calendar import local
from bot.core.knowledge import KnowledgeBase
from bot.core.tickets import Ticket, shown
from bot.errors import NotStored

URGENT, OVERDUE, NEW, BACK = "eilt", "überfällig", "neu", "wieder da"
BELL = "\a"


@dataclass(frozen=True, slots=True)
class Look:
    """What was to be done at one moment."""

    at: datetime
    tickets: Sequence[Ticket]


@dataclass(frozen=True, slots=True)
class News:
    """One ticket that is worth a line, and why."""

    ticket: Ticket
    what: str

    @property
    def rings(self) -> bool:
        """Whether somebody should look up."""
        return self.what in (URGENT, OVERDUE)


def news(before: Look, after: Look) -> Iterator[News]:
    """What is so now and was not before: one line a ticket, for the gravest reason."""
    known = {ticket.code: ticket for ticket in before.tickets}
    for ticket in after.tickets:
        old = known.get(ticket.code)
        if ticket.urgent and not (old and old.urgent):
            yield News(ticket, URGENT)
        elif words.is_overdue(ticket, after.at) and not (old and words.is_overdue(old, before.at)):
            yield News(ticket, OVERDUE)
        elif old is None:
            yield News(ticket, NEW if ticket.created_at > before.at else BACK)


def line(item: News, kb: KnowledgeBase, at: datetime) -> str:
    """As in "10:42  eilt        K7M-3PQ  Termin verschieben, Bocholt, Termin Mo 23.11. 08:15, in 40 min"."""
    ticket = item.ticket
    when = f"Termin {words.appointment(ticket, at)}" if ticket.appointment_at else ""
    due = f"bis {words.moment(ticket.due_at)}"
    about = ", ".join(filter(None, (words.KINDS[ticket.kind], words.town(ticket.office, kb), when, due)))
    return f"{local(at):%H:%M}  {item.what:<10}  {shown(ticket.code)}  {about}"


async def watch(
    before: Look,
    look: Callable[[], Awaitable[Look]],
    pause: Callable[[], Awaitable[None]],
    kb: KnowledgeBase,
    say: Callable[[str], None],
) -> NoReturn:
    """Wait, look, and say what is new since *before*, again and again, until something from outside ends it.

    A database that cannot be read just now does not end the watch: nobody would notice.
    """
    troubled = False
    while True:
        await pause()
        try:
            after = await look()
        except NotStored as error:
            if not troubled:
                say(f"{error} Ich versuche es weiter.")
            troubled = True
            continue
        for item in news(before, after):
            say(f"{BELL if item.rings else ''}{line(item, kb, after.at)}")
        before, troubled = after, False
