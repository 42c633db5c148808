"""The one loader: good files become values, every mistake is named with its place and a remedy."""

from __future__ import annotations

import random
import re
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.cross_checks import CHECKS
from bot.content.faq_files import (
    check_faq,
    read_faq,
    read_out_of_scope,
    read_samples,
    read_withdrawn,
    survey,
)
from bot.content.rule_names import rule_name
from bot.content.slips import Slip
from bot.core.knowledge import Place, Problem
from bot.errors import ContentError
from tests.content.faq_folder import GOOD, a_faq, an_entry, with_change
from tests.content.mistakes import HARMLESS, MISPLACED, MISTAKES, TERMINE


def problems_of(tmp_path: Path, changed: dict[str, str | bytes | None]) -> list[str]:
    return [str(problem) for problem in check_faq(a_faq(tmp_path, changed))[1]]


def test_good_files_become_values(tmp_path: Path) -> None:
    kb = read_faq(a_faq(tmp_path))

    assert [topic.id for topic in kb.topics] == ["geld", "termine"], "in the order of the topics"
    assert [(entry.id, entry.topic) for entry in kb.entries] == [
        ("regelbedarf", "geld"),
        ("termin-verpasst", "termine"),
    ]
    missed = kb.entries[1]
    assert missed.answer.startswith("Gut, dass Sie sich melden.\n\nEs drohen *30 Prozent*")
    assert missed.answer.endswith("Not: {contact:notruf}")
    assert (missed.actions, missed.see_also, missed.urgent) == (("phone_call",), ("regelbedarf",), False)
    assert missed.valid_from == date(2026, 7, 1)
    assert missed.sources[0].url == "https://www.gesetze-im-internet.de/sgb_2/__32.html"
    assert missed.place == Place("faq/de/termine.yaml", 1, 3)
    assert kb.facts["regelbedarf_1"].values[0].value == Decimal("563")
    assert kb.facts["minderung"].share == Decimal("0.30")
    office = kb.offices[0]
    assert (office.postcodes, office.answer_within, office.phone) == (("46325",), 2, "")
    assert office.closed_days == (date(2026, 12, 24),)
    assert (kb.contacts["notruf"].number, kb.contacts["tafel"].number) == ("112", "")
    assert kb.safety.texts["crisis"]["simple"] == "Rufen Sie an.\n{contact:notruf}"
    assert kb.safety.phrases["crisis"]["en"] == ("i want to die",)
    assert kb.commands["call_me"]["de"] == ("ruf mich an", "rückruf")
    assert kb.smalltalk[0].phrases == ("hallo", "moin")
    assert kb.phrasings["de"]["termin-verpasst"] == ("hab verpennt", "Hilfe: Termin vergessen")
    assert kb.none == {"de": ("wie hoch ist der eiffelturm",)}
    assert kb.languages["de"].replacements == {"hab": "habe"}
    assert kb.withdrawn == frozenset()


def test_a_phrasing_knows_where_it_stands(tmp_path: Path) -> None:
    kb = read_faq(a_faq(tmp_path))
    place = kb.phrasing_places["de", "termin-verpasst", "Hilfe: Termin vergessen"]
    assert str(place) == "faq/phrasings/de/termine.yaml:3:5"


@pytest.mark.parametrize(
    "name",
    ["language/de.yaml", "samples/de/termine.yaml", "phrasings/en/termine.yaml", "phrasings/de/none.yaml"],
)
def test_optional_files_may_be_missing(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, {name: None}) == []


def test_other_languages_of_entries_are_not_read_yet(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"en/termine.yaml": "not: [looked, at"}) == []


def test_windows_of_one_id_may_follow_each_other(tmp_path: Path) -> None:
    old = an_entry("regelbedarf", "Regelbedarf", "  valid_until: 2026-12-31\n")
    new = an_entry("regelbedarf", "Regelbedarf", "  valid_from: 2027-01-01\n")
    kb = read_faq(a_faq(tmp_path, {"de/geld.yaml": old + new}))
    assert len([e for e in kb.entries if e.id == "regelbedarf"]) == 2


