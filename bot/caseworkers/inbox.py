"""The service behind every window at which caseworkers work: list, show, take, release, close."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.caseworkers.literal import literal
from bot.core import tickets
from bot.core.calendar import OfficeCalendar
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import TicketFilter, Tickets
from bot.core.tickets import Change, Outcome, Rule, State, Ticket, TicketEvent
from bot.errors import BotError

LEASE = timedelta(hours=4)
"""Working time for which a taken ticket stays with its caseworker."""
NAME_LENGTH = 60
RESERVED_NAMES = frozenset({"citizen", "bot"})
"""They mean something else in the history of a ticket."""


class WrongUse(BotError):
    """What a caseworker typed can mean nothing here; the text says what would."""


class CodeWrong(WrongUse):
    """Not of the form of a ticket's code."""

    def __init__(self, typed: str) -> None:
        self.typed = literal(typed)[:20]
        super().__init__(
            f"„{self.typed}“ ist keine Nummer einer Nachricht. Eine Nummer hat sechs Zeichen ohne I, L, O, 0 "
            "und 1, zum Beispiel K7M-3PQ. Alle zeigt: inbox list"
        )


class NameWrong(WrongUse):
    """No name under which a caseworker could hold a ticket."""

    def __init__(self, typed: str) -> None:
        self.typed = typed[:NAME_LENGTH]
        reason = f"„{self.typed}“ geht als Name nicht" if typed else "Es fehlt Ihr Name"
        super().__init__(
            f"{reason}. Bitte so angeben: --as NAME (höchstens {NAME_LENGTH} Zeichen), oder BOT_CASEWORKER."
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A ticket as it stands with its history, oldest first; personal fields only if ``revealed``."""

    ticket: Ticket
    events: Sequence[TicketEvent]
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A ticket after a move; ``told``: the citizen gets a message about it."""

    ticket: Ticket
    told: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """What caseworkers may see and do.

    Codes are taken as people write them (``K7M-3PQ``, ``k7m3pq``); ``by`` is a caseworker's name.
    Tickets come back as they stand now: one whose lease has run out is open again and keeps in
    ``taken_by`` and ``lease_until`` who had it until when. Name, phone, reason and text are empty
    everywhere except in ``show`` with *reveal*.
    """

    store: Tickets
    now: Callable[[], datetime]
    kb: KnowledgeBase = field(default_factory=KnowledgeBase)
    lease: timedelta = LEASE

    async def list(self, wanted: TicketFilter) -> Sequence[Ticket]:
        """The wanted tickets, urgent first, then by due time.

        ``wanted.taken_by`` also finds tickets whose lease has run out.
        """
        now = self.now()
        # The store knows no run-out leases: those tickets are stored as taken and stand as open.
        stored = (*wanted.states, State.TAKEN) if State.OPEN in wanted.states else wanted.states
        found = await self.store.tickets(replace(wanted, states=tuple(dict.fromkeys(stored))), now)
        standing = (as_it_stands(without_personal(ticket), now) for ticket in found)
        return tuple(ticket for ticket in standing if not wanted.states or ticket.state in wanted.states)

    async def show(self, code: str, by: str, reveal: bool = False) -> Shown:
        """One ticket with its history. Who reveals personal fields stands in the history first.

        Raises:
            CodeWrong, NameWrong: see there; a name is needed only to reveal.
            UnknownTicket: there is none.
        """
        stored = _stored(code)
        ticket = await self.store.ticket(stored)
        if reveal and not ticket.forgotten:
            await self.store.log_event(stored, TicketEvent(self.now(), caseworker(by), "revealed"))
            # Once more: the citizen may have deleted everything a moment ago.
            ticket = await self.store.ticket(stored)
        standing = as_it_stands(ticket if reveal else without_personal(ticket), self.now())
        return Shown(standing, await self.store.events(stored), reveal)

    async def take(self, code: str, by: str) -> Moved:
        """The ticket is *by*'s for the lease; taking one's own again renews it.

        Raises:
            CodeWrong, NameWrong, UnknownTicket: see there.
            AlreadyTaken: another caseworker holds it.
            MoveRefused: it is settled.
        """
        now, name = self.now(), caseworker(by)
        return await self._move(
            code, lambda ticket: tickets.taken(ticket, name, now, self._lease_end(ticket.office, now))
        )

    async def release(self, code: str, by: str) -> Moved:
        """The ticket is open for everybody again.

        Raises:
            CodeWrong, NameWrong, UnknownTicket: see there.
            AlreadyTaken: another caseworker holds it.
            MoveRefused: nobody holds it, or it is settled.
        """
        now, name = self.now(), caseworker(by)
        return await self._move(code, lambda ticket: tickets.released(ticket, name, now))

    async def close(self, code: str, outcome: Outcome, by: str) -> Moved:
        """The ticket is settled with *outcome*; an open one need not be taken first.

        Raises:
            CodeWrong, NameWrong, UnknownTicket: see there.
            AlreadyTaken: another caseworker holds it.
            MoveRefused: it is settled already.
        """
        now, name = self.now(), caseworker(by)
        return await self._move(code, lambda ticket: tickets.closed(ticket, outcome, name, now))

    async def _move(self, code: str, move: Rule) -> Moved:
        told = False

        def rule(ticket: Ticket) -> Change:
            nonlocal told
            change = move(ticket)
            told = bool(change.says)
            return change

        ticket = await self.store.change_ticket(_stored(code), rule)
        return Moved(without_personal(ticket), told)

    def _lease_end(self, office_id: str, at: datetime) -> datetime:
        office = self.kb.office(office_id)
        calendar = OfficeCalendar.of(office.hours, office.closed_days) if office else OfficeCalendar.of()
        return calendar.plus_working_time(at, self.lease)


def as_it_stands(ticket: Ticket, at: datetime) -> Ticket:
    """*ticket*, open again if its lease has run out; after a call attempt it stays with its caseworker."""
    ran_out = ticket.state is State.TAKEN and not ticket.is_held(at) and ticket.attempts == 0
    return replace(ticket, state=State.OPEN) if ran_out else ticket


def without_personal(ticket: Ticket) -> Ticket:
    """*ticket* without what storage seals; the reason belongs to it, for it may hint at an illness."""
    return replace(ticket, name="", phone="", reason="", text="")


def caseworker(name: str) -> str:
    """*name* as it stands in the history.

    Raises:
        NameWrong: it is empty, too long, or means the citizen or the bot there.
    """
    plain = literal(name)
    if not plain or len(plain) > NAME_LENGTH or plain.casefold() in RESERVED_NAMES:
        raise NameWrong(plain)
    return plain


def _stored(code: str) -> str:
    parsed = tickets.parse_code(code)
    if not parsed:
        raise CodeWrong(code)
    return parsed
