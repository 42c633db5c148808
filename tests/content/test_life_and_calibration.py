"""Messages from life and the calibration: read as they are meant, refused where they would do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import check_faq, read_faq, read_life_samples
from bot.core.matching import FEATURES
from tests.content.faq_folder import a_faq

LIFE = "samples/de/life.yaml"
PHRASINGS = "phrasings/de/life.yaml"
COEFFICIENTS = "".join(f"    {name}: 0.5\n" for name in FEATURES)
CALIBRATION = f"words:\n  answer: 0.8\n  suggest: 0.2\n  intercept: -1.5\n  coefficients:\n{COEFFICIENTS}"


def test_phrasings_from_life_stand_beside_those_of_the_topic(tmp_path: Path) -> None:
    kb = read_faq(a_faq(tmp_path, {PHRASINGS: "termin-verpasst:\n  - der wecker war schuld\n"}))
    texts = kb.phrasings["de"]["termin-verpasst"]
    assert "der wecker war schuld" in texts
    assert len(texts) > 1
    assert kb.from_life == {("de", "termin-verpasst", "der wecker war schuld")}


def test_a_sample_from_life_says_what_helps(tmp_path: Path) -> None:
    written = "- text: huhu\n  right: [smalltalk]\n- text: wecker\n"
    written += "  right: [termin-verpasst, none]\n  unclear: true\n"
    first, second = read_life_samples(a_faq(tmp_path, {LIFE: written}))
    assert (first.right, first.second, first.unclear) == (("smalltalk",), "", False)
    assert (second.right, second.unclear) == (("termin-verpasst", "none"), True)


@pytest.mark.parametrize(
    "written",
    ["- text: a\n  right: [gibt-es-nicht]\n", "- text: a\n  right: [none]\n  second: gibt-es-nicht\n"],
)
def test_a_sample_from_life_names_only_what_there_is(tmp_path: Path, written: str) -> None:
    _, problems = check_faq(a_faq(tmp_path, {LIFE: written}))
    assert ["gibt-es-nicht" in str(problem) for problem in problems] == [True]


def test_a_calibration_is_read(tmp_path: Path) -> None:
    words = read_faq(a_faq(tmp_path, {"calibration.yaml": CALIBRATION})).calibration["words"]
    assert (words.answer, words.suggest, words.intercept) == (0.8, 0.2, -1.5)
    assert set(words.coefficients) == set(FEATURES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer: 0.8", "answer: 72"),
        ("suggest: 0.2", "suggest: -3"),
        ("    coverage: 0.5\n", ""),
        ("    coverage: 0.5\n", "    coverage: 0.5\n    moonlight: 0.5\n"),
        ("words:", "guesses:"),
    ],
)
def test_a_calibration_that_would_silence_or_loosen_the_bot_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    assert old in CALIBRATION
    _, problems = check_faq(a_faq(tmp_path, {"calibration.yaml": CALIBRATION.replace(old, new, 1)}))
    assert problems
    assert all("calibration.yaml" in str(problem) for problem in problems)
