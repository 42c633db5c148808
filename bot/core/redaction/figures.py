"""Days, times and sums: figures that could be taken for somebody's number and are none."""

from __future__ import annotations

import re

_DAY_OR_TIME = r"\d{1,2}[./-]\s?\d{1,2}[./-](?:\s?\d{4}|\s?\d{2}(?!\d))?|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}"
_SUM = r"\d{1,3}(?:\.\d{3}){1,2}"
_DAYS_AND_TIMES = re.compile(rf"(?<!\d)(?:{_DAY_OR_TIME})(?!\d)")
_SUMS_TOO = re.compile(rf"(?<!\d)(?:{_DAY_OR_TIME}|{_SUM})(?!\d)")


def without_days(text: str) -> str:
    """*text*, as long as before, with every day and time crossed out."""
    return _DAYS_AND_TIMES.sub(_crossed_out, text)


def without_days_and_sums(text: str) -> str:
    """*text*, as long as before, with every day, time and sum crossed out."""
    return _SUMS_TOO.sub(_crossed_out, text)


def _crossed_out(figure: re.Match[str]) -> str:
    return "x" * len(figure[0])
