"""What is asked before something is done: once more is enough, and no is always there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.caseworkers import asides, dates, tries, words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.actions import SURE, Fields, NumberGoes, ReadBack, RestRead
from bot.caseworkers.sight import Sight
from bot.core import phone as phones
from bot.core.calendar import local
from bot.core.literal import literal
from bot.errors import BotError


@dataclass(frozen=True, slots=True)
class Question:
    """``about`` is what it is about, with ``hint`` behind it; ``doubt`` is why it may be a slip, and
    ``instead`` the dates that may have been meant then, each in words and as it is typed.

    ``agreed`` are the fields that a yes adds. ``is_grave``: somebody who presses Enter twice says no.
    """

    title: str
    about: str
    yes: str
    agreed: Fields
    hint: str = ""
    doubt: str = ""
    instead: Sequence[tuple[str, str]] = ()
    is_grave: bool = False

    @property
    def focus(self) -> Literal["yes", "title", "no"]:
        """Where Enter pressed twice ends up: what is doubtful must be read, so it does nothing there."""
        if self.is_grave:
            return "no"
        return "title" if self.doubt else "yes"


def question_of(refusal: BotError, inbox: Inbox, sight: Sight) -> Question | None:
    """What to ask because of *refusal*; None if it is final."""
    if isinstance(refusal, ReadBack):
        return _date(refusal, inbox, sight)
    if isinstance(refusal, RestRead | asides.RestDoubtful):
        return _rest(refusal.until, inbox, sight)
    if isinstance(refusal, tries.TriedBefore):
        return _again(refusal, sight)
    if isinstance(refusal, NumberGoes):
        return _number(sight)
    return None


def _date(read: ReadBack, inbox: Inbox, sight: Sight) -> Question:
    to, now, ticket = read.to, inbox.now(), sight.ticket
    around = (now, inbox.calendar(ticket.office), ticket.appointment_at)
    doubts = " und ".join(dates.doubts(to, *around))
    near = dates.instead(to, *around) if read.is_written else ()
    return Question(
        "Stimmt der neue Termin?",
        words.full_moment(to),
        "Trotzdem eintragen" if doubts else "Ja, eintragen",
        {"meant": to.isoformat()},
        hint=f"({words.distance(to, now)})",
        doubt=f"Das {doubts}." if doubts else "",
        instead=[(words.full_moment(at), f"{local(at):%d.%m.%Y %H:%M}") for at in near],
    )


def _rest(until: datetime, inbox: Inbox, sight: Sight) -> Question:
    odd = " und ".join(dates.odd_times(until, inbox.calendar(sight.ticket.office)))
    doubt = " ".join(filter(None, (f"Das {odd}." if odd else "", asides.beyond_due(sight.ticket, until))))
    return Question(
        "Bis dahin ruhen lassen?",
        words.full_moment(until),
        "Trotzdem ruhen lassen" if doubt else "Ja, ruhen lassen",
        {"meant": until.isoformat()},
        hint=f"({words.distance(until, inbox.now())})",
        doubt=doubt,
    )


def _again(tried: tries.TriedBefore, sight: Sight) -> Question:
    last = tries.ends(sight.ticket, sight.gets_through) if tries.is_last(sight.ticket) else ""
    return Question(tried.question, "", "Ja, wieder nicht erreicht", SURE, doubt=last, is_grave=True)


def _number(sight: Sight) -> Question:
    number = literal(phones.shown(sight.ticket.phone))
    return Question(
        "Nummer wirklich löschen?", number, "Ja, Nummer löschen", SURE, hint="wird gelöscht", is_grave=True
    )
