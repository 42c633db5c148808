"""Dates with a time as caseworkers type them, and the reasons to doubt that of a new appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

from bot.caseworkers import words
from bot.caseworkers.typed import WrongUse
from bot.core import appointments
from bot.core.calendar import BERLIN, OfficeCalendar, is_holiday, local
from bot.core.literal import literal
from bot.errors import BotError

USUAL_FROM, USUAL_UNTIL = time(7), time(19)
"""Nobody is invited outside these; a slip of the finger ends up there."""
FURTHEST = timedelta(days=92)
"""Hardly anybody is invited further ahead; a slip in the month or the year ends up there."""
LONGEST = 60
"""Characters."""
NO_DATE = "Das ist kein Datum mit Uhrzeit."
NO_SUCH = "Diesen Tag oder diese Uhrzeit gibt es nicht."

_GERMAN = re.compile(
    r"(?:(?P<weekday>[a-zäöü]+)[.,]{0,2}\s+)?"
    r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4}|\d{2})?"
    r"(?:\s*,\s*|\s+)"
    r"(?:(?:um\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*uhr)?|"
    r"(?:um\s+)?(?P<full_hour>\d{1,2})\s*uhr|um\s+(?P<bare_hour>\d{1,2}))",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?")
_WEEKDAYS = {
    **{name.casefold(): number for number, name in enumerate(words.WEEKDAY_NAMES)},
    **{name[:2].casefold(): number for number, name in enumerate(words.WEEKDAY_NAMES)},
    "sonnabend": 5,
}


class DateWrong(WrongUse):
    """No date with a time."""

    def __init__(self, typed: str, reason: str) -> None:
        super().__init__(
            f"„{literal(typed)[:40]}“: {reason} Zum Beispiel: 26.11. 10:00, 26.11.2026 10:00, "
            "morgen 14 Uhr oder Do 10 Uhr"
        )


class DateDoubtful(BotError):
    """A date on which hardly anybody is invited; the caseworker may insist."""

    def __init__(self, at: datetime, doubts: list[str]) -> None:
        super().__init__(
            f"{words.full_moment(at)}: Das {' und '.join(doubts)}. Nichts wurde verändert. "
            "Stimmt es trotzdem? Dann denselben Befehl noch einmal mit --sure."
        )


def read_appointment(typed: str, now: datetime) -> datetime:
    """The moment that *typed* names (UTC), as the clock in Borken shows it.

    A day without a year is the nearest such day, be it past. A weekday must fit. "morgen 14 Uhr" and
    "Do 10 Uhr" are read as those of citizens are.

    Raises:
        DateWrong: it is no date with a time, there is no such day, or it may be one of several.
    """
    plain = typed.strip()
    if _ISO.fullmatch(plain):
        return _iso(plain)
    german = _GERMAN.fullmatch(plain)
    return _named(typed, now) if german is None else _written(typed, german, now)


def is_written(typed: str) -> bool:
    """Whether the day is typed in digits, not named like "gestern" or "Do"."""
    plain = typed.strip()
    return bool(_ISO.fullmatch(plain) or _GERMAN.fullmatch(plain))


def doubts(
    at: datetime, now: datetime, calendar: OfficeCalendar, old: datetime | None = None
) -> Iterator[str]:
    """Why hardly anybody is invited for *at*, in words that follow "Das"."""
    if at <= now:
        yield _over(local(at).date(), local(now).date())
    if at == old:
        yield "ist der alte Termin"
    yield from odd_times(at, calendar)
    if at - now > FURTHEST:
        yield "ist erst in mehr als drei Monaten"


def odd_times(at: datetime, calendar: OfficeCalendar) -> Iterator[str]:
    """Why hardly anybody works at *at*, in words that follow "Das"."""
    here = local(at)
    day = here.date()
    if day.weekday() >= 5:
        yield f"ist ein {words.WEEKDAY_NAMES[day.weekday()]}"
    elif is_holiday(day):
        yield "ist ein Feiertag"
    elif not calendar.is_working_day(day):
        yield "ist dort ein Schließtag"
    if not USUAL_FROM <= here.time() < USUAL_UNTIL:
        yield f"ist nicht zwischen {USUAL_FROM:%H} und {USUAL_UNTIL:%H} Uhr"


def instead(
    at: datetime, now: datetime, calendar: OfficeCalendar, old: datetime | None = None
) -> tuple[datetime, ...]:
    """What may have been meant by *at*, if that is past or far ahead: the same day of this or the next
    month or of another year, and the next such weekday. Nothing that is to be doubted itself."""
    if now < at <= now + FURTHEST:
        return ()
    near = sorted(moment.astimezone(UTC) for moment in {*_same_day(local(at), local(now))})
    return tuple(moment for moment in near if not any(doubts(moment, now, calendar, old)))


def _iso(plain: str) -> datetime:
    try:
        at = datetime.fromisoformat(plain)
    except ValueError:
        raise DateWrong(plain, NO_SUCH) from None
    return (at if at.tzinfo else at.replace(tzinfo=BERLIN)).astimezone(UTC)


def _written(typed: str, german: re.Match[str], now: datetime) -> datetime:
    try:
        day = _day(german, local(now).date())
        hour = german["hour"] or german["full_hour"] or german["bare_hour"]
        at = time(int(hour), int(german["minute"] or 0))
    except ValueError:
        raise DateWrong(typed, NO_SUCH) from None
    _refuse_other_weekday(typed, german["weekday"], day)
    return datetime.combine(day, at, BERLIN).astimezone(UTC)


def _day(written: re.Match[str], today: date) -> date:
    day, month, year = int(written["day"]), int(written["month"]), written["year"]
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = []
    for near in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            found.append(date(near, month, day))
    return min(found, key=lambda one: (abs(one - today), one < today))  # ValueError if there is none


def _named(typed: str, now: datetime) -> datetime:
    """Of "morgen 14 Uhr", "Do 10 Uhr", "14. Dezember um 9"."""
    reading = appointments.read_appointment(typed[:LONGEST], now)
    days = (reading.day,) if reading.day else reading.also
    if len(typed) > LONGEST or reading.rest.strip() or reading.missed:
        raise DateWrong(typed, NO_DATE)
    if reading.problem == "impossible":
        raise DateWrong(typed, NO_SUCH)
    if not days or reading.problem:
        raise DateWrong(typed, NO_DATE)
    if reading.time is None:
        raise DateWrong(typed, "Die Uhrzeit fehlt.")
    moments = [datetime.combine(day, reading.time, BERLIN).astimezone(UTC) for day in days]
    coming = [moment for moment in moments if moment > now] or moments
    if len(coming) > 1:
        raise DateWrong(typed, f"Meinten Sie {' oder '.join(map(words.moment, coming[:3]))}?")
    return coming[0]


def _refuse_other_weekday(typed: str, weekday: str | None, day: date) -> None:
    if weekday is None:
        return
    named = _WEEKDAYS.get(weekday.casefold())
    if named is None:
        raise DateWrong(typed, NO_DATE)
    if named != day.weekday():
        raise DateWrong(typed, f"Der {day:%d.%m.%Y} ist ein {words.WEEKDAY_NAMES[day.weekday()]}.")


def _over(day: date, today: date) -> str:
    days = (today - day).days
    if days == 0:
        return "ist heute schon vorbei"
    return "liegt einen Tag zurück" if days == 1 else f"liegt {days} Tage zurück"


def _same_day(at: datetime, now: datetime) -> Iterator[datetime]:
    """Beside *at*: the same day of the month, the same day of the year, and the next such weekday."""
    following = now.replace(day=1) + timedelta(days=32)
    months = ((now.year, now.month), (following.year, following.month))
    for year, month in (*months, (now.year, at.month), (now.year + 1, at.month)):
        with suppress(ValueError):
            yield at.replace(year=year, month=month)
    ahead = (at.weekday() - now.weekday()) % 7 or 7
    yield datetime.combine(now.date() + timedelta(days=ahead), at.time(), BERLIN)
