"""Figures without people: weeks, percentiles, what is too few to be told."""

from __future__ import annotations

import statistics
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.questions import DayCount, What
from bot.core.statistics import (
    GRAIN,
    Hours,
    Tally,
    Vain,
    WaitCount,
    WishCount,
    a_wait,
    figures,
    monday,
    percentile,
)
from bot.core.suppression import FEWEST
from bot.core.tickets import Kind

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 24)
HOUR = timedelta(hours=1)


def a_count(what: What, count: int, day: date = MONDAY, entry: str = "") -> DayCount:
    return DayCount(day, what, entry, "v1", "de", count)


def a_wish_count(count: int, day: date = MONDAY, **fields: Any) -> WishCount:
    return WishCount(**({"day": day, "kind": Kind.PHONE_CALL, "office": "borken", "count": count} | fields))


def waited(hours: float, count: int = 1, day: date = MONDAY) -> WaitCount:
    return WaitCount(day, Kind.PHONE_CALL, "borken", hours * HOUR, hours * HOUR / 2, count)


def of(*counts: DayCount, **tally: Any):
    return figures(Tally(counts, **tally), MONDAY, TODAY)


def test_questions_are_counted_by_week_and_outcome():
    found = of(
        a_count(What.ANSWERED, 20),
        a_count(What.ANSWERED, 10, MONDAY + timedelta(days=6)),
        a_count(What.NOT_KNOWN, 7, TODAY),
        a_count(What.QUESTION, 37),
        a_count(What.HELPED, 8),
        a_count(What.NOT_HELPED, 2),
    )
    assert found.weeks == (MONDAY, date(2026, 11, 23))
    assert found.questions.rows == ("2026-11-16", "2026-11-23")
    assert found.questions.columns == ("answered", "asked_back", "not_known")
    assert found.questions.cells == ((30, 0, 0), (0, 0, 7))
    assert found.questions.total == 37
    assert (found.helped, found.not_helped) == (8, None)


def test_a_time_begins_with_the_week_of_its_first_day():
    """Whoever could ask from Tuesday and from Wednesday on would know what happened on one day."""
    asked = [figures(Tally(), MONDAY + timedelta(days=days), TODAY) for days in range(7)]
    assert {one.since for one in asked} == {MONDAY}
    assert {one.until for one in asked} == {TODAY}


def test_what_lies_outside_of_the_time_is_not_counted():
    before, after = MONDAY - timedelta(days=1), TODAY + timedelta(days=1)
    found = of(
        a_count(What.ANSWERED, 9, before),
        wishes=[a_wish_count(9, before), a_wish_count(8, after)],
        waits=[waited(1, 9, before)],
    )
    assert (found.questions.total, found.wishes.total, found.waiting) == (0, 0, None)


def test_a_time_that_begins_tomorrow_is_empty():
    found = figures(Tally([a_count(What.ANSWERED, 9)]), TODAY + timedelta(days=14), TODAY)
    assert (found.questions.total, len(found.weeks)) == (0, 1)


def test_wishes_are_counted_by_kind_and_by_office():
    found = of(
        wishes=[
            a_wish_count(9),
            a_wish_count(6, office="ahaus", kind=Kind.MISSED),
            a_wish_count(12, day=TODAY, office="ahaus"),
        ]
    )
    assert found.wishes.column_sums == (21, 0, 6)
    assert found.offices.rows == ("ahaus", "borken")
    assert found.offices.cells == ((18,), (9,))


def test_all_topics_that_are_given_often_enough_stand_in_their_order():
    found = of(
        a_count(What.ANSWERED, 6, entry="anfahrt"),
        a_count(What.OPENED, 3, entry="anfahrt"),
        a_count(What.ANSWERED, 12, entry="regelbedarf"),
        a_count(What.ANSWERED, 4, entry="selten"),
        a_count(What.HELPED, 40, entry="selten"),
    )
    assert found.topics == (("regelbedarf", 12), ("anfahrt", 9))


