"""Retention's doubts: can the clock be believed, and would too much go at once?

The timers of citizens share the doubt about the clock, but not its patience: see :func:`watched`.

Deleting cannot be undone, so it waits when the clock may be wrong. The clock is believed if it goes on
from where it was believed last (the bot looks every hour). If it went back, or leapt by more than a day
(it was set, or the bot was off), it is watched for a day: whoever sees the complaint can put it right,
and a clock that still goes on steadily then is believed. An operator may confirm it at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

SLACK = timedelta(minutes=5)
"""Time services correct a clock by less; who goes further back has set it."""
LEAP = timedelta(days=1)
PROBATION = timedelta(days=1)
SHORT_PROBATION = timedelta(hours=1)
"""For timers: a time service has long put a clock right by then, and a reminder still comes in time."""
FEW = 20
"""Fewer tickets than this may always go: small offices have quiet weeks, and then all goes at once."""
SHARE = 0.2


class Doubt(StrEnum):
    """Why retention waits."""

    BEHIND = "behind"
    """The clock shows an earlier time than what is stored already."""
    AHEAD = "ahead"
    """The clock leapt by more than a day since it was believed last."""
    MANY = "many"
    """More than a fifth of all tickets would go at once."""


@dataclass(frozen=True, slots=True)
class ClockMarks:
    """What is remembered of the clock; all empty in a new database.

    ``doubted_from`` and ``doubted_at`` are what it showed when a doubt began and when it was looked at
    last. Stored times up to ``excused_until`` count as stamped by a clock that was wrong.
    """

    believed_at: datetime | None = None
    doubted_from: datetime | None = None
    doubted_at: datetime | None = None
    excused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Retirement:
    """What retention would destroy, as numbers of rows, and why it would not.

    ``there``: all tickets that are stored. ``drafts`` are sessions that shrink to language and style,
    ``traces`` such remains; ``history`` are events of tickets that went long ago, ``acts`` those of the
    audit, ``orders`` what leads ordered and is over; ``in_vain`` questions that editors could read.
    """

    settled: int
    unsettled: int
    there: int
    drafts: int
    traces: int
    events: int
    messages: int
    history: int
    deletions: int
    acts: int = 0
    orders: int = 0
    copies: int = 0
    in_vain: int = 0
    doubt: Doubt | None = None

    @property
    def tickets(self) -> int:
        return self.settled + self.unsettled


def judged(marks: ClockMarks, newest: datetime | None, now: datetime) -> tuple[ClockMarks, Doubt | None]:
    """The marks after a look at the clock, which shows *now*, and whether it is doubted.

    *newest* is the latest time that the program stamped on anything stored.
    """
    doubt = _doubt(marks, newest, now)
    if doubt is None:
        return ClockMarks(believed_at=now, excused_until=marks.excused_until), None
    since = marks.doubted_from if marks.doubted_from and _goes_on(marks.doubted_at, now) else now
    if now - since >= PROBATION:
        return confirmed(newest, now), None
    return replace(marks, doubted_from=since, doubted_at=now), doubt


def confirmed(newest: datetime | None, now: datetime) -> ClockMarks:
    """The marks when *now* is known to be right."""
    return ClockMarks(believed_at=now, excused_until=newest)


@dataclass(frozen=True, slots=True)
class Watch:
    """How a clock goes on that leapt: what it showed when that was seen first, and at the last look.

    Empty: it did not leap. It lives in the running program only; after a start the watch begins anew.
    """

    since: datetime | None = None
    at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is too early to believe it."""
        return self.since is not None and self.at is not None and self.at - self.since < SHORT_PROBATION


def watched(watch: Watch, doubt: Doubt | None, now: datetime) -> Watch:
    """The watch after a look at the clock, which shows *now* and is doubted by ``judged``.

    A timer that goes off by a clock that runs ahead is lost: the appointment seems to be over, and
    nobody is reminded. So timers wait after a leap, and go on at once when it is undone. Where it stands
    (the machine was off), they go on after an hour in which the clock went on steadily, look by look;
    they cannot wait for a day as retention does, for a reminder would come too late. A clock that is
    behind never makes a timer go off early, so nothing waits for it.
    """
    if doubt is not Doubt.AHEAD:
        return Watch()
    is_steady = watch.at is not None and abs(now - watch.at) <= SLACK
    return Watch(watch.since if is_steady else now, now)


def is_too_much(going: int, there: int) -> bool:
    """Whether so many of the tickets that are there are too many for one time."""
    return going >= FEW and going > SHARE * there


def _doubt(marks: ClockMarks, newest: datetime | None, now: datetime) -> Doubt | None:
    if newest is not None and marks.excused_until is not None and newest <= marks.excused_until:
        newest = None
    known = [at for at in (marks.believed_at, newest) if at is not None]
    if known and now < max(known) - SLACK:
        return Doubt.BEHIND
    # What is stored after a leap bears the new time: it proves nothing, unless there is nothing else.
    last = marks.believed_at or newest
    return Doubt.AHEAD if last is not None and now > last + LEAP else None


def _goes_on(before: datetime | None, now: datetime) -> bool:
    return before is not None and -SLACK <= now - before <= LEAP
