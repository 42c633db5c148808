"""Starting and stopping, as an operator sees it."""

from __future__ import annotations

import shutil

import pytest

from tests.whole import bot_process


async def test_without_a_token_it_says_how_to_go_on_and_waits(env):
    async with bot_process.running(env=env) as bot:
        await bot.says("Nachrichten:")
        assert bot.text.startswith("Jobcenter-Bot 0.1  (Probebetrieb)\nTelegram:      nicht verbunden.")
        assert await bot.stop() == 0
        assert "Traceback" not in bot.text


async def test_a_second_start_on_the_same_database_names_the_first(env):
    async with bot_process.running(env=env) as bot:
        await bot.says("Nachrichten:")
        status, said = await bot_process.command("run", env=env)
        assert status == 3
        assert f"läuft schon (Prozess {bot.process.pid})" in said


async def test_a_database_without_its_keys_is_not_touched(env, tmp_path):
    async with bot_process.running(env=env) as bot:
        await bot.says("Nachrichten:")
        await bot.stop()
    shutil.rmtree(tmp_path / "secrets")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    status, said = await bot_process.command("run", env=env)
    assert status == 1
    assert str(tmp_path / "secrets") in said
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert {name: content for name, content in after.items() if ".lock" not in name} == {
        name: content for name, content in before.items() if ".lock" not in name
    }
    assert not (tmp_path / "secrets").exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BOT_TELEGRAM__TOKN", "x", "Meinten Sie telegram.token"),
        ("BOT_NONSENS", "x", "Unbekannte Einstellung BOT_NONSENS"),
        ("BOT_MODE", "probe", "mode: erlaubt ist nur"),
        ("BOT_DATABASE__URL", "mysql://x", "sqlite:///"),
        ("BOT_FAQ__FOLDER", "/nirgendwo", "nirgendwo"),
    ],
)
async def test_a_wrong_setting_is_named_with_its_remedy(env, name, value, words):
    status, said = await bot_process.command("run", env={**env, name: value})
    assert status in (1, 2)
    assert words in said
    assert "Traceback" not in said


async def test_real_operation_does_not_start_while_something_is_missing(env):
    status, said = await bot_process.command("run", env={**env, "BOT_MODE": "live"})
    assert status == 1
    for missing in (
        "privacy.controller",
        "privacy.contact",
        "assessment_reference",
        "safety.yaml",
        "offices.yaml",
    ):
        assert missing in said


async def test_check_says_what_real_operation_lacks(env):
    status, said = await bot_process.command("check", env=env)
    assert (status, said.splitlines()[-1]) == (0, "Alles in Ordnung.")
    status, said = await bot_process.command("check", "--live", env=env)
    assert status == 1
    assert "privacy.controller" in said


async def test_a_broken_knowledge_base_is_named_with_file_line_and_column(env, tmp_path):
    faq = tmp_path / "faq"
    shutil.copytree(env["BOT_FAQ__FOLDER"], faq)
    file = faq / "de" / "termine.yaml"
    file.write_text(file.read_text().replace("  answer:", "  anwser:", 1))
    status, said = await bot_process.command("run", env={**env, "BOT_FAQ__FOLDER": str(faq)})
    assert status == 1
    assert "termine.yaml:" in said
    assert "Meinten Sie" in said
    assert "Traceback" not in said
