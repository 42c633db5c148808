"""What is somebody's own is kept out; what everybody may know is let through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import check_faq
from bot.content.personal_data import find_personal
from bot.content.phones import can_be_dialled
from tests.content.faq_folder import a_faq, with_change

ASKED = ("phrasings/de/termine.yaml", "hab verpennt")


def rules_found(tmp_path: Path, *changes: dict[str, str | bytes | None]) -> list[str]:
    together = {name: text for change in changes for name, text in change.items()}
    return [problem.rule for problem in check_faq(a_faq(tmp_path, together))[1]]


@pytest.mark.parametrize("field", ["phone", "notify"])
def test_what_belongs_to_an_office_may_be_asked_about(tmp_path: Path, field: str) -> None:
    value = {"phone": "02861 924711", "notify": "jobcenter@example.org"}[field]
    office = with_change("offices.yaml", f"{field}: null", f'{field}: "{value}"')
    asked = with_change(*ASKED, f"wem gehört {value.upper()}?")
    assert rules_found(tmp_path, asked) == ["personal-data"]
    assert rules_found(tmp_path, asked, office) == []


def test_what_belongs_to_a_partner_may_be_asked_about_in_any_spelling(tmp_path: Path) -> None:
    contact = with_change("contacts.yaml", '"112"', '"0800 1110111"')
    assert rules_found(tmp_path, with_change(*ASKED, "kostet 0800/111 0 111 was"), contact) == []


def test_in_an_answer_a_partners_number_is_named_by_its_placeholder(tmp_path: Path) -> None:
    """A typed number goes on standing there when the partner gets another one."""
    contact = with_change("contacts.yaml", '"112"', '"0800 1110111"')
    answer = with_change("de/geld.yaml", "simple: Sie", "simple: Rufen Sie 0800 1110111 an. Sie")
    (problem,) = check_faq(a_faq(tmp_path, {**contact, **answer}))[1]
    assert "{contact:notruf}" in problem.text


def test_what_was_found_is_never_repeated(tmp_path: Path) -> None:
    """Reports are printed, mailed and kept longer than the file."""
    folder = a_faq(tmp_path, with_change(*ASKED, "max.muster@example.org geboren am 3.4.1975"))
    text = "\n".join(map(str, check_faq(folder)[1]))
    assert text.count("[personal-data]") == 2
    assert "muster" not in text
    assert "1975" not in text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a.b+c@example.co.uk", "E-Mail"),
        ("de89370400440532013000 ok", "IBAN"),
        ("NL91 ABNA 0417 1643 00", "IBAN"),
        ("+49 2861 924711", "Telefon"),
        ("0 28 61 / 92 47 11", "Telefon"),
        ("BG-Nummer: 35502//0012345", "Nummer"),
        ("meine steuer-id ist 12345678901", "Nummer"),
        ("geb. 01.02.80", "Geburt"),
        ("Geburtsdatum: 3. März 1975", "Geburt"),
    ],
)
def test_each_form_is_known(text: str, what: str) -> None:
    (found,) = find_personal(text)
    assert what.casefold() in found.what.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "max@localhost",
        "DE89 3704 0044 0532 0130 01",
        "02861",
        "kundennr. ist 4711",
        "geboren am 31.2.1980",
        "",
    ],
)
def test_what_is_not_sure_is_let_through(text: str) -> None:
    assert [*find_personal(text)] == []


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("112", True),
        ("116 016", True),
        ("0800 1110111", True),
        ("02852 89-0", True),
        ("02861", False),
        ("00000 000000", False),
        ("12345", False),
    ],
)
def test_numbers_that_lead_nowhere_are_known(number: str, good: bool) -> None:
    assert can_be_dialled(number) is good
