"""One row a ticket: what a list shows of it. Nothing personal stands in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.owed import owed_among
from bot.caseworkers.settled import Settled, result, settled
from bot.core.literal import literal
from bot.core.tickets import State, Ticket, shown

_SOON = "asap"


@dataclass(frozen=True, slots=True)
class Row:
    """``wish`` is a certain time, empty for the soonest possible; ``note`` says who has it, until when it
    rests, or what became of it at the time ``settled``. ``owed``: it is settled, and the citizen is still to
    be told. ``name`` is empty where nobody asked for it."""

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
    owed: bool
    language: str
    name: str


async def rows_of(tickets: Collection[Ticket], inbox: Inbox, me: str) -> list[Row]:
    """The rows of *tickets* for the caseworker *me*."""
    became, untold = await settled(inbox, tickets), await owed_among(inbox, tickets)
    return [_row(one, inbox, me, became.get(one.code), one.code in untold) for one in tickets]


def _row(ticket: Ticket, inbox: Inbox, me: str, became: Settled | None, is_owed: bool) -> Row:
    now = inbox.now()
    is_over = ticket.is_settled and not is_owed
    return Row(
        code=shown(ticket.code),
        kind=words.KINDS[ticket.kind],
        about=words.appointment(ticket, now) or words.topic(ticket, inbox.kb),
        town=words.town(ticket.office, inbox.kb),
        wish="" if ticket.wish == _SOON else words.wished(ticket),
        due="" if ticket.forgotten or is_over else words.moment(ticket.due_at),
        settled=words.moment(became.at) if became and is_over else "",
        note=_result(ticket, became, me, is_owed) or _note(ticket, inbox, me),
        urgent=ticket.urgent and not is_over,
        late=not is_over and ticket.due_at <= now,
        unsafe=not ticket.call_safe and not is_over,
        owed=is_owed,
        language=words.language(ticket.interpreter) if ticket.interpreter else "",
        name=literal(ticket.name),
    )


def _result(ticket: Ticket, became: Settled | None, me: str, is_owed: bool) -> str:
    last = f"zuletzt {literal(ticket.taken_by)}" if is_owed and ticket.taken_by not in ("", me) else ""
    return ", ".join(filter(None, (result(ticket, became), last)))


def _note(ticket: Ticket, inbox: Inbox, me: str) -> str:
    now = inbox.now()
    if ticket.state is State.TAKEN and ticket.taken_by == me and ticket.lease_until and ticket.is_held(now):
        standing = f"bei Ihnen bis {words.moment(ticket.lease_until)}"
    else:
        standing = words.standing(ticket, now).removeprefix("frei, ").removeprefix("frei")
    tries = f"{ticket.attempts}× nicht erreicht" if ticket.attempts else ""
    return ", ".join(filter(None, (tries, standing)))
