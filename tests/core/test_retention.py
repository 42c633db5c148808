"""When retention waits: a clock that may be wrong, and too much at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.retention import (
    LEAP,
    PROBATION,
    SHORT_PROBATION,
    ClockMarks,
    Doubt,
    Watch,
    confirmed,
    is_too_much,
    judged,
    watched,
)
from tests.builders import NOW

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


def looked(marks, *times, newest=None):
    """The doubts at these looks, one after the other, and the marks at the end."""
    doubts = []
    for at in times:
        marks, doubt = judged(marks, newest, at)
        doubts.append(doubt)
    return doubts, marks


def every_hour(begin, hours):
    return [begin + number * HOUR for number in range(hours + 1)]


def test_a_new_database_believes_its_clock():
    assert judged(ClockMarks(), None, NOW) == (ClockMarks(believed_at=NOW), None)


@pytest.mark.parametrize(
    ("later", "doubt"),
    [
        (HOUR, None),
        (DAY, None),
        (DAY + MINUTE, Doubt.AHEAD),
        (30 * DAY, Doubt.AHEAD),
        (-5 * MINUTE, None),
        (-6 * MINUTE, Doubt.BEHIND),
        (-365 * DAY, Doubt.BEHIND),
    ],
)
def test_the_clock_is_doubted_when_it_does_not_go_on_from_where_it_was(later, doubt):
    assert judged(ClockMarks(believed_at=NOW), None, NOW + later)[1] is doubt


@pytest.mark.parametrize(("later", "doubt"), [(HOUR, None), (2 * DAY, Doubt.AHEAD), (-HOUR, Doubt.BEHIND)])
def test_in_a_database_without_marks_the_newest_row_stands_for_them(later, doubt):
    assert judged(ClockMarks(), NOW, NOW + later)[1] is doubt


def test_a_row_from_the_future_makes_a_steady_clock_doubtful():
    assert judged(ClockMarks(believed_at=NOW), NOW + 30 * DAY, NOW + HOUR)[1] is Doubt.BEHIND


def test_rows_written_after_a_leap_do_not_prove_that_it_was_right():
    leapt = NOW + 30 * DAY
    assert judged(ClockMarks(believed_at=NOW), leapt, leapt + HOUR)[1] is Doubt.AHEAD


@pytest.mark.parametrize("leap", [30 * DAY, -30 * DAY])
def test_a_clock_that_goes_on_steadily_for_a_day_is_believed_again(leap):
    """After a long weekend with the bot off, retention goes on by itself."""
    doubts, marks = looked(ClockMarks(believed_at=NOW), *every_hour(NOW + leap, 24))
    assert [doubt is None for doubt in doubts] == [False] * 24 + [True]
    assert marks.believed_at == NOW + leap + DAY


def test_a_leap_that_is_put_right_within_the_day_costs_nothing():
    doubts, _ = looked(ClockMarks(believed_at=NOW), NOW + 30 * DAY, NOW + HOUR, NOW + 30 * DAY + 3 * HOUR)
    assert doubts == [Doubt.AHEAD, None, Doubt.AHEAD]


def test_a_clock_that_leaps_again_while_it_is_watched_is_watched_anew():
    leapt = NOW + 30 * DAY
    doubts, _ = looked(ClockMarks(believed_at=NOW), leapt, leapt + 20 * HOUR, leapt + 20 * HOUR + 2 * DAY)
    assert None not in doubts


def test_rows_from_the_future_are_excused_once_the_clock_is_believed_again():
    future = NOW + 3650 * DAY
    doubts, marks = looked(ClockMarks(believed_at=NOW), *every_hour(NOW, 48), newest=future)
    assert [doubt is None for doubt in doubts] == [False] * 24 + [True] * 25
    assert judged(marks, future + HOUR, marks.believed_at)[1] is Doubt.BEHIND


@pytest.mark.parametrize("wrong", [30 * DAY, -30 * DAY])
def test_who_confirms_the_clock_ends_the_doubt(wrong):
    """Also when rows bear later times, and for the looks that follow."""
    at, newest = NOW + wrong, NOW + HOUR
    doubts, _ = looked(confirmed(newest, at), *every_hour(at, 3), newest=newest)
    assert doubts == [None] * 4


@given(some.lists(some.timedeltas(timedelta(0), LEAP), max_size=60))
def test_whoever_looks_at_least_daily_never_meets_a_doubt(steps):
    at, marks = NOW, ClockMarks()
    for step in steps:
        at += step
        marks, doubt = judged(marks, at, at)
        assert doubt is None


@given(
    some.timedeltas(LEAP + MINUTE, timedelta(days=4000)),
    some.lists(some.timedeltas(timedelta(0), LEAP), max_size=30),
)
def test_after_a_leap_nothing_goes_for_a_day(leap, steps):
    at = begin = NOW + leap
    marks, doubt = judged(ClockMarks(believed_at=NOW), NOW, at)
    for step in steps:
        assert (doubt is None) == (at - begin >= PROBATION)
        if doubt is None:
            break
        at += step
        marks, doubt = judged(marks, at, at)


@pytest.mark.parametrize(
    ("going", "there", "too_much"),
    [(0, 0, False), (19, 19, False), (20, 99, True), (20, 100, False), (21, 100, True), (500, 501, True)],
)
def test_more_than_a_fifth_is_too_much_unless_it_is_little(going, there, too_much):
    assert is_too_much(going, there) is too_much


# The watch that timers keep


def watch_over(*times, doubt=Doubt.AHEAD):
    watch = Watch()
    for at in times:
        watch = watched(watch, doubt, at)
    return watch


def every_minute(begin, span):
    return [begin + number * MINUTE for number in range(int(span / MINUTE) + 1)]


def test_a_clock_that_leapt_and_goes_on_steadily_is_believed_after_a_short_while():
    steady = every_minute(NOW, SHORT_PROBATION)
    assert watch_over(*steady[:-1]).waits
    assert not watch_over(*steady).waits


@pytest.mark.parametrize("doubt", [None, Doubt.BEHIND, Doubt.MANY])
def test_for_no_other_doubt_do_timers_wait(doubt):
    assert watched(watch_over(NOW), doubt, NOW + MINUTE) == Watch()


@pytest.mark.parametrize("leap", [6 * MINUTE, 2 * HOUR, 30 * DAY, -6 * MINUTE, -30 * DAY])
def test_a_further_leap_begins_the_watch_anew(leap):
    """Two hours forward are no hour that has passed."""
    steady = every_minute(NOW, SHORT_PROBATION - MINUTE)
    assert watch_over(*steady, steady[-1] + leap) == Watch(steady[-1] + leap, steady[-1] + leap)


@pytest.mark.parametrize("step", [5 * MINUTE, -MINUTE])
def test_what_a_time_service_corrects_is_no_leap(step):
    assert watch_over(NOW, NOW + step).since == NOW
