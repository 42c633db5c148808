"""Which wording was given how often: counts know a day and a version, wordings know a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.history import history
from bot.core.questions import DayCount, What
from bot.core.wordings import LiveWording, Wording
from tests.builders import NOW

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)


def live(since: datetime, until: datetime | None, *versions: str) -> LiveWording:
    return LiveWording(Wording("anfahrt", "Parken geht.", "Parken."), since, until, frozenset(versions))


def count(
    n: int, day: date = MONDAY, version: str = "v1", what: What = What.ANSWERED, entry: str = "anfahrt"
):
    return DayCount(day, what, entry, version, "de", n)


def times(wordings, *counts):
    found = history("anfahrt", wordings, counts)
    return [period.given for period in found.periods], found.elsewhere


def test_answers_and_opened_answers_count_and_nothing_else():
    counts = [count(5), count(2, what=What.OPENED), count(9, what=What.HELPED), count(9, entry="umzug")]
    assert times([live(NOW, None, "v1")], *counts) == ([7], 0)


def test_on_the_day_of_a_change_the_version_tells():
    wordings = [live(NOW - DAY, NOW, "v1"), live(NOW, None, "v2")]
    counts = [count(4, MONDAY - DAY), count(3), count(2, version="v2"), count(1, MONDAY + DAY, "v2")]
    assert times(wordings, *counts) == ([7, 3], 0)


def test_at_new_year_the_day_tells():
    """The files stayed the same, the amounts did not."""
    midnight = datetime(2026, 12, 31, 23, 0, 4, tzinfo=UTC)
    wordings = [live(NOW, midnight, "v1"), live(midnight, None, "v1")]
    counts = [count(6, date(2026, 12, 31)), count(5, date(2027, 1, 1))]
    assert times(wordings, *counts) == ([6, 5], 0)


def test_who_reverts_gives_the_old_version_anew():
    wordings = [
        live(NOW, NOW + DAY, "v1"),
        live(NOW + DAY, NOW + 2 * DAY, "v2"),
        live(NOW + 2 * DAY, None, "v1"),
    ]
    counts = [count(3), count(2, MONDAY + DAY, "v2"), count(1, MONDAY + 3 * DAY)]
    assert times(wordings, *counts) == ([3, 2, 1], 0)


def test_what_was_never_in_service_is_told_apart():
    assert times([live(NOW, None, "v1")], count(3), count(8, version="draft")) == ([3], 8)


VERSIONS = st.sampled_from(["v1", "v2", "v3"])
COUNTS = st.builds(count, st.integers(1, 9), st.dates(MONDAY - 3 * DAY, MONDAY + 9 * DAY), VERSIONS)


@given(st.lists(COUNTS, max_size=9), st.lists(VERSIONS, max_size=4))
def test_every_answer_is_counted_once(counts, versions):
    ends = [*(NOW + n * DAY for n in range(1, len(versions))), None]
    wordings = [
        live(NOW + n * DAY, end, one) for n, (one, end) in enumerate(zip(versions, ends, strict=False))
    ]
    given_then, elsewhere = times(wordings, *counts)
    assert sum(given_then) + elsewhere == sum(one.count for one in counts)
