"""The date of a new appointment as caseworkers type it, and the reasons to doubt it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.caseworkers import words
from bot.caseworkers.typed import WrongUse
from bot.core.calendar import BERLIN, OfficeCalendar, is_holiday, local
from bot.core.literal import literal
from bot.errors import BotError

USUAL_FROM, USUAL_UNTIL = time(7), time(19)
"""Nobody is invited outside these; a slip of the finger ends up there."""
FURTHEST = timedelta(days=183)
"""A date without a year that has just passed would mean next year: nobody is invited so far ahead."""

_GERMAN = re.compile(
    r"(?:(?P<weekday>[a-zäöü]+)[.,]{0,2}\s+)?"
    r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4}|\d{2})?"
    r"(?:\s*,\s*|\s+)(?:um\s+)?"
    r"(?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*uhr)?|(?P<full_hour>\d{1,2})\s*uhr)",
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
            f"„{literal(typed)[:40]}“: {reason} Bitte so angeben: 26.11. 10:00, 26.11.2026 10:00 "
            "oder 2026-11-26T10:00"
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

    A day without a year is the next such day, today included. A weekday must fit.

    Raises:
        DateWrong: it is no date with a time, or there is no such day.
    """
    plain = typed.strip()
    if _ISO.fullmatch(plain):
        return _iso(plain)
    german = _GERMAN.fullmatch(plain)
    if german is None:
        raise DateWrong(typed, "Das ist kein Datum mit Uhrzeit.")
    try:
        day = _day(german, local(now).date())
        at = time(int(german["hour"] or german["full_hour"]), int(german["minute"] or 0))
    except ValueError:
        raise DateWrong(typed, "Diesen Tag oder diese Uhrzeit gibt es nicht.") from None
    _refuse_other_weekday(typed, german["weekday"], day)
    return datetime.combine(day, at, BERLIN).astimezone(UTC)


def doubts(
    at: datetime, now: datetime, calendar: OfficeCalendar, old: datetime | None = None
) -> Iterator[str]:
    """Why hardly anybody is invited for *at*, in words that follow "Das"."""
    here = local(at)
    day = here.date()
    if at <= now:
        yield "liegt in der Vergangenheit"
    if at == old:
        yield "ist der alte Termin"
    if day.weekday() >= 5:
        yield f"ist ein {words.WEEKDAY_NAMES[day.weekday()]}"
    elif is_holiday(day):
        yield "ist ein Feiertag"
    elif not calendar.is_working_day(day):
        yield "ist dort ein Schließtag"
    if not USUAL_FROM <= here.time() < USUAL_UNTIL:
        yield f"ist nicht zwischen {USUAL_FROM:%H} und {USUAL_UNTIL:%H} Uhr"
    if at - now > FURTHEST:
        yield "ist in mehr als einem halben Jahr"


def _iso(plain: str) -> datetime:
    try:
        at = datetime.fromisoformat(plain)
    except ValueError:
        raise DateWrong(plain, "Diesen Tag oder diese Uhrzeit gibt es nicht.") from None
    return (at if at.tzinfo else at.replace(tzinfo=BERLIN)).astimezone(UTC)


def _day(written: re.Match[str], today: date) -> date:
    day, month, year = int(written["day"]), int(written["month"]), written["year"]
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _refuse_other_weekday(typed: str, weekday: str | None, day: date) -> None:
    if weekday is None:
        return
    named = _WEEKDAYS.get(weekday.casefold())
    if named is None:
        raise DateWrong(typed, "Das ist kein Datum mit Uhrzeit.")
    if named != day.weekday():
        raise DateWrong(typed, f"Der {day:%d.%m.%Y} ist ein {words.WEEKDAY_NAMES[day.weekday()]}.")
