"""Which mails to the editors are due because an answer is said to be wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from bot.core.alerts import Alert, AlertKind, Counts
from bot.core.calendar import local
from bot.core.questions import InVain, voices

ENOUGH = 2
"""People who say so on one day: one alone may be angry at a right answer."""
LOOK_BACK = timedelta(days=2)
"""What was reported shortly before midnight is still told after it."""
_NO_TICKETS = Counts(0, 0, 0, None)


def due_reports(reports: Iterable[InVain], editors: str, sent: Collection[str]) -> tuple[Alert, ...]:
    """A mail for each answer and day (in Borken), once; *editors* is an address or empty."""
    by_day: dict[tuple[date, str], list[InVain]] = {}
    for report in reports:
        if editors and not report.dismissed:
            by_day.setdefault((local(report.at).date(), report.entry), []).append(report)
    return tuple(
        Alert(AlertKind.REPORTED, editors, "", "", (key,), _NO_TICKETS, entry=entry, reports=people)
        for (day, entry), same in by_day.items()
        if (people := voices(same)) >= ENOUGH and (key := f"reported:{entry}:{day}") not in sent
    )
