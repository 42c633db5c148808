"""``check --live``: what real operation lacks, each with its remedy."""

from __future__ import annotations

from datetime import date

import pytest

from bot import checkup
from bot.config import Answers, Settings
from bot.core.knowledge import KnowledgeBase, Signature
from tests.editors.a_kb import GOOD, an_entry

DAY = date(2026, 11, 22)


def unsigned(kb: KnowledgeBase, **answers: str) -> list[str]:
    settings = Settings(answers=Answers(**answers))
    return [line for line in checkup.reminders(settings, kb) if "unterschrieben" in line]


def test_what_nobody_signed_is_counted_named_and_has_a_remedy() -> None:
    entries = [an_entry(f"thema-{number}") for number in range(7)]
    (line,) = unsigned(KnowledgeBase(entries=(*entries, an_entry("gut", approved_by="Kaya"))))
    assert line.startswith("faq/de: 7 von 8 Antworten sind nicht unterschrieben und werden nicht gegeben: ")
    assert "thema-0, thema-1, thema-2, thema-3, thema-4 und 2 weitere." in line
    assert "faq sign ID --by NAME" in line


def test_what_was_changed_after_it_was_signed_is_counted() -> None:
    entry = an_entry(lapsed=Signature("Kaya", DAY, "0123456789ab"))
    (line,) = unsigned(KnowledgeBase(entries=(entry, GOOD)))
    assert "2 von 2 Antworten sind nicht unterschrieben (1 davon nach einer Änderung am Text) und" in line


@pytest.mark.parametrize(
    ("setting", "words"), [("show", "mit einem Hinweis gegeben"), ("hide", "nicht gegeben")]
)
def test_whether_it_is_given_all_the_same_is_said(setting: str, words: str) -> None:
    (line,) = unsigned(KnowledgeBase(entries=(GOOD,)), unsigned=setting)
    assert words in line


def test_signed_answers_are_no_matter() -> None:
    assert unsigned(KnowledgeBase(entries=(an_entry(approved_by="Kaya"),))) == []
