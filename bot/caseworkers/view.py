"""What caseworkers may see: queues, single tickets, and both with personal fields, which is recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol, Self

from bot.caseworkers import leases, typed
from bot.caseworkers.leases import as_it_stands
from bot.caseworkers.typed import caseworker
from bot.core import moves
from bot.core.audit import Act, Deed
from bot.core.calendar import OfficeCalendar
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.ports import Alerts, Audit
from bot.core.ports_desk import Answers, Overview, TicketFilter, Tickets
from bot.core.ports_recall import Questions
from bot.core.tickets import Change, State, Ticket, TicketEvent, shown
from bot.errors import NotStored, UnknownTicket

LEASE = timedelta(hours=4)
"""Working time for which a taken ticket stays with its caseworker."""
_AT_ONCE = 100
"""Tickets that are opened in one transaction: the bot waits no longer than that."""


class Desk(Tickets, Answers, Overview, Alerts, Audit, Questions, Protocol):
    """What caseworkers need of the store."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A ticket as it stands with its history, oldest first; personal fields only if ``revealed``."""

    ticket: Ticket
    events: Sequence[TicketEvent]
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """The tickets of some offices, and no others.

    Codes are taken as people write them (``K7M-3PQ``, ``k7m3pq``); ``by`` is a caseworker's name.
    Tickets come back as they stand now: one whose lease has run out is open again and keeps in
    ``taken_by`` and ``lease_until`` who had it until when. Name, phone, reason and text are empty
    everywhere except in ``show`` and ``export`` with *reveal*. With ``offices`` no other tickets exist
    than those of these offices: any other code is unknown.
    """

    store: Desk
    now: Callable[[], datetime]
    kb: KnowledgeBase = field(default_factory=KnowledgeBase)
    lease: timedelta = LEASE
    offices: frozenset[str] | None = None

    def within(self, offices: frozenset[str] | None) -> Self:
        """The same for somebody of these offices; None: of all."""
        return replace(self, offices=offices)

    def sees(self, ticket: Ticket) -> bool:
        """Whether *ticket* exists here."""
        return self.offices is None or ticket.office in self.offices

    async def list(self, wanted: TicketFilter, by_hand: bool = True) -> Sequence[Ticket]:
        """The wanted tickets, urgent first, then by due time.

        ``wanted.taken_by`` also finds tickets whose lease has run out. Who asks for an office by name and
        finds open tickets has looked at its queue. A list of all offices is no look at any of them, nor is
        what a program lists (not *by_hand*): one central list would hide that a whole office sleeps.
        """
        now = self.now()
        # The store knows no run-out leases: those tickets are stored as taken and stand as open.
        stored = (*wanted.states, State.TAKEN) if State.OPEN in wanted.states else wanted.states
        narrowed = self.narrowed(wanted)
        if narrowed is None:
            return ()
        found = await self.store.tickets(replace(narrowed, states=tuple(dict.fromkeys(stored))), now)
        standing = [as_it_stands(ticket, now) for ticket in found]
        listed = tuple(ticket for ticket in standing if not wanted.states or ticket.state in wanted.states)
        if by_hand and narrowed.offices:
            await self._seen({ticket.office for ticket in listed if ticket.state is State.OPEN})
        return listed

    async def page(self, state: State, after: tuple[datetime, str] | None, most: int) -> Sequence[Ticket]:
        """Tickets that stand so, in the order in which they were made, after the one that was made *then* and
        bears that code; also those that rest. It is no look at a queue: programs read on so."""
        now, found = self.now(), list[Ticket]()
        # The store knows no run-out leases: those tickets are stored as taken and stand as open.
        states = (state, State.TAKEN) if state is State.OPEN else (state,)
        narrowed = self.narrowed(TicketFilter(states=states))
        while narrowed and len(found) < most:
            stored = await self.store.in_order(narrowed, after, most)
            standing = (as_it_stands(ticket, now) for ticket in stored)
            found += [ticket for ticket in standing if ticket.state is state]
            if len(stored) < most:
                break
            after = (stored[-1].created_at, stored[-1].code)
        return found[:most]

    async def show(
        self,
        code: str,
        by: str,
        reveal: bool = False,
        by_hand: bool = True,
        again_after: timedelta = timedelta(0),
    ) -> Shown:
        """One ticket with its history. Who reveals personal fields stands in the history first.

        Looks of one person within *again_after* stand there once, and in the audit each.
        It is a look at the office's queue, but not if a program reads it (not *by_hand*).

        Raises:
            CodeWrong, NameWrong: see there; a name is needed only to reveal.
            UnknownTicket: there is none.
        """
        stored = typed.code(code)
        ticket = self._here(await self.store.ticket(stored))
        if by_hand:
            await self._seen({ticket.office})
        if reveal and not ticket.forgotten:
            # As it is then: the citizen may have deleted everything a moment ago.
            ticket = await self._looked_at(stored, caseworker(by), again_after)
        standing = as_it_stands(ticket if reveal else without_personal(ticket), self.now())
        return Shown(standing, await self.store.events(stored), reveal)

    async def _looked_at(self, code: str, by: str, again_after: timedelta) -> Ticket:
        event = TicketEvent(self.now(), by, "revealed")
        for past in reversed(await self.store.events(code)):
            if (past.who, past.what) == (by, event.what) and event.at - past.at < again_after:
                await self.store.record(Act(event.at, by, event.what, code))
                return self._here(await self.store.ticket(code))
        return await self.store.change_ticket(
            code, lambda current: self._recorded(self._here(current), event)
        )

    async def export(self, wanted: TicketFilter, by: str, reveal: bool = False) -> Sequence[Ticket]:
        """As ``list``, but no look at a queue; with *reveal* name, number, reason and text too, an event
        for each ticket. The audit knows of each export.

        Raises:
            NameWrong: see there; a name is needed only to reveal.
        """
        name = caseworker(by) if reveal else literal(by)[: typed.NAME_LENGTH]
        found = await self.list(wanted, by_hand=False)
        done = "with names" if reveal else "without names"
        await self.store.record(Act(self.now(), name, Deed.EXPORTED, detail=f"{len(found)} {done}"))
        if not reveal:
            return found
        return await self.opened(found, TicketEvent(self.now(), name, "exported"))

    async def opened(self, listed: Sequence[Ticket], event: TicketEvent) -> Sequence[Ticket]:
        """The listed tickets as they are now, with personal fields; *event* stands in the history of each.

        Without them where they were deleted or cannot be read; what has left these offices is left out.
        """
        found: list[Ticket] = []
        for start in range(0, len(listed), _AT_ONCE):
            codes = [ticket.code for ticket in listed[start : start + _AT_ONCE]]
            found += await self.store.revealed(codes, event)
        return [as_it_stands(ticket, event.at) for ticket in found if self.sees(ticket)]

    def _recorded(self, ticket: Ticket, event: TicketEvent) -> Change:
        """*ticket* with *event*; it is an act on the ticket, so its holder's lease begins anew."""
        if not leases.holds(event.who, ticket, event.at):
            return Change(ticket, event)
        return self._timed(leases.renewed(ticket, event, self.lease_end(ticket.office, event.at)))

    def _here(self, ticket: Ticket) -> Ticket:
        """*ticket*, if it is one of these offices'.

        Raises:
            UnknownTicket: it is not; nobody learns that there is one.
        """
        if not self.sees(ticket):
            raise UnknownTicket(shown(ticket.code))
        return ticket

    def narrowed(self, wanted: TicketFilter) -> TicketFilter | None:
        """*wanted*, of this inbox's offices only; None if that leaves no office."""
        if self.offices is None:
            return wanted
        offices = self.offices.intersection(wanted.offices) if wanted.offices else self.offices
        return replace(wanted, offices=tuple(sorted(offices))) if offices else None

    async def _seen(self, offices: set[str]) -> None:
        """Somebody looks at these offices' queues (see ``core.alerts``)."""
        if offices:
            with suppress(NotStored):  # who can read shall read, also while nothing can be stored
                await self.store.mark_seen(offices, self.now())

    def _timed(self, change: Change) -> Change:
        """*change* with the timers of its new state: storing it ends those of the old one."""
        return moves.timed(change, self.calendar(change.ticket.office))

    def lease_end(self, office_id: str, at: datetime) -> datetime:
        """Until when a ticket of the office that is taken at *at* stays with its caseworker."""
        return self.calendar(office_id).plus_working_time(at, self.lease)

    def calendar(self, office_id: str) -> OfficeCalendar:
        """When the office works; the usual hours if it is not known."""
        office = self.kb.office(office_id)
        return OfficeCalendar.of(office.hours, office.closed_days) if office else OfficeCalendar.of()


def without_personal(ticket: Ticket) -> Ticket:
    """*ticket* without what storage seals; the reason belongs to it, for it may hint at an illness."""
    return replace(ticket, name="", phone="", reason="", text="")
