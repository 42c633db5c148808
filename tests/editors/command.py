"""The editors' commands as a test runs them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.editors.cli import faq_app

TODAY = date(2026, 6, 1)


def faq(folder: Path, *args: str, today: date = TODAY) -> Result:
    """``faq ARGS`` over *folder* on this day."""
    app = faq_app(lambda: folder, lambda: today, lambda: folder.parent / "cache")
    return CliRunner().invoke(app, list(args))
