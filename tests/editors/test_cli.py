"""The editors' command line: what it prints and how it ends. ``check`` has tests of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.editors.cli import faq_app
from tests.content.faq_folder import a_faq

TODAY = date(2026, 6, 1)


def faq(folder: Path, *args: str, today: date = TODAY) -> Result:
    return CliRunner().invoke(
        faq_app(lambda: folder, lambda: today, lambda: folder.parent / "cache"), list(args)
    )


def last_line(result: Result) -> str:
    return result.stdout.rstrip("\n").split("\n")[-1]


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--faq", "/gibt/es/nicht"),
        ("chek",),
        ("check", "--jsn"),
        ("show",),
        ("show", "termin-verpast"),
    ],
)
def test_wrong_use_ends_with_2(tmp_path: Path, args: tuple[str, ...]) -> None:
    result = faq(a_faq(tmp_path), *args)
    assert result.exit_code == 2
    assert result.stderr
