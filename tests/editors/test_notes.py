"""Notes: shown to those who ask, never a reproach."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.translations import Translation, read_translations
from bot.core.knowledge import Place, Signature
from bot.editors.notes import (
    Whole,
    lapsed_translation,
    leaning_phrasing,
    missing_translation,
    not_approved,
    notes,
    old_translation,
)
from bot.editors.rules import lapsed_signature
from tests.content.faq_folder import a_faq
from tests.editors.a_kb import GOOD, TODAY, a_kb, an_entry, found

ABOUT_SICKNESS = an_entry(
    "termin-krank", label="Krank am Termin", question="Was mache ich, wenn ich krank bin?"
)
OTHER = Place("faq/en/termine.yaml", 4, 3)


def translated(based_on: date | None, entry: str = "termin-verpasst") -> Whole:
    return Whole(a_kb(GOOD), TODAY, {"en": {entry: Translation(OTHER, based_on)}})


@pytest.mark.parametrize(("name", "count"), [(None, 1), ("Kaya", 0)])
def test_what_nobody_signed_is_noted(name: str | None, count: int) -> None:
    problems = [*not_approved(Whole(a_kb(an_entry(approved_by=name)), TODAY))]
    assert len(problems) == count
    assert all(str(problem).startswith("faq/de/termine.yaml:1:3: Hinweis: ") for problem in problems)


def test_a_phrasing_that_sounds_like_another_entry_is_noted_but_may_stay() -> None:
    kb = a_kb(
        GOOD,
        ABOUT_SICKNESS,
        termin_verpasst=("habe den termin vergessen", "ich bin krank und kann nicht kommen"),
        termin_krank=("bin krank und kann morgen nicht kommen", "habe fieber und huste"),
    )
    problems = {problem.text for problem in leaning_phrasing(Whole(kb, TODAY))}
    (text,) = {text for text in problems if text.startswith('"ich bin krank und kann nicht kommen"')}
    assert "('termin-verpasst') klingt eher wie" in text
    assert "('termin-krank')" in text
    assert text.endswith("Passt sie trotzdem, bitte stehen lassen.")


def test_without_phrasings_nothing_leans() -> None:
    assert [*leaning_phrasing(Whole(a_kb(), TODAY))] == []


def test_a_phrasing_among_its_own_is_not_noted() -> None:
    kb = a_kb(
        GOOD,
        ABOUT_SICKNESS,
        termin_verpasst=("habe den termin vergessen", "habe meinen termin vergessen"),
        termin_krank=("bin krank und kann nicht kommen", "krank kann heute nicht kommen"),
    )
    assert [*leaning_phrasing(Whole(kb, TODAY))] == []


@pytest.mark.parametrize(("entry", "count"), [("termin-verpasst", 0), ("etwas-anderes", 1)])
def test_an_entry_that_is_not_translated_is_noted(entry: str, count: int) -> None:
    assert len([*missing_translation(translated(TODAY, entry))]) == count


def test_without_a_folder_of_translations_none_is_missing() -> None:
    assert [*missing_translation(Whole(a_kb(GOOD), TODAY))] == []


@pytest.mark.parametrize(("based_on", "count"), [(TODAY, 0), (date(2026, 11, 21), 1), (None, 1)])
def test_a_translation_of_an_older_text_is_noted(based_on: date | None, count: int) -> None:
    problems = [*old_translation(translated(based_on))]
    assert [problem.place for problem in problems] == [OTHER] * count


def test_a_lapsed_signature_is_a_warning_and_not_noted_a_second_time() -> None:
    kb = a_kb(an_entry(lapsed=Signature("Kaya", TODAY, "0123456789ab")))
    assert [*not_approved(Whole(kb, TODAY))] == []
    (problem,) = found(lapsed_signature, kb)
    assert str(problem).startswith(
        "faq/de/termine.yaml:1:3: Warnung: 'termin-verpasst': Die Unterschrift (Kaya, "
    )
    assert problem.text.endswith("Neu: faq sign termin-verpasst --by NAME")


def test_a_name_typed_by_hand_is_called_one() -> None:
    (problem,) = found(lapsed_signature, a_kb(an_entry(lapsed=Signature("Kaya"))))
    assert "Nur ein Name ('Kaya') ist keine Unterschrift" in problem.text


@pytest.mark.parametrize(("lapsed", "count"), [(Signature("Kaya", TODAY, "0123456789ab"), 1), (None, 0)])
def test_a_translation_changed_after_it_was_signed_is_noted(lapsed: Signature | None, count: int) -> None:
    translation = Translation(OTHER, TODAY, lapsed=lapsed)
    whole = Whole(a_kb(GOOD), TODAY, {"en": {"termin-verpasst": translation}})
    problems = [*lapsed_translation(whole)]
    assert [problem.place for problem in problems] == [OTHER] * count
    assert all("faq sign termin-verpasst --language en" in problem.text for problem in problems)


def test_nothing_is_compared_while_something_cannot_be_read() -> None:
    whole = Whole(a_kb(GOOD), TODAY, {"en": {}}, complete=False)
    assert {problem.rule for problem in notes(whole)} == {"not-approved"}


def test_translations_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    written = (
        "- id: regelbedarf\n  based_on: 2026-11-22\n- id: termin-verpasst\n  based_on: bald\n- nur ein Wort\n"
    )
    folder = a_faq(tmp_path, {"en/geld.yaml": written, "tr/geld.yaml": "not: [looked, at"})
    read = read_translations(folder)
    assert read["tr"] == {}
    assert {name: (str(one.place), one.based_on) for name, one in read["en"].items()} == {
        "regelbedarf": ("faq/en/geld.yaml:1:3", TODAY),
        "termin-verpasst": ("faq/en/geld.yaml:3:3", None),
    }
    assert "de" not in read
