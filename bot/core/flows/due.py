"""Timers whose time has come: what the bot says of its own accord."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta

from bot.core import calendar, moves, reminders
from bot.core.flows import office
from bot.core.flows.my_tickets import ordered
from bot.core.scene import Scene, go, say
from bot.core.talk import Choice, Later, Order, Phrase, Say, Turn
from bot.core.tickets import Ticket, shown

REMIND = reminders.REMIND.rstrip(":")
LATE = timedelta(hours=1)
EARLIEST = time(6)
"""On the day after signs of danger, for what the citizen asked for before them."""
ASKED_FOR = frozenset({REMIND, reminders.OFFICE_OPENS})


def came(scene: Scene) -> Turn:
    """What a timer says; nothing if its ticket is settled. In quiet hours and after danger it waits."""
    name, _, detail = scene.incoming.timer.partition(":")
    waits = _waits_until(scene, name)
    if waits is not None:
        return scene.turn(orders=(Later(waits, scene.incoming.timer, scene.incoming.ticket),))
    if name == REMIND:
        return _remind(scene)
    code = scene.incoming.ticket or detail
    ticket = next((own for own in scene.world.tickets if own.code == code), None)
    act = TIMERS.get(name)
    if ticket is None or act is None or (ticket.is_settled and not _still_stands(name, ticket)):
        return scene.turn()
    return act(scene, ticket)


def _waits_until(scene: Scene, name: str) -> datetime | None:
    """When the bot may speak again, after signs of danger or in the quiet hours; None: now.

    What the citizen asked for comes in quiet hours too, and on a day of danger if she asked afterwards.
    """
    at, asked_for = scene.incoming.at, name in ASKED_FOR
    if _is_day_of_danger(scene) and not (asked_for and _asked_since(scene)):
        tomorrow = datetime.combine(scene.today + timedelta(days=1), EARLIEST, calendar.BERLIN)
        if name == reminders.OFFICE_OPENS:
            return reminders.opening(office.calendar_of(scene), tomorrow) or calendar.after_quiet(tomorrow)
        return tomorrow if asked_for else calendar.after_quiet(tomorrow.astimezone(at.tzinfo))
    if not calendar.is_quiet(at) or (asked_for and not _is_late(scene, name)):
        return None
    return calendar.after_quiet(at)


def _asked_since(scene: Scene) -> bool:
    asked, danger = scene.session.reminding_at, scene.session.safety_at
    return asked is not None and danger is not None and asked > danger


def _is_late(scene: Scene, name: str) -> bool:
    """Whether a reminder comes long after its time, and still helps when the quiet hours are over."""
    if name != REMIND:
        return False
    appointment, _ = reminders.appointment_of(scene.incoming.timer)
    planned = reminders.reminder(appointment, office.calendar_of(scene), timed=True).at
    until = calendar.after_quiet(scene.incoming.at)
    return scene.incoming.at - planned > LATE and until < appointment


def _still_stands(name: str, ticket: Ticket) -> bool:
    return name == reminders.UNCONFIRMED and reminders.still_stands(ticket)


def _remind(scene: Scene) -> Turn:
    at, timed = reminders.appointment_of(scene.incoming.timer)
    if scene.incoming.at >= at:
        return scene.turn()
    return scene.turn(say("timer-remind", at=at, time="yes" if timed else "no"))


def _unconfirmed(scene: Scene, ticket: Ticket) -> Turn:
    if ticket.appointment_at is None or ticket.appointment_at <= scene.incoming.at:
        return scene.turn()
    there = scene.now_with(town=ticket.office)
    if ticket.is_settled:
        told = say("timer-still-stands", code=shown(ticket.code))
        return scene.turn(told, orders=_noted(scene, ticket, "still-stands"))
    row = (go(f"myself:{ticket.code}", "button-myself"), go(f"withdraw:{ticket.code}"))
    args = {"code": shown(ticket.code), **office.next_call(there)}
    told = Say((Phrase("timer-unconfirmed", args),), (row,))
    return scene.turn(told, orders=_noted(scene, ticket, reminders.UNCONFIRMED))


def _overdue(scene: Scene, ticket: Ticket) -> Turn:
    rows = (
        (go(f"wish:{ticket.code}", "button-new-time"), go(f"myself:{ticket.code}", "button-myself")),
        (go(f"myself:{ticket.code}", "button-settled"),),
    )
    return _told(scene, ticket, "timer-overdue", *rows)


def _call_over(scene: Scene, ticket: Ticket) -> Turn:
    yes = go(f"worked:{ticket.code}:yes", "button-yes", means="yes")
    row = (yes, go(f"worked:{ticket.code}:no", "button-no", means="no"))
    return _told(scene, ticket, "timer-call-over", row)


def _office_opens(scene: Scene, ticket: Ticket) -> Turn:
    there = scene.now_with(town=ticket.office)
    if not office.calendar_of(there).is_open(scene.incoming.at):
        return scene.turn()
    told = Say((Phrase("timer-office-opens", office.phone_args(there)),))
    return scene.turn(told, orders=_noted(scene, ticket, reminders.OFFICE_OPENS))


def _told(scene: Scene, ticket: Ticket, key: str, *rows: tuple[Choice, ...]) -> Turn:
    """Said, and written into the ticket's history, so that the office sees what the citizen was told."""
    orders = _noted(scene, ticket, key.removeprefix("timer-"))
    return scene.turn(say(key, *rows, code=shown(ticket.code)), orders=orders)


def _noted(scene: Scene, ticket: Ticket, what: str) -> tuple[Order, ...]:
    return ordered(scene, moves.noted(ticket, "bot", scene.world.now, what))


def _is_day_of_danger(scene: Scene) -> bool:
    safety_at = scene.session.safety_at
    return safety_at is not None and calendar.local(safety_at).date() == scene.today


TIMERS: Mapping[str, Callable[[Scene, Ticket], Turn]] = {
    reminders.UNCONFIRMED: _unconfirmed,
    reminders.OVERDUE: _overdue,
    reminders.CALL_OVER: _call_over,
    reminders.OFFICE_OPENS: _office_opens,
}
