"""The program on a clock by which it is daytime: what offices do at night is told in the morning.

``python -m tests.whole.by_day ...`` is ``python -m bot ...`` with the clock as many seconds ahead as
BY_DAY says. Tests that wait for news of an office would else fail at night and on Sundays.
"""

from __future__ import annotations

import os
import runpy
from datetime import UTC, datetime, timedelta

import time_machine

BY_DAY = "BY_DAY"
WHILE = timedelta(hours=1)
"""For so long it has to stay day."""


def ahead() -> float:
    """Seconds from now to a time at which it is day and stays so for a while."""
    from bot.core.calendar import after_quiet, is_quiet

    now = datetime.now(UTC)
    is_day = not is_quiet(now) and not is_quiet(now + WHILE)
    return 0.0 if is_day else (after_quiet(now + WHILE) - now).total_seconds()


if __name__ == "__main__":
    shift = timedelta(seconds=float(os.environ[BY_DAY]))
    with time_machine.travel(datetime.now(UTC) + shift, tick=True):
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
