"""The seams behind which storage stands: what the rest of the system may ask of it.

Every implementation passes the contract tests in ``tests/storage/``. All methods are coroutines; each
writing method is one durable transaction: when it returns, the effect survives ``kill -9`` and power
loss. Times are timezone-aware UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.alerts import Queue
from bot.core.audit import Act, Verdict
from bot.core.kept import Holding, Kept
from bot.core.ports_desk import Answers, Overview, Tickets
from bot.core.ports_recall import Memory, Statistics
from bot.core.ports_running import Pulse, Steering
from bot.core.retention import Retirement
from bot.core.talk import ChatRef, Incoming, Later, Say, Session, Turn
from bot.core.tickets import Ticket
from bot.core.waiting import DueTimer, Outgoing, Received


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
