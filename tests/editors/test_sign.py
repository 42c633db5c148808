"""``faq sign``: somebody stands for a text, and no longer once it is another."""

from __future__ import annotations

import re
from datetime import date
from difflib import ndiff
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot.content.faq_files import check_faq
from bot.content.translations import read_translations
from bot.core.knowledge import Entry
from bot.editors.cli import faq_app
from bot.editors.papers import papers
from bot.editors.sign import Desk
from tests.content.faq_folder import GOOD, a_faq, an_entry, with_change
from tests.editors.command import TODAY, faq

ANSWER = "Gut, dass Sie sich melden."
ENTRIES = "de/termine.yaml"


def signed(folder: Path, *args: str) -> str:
    """``faq sign`` without questions, by Kaya."""
    result = faq(folder, "sign", *args, "--by", "Kaya", "--yes")
    assert result.exit_code == 0, result.output
    return result.stdout


def asked(folder: Path, answers: str, *args: str) -> Result:
    app = faq_app(lambda: folder, lambda: TODAY, lambda: folder.parent / "cache")
    return CliRunner().invoke(app, ["sign", *args, "--by", "Kaya"], input=answers)


def entries(folder: Path) -> dict[str, Entry]:
    kb, problems = check_faq(folder)
    assert kb is not None, problems
    return {entry.id: entry for entry in kb.entries}


def changed(folder: Path, old: str, new: str, name: str = ENTRIES) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def other_lines(before: str, after: str) -> list[str]:
    """The lines that came, went or changed."""
    lines = ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


# what a signature is


def test_signed_it_bears_name_and_day_and_only_its_line_has_changed(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    assert signed(folder, "termin-verpasst") == "Unterschrieben von Kaya am 01.06.2026: termin-verpasst.\n"
    entry = entries(folder)["termin-verpasst"]
    assert (entry.approved_by, entry.approved_on) == ("Kaya", date(2026, 6, 1))
    gone, come = other_lines(GOOD[ENTRIES], (folder / ENTRIES).read_text(encoding="utf-8"))
    assert gone == "-   approved_by: null\n"
    assert re.fullmatch(r'\+   approved_by: \{name: "Kaya", on: 2026-06-01, text: "[0-9a-f]{12}"\}\n', come)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ANSWER, "Gut, daß Sie sich melden."),
        ("simple: Rufen Sie an.", "simple: Rufen Sie nicht an."),
        ("was jetzt?", "was nun?"),
        ("actions: [phone_call]", "actions: []"),
        ("__32.html", "__33.html"),
        ("Es drohen *30 Prozent*", "Es drohen 30 Prozent"),
    ],
)
def test_a_later_change_of_the_text_makes_it_unsigned_again(tmp_path: Path, old: str, new: str) -> None:
    folder = a_faq(tmp_path)
    signed(folder, "termin-verpasst")
    changed(folder, old, new)
    entry = entries(folder)["termin-verpasst"]
    assert (entry.approved_by, entry.approved_on) == (None, None)
    assert entry.lapsed is not None
    assert (
        "termin-verpasst': Die Unterschrift (Kaya, 01.06.2026) gilt nicht mehr" in faq(folder, "check").stdout
    )
    changed(folder, new, old)
    assert entries(folder)["termin-verpasst"].approved_by == "Kaya"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (ENTRIES, "checked_on: 2026-11-22", "checked_on: 2026-12-01"),
        (ENTRIES, "keywords: [verpasst]", "keywords: [verpasst, verpennt]"),
        (ENTRIES, "label: Termin verpasst", 'label: "Termin verpasst"'),
        ("phrasings/de/termine.yaml", "  - hab verpennt\n", "  - hab verpennt\n  - verschlafen\n"),
        ("facts.yaml", 'value: "563"', 'value: "571"'),
    ],
)
def test_what_is_kept_up_around_the_text_leaves_it_signed(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    """A new amount at New Year must not silence the bot."""
    folder = a_faq(tmp_path)
    signed(folder, "termin-verpasst")
    changed(folder, old, new, name)
    assert entries(folder)["termin-verpasst"].approved_by == "Kaya"


@settings(max_examples=30)
@given(st.integers(0, len(ANSWER) - 1), st.sampled_from("abcxyzäöüß"))
def test_whatever_letter_of_the_answer_is_changed_it_is_unsigned(place: int, letter: str) -> None:
    with TemporaryDirectory() as there:
        folder = a_faq(Path(there))
        signed(folder, "termin-verpasst")
        assert entries(folder)["termin-verpasst"].approved_by == "Kaya"
        other = ANSWER[:place] + letter + ANSWER[place + 1 :]
        changed(folder, ANSWER, other)
        assert entries(folder)["termin-verpasst"].approved_by == ("Kaya" if other == ANSWER else None)


def test_a_name_typed_by_hand_is_no_signature_and_no_error(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_change(ENTRIES, "approved_by: null", "approved_by: Kaya"))
    assert entries(folder)["termin-verpasst"].approved_by is None
    assert "Nur ein Name ('Kaya') ist keine Unterschrift" in faq(folder, "check").stdout


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('{name: "Kaya", on: 2026-06-01}', "missing-field"),
        ('{name: "Kaya", on: gestern, text: "0123456789ab"}', "wrong-date"),
        ('{name: "Kaya", on: 2026-06-01, text: "gelesen"}', "wrong-form"),
        ('{name: "Kaya", on: 2026-06-01, text: "0123456789ab", für: alle}', "unknown-field"),
        ("[Kaya]", "wrong-type"),
    ],
)
def test_a_signature_in_another_form_is_an_error(tmp_path: Path, written: str, rule: str) -> None:
    folder = a_faq(tmp_path, with_change(ENTRIES, "approved_by: null", f"approved_by: {written}"))
    kb, problems = check_faq(folder)
    assert kb is None
    assert [problem.rule for problem in problems] == [rule]


