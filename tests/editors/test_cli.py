"""The editors' command line: what it prints and how it ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.editors.cli import faq_app
from tests.content.faq_folder import a_faq, with_change

TODAY = date(2026, 6, 1)
NEW_YEAR = date(2027, 1, 1)


def faq(folder: Path, *args: str, today: date = TODAY) -> Result:
    return CliRunner().invoke(
        faq_app(lambda: folder, lambda: today, lambda: folder.parent / "cache"), list(args)
    )


def last_line(result: Result) -> str:
    return result.stdout.rstrip("\n").split("\n")[-1]


def words(result: Result) -> str:
    """What stands in the frame, without the frame."""
    return " ".join("".join(sign for sign in result.stdout if sign not in "╭╮╰╯─│").split())


def test_a_good_folder_is_all_right(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "check")
    assert (result.exit_code, result.stdout) == (0, "Alles in Ordnung: 2 Einträge, 3 Formulierungen.\n")


def test_thousands_have_a_dot(tmp_path: Path) -> None:
    many = "termin-verpasst:\n" + "".join(f"  - satz nummer {number}\n" for number in range(1247))
    result = faq(a_faq(tmp_path, {"phrasings/de/termine.yaml": many}), "check")
    assert result.stdout == "Alles in Ordnung: 2 Einträge, 1.248 Formulierungen.\n"


def test_errors_and_warnings_are_listed_and_counted(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_change("de/geld.yaml", "label: Regelbedarf", "label:"))
    result = faq(folder, "check", today=date(2026, 12, 1))
    lines = result.stdout.splitlines()
    assert lines[0].startswith("faq/de/geld.yaml:3:9: Fehler: 'label': Hier steht nichts.")
    assert lines[1].startswith("faq/facts.yaml:1:3: Warnung: 'regelbedarf_1' endet am 31.12.2026")
    assert lines[2:] == ["1 Fehler, 1 Warnung"]
    assert result.exit_code == 1


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "check", today=date(2027, 2, 1))
    assert (result.exit_code, last_line(result)) == (0, "0 Fehler, 3 Warnungen")


def test_another_folder_can_be_checked(tmp_path: Path) -> None:
    result = faq(tmp_path / "nirgends", "check", "--faq", str(a_faq(tmp_path)))
    assert result.exit_code == 0


@pytest.mark.parametrize("good", [True, False])
def test_programs_get_json(tmp_path: Path, good: bool) -> None:
    folder = a_faq(tmp_path, None if good else {"topics.yaml": "- {id: termine"})
    result = faq(folder, "check", "--json")
    report = json.loads(result.stdout)
    assert (report["errors"], report["warnings"], report["phrasings"]) == (0 if good else 1, 0, 3)
    problems = [] if good else [("faq/topics.yaml", 1, 3, "error")]
    assert [(p["file"], p["line"], p["column"], p["level"]) for p in report["problems"]] == problems
    assert result.exit_code == (0 if good else 1)


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--faq", "/gibt/es/nicht"),
        ("chek",),
        ("check", "--jsn"),
        ("show",),
        ("show", "termin-verpast"),
    ],
)
def test_wrong_use_ends_with_2(tmp_path: Path, args: tuple[str, ...]) -> None:
    result = faq(a_faq(tmp_path), *args)
    assert result.exit_code == 2
    assert result.stderr


def test_an_unknown_entry_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpast")
    assert result.stderr == (
        "Es gibt keine Antwort mit der Kennung 'termin-verpast'. Meinten Sie 'termin-verpasst'?\n"
    )


def test_an_answer_is_shown_as_on_a_phone(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpasst")
    assert result.exit_code == 0
    assert words(result) == (
        "Termin verpasst Gut, dass Sie sich melden. "
        "Es drohen 30 Prozent weniger: 168,90 Euro. Not: 112 "
        "Noch nicht vom Jobcenter geprüft. Geschrieben am 22.11.2026 gilt heute nicht"
    )
    assert max(map(len, result.stdout.splitlines())) <= 44


def test_the_simple_text_is_shown_on_demand(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpasst", "--simple", today=date(2026, 7, 1))
    assert words(result) == (
        "Termin verpasst Rufen Sie an. Noch nicht vom Jobcenter geprüft. Geschrieben am 22.11.2026"
    )


def test_an_outdated_amount_is_shown_with_its_note(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "regelbedarf", today=NEW_YEAR)
    assert "563 Euro (Betrag für 2026; den neuen Betrag prüfen wir gerade)" in words(result)


def test_an_answer_out_of_service_is_marked(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": "- {id: regelbedarf, reason: falsch, by: Kaya}"})
    assert "zurückgezogen" in words(faq(folder, "show", "regelbedarf"))


def test_nothing_is_shown_while_files_are_broken(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, {"facts.yaml": "- ["}), "show", "regelbedarf")
    assert (result.exit_code, last_line(result)) == (1, "1 Fehler, 0 Warnungen")
