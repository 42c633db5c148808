"""A bot on a fake Telegram, each with a folder of its own and a shared cache of the matcher."""

from __future__ import annotations

import pytest

from tests.fake_telegram import FakeTelegram
from tests.whole import bot_process

pytestmark = pytest.mark.slow


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/whole/" in str(item.path):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def env(tmp_path, cache):
    return bot_process.environment(tmp_path, BOT_CACHE__FOLDER=str(cache))


@pytest.fixture
async def telegram():
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
def telegram_env(env, telegram):
    return {**env, "BOT_TELEGRAM__API_URL": telegram.url, "BOT_TELEGRAM__TOKEN": telegram.token}


@pytest.fixture
async def bot(telegram, telegram_env):
    """A bot that polls."""
    async with bot_process.running(env=telegram_env) as process:
        await telegram.wait_until(
            lambda: telegram.is_polled or process.process.returncode is not None, timeout=bot_process.PATIENCE
        )
        assert process.process.returncode is None, process.text
        yield process
