"""``faq review``: nothing falls due unnoticed, and nothing that is done is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.core.knowledge import Entry, Fact, FactValue, KnowledgeBase
from bot.editors.review import due
from tests.content.faq_folder import a_faq, with_change
from tests.editors.command import faq

TODAY = date(2026, 12, 1)
LATER = date(2027, 1, 30)
ENTRY = Entry("pass", "geld", "", "Pass", "", "", checked_on=TODAY, review_by=date(2027, 1, 15))


def an_amount(until: date | None, then: date | None = None) -> Fact:
    values = [FactValue(date(2026, 1, 1), until, Decimal(1), "", TODAY)]
    if then:
        values.append(FactValue(then, None, Decimal(2), "", TODAY))
    return Fact("satz", "Satz", "Euro", tuple(values))


def found(*entries: Entry, facts: tuple[Fact, ...] = (), until: date = LATER) -> list[tuple[str, date]]:
    kb = KnowledgeBase(entries=entries, facts={fact.id: fact for fact in facts})
    return [(one.what, one.day) for one in due(kb, TODAY, until)]


@pytest.mark.parametrize(
    ("review_by", "is_due"),
    [(date(2026, 11, 1), True), (LATER, True), (date(2027, 1, 31), False)],
    ids=["overdue", "last day", "later"],
)
def test_an_answer_is_due_up_to_the_last_day(review_by: date, is_due: bool) -> None:
    assert found(replace(ENTRY, review_by=review_by)) == ([("review", review_by)] if is_due else [])


def test_an_answer_that_is_over_is_not_reviewed() -> None:
    assert found(replace(ENTRY, valid_until=date(2026, 11, 30))) == []


def test_an_answer_that_ends_without_a_successor_is_due_on_its_last_day() -> None:
    ending = replace(ENTRY, valid_until=date(2026, 12, 31), review_by=date(2027, 6, 1))
    assert found(ending) == [("ends", date(2026, 12, 31))]
    following = replace(ending, valid_from=date(2027, 1, 1), valid_until=None)
    assert found(ending, following) == []


@pytest.mark.parametrize(
    ("fact", "is_due"),
    [
        (an_amount(date(2026, 12, 31)), True),
        (an_amount(date(2026, 6, 30)), True),
        (an_amount(date(2027, 6, 30)), False),
        (an_amount(None), False),
        (an_amount(date(2026, 12, 31), then=date(2027, 1, 1)), False),
        (Fact("anteil", "Anteil", "Euro", share_of="satz"), False),
    ],
    ids=["ends", "over", "ends later", "no end", "successor", "share"],
)
def test_an_amount_is_due_when_it_ends_and_no_other_follows(fact: Fact, is_due: bool) -> None:
    assert bool(found(facts=(fact,))) is is_due


def test_the_earliest_comes_first() -> None:
    days = [date(2027, 1, 15), date(2026, 11, 1), date(2026, 12, 24)]
    entries = [replace(ENTRY, id=f"eintrag-{n}", review_by=day) for n, day in enumerate(days)]
    assert [day for _, day in found(*entries)] == sorted(days)


def test_people_read_a_line_for_each_and_how_many_are_unsigned(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_change("de/geld.yaml", "review_by: 2027-01-15", "review_by: 2026-11-30"))
    result = faq(folder, "review", today=TODAY)
    assert result.stdout.splitlines() == [
        "30.11.2026  Antwort prüfen regelbedarf  faq/de/geld.yaml:1  überfällig",
        "31.12.2026  Betrag endet   regelbedarf_1  faq/facts.yaml:1",
        "15.01.2027  Antwort prüfen termin-verpasst  faq/de/termine.yaml:1",
        "3 fällig bis 30.01.2027. 2 von 2 Antworten sind noch nicht unterschrieben (approved_by).",
    ]


def test_fewer_days_show_less(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "review", "--days", "10", today=TODAY)
    assert result.stdout.startswith("In den nächsten 10 Tagen ist nichts fällig.\n0 fällig bis 11.12.2026.")


def test_programs_get_days_kinds_and_places(tmp_path: Path) -> None:
    result = json.loads(faq(a_faq(tmp_path), "review", "--json", today=TODAY).stdout)
    assert (result["unsigned"], result["entries"]) == (2, 2)
    first: dict[str, Any] = result["due"][0]
    assert (first["day"], first["what"], first["id"]) == ("2026-12-31", "amount", "regelbedarf_1")
    assert (first["file"], first["line"], first["overdue"]) == ("faq/facts.yaml", 1, False)


def test_a_broken_file_does_not_hide_what_is_due_in_others(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, {"de/geld.yaml": "- ["}), "review", today=TODAY)
    assert "termin-verpasst" in result.stdout
    assert "Fehler in den Dateien" in result.stderr


# the calendar


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_each_is_an_event_of_one_whole_day(tmp_path: Path) -> None:
    target = tmp_path / "pruefen.ics"
    result = faq(a_faq(tmp_path), "review", "--calendar", str(target), today=TODAY)
    assert f"In {target} stehen sie als Kalender." in result.stdout
    lines = unfolded(target.read_bytes().decode())
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    begin = lines.index("UID:review-termin-verpasst-2026-07-01@faq.jobcenter-bot")
    assert lines[begin + 2 : begin + 5] == [
        "DTSTART;VALUE=DATE:20270115",
        "DTEND;VALUE=DATE:20270116",
        "SUMMARY:Antwort prüfen: Termin verpasst",
    ]


def test_a_review_that_is_put_off_moves_its_event(tmp_path: Path) -> None:
    def uids(folder: Path) -> list[str]:
        faq(folder, "review", "--calendar", str(tmp_path / "x.ics"), "--days", "900", today=TODAY)
        return [
            line for line in unfolded((tmp_path / "x.ics").read_bytes().decode()) if line.startswith("UID:")
        ]

    before = uids(a_faq(tmp_path))
    after = uids(
        a_faq(tmp_path, with_change("de/geld.yaml", "review_by: 2027-01-15", "review_by: 2028-01-15"))
    )
    assert sorted(before) == sorted(after)
    assert len(set(before)) == 3


def test_a_calendar_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "review", "--calendar", str(tmp_path / "fehlt" / "x.ics"), today=TODAY)
    assert (result.exit_code, "lässt sich nicht schreiben" in result.stderr) == (1, True)
