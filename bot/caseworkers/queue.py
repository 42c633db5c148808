"""The queue in four piles: what anybody may take, what is mine, what waits, and what is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.owed import kept_until, owed
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import State, Ticket

PAGE = 50
"""Tickets on one page: more than anybody settles in a day, and still quick to draw."""
MOST_SETTLED = 5000
"""Settled tickets in one export: a month of a large office."""


class Pile(StrEnum):
    """The four piles; each ticket is in exactly one of them."""

    NEW = "neu"
    """Whoever looks may take it now."""
    MINE = "meine"
    """Whoever looks has taken it, or has settled it and still has to tell the citizen."""
    WAITING = "warten"
    """It rests until a certain time, or lies with somebody else."""
    DONE = "erledigt"


@dataclass(frozen=True, slots=True)
class Queue:
    """One pile: a ``page`` (from 1) of its tickets, and how long all four are.

    ``codes`` are those of the whole pile in its order; empty for what is done, where nothing is awaited.
    """

    of: Pile
    tickets: Sequence[Ticket]
    counts: Mapping[Pile, int]
    codes: Sequence[str] = ()
    page: int = 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.counts[self.of] // PAGE))

    @property
    def first(self) -> int:
        """The place of the first ticket of this page, from 1."""
        return (self.page - 1) * PAGE + 1


def pile_of(ticket: Ticket, me: str, now: datetime) -> Pile:
    """Where *ticket*, as it stands at *now*, is for the caseworker *me*."""
    if ticket.is_settled:
        return Pile.DONE
    if ticket.not_before is not None and ticket.not_before > now:
        return Pile.WAITING
    if ticket.state is State.TAKEN and ticket.taken_by == me:
        return Pile.MINE
    return Pile.WAITING if ticket.is_held(now) else Pile.NEW


def pile_of_owed(ticket: Ticket, me: str, kept_until: datetime, now: datetime) -> Pile:
    """The same of a settled ticket whose citizen is still to be told: until then by who has settled it."""
    if ticket.taken_by == me:
        return Pile.MINE
    return Pile.WAITING if now < kept_until else Pile.NEW


async def look(
    inbox: Inbox, wanted: TicketFilter, of: Pile, me: str, page: int = 1, by_hand: bool = True
) -> Queue:
    """The pile *of* the caseworker *me*: urgent first, then by due time; what is done, the last first.

    A page behind the last is the last. Who looks at what is new has looked at the queue (see ``Inbox.list``),
    unless a program does it (not *by_hand*).
    """
    untold = await owed(inbox, wanted)
    found = await _undone(inbox, wanted, untold, me, by_hand and of is Pile.NEW)
    if of is Pile.DONE:
        settled, count = await _settled(inbox, wanted, untold, PAGE, (page - 1) * PAGE)
        if count and not settled:
            page = -(-count // PAGE)
            settled, count = await _settled(inbox, wanted, untold, PAGE, (page - 1) * PAGE)
        return Queue(of, settled, _counts(found, count), page=page)
    _, count = await _settled(inbox, wanted, untold, 0)
    queue = Queue(of, (), _counts(found, count), [ticket.code for ticket in found[of]])
    page = min(page, queue.pages)
    return replace(queue, page=page, tickets=found[of][(page - 1) * PAGE : page * PAGE])


async def everything(inbox: Inbox, wanted: TicketFilter, of: Pile, me: str) -> TicketFilter:
    """A filter that finds the whole pile *of*, to be exported."""
    untold = await owed(inbox, wanted)
    if of is Pile.DONE:
        tickets, _ = await _settled(inbox, wanted, untold, MOST_SETTLED)
    else:
        tickets = (await _undone(inbox, wanted, untold, me, by_hand=False))[of]
    return TicketFilter(codes=tuple(ticket.code for ticket in tickets), hidden=True)


async def _undone(
    inbox: Inbox, wanted: TicketFilter, untold: Sequence[Ticket], me: str, by_hand: bool
) -> Mapping[Pile, Sequence[Ticket]]:
    """What is to be done, by pile; whoever is still to be told comes first."""
    now, until = inbox.now(), await kept_until(inbox, untold)
    found: dict[Pile, list[Ticket]] = {of: [] for of in Pile}
    for ticket in untold:
        found[pile_of_owed(ticket, me, until.get(ticket.code, now), now)].append(ticket)
    undone = replace(wanted, states=(State.OPEN, State.TAKEN), hidden=True)
    for ticket in await inbox.list(undone, by_hand):
        found[pile_of(ticket, me, now)].append(ticket)
    return found


async def _settled(
    inbox: Inbox, wanted: TicketFilter, untold: Sequence[Ticket], most: int, skip: int = 0
) -> tuple[Sequence[Ticket], int]:
    narrowed = inbox.narrowed(wanted)
    without = [ticket.code for ticket in untold]
    return await inbox.store.settled(narrowed, most, skip, without) if narrowed else ((), 0)


def _counts(found: Mapping[Pile, Sequence[Ticket]], settled: int) -> Mapping[Pile, int]:
    return {of: settled if of is Pile.DONE else len(found[of]) for of in Pile}
