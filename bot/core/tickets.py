"""Tickets: a citizen's wishes, and the states they go through. Their moves stand in ``moves``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.talk import Later, Say

CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1: they are mixed up on the phone."""
CODE_LENGTH = 6
OPEN_PER_CHAT = 3
PER_DAY = 5


class Kind(StrEnum):
    PHONE_CALL = "phone_call"
    RESCHEDULE = "reschedule"
    MISSED = "missed_appointment"


class State(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """How a ticket was settled."""

    REACHED = "reached"
    CALLED = "called"
    CAME = "came"
    NOT_OURS = "not_ours"
    DUPLICATE = "duplicate"
    MOVED = "moved"
    NOT_MOVED = "not_moved"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A citizen's wish that a human must act on ("Anliegen").

    ``code`` is what the citizen sees: 6 characters, no look-alikes. ``office`` is an id of
    ``faq/offices.yaml``, ``topic`` a coarse topic (id of an entry or of the flow's list). ``wish`` is
    "asap", "mornings", "afternoons", an ISO date, or half of one ("2026-11-24 mornings"). ``phone`` is
    E.164 or empty, ``phone_own`` says that Telegram vouches for it. ``name``, ``phone`` and ``text`` are
    personal: storage encrypts them and after a deletion they are empty. Times are timezone-aware UTC;
    pages show them in Europe/Berlin. ``version`` counts the moves; a new ticket has 1.
    """

    code: str
    kind: Kind
    office: str
    created_at: datetime
    due_at: datetime
    state: State = State.OPEN
    promised_until: datetime | None = None
    """By when a call was promised to the citizen; None: no time was named."""
    topic: str = ""
    urgent: bool = False
    wish: str = "asap"
    appointment_at: datetime | None = None
    appointment_time_known: bool = True
    """False: only the day is known, and ``appointment_at`` is the beginning of work on it."""
    reason: str = ""
    name: str = ""
    phone: str = ""
    phone_own: bool = False
    call_safe: bool = True
    """False: after signs of violence the citizen said that a call to this number is not safe."""
    text: str = ""
    language: str = "de"
    """The locale in which the citizen is written to."""
    interpreter: str = ""
    """Language code in which the citizen needs help in the conversation; empty: none."""
    not_before: datetime | None = None
    forwarded_at: datetime | None = None
    """Since when it lies at this office, if another one has forwarded it."""
    attempts: int = 0
    taken_by: str = ""
    lease_until: datetime | None = None
    read_told: bool = False
    outcome: Outcome | None = None
    forgotten: bool = False
    version: int = 1

    @property
    def is_settled(self) -> bool:
        return self.state in (State.DONE, State.WITHDRAWN)

    def is_held(self, at: datetime) -> bool:
        """Whether a caseworker holds it and the lease has not run out at *at*."""
        return self.state is State.TAKEN and (self.lease_until is None or at < self.lease_until)


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """One move of a ticket, never changed afterwards. ``who``: "citizen", "bot" or a caseworker's name."""

    at: datetime
    who: str
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """When a ticket was settled, and the detail of its closing; by whom stands in its history only."""

    at: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a move does: the new ticket, its event, and what the citizen hears.

    ``note`` is what somebody wrote down when they made it; it stands in the history before the event.
    """

    ticket: Ticket
    event: TicketEvent
    says: tuple[Say, ...] = ()
    timers: tuple[Later, ...] = ()
    note: TicketEvent | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """How *by* held the ticket before a colleague returned it; ``version`` is the one after that.

    With ``lease_until`` it was taken, without it rested until ``not_before``.
    """

    code: str
    by: str
    version: int
    lease_until: datetime | None
    not_before: datetime | None


@dataclass(frozen=True, slots=True)
class Once:
    """A request that is sent again if its answer was not heard, and shall act once.

    ``key`` is its own, among all that ever ask; ``request`` is everything that was asked (of both only an
    HMAC is kept). ``answer`` makes of the change what is answered; nothing personal may stand in it.
    """

    key: str
    request: str
    answer: Callable[[Change], str]


Rule = Callable[[Ticket], Change]
"""A move, ready to be run on the ticket as it stands in the database."""

RuleForSome = Callable[[Ticket], Change | None]
"""A move of many tickets; None: this one stays as it is."""


def shown(code: str) -> str:
    """The code as people read it: ``K7M-3PQ``."""
    return f"{code[:3]}-{code[3:]}"


def parse_code(text: str) -> str:
    """The code in *text* as stored: ``k7m-3pq`` becomes ``K7M3PQ``. Empty if it is none."""
    code = "".join(character for character in text.upper() if character.isalnum())
    fits = len(code) == CODE_LENGTH and all(character in CODE_ALPHABET for character in code)
    return code if fits else ""
