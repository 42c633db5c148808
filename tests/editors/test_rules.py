"""Warnings for editors: each rule fires where it should and keeps silent where it should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.core.knowledge import ELSEWHERE, Fact, FactValue, KnowledgeBase, Place
from bot.editors.rules import (
    fact_without_successor,
    few_phrasings,
    lint,
    lookalike_label,
    review_overdue,
    same_phrasing,
)
from tests.editors.a_kb import GOOD, TODAY, a_kb, an_entry, enough, found


def a_fact(until: str | None, later: str | None = None) -> Fact:
    values = [FactValue(date(2026, 1, 1), until and date.fromisoformat(until), Decimal(563), "", TODAY)]
    if later:
        values.append(FactValue(date.fromisoformat(later), None, Decimal(571), "", TODAY))
    return Fact("regelbedarf_1", "Regelbedarf", "Euro", tuple(values), place=Place("faq/facts.yaml", 5, 3))


def test_a_good_knowledge_base_has_no_warnings() -> None:
    kb = a_kb(GOOD, facts=(a_fact(None),), termin_verpasst=enough())
    assert list(lint(kb, TODAY)) == []


def test_every_warning_bears_the_name_of_its_rule() -> None:
    kb = a_kb(an_entry(review_by=date(2026, 1, 1), answer="SOFORT anrufen"), termin_verpasst=enough())
    assert {problem.rule for problem in lint(kb, TODAY)} == {"review-overdue", "shouting"}


@pytest.mark.parametrize(("today", "count"), [(date(2027, 1, 15), 0), (date(2027, 1, 16), 1)])
def test_a_review_is_overdue_from_the_day_after_its_date(today: date, count: int) -> None:
    assert len(found(review_overdue, a_kb(GOOD), today)) == count


def test_an_overdue_review_is_told_with_place_and_remedy() -> None:
    (problem,) = found(review_overdue, a_kb(GOOD), date(2027, 2, 1))
    assert str(problem).startswith(
        "faq/de/termine.yaml:1:3: Warnung: 'termin-verpasst' sollte bis 15.01.2027"
    )
    assert "checked_on und review_by" in problem.text


@pytest.mark.parametrize(
    ("fact", "count"),
    [
        (a_fact("2026-12-21"), 1),
        (a_fact("2026-12-22"), 0),
        (a_fact("2026-12-31"), 0),
        (a_fact("2026-06-30"), 1),
        (a_fact("2026-12-01", later="2026-12-02"), 0),
        (a_fact(None), 0),
        (Fact("anteil", "Anteil", "Euro", (), "regelbedarf_1"), 0),
    ],
)
def test_an_amount_that_ends_within_30_days_needs_a_successor(fact: Fact, count: int) -> None:
    """On 22 November the amounts that end with the year are no business of anybody's yet."""
    assert len(found(fact_without_successor, a_kb(facts=(fact,)))) == count


def test_the_missing_amount_is_asked_for_from_its_first_day() -> None:
    (problem,) = found(fact_without_successor, a_kb(facts=(a_fact("2026-12-31"),)), date(2026, 12, 10))
    assert "'regelbedarf_1' endet am 31.12.2026" in problem.text
    assert "ab 2027-01-01" in problem.text


def test_a_phrasing_belongs_to_one_entry() -> None:
    kb = a_kb(termin_krank=("Bin völlig krank!",), lange_krank=("bin  voellig krank", "schon lange krank"))
    (problem,) = found(same_phrasing, kb)
    assert str(problem.place) == "faq/phrasings/de/x.yaml:7:5"
    assert "\"bin  voellig krank\" steht auch bei 'termin-krank'" in problem.text


def test_a_phrasing_may_be_repeated_within_its_entry_and_in_another_language() -> None:
    kb = a_kb(termin_krank=("bin krank", "Bin krank!"))
    kb = replace(kb, phrasings={**kb.phrasings, "pl": {"lange-krank": ("bin krank",)}})
    assert found(same_phrasing, kb) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Wohnung", "Wohnungen", 1),
        ("Kosten der Miete", "Kosten für Miete", 1),
        ("Termin verpasst", "Termin verschieben", 0),
        ("Angst vor der Maßnahme", "Kosten bei der Maßnahme", 0),
    ],
)
def test_labels_that_look_alike_are_found(one: str, other: str, count: int) -> None:
    kb = a_kb(an_entry("eins", label=one), an_entry("zwei", label=other))
    assert len(found(lookalike_label, kb)) == count


def test_two_windows_of_one_entry_may_share_a_label() -> None:
    assert found(lookalike_label, a_kb(GOOD, replace(GOOD, valid_until=TODAY))) == []


@pytest.mark.parametrize(
    ("topic", "count", "warned"),
    [("termine", 30, False), ("termine", 29, True), (ELSEWHERE, 15, False), (ELSEWHERE, 14, True)],
)
def test_an_entry_needs_thirty_phrasings_a_signpost_fifteen(topic: str, count: int, warned: bool) -> None:
    kb = a_kb(an_entry(topic=topic), termin_verpasst=enough(count))
    assert bool(found(few_phrasings, kb)) is warned


def test_a_near_copy_does_not_count() -> None:
    texts = enough(29)
    (problem,) = found(few_phrasings, a_kb(GOOD, termin_verpasst=(*texts, texts[0].upper() + "!")))
    assert "hat 29 deutsche Formulierungen (und 1 fast gleiche), 30 sollten es sein" in problem.text
    assert str(problem.place) == "faq/phrasings/de/x.yaml:7:5"


def test_an_entry_that_nobody_asks_for_is_warned_about_at_its_own_place() -> None:
    (problem,) = found(few_phrasings, KnowledgeBase(entries=(GOOD, replace(GOOD, valid_until=TODAY))))
    assert problem.place == GOOD.place


def test_nothing_is_called_missing_while_something_cannot_be_read() -> None:
    assert [*lint(KnowledgeBase(entries=(GOOD,)), TODAY, complete=False)] == []
