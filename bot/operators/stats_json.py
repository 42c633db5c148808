"""Statistics for programs: what is hidden is null."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.core.statistics import Figures, Waiting
from bot.core.suppression import FEWEST, Table


def as_object(found: Figures) -> dict[str, Any]:
    return {
        "since": found.since,
        "until": found.until,
        "hidden_below": FEWEST,
        "questions": {
            "total": found.questions.total,
            **dict(zip(found.questions.columns, found.questions.column_sums, strict=True)),
            "weeks": _weeks(found.questions),
        },
        "helped": found.helped,
        "not_helped": found.not_helped,
        "wishes": {
            "total": found.wishes.total,
            "by_kind": dict(zip(found.wishes.columns, found.wishes.column_sums, strict=True)),
            "by_office": {
                office: count
                for office, (count,) in zip(found.offices.rows, found.offices.cells, strict=True)
            },
            "weeks": _weeks(found.wishes),
        },
        "waiting": {
            "untouched": found.untouched,
            "hours": _hours(found.waiting),
            "weeks": [
                {"week": week, "hours": _hours(one)}
                for week, one in zip(found.weeks, found.waiting_by_week, strict=True)
            ],
        },
        "topics": [{"entry": entry, "given": count} for entry, count in found.topics],
        "unanswered": [asdict(one) for one in found.unanswered],
    }


def _weeks(table: Table) -> list[dict[str, Any]]:
    return [
        {"week": week, "total": total, **dict(zip(table.columns, cells, strict=True))}
        for week, total, cells in zip(table.rows, table.row_sums, table.cells, strict=True)
    ]


def _hours(waiting: Waiting | None) -> dict[str, Any] | None:
    return None if waiting is None else asdict(waiting)
