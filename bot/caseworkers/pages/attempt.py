"""What somebody wants to do with a ticket, and what to say if it does not come to that."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict

from bot.caseworkers.answers import Answer
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages import sheet
from bot.caseworkers.pages.actions import ACTIONS, Action, Fields
from bot.caseworkers.pages.question import Question, question_of
from bot.caseworkers.rehearsal import rehearsed
from bot.caseworkers.sight import Sight
from bot.core.literal import literal
from bot.core.talk import Say
from bot.errors import AlreadyTaken, BotError, StaleTicket

NOTED = "Ihre Notiz steht dabei."
TYPED = {"to": "moved", "until": "snooze", "reason": "forward", "text": "note"}
"""The inputs into which people type, and the action to which each belongs."""
CARRIED = frozenset({"sure", "meant", "usual", "to"})
"""What a button may say besides its action: "moved meant=2026-11-26T09:00:00+00:00"."""
_WAITING = ("to", "until", "office", "reason")
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Attempt:
    """A form that was sent: ``name`` is that of the action, ``version`` the one that the sender saw.

    All that is typed on the page is one form: a note goes along with whichever button is pressed.
    """

    name: str
    fields: Fields
    version: int

    @property
    def action(self) -> Action:
        return ACTIONS[self.name]

    @property
    def note(self) -> str:
        """What is to be written down beside the action; empty if the note is the action."""
        return self.fields.get("text", "") if self.name != "note" else ""

    @property
    def rest(self) -> Fields:
        """What was typed for other actions than taking and noting, and waits for them."""
        return {name: self.fields[name] for name in _WAITING if self.fields.get(name)}

    async def make(self, inbox: Inbox, code: str, by: str) -> Answer:
        """Do it; what is now so.

        Raises:
            BotError: it is refused, or something must be asked first (see ``question_of``).
        """
        answer = await self.action.on(code, by, self.fields)(self._on(inbox))
        return replace(answer, done=f"{answer.done} {NOTED}") if self.note else answer

    async def rehearse(self, inbox: Inbox, sight: Sight, by: str) -> tuple[Say, ...]:
        """What the citizen would hear.

        Raises:
            BotError: it would be refused.
        """
        act = self.action.on(sight.ticket.code, by, self.fields)
        return await rehearsed(self._on(inbox), sight.ticket, act)

    def _on(self, inbox: Inbox) -> Inbox:
        seen = inbox if self.action.anytime else inbox.as_seen(self.version)
        return seen.noting(self.note) if self.note else seen


@dataclass(frozen=True, slots=True)
class Pending:
    """An attempt that has changed nothing: it was refused, or something is asked first; ``says`` is what the
    citizen would hear after a yes."""

    attempt: Attempt
    refusal: str = ""
    question: Question | None = None
    says: Sequence[Say] = ()

    @property
    def yes(self) -> str:
        """What the button says that agrees."""
        agreed = self.question.agreed if self.question else {}
        return " ".join((self.attempt.name, *(f"{name}={value}" for name, value in agreed.items())))


def parse_attempt(request: HttpRequest) -> Attempt | None:
    """What the form says; None if it is no form of this page."""
    fields = read_fields(request.POST)
    name, _, carried = fields.get("act", "").partition(" ")
    key, _, value = carried.partition("=")
    version = fields.get("version", "")
    if name not in ACTIONS or not (version.isascii() and version.isdecimal()) or len(version) > _DIGITS:
        return None
    if carried and key not in CARRIED:
        return None
    return Attempt(name, {**fields, key: value} if carried else fields, int(version))


def read_fields(sent: QueryDict) -> Fields:
    """What stands in a form, as it may be shown."""
    return {name: literal(str(value)) for name, value in sent.items()}


def left_over(typed: Fields, offered: Container[str]) -> Sequence[str]:
    """What was typed by hand for actions that are not offered any more."""
    return [typed[name] for name, act in TYPED.items() if typed.get(name) and act not in offered]


async def pending(attempt: Attempt, refusal: BotError, inbox: Inbox, sight: Sight, by: str) -> Pending:
    """What to say instead of doing it, about the ticket as it is now."""
    question = question_of(refusal, inbox, sight)
    if question is None:
        return Pending(attempt, _refused(refusal, sight, inbox))
    agreed = replace(attempt, fields={**attempt.fields, **question.agreed})
    try:
        says = await agreed.rehearse(inbox, sight, by)
    except BotError as deeper:
        return Pending(attempt, _refused(deeper, sight, inbox))
    return Pending(attempt, question=question, says=says)


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
