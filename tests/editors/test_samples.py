"""``faq samples``: figures that can be trusted, and a list of misses that only becomes shorter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import Result

from bot.core.knowledge import ELSEWHERE, Entry, KnowledgeBase, Topic
from bot.core.matching import Band, Candidate, Found
from bot.editors.judged import Confusion, Figures, Judged, by_topic, confusions, misses, out_of_scope
from bot.editors.known_misses import FILE, read_misses
from bot.editors.per_entry import EntryFigures, by_entry, gaps
from tests.content.faq_folder import a_faq
from tests.editors.command import TODAY, faq


def an_entry(entry_id: str, topic: str) -> Entry:
    return Entry(entry_id, topic, "", "", "", "", TODAY, TODAY)


KB = KnowledgeBase(
    topics=(Topic("geld", 1, "Geld"), Topic("termine", 2, "Termine")),
    entries=(an_entry("krank", "termine"), an_entry("satz", "geld"), an_entry("elsewhere-pass", ELSEWHERE)),
)


def a_find(text: str, *ranked: str, band: Band = Band.SUGGEST, entry: str | None = None) -> Found:
    if band is Band.ANSWER and entry is None:
        entry = ranked[0]
    return Found(text, "de", band, entry, 0.5, tuple(Candidate(one, 0.5) for one in ranked))


JUDGED = [
    Judged("krank", a_find("bin krank", "krank", "satz", band=Band.ANSWER)),
    Judged("krank", a_find("hab fieber", "satz", "x", "krank")),
    Judged("krank", a_find("hab husten", "satz", "x", "y", "krank", band=Band.ANSWER)),
    Judged("krank", a_find("mir gehts sehr schlecht", "krank", band=Band.SAFETY, entry="crisis")),
    Judged("satz", a_find("was krieg ich", "krank", band=Band.NONE)),
    Judged("satz", a_find("wie viel", "satz", band=Band.ANSWER)),
]


def test_the_figures_count_what_they_say() -> None:
    assert Figures.of(JUDGED) == Figures(samples=6, first=3, among=4, answered=3, right=2, safety=1)


def test_each_topic_has_its_own_figures_in_the_order_of_the_topics() -> None:
    topics = by_topic(JUDGED, KB)
    assert [(topic, figures.samples) for topic, figures in topics.items()] == [("geld", 2), ("termine", 4)]


def test_the_pairs_mixed_up_most_often_come_first_with_an_example() -> None:
    assert confusions(JUDGED) == [
        Confusion("krank", "satz", 2, "hab fieber"),
        Confusion("satz", "krank", 1, "was krieg ich"),
    ]


def test_what_does_not_stand_first_is_a_miss() -> None:
    assert misses(JUDGED) == {"krank": ["hab fieber", "hab husten"], "satz": ["was krieg ich"]}


def test_out_of_scope_a_signpost_is_help_and_an_answer_is_wrong() -> None:
    found = [
        a_find("pass", "elsewhere-pass", band=Band.ANSWER),
        a_find("wetter", "krank", band=Band.ANSWER),
        a_find("hunger", "krank", band=Band.NONE),
        a_find("auto", "krank"),
    ]
    counted = out_of_scope(found, KB)
    expected = {"none": 1, "suggest": 1, "signpost": 1, "wrong": 1, "smalltalk": 0, "safety": 0}
    assert counted == expected


def test_each_entry_is_found_so_often_and_where_it_is_found_is_right_so_often() -> None:
    figures = {one.entry: one for one in by_entry(JUDGED, [], KB)}
    assert figures["krank"] == EntryFigures("krank", samples=4, first=2, taken=3)
    assert (figures["krank"].recall, figures["krank"].precision) == (2 / 4, 2 / 3)
    assert list(figures) == ["krank", "satz"]


def test_a_question_out_of_scope_that_is_answered_counts_against_its_entry() -> None:
    outside = [a_find("wetter", "krank", band=Band.ANSWER), a_find("auto", "krank", band=Band.SUGGEST)]
    assert by_entry(JUDGED, outside, KB)[0].taken == 4


def test_what_nobody_asked_for_has_no_recall_and_what_nothing_found_no_precision() -> None:
    judged = [Judged("krank", a_find("bin krank", "satz"))]
    krank, satz = by_entry(judged, [], KB)
    assert (krank.recall, krank.precision) == (0, None)
    assert (satz.recall, satz.precision) == (None, 0)


def test_phrasings_are_missing_most_where_least_is_found() -> None:
    judged = [*JUDGED, Judged("elsewhere-pass", a_find("pass weg", "elsewhere-pass"))]
    judged.append(Judged("satz", a_find("und noch was", "krank")))
    found = gaps(judged, by_entry(judged, [], KB))
    assert [gap.figures.entry for gap in found] == ["satz", "krank"]
    assert [one.found.text for one in found[0].missed] == ["was krieg ich", "und noch was"]


# the command, over a folder in which one sample is found and one is not

FOUND, MISSED = "hab meinen termin verpennt", "wie viel geld bekomme ich"
SAMPLES = {"samples/de/termine.yaml": f"termin-verpasst: [{FOUND}, {MISSED}]\n", FILE: None}
VALID = TODAY.replace(month=7)


def a_folder(tmp_path: Path, known: str | None = None) -> Path:
    return a_faq(tmp_path, {**SAMPLES, FILE: known})


def samples(folder: Path, *args: str) -> Result:
    return faq(folder, "samples", *args, today=VALID)


def test_people_read_sentences_a_table_and_the_mixed_up_pairs(tmp_path: Path) -> None:
    result = samples(a_folder(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.startswith("Probefragen: 2. Das richtige Thema steht bei 50,0 % an erster Stelle")
    assert "Fragen, für die das Jobcenter nicht zuständig ist: 1. Davon bekommen" in " ".join(
        result.stdout.split()
    )
    assert "Termine " in result.stdout
    assert "1 von 2 Probefragen landet bei einem anderen Thema." in " ".join(result.stdout.split())
    assert "faq samples --update-misses --accept" in result.stdout


def test_a_mixed_up_sentence_stands_beside_the_one_that_won(tmp_path: Path) -> None:
    lines = samples(a_folder(tmp_path)).stdout.splitlines()
    (number,) = (n for n, line in enumerate(lines) if line == "1 × termin-verpasst landet bei regelbedarf")
    left, right = lines[number + 1].strip().split("   ", 1)
    assert (left, right.strip()[:26]) == (MISSED, "Wie viel Geld bekomme ich?")


def test_where_phrasings_are_missing_the_sentences_that_went_astray_are_shown(tmp_path: Path) -> None:
    below = samples(a_folder(tmp_path)).stdout.split("Hier Formulierungen ergänzen")[1]
    assert "termin-verpasst: 1 von 2 gefunden\n" in below
    assert f"  {MISSED} (landet bei regelbedarf)" in below


def test_a_line_for_every_answer_is_printed_for_those_who_ask(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    row = "termin-verpasst       2          50,0 %            1         100,0 %"
    assert row in samples(folder, "--each").stdout
    assert row not in samples(folder).stdout


def test_each_phrasing_can_be_asked_as_if_it_were_not_there(tmp_path: Path) -> None:
    phrasings = """\
