"""The terminal as a newcomer meets it: a real pseudo-terminal, two of them at once."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time

import pytest

from tests.whole import bot_process
from tests.whole.test_appointment import a_working_day_after
from tests.whole.test_telegram import CODE


@pytest.fixture
def faq():
    """The whole knowledge base: what is typed here is to be understood."""
    return bot_process.ROOT / "faq"


class Typist:
    """Somebody in front of a terminal."""

    def __init__(self, env, *arguments) -> None:
        self.inside, outside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=bot_process.ROOT,
            env=env,
            stdin=outside,
            stdout=outside,
            stderr=outside,
            start_new_session=True,
        )
        os.close(outside)
        self.seen = ""
        self.mark = 0

    def types(self, line: str) -> None:
        self.mark = len(self.seen)
        os.write(self.inside, f"{line}\n".encode())

    def sees(self, words: str) -> str:
        """What stands there since the last typed line, as soon as *words* are in it."""
        until = time.monotonic() + bot_process.PATIENCE
        while words not in self.seen[self.mark :]:
            assert time.monotonic() < until, self.seen
            ready, _, _ = select.select([self.inside], [], [], 1)
            if ready:
                self.seen += os.read(self.inside, 65536).decode(errors="replace")
        return self.seen[self.mark :]

    def ends(self) -> int:
        """Ctrl-D; the exit code."""
        os.write(self.inside, b"\x04")
        try:
            return self.process.wait(bot_process.PATIENCE)
        finally:
            self.process.kill()
            os.close(self.inside)


async def test_a_newcomer_asks_leaves_a_wish_and_is_told(env):
    citizen = Typist(env, "run")
    citizen.sees("kein Mensch")
    citizen.types("hab mein termin verpennt was jetz")
    citizen.sees("Gut, dass Sie sich melden")
    citizen.types("ruf mich an")
    citizen.sees("Worum geht es?")
    for line, answer in (
        ("5", "welchem Ort"),
        ("bochold", "löscht beides"),
        ("0171 3920017", "Wie heißen Sie"),
        ("Maria Muster", "Wann passt"),
        ("vormittags", "Alles richtig"),
    ):
        citizen.types(line)
        citizen.sees(answer)
    citizen.types("absenden")
    code = CODE.search(citizen.sees("Gespeichert:") + citizen.sees("Nachricht zurückziehen"))
    assert code, citizen.seen
    assert "Maria" not in re.split("Gespeichert:", citizen.seen)[1]

    citizen.mark = len(citizen.seen)
    status, said = await bot_process.command("inbox", "take", code[0], "--as", "Kim", env=env)
    assert status == 0, said
    citizen.sees("gelesen")
    status, said = await bot_process.command("inbox", "close", code[0], "erreicht", "--as", "Kim", env=env)
    assert status == 0, said
    citizen.sees("ist erledigt. Alles Gute!")
    assert citizen.ends() == 0
    assert "Traceback" not in citizen.seen


def test_the_model_conversation_about_a_sick_child(env):
    day = a_working_day_after(9)
    citizen = Typist(env, "try")
    citizen.sees("kein Mensch")
    for line, answer in (
        (f"kind krank hab am {day.day}.{day.month}. um viertel nach 8 termin kann nicht", "Grund: Kind"),
        ("Nachricht weitergeben", "In welchem Ort wohnen Sie?"),
        ("Bocholt", "löscht beides"),
        ("0171 3920017", "Wie heißen Sie"),
        ("Maria Muster", "Wann passt ein neuer Termin?"),
        ("vormittags", "Alles richtig?"),
        ("absenden", "Heben Sie den Zettel vom Kinderarzt auf."),
        ("bin ganz allein und will nicht mehr leben", "Hier liest niemand mit."),
        ("Weitermachen", "Was kann ich für Sie tun?"),
    ):
        citizen.types(line)
        seen = citizen.sees(answer)
        if answer == "Grund: Kind":
            assert f"{day.day}.{day.month}., 8:15 Uhr" in seen
    assert citizen.ends() == 0


def test_ctrl_c_ends_without_a_traceback(env):
    citizen = Typist(env, "try")
    citizen.sees("kein Mensch")
    citizen.process.send_signal(2)
    assert citizen.process.wait(bot_process.PATIENCE) == 0
    os.close(citizen.inside)
    assert "Traceback" not in citizen.seen
