"""What waits in the store for its turn or its way: events, messages, timers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.core.talk import ChatRef, Say


@dataclass(frozen=True, slots=True)
class Received:
    """One event of the inbox as it waits for its turn.

    ``event_id`` is unique for ever (the channel makes it from its own ids; storage keeps an HMAC of
    it). ``payload`` is the channel's own form of the event; it is encrypted and blanked when its turn
    is saved.
    """

    chat: ChatRef
    event_id: str
    at: datetime
    payload: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way: ``id`` ascends within a chat. ``edits`` is the channel's own reference of
    the message that ``say.replaces`` names, empty if there is none."""

    id: int
    chat: ChatRef
    say: Say
    locale: str
    edits: str = ""
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class DueTimer:
    """A timer whose time has come; ``id`` makes its event id."""

    id: int
    chat: ChatRef
    name: str
    ticket: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a message about a ticket: ``state`` is "waiting", "sent" or "parked".

    ``at`` is when that became so. Parked: the channel will never take it (blocked, gone).
    """

    state: Literal["waiting", "sent", "parked"]
    at: datetime


def gets_through(deliveries: Sequence[Delivery]) -> bool:
    """Whether the channel took the last message that it was given, or was given none yet."""
    tried = [message for message in deliveries if message.state != "waiting"]
    return not tried or tried[-1].state == "sent"
