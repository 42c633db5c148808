"""Clock times: "8:15", "8 uhr", "9h", "um 2", "halb neun", "viertel nach 8", "5 vor halb 10", "10-12"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time

from bot.core.appointments.sheet import TIME, Sheet, any_of, pattern
from bot.core.appointments.words import number

DAY_BEGINS = 7
"""Offices see nobody earlier: "um 2" and "halb 6" are in the afternoon, "um 7" is in the morning."""
NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as written: ``minutes`` since midnight, or None if no clock shows it.

    ``either_half``: it may be meant in the morning or in the afternoon. ``with_um``: it stands with a word
    that nobody puts before the time it is now.
    """

    start: int
    end: int
    minutes: int | None
    either_half: bool = False
    with_um: bool = False

    def at(self, part_of_day: str) -> time | None:
        """The time on the clock, given the part of the day that the text names."""
        if self.minutes is None:
            return None
        hour, minute = divmod(self.minutes, 60)
        later = hour < DAY_BEGINS and part_of_day != "morning"
        later |= hour == DAY_BEGINS and part_of_day == "evening"
        if self.either_half and later and hour < NOON:
            hour += NOON
        return time(hour, minute)


Minutes = tuple[int | None, bool]
"""Minutes since midnight (None: no clock shows that) and whether both halves of the day are possible."""


def _on_the_clock(hour: int, minute: int, hour_as_written: str) -> Minutes:
    """An hour with a leading zero is one of 24."""
    if hour > 23 or minute > 59:
        return None, False
    return hour * 60 + minute, hour < NOON and not hour_as_written.startswith("0")


def _with_minutes(match: re.Match[str]) -> Minutes | None:
    minute = number(match["minute"]) if match["minute"] else 0
    return _on_the_clock(number(match["hour"]), minute, match["hour"])


def _bare(match: re.Match[str]) -> Minutes | None:
    """An hour after "um": it may count something else, so it must be one of a day."""
    return _with_minutes(match) if number(match["hour"]) < 24 or match["minute"] else None


def _moved(match: re.Match[str], minutes: int) -> Minutes | None:
    hour = number(match["hour"])
    if not 1 <= hour <= 23:
        return None
    total = hour * 60 + minutes
    return total % (NOON * 60) if hour <= NOON else total, hour <= NOON


def _half(match: re.Match[str]) -> Minutes | None:
    by = number(match["by"]) if match["by"] else 0
    return _moved(match, -30 + (by if match["side"] != "vor" else -by)) if by < 30 else None


def _quarter(match: re.Match[str]) -> Minutes | None:
    return _moved(match, {"vor": -15, None: -45}.get(match["side"], 15))


def _three_quarters(match: re.Match[str]) -> Minutes | None:
    return _moved(match, -15)


def _past_or_to(match: re.Match[str]) -> Minutes | None:
    by = number(match["by"])
    return _moved(match, -by if match["side"] == "vor" else by) if 1 <= by < 30 else None