@pytest.mark.parametrize("written", ["no", "0331", "2026-11-22", "1e3", '"null"', "12:30"])
def test_yaml_never_turns_a_text_into_something_else(tmp_path: Path, written: str) -> None:
    """PyYAML alone makes False, 217, a date, a number, None and 750 of these."""
    kb = read_faq(a_faq(tmp_path, with_change("de/geld.yaml", "label: Regelbedarf", f"label: {written}")))
    assert kb.entries[0].label == written.strip('"')


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + GOOD[TERMINE].replace("\n", "\r\n").encode()
    kb = read_faq(a_faq(tmp_path, {TERMINE: windows}))
    assert kb.entries[1].answer == read_faq(a_faq(tmp_path)).entries[1].answer


@pytest.mark.parametrize(("name", "old", "new", "place", "words", "rule"), MISTAKES)
def test_a_mistake_is_named_once_with_place_remedy_and_rule(
    tmp_path: Path, name: str, old: str, new: str, place: str, words: str, rule: str
) -> None:
    problems = problems_of(tmp_path, with_change(name, old, new))
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"faq/{name}:{place}: Fehler: ")
    assert words in problems[0]
    assert problems[0].endswith(f" [{rule}]")


@pytest.mark.parametrize(("changed", "expected", "rule"), MISPLACED)
def test_files_that_are_missing_misplaced_or_unreadable_are_named(
    tmp_path: Path, changed: dict[str, str | bytes | None], expected: str, rule: str
) -> None:
    problems = problems_of(tmp_path, changed)
    assert any(expected in problem and problem.endswith(f" [{rule}]") for problem in problems)


def test_a_file_that_the_system_refuses_is_named(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"facts.yaml": None})
    (folder / "facts.yaml").symlink_to("/proc/self/mem")  # a file that nobody can read, not even root
    problems = [problem for problem in check_faq(folder)[1] if problem.place.file == "faq/facts.yaml"]
    assert [problem.rule for problem in problems] == ["unreadable-file"]


def test_every_error_has_a_mistake_that_shows_it() -> None:
    shown = {row[-1] for row in (*MISTAKES, *MISPLACED)}
    elsewhere = {"overlapping-entries", "unreadable-file"}  # in tests of their own
    assert shown | elsewhere == {*Slip, *map(rule_name, CHECKS)}


