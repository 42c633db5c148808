"""Written dates: "3.12.", "03.12.26", "2026-12-03", "3. dezember", "dritter zwölfter", "am 3ten"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.core.appointments.clocks import is_round_time
from bot.core.appointments.clues import past_clue
from bot.core.appointments.frame import Frame, Mention
from bot.core.appointments.sheet import DAY, NOISE, Sheet, any_of, pattern
from bot.core.appointments.words import ORDINALS, month_of

_YEAR = r"(?:~,?~(?P<year>(?:19|20)\d{2}(?!\d)|'?\d{2}(?![\d:]|\.~\d|~(?:<UHR>|h\b))))?"
_ISO = pattern(r"<^>(?P<year>20\d{2})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?:(?!\w|-)|(?=t\d))")
_DOTTED = pattern(rf"<^>(?P<day>\d{{1,2}})~\.~(?P<month>\d{{1,2}})(?!\d)(?:~\.{_YEAR}|~\.)(?!\d)")
_WITH_SLASHES = pattern(
    r"<^>(?P<day>\d{1,2})(?:~/~|-)(?P<month>\d{1,2})(?:~/~|-)(?P<year>20\d{2}|\d{2})(?![\w/-])"
)
_WITH_GAPS = pattern(r"<^>(?P<day>\d{1,2})(?: |[.,])(?P<month>\d{1,2})(?: |[.,])(?P<year>20\d{2})(?!\w)")
_AFTER_AM = pattern(
    r"\b(?:am|den|dem|vom|zum|bis)~(?P<day>\d{1,2})(?:\.|/)(?P<month>\d{1,2})(?P<year>)?(?![\w:]|\.\d|~<UHR>)"
)
_NAMED_MONTH = pattern(rf"<^>(?P<day>\d{{1,2}})(?:~\.|~t?e[nr]?\b)?~(?P<name>[^\W\d_]{{3,12}})\b\.?{_YEAR}")
_ORDINAL_MONTH = pattern(
    r"\b(?P<ordinal><ORD>)(?:e[nrms]?)? (?:(?P<second><ORD>)(?:e[nrms]?)?\b|(?P<name>[^\W\d_]{3,12})\b\.?)"
    + _YEAR
)
_WORDS_AFTER = any_of(
    r"""
    um gegen habe? haben hatte kann geht iss?t? war bin wär\w? wird nicht nich nix einen nen muss müsste
    wegen und oder sondern verpasst vergessen versäumt bitte auf zu bei in im den früh vormittags?
    nachmittags? morgens? mittags? abends? ich da leider schon weiß
    """
)
"""Not "termin": "am dritten termin" is no day."""
_GOES_ON = rf"(?=~(?:$|[,;:!?)<TIME><DAY>]|\.(?!\d)|{_WORDS_AFTER}))"
_DAY_ONLY = pattern(
    r"(?:\b(?:am|den|dem|vom|zum)|(?:^|(?<=<DAY>))~,?~der)~"
    r"(?:(?P<day>\d{1,2})(?!\d)(?:~\.(?!\d)|~t?e[nr]?\b)?|(?P<ordinal><ORD>)e[nrm]?\b)" + _GOES_ON
)
_AFTER_WEEKDAY = pattern(r"<DAY>~,?~(?P<day>\d{1,2})\.(?!\d)" + _GOES_ON)
_ANOTHER_DAY = pattern(r"<DAY>~\.?~(?:oder|und|/)~(?P<day>\d{1,2})\.(?!\d)")
_DOT = pattern(r"<^>(\d{1,2})\.(\d{1,2})(?![\w:,]|\.\d|~<UHR>)")
_SPANS = (
    pattern(
        r"(?:\bvom |\bvon )?<^>\d{1,2}~\.?~(?:-|bis)~(?:zum |einschlie(?:ß|ss)lich )?\d{1,2}~\.~"
        r"(?:\d{1,2}(?!\d)\.?(?:20\d\d|\d\d(?![\d:]))?|(?P<name>[^\W\d_]{3,12})\b)"
    ),
    pattern(r"\bvom \d{1,2}\.? (?:bis|-)~(?:zum )?\d{1,2}(?!\d)(?!~<UHR>|[:.]\d)\.?(?P<name>)"),
)


def cross_out_date_spans(sheet: Sheet) -> bool:
    """Cross out "3.-5.12." and "vom 1. bis 5."; whether there was one."""
    found = False
    for span in _SPANS:
        for match in sheet.find(span):
            if not match["name"] or month_of(match["name"]):
                sheet.cross_out(*match.span(), DAY)
                found = True
    return found


def written_dates(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    """Dates that cannot be anything else."""
    for form in (_ISO, _DOTTED, _WITH_SLASHES, _WITH_GAPS, _AFTER_AM):
        yield from _read(sheet, form, lambda match: _numeric(sheet, frame, match))
    yield from _read(sheet, _NAMED_MONTH, lambda match: _with_name(sheet, frame, match))
    yield from _read(sheet, _ORDINAL_MONTH, lambda match: _with_ordinal(sheet, frame, match))


def days_of_month(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    """Days without a month: "am 3.", "am 3ten", "mittwoch 25.", "am 3. oder 4."."""
    for form in (_DAY_ONLY, _AFTER_WEEKDAY, _ANOTHER_DAY):
        yield from _read(sheet, form, lambda match: _day_only(sheet, frame, match))


def dotted_pairs(sheet: Sheet) -> Iterator[re.Match[str]]:
    """Two numbers with a dot between: "3.12" is a date, "8.15" a time, "8.10" may be both."""
    return sheet.find(_DOT)


def pair(sheet: Sheet, frame: Frame, match: re.Match[str]) -> Mention | None:
    """The date that such a pair can be, if the second number is a month."""
    if not 1 <= int(match[2]) <= 12:
        return None
    days = frame.dated(int(match[1]), int(match[2]), None, past_clue(sheet, match.start()))
    return Mention(*match.span(), days)


def _read(
    sheet: Sheet, form: re.Pattern[str], reads: Callable[[re.Match[str]], Mention | None]
) -> Iterator[Mention]:
    for match in sheet.find(form):
        mention = reads(match)
        if mention is not None:
            sheet.cross_out(mention.start, mention.end, DAY)
            yield mention


def _numeric(sheet: Sheet, frame: Frame, match: re.Match[str]) -> Mention | None:
    day, month = int(match["day"]), int(match["month"])
    if not match["year"] and month > 12 and is_round_time(day, month):
        return None
    return _dated(sheet, frame, match, day, month)


def _with_name(sheet: Sheet, frame: Frame, match: re.Match[str]) -> Mention | None:
    month = month_of(match["name"])
    return _dated(sheet, frame, match, int(match["day"]), month) if month else None


def _with_ordinal(sheet: Sheet, frame: Frame, match: re.Match[str]) -> Mention | None:
    month = ORDINALS[match["second"]] if match["second"] else month_of(match["name"])
    return _dated(sheet, frame, match, ORDINALS[match["ordinal"]], month) if month else None


def _day_only(sheet: Sheet, frame: Frame, match: re.Match[str]) -> Mention | None:
    written = match.groupdict()
    day = int(written["day"]) if written["day"] else ORDINALS[written["ordinal"]]
    start = match.start("day") if match[0].startswith(DAY) else match.start()
    return Mention(start, match.end(), frame.day_of_month(day, past_clue(sheet, start)))


def _dated(sheet: Sheet, frame: Frame, match: re.Match[str], day: int, month: int) -> Mention | None:
    """The mention of a date; None for a day of another life, such as a birthday."""
    end, year = match.end(), None
    if match["year"]:
        digits = match["year"].strip("'")
        year = int(digits) + (2000 if len(digits) == 2 else 0)
        if not frame.is_plausible(year):
            if len(digits) == 4 or not match.string[match.start("year") - 1].isspace():
                sheet.cross_out(*match.span(), NOISE)
                return None
            end, year = match.start("year"), None  # "3.12. 14": an hour
    return Mention(match.start(), end, frame.dated(day, month, year, past_clue(sheet, match.start())))
