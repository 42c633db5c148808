"""Warnings about wording: what is hard to read or sounds wrong is shown where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import read_faq
from bot.core.knowledge import Language
from bot.editors.style import (
    Rule,
    bare_address,
    long_simple_sentence,
    shouting,
    subjunctive_in_simple,
    unexplained_jargon,
)
from tests.content.faq_folder import a_faq, with_change
from tests.editors.a_kb import a_kb, an_entry, found

OFFICIAL = Language(official_words=("Bedarfsgemeinschaft", "Regelbedarf", "aufschiebende Wirkung"))
SHORT_FORMS = Language(abbreviations=("ELSTER", "DSGVO"))


@pytest.mark.parametrize(
    ("simple", "count"),
    [
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.", 0),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn.", 1),
        ("Eins zwei drei vier fünf sechs sieben.\nAcht neun zehn elf zwölf dreizehn vierzehn.", 0),
        ("Eins zwei drei vier fünf sechs:\n- sieben acht neun\n- zehn elf zwölf dreizehn", 0),
        ("Das gilt ab dem 1. Juli für alle Menschen, die neu zu uns kommen.", 1),
        ("Sie brauchen für diesen Kurs meistens das Niveau B1. Sonst warten Sie bitte noch.", 0),
        ("Bringen Sie etwas mit, z. B. Ihren Pass oder den Brief vom Amt heute.", 1),
        ("Rufen Sie bitte an! Haben Sie Fragen? Wir helfen Ihnen gern bei allem weiter.", 0),
        ("Sie können *heute noch anrufen und fragen.* Dann wissen Sie morgen mehr darüber.", 0),
        ("Lesen Sie bitte heute noch [die ganze Seite](https://www.kreis-borken.de/a) dazu.", 0),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf {regelbedarf_1}.", 1),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf {contact:notruf}.", 0),
    ],
)
def test_sentences_of_einfache_sprache_have_twelve_words(simple: str, count: int) -> None:
    assert len(found(long_simple_sentence, a_kb(an_entry(simple=simple)))) == count


@pytest.mark.parametrize(
    ("simple", "count"),
    [
        ("Sie könnten anrufen. Das wäre gut.", 2),
        ("Würde es gehen? Hätten Sie Zeit? Sie sollten kommen.", 3),
        ("Ihr könnt kommen. Ihr sollt anrufen. Sie möchten das. Das war so. Wir werden sehen.", 0),
        ("Die Behörde hat recht. Vielleicht geht es.", 0),
    ],
)
def test_einfache_sprache_says_what_is_so(simple: str, count: int) -> None:
    assert len(found(subjunctive_in_simple, a_kb(an_entry(simple=simple)))) == count


def test_the_other_text_may_use_the_subjunctive() -> None:
    assert found(subjunctive_in_simple, a_kb(an_entry(answer="Das könnte helfen."))) == []


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("Rufen Sie SOFORT an", True),
        ("Das ist UNBEDINGT nötig", True),
        ("Rufen Sie an!!", True),
        ("Wirklich! !", True),
        ("Rufen Sie an!", False),
        ("Das SGB II und das BAMF, ELSTER, DSGVO und BAföG", False),
        ("[Amt](https://example.org/FORMULAR.PDF)", False),
    ],
)
def test_capitals_and_exclamation_marks_are_shouting(text: str, loud: bool) -> None:
    assert bool(found(shouting, a_kb(an_entry(answer=text), language=SHORT_FORMS))) is loud


@pytest.mark.parametrize(
    "answer",
    [
        "Die Bedarfsgemeinschaft zählt.",
        "Alle Bedarfsgemeinschaften zahlen. Fragen Sie nach.",
        "Das gilt für Ihre Bedarfs-Gemeinschaft, und es gilt ab heute.",
        "Der Widerspruch hat keine aufschiebende Wirkung.",
    ],
)
def test_an_official_word_without_explanation_is_found(answer: str) -> None:
    (problem,) = found(unexplained_jargon, a_kb(an_entry(answer=answer), language=OFFICIAL))
    assert "wird nicht erklärt" in problem.text


@pytest.mark.parametrize(
    "answer",
    [
        "Die Bedarfsgemeinschaft (alle, die zusammen wirtschaften) zählt.",
        "Alle im Haushalt (die Bedarfsgemeinschaft) zählen.",
        "Sie bekommen einen festen Betrag zum Leben, den *Regelbedarf*, und Miete.",
        "Es zählt die *Bedarfsgemeinschaft*, also alle im Haushalt.",
        "Leben Sie zusammen, heißt das Bedarfsgemeinschaft.",
        "Sie bekommen jeden Monat Geld. Das heißt: Regel-Bedarf.",
        "Eine Bedarfsgemeinschaft ist eine Gruppe von Menschen.",
        "Gezählt wird die Bedarfsgemeinschaft. Das sind alle, die zusammen leben.",
        "- Regelbedarf: Geld zum Leben",
        "Der Regelbedarf steht im Brief. Regelbedarf bedeutet: Geld zum Leben.",
        "Die Bedarfsgemeinschaftsnummer steht oben.",
    ],
)
def test_an_official_word_that_is_explained_is_fine(answer: str) -> None:
    assert found(unexplained_jargon, a_kb(an_entry(answer=answer), language=OFFICIAL)) == []


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("Mehr auf www.kreis-borken.de.", 1),
        ("Mehr auf [www.kreis-borken.de](https://www.kreis-borken.de).", 0),
        ("Mehr auf https://www.kreis-borken.de.", 0),
    ],
)
def test_an_address_without_https_is_found(answer: str, count: int) -> None:
    assert len(found(bare_address, a_kb(an_entry(answer=answer)))) == count


@pytest.mark.parametrize(
    ("rule", "text", "place"),
    [
        (shouting, "      Gut.\n\n      Das ist WICHTIG.", "7:15"),
        (bare_address, "    Gut.\n    Seite: www.a.de", "6:12"),
        (unexplained_jargon, "    Gut.\n    Ihr Regelbedarf.", "6:9"),
    ],
)
def test_a_warning_stands_at_its_word(tmp_path: Path, rule: Rule, text: str, place: str) -> None:
    """An answer has twenty lines: nobody should have to look for the word."""
    changes = {
        **with_change("de/geld.yaml", "answer: Sie bekommen {regelbedarf_1}.", f"answer: |\n{text}"),
        "language/de.yaml": "official_words: [Regelbedarf]\n",
    }
    problems = [p for p in found(rule, read_faq(a_faq(tmp_path, changes))) if "regelbedarf" in p.text]
    assert [str(problem.place) for problem in problems] == [f"faq/de/geld.yaml:{place}"]


def test_a_text_in_one_line_is_shown_at_its_beginning(tmp_path: Path) -> None:
    changes = with_change("de/geld.yaml", "simple: Sie", 'simple: "Das wäre gut. Sie')
    changes = {
        "de/geld.yaml": str(changes["de/geld.yaml"]).replace(
            "wäre gut. Sie bekommen {regelbedarf_1}.", 'wäre."'
        )
    }
    (problem,) = found(subjunctive_in_simple, read_faq(a_faq(tmp_path, changes)))
    assert str(problem.place) == "faq/de/geld.yaml:5:11"