@pytest.mark.parametrize(("name", "old", "new"), HARMLESS)
def test_what_only_looks_like_a_mistake_is_let_through(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert problems_of(tmp_path, with_change(name, old, new)) == []


def test_overlapping_windows_of_one_id_name_both_places(tmp_path: Path) -> None:
    old = an_entry("regelbedarf", "Regelbedarf", "  valid_until: 2027-01-01\n")
    new = an_entry("regelbedarf", "Regelbedarf", "  valid_from: 2027-01-01\n")
    (problem,) = problems_of(tmp_path, {"de/geld.yaml": old + new})
    assert problem.startswith(
        "faq/de/geld.yaml:9:7: Fehler: 'regelbedarf' gibt es schon in faq/de/geld.yaml:1:3"
    )


def test_two_amounts_for_one_day_are_refused(tmp_path: Path) -> None:
    value = '    - {from: 2026-12-31, until: null, value: "571", source: a, checked_on: 2026-11-22}\n'
    changed = with_change("facts.yaml", "- id: minderung", value + "- id: minderung")
    (problem,) = problems_of(tmp_path, changed)
    assert problem.startswith(
        "faq/facts.yaml:6:7: Fehler: Dieser Betrag gilt zur selben Zeit wie der ab 2026-01-01."
    )


def test_wrong_names_do_not_hide_wrong_values(tmp_path: Path) -> None:
    changed = with_change("commands.yaml", "{de: [ruf mich an, rückruf], en:", "{deutsch: [], en:")
    problems = problems_of(tmp_path, changed)
    assert [problem.split(": ")[0] for problem in problems] == [
        "faq/commands.yaml:1:11",
        "faq/commands.yaml:1:20",
    ]


@pytest.mark.parametrize("nothing", ["null", "", '""', "~"])
def test_what_is_not_confirmed_may_be_empty(tmp_path: Path, nothing: str) -> None:
    kb = read_faq(a_faq(tmp_path, with_change("offices.yaml", "phone: null", f"phone: {nothing}")))
    assert kb.offices[0].phone == ""


def test_all_problems_of_all_files_are_reported_in_order(tmp_path: Path) -> None:
    changed = {
        **with_change(TERMINE, "urgent: false", "urgent: nein\n  farbe: rot"),
        **with_change("contacts.yaml", "confirmed: true", "confirmed: ja"),
        "topics.yaml": "- {id: termine",
    }
    folder = a_faq(tmp_path, changed)
    with pytest.raises(ContentError) as caught:
        read_faq(folder)
    assert [problem.split(": ")[0] for problem in caught.value.problems] == [
        "faq/contacts.yaml:1:57",
        "faq/de/termine.yaml:12:11",
        "faq/de/termine.yaml:13:3",
        "faq/topics.yaml:1:3",
    ]


def test_a_broken_file_is_not_reported_again_where_it_is_referred_to(tmp_path: Path) -> None:
    """Otherwise one missing bracket buries itself under hundreds of unknown ids."""
    problems = problems_of(tmp_path, {TERMINE: "- [", "facts.yaml": "- [", "contacts.yaml": "- ["})
    assert len(problems) == 3


def test_an_entry_with_a_mistake_is_still_known_elsewhere(tmp_path: Path) -> None:
    changed = with_change("de/geld.yaml", "  simple: Sie bekommen {regelbedarf_1}.\n", "")
    (problem,) = problems_of(tmp_path, changed)
    assert "'simple' fehlt" in problem


def test_what_is_good_can_be_seen_in_spite_of_problems(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_change("de/geld.yaml", "label: Regelbedarf", "label:"))
    kb, problems = survey(folder)
    assert ([entry.id for entry in kb.entries], len(problems)) == (["termin-verpasst"], 1)
    assert check_faq(folder)[0] is None


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    _, problems = check_faq(tmp_path / "nichts")
    assert [str(p) for p in problems] == [
        f"nichts:1:1: Fehler: Den Ordner {tmp_path / 'nichts'} gibt es nicht. Bitte den Pfad prüfen. "
        "[missing-file]"
    ]


def test_an_alias_bomb_is_refused_at_its_first_alias(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
    problems = problems_of(tmp_path, {"commands.yaml": bomb})
    assert [problem.split(": ")[0] for problem in problems] == [
        "faq/commands.yaml:1:4",
        "faq/commands.yaml:2:4",
        "faq/commands.yaml:2:8",
    ]


def test_the_version_changes_with_every_byte_and_name(tmp_path: Path) -> None:
    version = read_faq(a_faq(tmp_path)).version
    assert re.fullmatch("[0-9a-f]{12}", version)
    assert read_faq(a_faq(tmp_path)).version == version
    other = {**with_change("commands.yaml", "stopp", "stop"), "samples/de/termine.yaml": None}
    assert read_faq(a_faq(tmp_path / "b", other)).version != version
    renamed = {"language/de.yaml": None, "language/tr.yaml": GOOD["language/de.yaml"]}
    assert read_faq(a_faq(tmp_path / "c", renamed)).version != version


def test_samples_are_no_part_of_the_version(tmp_path: Path) -> None:
    version = read_faq(a_faq(tmp_path)).version
    assert (
        read_faq(a_faq(tmp_path, {"samples/de/termine.yaml": "termin-verpasst: [anders]\n"})).version
        == version
    )


def test_samples_are_read_by_language_and_entry(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"samples/en/geld.yaml": "regelbedarf: [how much]\n"})
    assert read_samples(folder) == {
        "de": {"termin-verpasst": ("Besprechung verschwitzt",)},
        "en": {"regelbedarf": ("how much",)},
    }
    assert read_out_of_scope(folder) == {"de": ("perso verloren",)}


def test_broken_samples_raise_with_their_places(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"samples/de/termine.yaml": "termin-verpasst: []\n"})
    with pytest.raises(ContentError, match=r"faq/samples/de/termine.yaml:1:18: Fehler: 'termin-verpasst'"):
        read_samples(folder)


