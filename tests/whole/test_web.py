"""The site as a process of its own: beside the bot, or by itself."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.content.faq_folder import a_faq
from tests.whole import bot_process


@pytest.fixture
def address():
    """A free one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def env(tmp_path, address):
    """With a small knowledge base: nothing here is asked of it."""
    faq = a_faq(tmp_path)
    return bot_process.environment(
        tmp_path,
        BOT_CACHE__FOLDER=str(tmp_path / "cache"),
        BOT_FAQ__FOLDER=str(faq),
        BOT_WEB__LISTEN=address,
    )


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(30)) as session:
        yield session


async def door(browser: aiohttp.ClientSession, address: str) -> str:
    async with browser.get(f"http://{address}/anliegen/") as answer:
        assert answer.status == 200
        return await answer.text()


def child_of(bot: bot_process.BotProcess) -> int:
    pid = bot.process.pid
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return int(children.read().split()[0])


async def test_the_bot_brings_the_site_along_and_starts_it_again(env, address, browser):
    async with bot_process.running(env=env) as bot:
        await bot.says(f"Posteingang:   http://{address}")
        await bot.says("Noch hat niemand ein Konto")
        assert "Anmelden" in await door(browser, address)
        os.kill(child_of(bot), signal.SIGKILL)
        await bot.says("web process ended")
        async with asyncio.timeout(bot_process.PATIENCE):
            while bot.text.count("Posteingang:") < 2:
                bot.grown.clear()
                await bot.grown.wait()
        assert "Anmelden" in await door(browser, address)
        assert await bot.stop() == 0
    assert "Traceback" not in bot.text
    with pytest.raises(aiohttp.ClientConnectionError):
        await door(browser, address)


async def test_the_site_ends_also_when_the_bot_is_killed(env, address, browser):
    async with bot_process.running(env=env) as bot:
        await bot.says("Posteingang:")
        assert "Anmelden" in await door(browser, address)
        await bot.kill()  # returns when nobody holds the output any more: the child neither
    with pytest.raises(aiohttp.ClientConnectionError):
        await door(browser, address)


async def test_a_taken_port_is_named_and_the_bot_goes_on(env, address):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(address.split(":")[1])))
        taken.listen()
        async with bot_process.running(env=env) as bot:
            await bot.says(f"Unter {address} kann der Posteingang nicht lauschen")
            assert bot.process.returncode is None
            assert await bot.stop() == 0
    assert "Traceback" not in bot.text


async def test_by_itself_the_site_needs_the_bots_database(env):
    status, said = await bot_process.command("web", env=env)
    assert (status, "Hier gibt es keine Datenbank" in said) == (1, True)


async def test_an_account_is_made_on_the_command_line_and_opens_the_site(env, address, browser):
    async with bot_process.running("run", "--without-web", env=env) as bot:
        await bot.says("Nachrichten:")
        async with bot_process.running("web", env=env) as site:
            await site.says(f"Posteingang:   http://{address}")
            status, said = await bot_process.command(
                "staff", "add", "Kaya", "--role", "caseworker", "--office", "Borken", env=env
            )
            assert status == 0, said
            link = re.search(r"http://\S+", said).group(0)
            async with browser.get(link) as answer:
                assert "Willkommen, Kaya" in await answer.text()
            assert await site.stop() == 0
        assert "Posteingang" not in bot.text
        assert await bot.stop() == 0
    status, said = await bot_process.command("audit", "verify", env=env)
    assert (status, "unverändert" in said) == (0, True)
