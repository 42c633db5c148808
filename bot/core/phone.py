"""Phone numbers as people type them, to E.164, with the reason why one cannot be called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumberFormat, PhoneNumberType

HOME = "DE"
_EMERGENCY = frozenset(
    {"110", "112", "115", "116", "116116", "116117", "116016", "116123", "116111", "19222"}
)
_COSTLY = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.VOICEMAIL,
        PhoneNumberType.UAN,
    }
)


SPELT_OUT = r"\b(?:null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)\b"
"""A digit in words, in lower case."""


class Refusal(StrEnum):
    """Why a number is not taken."""

    NONE = "none"
    """There is no number in the text."""
    SHORT = "short"
    EMERGENCY = "emergency"
    SERVICE = "service"
    """Premium, shared-cost, toll-free and the like: nobody is reached there."""
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be called: E.164, and as people read it (``+49 171 3920017``)."""

    e164: str
    shown: str
    foreign: bool

    @property
    def tail(self) -> str:
        """The last three digits: all of it that a message may hold later."""
        return self.e164[-3:]


def parse_phone(text: str) -> Phone | Refusal:
    """The phone number in *text*: "0151 / 123-45 67", "+49 ...", "0031 ...", Arabic-Indic digits.

    A number that is part of a sentence is found too. Never raises.
    """
    plain = with_latin_digits(text)
    digits = "".join(character for character in plain if character.isdigit())
    if not digits:
        return Refusal.NONE
    if digits in _EMERGENCY:
        return Refusal.EMERGENCY
    if len(re.findall(SPELT_OUT, plain.casefold())) > 1:
        return Refusal.IMPOSSIBLE  # without the digits that were written in words it is somebody else's
    number = _found_in(plain) or _parsed(plain)
    if number is None:
        return Refusal.SHORT if len(digits) < 6 else Refusal.IMPOSSIBLE
    if phonenumbers.number_type(number) in _COSTLY:
        return Refusal.SERVICE
    if not phonenumbers.is_valid_number(number):
        return Refusal.SHORT if len(digits) < 6 else Refusal.IMPOSSIBLE
    return Phone(
        phonenumbers.format_number(number, PhoneNumberFormat.E164),
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        foreign=phonenumbers.region_code_for_number(number) != HOME,
    )


def shown(e164: str) -> str:
    """A stored number as people read it."""
    phone = parse_phone(e164)
    return phone.shown if isinstance(phone, Phone) else e164


def with_latin_digits(text: str) -> str:
    """Digits of any script as 0-9: ``int()`` knows them, phone libraries and people's eyes do not."""
    return "".join(
        str(unicodedata.digit(character)) if character.isdigit() and not character.isascii() else character
        for character in text
        if unicodedata.digit(character, None) is not None or not character.isdigit()
    )


def _found_in(text: str) -> phonenumbers.PhoneNumber | None:
    matches = phonenumbers.PhoneNumberMatcher(text, HOME, leniency=Leniency.VALID)
    match = next(iter(matches), None)
    return match.number if match else None


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, HOME)
    except NumberParseException:
        return None
