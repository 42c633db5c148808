"""``faq check``: what it prints, for people and programs, and how it ends."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.content.cross_checks import CHECKS
from bot.content.slips import EXPLANATIONS
from bot.editors.cli import faq_app
from bot.editors.explain import UnknownRule, explain, rules
from bot.editors.notes import NOTES
from bot.editors.rules import RULES
from tests.content.faq_folder import GOOD, a_faq, an_entry, with_change, with_next_year
from tests.editors.a_kb import enough

TODAY = date(2026, 6, 1)
NEW_YEAR = date(2027, 1, 1)


def rows(texts: tuple[str, ...]) -> str:
    return "".join(f"  - {text}\n" for text in texts)


ENOUGH = {
    "phrasings/de/termine.yaml": "termin-verpasst:\n" + rows(enough(30)),
    "phrasings/de/geld.yaml": "regelbedarf:\n" + rows(enough(30, link="oder")),
}
"""Phrasings with which nothing is to be said about the good folder."""


def faq(folder: Path, *args: str, today: date = TODAY) -> Result:
    app = faq_app(lambda: folder, lambda: today, lambda: folder.parent / "cache")
    return CliRunner().invoke(app, ["check", *args])


def last_line(result: Result) -> str:
    return result.stdout.rstrip("\n").split("\n")[-1]


def test_a_good_folder_is_all_right(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, ENOUGH))
    assert (result.exit_code, result.stdout) == (0, "Alles in Ordnung: 2 Einträge, 61 Formulierungen.\n")


def test_thousands_have_a_dot(tmp_path: Path) -> None:
    many = "".join(f"  - satz {number} {number * 7919}\n" for number in range(1187))
    folder = a_faq(tmp_path, {**ENOUGH, "phrasings/tr/geld.yaml": f"regelbedarf:\n{many}"})
    assert faq(folder).stdout == "Alles in Ordnung: 2 Einträge, 1.248 Formulierungen.\n"


def test_errors_come_before_warnings_with_rule_and_count(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_change("de/geld.yaml", "label: Regelbedarf", "label:"))
    result = faq(folder, today=date(2026, 12, 10))
    lines = result.stdout.splitlines()
    assert lines[0].startswith("faq/de/geld.yaml:3:9: Fehler: 'label': Hier steht nichts.")
    assert lines[0].endswith(" [empty]")
    assert lines[1].startswith("faq/facts.yaml:1:3: Warnung: 'regelbedarf_1' endet am 31.12.2026")
    assert lines[1].endswith(" [fact-without-successor]")
    assert lines[2:] == ["1 Fehler, 1 Warnung"]
    assert result.exit_code == 1


def test_an_unreadable_file_is_not_reported_again_as_missing_phrasings(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, {"phrasings/de/termine.yaml": "- ["}))
    assert last_line(result) == "1 Fehler, 0 Warnungen"


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, ENOUGH), today=date(2027, 2, 1))
    assert (result.exit_code, last_line(result)) == (0, "0 Fehler, 3 Warnungen")


def test_warnings_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), today=date(2027, 2, 1))
    places = [line.split(": ")[0] for line in result.stdout.splitlines()[:-1]]
    assert places == sorted(places)
    assert len(places) == 5


@pytest.mark.parametrize("broken", [False, True])
def test_withdrawn_answers_are_named_in_the_last_line(tmp_path: Path, broken: bool) -> None:
    withdrawn = {"withdrawn.yaml": "- id: termin-verpasst\n- id: regelbedarf\n"}
    folder = a_faq(tmp_path, {**ENOUGH, **withdrawn, **({"facts.yaml": "- ["} if broken else {})})
    result = faq(folder)
    assert result.exit_code == (1 if broken else 0)
    assert last_line(result) == (
        "Zurückgezogen: regelbedarf, termin-verpasst. Wieder geben: faq withdraw ID --undo"
    )


def test_for_programs_withdrawn_answers_are_no_line_more(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {**ENOUGH, "withdrawn.yaml": "- id: regelbedarf\n"})
    assert json.loads(faq(folder, "--json").stdout)["problems"] == []


def test_a_slip_in_a_new_amount_is_told_where_its_row_stands(tmp_path: Path) -> None:
    row = '    - {from: 2027-02-01, until: 2037-12-31, value: "5715", source: X, checked_on: 2026-11-22}\n'
    result = faq(a_faq(tmp_path, {**ENOUGH, **with_next_year(row)}), today=date(2026, 12, 10))
    warnings = result.stdout.splitlines()[:-1]
    assert [line.split(" [")[-1] for line in warnings] == [
        "gap-between-amounts]",
        "sudden-amount]",
        "distant-end]",
    ]
    assert all(line.startswith("faq/facts.yaml:6:7: Warnung: 'regelbedarf_1'") for line in warnings)


def test_a_right_amount_for_the_next_year_is_all_right(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, {**ENOUGH, **with_next_year()}), today=date(2026, 12, 10))
    assert result.stdout.startswith("Alles in Ordnung")


REST = "source: X, checked_on: 2026-11-22"


@pytest.mark.parametrize(
    "row",
    [
        f'    - {{from: 2027-01-01, until: null, value: "2026-07-01", {REST}}}\n',
        f'    - {{from: 2027-01-01, until: null, value: "900", {REST}}}\n  share_of: nichts\n',
        f'    - {{from: 2027-01-01, until: 2026-01-01, value: "900", {REST}}}\n',
        f'    - {{from: 2026-01-01, until: null, value: "900", {REST}}}\n',
    ],
)
def test_amounts_with_errors_are_still_checked_to_the_end(tmp_path: Path, row: str) -> None:
    result = faq(a_faq(tmp_path, {**ENOUGH, **with_next_year(row)}))
    assert result.exit_code == 1
    assert re.match(r"[1-9] Fehler, ", last_line(result))


def test_notes_are_shown_to_those_who_ask(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, ENOUGH)
    assert "Hinweis" not in faq(folder).stdout
    result = faq(folder, "--notes")
    assert "Hinweis: 'regelbedarf' ist nicht unterschrieben" in result.stdout
    assert last_line(result).startswith("0 Fehler, 0 Warnungen, ")
    assert last_line(result).endswith(" Hinweise")
    assert result.exit_code == 0


def test_of_many_notes_each_rule_shows_a_few_and_says_how_many(tmp_path: Path) -> None:
    answers = GOOD["de/geld.yaml"] + "".join(an_entry(f"frage-{n}", f"Thema {n * 7919}") for n in range(4))
    folder = a_faq(tmp_path, {**ENOUGH, "de/geld.yaml": answers})
    shown = [line for line in faq(folder, "--notes").stdout.splitlines() if "Warnung: " not in line]
    assert shown[0] == "6 Hinweise [not-approved]"
    assert [line.split(":")[3].strip() for line in shown[1:4]] == ["Hinweis"] * 3
    assert shown[4] == "  ... und 3 weitere. Alle zeigt: faq check --all-notes"
    for everything in ("--all-notes",), ("--notes", "--json"):
        assert faq(folder, *everything).stdout.count("ist nicht unterschrieben") == 6


def test_old_and_missing_translations_are_noted(tmp_path: Path) -> None:
    english = "- id: regelbedarf\n  based_on: 2026-11-21\n"
    result = faq(a_faq(tmp_path, {**ENOUGH, "en/geld.yaml": english}), "--notes")
    assert "faq/en/geld.yaml:1:3: Hinweis: 'regelbedarf' in der Sprache 'en' ist älter" in result.stdout
    assert "'termin-verpasst' fehlt in der Sprache 'en'. [missing-translation]" in result.stdout


def test_another_folder_can_be_checked(tmp_path: Path) -> None:
    result = faq(tmp_path / "nirgends", "--faq", str(a_faq(tmp_path)))
    assert result.exit_code == 0


@pytest.mark.parametrize("good", [True, False])
def test_programs_get_json(tmp_path: Path, good: bool) -> None:
    folder = a_faq(tmp_path, {**ENOUGH, **({} if good else {"topics.yaml": "- {id: termine"})})
    result = faq(folder, "--json")
    report = json.loads(result.stdout)
    counts = {name: report[name] for name in ("errors", "warnings", "notes", "entries", "phrasings")}
    assert counts == {
        "errors": 0 if good else 1,
        "warnings": 0,
        "notes": None,
        "entries": 2,
        "phrasings": 61,
    }
    if not good:
        (problem,) = report["problems"]
        assert "Klammer" in problem.pop("text")
        place = {"file": "faq/topics.yaml", "line": 1, "column": 3}
        assert problem == {**place, "level": "error", "rule": "syntax"}
    assert result.exit_code == (0 if good else 1)


def test_json_counts_notes_when_they_are_asked_for(tmp_path: Path) -> None:
    report = json.loads(faq(a_faq(tmp_path, ENOUGH), "--json", "--notes").stdout)
    levels = [problem["level"] for problem in report["problems"]]
    assert report["notes"] == levels.count("note") >= 2


@pytest.mark.parametrize(
    "args", [("--faq", "/gibt/es/nicht"), ("--jsn",), ("--explain",), ("--explain", "nix")]
)
def test_wrong_use_ends_with_2(tmp_path: Path, args: tuple[str, ...]) -> None:
    result = faq(a_faq(tmp_path), *args)
    assert result.exit_code == 2
    assert result.stderr


def test_a_rule_is_explained_even_without_a_folder(tmp_path: Path) -> None:
    result = faq(tmp_path / "nirgends", "--explain", "unknown-field")
    assert result.exit_code == 0
    assert result.stdout.startswith("Fehler: Ein Feld heißt anders als alle, die es gibt")


def test_a_misspelt_rule_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "--explain", "unknwon-field")
    assert result.stderr == "Es gibt keine Regel 'unknwon-field'. Meinten Sie 'unknown-field'?\n"


def test_a_name_like_none_lists_them_all() -> None:
    with pytest.raises(UnknownRule) as caught:
        explain("xyz")
    assert all(name in str(caught.value) for name in ("syntax", "few-phrasings", "not-approved"))


def test_no_two_rules_share_a_name() -> None:
    assert len(rules()) == len(EXPLANATIONS) + len(CHECKS) + len(RULES) + len(NOTES)


def test_a_rule_may_be_copied_with_its_brackets() -> None:
    assert explain("[few-phrasings]") == explain("few-phrasings")


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_is_explained_in_two_to_four_german_sentences(name: str) -> None:
    level, words = rules()[name]
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-ZÄÖÜ*])", words)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", name)
    assert level in ("error", "warning", "note")
    assert 2 <= len(sentences) <= 4, sentences
    assert words.endswith(".")
    assert "bitte" in words.casefold(), "says what to do"
