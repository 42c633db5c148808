"""Monitoring of the bot as a process: it becomes well, and a taken port does not stop it."""

from __future__ import annotations

import json
import socket

import aiohttp
import pytest

from tests.content.faq_folder import a_faq
from tests.whole import bot_process


@pytest.fixture
def listening():
    """A socket at a free address; closed, the address is the test's."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield free


@pytest.fixture
def env(tmp_path, telegram, listening):
    """With a small knowledge base: nothing here is asked of it."""
    return bot_process.environment(
        tmp_path,
        BOT_CACHE__FOLDER=str(tmp_path / "cache"),
        BOT_FAQ__FOLDER=str(a_faq(tmp_path)),
        BOT_HEALTH__LISTEN=f"127.0.0.1:{listening.getsockname()[1]}",
        BOT_TELEGRAM__API_URL=telegram.url,
        BOT_TELEGRAM__TOKEN=telegram.token,
    )


async def healthz(env) -> dict[str, object]:
    url = f"http://{env['BOT_HEALTH__LISTEN']}/healthz"
    async with aiohttp.ClientSession() as browser, browser.get(url) as answer:
        said = json.loads(await answer.text())
        assert answer.status == (200 if said["healthy"] else 503)
        return said


async def test_a_bot_that_polls_is_well(env, telegram, listening):
    listening.close()
    async with bot_process.running(env=env) as bot:
        await bot.says("verbunden als")
        said = await healthz(env)
        assert (said["problems"], said["content"]) == ([], "current")
        assert await bot.stop() == 0
    assert "Traceback" not in bot.text


async def test_a_taken_port_is_named_and_the_bot_goes_on(env, telegram, listening):
    listening.listen()
    async with bot_process.running(env=env) as bot:
        await bot.says(f"Unter {env['BOT_HEALTH__LISTEN']} geht es nicht")
        await bot.says("verbunden als")
        assert await bot.stop() == 0
    assert "Traceback" not in bot.text
