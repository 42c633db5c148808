"""Standing orders of leads to the running bot: be silent, or say something first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.literal import literal


@dataclass(frozen=True, slots=True)
class Stop:
    """The bot answers no questions since ``at``, because ``by`` ordered it; ``reason`` is for staff only.

    ``ended_at`` and ``ended_by``: it answers again.
    """

    at: datetime
    by: str
    reason: str
    ended_at: datetime | None = None
    ended_by: str = ""


UNFETCHED = timedelta(minutes=5)
"""A fetch lasts half a minute at most and is noted once a minute; shorter pauses nobody needs to know of."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Citizens get no answers ``since`` then: a lead ordered it (``reason``, for staff only), or the bot does
    not reach its channel."""

    since: datetime
    is_ordered: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """A short German text that every chat is told once a day, from ``since`` to ``until`` (both included).

    ``offices`` are ids, empty for all. ``number`` is given by the store; 0 before.
    """

    text: str
    since: date
    until: date
    by: str
    offices: tuple[str, ...] = ()
    number: int = 0

    def is_for(self, day: date, office: str) -> bool:
        """Whether a chat is told on *day*; *office* is "" while its town is not known.

        Whoever has named no town is told too: the text says which office it is about.
        """
        return self.since <= day <= self.until and (not self.offices or not office or office in self.offices)


@dataclass(frozen=True, slots=True)
class StandingOrders:
    """What is in force, or will be; banners by their first day."""

    stop: Stop | None = None
    banners: tuple[Banner, ...] = ()

    def banners_for(self, day: date, office: str, told: Iterable[int]) -> tuple[Banner, ...]:
        """Those that a chat is still to be told, which has heard the *told* ones on this day."""
        known = frozenset(told)
        return tuple(one for one in self.banners if one.is_for(day, office) and one.number not in known)


def silence(stop: Stop | None, fetched: datetime | None, now: datetime) -> Silence | None:
    """Why citizens get no answers at *now*; None: they do, or (never *fetched*) there is no channel."""
    if stop is not None:
        return Silence(stop.at, is_ordered=True, reason=literal(stop.reason))
    if fetched is not None and now - fetched > UNFETCHED:
        return Silence(fetched, is_ordered=False)
    return None
