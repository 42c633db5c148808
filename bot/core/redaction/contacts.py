"""Where somebody can be reached: phone numbers, e-mail, Telegram names, pages with something of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from phonenumbers import Leniency, PhoneNumberMatcher

from bot.core.phone import HOME, SPELT_OUT
from bot.core.redaction.figures import without_days
from bot.core.redaction.findings import Finding, Kind


def contacts(text: str, today: date) -> Iterator[Finding]:
    """All of them in *text*; a page's mere name ("jobcenter.digital") may stay."""
    for pattern, kind in _FORMS:
        yield from (Finding(*match.span(), kind) for match in pattern.finditer(text))
    for phone in PhoneNumberMatcher(text, HOME, leniency=Leniency.VALID):
        if len(phone.raw_string) >= _SHORTEST:
            yield Finding(phone.start, phone.end, Kind.PHONE)
    for like in _LIKE_A_PHONE.finditer(without_days(text)):
        yield Finding(*like.span(), Kind.PHONE)
    for said in _ANNOUNCED.finditer(text):
        yield Finding(*said.span("number"), Kind.PHONE)


_SHORTEST = 6
"""Characters of a phone number; the library takes 1690 for one too, and that is a wage."""
_ENDINGS = "de|com|net|org|eu|info|me|nl|at|ch|pl|tr|ru|ua|ro|bg|fr|it|es|uk|ly|io|app|online|digital"
"""Of the host names that people type without https://."""
_DOT = r"\s?(?:\.|,|[\[({]\s?(?:dot|punkt)\s?[\])}]|\b(?:dot|punkt)\b)\s?"
_AT = r"\s?(?:@|[\[({]\s?(?:at|ät)\s?[\])}]|\b(?:at|ät)\b)\s?"
_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\b[a-z][a-z+.-]{1,20}://(?:[^\s@/]+@\S+|[^\s/?#]+[/?#][^\s]+)", Kind.LINK),
        (r"\b(?:mailto|tel|sms):\S+", Kind.LINK),
        (rf"(?<![\w.@-])(?:[\w-]+\.)+(?:{_ENDINGS})(?::\d+)?[/?#][^\s]+", Kind.LINK),
        (r"[\w.+%-]+@[\w-]+(?:[.,][\w-]+)*", Kind.EMAIL),
        (rf"[\w.+%-]+{_AT}[\w-]+(?:\.[\w-]+)*{_DOT}(?:{_ENDINGS})\b", Kind.EMAIL),
        (r"(?<![\w@])@\s?\w{3,32}", Kind.NAME),
        (rf"(?:{SPELT_OUT}[\s,.-]*){{6,}}", Kind.PHONE),
    )
)

_LIKE_A_PHONE = re.compile(r"(?<![\w.,/+-])(?:\+|\(?0)(?:[ ()/-]{0,3}\d){7,}")
"""Too many or too few digits for a phone, but meant as one: nobody else begins a number with 0 or +."""
_ANNOUNCED = re.compile(
    r"\b(?:tel|telefon|telefonnummer|telefonnr|handy|handynummer|handynr|mobil|mobilnummer|rufnummer|"
    r"whatsapp|festnetz|phone|telefonum|телефон|номер телефона|هاتف|هاتفي|رقمي)\b[.:]?\s*"
    r"(?:(?:ist|is|lautet|nr|nummer|number)\b[.:]?\s*)?(?P<number>\+?\(?\d(?:[ ()/.-]{0,3}\d){4,})",
    re.IGNORECASE,
)
