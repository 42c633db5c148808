"""What is remembered of questions: counts without people, and for editors the questions asked in vain.

Nothing of a message that shows danger is remembered, and nothing typed into a form that is no question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.core.matching.normalise import fold

KEPT = timedelta(days=30)
"""So long the texts stay (privacy notice, security.md R8 and R11); then only the counts are left."""


class What(StrEnum):
    """What happened to a question, or to an answer that was given."""

    QUESTION = "question"
    """A typed question was read; small talk and commands are none. What follows from it counts too:"""
    ANSWERED = "answered"
    ASKED_BACK = "asked_back"
    NOT_KNOWN = "not_known"
    """Nothing was found, or it must not be given (then with its entry)."""
    NONE_OF_THESE = "none_of_these"
    """The citizen meant nothing of what was offered."""
    OPENED = "opened"
    """An answer was given at the press of a button; together with ANSWERED: how often it was given."""
    HELPED = "helped"
    NOT_HELPED = "not_helped"
    """Often followed by one of the three reasons:"""
    UNCLEAR = "not_helpful:unclear"
    WRONG = "not_helpful:wrong"
    OTHER = "not_helpful:other"
    REPORTED = "reported"
    """A caseworker says that an answer is wrong."""


ERRORS = frozenset({What.WRONG, What.REPORTED})
"""Somebody says that an answer is wrong: editors see it at once, however few say so."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An order: count this for its day, without the chat.

    ``entry`` is the answer concerned, or empty; ``language`` that of the citizen (two letters);
    ``version`` that of the knowledge base in service.
    """

    what: What
    entry: str = ""
    language: str = "de"
    version: str = ""


@dataclass(frozen=True, slots=True)
class AskedInVain:
    """An order: keep this question for the editors. ``text`` is redacted already; it is empty if nothing
    of it may be kept. The rest as in Counted, which goes beside it."""

    text: str
    reason: What
    entry: str = ""
    language: str = "de"
    version: str = ""


@dataclass(frozen=True, slots=True)
class InVain:
    """A question asked in vain, or a report of an error, as it is kept for KEPT.

    ``chat`` tells citizens apart within one listing and means nothing beyond it; 0 for staff, whose name
    is ``who``. ``dismissed`` is how many chats had asked it when an editor dismissed it; 0: nobody has.
    """

    id: int
    at: datetime
    chat: int
    reason: What
    entry: str = ""
    language: str = "de"
    version: str = ""
    text: str = ""
    who: str = ""
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class DayCount:
    """How often something happened on one day in Borken."""

    day: date
    what: What
    entry: str
    version: str
    language: str
    count: int


def words_of(text: str) -> str:
    """The bare words: two questions with the same ones are the same question."""
    return " ".join(fold(text).split())


def voices(questions: Sequence[InVain]) -> int:
    """How many different people ask: chats, and members of staff."""
    return len({(question.chat, question.who) for question in questions})
