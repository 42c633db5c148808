"""Office hours, holidays and working time, in Europe/Berlin.

Holidays are those of North Rhine-Westphalia (library ``holidays``). Hours are lines as editors write
them in ``faq/offices.yaml``: "Mo-Fr 08:00-12:00", "Do 14:00-17:00"; several lines add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

BERLIN = ZoneInfo("Europe/Berlin")
WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
PLANNING_HOURS = ("Mo-Fr 08:00-16:00",)
"""Counted with while an office has not confirmed its hours; never told to a citizen."""
QUIET_FROM, QUIET_UNTIL = time(20, 0), time(7, 30)
"""Outside these times, on Sundays and holidays the bot does not write of its own accord."""

NOON = time(12)
BEFORE_APPOINTMENT = timedelta(hours=4)
"""Working time before an appointment by which a wish to move it must be answered."""
SOONEST = timedelta(minutes=30)
"""Working time that anybody needs to see a ticket: nothing is due earlier, so nothing comes overdue."""
URGENT_WITHIN = timedelta(hours=2)
"""Working time within which somebody must act on what is urgent."""

_LINE = re.compile(
    r"^\s*([A-Za-z]{2})(?:\s*-\s*([A-Za-z]{2}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$"
)


def local(at: datetime) -> datetime:
    """*at* as the clock on the wall in Borken shows it."""
    return at.astimezone(BERLIN)


def is_holiday(day: date) -> bool:
    return day in _holidays(day.year)


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv="NW", years=year))


def is_quiet(at: datetime) -> bool:
    """Whether the bot must not write of its own accord at *at*."""
    here = local(at)
    by_day = here.weekday() == 6 or is_holiday(here.date())
    return by_day or here.time() >= QUIET_FROM or here.time() < QUIET_UNTIL


def after_quiet(at: datetime) -> datetime:
    """The first moment from *at* on at which the bot may write of its own accord (UTC)."""
    here = local(at)
    while is_quiet(here):
        day = here.date() + timedelta(days=1) if here.time() >= QUIET_UNTIL else here.date()
        here = datetime.combine(day, QUIET_UNTIL, BERLIN)
    return here.astimezone(at.tzinfo)


@dataclass(frozen=True, slots=True)
class Slot:
    """One stretch of working time: weekday (0 is Monday), from, until."""

    weekday: int
    start: time
    end: time


def parse_hours(line: str) -> tuple[Slot, ...]:
    """The slots of one line of hours.

    Raises:
        ValueError: the line is not of the form "Mo-Fr 08:00-12:00".
    """
    match = _LINE.match(line)
    if not match:
        raise ValueError(line)
    first = WEEKDAYS.index(match[1].lower())
    last = WEEKDAYS.index((match[2] or match[1]).lower())
    start, end = time(int(match[3]), int(match[4])), time(int(match[5]), int(match[6]))
    if last < first or end <= start:
        raise ValueError(line)
    return tuple(Slot(weekday, start, end) for weekday in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """When an office works: its weekly slots without holidays and its own closed days."""

    slots: tuple[Slot, ...]
    closed: frozenset[date] = frozenset()

    @classmethod
    def of(cls, hours: Iterable[str] = (), closed: Iterable[date] = ()) -> OfficeCalendar:
        """From lines of hours; PLANNING_HOURS where there are none."""
        lines = tuple(hours) or PLANNING_HOURS
        slots = (slot for line in lines for slot in parse_hours(line))
        return cls(tuple(sorted(slots, key=lambda slot: (slot.weekday, slot.start))), frozenset(closed))

    def on(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The stretches of working time of *day*, in order; empty if nobody is there."""
        if day in self.closed or is_holiday(day):
            return ()
        return tuple(
            (datetime.combine(day, slot.start, BERLIN), datetime.combine(day, slot.end, BERLIN))
            for slot in self.slots
            if slot.weekday == day.weekday()
        )

    def is_working_day(self, day: date) -> bool:
        return bool(self.on(day))

    def is_open(self, at: datetime) -> bool:
        return any(start <= at < end for start, end in self.on(local(at).date()))

    def working_days(self, after: date) -> Iterator[date]:
        """The working days after *after*, in order. Ends after a year without one."""
        return (
            day
            for day in (after + timedelta(days=step) for step in range(1, 367))
            if self.is_working_day(day)
        )

    def next_working_day(self, after: date) -> date:
        return next(self.working_days(after), after + timedelta(days=1))

    def beginning_of(self, day: date) -> datetime:
        """When work begins on *day*; the beginning of the planning hours if nobody is there."""
        stretches = self.on(day)
        return stretches[0][0] if stretches else datetime.combine(day, time(8), BERLIN)

    def end_of(self, day: date) -> datetime:
        """When work ends on *day*; the end of the planning hours if nobody is there."""
        stretches = self.on(day)
        return stretches[-1][1] if stretches else datetime.combine(day, time(16), BERLIN)

    def window(self, day: date, half: str) -> tuple[datetime, datetime]:
        """When somebody can be called on *day*: before noon ("mornings"), after it, or all day ("")."""
        noon, start, end = datetime.combine(day, NOON, BERLIN), self.beginning_of(day), self.end_of(day)
        if half == "mornings":
            return start, min(end, noon)
        return (max(start, noon), end) if half == "afternoons" else (start, end)

    def working_time(self, since: datetime, until: datetime) -> timedelta:
        """How much of the time between the two is working time; none if *until* is the earlier one."""
        first, last = local(since), local(until)
        days = (first.date() + timedelta(days=step) for step in range((last.date() - first.date()).days + 1))
        stretches = ((max(start, first), min(end, last)) for day in days for start, end in self.on(day))
        return sum((end - start for start, end in stretches if start < end), timedelta(0))

    def minus_working_time(self, at: datetime, amount: timedelta) -> datetime:
        """The moment from which *amount* of working time is left until *at* (same zone as *at*)."""
        left = amount
        day = local(at).date()
        for _ in range(366):
            for start, end in reversed(self.on(day)):
                finish = min(end, local(at))
                if finish <= start:
                    continue
                if finish - start >= left:
                    return (finish - left).astimezone(at.tzinfo)
                left -= finish - start
            day -= timedelta(days=1)
        return at - amount

    def plus_working_time(self, at: datetime, amount: timedelta) -> datetime:
        """The moment at which *amount* of working time has passed since *at* (same zone as *at*)."""
        left = amount
        day = local(at).date()
        for _ in range(366):
            for start, end in self.on(day):
                begin = max(start, local(at))
                if begin >= end:
                    continue
                # Within one zone Python subtracts wall clocks; no office works through a clock change.
                if end - begin >= left:
                    return (begin + left).astimezone(at.tzinfo)
                left -= end - begin
            day += timedelta(days=1)
        return at + amount


