"""What monitoring reads of the bot: when it is told that something is wrong, and that nobody is named."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.config import read_settings
from bot.errors import ConfigError, NotStored
from bot.health import DISK_LIMIT, PlaceTaken, Pulse, Signs, served
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW, a_chat, a_received, a_say, a_turn, an_incoming

WELL = Signs(12.0, None, None, "current", 10 * DISK_LIMIT)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = await open_store(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "secrets", lambda: NOW)
    yield store
    await store.close()


def a_pulse(store, folder: Path, later: timedelta = timedelta(0), **fields) -> Pulse:
    """Of a bot on Telegram, some time after NOW."""
    fields = {"channel": "telegram", "content": lambda: "current", "fetch_age": lambda: 12.0} | fields
    return Pulse(store, lambda: NOW + later, folder=folder, **fields)


async def read(pulse: Pulse, path: str) -> tuple[int, str, str]:
    """Status, media type and text of what is served there."""
    async with (
        served(pulse, "127.0.0.1", 0) as place,
        aiohttp.ClientSession() as browser,
        browser.get(f"http://{place}{path}") as answer,
    ):
        return answer.status, answer.content_type, await answer.text()


async def healthz(pulse: Pulse) -> tuple[int, dict[str, object]]:
    status, media_type, text = await read(pulse, "/healthz")
    assert media_type == "application/json"
    return status, json.loads(text)


async def metrics(pulse: Pulse) -> dict[str, float]:
    _, _, text = await read(pulse, "/metrics")
    families = text_string_to_metric_families(text)
    return {sample.name: sample.value for family in families for sample in family.samples}


@pytest.mark.parametrize(
    ("signs", "problems"),
    [
        (WELL, []),
        (Signs(119.0, 119.0, 599.0, "last good", DISK_LIMIT), []),
        (Signs(121.0, None, None, "current", 10 * DISK_LIMIT), ["fetch"]),
        (Signs(None, None, None, "preparing", 10 * DISK_LIMIT), ["starting", "fetch"]),
        (Signs(12.0, 121.0, 601.0, "current", DISK_LIMIT - 1), ["unhandled", "unsent", "disk"]),
    ],
)
def test_what_is_wrong(store, tmp_path, signs, problems):
    assert a_pulse(store, tmp_path).problems(signs) == problems


async def test_without_telegram_nothing_needs_to_be_fetched(store, tmp_path):
    pulse = a_pulse(store, tmp_path, channel="", fetch_age=lambda: None)
    assert (await healthz(pulse))[0] == 200


async def test_how_old_is_what_waits(store, tmp_path):
    await store.receive(a_received(event_id="1"))
    await store.save_turn(an_incoming(event_id="2"), a_turn(a_say()), NOW)
    status, said = await healthz(a_pulse(store, tmp_path, timedelta(minutes=11)))
    assert (status, said["healthy"], said["problems"]) == (503, False, ["unhandled", "unsent"])
    assert (said["fetch_age"], said["unhandled_age"], said["unsent_age"]) == (12.0, 660.0, 660.0)
    assert said["content"] == "current"
    assert said["disk_free"] > 0


async def test_a_clock_that_was_set_back_makes_nothing_younger_than_new(store, tmp_path):
    await store.receive(a_received())
    _, said = await healthz(a_pulse(store, tmp_path, timedelta(hours=-1)))
    assert said["unhandled_age"] == 0


async def test_a_database_that_does_not_answer_is_told(tmp_path):
    async def refuse():
        raise NotStored("disk I/O error")

    pulse = a_pulse(SimpleNamespace(unheard_since=refuse), tmp_path)
    assert await healthz(pulse) == (503, {"healthy": False, "problems": ["database"]})
    assert (await metrics(pulse))["jobcenter_healthy"] == 0


async def test_the_same_for_prometheus(store, tmp_path):
    found = await metrics(a_pulse(store, tmp_path, content=lambda: "last good"))
    ours = {name: value for name, value in found.items() if name.startswith("jobcenter_")}
    assert ours.pop("jobcenter_disk_free_bytes") > 0
    assert ours == {
        "jobcenter_healthy": 1,
        "jobcenter_fetch_age_seconds": 12,
        "jobcenter_unhandled_age_seconds": 0,
        "jobcenter_unsent_age_seconds": 0,
        "jobcenter_content_current": 0,
    }
    assert found["process_resident_memory_bytes"] > 0


async def test_no_figure_is_about_a_person(store, tmp_path):
    """A label with a chat or a name would make a file about people of every monitoring."""
    await store.receive(a_received(chat=a_chat("4711")))
    for path in ("/healthz", "/metrics"):
        _, _, text = await read(a_pulse(store, tmp_path), path)
        assert "4711" not in text
        assert "{" not in text.replace('{"healthy"', "")


async def test_there_is_nothing_else_and_nothing_to_change(store, tmp_path):
    async with served(a_pulse(store, tmp_path), "127.0.0.1", 0) as place, aiohttp.ClientSession() as browser:
        async with browser.get(f"http://{place}/") as answer:
            assert answer.status == 404
        async with browser.post(f"http://{place}/healthz") as answer:
            assert answer.status == 405


async def test_a_taken_port_is_named_with_a_remedy(store, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PlaceTaken, match=f"Unter 127.0.0.1:{port} .* BOT_HEALTH__LISTEN"):
            async with served(a_pulse(store, tmp_path), "127.0.0.1", port):
                pass


@pytest.mark.parametrize(("listen", "place"), [("off", None), ("[::1]:9000", ("::1", 9000))])
def test_where_it_is_served(monkeypatch, listen, place):
    monkeypatch.setenv("BOT_HEALTH__LISTEN", listen)
    assert read_settings().health.place == place


def test_a_place_that_is_none_is_refused_at_start(monkeypatch):
    monkeypatch.setenv("BOT_HEALTH__LISTEN", "8081")
    with pytest.raises(ConfigError, match=r"health: listen braucht die Form 127\.0\.0\.1:8081"):
        read_settings()


async def test_other_processes_learn_when_telegram_last_answered(store, tmp_path):
    telling = asyncio.create_task(a_pulse(store, tmp_path).tell())
    while await store.fetched() is None:
        pass
    telling.cancel()
    assert await store.fetched() == NOW - timedelta(seconds=12)


async def test_a_bot_without_telegram_tells_that_nobody_is_to_fetch(store, tmp_path):
    """Else an installation that had a token once would be told as silent for ever."""
    await store.mark_fetched(NOW)
    telling = asyncio.create_task(a_pulse(store, tmp_path, channel="", fetch_age=lambda: None).tell())
    while await store.fetched() is not None:
        pass
    telling.cancel()


async def test_a_bot_that_has_not_reached_telegram_yet_leaves_what_was_told(store, tmp_path):
    asked = asyncio.Event()

    def never():
        asked.set()

    await store.mark_fetched(NOW)
    telling = asyncio.create_task(a_pulse(store, tmp_path, fetch_age=never).tell())
    await asked.wait()
    assert await store.fetched() == NOW
    telling.cancel()
