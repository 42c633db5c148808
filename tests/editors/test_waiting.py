"""Whoever waits sees it, and no program is disturbed by it."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path
from subprocess import PIPE, run

import pytest

from bot.content.faq_files import read_faq
from bot.editors.waiting import LEARNING, each, learnt, waiting
from tests.content.faq_folder import a_faq
from tests.editors.command import TODAY

ROOT = Path(__file__).parents[2]
SCRIPT = """
from bot.editors.waiting import each, waiting
with waiting("Lernen"):
    pass
print([*each([1, 2], "Fragen")])
"""


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting("Lernen"):
        found = list(each([1, 2], "Fragen"))
    assert (found, capsys.readouterr()) == ([1, 2], ("", ""))


def test_without_a_terminal_one_line_says_that_learning_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a log, minutes of silence look like a program that hangs."""
    kb, cache = read_faq(a_faq(tmp_path)), tmp_path / "cache"
    learnt(kb, TODAY, cache)
    assert capsys.readouterr() == ("", f"{LEARNING}\n")
    learnt(kb, TODAY, cache)
    assert capsys.readouterr() == ("", ""), "what was learnt before is only read"


def test_at_a_terminal_what_takes_long_is_shown_beside_the_output() -> None:
    inside, outside = pty.openpty()
    try:
        env = {**os.environ, "TERM": "xterm"}
        done = run([sys.executable, "-c", SCRIPT], env=env, cwd=ROOT, stdout=PIPE, stderr=outside, check=True)
        seen = os.read(inside, 65536).decode()
    finally:
        os.close(inside)
        os.close(outside)
    assert done.stdout == b"[1, 2]\n"
    assert "Lernen" in seen
    assert "Fragen" in seen
