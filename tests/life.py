"""A citizen's days on a simulated clock: the core, its timers, and a caseworker who acts now and then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core import dialogue, moves
from bot.core.calendar import BERLIN, OfficeCalendar
from bot.core.reminders import REMIND
from bot.core.talk import CancelTimers, ForgetMe, Later, SaveTicket, World
from bot.core.tickets import Change, Ticket
from tests.talker import Talker


def berlin(*parts: int) -> datetime:
    """A time as the clock on the wall in Borken shows it."""
    return datetime(*parts, tzinfo=BERLIN)


@dataclass
class Life(Talker):
    """A talker whose timers go off when their time comes; ``log`` is what was said unasked, with its time."""

    timers: list[Later] = field(default_factory=list)
    log: list[tuple[datetime, str]] = field(default_factory=list)

    def do(self, **what: object) -> list[str]:
        heard = super().do(**what)
        for order in self.turn.orders:
            if isinstance(order, SaveTicket):
                self._forget_timers_of(order.ticket.code)
            elif isinstance(order, CancelTimers) and order.name:
                self.timers = [later for later in self.timers if later.name != order.name]
            elif isinstance(order, CancelTimers | ForgetMe):
                self.timers = []
        self.timers += [order for order in self.turn.orders if isinstance(order, Later)]
        return heard

    def world(self) -> World:
        asked_for = [later for later in self.timers if later.name.startswith(REMIND)]
        return replace(super().world(), reminders=tuple(sorted(asked_for, key=lambda later: later.at)))

    def until(self, at: datetime) -> list[str]:
        """Let time pass; what the bot said of its own accord meanwhile."""
        said: list[str] = []
        while due := [later for later in self.timers if later.at <= at]:
            first = min(due, key=lambda later: later.at)
            self.timers.remove(first)
            self.at = first.at
            texts = self.do(timer=first.name, ticket=first.ticket)
            said += texts
            self.log += [(self.at.astimezone(BERLIN), text) for text in texts]
        self.at = at
        return said

    def office(self, move: Callable[[Ticket], Change], code: str = "AAAAAA") -> list[str]:
        """A caseworker moves a ticket; what the citizen hears."""
        ticket = next(one for one in self.tickets if one.code == code)
        change = moves.timed(move(ticket), OfficeCalendar.of())
        self.tickets = tuple(change.ticket if one.code == code else one for one in self.tickets)
        self._forget_timers_of(code)
        self.timers += change.timers
        self.session = dialogue.noticed(self.session, change.says)
        return [self.plain(say) for say in change.says]

    def _forget_timers_of(self, code: str) -> None:
        self.timers = [later for later in self.timers if later.ticket != code]
