"""What a text says about when an appointment is: everything found in it, weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.core.appointments import parts
from bot.core.appointments.clues import is_missed, is_right_now, is_vague, is_weekly
from bot.core.appointments.finding import Found, common_days, look
from bot.core.appointments.frame import Frame, Mention
from bot.core.appointments.sheet import Sheet
from bot.core.calendar import BERLIN, local

JUST_PAST = timedelta(hours=4)
"""A time alone means today if it is to come or was so short a while ago."""
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Reading:
    """When an appointment is, as far as a text says so. Days and times are those on the wall in Borken.

    ``day`` may be past: appointments are missed, too. If several days can be meant, ``day`` is None and
    ``also`` has them in order; they can be many. ``problem``: "impossible" (31.2., 25:00), "range"
    (10-12: which of them?), "vague" (no day, only "irgendwann"), or "". ``part_of_day``: "morning",
    "afternoon", "evening" or "". ``rest`` is the text without the words that were understood.
    """

    day: date | None = None
    time: time | None = None
    also: tuple[date, ...] = ()
    problem: str = ""
    part_of_day: str = ""
    rest: str = ""
    missed: bool = False
    """Whether the text speaks of an appointment that is over."""

    @property
    def at(self) -> datetime | None:
        """The appointment in Europe/Berlin, if day and time are known."""
        return datetime.combine(self.day, self.time, BERLIN) if self.day and self.time else None


def read_appointment(text: str, now: datetime) -> Reading:
    """The appointment that *text* names, seen from *now* (aware). Never raises, whatever the text.

    A time without a day means today if it is still to come or was a short while ago.
    """
    found = look(text, Frame(now))
    return replace(_weighed(found, now), rest=found.sheet.rest, missed=is_missed(found.sheet))


def _weighed(found: Found, now: datetime) -> Reading:
    groups = _agreed(found.mentions)
    days = tuple(sorted({day for group in groups for day in group}))
    named = found.parts - {parts.NOON}
    part = min(named) if len(named) == 1 else ""
    at, problem = _time(found, part)
    if not all(groups):
        return Reading(None, at, days, "impossible", part)
    if not days:
        problem = "range" if found.day_span else problem or ("vague" if is_vague(found.sheet) else "")
    if not days and not problem and (_is_today(found.sheet, now, at) or is_right_now(found.sheet)):
        days = (local(now).date(),)
    if len(days) != 1:
        return Reading(None, at, days, problem, part)
    if at and not _exists(days[0], at):
        at, problem = None, "impossible"
    return Reading(days[0], at, (), problem, part)


def find_day(text: str, today: date) -> date | None:
    """The day from *today* on that *text* names first: "morgen", "Donnerstag", "26.11.", "3.12.2026".

    A weekday is the next one after *today*; a date without a year is the next such date. None if no
    day is named or it does not exist ("31.2.").
    """
    frame = Frame(datetime.combine(today, NOON, BERLIN), ahead=True)
    groups = _agreed(look(text, frame).mentions)
    return groups[0][0] if groups and groups[0] else None


def _agreed(mentions: Iterable[Mention]) -> list[tuple[date, ...]]:
    """The days meant, one group for each that is named; what confirms an earlier one is not a second.

    "Mittwoch, den 2.12." is one day, "mittwoch oder donnerstag" are two. An empty group: no such day.
    """
    groups: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        for place, other in enumerate(groups):
            if days := common_days(other, mention):
                known_by = other.weekday if mention.weekday == other.weekday else None
                groups[place] = Mention(other.start, other.end, days, known_by)
                break
        else:
            groups.append(mention)
    return [group.days for group in groups]


def _time(found: Found, part: str) -> tuple[time | None, str]:
    """The time that is named, and what is wrong with it. Of two different times neither is taken."""
    times = {clock.at(part) for clock in found.clocks}
    if not times:
        noon = NOON if parts.NOON in found.parts and not found.time_span else None
        return noon, "range" if found.time_span else ""
    if len(times) > 1:
        return None, ""
    at = times.pop()
    return at, "" if at else "impossible"


def _is_today(sheet: Sheet, now: datetime, at: time | None) -> bool:
    if at is None or is_weekly(sheet):
        return False
    moment = datetime.combine(local(now).date(), at, BERLIN).astimezone(UTC)
    return is_missed(sheet) or moment >= now.astimezone(UTC) - JUST_PAST


def _exists(day: date, at: time) -> bool:
    """False in the hour that is left out when the clocks go forward."""
    moment = datetime.combine(day, at, BERLIN)
    return local(moment.astimezone(UTC)).time() == at
