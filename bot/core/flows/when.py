"""When a call or a new appointment suits: as soon as possible, mornings, afternoons, a certain day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice

from bot.core import appointments, wishes
from bot.core.flows import office
from bot.core.flows.form import Again, Field, Fill, Reading
from bot.core.scene import Scene, beside, button, say
from bot.core.talk import Say

WISHES = ("asap", "mornings", "afternoons", "day")
FURTHEST_DAY = timedelta(days=30)
DAYS_OFFERED = 5


def when_field(question: str | Callable[[Scene], str]) -> Field:
    """The field ``when``, asked with this phrase; "a certain day" is told by DAY."""

    def ask(scene: Scene) -> Say:
        first = (button("asap"), button("mornings"))
        second = (button("afternoons"), button("day", "button-certain-day"))
        return say(question if isinstance(question, str) else question(scene), first, second)

    return Field("when", ask, _read_when, _choose_when, _correct_when, keys=("day",))


def _choose_when(_: Scene, value: str) -> Reading:
    return Fill({"when": value}) if value in WISHES else None


def _read_when(scene: Scene, text: str) -> Reading:
    reading = _read_day(scene, text)
    if reading is not None:
        return Fill({"when": "day", **reading.values}) if isinstance(reading, Fill) else reading
    wish = wishes.find_wish(text)
    return Fill({"when": wish}) if wish else None


def _correct_when(scene: Scene, text: str) -> Reading:
    """Only a named day: "sofort" in the middle of a form may speak of something else."""
    named = appointments.find_day(text, scene.today) is not None and "termin" not in text.casefold()
    return _read_when(scene, text) if named else None


def _ask_day(scene: Scene) -> Say:
    days = islice(office.calendar_of(scene).working_days(scene.today), DAYS_OFFERED)
    offered = beside((button(day.isoformat(), "button-one-day", on=day) for day in days), 2)
    return say("ask-day", *offered)


def _read_day(scene: Scene, text: str) -> Reading:
    day = None if wishes.is_denied(text) else appointments.find_day(text, scene.today)
    if day is None:
        return None
    if day < scene.today or day > scene.today + FURTHEST_DAY:
        return Again(say("day-out-of-range", on=day))
    if not office.calendar_of(scene).is_working_day(day):
        return Again(say("day-closed", on=day))
    return Fill({"day": day.isoformat()})


def _choose_day(scene: Scene, value: str) -> Reading:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return Fill({"day": value}) if scene.today <= day <= scene.today + FURTHEST_DAY else None


DAY = Field(
    "day",
    _ask_day,
    _read_day,
    _choose_day,
    needed=lambda scene: scene.session.draft.get("when") == "day",
    changeable=False,
)
