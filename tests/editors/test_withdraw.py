"""``faq withdraw``: a wrong answer is out of service, whatever else is broken; undone, it leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import check_faq, read_withdrawn
from tests.content.faq_folder import a_faq
from tests.editors.command import faq

ROWS = """\
# vor allem
- {id: regelbedarf, reason: alt, since: 2026-01-02, by: Kaya}  # dahinter

# zum nächsten
- id: anders
  reason: "mehr,
    auf zwei Zeilen"
# zum Schluss
"""


def rows(folder: Path) -> str:
    return (folder / "withdrawn.yaml").read_bytes().decode()


def withdraw(folder: Path, entry_id: str = "termin-verpasst", *more: str) -> str:
    result = faq(
        folder, "withdraw", entry_id, *(more or ("--reason", 'neues "Gesetz": ab Juli', "--by", "Kaya"))
    )
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_answer_is_out_of_service_with_reason_day_and_name(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    said = withdraw(folder)
    kb, problems = check_faq(folder)
    assert problems == []
    assert kb is not None
    assert kb.withdrawn == {"termin-verpasst"}
    assert rows(folder).endswith(
        '- id: termin-verpasst\n  reason: "neues \\"Gesetz\\": ab Juli"\n  since: 2026-06-01\n  by: "Kaya"\n'
    )
    assert "in wenigen Sekunden" in said
    assert "faq withdraw termin-verpasst --undo" in said


def test_undone_the_answer_is_given_again_and_the_file_good(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    withdraw(folder)
    assert "wieder gegeben" in withdraw(folder, "termin-verpasst", "--undo")
    kb, problems = check_faq(folder)
    assert (problems, kb is not None and kb.withdrawn) == ([], frozenset())


def test_several_are_taken_out_and_given_again_at_once(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    said = withdraw(folder, "termin-verpasst", "regelbedarf", "regelbedarf", "--reason", "neues Gesetz")
    assert "'termin-verpasst', 'regelbedarf' werden nicht mehr gegeben" in said
    assert "faq withdraw termin-verpasst regelbedarf --undo" in said
    assert read_withdrawn(folder) == {"termin-verpasst", "regelbedarf"}
    assert rows(folder).count('reason: "neues Gesetz"') == 2
    assert "werden wieder gegeben" in withdraw(folder, "regelbedarf", "termin-verpasst", "--undo")
    kb, problems = check_faq(folder)
    assert (problems, kb is not None and kb.withdrawn) == ([], frozenset())


def test_of_several_those_that_are_out_already_are_said_and_the_others_follow(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    withdraw(folder)
    said = withdraw(folder, "termin-verpasst", "regelbedarf", "--reason", "alt")
    assert "'termin-verpasst' ist schon zurückgezogen." in said
    assert "'regelbedarf' wird nicht mehr gegeben." in said
    assert read_withdrawn(folder) == {"termin-verpasst", "regelbedarf"}


def test_if_one_is_not_withdrawn_none_is_given_again(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    withdraw(folder)
    before = rows(folder)
    result = faq(folder, "withdraw", "termin-verpasst", "regelbedarf", "--undo")
    assert (result.exit_code, result.stderr) == (
        2,
        "'regelbedarf' ist nicht zurückgezogen.\nNichts wurde geändert.\n",
    )
    assert rows(folder) == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (False, "'termin-verpasst' ist nicht unterschrieben"),
        (True, "'termin-verpasst' wurde seit der Unterschrift geändert"),
    ],
)
def test_undone_it_says_that_live_a_signature_is_missing(tmp_path: Path, changed: bool, words: str) -> None:
    folder = a_faq(tmp_path)
    if changed:
        faq(folder, "sign", "termin-verpasst", "--by", "Kaya", "--yes")
        answers = folder / "de/termine.yaml"
        text = answers.read_text(encoding="utf-8").replace("Gut, dass Sie sich melden.", "Anders.")
        answers.write_text(text, encoding="utf-8")
    withdraw(folder)
    said = withdraw(folder, "termin-verpasst", "--undo")
    assert f"{words}: Im echten Betrieb (mode: live)" in said
    assert "faq sign termin-verpasst --by NAME" in said


def test_undone_a_signed_answer_needs_nothing_more(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    faq(folder, "sign", "termin-verpasst", "--by", "Kaya", "--yes")
    withdraw(folder)
    assert "faq sign" not in withdraw(folder, "termin-verpasst", "--undo")


def test_what_stood_in_the_file_stays_byte_for_byte(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": ROWS})
    withdraw(folder)
    assert rows(folder).startswith(ROWS)
    withdraw(folder, "termin-verpasst", "--undo")
    assert rows(folder) == ROWS


@pytest.mark.parametrize(
    ("entry_id", "left"),
    [
        (
            "regelbedarf",
            ROWS.replace("- {id: regelbedarf, reason: alt, since: 2026-01-02, by: Kaya}  # dahinter\n", ""),
        ),
        ("anders", ROWS.replace('- id: anders\n  reason: "mehr,\n    auf zwei Zeilen"\n', "")),
    ],
)
def test_only_the_lines_of_the_row_are_taken_out(tmp_path: Path, entry_id: str, left: str) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": ROWS})
    withdraw(folder, entry_id, "--undo")
    assert rows(folder) == left


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# nur ein Kommentar\n",
        "[]\n",
        "# leer\n[]  # nichts\n",
        "  - {id: regelbedarf}\n",
        "- {id: regelbedarf}",
        "\ufeff- id: regelbedarf\n  by: null\n",
    ],
)
def test_a_row_is_added_however_the_file_is_written(tmp_path: Path, before: str) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": before})
    withdraw(folder)
    kb, problems = check_faq(folder)
    assert problems == []
    assert kb is not None
    assert kb.withdrawn == {"termin-verpasst", *(["regelbedarf"] if "regelbedarf" in before else [])}


@pytest.mark.parametrize(
    "broken",
    [
        {"facts.yaml": "- ["},
        {"de/geld.yaml": None},
        {"de/termine.yaml": "- id: termin-verpasst\n  answer: [\n"},
        {"de/termine.yaml": '- {"id": "termin-verpasst", question: [\n'},
        {"de/termine.yaml": "- question: Fläche\n  id: 'termin-verpasst' # so\n".encode("latin-1")},
        {"withdrawn.yaml": "- {id: anders\n- nicht: [lesbar\n"},
        {"withdrawn.yaml": "- {id: anders, reason: Fläche}\n".encode("latin-1")},
    ],
    ids=["facts", "no file", "answers", "flow", "encoding", "withdrawn", "withdrawn in latin-1"],
)
def test_it_works_while_files_are_broken(tmp_path: Path, broken: dict[str, str | bytes | None]) -> None:
    folder = a_faq(tmp_path, broken)
    withdraw(folder)
    assert "termin-verpasst" in read_withdrawn(folder)
    if "withdrawn.yaml" in broken:
        written = broken["withdrawn.yaml"]
        assert isinstance(written, str | bytes)
        before = written if isinstance(written, bytes) else written.encode()
        assert (folder / "withdrawn.yaml").read_bytes().startswith(before)
        assert "anders" in read_withdrawn(folder)


def test_it_is_given_again_while_files_are_broken(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"facts.yaml": "- [", "de/termine.yaml": "- id: termin-verpasst\n  answer: [\n"})
    withdraw(folder)
    withdraw(folder, "termin-verpasst", "--undo")
    assert read_withdrawn(folder) == frozenset()


def test_line_ends_of_windows_go_on(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": "- {id: regelbedarf}\r\n"})
    withdraw(folder)
    assert rows(folder).count("\r\n") == rows(folder).count("\n") == 5


def test_twice_is_as_good_as_once(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    withdraw(folder)
    before = rows(folder)
    assert "ist schon zurückgezogen" in withdraw(folder)
    assert rows(folder) == before


def test_a_list_in_brackets_is_left_to_a_person(tmp_path: Path) -> None:
    written = "[{id: regelbedarf},\n {id: anders}]\n"
    folder = a_faq(tmp_path, {"withdrawn.yaml": written})
    for args in (("termin-verpasst", "--reason", "falsch"), ("anders", "--undo")):
        result = faq(folder, "withdraw", *args)
        assert (result.exit_code, "withdrawn.yaml" in result.stderr) == (1, True)
        assert rows(folder) == written


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("termin-verpast", "--reason", "falsch"), "Meinten Sie 'termin-verpasst'?"),
        (("termin-verpasst",), "Bitte einen Grund angeben"),
        (("termin-verpasst", "--reason", "  "), "Bitte einen Grund angeben"),
        (("termin-verpasst", "--undo", "--reason", "falsch"), "Oder, um sie wieder zu geben"),
        (("termin-verpasst", "--undo"), "'termin-verpasst' ist nicht zurückgezogen."),
        ((), "Bitte mindestens eine Kennung angeben"),
        (("--undo",), "Bitte mindestens eine Kennung angeben"),
        (("regelbedarf", "termin-verpast", "--reason", "falsch"), "Nichts wurde geändert."),
        (("regelbedarf", "Gesetz", "--reason", "neues"), 'brauchen Anführungszeichen: --reason "..."'),
    ],
)
def test_wrong_use_changes_nothing(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    folder = a_faq(tmp_path)
    result = faq(folder, "withdraw", *args)
    assert (result.exit_code, words in result.stderr) == (2, True)
    assert not (folder / "withdrawn.yaml").exists()


def test_the_rights_of_the_file_stay_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    """The bot often runs as another user than the editor."""
    folder = a_faq(tmp_path, {"withdrawn.yaml": "# leer\n"})
    (folder / "withdrawn.yaml").chmod(0o664)
    before = {path.name for path in folder.iterdir()}
    withdraw(folder)
    assert (folder / "withdrawn.yaml").stat().st_mode & 0o777 == 0o664
    assert {path.name for path in folder.iterdir()} == before
