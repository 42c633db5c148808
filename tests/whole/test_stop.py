"""The kill switch, as it is used: the bot runs, somebody at the server turns it off and on again."""

from __future__ import annotations

from tests.content.faq_folder import a_faq
from tests.whole import bot_process
from tests.whole.test_terminal import Typist

SENTENCE = "Dieser Chat ist gerade abgeschaltet"


async def does(*arguments: str, env) -> None:
    status, said = await bot_process.command(*arguments, env=env)
    assert status == 0, said


async def test_the_running_bot_is_silent_at_once_and_says_so_at_its_next_start(tmp_path):
    env = bot_process.environment(
        tmp_path, BOT_CACHE__FOLDER=str(tmp_path / "cache"), BOT_FAQ__FOLDER=str(a_faq(tmp_path))
    )
    citizen = Typist(env, "run", "--without-web")
    citizen.sees("kein Mensch")
    await does("stop-answers", "--reason", "Probe", "--as", "Lena", env=env)
    citizen.types("hallo")
    citizen.sees(SENTENCE)
    citizen.types("ich will nicht mehr leben")
    citizen.sees("112")
    assert citizen.ends() == 0
    again = Typist(env, "run", "--without-web")
    again.sees("von Lena: Probe")
    await does("answer-again", "--as", "Lena", env=env)
    again.types("hallo")
    again.sees("Guten Tag!")
    assert again.ends() == 0
    assert "Traceback" not in citizen.seen + again.seen
