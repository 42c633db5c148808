"""What somebody wants to do with a ticket, and what to say if it does not come to that."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.http import HttpRequest, QueryDict

from bot.caseworkers import asides, dates, words
from bot.caseworkers.asides import RestDoubtful
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages import sheet
from bot.caseworkers.pages.actions import ACTIONS, Action, Fields, ReadBack
from bot.caseworkers.rehearsal import rehearsed
from bot.caseworkers.sight import Sight
from bot.core.literal import literal
from bot.core.talk import Say
from bot.core.tickets import Ticket
from bot.errors import AlreadyTaken, BotError, StaleTicket

TYPED = {"to": "moved", "until": "snooze", "reason": "forward", "text": "note"}
"""The inputs into which people type, and the action to which each belongs."""
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Attempt:
    """A form that was sent: ``name`` is that of the action, ``version`` the one that the sender saw."""

    name: str
    fields: Fields
    version: int

    @property
    def action(self) -> Action:
        return ACTIONS[self.name]

    async def make(self, inbox: Inbox, code: str, by: str) -> str:
        """Do it; what is now so.

        Raises:
            ReadBack: a date must be read back first.
            BotError: it is refused.
        """
        return await self.action.on(code, by, self.fields)(self._on(inbox))

    async def rehearse(self, inbox: Inbox, sight: Sight, by: str) -> tuple[Say, ...]:
        """What the citizen would hear.

        Raises:
            BotError: it would be refused.
        """
        act = self.action.on(sight.ticket.code, by, self.fields)
        return await rehearsed(self._on(inbox), sight.ticket, act)

    def _on(self, inbox: Inbox) -> Inbox:
        return inbox if self.action.anytime else inbox.as_seen(self.version)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date as it is read back: in words, how far away it is, why it may be a slip, what was meant then.

    ``act`` is the action that it is for, ``field`` the input into which it was typed.
    """

    act: str
    field: str
    at: datetime
    when: str
    distance: str
    doubts: str
    instead: Sequence[tuple[str, str]]
    says: Sequence[Say]


@dataclass(frozen=True, slots=True)
class Pending:
    """An attempt that has changed nothing: it was refused, or its date is to be confirmed."""

    attempt: Attempt
    refusal: str = ""
    date: DateRead | None = field(default=None)


def parse_attempt(request: HttpRequest) -> Attempt | None:
    """What the form says; None if it is no form of this page."""
    fields = read_fields(request.POST)
    name, version = fields.get("act", ""), fields.get("version", "")
    if name not in ACTIONS or not (version.isascii() and version.isdecimal()) or len(version) > _DIGITS:
        return None
    return Attempt(name, fields, int(version))


def read_fields(sent: QueryDict) -> Fields:
    """What stands in a form, as it may be shown."""
    return {name: literal(str(value)) for name, value in sent.items()}


def left_over(typed: Fields, offered: Container[str]) -> Sequence[str]:
    """What was typed by hand for actions that are not offered any more."""
    return [typed[name] for name, act in TYPED.items() if typed.get(name) and act not in offered]


async def pending(attempt: Attempt, refusal: BotError, inbox: Inbox, sight: Sight, by: str) -> Pending:
    """What to say instead of doing it, about the ticket as it is now."""
    if not isinstance(refusal, ReadBack | RestDoubtful):
        return Pending(attempt, _refused(refusal, sight, inbox))
    at = refusal.to if isinstance(refusal, ReadBack) else refusal.until
    meant = replace(attempt, fields={**attempt.fields, "meant": at.isoformat()})
    try:
        says = await meant.rehearse(inbox, sight, by)
    except BotError as deeper:
        return Pending(attempt, _refused(deeper, sight, inbox))
    read = _rest_read if attempt.name == "snooze" else _date_read
    return Pending(attempt, date=read(at, says, inbox, sight.ticket))


def _date_read(to: datetime, says: Sequence[Say], inbox: Inbox, ticket: Ticket) -> DateRead:
    now, asked = inbox.now(), (inbox.calendar(ticket.office), ticket.appointment_at)
    doubts = " und ".join(dates.doubts(to, now, *asked))
    instead = [(words.full_moment(at), at.isoformat()) for at in dates.instead(to, now, *asked)]
    when, distance = words.full_moment(to), words.distance(to, now)
    return DateRead("moved", "to", to, when, distance, f"Das {doubts}." if doubts else "", instead, says)


def _rest_read(until: datetime, says: Sequence[Say], inbox: Inbox, ticket: Ticket) -> DateRead:
    when, distance = words.full_moment(until), words.distance(until, inbox.now())
    return DateRead("snooze", "until", until, when, distance, asides.beyond_due(ticket, until), (), says)


def _refused(refusal: BotError, sight: Sight, inbox: Inbox) -> str:
    if isinstance(refusal, AlreadyTaken):
        return f"{refusal.code} {sheet.holder(sight, inbox.now())}. Nichts wurde verändert."
    if isinstance(refusal, StaleTicket):
        happened = sheet.news(sight.found.events, inbox.kb).rstrip(".")
        return (
            f"Inzwischen ist etwas geschehen: {happened}. Nichts wurde verändert. Bitte prüfen Sie, ob es "
            "noch passt, und senden Sie dann noch einmal."
        )
    return str(refusal)
