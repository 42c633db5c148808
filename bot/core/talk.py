"""The values of a conversation: what comes in, what is said, what is remembered, what is ordered.

All times are timezone-aware UTC. All values are frozen; sequences are tuples, so that a turn can be
stored, replayed and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Finder
from bot.core.questions import AskedInVain, Counted
from bot.core.steering import StandingOrders
from bot.core.tickets import Ticket, TicketEvent

Arg = str | int | datetime | date
"""What a phrase may be filled with. Dates and times are formatted in the citizen's language."""

OTHER_LANGUAGES = ("uk", "en", "ru", "tr", "ar", "pl")
"""In these the bot says that it answers in German, and what became of a message."""


@dataclass(frozen=True, slots=True)
class ChatRef:
    """Where a citizen is reached: ``channel`` ("telegram", "terminal") and the address in it."""

    channel: str
    address: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number shared by button; ``own`` only if it is the sender's and was not forwarded."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened in a chat.

    Exactly one of ``text``, ``choice``, ``contact``, ``timer`` and ``unsupported`` is filled; beside
    ``unsupported`` (a photo, a voice message, a changed message) ``text`` holds its words, in which only
    danger is looked for.
    ``at`` is the writer's time for messages and the time of receipt for choices and timers.
    ``name`` is the profile's name and ``language`` its two-letter code: hints, never stored as such.
    """

    chat: ChatRef
    at: datetime
    event_id: str
    text: str = ""
    choice: str = ""
    contact: Contact | None = None
    timer: str = ""
    ticket: str = ""
    unsupported: str = ""
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key of the program's texts with what fills it; renders to one paragraph.

    ``language`` overrides the message's.
    """

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. Its ``value`` is what it means (ASCII, short); the label is a key or a ready text.

    ``token`` is what the channel sends back: flow, step, turn and value; the dialogue fills it in.
    ``kind`` "contact" asks the phone for its number, "link" opens ``value``.
    """

    value: str
    key: str = ""
    text: str = ""
    args: Mapping[str, Arg] = field(default_factory=dict)
    kind: Literal["button", "contact", "link"] = "button"
    style: Literal["", "primary", "success", "danger"] = ""
    means: Literal["", "yes", "no"] = ""
    """A typed "ja" or "nein" means this choice."""
    token: str = ""


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """One message to a citizen: paragraphs, then buttons.

    ``parts`` are phrases of the program or ready texts of the knowledge base (``str``, in the
    light markup of ``faq/``: ``*bold*``, lists, links). A message with ``replaces`` edits the newest
    message of that ``tag`` instead of adding one. ``clear_keyboard`` takes a phone keyboard away.
    ``language`` overrides the session's ("de", "de-simple", "en", ...).
    """

    parts: tuple[Phrase | str, ...]
    rows: Rows = ()
    tag: str = ""
    replaces: str = ""
    clear_keyboard: bool = False
    language: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for row in self.rows for choice in row)


@dataclass(frozen=True, slots=True)
class Session:
    """What is remembered of one chat between two messages. Everything has a default: a new chat."""

    turn: int = 0
    met: bool = False
    language: str = "de"
    simple: bool = False
    flow: str = ""
    step: str = ""
    began: int = 0
    """The turn in which the running flow began: choices older than that belong to an older draft."""
    draft: Mapping[str, str] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    """Names of the filled fields in the order in which they were filled."""
    paused: bool = False
    """A safety text was sent: the draft goes on only by [Weitermachen]."""
    offers: tuple[Choice, ...] = ()
    """The newest offer: its choices can be typed."""
    entry: str = ""
    asked_back: int = 0
    considered: Mapping[str, float] = field(default_factory=dict)
    """When the bot has asked back: the entries that came into question with their confidence; those that
    the citizen did not mean with 0."""
    misses: int = 0
    town: str = ""
    safety_at: datetime | None = None
    safety_kind: str = ""
    reminding_at: datetime | None = None
    """When the citizen asked last for a reminder: after signs of danger, it is wanted all the same."""
    unsafe: bool = False
    """There were signs of violence: before a call its safety is asked for."""
    summary_out: bool = False
    """A summary with details stands in the chat; it is edited away when the talk goes on."""
    keyboard_out: bool = False
    """The phone shows the keyboard that shares the number."""
    sent_code: str = ""
    sent_from: int = 0
    sent_until: int = 0
    """Code of the newest ticket and the turns of the draft that became it."""
    unsupported_at: datetime | None = None
    banners: tuple[int, ...] = ()
    """Banners that the chat was told on the day ``banners_on`` (in Borken)."""
    banners_on: date | None = None
    heard: str = ""
    """The language other than German in which the citizen wrote last."""
    asked: str = ""
    """The newest question, redacted, as long as what is pressed can be about it."""
    rated: tuple[str, ...] = ()
    """What was said of the newest answer (``flows.counting.once``): a button pressed twice counts once."""

    @property
    def locale(self) -> str:
        """The language of the texts: "de-simple" where Einfache Sprache is wished."""
        return "de-simple" if self.language == "de" and self.simple else self.language

    @property
    def written_to(self) -> str:
        """The language in which the citizen is told what became of a message."""
        return self.heard if self.heard in OTHER_LANGUAGES else self.locale


@dataclass(frozen=True, slots=True)
class SaveTicket:
    """Store this ticket (new, or changed since it was read: its version is checked) with its event."""

    ticket: Ticket
    event: TicketEvent


@dataclass(frozen=True, slots=True)
class Later:
    """Come back as ``Incoming(timer=name, ticket=ticket)`` at this time."""

    at: datetime
    name: str
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class CancelTimers:
    """Forget the timers of a ticket, or with this ``name``; without either, of the whole chat."""

    ticket: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Destroy everything personal of this chat: drafts, names, numbers, texts, unsent messages."""


Order = SaveTicket | Later | CancelTimers | ForgetMe | Counted | AskedInVain


@dataclass(frozen=True, slots=True)
class Turn:
    """What one step decided: the new session, what is said, what is to be stored."""

    session: Session
    says: tuple[Say, ...] = ()
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The operator's settings that decide what is said.

    ``takes_details``: name and number are taken in the chat. ``shows_unsigned``: answers that nobody
    at the authority has signed are given too. ``days_kept``: how long settled tickets stay;
    ``days_longest``: how long any ticket stays.
    """

    trial: bool = True
    takes_details: bool = True
    shows_unsigned: bool = True
    days_kept: int = 30
    days_longest: int = 90
    controller: str = ""
    privacy_contact: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """All that a step may look at besides the session and the message.

    ``now`` is the time at which the turn will be stored: tickets and due times count from it.
    ``words`` renders a phrase in a locale. ``tickets`` are the chat's own, newest first, ``reminders``
    the timers that it asked for, the earliest first, and ``code`` a fresh one. ``asleep`` are the offices
    whose queue nobody has opened for days. ``standing`` is what leads have ordered. ``shares_contact``: the
    channel can send a phone number by button.
    """

    kb: KnowledgeBase
    finder: Finder
    words: Callable[[Phrase, str], str]
    now: datetime
    rules: Rules = field(default_factory=Rules)
    tickets: tuple[Ticket, ...] = ()
    reminders: tuple[Later, ...] = ()
    code: str = ""
    asleep: frozenset[str] = frozenset()
    standing: StandingOrders = field(default_factory=StandingOrders)
    shares_contact: bool = False

    def label(self, choice: Choice, locale: str) -> str:
        """The text of a button."""
        return choice.text or self.words(Phrase(choice.key, choice.args), locale)
