"""A bot on a fake Telegram, each with a folder of its own; they share what the matcher learnt.

Its knowledge base is the real one, thinned, for it starts some seventy times. How well the whole one is
understood is tested in tests/core/matching, and in the model conversations.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.faq_files import read_faq
from bot.content.matcher import finder_of
from tests.conftest import one_at_a_time
from tests.fake_telegram import FakeTelegram
from tests.whole import bot_process
from tests.whole.thin_faq import thin_faq

pytestmark = pytest.mark.slow


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/whole/" in str(item.path):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def thinned(tmp_path_factory, cache):
    folder = thin_faq(bot_process.ROOT / "faq", tmp_path_factory.mktemp("thin") / "faq")
    with one_at_a_time(cache):
        finder_of(read_faq(folder), date.today(), cache)  # else the first start takes as long as learning
    return folder


@pytest.fixture
def faq(thinned):
    """The knowledge base of the bot; a module may have another."""
    return thinned


@pytest.fixture
def env(tmp_path, cache, faq):
    return bot_process.environment(tmp_path, BOT_CACHE__FOLDER=str(cache), BOT_FAQ__FOLDER=str(faq))


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
