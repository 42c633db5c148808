"""The switch on the command line, and the running bot that obeys it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.core.steering import Banner, Stop
from bot.core.talk import World
from bot.storage.store import open_store
from tests.builders import NOW, a_chat, an_incoming
from tests.talker import TEXTS, ScriptedFinder, a_knowledge_base
from tests.test_operators import Machine, machine  # noqa: F401

SENTENCE = "Dieser Chat ist gerade abgeschaltet"
TODAY = date(2026, 11, 23)


@pytest.fixture
def there(machine: Machine) -> Machine:  # noqa: F811
    """With a database."""
    machine.does(lambda store: store.acts())
    return machine


@pytest.fixture
async def bot(tmp_path):
    """A running bot; ``await bot("hallo")`` is what it says to that."""
    store = await open_store(f"sqlite:///{tmp_path}/bot.db", tmp_path / "secrets", lambda: NOW)
    assistant = Assistant(
        store, lambda: World(a_knowledge_base(), ScriptedFinder(), TEXTS.words, NOW), lambda: NOW
    )
    heard = []

    async def says(text: str) -> list[str]:
        heard.append(text)
        incoming = replace(an_incoming(text, a_chat("1"), f"e{len(heard)}"), at=NOW)
        await assistant.turn(incoming)
        said = []
        while found := await store.to_send("telegram", NOW):
            said += [TEXTS.message(message.say, message.locale) for message in found]
            for message in found:
                await store.sent(message.id, str(message.id), NOW)
        return said

    says.assistant = assistant
    yield says
    await store.close()


@pytest.fixture
async def office(bot, tmp_path):
    """The store as another process has it open, such as the site."""
    store = await open_store(f"sqlite:///{tmp_path}/bot.db", tmp_path / "secrets", lambda: NOW)
    yield store
    await store.close()


def test_the_switch_is_turned_and_turned_back_with_name_and_reason(there):
    said = there.prints("stop-answers", "--reason", "Falsche Auskunft", "--as", "Lena")
    assert "Der Bot ist still" in said
    assert "schon still" in there.refuses("stop-answers", "--reason", "noch einmal")
    assert "antwortet wieder" in there.prints("answer-again", "--as", "Ben")
    assert "nicht abgeschaltet" in there.refuses("answer-again")
    (stop,) = there.does(lambda store: store.stops())
    assert (stop.by, stop.reason, stop.ended_by) == ("Lena", "Falsche Auskunft", "Ben")


@pytest.mark.parametrize("reason", [" ", "x" * 201])
def test_no_stop_without_a_reason(there, reason):
    there.refuses("stop-answers", "--reason", reason, code=2)
    there.refuses("stop-answers", code=2)
    assert there.does(lambda store: store.stops()) == []


def test_where_there_is_no_database_none_is_made(machine):  # noqa: F811
    assert "keine Datenbank" in machine.refuses("answer-again")
    assert not machine.folder.exists()


async def test_a_stop_in_another_process_holds_for_the_next_message(bot, office):
    assert SENTENCE not in "".join(await bot("hallo"))
    await office.stop_answers(Stop(NOW, "Lena", "Falsche Auskunft"))
    assert (await bot("hallo"))[0].startswith(SENTENCE)
    assert "112" in (await bot("ich will nicht mehr leben"))[0]
    assert (await bot.assistant.overflow(an_incoming("hallo"))).parts[0].key == "answers-stopped"
    await office.answer_again("Ben", NOW)
    assert SENTENCE not in "".join(await bot("hallo"))


async def test_a_banner_of_another_process_comes_before_the_next_answer_once(bot, office):
    await bot("hallo")
    await office.put_up(Banner("Heute ist zu.", TODAY, TODAY, "Lena"), NOW)
    assert (await bot("hallo"))[0] == "*Hinweis vom Jobcenter:* Heute ist zu."
    assert "Heute ist zu." not in "".join(await bot("hallo"))
