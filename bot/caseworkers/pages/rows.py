"""One row a ticket: what a list shows of it. Nothing personal stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.core.tickets import State, Ticket, shown

_SOON = "asap"


@dataclass(frozen=True, slots=True)
class Row:
    """``wish`` is a certain time, empty for the soonest possible; ``note`` says who has it, until when it
    rests, or what became of it."""

    code: str
    kind: str
    about: str
    town: str
    wish: str
    due: str
    note: str
    urgent: bool
    late: bool
    unsafe: bool
    language: str


def rows_of(tickets: Iterable[Ticket], inbox: Inbox, me: str) -> list[Row]:
    """The rows of *tickets* for the caseworker *me*."""
    return [_row(ticket, inbox, me) for ticket in tickets]


def _row(ticket: Ticket, inbox: Inbox, me: str) -> Row:
    now = inbox.now()
    return Row(
        code=shown(ticket.code),
        kind=words.KINDS[ticket.kind],
        about=words.appointment(ticket, now) or words.topic(ticket, inbox.kb),
        town=words.town(ticket.office, inbox.kb),
        wish="" if ticket.wish == _SOON else words.wished(ticket),
        due="" if ticket.forgotten or ticket.is_settled else words.moment(ticket.due_at),
        note=_note(ticket, inbox, me),
        urgent=ticket.urgent and not ticket.is_settled,
        late=words.is_overdue(ticket, now),
        unsafe=not ticket.call_safe and not ticket.is_settled,
        language=words.language(ticket.interpreter) if ticket.interpreter else "",
    )


def _note(ticket: Ticket, inbox: Inbox, me: str) -> str:
    now = inbox.now()
    if ticket.state is State.TAKEN and ticket.taken_by == me and ticket.lease_until and ticket.is_held(now):
        standing = f"bei Ihnen bis {words.moment(ticket.lease_until)}"
    else:
        standing = words.standing(ticket, now).removeprefix("frei, ").removeprefix("frei")
    tries = f"{ticket.attempts}× nicht erreicht" if ticket.attempts and not ticket.is_settled else ""
    return ", ".join(filter(None, (tries, standing)))
