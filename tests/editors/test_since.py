"""A day as an editor types it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.editors.since import read_date, read_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7d", date(2026, 11, 16)),
        (" 30 D", date(2026, 10, 24)),
        ("3t", date(2026, 11, 20)),
        ("2026-11-01", date(2026, 11, 1)),
        ("1.11.2026", date(2026, 11, 1)),
        ("gestern", None),
        ("31.2.2026", None),
        ("", None),
        ("-3d", None),
    ],
)
def test_days_are_read_as_people_write_them(typed, day):
    assert read_day(typed, TODAY) == day


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_none(typed):
    day = read_day(typed, TODAY)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2027-01-02", date(2027, 1, 2)), (" 2.1.2027 ", date(2027, 1, 2)), ("7d", None), ("2.1.27", None)],
)
def test_a_day_to_come_is_a_day_of_the_calendar(typed, day):
    assert read_date(typed) == day
