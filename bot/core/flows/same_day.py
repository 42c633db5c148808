"""Several people on one phone: is a second message about a day the same one, or somebody else's?"""

from __future__ import annotations

from datetime import date

from bot.core import calendar
from bot.core.flows.appointment_date import appointment_at, kind_of
from bot.core.flows.form import Field, Fill, Leave, Reading
from bot.core.scene import Scene, button, go, say
from bot.core.talk import Say
from bot.core.tickets import Ticket, shown


def twin_of(scene: Scene, ticket: Ticket) -> Ticket | None:
    """The open message that says the same: the same person, the same appointment."""
    same = [t for t in scene.open_tickets() if t.kind is ticket.kind and t.name == ticket.name]
    return next((t for t in same if t.appointment_at == ticket.appointment_at), None)


def already(ticket: Ticket) -> Say:
    """The message is there, with its number."""
    return say("appointment-already", (go(f"withdraw:{ticket.code}"),), code=shown(ticket.code))


def _same_day(scene: Scene) -> Ticket | None:
    at = appointment_at(scene)
    if at is None:
        return None
    day, kind = calendar.local(at).date(), kind_of(scene)
    same = (ticket for ticket in scene.open_tickets() if ticket.kind is kind)
    return next((ticket for ticket in same if _day_of(ticket) == day), None)


def _day_of(ticket: Ticket) -> date | None:
    return calendar.local(ticket.appointment_at).date() if ticket.appointment_at else None


def _ask(scene: Scene) -> Say:
    ticket = _same_day(scene)
    return say("ask-another", (button("yes"), button("no")), code=shown(ticket.code) if ticket else "")


def _choose(scene: Scene, value: str) -> Reading:
    ticket = _same_day(scene)
    if value == "no" and ticket is not None:
        return Leave((already(ticket),))
    return Fill({"another": value}) if value in ("yes", "no") else None


ANOTHER = Field(
    "another",
    _ask,
    choose=_choose,
    needed=lambda scene: _same_day(scene) is not None,
    on_first_miss="example-button",
    changeable=False,
)
"""Asked only where a message about the same day is open: another day is another appointment."""
