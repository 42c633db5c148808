"""Parts of the day: "morgen früh", "heute morgen", "vormittags", "am abend", "mittags"."""

from __future__ import annotations

from bot.core.appointments.sheet import WORD, Sheet, pattern

NOON = "noon"
"""A time rather than a part of the day, where no other time is named."""

_AFTER_DAY = r"(?<=<DAY>)~,?~(?:in der |am |zu[mr] )?"
_EARLY = r"früh(?:s|e[nr]?)?\b"
_AFTER_DAYS = (
    (pattern(_AFTER_DAY + rf"(?:(?:morgens?|morgn|vormittags?)\b|{_EARLY})"), "morning"),
    (pattern(_AFTER_DAY + r"nachmittags?\b"), "afternoon"),
    (pattern(_AFTER_DAY + r"abends?\b"), "evening"),
    (pattern(_AFTER_DAY + r"mittags?\b"), NOON),
)
_ANYWHERE = (
    (
        pattern(
            r"\b(?:am |frühen )?(?:vormittags?|morgens)\b|\b(?:am|frühen) morgen\b|\bin der früh\b|"
            rf"(?<=<TIME>)~(?:{_EARLY})|\bfrüh~(?=<TIME>)"
        ),
        "morning",
    ),
    (pattern(r"\b(?:am )?nachmittags?\b|\bnachmittach\b"), "afternoon"),
    (pattern(r"\b(?:am )?abends?\b"), "evening"),
    (pattern(r"\b(?:am |um |zu )?mittags?\b"), NOON),
)


def parts_after_days(sheet: Sheet) -> set[str]:
    """Read before "morgen" is: in "heute morgen" it is no day."""
    return {part for words, part in _AFTER_DAYS if sheet.cross_out_all(words, WORD)}


def other_parts(sheet: Sheet) -> set[str]:
    return {part for words, part in _ANYWHERE if sheet.cross_out_all(words, WORD)}
