"""A day as an editor types it: ``7d``, ``2026-11-23`` or ``23.11.2026``."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

_DAYS = re.compile(r"(\d{1,4}) ?[dt]", re.IGNORECASE)


def read_day(typed: str, today: date) -> date | None:
    """The day that is meant; None if it is none."""
    text = typed.strip()
    days = _DAYS.fullmatch(text)
    if days:
        return today - timedelta(days=int(days[1]))
    return read_date(text)


def read_date(typed: str) -> date | None:
    """The day of the calendar that is meant; None if it is none."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        with suppress(ValueError):
            return datetime.strptime(typed.strip(), form).date()
    return None