# the command


def test_many_are_signed_at_once_wherever_their_line_stands(tmp_path: Path) -> None:
    """Also where the field was left out, in braces, and under two texts that follow one another in time."""
    written = (
        "# oben\n"
        + an_entry("a-eins", "Eins")
        + "\n  # unten\n"
        + '- {id: b-zwei, question: Q?, label: Zwei, answer: A., simple: S., checked_on: "2026-11-22", '
        'review_by: "2027-01-15"}\n'
        + an_entry("c-drei", "Drei", "  valid_until: 2026-12-31\n")
        + an_entry("c-drei", "Drei", "  approved_by:   # wer?\n  valid_from: 2027-01-01\n")
    )
    folder = a_faq(
        tmp_path, {"de/geld.yaml": written, **with_change(ENTRIES, "  see_also: [regelbedarf]\n", "")}
    )
    assert signed(folder, "--all-of", "geld").endswith(": a-eins, b-zwei, c-drei.\n")
    kb, problems = check_faq(folder)
    assert problems == []
    assert kb is not None
    assert [(e.id, e.approved_by) for e in kb.entries if e.topic == "geld"] == [
        ("a-eins", "Kaya"),
        ("b-zwei", "Kaya"),
        ("c-drei", "Kaya"),
        ("c-drei", "Kaya"),
    ]
    after = (folder / "de/geld.yaml").read_text(encoding="utf-8")
    lines = [line for line in other_lines(written, after) if "approved_by" not in line]
    assert all("b-zwei" in line for line in lines), lines
    assert re.search(r"  approved_by: \{.*\}   # wer\?\n", after)


