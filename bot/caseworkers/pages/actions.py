"""What can be done with a ticket: the buttons of its page, each with its key and what it does.

Nothing here decides whether an action is possible: it is tried (see ``rehearsal``), and done, by the inbox.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.caseworkers import answers, asides, tries, words
from bot.caseworkers.answers import Answer
from bot.caseworkers.dates import is_written, read_appointment
from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.refusals import offices_for
from bot.core.tickets import Outcome, Ticket
from bot.errors import BotError

Fields = Mapping[str, str]
"""What was typed into a form, by the names of its inputs."""
Run = Callable[[Inbox, str, str, Fields], Awaitable[Answer]]
"""Does it to the ticket with this code, in this person's name; says what is now so."""
SURE: Fields = {"sure": "yes"}
"""Once more, after somebody was asked."""


class ReadBack(BotError):
    """The new date must be read back first: what the citizen is told cannot be taken back.

    ``is_written``: its day was typed as a date, so a digit may be wrong; "gestern" has none.
    """

    def __init__(self, to: datetime, is_written: bool) -> None:
        self.to, self.is_written = to, is_written
        super().__init__(words.full_moment(to))


class RestRead(BotError):
    """The end of a rest was typed and must be read back first: until then nobody sees the ticket."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(words.full_moment(until))


class NumberGoes(BotError):
    """It must be asked first: the number is destroyed, and the citizen asked for another."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button: ``key`` is the letter that leads to it.

    ``stays``: afterwards the same ticket is shown, else the next one. ``anytime``: it does not matter
    what has happened to the ticket since it was shown. ``example`` stands for what will be typed.
    """

    key: str
    label: str
    run: Run
    stays: bool = False
    anytime: bool = False
    example: Callable[[Inbox, Ticket], Fields] = lambda inbox, ticket: {}

    def on(self, code: str, by: str, fields: Fields) -> Callable[[Inbox], Awaitable[Answer]]:
        """What is done to the ticket with this code, to be made in earnest or rehearsed."""
        return lambda inbox: self.run(inbox, code, by, fields)


def _plain(
    move: Callable[[Inbox, str, str], Awaitable[Moved]], answer: Callable[[Inbox, Moved], Answer]
) -> Run:
    async def run(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
        return answer(inbox, await move(inbox, code, by))

    return run


def _closed(outcome: Outcome) -> Run:
    return _plain(lambda inbox, code, by: inbox.close(code, outcome, by), answers.closed)


async def _not_reached(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    return answers.not_reached(inbox, await tries.not_reached(inbox, code, by, sure="sure" in fields))


async def _number_wrong(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    if "sure" not in fields:
        raise NumberGoes
    return answers.wrong_number(inbox, await inbox.wrong_number(code, by))


async def _moved(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    """In two steps: the date is read back, and comes again as ``meant``."""
    if not fields.get("meant"):
        typed = fields.get("to", "")
        raise ReadBack(read_appointment(typed, inbox.now()), is_written(typed))
    to = read_appointment(fields["meant"], inbox.now())
    return answers.moved_to(to)(inbox, await inbox.moved(code, to, by, sure=True))


async def _forwarded(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    office = words.read_office(fields.get("office", ""), inbox.kb.offices)
    return answers.forwarded(inbox, await inbox.forward(code, office, fields.get("reason", ""), by))


async def _snoozed(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    """Until a usual time, chosen by its button, or until what was typed: that is read back first."""
    meant = fields.get("meant", "")
    until = read_appointment(meant or fields.get("usual") or fields.get("until", ""), inbox.now())
    if not meant and not fields.get("usual"):
        raise RestRead(until)
    return answers.snoozed(inbox, await asides.snooze(inbox, code, until, by, sure=bool(meant)))


async def _noted(inbox: Inbox, code: str, by: str, fields: Fields) -> Answer:
    return answers.noted(await inbox.note(code, fields.get("text", ""), by))


def _tomorrow(inbox: Inbox, ticket: Ticket) -> Fields:
    return {"meant": (inbox.now() + timedelta(days=1)).isoformat(timespec="seconds")}


def _soon(inbox: Inbox, ticket: Ticket) -> Fields:
    return {"meant": (inbox.now() + timedelta(minutes=1)).isoformat(timespec="seconds")}


def _elsewhere(inbox: Inbox, ticket: Ticket) -> Fields:
    possible = offices_for(ticket, inbox.kb.offices)
    return {"office": possible[0].id if possible else "", "reason": "-"}


ACTIONS: Mapping[str, Action] = {
    "take": Action("u", "Übernehmen", _plain(Inbox.take, answers.taken), stays=True, anytime=True),
    "release": Action("z", "Zurückgeben", _plain(Inbox.release, answers.released)),
    "reached": Action("e", "Erreicht", _closed(Outcome.REACHED)),
    "called": Action("a", "Hat selbst angerufen", _closed(Outcome.CALLED)),
    "came": Action("p", "War da", _closed(Outcome.CAME)),
    "not_reached": Action("n", "Nicht erreicht", _not_reached, example=lambda *_: SURE),
    "number_wrong": Action("f", "Nummer falsch", _number_wrong, example=lambda *_: SURE),
    "moved": Action("t", "Neuer Termin", _moved, example=_tomorrow),
    "not_moved": Action("b", "Termin bleibt", _plain(Inbox.not_moved, answers.not_moved)),
    "not_ours": Action("s", "Nicht zuständig", _closed(Outcome.NOT_OURS)),
    "duplicate": Action("d", "Doppelt", _closed(Outcome.DUPLICATE)),
    "told": Action("g", "Bescheid gesagt", _plain(Inbox.told, answers.told)),
    "forward": Action("w", "Weitergeben", _forwarded, example=_elsewhere),
    "snooze": Action("r", "Ruhen lassen", _snoozed, example=_soon),
    "note": Action("i", "Notieren", _noted, stays=True, anytime=True, example=lambda *_: {"text": "-"}),
}
IN_VAIN = frozenset({"not_reached", "number_wrong"})
"""After these nobody can be told anything by telephone."""
