"""The whole way: citizens ask in vain, and editors read it; nothing of it leads back to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.core.talk import World
from tests.builders import a_chat, an_incoming
from tests.editors.a_store import Asked
from tests.talker import TEXTS, ScriptedFinder, a_knowledge_base

QUESTIONS = ("wo kann ich parken", "kann man bei euch parken?", "Wo kann ich parken, ayse@example.org")


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


def talk(asked: Asked, address: str, *messages: str) -> None:
    """One chat says these; "go:..." is a press."""

    def world() -> World:
        return World(a_knowledge_base(), ScriptedFinder(), TEXTS.words, asked.time)

    async def act(store):
        assistant = Assistant(store, world, lambda: asked.time)
        for text in messages:
            said = {"choice": f"9.{text}"} if text.startswith("go:") else {"text": text}
            await assistant.turn(an_incoming(chat=a_chat(address), **said))
        assistant.threads.shutdown()

    asked.does(act)


def test_a_question_that_three_chats_asked_in_vain_reaches_the_editors(asked):
    for address, text in enumerate(QUESTIONS[:2]):
        talk(asked, str(address), text)
    assert asked.groups() == []
    talk(asked, "3", QUESTIONS[2])
    (group,) = asked.listing()["groups"]
    assert (group["chats"], group["reasons"]) == (3, {"not_known": 3})
    assert "Wo kann ich parken, [E-Mail]" in group["examples"]
    assert asked.listing()["counts"] == {"question": 3, "not_known": 3}


def test_whoever_deletes_everything_is_heard_no_more(asked):
    for address, text in enumerate(QUESTIONS):
        talk(asked, str(address), text)
    talk(asked, "0", "lösch meine daten", "go:forget-yes")
    (group,) = asked.listing("--all")["groups"]
    assert group["chats"] == 2


def test_an_answer_that_one_citizen_finds_wrong_is_reported_at_once(asked):
    talk(asked, "1", "termin verpennt", "go:not-helped:termin-verpasst", "go:why:wrong:termin-verpasst")
    (report,) = asked.listing()["reports"]
    assert (report["entries"], report["examples"]) == (["termin-verpasst"], ["termin verpennt"])


def test_of_a_danger_message_nothing_is_left_for_editors(asked):
    for address in "abc":
        talk(asked, address, "ich will nicht mehr leben", "go:none-of-these")
    listing = asked.listing("--all")
    assert (listing["groups"], listing["counts"]) == ([], {})
