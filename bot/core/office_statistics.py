"""Figures for leads: how much came to their offices and how long it waited; by week, never by person.

Only weeks that are over are told: whoever looked each day would learn each single day by subtraction. All
counts stand in one table whose sums are protected together; a second one shares no more than its total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.statistics import WEEK, Tally, WaitCount, Waiting, WishCount, monday, waiting
from bot.core.suppression import FEWEST, Shown, Table, protected, shown
from bot.core.tickets import Kind

WEEKS = 8
OTHERS = ""
"""Stands for the offices that have too few, together."""


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """What leads may see. ``weeks`` are Mondays, the oldest first; ``offices`` those with enough, by id.

    ``messages`` has the offices (and at the end perhaps OTHERS) as rows and the weeks as columns.
    ``waiting_by_office`` goes with ``offices``, and so does ``waiting_by_week``, week by week.
    """

    weeks: tuple[date, ...]
    offices: tuple[str, ...]
    messages: Table
    kinds: Table
    waiting: Waiting | None
    waiting_by_office: tuple[Waiting | None, ...]
    waiting_by_week: tuple[tuple[Waiting | None, ...], ...]
    untouched: Shown


def first_day(today: date) -> date:
    """From when on must be counted."""
    return monday(today) - WEEKS * WEEK


def last_day(today: date) -> date:
    """The Sunday of the last week that is over."""
    return monday(today) - timedelta(days=1)


def office_figures(tally: Tally, today: date, within: Collection[str] | None) -> OfficeFigures:
    """The figures of the offices *within* (None: all) for the last WEEKS weeks that are over."""
    weeks = tuple(first_day(today) + number * WEEK for number in range(WEEKS))
    days = (weeks[0], last_day(today))
    wishes = [one for one in tally.wishes if days[0] <= one.day <= days[1] and _is_in(one.office, within)]
    waits = [one for one in tally.waits if days[0] <= one.day <= days[1] and _is_in(one.office, within)]
    offices = _with_enough(waits)
    untouched = sum(n for office, n in (tally.untouched or {}).items() if _is_in(office, within))
    of = {office: [one for one in waits if one.office == office] for office in offices}
    return OfficeFigures(
        weeks,
        offices,
        messages=_messages(wishes, offices, weeks),
        kinds=_kinds(wishes),
        waiting=waiting(waits),
        waiting_by_office=tuple(waiting(of[office]) for office in offices),
        waiting_by_week=tuple(
            tuple(waiting([one for one in of[office] if monday(one.day) == week]) for week in weeks)
            for office in offices
        ),
        untouched=shown(untouched),
    )


def _is_in(office: str, within: Collection[str] | None) -> bool:
    return within is None or office in within


def _with_enough(waits: Sequence[WaitCount]) -> tuple[str, ...]:
    """Offices that have worked on FEWEST tickets at least."""
    sums: Counter[str] = Counter()
    for one in waits:
        sums[one.office] += one.count
    return tuple(sorted(office for office, count in sums.items() if count >= FEWEST))


def _messages(wishes: Sequence[WishCount], offices: Sequence[str], weeks: Sequence[date]) -> Table:
    sums: Counter[tuple[str, str]] = Counter()
    for one in wishes:
        row = one.office if one.office in offices else OTHERS
        sums[row, monday(one.day).isoformat()] += one.count
    others = (OTHERS,) if any(row == OTHERS for row, _ in sums) else ()
    return protected(sums, (*offices, *others), [week.isoformat() for week in weeks])


def _kinds(wishes: Sequence[WishCount]) -> Table:
    sums: Counter[tuple[str, str]] = Counter()
    for one in wishes:
        sums[one.kind.value, ""] += one.count
    return protected(sums, [kind.value for kind in Kind], [""])
