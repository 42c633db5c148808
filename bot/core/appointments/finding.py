"""All days and times in a text that may be those of an appointment, the plainest forms first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice, pairwise
from typing import TypeVar

from bot.core.appointments import clocks, dates, named, parts
from bot.core.appointments.clocks import Clock
from bot.core.appointments.clues import is_aside, is_named_appointment, is_time_now
from bot.core.appointments.frame import Frame, Mention
from bot.core.appointments.noise import cross_out_noise
from bot.core.appointments.sheet import DAY, TIME, Sheet, pattern

MOST = 20
"""So many days, and so many times, are looked at: no message about an appointment has more."""
SOON, LATER = timedelta(days=-14), timedelta(days=92)
"""Between these a bare "10.12" is a date; else it is rather 10:12 on the clock."""

_TO = pattern(r"~(?:-|bis)~(?:zum |zu |einschlie(?:ß|ss)lich |am |den )?")

_OR = pattern(r"~,?~(?:oder|und|bzw\.?|/|nein|ne|quatsch)~(?:am |den |um )?")

Place = TypeVar("Place", Mention, Clock)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a text, without what is no appointment, such as how long somebody is ill.

    ``parts`` are the parts of the day that are named. ``day_span``, ``time_span``: from one to another.
    """

    sheet: Sheet
    mentions: tuple[Mention, ...]
    clocks: tuple[Clock, ...]
    parts: frozenset[str]
    day_span: bool
    time_span: bool


def look(text: str, frame: Frame) -> Found:
    """Read all there is in *text*."""
    sheet = Sheet(text)
    cross_out_noise(sheet)
    time_span = clocks.cross_out_spans(sheet)
    day_span = dates.cross_out_date_spans(sheet)
    times = list(islice(clocks.explicit_clocks(sheet), MOST))
    days = list(islice(_days(sheet, frame), MOST))
    _read_dotted(sheet, frame, days, times)
    day_parts = parts.parts_after_days(sheet)
    days += islice(named.tomorrow(sheet, frame), MOST)
    day_parts |= parts.parts_after_days(sheet) | parts.other_parts(sheet)
    times += islice(clocks.clocks_after_days(sheet), MOST)
    single_days, single_times = _without_spans(sheet, days), _without_spans(sheet, times)
    own_days = single_days if frame.ahead else _own(sheet, single_days, lambda _: False)
    own_times = _own(sheet, single_times, lambda time: not time.with_um and is_time_now(sheet, time.start))
    return Found(
        sheet,
        tuple(own_days if frame.ahead else _of_the_appointment(sheet, own_days, common_days)),
        tuple(_of_the_appointment(sheet, own_times, lambda one, other: one.minutes == other.minutes)),
        frozenset(day_parts),
        day_span or len(single_days) < len(days),
        time_span or len(single_times) < len(times),
    )


def common_days(one: Mention, other: Mention) -> tuple[date, ...]:
    """The days that both can mean; a weekday fits any date on it, however far."""
    if both := tuple(day for day in one.days if day in other.days):
        return both
    for known, dated in ((one, other), (other, one)):
        if known.weekday is not None and dated.weekday is None:
            return tuple(day for day in dated.days if day.weekday() == known.weekday)
    return ()


def _days(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    return chain(
        dates.written_dates(sheet, frame),
        named.near_days(sheet, frame),
        named.weekdays(sheet, frame),
        dates.days_of_month(sheet, frame),
    )


def _read_dotted(sheet: Sheet, frame: Frame, days: list[Mention], times: list[Clock]) -> None:
    """Decide what "8.15" and "3.12" are, from what else is known."""
    for match in islice(dates.dotted_pairs(sheet), MOST):
        pair, clock = dates.pair(sheet, frame, match), clocks.pair(match)
        if pair and not (clock and not times and _is_unlikely(pair, frame, days)):
            sheet.cross_out(*match.span(), DAY)
            days.append(pair)
        elif clock:
            sheet.cross_out(*match.span(), TIME)
            times.append(clock)


def _is_unlikely(pair: Mention, frame: Frame, days: list[Mention]) -> bool:
    """Whether a date does not fit: to the days that are named already, else to a time soon."""
    if days:
        return not any(common_days(pair, day) for day in days)
    return not any(SOON <= day - frame.today <= LATER for day in pair.days)


def _without_spans(sheet: Sheet, places: list[Place]) -> list[Place]:
    """*places* without those that are the two ends of a span: "von montag bis mittwoch"."""
    ordered = sorted(places, key=lambda place: place.start)
    ends: set[int] = set()
    for first, second in pairwise(ordered):
        if _TO.fullmatch(sheet.text[first.end : second.start]):
            ends |= {first.start, second.start}
    return [place for place in ordered if place.start not in ends]


def _own(sheet: Sheet, places: list[Place], is_no_appointment: Callable[[Place], bool]) -> list[Place]:
    """*places* without those that tell something else; these go back to what is left of the text."""
    own = []
    for place in places:
        if is_aside(sheet, place.start, place.end) or is_no_appointment(place):
            sheet.put_back(place.start, place.end)
        else:
            own.append(place)
    return own


def _of_the_appointment(
    sheet: Sheet, places: list[Place], agrees: Callable[[Place, Place], object]
) -> list[Place]:
    """Those beside which the appointment is named, if any is: "bin heute krank, termin ist donnerstag".

    With them what says the same again or is only strung together with one: "termin heute oder morgen".
    """
    chosen = [place for place in places if is_named_appointment(sheet, place.start, place.end)]
    for first, second in pairwise(sorted(places, key=lambda place: place.start)):
        if _OR.fullmatch(sheet.text[first.end : second.start]) and (first in chosen) != (second in chosen):
            chosen += [first, second]
    return [place for place in places if not chosen or any(agrees(place, one) for one in chosen)]