termin-verpasst:
  - gestern den bus verpasst
  - heute den bus verpasst
  - ganz andere wörter
"""
    folder = a_faq(tmp_path, {**SAMPLES, "phrasings/de/termine.yaml": phrasings})
    result = json.loads(samples(folder, "--leave-one-out", "--json").stdout)
    assert (result["asked"], result["all"]["samples"]) == ("phrasings", 3)
    assert sum(result["out_of_scope"].values()) == 0
    assert result["entries"]["termin-verpasst"]["first"] >= 2
    words = " ".join(samples(folder, "--leave-one-out").stdout.split())
    assert words.startswith("Formulierungen: 3. Jede wurde gefragt, als stünde sie nicht da.")
    assert "known_misses" not in words


def test_programs_get_all_figures(tmp_path: Path) -> None:
    result = json.loads(samples(a_folder(tmp_path), "--json").stdout)
    assert (result["all"]["samples"], result["all"]["first"]) == (2, 1)
    assert result["topics"]["termine"]["samples"] == 2
    assert sum(result["out_of_scope"].values()) == 1
    assert result["misses"] == {"termin-verpasst": [MISSED]}
    assert result["confused"][0]["taken_for"] == "regelbedarf"
    assert result["confused"][0]["phrasing"] == "Wie viel Geld bekomme ich?"
    assert result["confused"][0]["likeness"] > 0.9
    assert result["add_phrasings"] == ["termin-verpasst"]
    assert result["entries"] == {
        "regelbedarf": {"samples": 0, "first": 0, "recall": None, "taken": 1, "precision": 0},
        "termin-verpasst": {"samples": 2, "first": 1, "recall": 0.5, "taken": 1, "precision": 1},
    }


@pytest.mark.parametrize(
    "only",
    [
        ("--topic", "termine"),
        ("--entry", "termin-verpasst"),
        ("--only", "termin-verpasst"),
        ("--only", "termine", "--only", "geld"),
    ],
)
def test_a_part_of_the_samples_can_be_asked(tmp_path: Path, only: tuple[str, ...]) -> None:
    """What other questions would find is not asked then, so nobody knows how precise an answer is."""
    result = json.loads(samples(a_folder(tmp_path), *only, "--json").stdout)
    assert (result["all"]["samples"], sum(result["out_of_scope"].values())) == (2, 0)
    assert result["entries"]["termin-verpasst"]["precision"] is None


def test_the_list_of_misses_is_first_made_only_when_somebody_accepts_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    result = samples(folder, "--update-misses")
    assert (result.exit_code, "--accept" in result.stderr, read_misses(folder)) == (1, True, None)
    assert samples(folder, "--update-misses", "--accept").exit_code == 0
    assert read_misses(folder) == {"termin-verpasst": (MISSED,)}
    assert "davon neu: 0." in samples(folder).stdout


def test_what_is_found_now_or_gone_is_taken_off_the_list(tmp_path: Path) -> None:
    known = f"termin-verpasst: [{FOUND}, gibt es nicht mehr, {MISSED}]\nregelbedarf: [auch weg]\n"
    folder = a_folder(tmp_path, known)
    assert "3 von samples/de/_known_misses.yaml werden jetzt gefunden" in samples(folder).stdout
    result = samples(folder, "--update-misses")
    assert (result.exit_code, "_known_misses.yaml: 3 gestrichen." in result.stdout) == (0, True)
    assert read_misses(folder) == {"termin-verpasst": (MISSED,)}


def test_programs_get_nothing_but_their_figures(tmp_path: Path) -> None:
    result = samples(a_folder(tmp_path), "--update-misses", "--accept", "--json")
    assert json.loads(result.stdout)["all"]["samples"] == 2
    assert "1 aufgeschrieben." in result.stderr


def test_a_new_miss_is_a_failure_and_is_not_put_on_the_list(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, f"termin-verpasst: [{FOUND}]\n")
    result = samples(folder, "--update-misses")
    assert (result.exit_code, f"  termin-verpasst: {MISSED}" in result.stderr) == (1, True)
    assert "1 von 2 Probefragen landet jetzt bei einem anderen Thema." in result.stderr
    assert read_misses(folder) == {}


def test_a_new_miss_is_named_but_no_failure_where_nothing_is_to_be_written(tmp_path: Path) -> None:
    result = samples(a_folder(tmp_path, "# leer\n"))
    assert (result.exit_code, f"  termin-verpasst: {MISSED}" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--accept",), "--accept nur zusammen"),
        (("--update-misses", "--topic", "geld"), "gilt für alle Probefragen"),
        (("--update-misses", "--accept"), "darf nur kürzer werden"),
        (("--entry", "termin-verpast"), "Meinten Sie 'termin-verpasst'?"),
        (("--entry", "regelbedarf"), "keine Probefragen"),
        (("--topic", "wohnen"), "Es gibt: geld, termine."),
        (("--only", "termin-verpast"), "Meinten Sie 'termin-verpasst'?"),
        (("--only", "regelbedarf", "--leave-one-out"), "keine Formulierungen"),
        (("--leave-one-out", "--update-misses"), "gilt für alle Probefragen"),
        (("--fit", "--each"), "steht allein"),
    ],
)
def test_wrong_use_says_what_is_meant(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    result = samples(a_folder(tmp_path, "# leer\n"), *args)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_a_list_of_misses_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    result = samples(a_folder(tmp_path, "termin-verpasst: text statt liste\n"))
    assert (result.exit_code, "_known_misses.yaml:1:18: Fehler:" in result.stderr) == (1, True)
