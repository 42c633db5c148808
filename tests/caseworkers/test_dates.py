"""The date of a new appointment: read as typed, doubted where nobody is invited."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.caseworkers import dates, words
from bot.caseworkers.dates import DateWrong
from bot.core.calendar import BERLIN, OfficeCalendar
from tests.builders import NOW

THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
"""10:00 in Borken."""
OFFICE = OfficeCalendar.of(("Mo-Do 08:00-16:00",), (date(2026, 12, 1),))


def berlin(year, month, day, hour=10, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "typed",
    [
        "26.11. 10:00",
        "26.11.2026 10:00",
        "26.11.26 10:00",
        "26.11.  10.00 Uhr",
        "26. 11. 10 Uhr",
        "26.11., 10:00 uhr",
        "Do 26.11. 10:00",
        "Donnerstag, 26.11.2026, 10:00 Uhr",
        "do., 26.11. um 10:00",
        "2026-11-26T10:00",
        "2026-11-26 10:00",
        "2026-11-26T09:00:00+00:00",
        "2026-11-26T09:00Z",
        "26.11. um 10",
        "26.11. 10",
        "26.11 10:00",
        "26. November um 10",
        "Do 10 Uhr",
        "Donnerstag 10:00",
        "kommenden Donnerstag, 10 Uhr",
    ],
)
def test_a_date_is_read_as_people_write_it(typed):
    assert dates.read_appointment(typed, NOW) == THURSDAY


@given(st.datetimes(datetime(2026, 11, 24), datetime(2027, 11, 22)))
def test_what_was_read_back_is_read_again(at):
    """So a date can be copied from an answer, an event or a Vermerk."""
    moment = at.replace(second=0, microsecond=0, tzinfo=BERLIN).astimezone(UTC)
    printed = words.full_moment(moment)
    assert dates.read_appointment(printed, NOW) == moment
    assert dates.read_appointment(moment.isoformat(timespec="minutes"), NOW) == moment


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("23.11. 09:00", berlin(2026, 11, 23, 9)),  # today, an hour ago: not in a year
        ("22.11. 10:00", berlin(2026, 11, 22)),  # a slip, to be asked back: not in a year
        ("12.11. 10:00", berlin(2026, 11, 12)),
        ("05.01. 10:00", berlin(2027, 1, 5)),
        ("22.11.2026 10:00", berlin(2026, 11, 22)),
        ("14.12. um 9", berlin(2026, 12, 14, 9)),
        ("heute 15 Uhr", berlin(2026, 11, 23, 15)),
        ("morgen 14 Uhr", berlin(2026, 11, 24, 14)),
        ("übermorgen 9:30", berlin(2026, 11, 25, 9, 30)),
        ("Mo 9 Uhr", berlin(2026, 11, 30, 9)),  # today it is over
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(typed, expected):
    assert dates.read_appointment(typed, NOW) == expected


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "kein Datum"),
        ("26.11.", "Die Uhrzeit fehlt"),
        ("26.11.2026", "Die Uhrzeit fehlt"),
        ("morgen", "Die Uhrzeit fehlt"),
        ("bald", "kein Datum"),
        ("nicht morgen 10:00", "kein Datum"),
        ("morgen 10-12 Uhr", "kein Datum"),
        ("morgen 10 Uhr" + " " * 60, "kein Datum"),
        ("nächsten Mittwoch 9 Uhr", "Meinten Sie Mi 25.11. 09:00 oder Mi 02.12. 09:00?"),
        ("Mo 15 Uhr", "Meinten Sie Mo 23.11. 15:00 oder Mo 30.11. 15:00?"),
        ("Mi oder Do 9 Uhr", "kein Datum"),
        ("20261126T10", "kein Datum"),
        ("xx 26.11. 10:00", "kein Datum"),
        ("31.11. 10:00", "gibt es nicht"),
        ("29.02. 10:00", "gibt es nicht"),
        ("26.11. 25:00", "gibt es nicht"),
        ("2026-11-31T10:00", "gibt es nicht"),
        ("Fr 26.11. 10:00", "ist ein Donnerstag"),
        ("Sonnabend 26.11. 10:00", "ist ein Donnerstag"),
        ("26.11.\x1b[2J", "kein Datum"),
    ],
)
def test_what_is_no_date_is_refused_with_examples(typed, reason):
    with pytest.raises(DateWrong, match=reason) as refused:
        dates.read_appointment(typed, NOW)
    assert "26.11.2026 10:00" in str(refused.value)
    assert "\x1b" not in str(refused.value)


@given(st.text(alphabet="0123456789.:-TZ+ ,UhrDoum", max_size=30))
def test_whatever_is_typed_is_a_date_or_refused(typed):
    with suppress(DateWrong):
        assert dates.read_appointment(typed, NOW).tzinfo is UTC


@pytest.mark.parametrize(
    ("at", "doubts"),
    [
        (berlin(2026, 11, 26), []),
        (berlin(2026, 11, 26, 7), []),
        (berlin(2026, 11, 20), ["liegt 3 Tage zurück", "Schließtag"]),
        (berlin(2026, 11, 22), ["liegt einen Tag zurück", "Sonntag"]),
        (berlin(2026, 11, 23, 9), ["ist heute schon vorbei"]),
        (berlin(2026, 11, 24), ["der alte Termin"]),
        (berlin(2026, 11, 28), ["ein Samstag"]),
        (berlin(2026, 11, 29), ["ein Sonntag"]),
        (berlin(2027, 1, 6), []),  # no holiday in North Rhine-Westphalia
        (berlin(2026, 12, 25), ["ein Feiertag"]),
        (berlin(2026, 12, 26), ["ein Samstag"]),
        (berlin(2026, 12, 1), ["ein Schließtag"]),
        (berlin(2026, 12, 4), ["ein Schließtag"]),  # nobody works there on Fridays
        (berlin(2026, 11, 26, 1), ["zwischen 07 und 19 Uhr"]),
        (berlin(2026, 11, 26, 19), ["zwischen 07 und 19 Uhr"]),
        (berlin(2027, 11, 22), ["drei Monaten"]),
    ],
)
def test_a_day_on_which_nobody_is_invited_is_doubted(at, doubts):
    found = list(dates.doubts(at.astimezone(UTC), NOW, OFFICE, old=berlin(2026, 11, 24)))
    assert len(found) == len(doubts)
    assert all(word in reason for word, reason in zip(doubts, found, strict=True))


def test_a_doubt_names_the_date_with_its_weekday_and_the_way_to_insist():
    complaint = str(dates.DateDoubtful(THURSDAY + timedelta(days=2), ["ist ein Samstag"]))
    assert complaint.startswith("Samstag, 28.11.2026, 10:00 Uhr: Das ist ein Samstag.")
    assert "--sure" in complaint


@pytest.mark.parametrize(
    ("at", "meant"),
    [
        (berlin(2026, 11, 26), []),
        (berlin(2026, 11, 28), []),  # a Saturday may be meant
        (berlin(2026, 11, 12), [berlin(2026, 11, 26)]),  # 12 December is a Saturday
        (berlin(2026, 11, 17), [berlin(2026, 11, 24), berlin(2026, 12, 17)]),
        (berlin(2027, 12, 14), [berlin(2026, 11, 24), berlin(2026, 12, 14)]),
        (berlin(2026, 1, 14), [berlin(2026, 11, 25), berlin(2026, 12, 14), berlin(2027, 1, 14)]),
        (berlin(2025, 12, 31, 3), []),
    ],
)
def test_for_a_day_that_is_past_or_far_ahead_others_are_proposed(at, meant):
    found = dates.instead(at.astimezone(UTC), NOW, OFFICE)
    assert found == tuple(one.astimezone(UTC) for one in meant)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))
def test_what_is_proposed_is_not_doubted(at):
    for proposed in dates.instead(at, NOW, OFFICE):
        assert list(dates.doubts(proposed, NOW, OFFICE)) == []
        assert words.full_moment(proposed)[-9:] == words.full_moment(at)[-9:]
