"""A reminder of an appointment: no ticket, nobody at the office sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core import moves, reminders
from bot.core.flows import ask, office
from bot.core.flows.appointment_date import AT_DAY, AT_TIME, appointment_at, is_timed, read_day, shown_when
from bot.core.flows.form import Fill, Form, begin, without_draft
from bot.core.flows.my_tickets import ordered
from bot.core.matching.cues import HINDRANCES, REMINDING
from bot.core.scene import Scene, go, say
from bot.core.talk import Later, Phrase, Say, Turn

MOST = 3
"""Reminders of one chat."""


def _start(scene: Scene, _: str) -> Turn:
    """By button, or by words that may name the day already ("erinnere mich an den 3.12. um 9")."""
    reading = read_day(scene, scene.incoming.text) if scene.incoming.text else None
    known = dict(reading.values) if isinstance(reading, Fill) else {}
    return begin(scene, FORM, office.known_town(scene) | known)


def opened_by(scene: Scene, text: str) -> Turn | None:
    """The flow, if a message asks for a reminder and names the day: "erinnere mich an den 3.12. um 9"."""
    plain = text.casefold()
    if scene.session.flow or scene.world.finder.asks(text) or HINDRANCES.search(plain):
        return None
    if not REMINDING.search(plain) or not isinstance(read_day(scene, text), Fill):
        return None
    return _start(scene, "")


def _send(scene: Scene) -> Turn:
    at = appointment_at(scene)
    if at is None:
        return without_draft(scene).turn(say("remind-too-late", *ask.menu_rows(scene)))
    later = reminders.reminder(at, office.calendar_of(scene), is_timed(scene))
    if later.at <= scene.world.now:
        return without_draft(scene).turn(say("remind-too-late", *ask.menu_rows(scene)))
    waiting = scene.world.reminders
    is_new = later.name not in [other.name for other in waiting]
    if is_new and len(waiting) >= MOST:
        return without_draft(scene).turn(say("remind-many", (go("my"),), most=MOST))
    scene = scene.now_with(reminding_at=scene.incoming.at)
    told = say("remind-set", at=later.at, when=shown_when(scene))
    return without_draft(scene).turn(told, orders=(later,) if is_new else ())


def _ring(scene: Scene, code: str) -> Turn:
    """[Erinnern, wenn das Jobcenter öffnet] below the receipt of an early morning."""
    own = next((ticket for ticket in scene.world.tickets if ticket.code == code), None)
    if own is not None:
        scene = scene.now_with(town=own.office)
    at = reminders.opening(office.calendar_of(scene), scene.world.now)
    if own is None or own.is_settled or at is None:
        return scene.turn(Say((Phrase("ring-too-late", office.phone_args(scene)),)))
    at = at.astimezone(scene.world.now.tzinfo)
    # Without the ticket's code: a caseworker's move ends the ticket's timers, but not this promise.
    scene = scene.now_with(reminding_at=scene.incoming.at)
    later = Later(at, f"{reminders.OFFICE_OPENS}:{own.code}")
    noted = ordered(scene, moves.noted(own, "citizen", scene.world.now, "ring_wished"))
    return scene.turn(say("ring-set", at=at), orders=(*noted, later))


FORM = Form("remind", (AT_DAY, AT_TIME), _send)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"remind": _start, "ring": _ring}
