"""What a step sees, and the short words in which it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.core import calendar
from bot.core.knowledge import Office
from bot.core.talk import Arg, Choice, Incoming, Order, Phrase, Rows, Say, Session, Turn, World
from bot.core.tickets import Ticket

GO = "go:"
"""Values that begin so mean the same wherever they stand: they may be pressed at any time."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One message in one chat, with all that may be looked at."""

    session: Session
    incoming: Incoming
    world: World

    @property
    def today(self) -> date:
        return calendar.local(self.incoming.at).date()

    def now_with(self, **changes: object) -> Scene:
        """The same scene with another session."""
        return replace(self, session=replace(self.session, **changes))  # type: ignore[arg-type]

    def turn(self, *says: Say, orders: Iterable[Order] = ()) -> Turn:
        return Turn(self.session, says, tuple(orders))

    def office(self) -> Office | None:
        """The office of the draft's town, or of the town named earlier."""
        return self.world.kb.office(self.session.draft.get("town", self.session.town))

    def open_tickets(self) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket in self.world.tickets if not ticket.is_settled)


def say(key: str, *rows: tuple[Choice, ...], tag: str = "", **args: Arg) -> Say:
    """One phrase with buttons."""
    return Say((Phrase(key, args),), rows, tag=tag)


def button(value: str, key: str = "", *, text: str = "", style: str = "", **args: Arg) -> Choice:
    """A button of the running step: *value* is read by the step that offered it."""
    means = value if value in ("yes", "no") else ""
    key = key or ("" if text else f"button-{value}")
    return Choice(value, key, text, args, style=style, means=means)  # type: ignore[arg-type]


def go(action: str, key: str = "", *, text: str = "", style: str = "", means: str = "") -> Choice:
    """A button that means the same everywhere: ``go:entry:termin-verpasst``, ``go:call``, ..."""
    key = key or ("" if text else f"button-{action.split(':')[0]}")
    return Choice(GO + action, key, text, style=style, means=means)  # type: ignore[arg-type]


def below(*choices: Choice) -> Rows:
    """Buttons one below the other."""
    return tuple((choice,) for choice in choices)


def beside(choices: Iterable[Choice], columns: int = 2) -> Rows:
    """Buttons in rows of *columns*."""
    choices = tuple(choices)
    return tuple(choices[i : i + columns] for i in range(0, len(choices), columns))
