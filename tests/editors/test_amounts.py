"""Warnings about amounts that look like a slip: where they fire and where they keep silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.core.knowledge import Fact, FactValue, Place
from bot.editors.amounts import distant_end, gap_between_amounts, sudden_amount
from tests.editors.a_kb import TODAY, a_kb, found


def a_row(first: str, until: str | None, value: str | date = "563") -> FactValue:
    worth = value if isinstance(value, date) else Decimal(value)
    return FactValue(date.fromisoformat(first), until and date.fromisoformat(until), worth, "", TODAY)


def a_fact(*rows: FactValue) -> Fact:
    return Fact("regelbedarf_1", "Regelbedarf", "Euro", rows, place=Place("faq/facts.yaml", 5, 3))


THIS_YEAR = a_row("2026-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("begins", "count"), [("2027-01-01", 0), ("2027-01-02", 1), ("2027-02-01", 1), ("2026-12-31", 0)]
)
def test_the_next_row_begins_on_the_day_after(begins: str, count: int) -> None:
    kb = a_kb(facts=(a_fact(THIS_YEAR, a_row(begins, None)),))
    assert len(found(gap_between_amounts, kb)) == count


def test_a_gap_is_told_with_both_days() -> None:
    (problem,) = found(gap_between_amounts, a_kb(facts=(a_fact(THIS_YEAR, a_row("2027-02-01", None)),)))
    assert str(problem).startswith(
        "faq/facts.yaml:5:3: Warnung: 'regelbedarf_1': Eine Zeile endet am 31.12.2026, "
        "die nächste beginnt erst am 01.02.2027."
    )


def test_the_order_of_the_rows_in_the_file_does_not_matter() -> None:
    last, middle = a_row("2028-02-01", None), a_row("2027-01-01", "2027-12-31")
    assert len(found(gap_between_amounts, a_kb(facts=(a_fact(last, THIS_YEAR, middle),)))) == 1


@pytest.mark.parametrize("until", [None, "9999-12-31"])
def test_after_a_row_without_an_end_there_is_no_gap(until: str | None) -> None:
    rows = a_fact(a_row("2026-01-01", until), a_row("2027-01-01", None))
    assert found(gap_between_amounts, a_kb(facts=(rows,))) == []


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("563", "571.50", 0),
        ("563", "5715", 1),
        ("563", "57.15", 1),
        ("100", "120", 0),
        ("100", "120.01", 1),
        ("100", "80", 0),
        ("100", "79.99", 1),
        ("563", "0", 1),
        ("0", "25", 0),
    ],
)
def test_an_amount_stays_within_20_percent_of_the_one_before(before: str, after: str, count: int) -> None:
    rows = a_fact(a_row("2026-01-01", "2026-12-31", before), a_row("2027-01-01", None, after))
    assert len(found(sudden_amount, a_kb(facts=(rows,)))) == count


def test_a_jump_is_told_with_both_amounts() -> None:
    (problem,) = found(sudden_amount, a_kb(facts=(a_fact(THIS_YEAR, a_row("2027-01-01", None, "5715")),)))
    assert "springt am 01.01.2027 von 563 Euro auf 5.715 Euro, um mehr als 20 Prozent." in problem.text


@pytest.mark.parametrize(("today", "count"), [(date(2028, 1, 1), 1), (date(2028, 1, 2), 0)])
def test_a_jump_that_has_held_for_a_year_is_true(today: date, count: int) -> None:
    kb = a_kb(facts=(a_fact(THIS_YEAR, a_row("2027-01-01", None, "900")),))
    assert len(found(sudden_amount, kb, today)) == count


def test_days_do_not_jump() -> None:
    days = (
        a_row("2026-01-01", "2026-12-31", date(2026, 7, 1)),
        a_row("2027-01-01", None, date(2036, 7, 1)),
    )
    assert found(sudden_amount, a_kb(facts=(a_fact(*days),))) == []


@pytest.mark.parametrize(
    ("until", "today", "count"),
    [
        ("2029-11-22", TODAY, 0),
        ("2029-11-23", TODAY, 1),
        ("2062-12-31", TODAY, 1),
        ("2027-03-01", date(2024, 2, 29), 1),
        ("2027-02-28", date(2024, 2, 29), 0),
        ("9999-12-31", TODAY, 1),
        (None, TODAY, 0),
    ],
)
def test_an_end_is_at_most_three_years_ahead(until: str | None, today: date, count: int) -> None:
    problems = found(distant_end, a_kb(facts=(a_fact(a_row("2026-01-01", until)),)), today)
    assert len(problems) == count
    assert all("until: null" in problem.text for problem in problems)
