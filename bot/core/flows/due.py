"""Timers whose time has come: what the bot says of its own accord."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.core import calendar, reminders
from bot.core.flows import office
from bot.core.flows.my_tickets import ordered
from bot.core.scene import Scene, go, say
from bot.core.talk import Choice, Later, Phrase, Say, Turn
from bot.core.tickets import Change, Outcome, Ticket, TicketEvent, shown

REMIND = reminders.REMIND.rstrip(":")


def came(scene: Scene) -> Turn:
    """What a timer says; nothing if its ticket is settled. In quiet hours and after danger it waits."""
    name, _, detail = scene.incoming.timer.partition(":")
    waits = _waits_until(scene)
    if waits is not None:
        return scene.turn(orders=(Later(waits, scene.incoming.timer, scene.incoming.ticket),))
    if name == REMIND:
        return _remind(scene, *detail.split(":", 1))
    code = scene.incoming.ticket or detail
    ticket = next((own for own in scene.world.tickets if own.code == code), None)
    act = TIMERS.get(name)
    if ticket is None or act is None or (ticket.is_settled and not _still_stands(name, ticket)):
        return scene.turn()
    return act(scene, ticket)


def _waits_until(scene: Scene) -> datetime | None:
    """The first moment of the next day after signs of danger, the end of the quiet hours; else None."""
    at = scene.incoming.at
    if _is_day_of_danger(scene):
        tomorrow = datetime.combine(scene.today + timedelta(days=1), time(0), calendar.BERLIN)
        return calendar.after_quiet(tomorrow.astimezone(at.tzinfo))
    return calendar.after_quiet(at) if calendar.is_quiet(at) else None


def _still_stands(name: str, ticket: Ticket) -> bool:
    return name == reminders.UNCONFIRMED and ticket.outcome is Outcome.NOT_MOVED


def _remind(scene: Scene, mark: str, when: str) -> Turn:
    at = datetime.fromisoformat(when)
    if scene.incoming.at >= at:
        return scene.turn()
    return scene.turn(say("timer-remind", at=at, time="yes" if mark == "at" else "no"))


def _unconfirmed(scene: Scene, ticket: Ticket) -> Turn:
    if ticket.appointment_at is None or ticket.appointment_at <= scene.incoming.at:
        return scene.turn()
    row = (go(f"myself:{ticket.code}", "button-myself"), go(f"withdraw:{ticket.code}"))
    return _told(scene, ticket, "timer-unconfirmed", row)


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
    scene = scene.now_with(town=ticket.office)
    if not office.calendar_of(scene).is_open(scene.incoming.at):
        return scene.turn()
    return scene.turn(Say((Phrase("timer-office-opens", office.phone_args(scene)),)))


def _told(scene: Scene, ticket: Ticket, key: str, *rows: tuple[Choice, ...]) -> Turn:
    """Said, and written into the ticket's history, so that the office sees what the citizen was told."""
    event = TicketEvent(scene.world.now, "bot", key.removeprefix("timer-"))
    after = replace(ticket, version=ticket.version + 1)
    return scene.turn(say(key, *rows, code=shown(ticket.code)), orders=ordered(scene, Change(after, event)))


def _is_day_of_danger(scene: Scene) -> bool:
    safety_at = scene.session.safety_at
    return safety_at is not None and calendar.local(safety_at).date() == scene.today


TIMERS: Mapping[str, Callable[[Scene, Ticket], Turn]] = {
    reminders.UNCONFIRMED: _unconfirmed,
    reminders.OVERDUE: _overdue,
    reminders.CALL_OVER: _call_over,
    reminders.OFFICE_OPENS: _office_opens,
}
