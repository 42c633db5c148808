"""The turn of the year in the answers as they are: no amount is ever given as this year's that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.content.faq_files import read_faq
from bot.core.calendar import BERLIN
from bot.core.facts import placeholders
from bot.core.knowledge import FactValue, KnowledgeBase
from tests.talker import Talker

LAST_MINUTE = datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN)
MIDNIGHT = LAST_MINUTE + timedelta(minutes=1)
A_MONTH_LATER = datetime(2027, 2, 1, 12, 0, tzinfo=BERLIN)
NEW_YEAR = date(2027, 1, 1)
STALE = "prüfen wir gerade"
LONGEST = 4096
"""Characters of one message in Telegram."""


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return read_faq(Path(__file__).parents[2] / "faq")


def of_the_year(kb: KnowledgeBase, name: str) -> bool:
    """Whether the amount is known for 2026 only."""
    fact = kb.facts[name]
    if fact.share_of:
        return of_the_year(kb, fact.share_of)
    return all(value.until is not None and value.until < NEW_YEAR for value in fact.values)


def with_new_amounts(kb: KnowledgeBase) -> KnowledgeBase:
    """What editors write in December: each amount that ends has a successor, here twice as much."""
    facts = {}
    for name, fact in kb.facts.items():
        last = max(fact.values, key=lambda value: value.from_, default=None)
        if last and last.until and isinstance(last.value, Decimal):
            new = FactValue(NEW_YEAR, None, last.value * 2, "neu", NEW_YEAR)
            fact = replace(fact, values=(*fact.values, new))
        facts[name] = fact
    return replace(kb, facts=facts)


def given(kb: KnowledgeBase, entry_id: str, at: datetime) -> str:
    talker = Talker(kb=kb, at=at.astimezone(UTC))
    talker.tap(f"0.go:in-full:{entry_id}")
    return talker.last


@pytest.mark.parametrize("simple", [False, True])
def test_an_amount_without_successor_is_marked_from_midnight_on(kb, simple):
    dated = {}
    for entry in kb.entries:
        names = [name for _, name in placeholders(entry.simple if simple else entry.answer)]
        dated[entry.id] = any(":" not in name and of_the_year(kb, name) for name in names)
    assert any(dated.values())
    for entry_id, is_dated in dated.items():
        for at in (LAST_MINUTE, MIDNIGHT, A_MONTH_LATER):
            talker = Talker(kb=kb, at=at.astimezone(UTC))
            talker.session = replace(talker.session, simple=simple)
            talker.tap(f"0.go:in-full:{entry_id}")
            assert (STALE in talker.last) == (is_dated and at is not LAST_MINUTE), (entry_id, at)
            assert "{" not in talker.last
            assert len(talker.last) <= LONGEST


def test_a_new_amount_is_given_from_midnight_on(kb):
    kb = with_new_amounts(kb)
    assert "563 Euro" in given(kb, "regelbedarf", LAST_MINUTE)
    for at in (MIDNIGHT, A_MONTH_LATER):
        text = given(kb, "regelbedarf", at)
        assert "1.126 Euro" in text
        assert "563 Euro" not in text
        assert STALE not in text


def test_a_share_follows_its_amount(kb):
    kb = with_new_amounts(kb)
    assert "168,90 Euro" in given(kb, "sanktion-hoehe", LAST_MINUTE)
    assert "337,80 Euro" in given(kb, "sanktion-hoehe", MIDNIGHT)
