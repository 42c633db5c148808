"""Changed answers in the running bot: live within seconds, broken files refused, answers withdrawn."""

from __future__ import annotations

import shutil
import time

import pytest

from tests.whole import bot_process

SOON = 2.0
"""Seconds in which a change is to be live; what is measured is the time until the operator is told."""
ASKED = "hab mein termin verpennt was jetz"


@pytest.fixture
def faq(tmp_path):
    folder = tmp_path / "faq"
    shutil.copytree(bot_process.ROOT / "faq", folder)
    return folder


async def test_an_editor_changes_breaks_withdraws_and_the_citizen_sees_it(telegram, telegram_env, faq):
    bot = await bot_process.start("run", env=telegram_env)
    ina = telegram.citizen("Ina")
    try:
        before = await ina.ask(ASKED, timeout=bot_process.PATIENCE)
        assert before.text.startswith("Gut, dass Sie sich melden.")
        entries = faq / "de" / "termine.yaml"
        text = entries.read_text()
        entries.write_text(text.replace("Gut, dass Sie sich melden.", "Schön, dass Sie sich melden.", 1))
        begun = time.monotonic()
        await bot.says("gelten jetzt")
        assert time.monotonic() - begun < bot_process.PATIENCE
        print(f"live after {time.monotonic() - begun:.1f} s, to be within {SOON} s")
        assert (await ina.ask(ASKED)).text.startswith("Schön, dass Sie sich melden.")

        entries.write_text(text.replace("  answer: |", "  antwort: |", 1))
        await bot.says("letzte gute Fassung")
        assert (await ina.ask(ASKED)).text.startswith("Schön, dass Sie sich melden.")

        status, said = await bot_process.command(
            "faq", "withdraw", "termin-verpasst", "--reason", "Satz falsch", "--by", "Kim", env=telegram_env
        )
        assert status == 0, said
        withdrawn = ""
        until = time.monotonic() + bot_process.PATIENCE
        while "Diese Auskunft prüfen wir gerade" not in withdrawn:
            assert time.monotonic() < until, withdrawn
            withdrawn = (await ina.ask(ASKED)).text
    finally:
        await bot.stop()
    assert "Traceback" not in bot.text
