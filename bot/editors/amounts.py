"""Warnings about amounts that are written well but look like a slip: gaps, jumps, ends far ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from bot.core.facts import fact_text
from bot.core.knowledge import Fact, FactValue, KnowledgeBase, Place, Problem
from bot.editors.places import warning

JUMP = Decimal("0.20")
"""A share of the row before beyond which a slip is likelier than the law: the largest step of Regelbedarf so
far was 12 percent (2023 and 2024), a digit too many or two swapped ones make mostly more."""
LOOKED_AT = timedelta(days=365)
"""So long after its first day a jump is warned about: some jumps are true, and a warning that nobody can
follow is soon no longer read."""
YEARS_AHEAD = 3
"""Amounts are set for a year, few for longer; an end beyond this is a slip, or nobody knows it."""

Row = tuple[FactValue, Place]


def gap_between_amounts(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Zwischen zwei Zeilen eines Betrags liegen Tage, für die keine gilt. Der Chat zeigt an diesen Tagen den
    alten Betrag mit einem Hinweis. Bitte until und from so setzen, dass die nächste Zeile am Tag nach dem
    Ende der vorigen beginnt.
    """
    for fact in kb.facts.values():
        for (before, _), (after, place) in pairwise(_rows(kb, fact)):
            if before.until and after.from_ - before.until > timedelta(days=1):
                yield warning(
                    place,
                    f"'{fact.id}': Eine Zeile endet am {before.until:%d.%m.%Y}, die nächste beginnt erst "
                    f"am {after.from_:%d.%m.%Y}. Dazwischen gilt kein Betrag. "
                    "Bitte until oder from berichtigen.",
                )


def sudden_amount(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Ein Betrag ist um mehr als 20 Prozent höher oder niedriger als der in der Zeile davor. Oft ist das ein
    Tippfehler: eine Ziffer zu viel oder zwei vertauscht. Bitte mit dem Beleg vergleichen. Stimmt der Betrag,
    ist nichts zu tun; die Warnung endet ein Jahr nach seinem ersten Tag.
    """
    for fact in kb.facts.values():
        for (before, _), (after, place) in pairwise(_rows(kb, fact)):
            if after.from_ >= today - LOOKED_AT and _jumps(before.value, after.value):
                old, new = (fact_text(kb, fact.id, row.from_).text for row in (before, after))
                yield warning(
                    place,
                    f"'{fact.id}' springt am {after.from_:%d.%m.%Y} von {old} auf {new}, um mehr als "
                    f"{JUMP * 100:.0f} Prozent. Bitte mit dem Beleg vergleichen: Ist eine Ziffer falsch?",
                )


def distant_end(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Ein Betrag soll länger als drei Jahre von heute an gelten. Meist ist das Jahr bei until vertippt, und
    der Chat nennt den Betrag noch, wenn er längst überholt ist. Bitte den Tag berichtigen; ist kein Ende
    bekannt: until: null.
    """
    for fact in kb.facts.values():
        for row, place in _rows(kb, fact):
            if row.until and _years_later(row.until, today):
                yield warning(
                    place,
                    f"'{fact.id}' gilt laut until bis zum {row.until:%d.%m.%Y}, mehr als {YEARS_AHEAD} Jahre "
                    "von heute an. Bitte das Jahr prüfen; ist kein Ende bekannt: until: null.",
                )


AMOUNT_RULES = (gap_between_amounts, sudden_amount, distant_end)


def _rows(kb: KnowledgeBase, fact: Fact) -> list[Row]:
    """The rows of *fact* by their first day, each with its place; none for a share, whatever stands there."""
    if fact.share_of:
        return []
    places = kb.line_places.get((fact.place, "values"), (fact.place,) * len(fact.values))
    return sorted(zip(fact.values, places, strict=True), key=lambda row: row[0].from_)


def _jumps(before: Decimal | date, after: Decimal | date) -> bool:
    """Whether an amount leaves the other far behind; nothing is a share of zero, and days do not jump."""
    if not (isinstance(before, Decimal) and isinstance(after, Decimal) and before):
        return False
    return abs(after - before) > before * JUMP


def _years_later(day: date, today: date) -> bool:
    return (day.year - YEARS_AHEAD, day.month, day.day) > (today.year, today.month, today.day)
