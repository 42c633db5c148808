"""The running bot tells staff by mail."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.storage.store import open_store
from tests.builders import a_ticket, a_turn, an_incoming, an_opening
from tests.caseworkers.mail_server import HOST, Post
from tests.caseworkers.mail_server import running as mail_server
from tests.whole import bot_process


def now() -> datetime:
    return datetime.now(UTC)


async def with_an_urgent_ticket(env) -> None:
    store = await open_store(env["BOT_DATABASE__URL"], Path(env["BOT_SECRETS__FOLDER"]), now)
    ticket = a_ticket(urgent=True, created_at=now(), due_at=now())
    await store.save_turn(an_incoming(), a_turn(orders=(an_opening(ticket),)), now())
    await store.close()


async def test_an_urgent_message_reaches_the_lead_where_no_office_has_an_address(env):
    await with_an_urgent_ticket(env)
    post = Post()
    async with mail_server(post):
        mail = {
            "BOT_MAIL__HOST": HOST,
            "BOT_MAIL__PORT": str(post.port),
            "BOT_MAIL__SECURITY": "none",
            "BOT_MAIL__SENDER": "chat@jobcenter.example",
            "BOT_MAIL__LEAD": "leitung@jobcenter.example",
        }
        async with bot_process.running(env={**env, **mail}) as bot:
            arrived = asyncio.create_task(post.arrived.wait())
            await asyncio.wait(
                {arrived, bot.reading}, timeout=bot_process.PATIENCE, return_when=asyncio.FIRST_COMPLETED
            )
            assert arrived.done(), bot.text
            assert await bot.stop() == 0
            assert "Traceback" not in bot.text
    assert post.received[0] == ("leitung@jobcenter.example", "Eilige Nachricht (Borken)")


async def test_a_mail_server_that_cannot_be_reached_does_not_stop_the_bot(env):
    await with_an_urgent_ticket(env)
    post = Post()
    async with mail_server(post):
        pass
    mail = {
        "BOT_MAIL__HOST": HOST,
        "BOT_MAIL__PORT": str(post.port),
        "BOT_MAIL__SENDER": "chat@jobcenter.example",
        "BOT_MAIL__LEAD": "leitung@jobcenter.example",
    }
    async with bot_process.running(env={**env, **mail}) as bot:
        await bot.says("mail not sent")
        assert "ConnectionRefusedError" in bot.text
        assert await bot.stop() == 0
