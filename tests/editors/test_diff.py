"""``faq diff``: a person who is no programmer sees what a change does before it is live."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner, Result

from bot.core.matching import Band, Candidate, Found
from bot.editors.asked_again import AskedAgain
from bot.editors.cli import faq_app
from bot.editors.diff_report import print_asked
from bot.editors.effects import Effect
from bot.editors.in_vain import QuestionDesk
from tests.builders import NOW
from tests.content.faq_folder import GOOD, a_faq, with_change
from tests.editors.a_repository import a_repository, committed, needs_git
from tests.editors.a_store import Asked
from tests.editors.command import TODAY

VALID = TODAY.replace(month=7)
RECENT = ("wie viel geld krieg ich", "völlig anderes")
OTHER_WORDS = with_change("de/termine.yaml", "Gut, dass Sie sich melden.", "Schön, dass Sie schreiben.")
MOVED: Mapping[str, str | bytes | None] = {
    "phrasings/de/termine.yaml": "termin-verpasst: [hab verpennt]\n",
    "phrasings/de/geld.yaml": "regelbedarf: [Besprechung verschwitzt, 'Hilfe: Termin vergessen']\n",
    "samples/de/_out_of_scope.yaml": None,
}


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return a_faq(tmp_path / "before")


def changed(tmp_path: Path, files: Mapping[str, str | bytes | None]) -> Path:
    return a_faq(tmp_path / "now", dict(files))


def diff(folder: Path, *args: str, recent: tuple[str, ...] = ()) -> Result:
    questions = Asked(folder.parent)
    if recent:
        questions.ask(*reversed(recent))
    desk = QuestionDesk(questions.store, lambda: NOW, str)
    app = faq_app(lambda: folder, lambda: VALID, lambda: folder.parent / "cache", desk)
    return CliRunner().invoke(app, ["diff", *args], env={"COLUMNS": "110"})


def as_object(folder: Path, *args: str, recent: tuple[str, ...] = ()) -> dict[str, Any]:
    result = diff(folder, *args, "--json", recent=recent)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_without_a_change_there_is_nothing_to_say(tmp_path: Path, before: Path) -> None:
    result = diff(changed(tmp_path, {}), "--against", str(before))
    assert (result.exit_code, result.stdout) == (0, f"Verglichen mit {before}. Es gibt keinen Unterschied.\n")


def test_a_changed_sentence_is_shown_before_and_after(tmp_path: Path, before: Path) -> None:
    result = diff(changed(tmp_path, OTHER_WORDS), "--against", str(before), "--texts-only")
    assert result.stdout.splitlines()[1:] == [
        "",
        "Antworten",
        "  geändert: termin-verpasst (ab 01.07.2026)",
        "    Antwort:",
        "      vorher: Gut, dass Sie sich melden.",
        "      jetzt:  Schön, dass Sie schreiben.",
    ]


def test_a_new_amount_names_the_answers_that_say_it(tmp_path: Path, before: Path) -> None:
    value = (
        '    - {from: 2027-01-01, until: null, value: "570", source: RBSFV 2027, checked_on: 2026-11-22}\n'
    )
    facts = GOOD["facts.yaml"].replace("- id: minderung", f"{value}- id: minderung")
    shown = diff(changed(tmp_path, {"facts.yaml": facts}), "--against", str(before)).stdout
    assert "      + 570 ab 01.01.2027 (Quelle: RBSFV 2027)\n" in shown
    assert "    steht in: regelbedarf, termin-verpasst\n" in shown
    assert "Alle Fragen werden verstanden wie vorher" in shown


def test_phrasings_that_came_and_went_are_listed_and_long_lists_cut(tmp_path: Path, before: Path) -> None:
    many = "".join(f"  - satz nummer {number}\n" for number in range(12))
    now = changed(tmp_path, {"phrasings/de/termine.yaml": f"termin-verpasst:\n  - hab verpennt\n{many}"})
    shown = diff(now, "--against", str(before), "--texts-only").stdout
    assert "    de: 12 dazu, 1 weg\n" in shown
    assert "      + satz nummer 9\n      + ... und 2 weitere\n      - Hilfe: Termin vergessen\n" in shown


def test_a_new_answer_and_one_that_is_gone_are_named(tmp_path: Path, before: Path) -> None:
    geld = GOOD["de/geld.yaml"].replace("id: regelbedarf", "id: satz")
    termine = GOOD["de/termine.yaml"].replace("[regelbedarf]", "[satz]")
    now = changed(tmp_path, {"de/geld.yaml": geld, "de/termine.yaml": termine})
    shown = diff(now, "--against", str(before), "--texts-only").stdout
    assert (
        "  neu: satz\n    Frage:\n      dazu:   Wie viel Geld bekomme ich?\n"
        "    Antwort:\n      dazu:   Sie bekommen {regelbedarf_1}.\n"
        "    Einfache Sprache:\n      dazu:   Sie bekommen {regelbedarf_1}.\n"
    ) in shown
    assert "  gelöscht: regelbedarf\n" in shown


def test_questions_that_are_answered_differently_are_shown_before_and_after(
    tmp_path: Path, before: Path
) -> None:
    shown = diff(changed(tmp_path, MOVED), "--against", str(before), recent=RECENT).stdout
    assert shown.splitlines()[-6:] == [
        "1 von 1 Probefragen bekommt jetzt etwas anderes: 0 besser, 1 schlechter.",
        "  schlechter: Besprechung verschwitzt",
        "    Vorher: die Rückfrage termin-verpasst / regelbedarf",
        "    Jetzt:  die Antwort 'regelbedarf'",
        "    Richtig wäre: termin-verpasst",
        "0 von 2 Fragen aus dem Chat bekommen jetzt etwas anderes.",
    ]


def an_effect(text: str, now: Band) -> Effect:
    """Before it was asked back; right is the answer "a"."""
    candidates = (Candidate("a", 0.5),)
    before = Found(text, "de", Band.SUGGEST, None, 0.5, candidates)
    entry = "a" if now is Band.ANSWER else None
    return Effect(before, Found(text, "de", now, entry, 0.5, candidates), ("a",))


def test_of_many_questions_that_gained_a_few_are_shown_and_all_that_lost(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gained = [an_effect(f"gut {number}", Band.ANSWER) for number in range(12)]
    lost = [an_effect(f"schade {number}", Band.NONE) for number in range(7)]
    print_asked(AskedAgain([*gained, *lost], []), None)
    shown = capsys.readouterr().out
    assert "19 von 19 Probefragen bekommen jetzt etwas anderes: 12 besser, 7 schlechter." in shown
    assert (shown.count("besser: gut"), shown.count("schlechter: schade")) == (5, 7)
    assert "  ... und 7 weitere. Alle zeigt: --most 19\n" in shown
    print_asked(AskedAgain([*gained, *lost], []), 19)
    assert capsys.readouterr().out.count("besser: gut") == 12


def test_programs_get_all_of_it(tmp_path: Path, before: Path) -> None:
    found = as_object(changed(tmp_path, MOVED), "--against", str(before), recent=RECENT)
    assert found["against"] == str(before)
    assert [(one["group"], one["id"], one["kind"]) for one in found["changes"]] == [
        ("phrasings", "regelbedarf", "added"),
        ("phrasings", "termin-verpasst", "changed"),
    ]
    (field,) = found["changes"][1]["fields"]
    assert (field["field"], field["added"], field["removed"]) == ("de", [], ["Hilfe: Termin vergessen"])
    asked = found["questions"]
    assert (asked["samples"], asked["recent"]) == (1, 2)
    (one,) = asked["different"]
    assert (one["text"], one["right"], one["gain"]) == ("Besprechung verschwitzt", ["termin-verpasst"], -2)
    assert (one["now"]["band"], one["now"]["entry"]) == ("answer", "regelbedarf")


def test_without_kept_questions_it_says_so(tmp_path: Path, before: Path) -> None:
    shown = diff(changed(tmp_path, MOVED), "--against", str(before)).stdout
    assert "Fragen aus dem Chat: Es sind keine gespeichert." in shown


def test_nothing_is_asked_where_only_texts_are_wanted(tmp_path: Path, before: Path) -> None:
    def never() -> NoReturn:
        raise AssertionError("the questions were read")

    folder = changed(tmp_path, MOVED)
    app = faq_app(
        lambda: folder, lambda: VALID, lambda: folder.parent / "cache", QuestionDesk(never, lambda: NOW, str)
    )
    result = CliRunner().invoke(app, ["diff", "--against", str(before), "--texts-only", "--json"])
    assert (result.exit_code, json.loads(result.stdout)["questions"]) == (0, None)
    assert not (folder.parent / "cache").exists()


def test_with_errors_in_the_files_texts_are_compared_and_no_questions(tmp_path: Path, before: Path) -> None:
    broken = {**MOVED, "topics.yaml": "- {id: termine}\n"}
    result = diff(changed(tmp_path, broken), "--against", str(before))
    assert (result.exit_code, "Fehler in Ihrem Ordner" in result.stderr) == (0, True)
    assert "Hilfe: Termin vergessen" in result.stdout
    assert "faq check" in result.stdout


@needs_git
def test_it_compares_with_the_newest_revision_or_with_the_one_that_is_named(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    a_repository(tmp_path, {})
    a_faq(tmp_path, dict(OTHER_WORDS))
    assert "jetzt:  Schön, dass Sie schreiben." in diff(folder, "--texts-only").stdout
    committed(tmp_path, {})
    assert diff(folder).stdout.startswith("Verglichen mit HEAD (")
    assert "Es gibt keinen Unterschied." in diff(folder).stdout
    assert "vorher: Gut, dass Sie sich melden." in diff(folder, "HEAD~1", "--texts-only").stdout


def test_without_git_there_is_an_error_with_the_remedy(tmp_path: Path) -> None:
    result = diff(a_faq(tmp_path))
    assert (result.exit_code, "--against ORDNER" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("HEAD~1", "--against", "."), "entweder eine FASSUNG"),
        (("--against", "gibt/es/nicht"), "gibt es nicht"),
    ],
)
def test_wrong_use_says_what_is_meant(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    result = diff(a_faq(tmp_path), *args)
    assert (result.exit_code, words in result.stderr) == (2, True)
