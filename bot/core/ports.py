"""The seams behind which storage stands: what the rest of the system may ask of it.

Every implementation passes the contract tests in ``tests/storage/``. All methods are coroutines; each
writing method is one durable transaction: when it returns, the effect survives ``kill -9`` and power
loss. Times are timezone-aware UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.core.alerts import Queue
from bot.core.audit import Act, Verdict
from bot.core.kept import Holding, Kept
from bot.core.ports_recall import Memory, Statistics
from bot.core.ports_running import Pulse, Steering
from bot.core.retention import Retirement
from bot.core.talk import ChatRef, Incoming, Later, Say, Session, Turn
from bot.core.tickets import Once, Rule, RuleForSome, Settlement, State, Ticket, TicketEvent
from bot.core.waiting import Delivery, DueTimer, Outgoing, Received


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


class Inbox(Protocol):
    """Events that were stored before they were confirmed to the channel."""

    async def receive(self, event: Received) -> bool:
        """Store *event*; False if its id was known before (then nothing is changed)."""

    async def refuse(self, event: Received, notice: Say) -> bool:
        """Remember *event* as refused: its payload is dropped and it is never handled.

        *notice* goes into the outbox unless the chat had one of that tag within the last minute.
        False if the event's id was known before (then nothing is changed).
        """

    async def waiting(self) -> Sequence[Received]:
        """All stored events without a saved turn, in the order of their receipt."""

    async def unheard_since(self) -> datetime | None:
        """When the oldest event that waits for its turn was stored; None if there is none."""

    async def set_aside(self, event_id: str, kind: str, error: str, at: datetime) -> bool:
        """Remember a poisonous event by id, kind and class of error only; False if known before."""


class Turns(Protocol):
    """What a turn needs and leaves behind."""

    async def session(self, chat: ChatRef) -> Session:
        """The chat's session, a new one if there is none.

        A chat that was forgotten begins with the turn number that it had then.
        """

    async def tickets_of(self, chat: ChatRef) -> tuple[Ticket, ...]:
        """The chat's tickets that are not forgotten, newest first."""

    async def reminders_of(self, chat: ChatRef) -> tuple[Later, ...]:
        """The reminders of appointments that the chat asked for, the earliest first."""

    async def fresh_code(self) -> str:
        """A random code that no ticket has."""

    async def save_turn(self, incoming: Incoming, turn: Turn, now: datetime) -> bool:
        """Save session, tickets, timers and messages, and blank the event: all in one transaction.

        *now* is the time of the commit; tickets are stored as the turn made them. False (and nothing
        changed) if the event's turn was saved before.

        Raises:
            StaleTicket: a ticket's version is not the stored one any more; nothing was saved.
        """


class Outbox(Protocol):
    """Messages until the channel has confirmed them, in order per chat."""

    async def to_send(self, channel: str, now: datetime, limit: int = 100) -> Sequence[Outgoing]:
        """The oldest unsent message of each chat of *channel* that may be sent at *now*."""

    async def sent(self, message_id: int, reference: str, now: datetime) -> None:
        """Confirmed by the channel, which calls it *reference*; its content is blanked."""

    async def postpone(self, message_id: int, until: datetime) -> None:
        """Not now: try again at *until* (counts an attempt)."""

    async def park(self, message_id: int, reason: str, now: datetime) -> None:
        """The channel will never take it (blocked, gone); ``reason`` is a word, never text."""

    async def waits_since(self, channel: str) -> datetime | None:
        """When the oldest unsent message was stored; None if there is none."""


class Timers(Protocol):
    async def due_timers(self, now: datetime) -> Sequence[DueTimer]:
        """Timers whose time has come; saving their turn (event id ``timer:<id>``) removes them."""


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

    async def settled(self, wanted: TicketFilter, most: int, skip: int = 0) -> tuple[Sequence[Ticket], int]:
        """Done and withdrawn tickets, the last settled first, at most *most* after the first *skip*; and
        how many there are. ``wanted.states`` and ``wanted.hidden`` have no effect."""

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


class Upkeep(Protocol):
    async def preview(self, now: datetime, days_done: int, days_open: int) -> Retirement:
        """What ``retire`` would destroy just now; nothing is changed."""

    async def retire(self, now: datetime, days_done: int, days_open: int, force: bool = False) -> int:
        """Destroy what is older than it may be; how many tickets went.

        Settled tickets after *days_done*, all others after *days_open*: their events stay for 12 months
        without details. Sessions 24 hours after their last turn (language and style stay for 12 months);
        events and sent messages after 48 hours; questions asked in vain after 30 days. *force*: somebody
        has seen the preview and answers for it.

        Raises:
            RetentionRefused: the clock is doubted, and nothing was destroyed; or too many tickets would
                go at once, and all but them was. See ``core/retention``.
        """


class Rights(Protocol):
    """What a person may demand who asks at the counter: to see what is kept, and to be forgotten."""

    async def holding_of(self, code: str) -> Holding | None:
        """What hangs on the chat of this ticket; None if the ticket leads to no chat any more.

        Raises:
            UnknownTicket: there is none with this code.
        """

    async def holdings_with(self, phone: str) -> Sequence[Holding]:
        """What hangs on the chats in which this number (E.164) stands in a ticket or a draft."""

    async def disclose(self, key: str, by: str, now: datetime) -> Kept:
        """All that is kept of the chat. That *by* has seen it stands in its tickets' history."""

    async def forget(self, key: str, by: str, now: datetime) -> None:
        """The effect of ``ForgetMe``, for all that was received until now; nothing is said to the chat.

        *by* stands in the tickets' history.
        """


class Alerts(Protocol):
    """What staff were told by mail, and whether they look at their queues."""

    async def notified(self) -> frozenset[str]:
        """The keys of all mails that were sent (see ``core.alerts``)."""

    async def mark_notified(self, keys: Collection[str], at: datetime) -> None:
        """The mail server has taken mails with these keys; known ones stay as they are."""

    async def mark_seen(self, offices: Collection[str], at: datetime) -> None:
        """Somebody looked at the queues of these offices."""

    async def seen(self) -> Mapping[str, datetime]:
        """When the queue of an office was opened last; offices that never were are left out."""

    async def queue(self, office: str, now: datetime) -> Queue:
        """What ``core.alerts.asleep`` wants to know of an office; for an unknown one an empty queue."""


class Audit(Protocol):
    """What staff did, append-only: each act is sealed together with the one before.

    Looks at personal fields and moves of tickets record themselves, in their own transaction: whatever
    stands in a ticket's history by somebody who is neither the citizen nor the bot. ``record`` is for
    the rest.
    """

    async def record(self, act: Act) -> None:
        """Append *act*."""

    async def acts(self, before: int = 0, limit: int = 100) -> Sequence[tuple[int, Act]]:
        """The newest acts with their numbers, newest first; with *before* those with smaller numbers."""

    async def audited(self, noted: str = "") -> Verdict:
        """Whether anything was changed, removed, put in or cut off since it was recorded.

        *noted*: a mark from an earlier verdict or from the log, which the record must go on from.
        """


class Store(
    Inbox,
    Turns,
    Outbox,
    Timers,
    Tickets,
    Overview,
    Answers,
    Upkeep,
    Rights,
    Alerts,
    Memory,
    Audit,
    Statistics,
    Steering,
    Pulse,
    Protocol,
):
    """All of it; one object per process."""

    async def close(self) -> None: ...