def test_groups_of_fewer_chats_are_not_told():
    told = figures(Tally(), MONDAY, TODAY, [Vain("parkplatz?", 5), Vain("wo wohnt herr x", 4)]).unanswered
    assert told == (Vain("parkplatz?", 5),)


def test_waiting_times_are_told_from_five_tickets_on():
    five = [waited(hours) for hours in (1, 2, 3, 4, 5)]
    found = of(waits=five)
    assert found.waiting is not None
    assert found.waiting.by_clock == Hours(3, pytest.approx(4.6))
    assert found.waiting.at_work == Hours(1.5, pytest.approx(2.3))
    assert found.waiting_by_week == (found.waiting, None)
    assert of(waits=five[:4]).waiting is None


def test_that_many_tickets_wait_is_told_and_that_few_do_is_not():
    assert of(untouched={"borken": 3, "ahaus": 4}).untouched == 7
    assert of(untouched={"borken": 3}).untouched is None
    assert of(untouched={}).untouched == 0


def test_working_time_leaves_out_nights_weekends_and_holidays():
    made = datetime(2026, 12, 23, 14, tzinfo=UTC)  # Wednesday, 15:00 in Borken
    reacted = datetime(2026, 12, 28, 8, tzinfo=UTC)  # Monday, 9:00; Christmas and a weekend between
    wait = a_wait(date(2026, 12, 23), Kind.MISSED, "borken", made, reacted)
    assert wait.worked == 10 * HOUR  # one on Wednesday, eight on Christmas Eve, one on Monday
    assert wait.waited == 114 * HOUR


def test_waiting_times_are_kept_too_roughly_to_find_a_ticket_by():
    made = datetime(2026, 11, 23, 9, tzinfo=UTC)
    exact = timedelta(hours=1, minutes=52, seconds=31)
    assert a_wait(MONDAY, Kind.MISSED, "borken", made, made + exact).waited == 2 * HOUR
    assert a_wait(MONDAY, Kind.MISSED, "borken", made, made - HOUR).waited == timedelta(0)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.timedeltas(timedelta(0), timedelta(30)))
def test_working_time_is_a_part_of_the_time(made, span):
    made = made.replace(tzinfo=UTC)
    wait = a_wait(MONDAY, Kind.MISSED, "borken", made, made + span)
    assert timedelta(0) <= wait.worked <= wait.waited + GRAIN
    assert not wait.waited % GRAIN
    assert not wait.worked % GRAIN


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=40))
def test_percentiles_are_those_of_the_textbook(values):
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    for place, expected in enumerate(tenths, 1):
        assert percentile(values, place / 10) == pytest.approx(expected)
    assert percentile(values, 0.5) == pytest.approx(statistics.median(values))
    assert (percentile(values, 0), percentile(values, 1)) == (min(values), max(values))


def test_without_values_there_is_no_percentile():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


COUNTS = st.builds(
    a_count,
    st.sampled_from([What.ANSWERED, What.ASKED_BACK, What.NOT_KNOWN, What.HELPED, What.OPENED]),
    st.integers(1, 9),
    st.dates(MONDAY - timedelta(days=3), TODAY + timedelta(days=3)),
    st.sampled_from(["anfahrt", "umzug", ""]),
)


@given(st.lists(COUNTS, max_size=12), st.lists(st.builds(a_wish_count, st.integers(1, 9)), max_size=6))
def test_no_figure_is_one_of_fewer_than_five(counts, wishes):
    found = of(*counts, wishes=wishes)
    single = [found.helped, found.not_helped, found.untouched, *(count for _, count in found.topics)]
    for table in (found.questions, found.wishes, found.offices):
        single += [*table.row_sums, *table.column_sums, table.total, *(n for row in table.cells for n in row)]
    assert all(one is None or one == 0 or one >= FEWEST for one in single)
    assert found.wishes.total == found.offices.total


@given(st.dates())
def test_a_week_begins_on_monday(day):
    assert monday(day).weekday() == 0
    assert timedelta(0) <= day - monday(day) < timedelta(days=7)