def test_withdrawn_answers_are_in_the_knowledge_base(tmp_path: Path) -> None:
    withdrawn = "- {id: regelbedarf, reason: Betrag falsch, since: 2026-11-22, by: Kaya}\n"
    assert read_faq(a_faq(tmp_path, {"withdrawn.yaml": withdrawn})).withdrawn == {"regelbedarf"}


@pytest.mark.parametrize("nothing", ["", "# alle wieder da\n", "[]\n"])
def test_a_list_of_withdrawn_answers_may_become_empty_again(tmp_path: Path, nothing: str) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": nothing})
    assert read_faq(folder).withdrawn == read_withdrawn(folder) == frozenset()


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("- {reason: falsch, id: regelbedarf}\n- id: miete", {"regelbedarf", "miete"}),
        ("- regelbedarf\n", {"regelbedarf"}),
        ("- id: regelbedarf\n\treason: Tabulator\n- id: 'miete'\n", {"regelbedarf", "miete"}),
        ("- id: regelbedarf\n  reason: falsch: sehr\n# - id: miete\n", {"regelbedarf"}),
        ("- {id: regelbedarf, reason: [", {"regelbedarf"}),
        (b"- id: regelbedarf\n  reason: f\xfcr jetzt\n", {"regelbedarf"}),
    ],
)
def test_an_answer_is_withdrawn_even_while_files_are_broken(
    tmp_path: Path, written: str | bytes, ids: set[str]
) -> None:
    """A wrong answer must go out of service within seconds, whatever else is going on."""
    folder = a_faq(tmp_path, {"withdrawn.yaml": written, TERMINE: "- [", "facts.yaml": None})
    assert read_withdrawn(folder) == ids


def test_without_a_list_nothing_is_withdrawn(tmp_path: Path) -> None:
    assert read_withdrawn(a_faq(tmp_path)) == read_withdrawn(tmp_path / "nichts") == frozenset()


@settings(deadline=None)  # it writes files
@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kb, problems = check_faq(a_faq(Path(folder), {"facts.yaml": content}))
    assert kb is None
    assert {problem.place.file for problem in problems} >= {"faq/facts.yaml"}


def test_the_shipped_knowledge_base_has_no_errors() -> None:
    _, problems = check_faq(Path(__file__).parents[2] / "faq")
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("seed", range(200))
def test_random_slips_are_reported_in_their_own_file_or_harmless(tmp_path: Path, seed: int) -> None:
    """A line lost, doubled, swapped or indented, a character lost or typed: never a traceback."""
    dice = random.Random(seed)
    name = dice.choice([name for name in GOOD if not name.startswith("samples/")])
    _, problems = check_faq(a_faq(tmp_path, {name: _slipped(GOOD[name], dice)}))
    assert all(isinstance(problem, Problem) and problem.text.strip() for problem in problems)
    for problem in problems:
        assert (tmp_path / problem.place.file).exists()
        lines = (tmp_path / problem.place.file).read_text().split("\n")
        assert 1 <= problem.place.line <= len(lines)


def _slipped(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    column = dice.randrange(len(lines[at]) + 1)
    line = lines[at]
    slips = [
        [],
        [line, line],
        [" " * dice.randint(1, 3) + line],
        [line[:column] + line[column + 1 :]],
        [line[:column] + dice.choice("\t:#-{}[]\"'&*!|>%@`\\,? ") + line[column:]],
        [line.lstrip()],
    ]
    return "\n".join([*lines[:at], *dice.choice(slips), *lines[at + 1 :]])
