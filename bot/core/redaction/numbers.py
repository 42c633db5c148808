"""Numbers that belong to somebody: of an account, a customer, a case, an insurance, for taxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum import iban
from stdnum.de import idnr

from bot.core.redaction.figures import without_days_and_sums
from bot.core.redaction.findings import Finding, Kind

ANNOUNCED = (
    r"\b(?:(?:Kunden|BG|Bedarfsgemeinschafts|Versicherten|Versicherungs|Sozialversicherungs|Krankenkassen|"
    r"Rentenversicherungs|Steuer|Ausweis|Personalausweis|Perso|Pass|Reisepass|Mitglieds|Akten|Konto|Vorgangs)"
    r"[- ]?(?:nummer|numer|nr\b\.?|id\b)|Steueridentifikationsnummer|Aktenzeichen|Geschäftszeichen|Az\b\.?)"
    r"(?:\s*[:=]|\s+(?:ist|is|lautet))?\s*"
)
"""What says that a number follows that belongs to somebody."""

_FEWEST_ANNOUNCED = 3
"""Digits of what is announced as a number: "BG-Nummer 2 mal angegeben" is none."""
_LONGEST_GROUPS = 10
"""So many digits in groups are no amounts: a sum has its thousands in groups of three, and is shorter."""


def numbers(text: str, today: date) -> Iterator[Finding]:
    """All of them in *text*; of a kind with check digits also those that are mistyped."""
    for start, end in ibans(text):
        yield Finding(start, end, Kind.IBAN)
    for pattern, kind in _FORMS:
        yield from (Finding(*match.span(), kind) for match in pattern.finditer(text))
    for announced in _ANNOUNCED.finditer(text):
        if _digits(announced["number"]) >= _FEWEST_ANNOUNCED:
            yield Finding(*announced.span("number"), Kind.NUMBER)


def long_numbers(text: str, today: date) -> Iterator[Finding]:
    """Tax numbers by their check digits, and whatever has too many digits to be an amount."""
    for group in _GROUPED.finditer(text):
        if idnr.is_valid(group[0]):
            yield Finding(*group.span(), Kind.NUMBER)
    for form in _LONG:
        yield from (Finding(*match.span(), Kind.NUMBER) for match in form.finditer(text))
    for group in _GROUPED.finditer(without_days_and_sums(text)):
        if _digits(group[0]) >= _LONGEST_GROUPS and not _YEARS.fullmatch(group[0]):
            yield Finding(*group.span(), Kind.NUMBER)


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Where in *text* an IBAN begins and ends whose length and check digits are right."""
    done = 0
    for begin in _IBAN_BEGINS.finditer(text):
        if begin.start() < done:
            continue
        for end in _ends(text, begin.start()):
            if iban.is_valid(text[begin.start() : end], check_country=False):
                yield begin.start(), end
                done = end
                break


_IBAN_BEGINS = re.compile(r"(?<![^\W_])[A-Z]{2}[ .-]?\d{2}", re.IGNORECASE)
_IBAN_GOES_ON = re.compile(r"[A-Z0-9](?:[ .-]?[A-Z0-9]){14,33}", re.IGNORECASE)
"""15 to 34 characters (ISO 13616), and perhaps the words that follow."""


def _ends(text: str, start: int) -> Iterator[int]:
    """Where an IBAN that begins at *start* may end, the furthest first."""
    longest = _IBAN_GOES_ON.match(text, start)
    if longest is None:
        return
    places = [at + 1 for at in range(start, longest.end()) if text[at].isalnum()]
    yield from reversed(places[14:])


_FORMS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        # An account in Germany whose check digits are wrong, or cut off.
        (r"(?i)(?<![^\W_])DE[ .-]?\d{2}(?:[ .-]?\d){6,20}", Kind.IBAN),
        # Of any country, in groups of four as on a card.
        (
            r"(?i)(?<![^\W_])(?=(?:\D{0,6}\d){10})"
            r"[a-z]{2}\d{2}(?:[ -][a-z0-9]{4}){2,7}(?:[ -][a-z0-9]{1,4})?",
            Kind.IBAN,
        ),
        # A customer's number: 123D456789.
        (r"(?i)(?<!\d)\d{3}[ -]?[a-z][ -]?\d{3}[ -]?\d{3}(?!\d)", Kind.NUMBER),
        # A household's number: 35502BG0012345, in older letters 35502//0012345.
        (r"(?i)(?<!\d)\d{5}\s?(?:BG|//?|-)\s?\d{7}(?!\d)", Kind.NUMBER),
        # Of the pension insurance: area, day of birth, letter of the name.
        (r"(?i)(?<!\d)\d{2}[ -]?\d{6}[ -]?[a-z][ -]?\d{3}(?!\d)", Kind.NUMBER),
        # Cases at social courts: "S 12 AS 345/26", "L 7 AS 12/24 B ER"; at others: "3 F 45/26".
        (
            r"(?i)(?<![^\W_])[slb]\s?\d{1,3}\s?[a-z]{1,3}\s?\d{1,5}\s?/\s?\d{2}(?!\d)"
            r"(?:\s(?:B|ER|R|PKH|NZB)\b){0,3}",
            Kind.NUMBER,
        ),
        (r"(?<!\w)\d{1,4}\s?[A-Z][a-z]{0,2}\s?\d{1,5}/\d{2}(?!\d)", Kind.NUMBER),
    )
)
_LONG = (
    # Letters and digits in one word: of an identity card, a passport, a health insurance.
    re.compile(r"(?<!\w)(?=(?:[^\W\d_]*\d){5})\d*[^\W\d_]\w*\d\w*"),
    re.compile(r"\w*\d{7,}\w*"),
)
_ANNOUNCED = re.compile(ANNOUNCED + r"(?P<number>[A-Z]{0,2}\d(?:[A-Z/ .-]{0,3}\d)*[A-Z]?\b)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\d,.])\d(?:[ ./-]{0,2}\d)+")
_YEARS = re.compile(r"(?:(?:19|20)\d{2}\D{0,2})+")


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
