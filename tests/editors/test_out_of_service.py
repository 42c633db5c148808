"""Editors hear of a withdrawn answer what citizens hear."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.texts import Texts
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Candidate, Found
from bot.core.talk import Phrase
from bot.editors.ask import print_found
from bot.editors.out_of_service import CHAT_SAYS, notices
from bot.editors.waiting import LEARNING
from tests.content.faq_folder import a_faq
from tests.editors.command import TODAY, faq

VALID = TODAY.replace(month=7)
"""The first day on which the entry about missed appointments holds."""
MISSED = "termin-verpasst"
ROW = f"- {{id: {MISSED}, since: 2026-05-30}}\n"


def a_found(band: Band, entry: str | None = None, also: tuple[str, ...] = ()) -> Found:
    candidates = (Candidate(MISSED, 0.9), Candidate("regelbedarf", 0.1))
    return Found("termin verpasst", "de", band, entry, 0.9, candidates=candidates, also=also)


def printed(folder: Path, found: Found, capsys: pytest.CaptureFixture[str]) -> str:
    print_found(KnowledgeBase(), found, folder)
    return " ".join(capsys.readouterr().out.split())


def test_the_words_are_those_of_the_chat() -> None:
    texts = Texts()
    assert texts.words(Phrase("answer-withdrawn"), "de").startswith(CHAT_SAYS)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (a_found(Band.ANSWER, MISSED), f"Der Chat sagt „{CHAT_SAYS}“."),
        (a_found(Band.ANSWER, "regelbedarf", (MISSED,)), f"Der Chat sagt „{CHAT_SAYS}“."),
        (a_found(Band.SUGGEST), "Der Chat bietet die Antwort nicht an."),
    ],
)
def test_who_asks_hears_that_the_answer_is_withdrawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], found: Found, words: str
) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": ROW})
    assert f"'{MISSED}' ist zurückgezogen seit 30.05.2026: {words}" in printed(folder, found, capsys)


@pytest.mark.parametrize("found", [a_found(Band.NONE), a_found(Band.ANSWER, "regelbedarf")])
def test_what_is_not_given_anyway_needs_no_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], found: Found
) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": ROW})
    assert "zurückgezogen" not in printed(folder, found, capsys)


def test_the_command_says_it_too(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": ROW})
    result = faq(folder, "ask", "Hilfe: Termin vergessen", today=VALID)
    assert f"'{MISSED}' ist zurückgezogen seit 30.05.2026" in result.stdout
    assert result.stderr == f"{LEARNING}\n"


@pytest.mark.parametrize("row", [f"- {MISSED}\n", f"- id: {MISSED}\n", f"- {{id: {MISSED}, since: bald}}\n"])
def test_without_a_day_it_is_said_without_one(tmp_path: Path, row: str) -> None:
    folder = a_faq(tmp_path, {"withdrawn.yaml": row})
    assert [*notices(folder, [MISSED, MISSED])] == [
        f"'{MISSED}' ist zurückgezogen: Der Chat sagt „{CHAT_SAYS}“."
    ]


def test_of_what_is_in_service_nothing_is_said(tmp_path: Path) -> None:
    assert [*notices(a_faq(tmp_path, {"withdrawn.yaml": ROW}), ["regelbedarf"])] == []
    assert [*notices(a_faq(tmp_path / "all"), [MISSED])] == []
