"""What is kept of one chat: for the person who asks at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.questions import InVain
from bot.core.talk import ChatRef, Later, Say, Session
from bot.core.tickets import Ticket, TicketEvent


@dataclass(frozen=True, slots=True)
class Holding:
    """What hangs on one chat, in numbers and codes: nothing in it is personal.

    ``key`` names the chat for ``disclose`` and ``forget``. ``codes`` are its tickets that are not
    forgotten, newest first. ``talking``: more than language and style is remembered of the conversation.
    ``unsent`` are messages on their way to the chat, ``unheard`` events from it that wait for their turn,
    ``in_vain`` redacted questions that editors may read.
    """

    key: str
    channel: str
    codes: tuple[str, ...]
    talking: bool
    timers: int
    unsent: int
    unheard: int
    in_vain: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept of one chat. What cannot be read is left out.

    ``tickets`` come with their history, newest first; ``unheard`` are events in the channel's own form;
    ``turned_at`` is the time of the last turn.
    """

    chat: ChatRef | None
    session: Session
    turned_at: datetime | None
    tickets: tuple[tuple[Ticket, tuple[TicketEvent, ...]], ...]
    timers: tuple[Later, ...]
    unsent: tuple[Say, ...]
    unheard: tuple[str, ...]
    in_vain: tuple[InVain, ...] = ()
