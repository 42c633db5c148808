"""Working time in Borken: weekends, holidays of North Rhine-Westphalia, the clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import (
    SOONEST,
    OfficeCalendar,
    after_quiet,
    call_due,
    is_quiet,
    local,
    missed_due,
    parse_hours,
    reschedule_due,
    urgent_due,
)

PLAIN = OfficeCalendar.of()
BROKEN_UP = OfficeCalendar.of(["Mo-Fr 08:00-12:00", "Do 14:00-17:00"], [date(2026, 12, 24)])


def berlin(*parts: int) -> datetime:
    """A time as the clock on the wall shows it, in UTC."""
    return datetime(*parts, tzinfo=local(datetime(2026, 1, 1, tzinfo=UTC)).tzinfo).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 22), False),
        (date(2026, 11, 1), False),  # All Saints, a holiday in NRW
        (date(2026, 6, 4), False),  # Corpus Christi
        (date(2026, 10, 31), False),  # Saturday; Reformation Day is none in NRW
        (date(2025, 10, 31), True),
        (date(2026, 12, 25), False),
        (date(2027, 1, 1), False),
    ],
)
def test_working_days(day, works):
    assert PLAIN.is_working_day(day) is works


def test_an_office_has_its_own_closed_days():
    assert not BROKEN_UP.is_working_day(date(2026, 12, 24))
    assert PLAIN.is_working_day(date(2026, 12, 24))


def test_several_slots_a_day():
    assert BROKEN_UP.is_open(berlin(2026, 11, 26, 14, 30))
    assert not BROKEN_UP.is_open(berlin(2026, 11, 26, 13, 0))
    assert not BROKEN_UP.is_open(berlin(2026, 11, 25, 14, 30))


def test_working_time_jumps_over_lunch_night_and_weekend():
    assert BROKEN_UP.plus_working_time(berlin(2026, 11, 26, 11, 0), timedelta(hours=2)) == berlin(
        2026, 11, 26, 15, 0
    )
    assert PLAIN.plus_working_time(berlin(2026, 11, 27, 15, 0), timedelta(hours=4)) == berlin(
        2026, 11, 30, 11, 0
    )


def test_christmas_week():
    friday_evening = berlin(2026, 12, 23, 18, 0)
    assert PLAIN.next_working_day(local(friday_evening).date()) == date(2026, 12, 24)
    assert BROKEN_UP.next_working_day(date(2026, 12, 23)) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("at", "wish", "within", "due"),
    [
        ((2026, 11, 23, 9, 30), "asap", None, (2026, 11, 24, 16, 0)),
        ((2026, 11, 23, 9, 30), "mornings", None, (2026, 11, 24, 12, 0)),
        ((2026, 11, 23, 9, 30), "mornings", 2, (2026, 11, 25, 12, 0)),
        ((2026, 11, 27, 19, 0), "asap", None, (2026, 11, 30, 16, 0)),
        ((2026, 11, 23, 9, 30), "2026-12-03", None, (2026, 12, 3, 16, 0)),
        ((2026, 12, 31, 18, 0), "asap", None, (2027, 1, 4, 16, 0)),
        ((2027, 3, 26, 18, 0), "asap", None, (2027, 3, 30, 16, 0)),  # Easter and the clock change
    ],
)
def test_when_a_call_is_due(at, wish, within, due):
    assert call_due(PLAIN, berlin(*at), wish, within) == berlin(*due)


@pytest.mark.parametrize(
    ("at", "wish", "due"),
    [
        ((2026, 11, 23, 9, 30), "asap", (2026, 11, 23, 11, 30)),
        ((2026, 11, 26, 9, 0), "mornings", (2026, 11, 26, 11, 0)),
        ((2026, 11, 26, 11, 0), "asap", (2026, 11, 26, 12, 0)),  # not after the lunch break
        ((2026, 11, 26, 11, 45), "asap", (2026, 11, 26, 15, 45)),  # nobody can act within 15 minutes
        ((2026, 11, 26, 12, 30), "asap", (2026, 11, 26, 16, 0)),
        ((2026, 11, 27, 11, 59), "asap", (2026, 11, 30, 9, 59)),
        ((2026, 11, 28, 20, 0), "asap", (2026, 11, 30, 10, 0)),
        ((2026, 11, 23, 6, 0), "asap", (2026, 11, 23, 10, 0)),
        ((2026, 11, 23, 9, 30), "2026-11-25", (2026, 11, 25, 10, 0)),
        ((2026, 11, 23, 9, 30), "2026-11-23", (2026, 11, 23, 11, 30)),
    ],
)
def test_what_is_urgent_is_due_within_the_same_office_hours(at, wish, due):
    assert urgent_due(BROKEN_UP, berlin(*at), wish) == berlin(*due)


@pytest.mark.parametrize(
    ("at", "appointment", "due", "urgent"),
    [
        ((2026, 11, 23, 9, 30), (2026, 12, 3, 10, 0), (2026, 11, 24, 16, 0), False),
        ((2026, 11, 23, 9, 30), (2026, 11, 25, 9, 0), (2026, 11, 24, 13, 0), False),
        ((2026, 11, 23, 9, 30), (2026, 11, 24, 15, 0), (2026, 11, 23, 11, 30), True),
        ((2026, 11, 23, 9, 30), (2026, 11, 23, 14, 0), (2026, 11, 23, 11, 30), True),
        ((2026, 11, 23, 9, 30), (2026, 11, 23, 10, 30), (2026, 11, 23, 10, 30), True),
        ((2026, 11, 23, 9, 30), (2026, 11, 23, 9, 40), (2026, 11, 23, 10, 0), True),
        ((2026, 11, 23, 9, 30), (2026, 11, 23, 8, 0), (2026, 11, 23, 10, 0), True),  # at some time today
        ((2026, 11, 22, 20, 0), (2026, 11, 23, 8, 0), (2026, 11, 23, 8, 30), True),
    ],
)
def test_a_wish_to_move_is_due_before_the_appointment_where_that_is_possible(at, appointment, due, urgent):
    usually = call_due(PLAIN, berlin(*at), "asap")
    assert reschedule_due(PLAIN, berlin(*at), berlin(*appointment), usually) == (berlin(*due), urgent)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ((2026, 11, 23, 9, 0), (2026, 11, 23, 16, 0)),  # today it can still count
        ((2026, 11, 23, 15, 45), (2026, 11, 24, 16, 0)),  # nobody sees it today
        ((2026, 11, 24, 9, 0), (2026, 11, 25, 16, 0)),  # missed yesterday
    ],
)
def test_who_missed_an_appointment_today_is_to_be_called_today(at, due):
    at, missed = berlin(*at), berlin(2026, 11, 23, 8, 0)
    assert missed_due(PLAIN, at, missed, call_due(PLAIN, at, "asap")) == berlin(*due)


MOMENTS = st.datetimes(datetime(2026, 10, 1), datetime(2027, 4, 30), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS, st.sampled_from([PLAIN, BROKEN_UP]))
def test_nothing_is_overdue_when_it_comes(at, appointment, office):
    """Somebody has half an hour of working time at least."""
    soonest = office.plus_working_time(at, SOONEST)
    due, urgent = reschedule_due(office, at, appointment, call_due(office, at, "asap"))
    assert due >= soonest > at
    assert urgent or due < appointment
    assert urgent_due(office, at) >= soonest


@pytest.mark.parametrize(
    "line", ["", "Mo 8-12", "Xx 08:00-12:00", "Fr-Mo 08:00-12:00", "Mo 12:00-08:00", "Mo 8:00"]
)
def test_hours_of_another_form_are_refused(line):
    with pytest.raises(ValueError, match=r"^"):
        parse_hours(line)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        ((2026, 11, 23, 7, 29), True),
        ((2026, 11, 23, 7, 30), False),
        ((2026, 11, 23, 19, 59), False),
        ((2026, 11, 23, 20, 0), True),
        ((2026, 11, 22, 12, 0), True),
        ((2026, 12, 25, 12, 0), True),
        ((2026, 11, 28, 12, 0), False),
    ],
)
def test_quiet_hours(at, quiet):
    assert is_quiet(berlin(*at)) is quiet


def test_what_was_due_in_quiet_hours_comes_at_their_end():
    assert after_quiet(berlin(2026, 11, 27, 21, 0)) == berlin(2026, 11, 28, 7, 30)
    assert after_quiet(berlin(2026, 12, 24, 21, 0)) == berlin(2026, 12, 28, 7, 30)
    assert after_quiet(berlin(2026, 10, 24, 23, 0)) == berlin(2026, 10, 26, 7, 30)
    assert after_quiet(berlin(2026, 11, 23, 9, 0)) == berlin(2026, 11, 23, 9, 0)
