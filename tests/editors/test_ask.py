"""``faq ask``: what scripts and editors get for a message."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.editors.cli import faq_app

ROOT = Path(__file__).parent.parent.parent
FIELDS = {"text", "language", "band", "command", "entry", "also", "confidence", "candidates", "ms"}


@pytest.fixture
def ask(cache, real_finder):
    """What was learnt for the finder is there."""
    app = faq_app(lambda: ROOT / "faq", lambda: date(2026, 11, 23), lambda: cache)
    return lambda *arguments, lines="": CliRunner().invoke(app, ["ask", *arguments], input=lines)


def test_one_question_as_an_object(ask):
    result = ask("hab mein termin verpennt was jetz", "--json")
    found = json.loads(result.stdout)
    assert set(found) == FIELDS
    assert (found["band"], found["entry"]) == ("answer", "termin-verpasst")
    assert len(found["candidates"]) >= 3
    assert 0 <= found["confidence"] <= 1


def test_danger_is_a_band_and_no_entry(ask):
    found = json.loads(ask("ich will nicht mehr leben", "--json").stdout)
    assert (found["band"], found["entry"]) == ("safety", None)
    assert len(found["candidates"]) >= 3


def test_many_questions_one_result_a_line_in_order(ask):
    lines = "\n".join(
        [
            '{"text": "hallo"}',
            "",
            '{"text": "wie hoch ist der eiffelturm", "language": "de"}',
            "kein json",
            '{"text": ""}',
        ]
    )
    result = ask("--batch", "--json", lines=lines)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one.get("text") for one in found] == ["hallo", "wie hoch ist der eiffelturm", None, ""]
    assert "error" in found[2]
    assert "Zeile 4" in result.stderr


def test_people_read_words_and_not_bands(ask):
    result = ask("was ist eine maßnahme")
    assert "Der Bot antwortet mit massnahme-was-ist-das (" in result.stdout


@pytest.mark.parametrize("arguments", [(), ("frage", "--batch")])
def test_wrong_use_says_what_is_expected(ask, arguments):
    result = ask(*arguments)
    assert result.exit_code == 2
    assert "SATZ" in result.stderr
