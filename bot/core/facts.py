"""Amounts and phone numbers in the texts: what a fact is worth on a day, and how it is written.

Texts name facts as ``{regelbedarf_1}`` and contacts as ``{contact:telefonseelsorge}``. Nothing here
knows a sentence: the words around an outdated amount come from the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.core.knowledge import Fact, FactValue, KnowledgeBase

CONTACT = "contact:"
"""What stands before the id of a contact in a placeholder."""

MONTHS = tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split())

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_CENT = Decimal("0.01")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")

Note = Callable[[str, int], str]
"""How an outdated amount is written, from its text ("563 Euro") and the year for which it held."""


@dataclass(frozen=True, slots=True)
class FactShown:
    """A fact as it is written on one day: ``amount`` "168,90" and ``unit`` "Euro", or "1. Juli 2026" and "".

    ``stale_year`` is the year for which the amount held if no later one is known, else None.
    """

    amount: str
    unit: str
    stale_year: int | None = None

    @property
    def text(self) -> str:
        return f"{self.amount} {self.unit}".rstrip()


def fact_text(kb: KnowledgeBase, fact_id: str, on: date) -> FactShown:
    """What the fact is worth on this day; a share is computed from the value of that day.

    Raises:
        KeyError: there is no such fact (the loader refuses texts that name one).
    """
    fact = kb.facts[fact_id]
    amount, value = _worth(kb, fact, on)
    stale_year = None if _holds(value, on) else (value.until or value.from_).year
    if isinstance(amount, date):
        return FactShown(f"{amount.day}. {MONTHS[amount.month - 1]} {amount.year}", "", stale_year)
    return FactShown(_german(amount, fact.unit), fact.unit, stale_year)


def fill(text: str, kb: KnowledgeBase, on: date, note: Note) -> str:
    """*text* with every ``{fact}`` and ``{contact:id}`` filled in as of this day.

    A line that names a contact without a confirmed number is left out as a whole, and a paragraph
    that becomes empty by this is closed up: no number is ever promised that nobody has confirmed.
    """

    def written(match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith(CONTACT):
            return _number(kb, name)
        shown = fact_text(kb, name, on)
        return shown.text if shown.stale_year is None else note(shown.text, shown.stale_year)

    lines = text.split("\n")
    kept = [line for line in lines if _can_be_said(line, kb)]
    filled = "\n".join(_PLACEHOLDER.sub(written, line) for line in kept)
    return filled if len(kept) == len(lines) else _BLANK_LINES.sub("\n\n", filled).strip()


def placeholders(text: str) -> Iterator[tuple[int, str]]:
    """Every name in braces with the offset of its brace, in the order of the text."""
    return ((match.start(), match[1]) for match in _PLACEHOLDER.finditer(text))


def stale_facts(kb: KnowledgeBase, on: date) -> tuple[Fact, ...]:
    """Facts with values of their own of which none holds on this day: somebody must look them up."""
    own = (fact for fact in kb.facts.values() if fact.values)
    return tuple(fact for fact in own if not _holds(_value(fact, on), on))


def _worth(kb: KnowledgeBase, fact: Fact, on: date) -> tuple[Decimal | date, FactValue]:
    """The exact amount (rounded nowhere) or the day, and the dated value from which it comes."""
    if not fact.share_of:
        value = _value(fact, on)
        return value.value, value
    whole, value = _worth(kb, kb.facts[fact.share_of], on)
    return (whole if isinstance(whole, date) else whole * fact.share), value


def _value(fact: Fact, on: date) -> FactValue:
    """The value of this day; else the last one before it; else (none has begun) the first."""
    begun = [value for value in fact.values if value.from_ <= on]
    if begun:
        return max(begun, key=lambda value: value.from_)
    return min(fact.values, key=lambda value: value.from_)


def _holds(value: FactValue, on: date) -> bool:
    return value.from_ <= on and (value.until is None or on <= value.until)


def _german(amount: Decimal, unit: str) -> str:
    """Comma for decimals, dot for thousands; whole numbers without decimals, Euro else with cents."""
    cents = amount.quantize(_CENT, ROUND_HALF_UP)
    if cents == cents.to_integral_value():
        return f"{cents:,.0f}".replace(",", ".")
    text = f"{cents:,.2f}" if unit == "Euro" else f"{cents:,.2f}".rstrip("0")
    return text.translate(str.maketrans(",.", ".,"))


def _can_be_said(line: str, kb: KnowledgeBase) -> bool:
    names = (match[1] for match in _PLACEHOLDER.finditer(line))
    return all(_number(kb, name) for name in names if name.startswith(CONTACT))


def _number(kb: KnowledgeBase, name: str) -> str:
    contact = kb.contacts.get(name.removeprefix(CONTACT))
    return contact.number if contact and contact.confirmed else ""
