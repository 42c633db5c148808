"""Figures for those who run the service: how often, how long, never who.

What would tell of few is hidden: see ``suppression``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.core.calendar import OfficeCalendar
from bot.core.history import GIVEN
from bot.core.questions import DayCount, What
from bot.core.suppression import FEWEST, Shown, Table, protected, shown
from bot.core.tickets import Kind

OUTCOMES = (What.ANSWERED, What.ASKED_BACK, What.NOT_KNOWN)
"""Each question has exactly one of them, so they add up to all questions."""
TOPICS = 10
GROUPS = 10
WEEK = timedelta(days=7)

REACTIONS = ("taken", "closed", "not_reached", "number_wrong", "call_happened")
"""Events with which a ticket no longer waits: it was taken, tried or settled. (Forwarded, it waits on.)"""
GRAIN = timedelta(minutes=15)
"""So exact waiting times are kept: enough for figures, too little to find a ticket by them."""
USUAL_HOURS = OfficeCalendar.of()
"""Working time is measured alike for all offices, Monday to Friday from 8 to 16 except on holidays: so
figures can be compared, also when an office changes its hours."""


@dataclass(frozen=True, slots=True)
class WishCount:
    """How many tickets citizens made on one day in Borken."""

    day: date
    kind: Kind
    office: str
    count: int


@dataclass(frozen=True, slots=True)
class WaitCount:
    """How many tickets of a day waited so long for the first reaction; ``office`` is the one that reacted."""

    day: date
    kind: Kind
    office: str
    waited: timedelta
    worked: timedelta
    """The part of it that was working time."""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Hours:
    """Median and 90th percentile in hours."""

    median: float
    ninetieth: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long tickets waited: by the clock, and in working time."""

    by_clock: Hours
    at_work: Hours


@dataclass(frozen=True, slots=True)
class Vain:
    """Questions alike that were asked in vain, by one redacted example."""

    example: str
    chats: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What storage has counted, from a day on."""

    counts: Sequence[DayCount] = ()
    wishes: Sequence[WishCount] = ()
    waits: Sequence[WaitCount] = ()
    untouched: Mapping[str, int] | None = None
    """Office -> tickets to which nobody has reacted yet."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What may be shown. Rows of tables and the order of ``waiting_by_week`` are ``weeks``, their Mondays.

    ``since`` is a Monday: whoever could begin on any day would learn each single day by subtraction. The
    last week may not be over. ``waiting`` is None where fewer than FEWEST tickets have waited.
    """

    since: date
    until: date
    weeks: tuple[date, ...]
    questions: Table
    helped: Shown
    not_helped: Shown
    wishes: Table
    offices: Table
    untouched: Shown
    waiting: Waiting | None
    waiting_by_week: tuple[Waiting | None, ...]
    topics: tuple[tuple[str, int], ...]
    unanswered: tuple[Vain, ...]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def figures(tally: Tally, since: date, today: date, vain: Iterable[Vain] = ()) -> Figures:
    """The figures of the weeks from that of *since* to that of *today*.

    Who gives only what was counted for one office gets its figures, without the questions: they have none.
    Such figures of several offices must not stand beside those of all together: they are not protected
    against being taken from each other. For that there is ``offices``.
    """
    weeks = tuple(_weeks(monday(since), today))
    days = (weeks[0], today)
    counts = [one for one in tally.counts if days[0] <= one.day <= days[1]]
    wishes = [one for one in tally.wishes if days[0] <= one.day <= days[1]]
    waits = [one for one in tally.waits if days[0] <= one.day <= days[1]]
    return Figures(
        *days,
        weeks,
        questions=_by_week(weeks, OUTCOMES, ((one.day, one.what, one.count) for one in counts)),
        helped=shown(_sum(counts, What.HELPED)),
        not_helped=shown(_sum(counts, What.NOT_HELPED)),
        wishes=_by_week(weeks, tuple(Kind), ((one.day, one.kind, one.count) for one in wishes)),
        offices=_by_office(wishes),
        untouched=shown(sum((tally.untouched or {}).values())),
        waiting=waiting(waits),
        waiting_by_week=tuple(waiting([one for one in waits if monday(one.day) == week]) for week in weeks),
        topics=_topics(counts),
        unanswered=tuple(one for one in vain if one.chats >= FEWEST)[:GROUPS],
    )


def waiting(waits: Sequence[WaitCount]) -> Waiting | None:
    """How long these waited; None if they are too few to be told."""
    if sum(one.count for one in waits) < FEWEST:
        return None
    by_clock = [_hours(one.waited) for one in waits for _ in range(one.count)]
    at_work = [_hours(one.worked) for one in waits for _ in range(one.count)]
    return Waiting(_both(by_clock), _both(at_work))


def a_wait(day: date, kind: Kind, office: str, made: datetime, reacted: datetime) -> WaitCount:
    """The waiting time of one ticket that was *made* then, as exact as GRAIN."""
    worked = USUAL_HOURS.working_time(made, reacted)
    return WaitCount(day, kind, office, _rounded(reacted - made), _rounded(worked))


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which *share* (0 to 1) of *values* lie, between two of them in proportion.

    Raises:
        ValueError: there are no values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values, no percentile")
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _weeks(first: date, today: date) -> Iterable[date]:
    week = first
    while week <= max(today, first):
        yield week
        week += WEEK


def _by_week(
    weeks: Sequence[date], columns: Sequence[StrEnum], counted: Iterable[tuple[date, StrEnum, int]]
) -> Table:
    sums: Counter[tuple[str, str]] = Counter()
    for day, column, count in counted:
        sums[monday(day).isoformat(), column.value] += count
    return protected(sums, [week.isoformat() for week in weeks], [column.value for column in columns])


def _by_office(wishes: Sequence[WishCount]) -> Table:
    sums: Counter[str] = Counter()
    for one in wishes:
        sums[one.office] += one.count
    ordered = sorted(sums, key=lambda office: (-sums[office], office))
    return protected({(office, ""): sums[office] for office in ordered}, ordered, [""])


def _topics(counts: Sequence[DayCount]) -> tuple[tuple[str, int], ...]:
    """The answers given most often. Their sum is told nowhere, so nothing can be taken from it."""
    sums: Counter[str] = Counter()
    for one in counts:
        if one.what in GIVEN:
            sums[one.entry] += one.count
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(pair for pair in ordered if pair[1] >= FEWEST)[:TOPICS]


def _sum(counts: Sequence[DayCount], what: What) -> int:
    return sum(one.count for one in counts if one.what is what)


def _both(hours: Sequence[float]) -> Hours:
    return Hours(percentile(hours, 0.5), percentile(hours, 0.9))


def _hours(span: timedelta) -> float:
    return span / timedelta(hours=1)


def _rounded(span: timedelta) -> timedelta:
    return round(max(span, timedelta(0)) / GRAIN) * GRAIN
