"""One row a ticket: what a list shows of it. Nothing personal stands in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.settled import Settled, result, settled
from bot.core.literal import literal
from bot.core.tickets import State, Ticket, shown

_SOON = "asap"


@dataclass(frozen=True, slots=True)
class Row:
    """``wish`` is a certain time, empty for the soonest possible; ``note`` says who has it, until when it
    rests, or what became of it at the time ``settled``. ``name`` is empty where nobody asked for it."""

    code: str
    kind: str
    about: str
    town: str
    wish: str
    due: str
    settled: str
    note: str
    urgent: bool
    late: bool
    unsafe: bool
    language: str
    name: str


async def rows_of(tickets: Collection[Ticket], inbox: Inbox, me: str) -> list[Row]:
    """The rows of *tickets* for the caseworker *me*."""
    became = await settled(inbox, tickets)
    return [_row(ticket, inbox, me, became.get(ticket.code)) for ticket in tickets]


def _row(ticket: Ticket, inbox: Inbox, me: str, became: Settled | None) -> Row:
    now = inbox.now()
    return Row(
        code=shown(ticket.code),
        kind=words.KINDS[ticket.kind],
        about=words.appointment(ticket, now) or words.topic(ticket, inbox.kb),
        town=words.town(ticket.office, inbox.kb),
        wish="" if ticket.wish == _SOON else words.wished(ticket),
        due="" if ticket.forgotten or ticket.is_settled else words.moment(ticket.due_at),
        settled=words.moment(became.at) if became else "",
        note=result(ticket, became) or _note(ticket, inbox, me),
        urgent=ticket.urgent and not ticket.is_settled,
        late=words.is_overdue(ticket, now),
        unsafe=not ticket.call_safe and not ticket.is_settled,
        language=words.language(ticket.interpreter) if ticket.interpreter else "",
        name=literal(ticket.name),
    )


def _note(ticket: Ticket, inbox: Inbox, me: str) -> str:
    now = inbox.now()
    if ticket.state is State.TAKEN and ticket.taken_by == me and ticket.lease_until and ticket.is_held(now):
        standing = f"bei Ihnen bis {words.moment(ticket.lease_until)}"
    else:
        standing = words.standing(ticket, now).removeprefix("frei, ").removeprefix("frei")
    tries = f"{ticket.attempts}× nicht erreicht" if ticket.attempts else ""
    return ", ".join(filter(None, (tries, standing)))