def test_undone_it_is_as_before(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    signed(folder, "termin-verpasst")
    result = faq(folder, "sign", "termin-verpasst", "--undo")
    assert (result.exit_code, result.stdout) == (0, "Ohne Unterschrift: termin-verpasst.\n")
    assert (folder / ENTRIES).read_text(encoding="utf-8") == GOOD[ENTRIES]


def test_a_lapsed_signature_is_replaced_and_can_be_taken_out(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    signed(folder, "termin-verpasst")
    changed(folder, ANSWER, "Anders.")
    assert "Unterschrieben von Kaya" in signed(folder, "termin-verpasst")
    changed(folder, "Anders.", ANSWER)
    assert faq(folder, "sign", "termin-verpasst", "--undo").exit_code == 0
    assert entries(folder)["termin-verpasst"].lapsed is None


def test_the_whole_text_is_shown_before_it_is_signed(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = asked(folder, "j\n", "termin-verpasst")
    assert result.exit_code == 0
    for words in (
        "was jetzt?",
        "Gut, dass Sie sich melden.",
        "168,90",
        "Bitte anrufen",
        "Rufen Sie an.",
        "§ 32 SGB II: https://www.gesetze-im-internet.de/sgb_2/__32.html",
        "Unterschreiben? [j/N]",
        "Unterschrieben von Kaya",
    ):
        assert words in result.stdout
    assert entries(folder)["termin-verpasst"].approved_by == "Kaya"


def test_of_several_only_those_are_signed_that_are_agreed_to(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = asked(folder, "\nja\n", "termin-verpasst", "regelbedarf")
    assert "'termin-verpasst' bleibt ohne Unterschrift." in result.stdout
    assert [entries(folder)[name].approved_by for name in ("termin-verpasst", "regelbedarf")] == [
        None,
        "Kaya",
    ]


def test_where_nobody_answers_nothing_is_signed(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = asked(folder, "", "termin-verpasst")
    assert (result.exit_code, "--yes" in result.stderr) == (2, True)
    assert (folder / ENTRIES).read_text(encoding="utf-8") == GOOD[ENTRIES]


def test_what_is_signed_already_is_said_and_stays(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    signed(folder, "termin-verpasst")
    result = faq(folder, "sign", "termin-verpasst", "--by", "Demir", "--yes")
    assert result.stdout == "'termin-verpasst' ist schon unterschrieben (Kaya, 01.06.2026).\n"
    assert entries(folder)["termin-verpasst"].approved_by == "Kaya"


def test_of_a_withdrawn_answer_it_says_that_giving_it_again_is_missing(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": "- id: termin-verpasst\n"})
    assert "faq withdraw" not in asked(folder, "n\n", "termin-verpasst").stdout, "nothing was signed"
    missing = "fehlt noch: faq withdraw termin-verpasst --undo\n"
    assert signed(folder, "termin-verpasst", "regelbedarf").endswith(missing)
    assert signed(folder, "termin-verpasst").endswith(missing), "also when it was signed before"
    assert "faq withdraw" not in signed(folder, "regelbedarf")


def test_a_text_that_changed_since_it_was_shown_is_not_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody else may be saving the file while one reads."""
    folder = a_faq(tmp_path)
    shown = [paper for paper in papers(folder) if paper.id == "termin-verpasst"]
    changed(folder, ANSWER, "Anders.")
    before = (folder / ENTRIES).read_bytes()
    with pytest.raises(typer.Exit):
        Desk(folder, "de", "Kaya", TODAY).sign(shown, None)
    assert "jemand hat die Datei gerade geändert" in capsys.readouterr().err
    assert (folder / ENTRIES).read_bytes() == before


def test_a_translation_is_signed_for_its_own_text(tmp_path: Path) -> None:
    english = "- id: termin-verpasst\n  based_on: 2026-11-22\n  answer: Please call.  # so\n"
    folder = a_faq(tmp_path, {"en/termine.yaml": english})
    result = asked(folder, "j\n", "termin-verpasst", "--language", "en")
    assert "Please call." in result.stdout
    signature = read_translations(folder)["en"]["termin-verpasst"].signature
    assert signature is not None
    assert (signature.name, signature.on) == ("Kaya", TODAY)
    assert entries(folder)["termin-verpasst"].approved_by is None
    changed(folder, "Please call.", "Please write.", "en/termine.yaml")
    translation = read_translations(folder)["en"]["termin-verpasst"]
    assert (translation.signature, translation.lapsed is not None) == (None, True)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("termin-verpast", "--by", "Kaya"), "Meinten Sie 'termin-verpasst'?"),
        (("termin-verpasst",), "Bitte angeben, wer unterschreibt"),
        (("termin-verpasst", "--by", " "), "Bitte angeben, wer unterschreibt"),
        (("termin-verpasst", "--by", "12"), "fehlt ein Name"),
        (("termin-verpasst", "--by", "K" * 61), "61 Zeichen"),
        (("termin-verpasst", "--by", "Kaya", "--undo"), "Oder, um sie herauszunehmen"),
        (("termin-verpasst", "--undo"), "Dort steht keine Unterschrift."),
        (("--by", "Kaya"), "Bitte Kennungen angeben"),
        (("termin-verpasst", "--all-of", "geld", "--by", "Kaya"), "Bitte Kennungen angeben"),
        (("--all-of", "wohnen", "--by", "Kaya"), "Es gibt: geld, termine."),
        (("termin-verpasst", "--by", "Kaya", "--language", "tr"), "noch keine Antworten"),
    ],
)
def test_wrong_use_changes_nothing(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    folder = a_faq(tmp_path)
    result = faq(folder, "sign", *args)
    assert (result.exit_code, words in result.stderr) == (2, True), result.output
    assert (folder / ENTRIES).read_text(encoding="utf-8") == GOOD[ENTRIES]


def test_nothing_is_signed_while_something_is_wrong(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"facts.yaml": "- ["})
    result = faq(folder, "sign", "termin-verpasst", "--by", "Kaya", "--yes")
    assert (result.exit_code, "facts.yaml" in result.stderr) == (1, True)
