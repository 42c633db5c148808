"""``faq add-phrasing``: a sentence comes to its place and to no other, and what it changes is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import Result

from bot.content.faq_files import check_faq
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Candidate, Found
from bot.editors.effects import Effect, of_samples, of_sentence
from tests.content.faq_folder import GOOD, a_faq, an_entry
from tests.editors.command import TODAY, faq

ASKED = "phrasings/de/termine.yaml"
NEW = "ich hab den termin total verschwitzt"
VALID = TODAY.replace(month=7)
"""The first day on which the entry about missed appointments holds."""


def text_of(folder: Path, name: str = ASKED) -> str:
    return (folder / name).read_bytes().decode()


def add(folder: Path, *args: str) -> Result:
    return faq(folder, "add-phrasing", *args, today=VALID)


def added(folder: Path, *args: str) -> str:
    result = add(folder, *args, "--quick")
    assert result.exit_code == 0, result.output
    return result.stdout


def read(folder: Path) -> KnowledgeBase:
    kb, problems = check_faq(folder)
    assert kb is not None, problems
    return kb


# where it comes to


def test_the_sentence_is_one_line_more_in_the_file_of_its_topic(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    said = added(folder, "termin-verpasst", f"  {NEW}\n ")
    assert text_of(folder) == f"{GOOD[ASKED]}  - {NEW}\n"
    assert said.splitlines()[0] == f"Neu in faq/{ASKED}:4 ('termin-verpasst', Sprache de): {NEW}"


def test_the_quick_way_says_what_it_did_not_look_at(tmp_path: Path) -> None:
    """The sentence may pull questions away from another answer."""
    last = added(a_faq(tmp_path), "termin-verpasst", NEW).splitlines()[-1]
    assert last.startswith("Nicht geprüft: ob der Bot jetzt richtig antwortet und ob der Satz nach einer")
    assert last.endswith("faq diff, faq check --notes")


def test_several_sentences_come_one_below_the_other(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    added(folder, "termin-verpasst", NEW, "Frage: der meldetermin ist rum, was nun?")
    assert text_of(folder) == f"{GOOD[ASKED]}  - {NEW}\n  - 'Frage: der meldetermin ist rum, was nun?'\n"


@pytest.mark.parametrize(
    ("entry", "sentence", "more", "file", "after"),
    [
        ("none", "wie alt wird ein esel", (), "phrasings/de/none.yaml", "- wie alt wird ein esel\n"),
        (
            "regelbedarf",
            "wie viel geld steht mir zu",
            (),
            "phrasings/de/geld.yaml",
            "regelbedarf:\n  - wie viel",
        ),
        (
            "termin-verpasst",
            "i did not go to my appointment yesterday",
            (),
            "phrasings/en/termine.yaml",
            '[i missed my appointment, "i did not go to my appointment yesterday"]',
        ),
        (
            "termin-verpasst",
            "meeting weg",
            ("--language", "en"),
            "phrasings/en/termine.yaml",
            '"meeting weg"',
        ),
        (
            "elsewhere-pass",
            "wo krieg ich einen neuen ausweis",
            (),
            "phrasings/de/elsewhere.yaml",
            "elsewhere-pass:",
        ),
    ],
)
def test_it_comes_where_such_sentences_stand(
    tmp_path: Path, entry: str, sentence: str, more: tuple[str, ...], file: str, after: str
) -> None:
    folder = a_faq(tmp_path, {"de/elsewhere.yaml": an_entry("elsewhere-pass", "Pass, Ausweis")})
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    added(folder, entry, sentence, *more)
    assert after in text_of(folder, file)
    assert {path for path in folder.rglob("*.yaml") if path.read_bytes() != before.get(path)} == {
        folder / file
    }
    kb = read(folder)
    every = (*kb.none.values(), *(texts for by_entry in kb.phrasings.values() for texts in by_entry.values()))
    assert sum(texts.count(sentence) for texts in every) == 1


def test_a_list_in_another_file_than_that_of_the_topic_is_found(tmp_path: Path) -> None:
    """But not the one from life: what citizens ask is no invented life."""
    other = {
        "phrasings/de/geld.yaml": "termin-verpasst:\n  - hab verpennt\n",
        "phrasings/de/life.yaml": "termin-verpasst:\n  - saß auf der bettkante\n",
        ASKED: None,
    }
    folder = a_faq(tmp_path, other)
    added(folder, "termin-verpasst", NEW)
    assert text_of(folder, "phrasings/de/geld.yaml") == f"{other['phrasings/de/geld.yaml']}  - {NEW}\n"


def test_an_answer_that_was_just_begun_can_get_its_first_sentence(tmp_path: Path) -> None:
    """Its empty fields are errors, but none of this sentence."""
    folder = a_faq(tmp_path)
    assert faq(folder, "new", "fahrkarte", "--topic", "geld").exit_code == 0
    result = add(folder, "fahrkarte", "wer zahlt mir die fahrkarte")
    assert (result.exit_code, "Was sich ändert, lässt sich erst sagen" in result.stdout) == (0, True)
    assert text_of(folder, "phrasings/de/geld.yaml").startswith(
        "fahrkarte:\n  - wer zahlt mir die fahrkarte\n  #"
    )


def test_a_running_bot_never_reads_a_file_that_the_check_refuses(tmp_path: Path) -> None:
    """The form of the list is unforeseen: the file stays as it is."""
    written = 'termin-verpasst: "kein Satz"\n'
    folder = a_faq(tmp_path, {ASKED: written})
    result = add(folder, "termin-verpasst", NEW, "--quick")
    assert (result.exit_code, "sonst von Hand eintragen: 'termin-verpasst': - ich hab" in result.stderr) == (
        1,
        True,
    )
    assert text_of(folder) == written


# what is refused


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("termin-verpast", NEW), "Meinten Sie 'termin-verpasst'?"),
        (("termin-verpasst", " ?! "), "Da stehen keine Wörter."),
        (("termin-verpasst", "123 45"), "Da stehen keine Wörter."),
        (("termin-verpasst", "so lang " * 63), "erlaubt sind 500"),
        (("termin-verpasst", "ruf mich an 0176 12345678 termin weg"), "„ruf mich an [Telefon] termin weg“"),
        (("termin-verpasst", "mail an max@example.org wegen termin"), "„mail an [E-Mail] wegen termin“"),
        (
            ("termin-verpasst", "ich bin [Name] und hab den termin vergessen"),
            "„ich bin [Name] und hab den termin vergessen“",
        ),
        (
            ("termin-verpasst", "Frau Müller hat meinen termin vergessen"),
            "„Frau [Name] hat meinen termin vergessen“",
        ),
        (("termin-verpasst", "ich wohne Lindenweg 3, termin weg"), "[Adresse]"),
        (("termin-verpasst", "Hab verpennt!"), "Der Satz steht schon bei 'termin-verpasst'."),
        (("termin-verpasst", "hilfe termin vergesen"), "Fast derselbe Satz steht dort schon: „Hilfe: Termin"),
        (("regelbedarf", "hab verpennt"), "Der Satz steht schon bei 'termin-verpasst'."),
        (("regelbedarf", "wie hoch ist der Eiffelturm?"), "Der Satz steht schon bei 'none'."),
        (("termin-verpasst", "besprechung verschwitzt"), "Das ist die Probefrage „Besprechung verschwitzt“."),
        (("termin-verpasst", NEW, NEW + "!"), "Der Satz kommt zweimal vor."),
        (("termin-verpasst", "termin weg, ich will nicht mehr leben"), "Aus dem Satz spricht Gefahr."),
        (("termin-verpasst", NEW, "--language", "tr"), "Es gibt: de, en."),
        (("termin-verpasst", "я пропустил встречу вчера утром"), "Bitte angeben: --language"),
    ],
)
def test_what_teaches_nothing_or_harms_is_refused_with_a_reason(
    tmp_path: Path, args: tuple[str, ...], words: str
) -> None:
    folder = a_faq(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    result = add(folder, *args, "--quick")
    assert (result.exit_code, words in result.stderr) == (2, True), result.output
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_of_several_sentences_all_are_written_or_none(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    result = add(folder, "termin-verpasst", NEW, "hab verpennt", "--quick")
    assert (result.exit_code, result.stderr.endswith("Nichts wurde geschrieben.\n")) == (2, True)
    assert text_of(folder) == GOOD[ASKED]


def test_where_people_in_danger_ask_such_a_sentence_is_at_home(tmp_path: Path) -> None:
    grave = an_entry("hilfe-sofort", "Hilfe sofort", "  actions: [emergency]\n")
    folder = a_faq(tmp_path, {"de/geld.yaml": GOOD["de/geld.yaml"] + grave})
    assert "Neu in" in added(folder, "hilfe-sofort", "ich will nicht mehr leben, wo rufe ich an")


# what it changes


def test_what_the_sentence_got_before_and_gets_now_is_said(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    sentence = "kein bock mehr gehabt und blau gemacht"
    result = add(folder, "termin-verpasst", sentence)
    assert result.exit_code == 0, result.output
    first, told, samples = result.stdout.splitlines()[:3]
    assert first.startswith("Neu in")
    assert told.startswith(f"„{sentence}“ bekam")
    assert told.endswith("jetzt die Antwort 'termin-verpasst'.")
    assert "Probefragen" in samples


def a_find(text: str, band: Band, *entries: str) -> Found:
    entry = entries[0] if band is Band.ANSWER else None
    return Found(text, "de", band, entry, 0.5, tuple(Candidate(one, 0.5) for one in entries))


def an_effect(before: Found, after: Found, *right: str) -> Effect:
    return Effect(before, after, right)


def test_effects_are_counted_and_the_worse_come_first() -> None:
    asks = a_find("wie", Band.SUGGEST, "a", "b")
    wrong, right = a_find("wie", Band.ANSWER, "b"), a_find("wie", Band.ANSWER, "a")
    nothing = a_find("wie", Band.NONE, "b")
    lines = [
        *of_samples(
            [
                an_effect(right, right, "a"),
                an_effect(asks, right, "a"),
                an_effect(right, wrong, "a"),
                an_effect(nothing, asks, "c"),
                an_effect(nothing, wrong),
            ]
        )
    ]
    assert lines == [
        "4 von 5 Probefragen bekommen jetzt etwas anderes; besser: 1, schlechter: 2.",
        "  schlechter: „wie“ bekam die Antwort 'a', jetzt die Antwort 'b'",
        "  schlechter: „wie“ bekam „weiß ich nicht“, jetzt die Antwort 'b'",
        "  anders: „wie“ bekam „weiß ich nicht“, jetzt die Rückfrage a / b",
        "  besser: „wie“ bekam die Rückfrage a / b, jetzt die Antwort 'a'",
    ]


def test_where_nothing_changes_it_is_said() -> None:
    same = an_effect(a_find("wie", Band.ANSWER, "a"), a_find("wie", Band.ANSWER, "a"), "a")
    assert [*of_samples([same] * 1200)] == ["Alle 1.200 Probefragen bekommen dasselbe wie bisher."]
    assert of_sentence(same) == "„wie“ bekam und bekommt die Antwort 'a'."


def test_many_changes_are_cut_off() -> None:
    one = an_effect(a_find("wie", Band.NONE, "b"), a_find("wie", Band.ANSWER, "a"), "a")
    lines = [*of_samples([one] * 7)]
    assert (len(lines), lines[-1]) == (7, "  ... und 2 weitere")
