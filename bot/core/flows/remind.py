"""A reminder of an appointment: no ticket, nobody at the office sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core import moves, reminders
from bot.core.flows import office
from bot.core.flows.appointment_date import AT_DAY, AT_TIME, appointment_at, is_timed, read_day, shown_when
from bot.core.flows.form import Fill, Form, begin, without_draft
from bot.core.flows.my_tickets import ordered
from bot.core.matching.cues import REMINDING
from bot.core.scene import Scene, say
from bot.core.talk import Later, Turn


def _start(scene: Scene, _: str) -> Turn:
    """By button, or by words that may name the day already ("erinnere mich an den 3.12. um 9")."""
    reading = read_day(scene, scene.incoming.text) if scene.incoming.text else None
    known = dict(reading.values) if isinstance(reading, Fill) else {}
    return begin(scene, FORM, office.known_town(scene) | known)


def opened_by(scene: Scene, text: str) -> Turn | None:
    """The flow, if a message asks for a reminder and names the day: "erinnere mich an den 3.12. um 9"."""
    if scene.session.flow or scene.world.finder.asks(text) or not REMINDING.search(text.casefold()):
        return None
    return _start(scene, "") if isinstance(read_day(scene, text), Fill) else None


def _send(scene: Scene) -> Turn:
    at = appointment_at(scene)
    if at is None:
        return without_draft(scene).turn(say("remind-too-late"))
    later = reminders.reminder(at, office.calendar_of(scene), is_timed(scene))
    if later.at <= scene.world.now:
        return without_draft(scene).turn(say("remind-too-late"))
    told = say("remind-set", at=later.at, when=shown_when(scene))
    return without_draft(scene).turn(told, orders=(later,))


def _ring(scene: Scene, code: str) -> Turn:
    """[Erinnern, wenn das Jobcenter öffnet] below the receipt of an early morning."""
    own = next((ticket for ticket in scene.world.tickets if ticket.code == code), None)
    if own is not None:
        scene = scene.now_with(town=own.office)
    at = reminders.opening(office.calendar_of(scene), scene.world.now)
    if own is None or own.is_settled or at is None:
        return scene.turn(say("ring-too-late"))
    at = at.astimezone(scene.world.now.tzinfo)
    # Without the ticket's code: a caseworker's move ends the ticket's timers, but not this promise.
    later = Later(at, f"{reminders.OFFICE_OPENS}:{own.code}")
    noted = ordered(scene, moves.noted(own, "citizen", scene.world.now, "ring_wished"))
    return scene.turn(say("ring-set", at=at), orders=(*noted, later))


FORM = Form("remind", (AT_DAY, AT_TIME), _send)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"remind": _start, "ring": _ring}
