"""``faq find``: the place of a wording that somebody saw in the chat."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.content.faq_folder import a_faq, with_next_year
from tests.editors.command import faq


def places(folder: Path, text: str) -> list[str]:
    """File, line and kind of every hit within the folder."""
    found: list[dict[str, Any]] = json.loads(faq(folder, "find", text, "--json").stdout)
    return [f"{hit['file']}:{hit['line']} {hit['where']}" for hit in found if hit["file"].startswith("faq/")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gut, dass Sie sich melden.", "faq/de/termine.yaml:6 Antwort"),
        ("gut dass sie sich MELDEN", "faq/de/termine.yaml:6 Antwort"),
        ("Gut, das Sie sich meldn", "faq/de/termine.yaml:6 Antwort"),
        ("30 Prozent weniger", "faq/de/termine.yaml:8 Antwort"),
        ("168,90 Euro", "faq/de/termine.yaml:8 Antwort"),
        ("{minderung}", "faq/de/termine.yaml:8 Antwort"),
        ("Was jetzt?", "faq/de/termine.yaml:2 Frage"),
        ("Hilfe: Termin vergessen", "faq/phrasings/de/termine.yaml:3 Formulierung"),
        ("eiffelturm", "faq/phrasings/de/none.yaml:1 Formulierung"),
        ("I missed my apointment", "faq/phrasings/en/termine.yaml:1 Formulierung"),
        ("moin", "faq/smalltalk.yaml:4 Formulierung"),
        ("Lebensgefahr", "faq/safety.yaml:5 Sicherheitstext"),
        ("Sofort anrufen", "faq/safety.yaml:10 Sicherheitstext"),
    ],
)
def test_a_wording_is_found_where_it_stands(tmp_path: Path, text: str, place: str) -> None:
    assert places(a_faq(tmp_path), text) == [place]


def test_a_keyword_is_found_and_whole_words_come_before_parts_of_words(tmp_path: Path) -> None:
    more = "regelbedarf: [termin verpasst und jetzt, termin verpasste ich]\n"
    folder = a_faq(tmp_path, {"phrasings/de/geld.yaml": more})
    assert places(folder, "verpasst") == [
        "faq/de/termine.yaml:2 Frage",
        "faq/de/termine.yaml:3 Knopf",
        "faq/de/termine.yaml:4 Stichwort",
        "faq/phrasings/de/geld.yaml:1 Formulierung",
        "faq/phrasings/de/geld.yaml:1 Formulierung",
    ]
    found = json.loads(faq(folder, "find", "verpasst", "--json").stdout)
    assert found[-1]["text"] == "termin verpasste ich"


def test_exact_hits_come_before_similar_ones(tmp_path: Path) -> None:
    more = "regelbedarf: [wo bleibt mein gelt, wo bleibt mein geld]\n"
    found = faq(a_faq(tmp_path, {"phrasings/de/geld.yaml": more}), "find", "wo bleibt mein geld").stdout
    assert found.index("wo bleibt mein geld") < found.index("ähnlich zu") < found.index("wo bleibt mein gelt")


def test_a_line_with_an_amount_is_shown_as_it_is_written_and_as_it_is_read(tmp_path: Path) -> None:
    assert faq(a_faq(tmp_path), "find", "weniger: 168,90 Euro").stdout == (
        "faq/de/termine.yaml:8: (Antwort, termin-verpasst)\n"
        "    Es drohen *30 Prozent* weniger: {minderung}.\n"
        "    steht im Chat als: Es drohen 30 Prozent weniger: 168,90 Euro.\n"
    )


def test_the_programs_own_texts_are_found_with_their_key(tmp_path: Path) -> None:
    found = json.loads(faq(a_faq(tmp_path), "find", "Das weiß ich leider nicht.", "--json").stdout)
    hits = {hit["file"]: hit["owner"] for hit in found if hit["exact"]}
    assert hits["bot/content/texts/de.ftl"] == "not-known"


def test_of_a_copied_message_every_line_is_looked_for(tmp_path: Path) -> None:
    copied = "Gut, dass Sie sich melden.\n\nSie bekommen 563 Euro."
    assert places(a_faq(tmp_path), copied) == [
        "faq/de/geld.yaml:4 Antwort",
        "faq/de/geld.yaml:5 Einfache Sprache",
        "faq/de/termine.yaml:6 Antwort",
    ]


def test_a_short_line_is_no_hit_for_a_long_sentence(tmp_path: Path) -> None:
    assert places(a_faq(tmp_path), "Regelbedarf und viele andere Dinge, die keiner aufschrieb") == []


def test_what_stands_nowhere_is_said(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "find", "xylophonquartett spielt auf")
    assert (result.exit_code, result.stdout.startswith("Dieser Wortlaut steht nirgends.")) == (0, True)
    assert result.stdout.endswith('\nWas der Bot zu diesem Satz sagen würde: faq ask "SATZ"\n')
    assert not (tmp_path / "cache").exists()


def test_what_stands_nowhere_is_asked_as_a_question_where_nothing_must_be_learnt(tmp_path: Path) -> None:
    folder = a_faq(tmp_path)
    faq(folder, "ask", "hallo")
    told = faq(folder, "find", "verpennt hab ich").stdout
    assert told.splitlines()[1].startswith("Als Frage: Der Bot ")
    assert "termin-verpasst" in told or "regelbedarf" in told


def test_many_hits_are_cut_off_and_counted(tmp_path: Path) -> None:
    more = "regelbedarf:\n" + "".join(f"  - geld für zimmer {number}\n" for number in range(30))
    folder = a_faq(tmp_path, {"phrasings/de/geld.yaml": more})
    assert "... und 25 weitere Stellen" in faq(folder, "find", "geld für zimmer", "--most", "5").stdout


def test_a_broken_file_hides_only_itself(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"facts.yaml": "- ["})
    result = faq(folder, "find", "Es drohen 30 Prozent weniger")
    assert result.stdout.startswith("faq/de/termine.yaml:8:")
    assert "Fehler in den Dateien" in result.stderr


def test_nothing_to_look_for_is_wrong_use(tmp_path: Path) -> None:
    assert faq(a_faq(tmp_path), "find", " ?! ").exit_code == 2


def test_an_amount_of_another_day_is_found_with_that_day(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, with_next_year())
    assert faq(folder, "find", "571,50 Euro", "--on", "2027-01-02").stdout == (
        "faq/de/geld.yaml:4: (Antwort, regelbedarf)\n"
        "    Sie bekommen {regelbedarf_1}.\n"
        "    steht am Sa 2.1.2027 im Chat als: Sie bekommen 571,50 Euro.\n"
        "faq/de/geld.yaml:5: (Einfache Sprache, regelbedarf)\n"
        "    Sie bekommen {regelbedarf_1}.\n"
        "    steht am Sa 2.1.2027 im Chat als: Sie bekommen 571,50 Euro.\n"
    )
    assert faq(folder, "find", "571,50 Euro").stdout.startswith("Dieser Wortlaut steht nirgends.")


def test_what_is_no_day_is_wrong_use(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "find", "563 Euro", "--on", "2027-13-01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'2027-13-01' ist kein Tag. Möglich sind zum Beispiel: --on 2027-01-02" in result.stderr
