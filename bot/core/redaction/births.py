"""Dates of birth: a day of long ago, or a past day beside a word such as "geboren"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.core.redaction.findings import Finding, Kind

_MONTHS_OF_YEAR, _DAYS_OF_MONTH = 12, 31
AGE = 14
"""Years. Hardly an appointment or a letter that people ask about is so old; most people here are older."""
_BEFORE, _AFTER = 30, 20
"""Characters between the word that says that somebody was born and a date behind or before it."""


def births(text: str, today: date) -> Iterator[Finding]:
    """All dates of birth in *text*; a year alone ("Jahrgang 1985") may stay."""
    cues = [cue.span() for cue in _BORN.finditer(text)]
    for form in _DAYS:
        for day in form.finditer(text):
            near = any(end <= day.start() <= end + _BEFORE for _, end in cues) or any(
                day.end() <= start <= day.end() + _AFTER for start, _ in cues
            )
            if _is_birth(day.groupdict(), today, near):
                yield Finding(*day.span(), Kind.BIRTH)


_BORN = re.compile(
    r"\bgeb(?:\b|ore?n|ohre?n|urtsd|urtstag|dat)|\bgeburt (?:am|war)\b|\bborn\b|\bbirth|\bdob\b|\bgeboorte|"
    r"\bdo[ğg](?:um|du)|\burodz|\bn[aă]scut|рожд|родил|народив|народил|народж|مولود|مواليد|ميلاد|ولد",
    re.IGNORECASE,
)

_MONTHS = (
    "jan jän oca sty янв січ يناير",
    "feb şub sub lut фев лют فبراير",
    "mär mar mrz мар бер مارس",
    "apr nis kwi апр кві أبريل ابريل",
    "mai may maj мая май тра مايو",
    "jun haz cze июн чер يونيو",
    "jul tem lip июл лип يوليو",
    "aug ağu agu sie авг сер أغسطس اغسطس",
    "sep eyl wrz сен вер سبتمبر",
    "okt oct eki paź paz окт жов أكتوبر اكتوبر",
    "nov kas lis ноя лис نوفمبر",
    "dez dec ara gru дек гру ديسمبر",
)
"""How the names of months begin in the languages that people write in."""
_NUMBER_OF = {begin: number for number, begins in enumerate(_MONTHS, 1) for begin in begins.split()}
_NAME = rf"(?P<name>{'|'.join(_NUMBER_OF)})[^\W\d_]*"
_DAY_NUMBER = r"(?<![\d.,])(?P<day>\d{1,2})"
_NO_YEAR = r"(?!\d|\s?[-–:.,]\s?\d|\s?(?:uhr|h|euro|eur|€|km|stunden|std|tage|monate)\b)"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY_NUMBER}\s?[./,-]\s?(?P<month>\d{{1,2}})\s?[./,-]\s?(?P<year>(?:19|20)\d{{2}}|[4-9]\d)(?!\d)",
        rf"{_DAY_NUMBER}[./-](?P<month>\d{{1,2}})[./-](?P<year>\d{{2}}){_NO_YEAR}",
        rf"{_DAY_NUMBER}\s(?P<month>\d{{1,2}})\s{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\d)",
        rf"{_DAY_NUMBER}(?:\.|st|nd|rd|th)?\s?(?:of\s|de\s)?{_NAME}\.?,?\s?(?P<year>(?:19|20)\d{{2}}|'?\d{{2}}){_NO_YEAR}",
        rf"\b{_NAME}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}",
        # beside "geboren" only: without a year, or in one piece
        rf"{_DAY_NUMBER}\.\s?(?P<month>\d{{1,2}})(?:\.(?!\s?\d)|(?![\d.]))",
        rf"{_DAY_NUMBER}\.?\s?{_NAME}(?!\.?,?\s?\d)",
        r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?:\d{2}|\d{4})(?!\d)",
    )
)


def _is_birth(found: dict[str, str | None], today: date, near: bool) -> bool:
    name = found.get("name")
    month = _NUMBER_OF[name.casefold()] if name else int(found["month"] or 0)
    day, year = int(found["day"] or 0), found.get("year")
    if not (1 <= month <= _MONTHS_OF_YEAR and 1 <= day <= _DAYS_OF_MONTH):
        return False
    if year is None:
        return near
    when = (_full(int(year.lstrip("'")), today), month, day)
    is_long_ago = when <= (today.year - AGE, today.month, today.day)
    return is_long_ago or (near and when <= (today.year, today.month, today.day))


def _full(year: int, today: date) -> int:
    """A year of two digits is the one that is not far in the future: people write of contracts until 2031."""
    if year > 99:
        return year
    return year + (2000 if year <= today.year % 100 + 10 else 1900)