def call_due(calendar: OfficeCalendar, at: datetime, wish: str, answer_within: int | None = None) -> datetime:
    """By when a call asked for at *at* should have been made (UTC).

    The end of the next working day, or of the wished window where that is later: noon for
    "mornings", the end of the wished day for an ISO date, noon of it for "2026-11-24 mornings".
    ``answer_within`` working days take the place of one.
    """
    days = calendar.working_days(local(at).date())
    day = local(at).date()
    for _ in range(answer_within or 1):
        day = next(days, day + timedelta(days=1))
    wished, half = parse_wish(wish)
    if wished is not None:
        is_today = wished == local(at).date() and local(at) < calendar.end_of(wished)
        day = wished if is_today else max(day, wished)
    due = calendar.end_of(day)
    if half == "mornings":
        due = min(due, datetime.combine(day, NOON, BERLIN))
    return due.astimezone(at.tzinfo)


def urgent_due(calendar: OfficeCalendar, at: datetime, wish: str = "asap") -> datetime:
    """By when somebody must act on what is urgent since *at* (UTC): within the same office hours.

    Outside of them in the next, and so if less than SOONEST is left of them. Who wishes a later day is
    not called before it.
    """
    day, half = parse_wish(wish)
    if day is not None:
        at = max(at, calendar.window(day, half)[0].astimezone(at.tzinfo))
    soonest = calendar.plus_working_time(at, SOONEST)
    hours = calendar.on(local(soonest).date())
    closing = next((end for start, end in hours if start <= soonest <= end), None)
    due = calendar.plus_working_time(at, URGENT_WITHIN)
    return min(due, closing.astimezone(at.tzinfo)) if closing else due


def reschedule_due(
    calendar: OfficeCalendar, at: datetime, appointment: datetime, usually: datetime
) -> tuple[datetime, bool]:
    """By when a wish to move *appointment* must be answered, and whether it is urgent.

    As *usually*, but at least four working hours before the appointment; where these have begun, or
    less than one working day is left, it is urgent, and due before the appointment if anybody can still
    see it by then.
    """
    soonest = calendar.plus_working_time(at, SOONEST)
    latest = calendar.minus_working_time(appointment, BEFORE_APPOINTMENT)
    soon = calendar.next_working_day(local(at).date()) >= local(appointment).date()
    if not soon and latest > soonest:
        return min(usually, latest), False
    return max(soonest, min(urgent_due(calendar, at), appointment)), True


def missed_due(calendar: OfficeCalendar, at: datetime, appointment: datetime, usually: datetime) -> datetime:
    """By when somebody must call who has missed *appointment*: today, while it can still count today.

    As *usually* where it was on another day, or where nobody can see it today any more.
    """
    closing = calendar.end_of(local(at).date())
    is_over = calendar.plus_working_time(at, SOONEST) > closing
    if local(appointment).date() != local(at).date() or is_over:
        return usually
    return min(usually, closing.astimezone(at.tzinfo))


def parse_wish(wish: str) -> tuple[date | None, str]:
    """The day that a ticket's wish names, or None, and the half of it: "mornings", "afternoons" or ""."""
    first, _, rest = wish.partition(" ")
    day = date.fromisoformat(first) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", first) else None
    half = rest if day else first
    return day, half if half in ("mornings", "afternoons") else ""
