"""``faq new``: a skeleton that cannot go live by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import check_faq
from bot.editors.new import skeleton
from tests.content.faq_folder import a_faq, with_change
from tests.editors.command import faq

FILLED = """\
  question: Wer zahlt meine Fahrkarte?
  label: Fahrkarte
  keywords: [Fahrkarte]
  answer: Fragen Sie bitte vorher.
  simple: Fragen Sie vorher.
  checked_on: 2026-11-22
  review_by: 2027-01-15
"""


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_the_check_asks_for_each_field_that_must_be_filled_in(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = faq(folder, "new", "fahrkarte", "--topic", "termine")
    assert result.exit_code == 0
    _, problems = check_faq(folder)
    assert [problem.text.split(":")[0].strip("'") for problem in problems] == [
        *"question label keywords answer simple checked_on review_by fahrkarte".split()
    ]


def test_the_filled_in_skeleton_is_a_good_entry(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    faq(folder, "new", "fahrkarte", "--topic", "termine")
    path = folder / "de/termine.yaml"
    text = path.read_text(encoding="utf-8")
    for line in FILLED.splitlines():
        field = line.split(":")[0]
        (empty,) = [one for one in text.splitlines()[20:] if one in (f"{field}:", f"{field}: []")]
        before, after = text[: len(text) // 4], text[len(text) // 4 :]
        text = before + after.replace(f"{empty}\n", f"{line}\n")
    path.write_text(text, encoding="utf-8")
    phrasings = folder / "phrasings/de/termine.yaml"
    phrasings.write_text(
        phrasings.read_text(encoding="utf-8").replace("[]\n", "[wer zahlt]\n"), encoding="utf-8"
    )
    kb, problems = check_faq(folder)
    assert problems == []
    assert kb is not None
    entry = next(entry for entry in kb.entries if entry.id == "fahrkarte")
    assert (entry.label, entry.approved_by, entry.valid_from) == ("Fahrkarte", None, None)


def test_a_right_source_stands_there_to_be_copied(tmp_path: Path) -> None:
    shown = next(line for line in skeleton("fahrkarte", "geld").splitlines() if "{title" in line)
    source = shown.removeprefix("  # ")
    folder = a_faq(tmp_path, with_change("de/geld.yaml", "  answer:", f"  sources:\n    {source}\n  answer:"))
    kb, problems = check_faq(folder)
    assert (kb is not None, problems) == (True, [])


def test_what_stood_there_stays(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    names = ("de/termine.yaml", "phrasings/de/termine.yaml")
    before = [text_of(folder, name) for name in names]
    faq(folder, "new", "fahrkarte", "--topic", "termine")
    assert all(text_of(folder, name).startswith(old) for name, old in zip(names, before, strict=True))


def test_a_file_without_a_last_line_end_and_with_those_of_windows_is_continued(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"phrasings/de/geld.yaml": b"regelbedarf:\r\n  - wie viel"})
    faq(folder, "new", "fahrkarte", "--topic", "geld")
    content = (folder / "phrasings/de/geld.yaml").read_bytes()
    assert content.startswith(b"regelbedarf:\r\n  - wie viel\nfahrkarte: []\r\n")


def test_a_new_file_begins_with_the_line_that_names_its_schema(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    faq(folder, "schema", "--write")
    faq(folder, "new", "fahrkarte", "--topic", "geld")
    assert text_of(folder, "phrasings/de/geld.yaml").startswith(
        "# yaml-language-server: $schema=../../.schema/phrasings.json\nfahrkarte: []\n"
    )


def test_a_signpost_has_only_the_fields_of_signposts(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = faq(folder, "new", "elsewhere-pass", "--topic", "elsewhere")
    assert result.exit_code == 0
    assert "actions" not in text_of(folder, "de/elsewhere.yaml")
    _, problems = check_faq(folder)
    assert {problem.rule for problem in problems} == {"empty"}


def test_phrasings_that_are_there_already_are_left_alone(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"phrasings/de/geld.yaml": "fahrkarte: [wer zahlt mein ticket]\n"})
    faq(folder, "new", "fahrkarte", "--topic", "geld")
    assert text_of(folder, "phrasings/de/geld.yaml") == "fahrkarte: [wer zahlt mein ticket]\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("termin-verpasst", "--topic", "geld"), "gibt es schon, in faq/de/termine.yaml"),
        (("Fahr_Karte", "--topic", "geld"), "eine Kennung aus Kleinbuchstaben"),
        (("fahrkarte",), "Bitte --topic angeben. Es gibt: geld, termine, elsewhere."),
        (("fahrkarte", "--topic", "termin"), "Meinten Sie 'termine'?"),
        (("pass", "--topic", "elsewhere"), "elsewhere-pass"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_written(
    tmp_path: Path, args: tuple[str, ...], words: str
) -> None:
    folder = a_faq(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    result = faq(folder, "new", *args)
    assert (result.exit_code, words in result.stderr) == (2, True)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_an_id_is_taken_also_while_its_file_is_broken(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"de/geld.yaml": "- id: regelbedarf\n  question: [\n"})
    assert faq(folder, "new", "regelbedarf", "--topic", "termine").exit_code == 2