_QUARTER = r"(?:v|f)(?:ie|i|ü|e)r?(?:t|d)(?:e|a)?l"
_UM_WORDS = r"(?:so um|um|gegen|punkt|ca\.?|circa|ungefähr)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Minutes | None]], ...] = tuple(
    (pattern(rf"(?P<um>\b{_UM_WORDS}~)?{form}"), reads)
    for form, reads in (
        (
            r"<^>(?:(?P<by><N>) (?:min\w{0,5} )?(?P<side>vor|nach) )?\b(?:halb|halber|halwer|halp)~"
            r"(?P<hour><N>)(?:~<UHR>)?(?! <UNIT>)",
            _half,
        ),
        (rf"(?:\bdrei~{_QUARTER}|<^>3/4) (?:uhr )?(?P<hour><N>)(?:~<UHR>)?(?! <UNIT>)", _three_quarters),
        (rf"\b{_QUARTER} (?:(?P<side>vor|nach|über) )?(?P<hour><N>)(?:~<UHR>)?(?! <UNIT>)", _quarter),
        (
            r"<^>(?P<by><N>)(?: min\w{0,5})? (?P<side>vor|nach) (?P<hour><N>)(?:~<UHR>)?(?!\.\d|~<UNIT>)",
            _past_or_to,
        ),
        (
            r"<^>(?P<hour>\d{1,2})(?:~:~|[.,h]|~h~)(?P<minute>\d{2})(?::\d\d)?~(?:<UHR>|h\b)",
            _with_minutes,
        ),
        (r"<^>(?P<hour>\d{1,2})(?:~:~|h~)(?P<minute>\d{2})(?::\d\d)?(?!\d)", _with_minutes),
        (
            r"<^>(?P<hour><N>|ein)~<UHR>"
            r"(?:~(?:und )?(?P<minute>\d{2}(?![\d:]|\.~\d)|(?!\d)<N>)(?!~<UNIT>))?(?!\w)",
            _with_minutes,
        ),
        (r"<^>(?P<hour>\d{1,2})~h(?P<minute>)?\b", _with_minutes),
    )
)
_AFTER_UM = pattern(
    rf"(?P<um>\b{_UM_WORDS}~)(?P<hour><N>)(?:~[.,]~(?P<minute>\d{{2}}))?(?:~<UHR>)?"
    r"(?!\w|[.,]\d|~<UNIT>| (?:nach|vor) <N>)"
)
_HOUR = r"(?:[.:]\d\d)?(?:~<UHR>|~h\b)?"
_PARTLY = (
    pattern(
        rf"(?:\bvon |\bab )?<^>(?P<first><N>){_HOUR}~(?:-|\bbis\b)~(?:um )?(?P<second><N>){_HOUR}"
        r"(?!\w|[.:/-]~\d|\.\w|~<UNIT>)"
    ),
    pattern(rf"\bzwischen <^>(?P<first><N>){_HOUR} und (?P<second><N>){_HOUR}(?!\w|[.:]\d|~<UNIT>)"),
)
_GOES_ON = any_of(
    "kann geht nicht nich termin bin habe? muss leider wegen im in bei und bitte ist war nen einen"
)
_AFTER_DAY = pattern(rf"<DAY>~,?~(?P<hour>\d{{1,2}})(?P<minute>)?(?=~(?:$|[,;!?)]|\.(?!\d)|{_GOES_ON}))")


def cross_out_spans(sheet: Sheet) -> bool:
    """Cross out "10-12" and "zwischen 9 und 11"; whether there was one that clocks can show."""
    found = False
    for form in _PARTLY:
        for match in sheet.find(form):
            first, second = number(match["first"]), number(match["second"])
            if first <= 24 and second <= 24:
                sheet.cross_out(*match.span(), TIME)
                found = True
    return found


def explicit_clocks(sheet: Sheet) -> Iterator[Clock]:
    """Times that cannot be anything else."""
    for form, reads in _FORMS:
        yield from _read(sheet, form, reads)
    yield from _read(sheet, _AFTER_UM, _bare)


def clocks_after_days(sheet: Sheet) -> Iterator[Clock]:
    """Bare hours after a day: "donnerstag 9"."""
    yield from _read(sheet, _AFTER_DAY, _bare)


def pair(match: re.Match[str]) -> Clock | None:
    """The time that two numbers with a dot between can be: "8.15", not "8.5" and not "8.17"."""
    hour, minute = int(match[1]), int(match[2])
    if len(match[2]) != 2 or not is_round_time(hour, minute):
        return None
    return _clock(match, _on_the_clock(hour, minute, match[1]), with_um=False)


def is_round_time(hour: int, minute: int) -> bool:
    """Whether a clock shows it by day and an invitation would name it."""
    return 0 < hour < 24 and minute < 60 and minute % 5 == 0


def _read(
    sheet: Sheet, form: re.Pattern[str], reads: Callable[[re.Match[str]], Minutes | None]
) -> Iterator[Clock]:
    for match in sheet.find(form):
        minutes = reads(match)
        if minutes is not None:
            sheet.cross_out(*match.span(), TIME)
            yield _clock(match, minutes, with_um=bool(match.groupdict().get("um")))


def _clock(match: re.Match[str], minutes: Minutes, with_um: bool) -> Clock:
    return Clock(*match.span(), *minutes, with_um)
