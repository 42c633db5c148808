"""The history of an answer: its wordings, each with its time and how often it was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.calendar import local
from bot.core.questions import DayCount, What
from bot.core.wordings import LiveWording

GIVEN = (What.ANSWERED, What.OPENED)
"""With these an answer was given: to a question, or at the press of a button."""


@dataclass(frozen=True, slots=True)
class Period:
    """A wording in its time, and how often it was given then."""

    live: LiveWording
    given: int


@dataclass(frozen=True, slots=True)
class History:
    """Oldest first. ``elsewhere``: given at times of which no wording is known, as in a trial of files that
    were never in service."""

    periods: tuple[Period, ...]
    elsewhere: int


def history(entry: str, wordings: Sequence[LiveWording], counts: Iterable[DayCount]) -> History:
    """The history of *entry* from its *wordings*, oldest first, and what was counted meanwhile.

    Counts know a day and a version of the knowledge base. Where a wording comes back on the same day in the
    same version (withdrawn and given again as it was), that day counts for the later time.
    """
    given = [0] * len(wordings)
    elsewhere = 0
    for one in counts:
        if one.entry == entry and one.what in GIVEN:
            places = [place for place, live in enumerate(wordings) if _fits(live, one)]
            if places:
                given[places[-1]] += one.count
            else:
                elsewhere += one.count
    return History(tuple(map(Period, wordings, given)), elsewhere)


def _fits(live: LiveWording, count: DayCount) -> bool:
    begun = local(live.since).date() <= count.day
    over = live.until is not None and local(live.until).date() < count.day
    return begun and not over and count.version in live.versions
