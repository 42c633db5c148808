"""The bot is killed again and again under load, and nothing is lost."""

from __future__ import annotations

from tests.whole.kill_trial import trial

KILLS = 25
SEED = 20261122


async def test_kill_nine_loses_and_doubles_nothing_that_matters(tmp_path, env):
    """The same script takes any number: ``python -m tests.whole.kill_trial 200``."""
    report = await trial(KILLS, SEED, env)
    assert report.confirmed > KILLS
    assert report.lost == 0, report
    assert report.unanswered == 0, report
    assert report.tickets == report.wishes > 0, report
    assert report.unreminded == 0 < report.reminders, report
    assert report.doubled <= report.kills, report
