"""What a flow knows of the citizen's office: its hours, its promise, its phone."""

from __future__ import annotations

from bot.core import calendar, places, reminders
from bot.core.calendar import OfficeCalendar
from bot.core.flows.form import Form, resumed, without_draft
from bot.core.knowledge import Office, phone_of
from bot.core.scene import Scene, go, say
from bot.core.talk import Arg, Phrase, Say, Turn
from bot.core.tickets import OPEN_PER_CHAT, PER_DAY


def calendar_of(scene: Scene) -> OfficeCalendar:
    """When the citizen's office works; the planning hours while the town is not known."""
    office = scene.office()
    return OfficeCalendar.of(office.hours, office.closed_days) if office else OfficeCalendar.of()


def answer_within(scene: Scene) -> int | None:
    """Working days in which the office has agreed to call; None: nothing is promised."""
    office = scene.office()
    awake = office is not None and office.confirmed and office.id not in scene.world.asleep
    return office.answer_within if office is not None and awake else None


def promised(scene: Scene) -> bool:
    return answer_within(scene) is not None


def phone_args(scene: Scene) -> dict[str, Arg]:
    """``phone``: the confirmed number of the citizen's office, else "none"."""
    return {"phone": phone_of(scene.office())}


def unsafe_phrase(scene: Scene) -> Phrase:
    """What becomes of a message if a call, and so perhaps the chat, is not safe."""
    return Phrase("receipt-unsafe", phone_args(scene))


def asleep_phrases(scene: Scene) -> tuple[Phrase, ...]:
    """Where nobody has opened the queue for days, calling comes first; elsewhere empty."""
    office = scene.office()
    if office is None or office.id not in scene.world.asleep:
        return ()
    return (Phrase("office-asleep", phone_args(scene)),)


def asleep_note(scene: Scene) -> tuple[Say, ...]:
    """The ``asleep_phrases`` as a message of their own."""
    phrases = asleep_phrases(scene)
    return (Say(phrases),) if phrases else ()


def next_call(scene: Scene) -> dict[str, Arg]:
    """When somebody is there to be called: ``near`` "now", "today" or "other", ``at``, ``phone``."""
    opens = reminders.opening(calendar_of(scene), scene.incoming.at)
    if opens is None:
        return {"near": "now", "at": scene.incoming.at, **phone_args(scene)}
    near = "today" if calendar.local(opens).date() == scene.today else "other"
    return {"near": near, "at": opens.astimezone(scene.incoming.at.tzinfo), **phone_args(scene)}


def self_call(scene: Scene, _: str = "") -> Turn:
    """The citizen rather calls: how, and nothing is kept."""
    kept = "yes" if scene.open_tickets() else "no"
    return without_draft(scene).turn(Say((Phrase("self-call", {**phone_args(scene), "kept": kept}),)))


def known_town(scene: Scene) -> dict[str, str]:
    """The draft's town, if this message or an earlier one has named it."""
    text = scene.incoming.text
    place = places.find_office(text, scene.world.kb.offices, fuzzy=False) if text else None
    if isinstance(place, Office) and place.tickets:
        return {"town": place.id}
    known = scene.world.kb.office(scene.session.town)
    return {"town": known.id} if known is not None and known.tickets else {}


def closed_why(scene: Scene) -> str:
    """Why nobody is there now: "weekend", "holiday", or "" on a working day."""
    here = calendar.local(scene.world.now)
    working = calendar_of(scene)
    friday_evening = here.weekday() == 4 and here >= working.end_of(here.date())
    if friday_evening or here.weekday() >= 5:
        return "weekend"
    return "" if working.is_working_day(here.date()) else "holiday"


def not_begun(scene: Scene, form: Form) -> Turn | None:
    """The turn where *form* does not begin (running, no details taken, too many messages); else None."""
    if scene.session.flow == form.name:
        return resumed(scene, form) if scene.session.paused else scene.turn()
    return _too_many(scene) if scene.world.rules.takes_details else self_call(scene)


def _too_many(scene: Scene) -> Turn | None:
    """A kind word where a chat has as many messages as it may; None where there is room."""
    today = calendar.local(scene.world.now).date()
    made = sum(calendar.local(ticket.created_at).date() == today for ticket in scene.world.tickets)
    if len(scene.open_tickets()) >= OPEN_PER_CHAT or made >= PER_DAY:
        return scene.turn(say("too-many", (go("my"), go("self-call"))))
    return None
