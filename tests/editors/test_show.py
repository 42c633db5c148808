"""``faq show``: what a citizen would see, before a citizen sees it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from tests.content.faq_folder import a_faq, with_next_year
from tests.editors.command import faq

VALID = date(2026, 7, 1)
"""The first day on which the entry about missed appointments holds."""
UNSIGNED = "Noch nicht vom Jobcenter geprüft. Geschrieben am 22.11.2026."
MORE = "╭─ Mehr dazu ─"
"""So begins the page behind that button."""
BUTTONS = "Bitte anrufen Einfacher Mehr dazu Hat geholfen Hat nicht geholfen"


def words(result: Result) -> str:
    """What stands in the frames of the answers, without the frames."""
    answers = result.stdout.partition(MORE)[0]
    return " ".join("".join(sign for sign in answers if sign not in "╭╮╰╯─│").split())


def test_an_answer_is_shown_as_on_a_phone_with_its_buttons(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpasst", today=VALID)
    assert result.exit_code == 0
    assert words(result) == (
        "Termin verpasst Gut, dass Sie sich melden. Es drohen 30 Prozent weniger: 168,90 Euro. Not: 112 "
        f"{UNSIGNED} {BUTTONS}"
    )
    assert max(map(len, result.stdout.splitlines())) <= 44


def test_a_signed_answer_bears_the_day_of_its_check(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    faq(folder, "sign", "termin-verpasst", "--by", "K. Brandt", "--yes")
    result = faq(folder, "show", "termin-verpasst", today=VALID)
    assert "Not: 112 Geprüft am 22.11.2026 Bitte anrufen" in words(result)


def test_the_simple_text_has_no_button_for_a_simpler_one(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpasst", "--simple", today=VALID)
    assert words(result) == (
        "Termin verpasst (einfach) Rufen Sie an. "
        "Das Jobcenter hat diese Antwort noch nicht geprüft. Geschrieben am 22.11.2026. "
        f"{BUTTONS.replace('Einfacher ', '')}"
    )


def test_both_texts_can_be_compared(tmp_path: Path) -> None:
    shown = words(faq(a_faq(tmp_path), "show", "termin-verpasst", "--both", today=VALID))
    assert shown.index("Gut, dass Sie sich melden.") < shown.index("Termin verpasst (einfach) Rufen Sie an.")


def test_an_outdated_amount_is_shown_with_its_note(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "regelbedarf", today=date(2027, 1, 1))
    assert "563 Euro (Betrag für 2026; den neuen Betrag prüfen wir gerade)" in words(result)


def test_an_answer_that_nobody_gets_today_is_shown_and_says_why(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": "- {id: termin-verpasst, reason: falsch, by: Kaya}"})
    result = faq(folder, "show", "termin-verpasst")
    shown = words(result)
    assert result.stdout.startswith(
        "'termin-verpasst' ist zurückgezogen: Der Chat sagt „Diese Auskunft prüfen wir gerade“.\n"
    )
    assert "Gut, dass Sie sich melden." in shown
    assert "zurückgezogen; gilt heute nicht" in shown


def test_programs_get_the_texts_and_the_rows_of_buttons(tmp_path: Path) -> None:
    found = json.loads(faq(a_faq(tmp_path), "show", "regelbedarf", "--both", "--json").stdout)
    assert (found["id"], found["label"], found["remarks"]) == ("regelbedarf", "Regelbedarf", [])
    assert [page["simple"] for page in found["pages"]] == [False, True]
    assert found["pages"][0]["text"] == f"Sie bekommen 563 Euro.\n\n{UNSIGNED}"
    assert found["pages"][0]["buttons"] == [
        ["Einfacher", "Mehr dazu"],
        ["Hat geholfen", "Hat nicht geholfen"],
    ]


def test_what_comes_after_more_is_shown_below(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    shown = faq(folder, "show", "termin-verpasst", "--both", today=VALID).stdout
    assert shown.count(MORE) == 1
    assert "  Regelbedarf  " in shown.partition(MORE)[2]
    found = json.loads(faq(folder, "show", "termin-verpasst", "--json", today=VALID).stdout)
    assert found["more"] == {
        "text": "Das steht im Gesetz: § 32 SGB II\n\nSo ist es seit 01.07.2026.\n\nHier steht mehr:\n\n"
        "- § 32 SGB II (https://www.gesetze-im-internet.de/sgb_2/__32.html)\n\nDas könnte auch passen:",
        "buttons": [["Regelbedarf"]],
    }


def test_an_unknown_entry_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "show", "termin-verpast")
    assert result.exit_code == 2
    assert result.stderr == (
        "Es gibt keine Antwort mit der Kennung 'termin-verpast'. Meinten Sie 'termin-verpasst'?\n"
    )


def test_nothing_is_shown_while_files_are_broken(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path, {"facts.yaml": "- ["}), "show", "regelbedarf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("faq/facts.yaml:2:1: Fehler")


def test_an_answer_is_shown_as_it_will_read_on_another_day(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_next_year())
    shown = words(faq(folder, "show", "regelbedarf", "--both", "--on", "2027-01-02"))
    assert shown.startswith("so am Sa 2.1.2027 Regelbedarf Sie bekommen 571,50 Euro.")
    assert shown.count("571,50 Euro") == 2
    assert shown.count("so am Sa") == 1


def test_a_share_is_taken_from_the_amount_of_that_day(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_next_year())
    assert "weniger: 171,45 Euro." in words(faq(folder, "show", "termin-verpasst", "--on", "2.1.2027"))


def test_programs_get_the_day_with_the_texts(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_next_year())
    found = json.loads(faq(folder, "show", "regelbedarf", "--simple", "--on", "2027-01-02", "--json").stdout)
    assert (found["on"], found["pages"][0]["simple"]) == ("2027-01-02", True)
    assert found["pages"][0]["text"].startswith("Sie bekommen 571,50 Euro.")
    assert json.loads(faq(folder, "show", "regelbedarf", "--json").stdout)["on"] == "2026-06-01"


def test_an_answer_that_does_not_hold_on_that_day_says_so(tmp_path: Path) -> None:
    shown = words(faq(a_faq(tmp_path), "show", "termin-verpasst", "--on", "2026-06-30", today=VALID))
    assert "gilt am Di 30.6.2026 nicht" in shown


@pytest.mark.parametrize("typed", ["2027-02-30", "morgen", "7d", ""])
def test_what_is_no_day_is_told_with_days_that_are(tmp_path: Path, typed: str) -> None:
    result = faq(a_faq(tmp_path), "show", "regelbedarf", "--on", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"'{typed}' ist kein Tag. Möglich sind zum Beispiel: --on 2027-01-02, --on 2.1.2027\n"
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_of_all_days_can_be_shown(tmp_path: Path, day: str) -> None:
    assert faq(a_faq(tmp_path), "show", "regelbedarf", "--on", day).exit_code == 0
