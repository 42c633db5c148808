"""Figures for leads: whole weeks, offices with enough, nothing of few, nothing of people."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.office_statistics import OTHERS, WEEKS, first_day, last_day, office_figures
from bot.core.statistics import Tally, WaitCount, WishCount
from bot.core.suppression import FEWEST
from bot.core.tickets import Kind

TODAY = date(2026, 11, 25)
"""A Wednesday."""
LAST_WEEK = date(2026, 11, 16)
HOUR = timedelta(hours=1)


def wishes(office="bocholt", count=6, day=LAST_WEEK, kind=Kind.PHONE_CALL):
    return WishCount(day, kind, office, count)


def waits(office="bocholt", count=6, day=LAST_WEEK, hours=2.0):
    return WaitCount(day, Kind.PHONE_CALL, office, 3 * hours * HOUR, hours * HOUR, count)


def figures(*counted, within=None, untouched=None):
    tally = Tally(
        wishes=[one for one in counted if isinstance(one, WishCount)],
        waits=[one for one in counted if isinstance(one, WaitCount)],
        untouched=untouched,
    )
    return office_figures(tally, TODAY, within)


def test_only_whole_weeks_that_are_over_are_told():
    assert (first_day(TODAY), last_day(TODAY)) == (date(2026, 9, 28), date(2026, 11, 22))
    found = figures(wishes(), wishes(count=50, day=TODAY), wishes(count=70, day=date(2026, 9, 27)), waits())
    assert (len(found.weeks), found.weeks[-1]) == (WEEKS, LAST_WEEK)
    assert found.messages.total == 6


@pytest.mark.parametrize("day", [LAST_WEEK + timedelta(days=number) for number in range(7, 14)])
def test_through_the_running_week_nothing_changes(day):
    """Else whoever looks each day learns each day."""
    counted = [wishes(day=day), waits(day=day), wishes(), waits()]
    tally = Tally(wishes=counted[::2], waits=counted[1::2])
    assert office_figures(tally, day, None) == figures(wishes(), waits())


def test_an_office_stands_by_itself_from_five_tickets_on_that_it_worked_on():
    enough = (wishes("bocholt"), waits("bocholt", FEWEST))
    few = (wishes("rhede", 30), waits("rhede", FEWEST - 1))
    found = figures(*enough, *few)
    assert found.offices == ("bocholt",)
    assert found.messages.rows == ("bocholt", OTHERS)
    assert found.messages.row_sums == (6, 30)


def test_where_no_office_has_enough_all_stand_together():
    found = figures(wishes("rhede", 3), wishes("ahaus", 4))
    assert found.offices == ()
    assert (found.messages.rows, found.messages.total) == ((OTHERS,), 7)
    assert found.waiting is None


def test_a_lead_gets_the_own_offices_and_no_sum_of_others():
    both = (wishes("bocholt"), waits("bocholt"), wishes("rhede", 90), waits("rhede", 90))
    untouched = {"bocholt": 7, "rhede": 99}
    found = figures(*both, within=frozenset({"bocholt"}), untouched=untouched)
    assert (found.offices, found.messages.total, found.untouched) == (("bocholt",), 6, 7)
    assert found.kinds.total == 6
    nobody = figures(*both, within=frozenset(), untouched=untouched)
    assert (nobody.offices, nobody.messages.total, nobody.untouched) == ((), 0, 0)


def test_a_count_of_few_is_hidden_and_cannot_be_computed_from_the_sums():
    found = figures(
        wishes("bocholt", 20),
        waits("bocholt"),
        wishes("rhede", 3),
        wishes("rhede", 9, date(2026, 11, 9)),
        waits("rhede"),
    )
    week = found.messages.columns.index(LAST_WEEK.isoformat())
    column = [row[week] for row in found.messages.cells]
    assert found.messages.cells[1][week] is None
    assert column.count(None) == 2 or found.messages.column_sums[week] is None


def test_waiting_is_told_by_office_and_week_from_five_on():
    found = figures(
        waits("bocholt", 5, hours=2),
        waits("bocholt", 4, date(2026, 11, 9), hours=8),
        waits("rhede", 5, hours=1),
    )
    bocholt, rhede = found.waiting_by_week
    assert bocholt[-1].at_work.median == 2
    assert bocholt[-2] is None
    assert rhede[-1].at_work.median == 1
    assert [one.at_work.median for one in found.waiting_by_office] == [2, 1]


def test_how_many_wait_now_is_hidden_below_five():
    assert figures(untouched={"bocholt": 4}).untouched is None
    assert figures(untouched={"bocholt": 4, "rhede": 1}).untouched == 5
