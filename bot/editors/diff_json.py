"""What ``faq diff`` found, for programs. A list of a field is an array, every other value a string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.matching import Band, Found
from bot.editors.asked_again import OFFERED, AskedAgain, Difference
from bot.editors.changes import Change, FieldChange


def as_object(version: str, found: Sequence[Change], again: AskedAgain | None) -> dict[str, Any]:
    """``questions`` is null where none were asked."""
    return {"against": version, "changes": [*map(_change, found)], "questions": _asked(again)}


def _change(change: Change) -> dict[str, Any]:
    return {
        "group": change.key.group,
        "id": change.key.id,
        "valid_from": change.key.since or None,
        "kind": change.kind,
        "fields": [*map(_field, change.fields)],
    }


def _field(one: FieldChange) -> dict[str, Any]:
    lists = isinstance(one.before, tuple) or isinstance(one.now, tuple)
    moved = {"added": one.new, "removed": one.gone} if lists else {}
    return {"field": one.field, "before": one.before or None, "now": one.now or None, **moved}


def _asked(again: AskedAgain | None) -> dict[str, Any] | None:
    if again is None:
        return None
    recent = sum(one.is_recent for one in again.asked)
    return {
        "samples": len(again.asked) - recent,
        "recent": recent,
        "different": [*map(_difference, again.different)],
    }


def _difference(one: Difference) -> dict[str, Any]:
    gains = {True: "better", False: "worse"}
    return {
        "text": one.question.text,
        "source": "recent" if one.question.is_recent else "samples",
        "right": one.question.right,
        "judgement": gains[one.gain > 0] if one.gain else None,
        "before": _found(one.before),
        "now": _found(one.now),
    }


def _found(found: Found) -> dict[str, Any]:
    offered = found.candidates[:OFFERED] if found.band is Band.SUGGEST else ()
    return {
        "band": found.band.value,
        "entry": found.entry,
        "offered": [candidate.entry for candidate in offered],
        "command": found.command,
        "confidence": round(found.confidence, 4),
    }
