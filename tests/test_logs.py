"""What reaches the log: no token, no exception's own words."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from bot import logs

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"


@pytest.fixture
def lines(capsys):
    """What was printed since; the logging of the test run is put back afterwards."""
    root = logging.getLogger()
    before = (root.handlers, root.level)
    yield lambda: capsys.readouterr().err
    root.handlers, root.level = before
    structlog.reset_defaults()


@pytest.mark.parametrize("form", ["console", "json"])
def test_no_token_is_printed_whoever_logs_it(lines, form):
    logs.set_up("debug", form)
    logging.getLogger("some.library").warning("POST https://api/bot%s/getMe", TOKEN)
    structlog.get_logger("ours").info("started", address=f"bot{TOKEN}")
    said = lines()
    assert said.count("<token>") == 2
    assert TOKEN not in said


@pytest.mark.parametrize("form", ["console", "json"])
def test_of_an_exception_only_its_class_is_printed(lines, form):
    logs.set_up("debug", form)
    try:
        raise ValueError("ich heiße Maria")
    except ValueError:
        logging.getLogger("some.library").exception("went wrong")
        structlog.get_logger("ours").error("went wrong", exc_info=True)
    said = lines()
    assert said.count("ValueError") == 2
    assert "Maria" not in said
    assert "Traceback" not in said


def test_json_lines_are_json(lines):
    logs.set_up("info", "json")
    structlog.get_logger("ours").info("started", chats=3)
    assert json.loads(lines())["chats"] == 3


def test_chatty_libraries_stay_quiet_at_the_chattiest_level(lines):
    logs.set_up("debug", "console")
    for name in ("httpx", "aiosqlite", "telegram.ext.ExtBot", "telegram.request.BaseRequest"):
        logging.getLogger(name).debug("ich heiße Maria")
    assert lines() == ""
