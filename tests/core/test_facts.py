"""Amounts as they are written on a day, and numbers that are shown only if confirmed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.core.facts import fact_text, fill, placeholders, stale_facts
from bot.core.knowledge import Fact, FactValue, HelpContact, KnowledgeBase

LAST_DAY = date(2026, 12, 31)
NEW_YEAR = date(2027, 1, 1)


def a_value(value: str, from_: str = "2026-01-01", until: str | None = "2026-12-31") -> FactValue:
    end = date.fromisoformat(until) if until else None
    return FactValue(date.fromisoformat(from_), end, Decimal(value), "RBSFV", date(2026, 11, 22))


def a_fact(*values: FactValue, fact_id: str = "betrag", unit: str = "Euro") -> Fact:
    return Fact(fact_id, "Betrag", unit, values or (a_value("563"),))


def a_share(of: str = "betrag", share: str = "0.30", fact_id: str = "anteil") -> Fact:
    return Fact(fact_id, "Anteil", "Euro", (), of, Decimal(share))


def a_kb(*facts: Fact, contacts: tuple[HelpContact, ...] = ()) -> KnowledgeBase:
    return KnowledgeBase(
        facts={fact.id: fact for fact in facts or (a_fact(),)},
        contacts={contact.id: contact for contact in contacts},
    )


def a_contact(number: str = "116 016", confirmed: bool = True) -> HelpContact:
    return HelpContact("hilfe", "Hilfetelefon", number, confirmed=confirmed)


def filled(text: str, kb: KnowledgeBase | None = None, on: date = LAST_DAY) -> str:
    return fill(text, kb or a_kb(), on, lambda amount, year: f"{amount} [{year}]")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("563", "Euro", "563 Euro"),
        ("563.00", "Euro", "563 Euro"),
        ("168.9", "Euro", "168,90 Euro"),
        ("18.36", "Euro", "18,36 Euro"),
        ("1234.5", "Euro", "1.234,50 Euro"),
        ("20000", "Euro", "20.000 Euro"),
        ("0.5", "Euro", "0,50 Euro"),
        ("1.5", "Stunden", "1,5 Stunden"),
        ("30", "Prozent", "30 Prozent"),
    ],
)
def test_amounts_are_written_the_german_way(value: str, unit: str, shown: str) -> None:
    assert fact_text(a_kb(a_fact(a_value(value), unit=unit)), "betrag", LAST_DAY).text == shown


def test_a_share_is_computed_from_the_value_of_the_day() -> None:
    kb = a_kb(a_fact(a_value("563"), a_value("571", "2027-01-01", None)), a_share())
    assert fact_text(kb, "anteil", LAST_DAY).text == "168,90 Euro"
    assert fact_text(kb, "anteil", NEW_YEAR).text == "171,30 Euro"


@pytest.mark.parametrize(
    ("value", "share", "shown"),
    [("0.15", "0.30", "0,05 Euro"), ("0.05", "0.50", "0,03 Euro"), ("0.05", "0.49", "0,02 Euro")],
)
def test_a_share_is_rounded_half_up_to_cents(value: str, share: str, shown: str) -> None:
    kb = a_kb(a_fact(a_value(value)), a_share(share=share))
    assert fact_text(kb, "anteil", LAST_DAY).text == shown


def test_a_share_of_a_share_is_rounded_once() -> None:
    """0.05 * 0.5 * 0.5 = 0.0125; rounded twice it would be two cents."""
    kb = a_kb(
        a_fact(a_value("0.05")), a_share(share="0.5"), a_share(of="anteil", share="0.5", fact_id="viertel")
    )
    assert fact_text(kb, "viertel", LAST_DAY).text == "0,01 Euro"


def test_an_amount_past_its_end_without_successor_names_its_year() -> None:
    kb = a_kb(a_fact(), a_share())
    assert fact_text(kb, "betrag", LAST_DAY).stale_year is None
    assert fact_text(kb, "betrag", NEW_YEAR).stale_year == 2026
    assert fact_text(kb, "anteil", NEW_YEAR).stale_year == 2026
    assert fact_text(kb, "anteil", NEW_YEAR).text == "168,90 Euro"


def test_a_successor_takes_over_on_its_first_day() -> None:
    kb = a_kb(a_fact(a_value("571", "2027-01-01", None), a_value("563")))
    assert fact_text(kb, "betrag", LAST_DAY).text == "563 Euro"
    assert fact_text(kb, "betrag", NEW_YEAR) == fact_text(kb, "betrag", date(2030, 6, 1))
    assert fact_text(kb, "betrag", NEW_YEAR).text == "571 Euro"


def test_in_a_gap_between_two_values_the_earlier_one_is_shown_as_stale() -> None:
    kb = a_kb(a_fact(a_value("563"), a_value("571", "2027-03-01", None)))
    shown = fact_text(kb, "betrag", date(2027, 2, 1))
    assert (shown.text, shown.stale_year) == ("563 Euro", 2026)


def test_a_value_without_known_end_never_becomes_stale() -> None:
    kb = a_kb(a_fact(a_value("100", until=None)))
    assert fact_text(kb, "betrag", date(2099, 1, 1)).stale_year is None


def test_stale_facts_are_those_that_somebody_must_look_up() -> None:
    """A share needs no value of its own: it is mended with the fact it comes from."""
    kb = a_kb(a_fact(), a_fact(a_value("25", until=None), fact_id="zuschlag"), a_share())
    assert stale_facts(kb, LAST_DAY) == ()
    assert [fact.id for fact in stale_facts(kb, NEW_YEAR)] == ["betrag"]


def test_facts_are_filled_into_the_text() -> None:
    text = "Im Monat {betrag}, davon {anteil}."
    assert filled(text, a_kb(a_fact(), a_share())) == "Im Monat 563 Euro, davon 168,90 Euro."


def test_an_outdated_fact_is_written_by_the_callers_note() -> None:
    assert filled("Im Monat {betrag}.", on=NEW_YEAR) == "Im Monat 563 Euro [2026]."


def test_a_confirmed_number_is_filled_in() -> None:
    assert filled("Anrufen: {contact:hilfe}", a_kb(contacts=(a_contact(),))) == "Anrufen: 116 016"


@pytest.mark.parametrize("contact", [a_contact(confirmed=False), a_contact(number="")])
def test_a_line_without_a_number_that_can_be_promised_is_left_out(contact: HelpContact) -> None:
    text = "Sprechen Sie mit jemandem.\nHilfetelefon: {contact:hilfe}, Tag und Nacht\nAlles Gute."
    assert filled(text, a_kb(contacts=(contact,))) == "Sprechen Sie mit jemandem.\nAlles Gute."


def test_a_line_with_an_unknown_contact_is_left_out() -> None:
    assert filled("Erste Zeile\n{contact:niemand}") == "Erste Zeile"


def test_a_paragraph_that_becomes_empty_is_closed_up() -> None:
    text = "Oben.\n\n{contact:hilfe}\n\n- Unten eins.\n- Unten zwei."
    unconfirmed = a_kb(contacts=(a_contact(confirmed=False),))
    assert filled(text, unconfirmed) == "Oben.\n\n- Unten eins.\n- Unten zwei."


def test_one_unconfirmed_number_takes_its_whole_line_along() -> None:
    kb = a_kb(contacts=(a_contact(), HelpContact("zwei", "Zweite", "110", confirmed=False)))
    assert filled("{contact:hilfe} oder {contact:zwei}\nEnde", kb) == "Ende"


def test_placeholders_are_listed_with_their_offsets() -> None:
    assert list(placeholders("a {b} c {contact:d}")) == [(2, "b"), (8, "contact:d")]
