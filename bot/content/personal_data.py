"""Personal data in a text: only what surely is some, by its own form or by the word before it.

A wrong alarm is an error that stops the files, so whatever is doubtful is let through: names, addresses,
bare numbers. Phone numbers: ``content.phones``. For messages the other way round holds: ``core.redaction``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from bot.content.phones import typed_numbers
from bot.core.facts import MONTHS
from bot.core.redaction.numbers import ANNOUNCED, ibans

EMAIL = "eine E-Mail-Adresse"
PHONE = "eine Telefonnummer"
IBAN = "eine Kontonummer (IBAN)"
NUMBER = "eine persönliche Nummer"
BIRTH = "ein Geburtsdatum"


@dataclass(frozen=True, slots=True)
class Personal:
    """What was found where. ``text`` is for comparing only: it is never shown or logged."""

    offset: int
    what: str
    text: str = field(repr=False)


def find_personal(text: str) -> Iterator[Personal]:
    """Everything personal in *text*; web addresses are not looked into."""
    if not _ANY_SIGN.search(text):
        return
    readable = _WEB_ADDRESS.sub(_blank, text)
    for offset, address in _matches(_EMAIL, readable):
        yield Personal(offset, EMAIL, address)
    accounts = list(ibans(readable))
    for start, end in accounts:
        yield Personal(start, IBAN, readable[start:end])
    for offset, number in typed_numbers(_without(readable, accounts)):
        yield Personal(offset, PHONE, number)
    for offset, number in _matches(_CASE_NUMBER, readable):
        if sum(map(str.isdigit, number)) >= _FEWEST_DIGITS:
            yield Personal(offset, NUMBER, number)
    for birth in _BIRTH.finditer(readable):
        if _is_day(birth):
            yield Personal(birth.start("day"), BIRTH, birth[0])


_ANY_SIGN = re.compile(r"[@\d]")
"""Without one of these there is nothing to find: most texts are read in no time."""
_WEB_ADDRESS = re.compile(r"https?://[^\s()<>]+")
_NOBODY = r"(?:no|do-?not)[-_.]?reply@"
"""Behind this address there is a machine, often a forged one that people ask about."""
_EMAIL = re.compile(rf"(?<![\w.+-])(?!{_NOBODY})[\w.+-]+@(?:[\w-]+\.)+[a-z]{{2,}}(?!\w)", re.IGNORECASE)

_FEWEST_DIGITS = 6
"""Of a customer's or a case's number; files of courts ("B 4 AS 10/20 R") have fewer in one piece."""
_CASE_NUMBER = re.compile(ANNOUNCED + r"(?P<found>[A-Z]{0,2}\d(?:[A-Z/ .-]{0,3}\d)*)", re.IGNORECASE)

_BIRTH = re.compile(
    r"\b(?:geboren am|geb(?:\.|\b)(?: am)?|Geburtsdatum|Geburtstag)\s*:?\s*(?:(?:ist|am|der|den)\s+){0,2}"
    r"(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.|(?P<name>" + "|".join(MONTHS) + r"))\s?"
    r"(?P<year>(?:19|20)?\d{2})\b",
    re.IGNORECASE,
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    group = "found" if "found" in pattern.groupindex else 0
    return ((match.start(group), match[group]) for match in pattern.finditer(text))


def _is_day(birth: re.Match[str]) -> bool:
    months = [name.casefold() for name in MONTHS]
    month = int(birth["month"]) if birth["month"] else months.index(birth["name"].casefold()) + 1
    year = int(birth["year"])
    with suppress(ValueError):
        return bool(date(year if year > 99 else 1900 + year, month, int(birth["day"])))
    return False
