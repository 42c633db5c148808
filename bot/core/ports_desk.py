"""The seams to tickets, for those who work on them: what they see and do. See ``ports`` for the rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.core.tickets import Once, Outcome, Rule, RuleForSome, Settlement, State, Ticket, TicketEvent
from bot.core.waiting import Delivery


@dataclass(frozen=True, slots=True)
class TicketFilter:
    """Which tickets a caseworker wants to see; empty fields mean all, but no ``codes`` no ticket.

    ``languages`` finds what citizens are written to in, and what they need help in; ``appointments`` those
    with an appointment from the first time on and before the second.
    """

    states: tuple[State, ...] = ()
    offices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    codes: tuple[str, ...] | None = None
    appointments: tuple[datetime, datetime] | None = None
    taken_by: str = ""
    urgent: bool = False
    hidden: bool = False
    """Also those whose ``not_before`` lies in the future."""


@dataclass(frozen=True, slots=True)
class InUse:
    """What stands in tickets, as choices for a filter; ``languages`` as in ``TicketFilter``."""

    topics: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


class Tickets(Protocol):
    """What caseworkers see and do."""

    async def tickets(self, wanted: TicketFilter, now: datetime) -> Sequence[Ticket]:
        """Matching tickets: urgent first, then by due time, then by age.

        Name, phone, reason and text are left empty: nothing sealed is opened.
        """

    async def ticket(self, code: str) -> Ticket:
        """The ticket with this code.

        Raises:
            UnknownTicket: there is none.
        """

    async def events(self, code: str) -> Sequence[TicketEvent]:
        """What happened to it, oldest first; of a ticket that is gone, what is left without details."""

    async def others_of(self, code: str) -> Sequence[Ticket]:
        """The other tickets of the chat from which this one came, newest first, without personal fields.

        None if it leads to no chat any more, or there is no such ticket.
        """

    async def deliveries(self, code: str) -> Sequence[Delivery]:
        """The messages about this ticket of the last two days, and what still waits, oldest first."""

    async def keepers(self, offices: Collection[str], now: datetime) -> frozenset[str]:
        """The names of those who have taken or put aside a ticket of these offices (none: of all)."""

    async def change_ticket(self, code: str, rule: Rule, once: Once | None = None) -> Ticket:
        """Run *rule* on the ticket inside the write transaction and store what it says.

        Whatever the rule raises leaves everything as it was. With *once* its answer is stored along with
        the change, and a second time nothing changes.

        Raises:
            AnsweredBefore, KeyReused: *once* came before; see ``Answers``.
        """

    async def change_tickets(self, codes: Collection[str], rule: RuleForSome) -> Sequence[Ticket]:
        """Run *rule* on all these tickets in one transaction; those that it changed, as they are now.

        Codes that are unknown are left out. Whatever the rule raises leaves everything as it was.
        """

    async def log_event(self, code: str, event: TicketEvent) -> None:
        """Append an event that changes nothing, such as "revealed"."""


class Overview(Protocol):
    """Many tickets at once, as pages want them. Only ``revealed`` gives personal fields away."""

    async def settled(
        self, wanted: TicketFilter, most: int, skip: int = 0, without: Collection[str] = ()
    ) -> tuple[Sequence[Ticket], int]:
        """Done and withdrawn tickets, the last settled first, at most *most* after the first *skip*; and
        how many there are. ``wanted.states`` and ``wanted.hidden`` have no effect; the codes *without* are
        left out."""

    async def untold(
        self, wanted: TicketFilter, news: Collection[Outcome], lost: Collection[Outcome]
    ) -> Sequence[Ticket]:
        """Done tickets without an event "told": those with an outcome among *news*, and those with one among
        *lost* whose chat has not taken the last message, or is told nothing. By due time, without personal
        fields; ``wanted.states`` and ``wanted.hidden`` have no effect."""

    async def settlements(self, codes: Collection[str]) -> Mapping[str, Settlement]:
        """How those of these tickets that are settled came to it, by their codes."""

    async def in_order(
        self, wanted: TicketFilter, after: tuple[datetime, str] | None, most: int
    ) -> Sequence[Ticket]:
        """Matching tickets in the order in which they were made, at most *most* after the one that was made
        *then* and bears that code; also those that rest. No personal fields."""

    async def in_use(self, offices: Collection[str]) -> InUse:
        """What stands in the tickets of these offices; of all if there are none."""

    async def sought(
        self,
        offices: Collection[str],
        field: Literal["name", "phone"],
        fits: Callable[[str], bool],
        most: int,
    ) -> Sequence[Ticket]:
        """Tickets of these offices (none: of all) whose *field* fits, the newest first, at most *most*.

        Looks through the newest 10,000 that still have one.
        """

    async def revealed(self, codes: Collection[str], event: TicketEvent) -> Sequence[Ticket]:
        """These tickets, in this order, with their personal fields; *event* stands in the history of each.

        What the citizen had deleted gets no event. What cannot be read comes without personal fields.
        """


class Answers(Protocol):
    """What was answered to requests that act once, for 24 hours."""

    async def answered(self, once: Once) -> str | None:
        """The answer to this request; None if it never came.

        Raises:
            KeyReused: its key stood for another request.
        """

    async def remember(self, once: Once, answer: str) -> None:
        """This was answered, and nothing was changed. What was remembered before stays."""
