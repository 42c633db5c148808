"""Phone numbers in the files: whether one can be dialled, and where one is typed within a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from bot.core.phone import HOME, Phone, Refusal, parse_phone

_LIKE_A_NUMBER = re.compile(r"(?<![\w.,/+-])(?:\+|\(?0)[\d ()/.-]{4,}\d(?![\d,])")
"""Beginning with an area code or a country: amounts, postcodes and short emergency numbers do not."""
_DAY = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_MOBILE = re.compile(r"0\s?1\s?[567]")
_EUROPEAN = re.compile(r"116\d{3}")
"""Harmonised numbers of social value, the same in the whole EU (decision 2007/116/EC)."""
_ANNOUNCED = re.compile(
    r"\b(?:Tel|Telefon|Telefonnummer|Rufnummer|Handynummer|Hotline)\b[.:]?\s*(?:ist\s)?"
    r"(?P<number>(?:\+|\(?0)[\d ()/-]{2,}\d)(?![.,]?\d)",
    re.IGNORECASE,
)


def can_be_dialled(number: str) -> bool:
    """Whether somebody may answer there: a valid number of any country, or one for emergencies."""
    found = parse_phone(number)
    is_short = found is Refusal.EMERGENCY or _EUROPEAN.fullmatch(digits(number)) is not None
    return is_short or isinstance(found, Phone) or found is Refusal.SERVICE


def digits(number: str) -> str:
    """Only the digits, so that two ways of writing a number are the same."""
    return "".join(filter(str.isdigit, number))


def typed_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Every phone number in *text* with its offset, only if it surely is one; short ones are left out."""
    without_days = _DAY.sub(lambda day: "x" * len(day[0]), text)
    for like in _LIKE_A_NUMBER.finditer(without_days):
        raw = like[0]
        leniency = Leniency.VALID if _MOBILE.match(raw) else Leniency.STRICT_GROUPING
        if any(PhoneNumberMatcher(raw, HOME, leniency=leniency)):
            yield like.start(), raw


def announced_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Every number in *text* that is said to be one ("Telefon: 02861") with its offset, right or wrong."""
    return ((said.start("number"), said["number"]) for said in _ANNOUNCED.finditer(text))
