"""German days as people type them. (Words of the language stand here, not sentences.)"""

from __future__ import annotations

import re
from datetime import date, timedelta

_WEEKDAYS = {
    "montag": 0, "mo": 0, "dienstag": 1, "di": 1, "mittwoch": 2, "mi": 2, "donnerstag": 3, "do": 3,
    "freitag": 4, "fr": 4, "samstag": 5, "sa": 5, "sonnabend": 5, "sonntag": 6, "so": 6,
}  # fmt: skip
_NEAR = {"heute": 0, "morgen": 1, "uebermorgen": 2, "übermorgen": 2}
_DATE = re.compile(r"(?<!\d)(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?(?!\d)")


def find_day(text: str, today: date) -> date | None:
    """The day that *text* names, seen from *today*: "morgen", "Donnerstag", "26.11.", "3.12.2026".

    A weekday is the next one after *today*; a date without a year is the next such date. None if no
    day is named or it does not exist ("31.2.").
    """
    written = _DATE.search(text)
    if written:
        return _written_day(written, today)
    words = re.findall(r"[a-zäöüß]+", text.casefold())
    for word in words:
        if word in _NEAR:
            return today + timedelta(days=_NEAR[word])
        if word in _WEEKDAYS and (len(word) > 2 or len(words) == 1):
            return today + timedelta(days=(_WEEKDAYS[word] - today.weekday() - 1) % 7 + 1)
    return None


def _written_day(written: re.Match[str], today: date) -> date | None:
    day, month = int(written[1]), int(written[2])
    if written[3]:
        year = int(written[3]) + (2000 if len(written[3]) == 2 else 0)
        return _day(year, month, day)
    this_year = _day(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
