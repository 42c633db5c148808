"""Caseworkers tell the editors that an answer is wrong."""

from __future__ import annotations

import asyncio

from bot.caseworkers.reporting import report_answer
from bot.core.knowledge import KnowledgeBase
from bot.core.questions import What
from tests.builders import NOW
from tests.caseworkers.conftest import ENTRY, KB


def reported(desk):
    """What stands on the editors' list: answer, words and who reported it."""

    async def read():
        async with desk.store() as store:
            return await store.asked_in_vain(NOW)

    return [(one.entry, one.text, one.who) for one in asyncio.run(read()) if one.reason is What.REPORTED]


def test_a_report_reaches_the_editors_list_with_the_name(desk):
    printed = desk.prints("report-answer", ENTRY.id, "--reason", "Die Frist ist\n neu")
    assert printed == f"Gemeldet. Bei der Redaktion steht jetzt zu '{ENTRY.id}': „Die Frist ist neu“\n"
    assert reported(desk) == [(ENTRY.id, "Die Frist ist neu", "Kaya")]


def test_what_is_personal_in_it_is_not_kept(desk):
    told = desk.objects("report-answer", ENTRY.id, "--reason", "sagt ayse@example.org", "--as", "Ben")
    assert told == {"entry": ENTRY.id, "reason": "sagt [E-Mail]"}
    assert reported(desk) == [(ENTRY.id, "sagt [E-Mail]", "Ben")]


def test_an_unknown_answer_is_refused_with_the_likeliest_one(desk):
    assert f"Meinten Sie {ENTRY.id}?" in desk.refuses("report-answer", ENTRY.id[:-1], "--reason", "x", code=2)
    assert "faq/de" in desk.refuses("report-answer", "\x1bxyz", "--reason", "x", code=2)
    assert reported(desk) == []


def test_a_report_needs_a_reason_and_not_too_long_a_one(desk):
    assert "leer" in desk.refuses("report-answer", ENTRY.id, "--reason", " ", code=2)
    assert "höchstens 200" in desk.refuses("report-answer", ENTRY.id, "--reason", "x" * 201, code=2)
    assert "--reason" in desk.refuses("report-answer", ENTRY.id, code=2)


async def test_while_the_knowledge_base_is_broken_every_answer_can_be_reported(desk, inbox):
    """Just then something may be wrong."""
    async with desk.inbox() as inbox:
        assert KB.entries
        broken = type(inbox)(inbox.store, inbox.now, KnowledgeBase())
        assert await report_answer(broken, "anfahrt", "falsch", "Kaya") == "falsch"
