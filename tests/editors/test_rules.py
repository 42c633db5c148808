"""Warnings for editors: each rule fires where it should and keeps silent where it should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.core.knowledge import Entry, Fact, FactValue, KnowledgeBase, Place
from bot.editors.rules import (
    RULES,
    Rule,
    fact_without_successor,
    lint,
    long_simple_sentences,
    lookalike_labels,
    review_overdue,
    same_phrasing,
    shouting,
)

TODAY = date(2026, 11, 22)
GOOD = Entry(
    "termin-verpasst",
    "termine",
    question="Ich habe meinen Termin verpasst – was jetzt?",
    label="Termin verpasst",
    answer="Gut, dass Sie sich melden!",
    simple="Rufen Sie an.",
    checked_on=TODAY,
    review_by=date(2027, 1, 15),
    place=Place("faq/de/termine.yaml", 1, 3),
)


def an_entry(
    entry_id: str = "termin-verpasst", label: str = "Termin verpasst", simple: str = "Kurz."
) -> Entry:
    return replace(GOOD, id=entry_id, label=label, simple=simple)


def a_fact(until: str | None, later: str | None = None) -> Fact:
    values = [FactValue(date(2026, 1, 1), until and date.fromisoformat(until), Decimal(563), "", TODAY)]
    if later:
        values.append(FactValue(date.fromisoformat(later), None, Decimal(571), "", TODAY))
    return Fact("regelbedarf_1", "Regelbedarf", "Euro", tuple(values), place=Place("faq/facts.yaml", 5, 3))


def warnings(rule: Rule, *entries: Entry, facts: tuple[Fact, ...] = (), today: date = TODAY) -> list[str]:
    kb = KnowledgeBase(entries=entries, facts={fact.id: fact for fact in facts})
    return [str(problem) for problem in rule(kb, today)]


def asked(**by_entry: tuple[str, ...]) -> KnowledgeBase:
    by_id = {name.replace("_", "-"): texts for name, texts in by_entry.items()}
    places = {
        ("de", name, text): Place("faq/phrasings/de/x.yaml", 7, 5) for name in by_id for text in by_id[name]
    }
    return KnowledgeBase(phrasings={"de": by_id}, phrasing_places=places)


def test_a_good_knowledge_base_has_no_warnings() -> None:
    kb = KnowledgeBase(entries=(GOOD,), facts={"a": a_fact(None)})
    assert list(lint(kb, TODAY)) == []


def test_every_rule_is_documented_in_german() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in RULES)


@pytest.mark.parametrize(("today", "count"), [(date(2027, 1, 15), 0), (date(2027, 1, 16), 1)])
def test_a_review_is_overdue_from_the_day_after_its_date(today: date, count: int) -> None:
    assert len(warnings(review_overdue, GOOD, today=today)) == count


def test_an_overdue_review_is_told_with_place_and_remedy() -> None:
    (warning,) = warnings(review_overdue, GOOD, today=date(2027, 2, 1))
    assert warning.startswith("faq/de/termine.yaml:1:3: Warnung: 'termin-verpasst' sollte bis 15.01.2027")
    assert "checked_on und review_by" in warning


@pytest.mark.parametrize(
    ("fact", "count"),
    [
        (a_fact("2027-01-20"), 1),
        (a_fact("2027-01-21"), 0),
        (a_fact("2026-06-30"), 1),
        (a_fact("2026-12-31", later="2027-01-01"), 0),
        (a_fact(None), 0),
        (Fact("anteil", "Anteil", "Euro", (), "regelbedarf_1"), 0),
    ],
)
def test_an_amount_that_ends_within_60_days_needs_a_successor(fact: Fact, count: int) -> None:
    assert len(warnings(fact_without_successor, facts=(fact,))) == count


def test_the_missing_amount_is_asked_for_from_its_first_day() -> None:
    (warning,) = warnings(fact_without_successor, facts=(a_fact("2026-12-31"),))
    assert "'regelbedarf_1' endet am 31.12.2026" in warning
    assert "ab 2027-01-01" in warning


@pytest.mark.parametrize(
    ("simple", "count"),
    [
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.", 0),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn.", 1),
        ("Eins zwei drei vier fünf sechs sieben.\nAcht neun zehn elf zwölf dreizehn vierzehn.", 0),
        ("Eins zwei drei vier fünf sechs:\n- sieben acht neun\n- zehn elf zwölf dreizehn", 0),
        ("Das gilt ab dem 1. Juli für alle Menschen, die neu zu uns kommen.", 1),
        ("Sie brauchen für diesen Kurs meistens das Niveau B1. Sonst warten Sie bitte noch.", 0),
        ("Bringen Sie etwas mit, z. B. Ihren Pass oder den Brief vom Amt heute.", 1),
        ("Rufen Sie bitte an! Haben Sie Fragen? Wir helfen Ihnen gern bei allem weiter.", 0),
        ("Lesen Sie bitte heute noch [die ganze Seite](https://www.kreis-borken.de/a) dazu.", 0),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf {regelbedarf_1}.", 1),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf {contact:notruf}.", 0),
    ],
)
def test_sentences_of_einfache_sprache_have_twelve_words(simple: str, count: int) -> None:
    assert len(warnings(long_simple_sentences, an_entry(simple=simple))) == count


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("Rufen Sie SOFORT an", False),
        ("Rufen Sie SOFORT GLEICH an", True),
        ("Das ist UNBEDINGT nötig", True),
        ("Rufen Sie an!", False),
        ("Rufen Sie an!!", True),
        ("Das SGB II und das BAMF, ELSTER und BAföG", False),
    ],
)
def test_capitals_and_exclamation_marks_are_shouting(text: str, loud: bool) -> None:
    assert bool(warnings(shouting, replace(GOOD, answer=text))) is loud


def test_a_phrasing_belongs_to_one_entry() -> None:
    kb = asked(termin_krank=("Bin krank!",), lange_krank=("bin  krank", "schon lange krank"))
    (problem,) = same_phrasing(kb, TODAY)
    assert str(problem.place) == "faq/phrasings/de/x.yaml:7:5"
    assert "\"bin  krank\" steht auch bei 'termin-krank'" in problem.text


def test_a_phrasing_may_be_repeated_within_its_entry() -> None:
    assert list(same_phrasing(asked(termin_krank=("bin krank", "Bin krank!")), TODAY)) == []


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
    assert len(warnings(lookalike_labels, an_entry("eins", one), an_entry("zwei", other))) == count


def test_two_windows_of_one_entry_may_share_a_label() -> None:
    assert warnings(lookalike_labels, GOOD, replace(GOOD, valid_until=TODAY)) == []
