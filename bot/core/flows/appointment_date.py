"""The day and time of an appointment: asked, read, corrected, and what follows from them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core import appointments, calendar, wishes
from bot.core.calendar import BERLIN
from bot.core.flows import office
from bot.core.flows.form import Again, Field, Fill, Reading
from bot.core.scene import Scene, below, button, say
from bot.core.talk import Arg, Phrase, Say
from bot.core.tickets import Kind

FURTHEST = timedelta(days=180)
OLDEST = timedelta(days=90)
UNKNOWN = "unknown"
_INSTEAD = re.compile(r"\b(?:sondern|statt|stattdessen)\b")
MISSED = {"missed": "yes", "glad": "yes"}
"""What the draft knows when the citizen has said that it is over, and has heard the first kind word."""


def _ask_day(scene: Scene) -> Say:
    draft = scene.session.draft
    if draft.get("days"):
        days = [date.fromisoformat(day) for day in draft["days"].split(",")]
        return say("which-day", *below(*(button(day.isoformat(), "button-one-day", on=day) for day in days)))
    if draft.get("odd_day"):
        on = date.fromisoformat(draft["odd_day"])
        right = replace(button("sure", "button-day-right"), means="yes")
        return say("odd-day", (right, replace(button("other-day"), means="no")), on=on)
    if draft.get("past") == "yes":
        return say("ask-past-day", (button("today"), button("yesterday")), (button("other-day"),))
    if draft.get("typing_day") == "yes":
        return say("ask-typed-day")
    return say(
        "ask-appointment", (button("today"), button("tomorrow")), (button("other-day"), button("past"))
    )


def _choose_day(scene: Scene, value: str) -> Reading:
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if value in near:
        return _day_taken(scene, scene.today + timedelta(days=near[value]))
    if value == "sure" and scene.session.draft.get("odd_day"):
        return Fill({"at_day": scene.session.draft["odd_day"]})
    if value == "past":
        return Fill({"past": "yes", **MISSED}, note=say("glad-you-write"))
    if value == "other-day":
        return Fill({"typing_day": "yes", "past": "", "days": "", "odd_day": ""})
    days = scene.session.draft.get("days", "").split(",")
    return _day_taken(scene, date.fromisoformat(value)) if value in days else None


def read_day(scene: Scene, text: str) -> Reading:
    reading = appointments.read_appointment(text, scene.incoming.at)
    unclear = say(f"date-{reading.problem}") if reading.problem in ("impossible", "range") else None
    if unclear and (reading.day is None or reading.problem == "impossible"):
        return Again(unclear)
    known = {**_time_of(reading.time), **({"missed": "yes"} if reading.missed else {})}
    if reading.day is None and reading.also:
        days = ",".join(day.isoformat() for day in reading.also)
        return Fill({"odd_day": "", "days": days, **known})
    if reading.day is None:
        return None
    taken = _day_taken(scene, reading.day)
    return Fill({**taken.values, **known}, note=unclear) if isinstance(taken, Fill) else taken


def _day_taken(scene: Scene, day: date) -> Fill | Again:
    if not scene.today - OLDEST <= day <= scene.today + FURTHEST:
        return Again(say("date-far", on=day))
    if not office.calendar_of(scene).is_working_day(day):
        return Fill({"odd_day": day.isoformat(), "days": ""})
    return Fill({"at_day": day.isoformat()})


def _correct_day(scene: Scene, text: str) -> Reading:
    if wishes.is_denied(text) and not _INSTEAD.search(text.casefold()):
        return None  # "freitag kann ich nicht" says no day; "nicht freitag, sondern donnerstag" does
    reading = appointments.read_appointment(text, scene.incoming.at)
    if _names_day(scene, text, reading):
        return read_day(scene, text)
    return Fill(_time_of(reading.time)) if reading.time is not None else None


def _ask_time(scene: Scene) -> Say:
    return say("ask-time", (button(UNKNOWN, "button-time-unknown"),), on=_day(scene))


def _read_time(scene: Scene, text: str) -> Reading:
    if wishes.says_unknown(text):
        return Fill({"at_time": UNKNOWN})
    reading = appointments.read_appointment(text, scene.incoming.at)
    if reading.problem == "impossible":
        return Again(say("date-impossible"))
    if _names_day(scene, text, reading):
        return read_day(scene, text)
    return Fill(_time_of(reading.time)) if reading.time is not None else None


def _names_day(scene: Scene, text: str, reading: appointments.Reading) -> bool:
    """Whether a day is said; a time alone is read as today's and must not move another day's appointment."""
    said = reading.day is not None and reading.day != scene.today
    return said or bool(reading.also) or appointments.find_day(text, scene.today) is not None


def _choose_time(_: Scene, value: str) -> Reading:
    return Fill({"at_time": UNKNOWN}) if value == UNKNOWN else None


def _time_of(at: time | None) -> dict[str, str]:
    return {"at_time": f"{at:%H:%M}"} if at is not None else {}


def appointment_at(scene: Scene) -> datetime | None:
    """When the appointment is (UTC); its day's end of work where the time is not known."""
    day = _day(scene)
    if scene.session.draft.get("at_time", UNKNOWN) == UNKNOWN:
        return office.calendar_of(scene).end_of(day).astimezone(scene.incoming.at.tzinfo)
    at = time.fromisoformat(scene.session.draft["at_time"])
    return datetime.combine(day, at, BERLIN).astimezone(scene.incoming.at.tzinfo)


def kind_of(scene: Scene) -> Kind:
    """The date decides; where only today's day is known, what the citizen said."""
    at = appointment_at(scene)
    is_over = at is not None and at <= scene.incoming.at
    said_so = _day(scene) == scene.today and not is_timed(scene) and "missed" in scene.session.draft
    return Kind.MISSED if is_over or said_so else Kind.RESCHEDULE


def _day(scene: Scene) -> date:
    return date.fromisoformat(scene.session.draft.get("at_day", scene.today.isoformat()))


def is_timed(scene: Scene) -> bool:
    """Whether the time of the appointment is known, not only its day."""
    return scene.session.draft.get("at_time", UNKNOWN) != UNKNOWN


def is_today(scene: Scene) -> bool:
    closes = office.calendar_of(scene).end_of(scene.today)
    return _day(scene) == scene.today and scene.incoming.at < closes


def is_soon(scene: Scene) -> bool:
    """Less than one working day is left."""
    at = appointment_at(scene)
    working = office.calendar_of(scene)
    return at is not None and working.next_working_day(scene.today) >= calendar.local(at).date()


def shown_when(scene: Scene) -> str:
    """The day as it is read back, with "heute" and its like, in the citizen's words."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((_day(scene) - scene.today).days, "none")
    return when_in_words(scene, appointment_at(scene) or scene.incoming.at, is_timed(scene), near)


def when_in_words(scene: Scene, at: datetime, timed: bool, near: str = "none") -> str:
    """The day of an appointment *at* this time, and its time if it is *timed*, in the citizen's language."""
    args: dict[str, Arg] = {"near": near, "on": calendar.local(at).date(), "at": at}
    phrase = Phrase("appointment-when", {**args, "time": "yes" if timed else "no"})
    return scene.world.words(phrase, scene.session.locale)


AT_DAY = Field(
    "at_day",
    _ask_day,
    read_day,
    _choose_day,
    _correct_day,
    keys=("days", "odd_day", "past", "typing_day", "sure"),
)
AT_TIME = Field("at_time", _ask_time, _read_time, _choose_time, keys=("sure",))
