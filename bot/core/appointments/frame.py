"""From what moment a text is read, and the days that a part of a date can mean from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.calendar import local

LATELY = timedelta(days=92)
"""A date without a year is at most so long ago ("22.11." is yesterday, not next year), else still to come."""
MISSED_LATELY = timedelta(days=183)
"""The same where the text speaks of something missed."""
FURTHEST_YEARS = 2
"""Invitations do not reach further; "3.12.1985" is a birthday."""
JUST_NOW = 7
"""Days: "am 20." said on the 23rd may be the day three days ago or the one in the next month."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day as it stands in the text: the days it can mean in order, none if it does not exist.

    ``weekday`` (0 is Monday) if it is known only by that, so that a written date can confirm it.
    """

    start: int
    end: int
    days: tuple[date, ...]
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """*now* as seen in Borken; ``ahead``: only days from today on are meant, such as for a wish."""

    now: datetime
    ahead: bool = False

    @property
    def today(self) -> date:
        return local(self.now).date()

    def is_plausible(self, year: int) -> bool:
        return self.today.year - 1 <= year <= self.today.year + FURTHEST_YEARS

    def dated(self, day: int, month: int, year: int | None, past: str = "") -> tuple[date, ...]:
        """The one day that a date means, the year guessed if it is not said; empty if there is none."""
        if year is not None:
            return _existing(year, month, day)
        back = timedelta(0) if self.ahead else MISSED_LATELY if past == "strong" else LATELY
        earliest = self.today - back
        for candidate in range(earliest.year, earliest.year + 2):
            found = _existing(candidate, month, day)
            if found and earliest <= found[0] < earliest + timedelta(days=366):
                return found
        return ()

    def day_of_month(self, day: int, past: str = "") -> tuple[date, ...]:
        """The days that "am 3." can mean."""
        months = [
            divmod(self.today.year * 12 + self.today.month - 1 + step, 12) for step in (-2, -1, 0, 1, 2)
        ]
        days = [found for year, month in months for found in _existing(year, month + 1, day)]
        before = [found for found in days if found < self.today]
        coming = [found for found in days if found >= self.today][:1]
        if self.ahead:
            return tuple(coming)
        if past == "strong":
            return tuple(before[-1:])
        recent = [found for found in before if (self.today - found).days <= JUST_NOW or past][-1:]
        return (*recent, *coming)

    def weekday(self, weekday: int, past: str = "") -> tuple[date, ...]:
        """The days that a bare weekday can mean; on the day itself also today."""
        ahead = self.next(weekday)
        today = () if weekday != self.today.weekday() or self.ahead else (self.today,)
        if past == "strong":
            return (self.last(weekday), *today)
        if past == "weak":
            return (self.last(weekday), *today, ahead)
        return (*today, ahead)

    def next(self, weekday: int) -> date:
        """The first such day after today."""
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def last(self, weekday: int) -> date:
        """The latest such day before today."""
        return self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)

    def in_week(self, weekday: int, weeks: int) -> date:
        """The day in the calendar week *weeks* after this one."""
        return self.today + timedelta(days=weekday - self.today.weekday() + 7 * weeks)


def _existing(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()
