"""What ``faq diff`` found, for programs. A list of a field is an array, every other value a string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.matching import Band, Found
from bot.editors.asked_again import AskedAgain
from bot.editors.changes import Change, FieldChange
from bot.editors.effects import SUGGESTED, Effect, changes


def as_object(version: str, found: Sequence[Change], again: AskedAgain | None) -> dict[str, Any]:
    """``questions`` is null where none were asked; of a question from the chat nobody knows what is right."""
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
    samples, recent = changes(again.samples), [one for one in again.recent if one.is_change]
    return {
        "samples": len(again.samples),
        "recent": len(again.recent),
        "different": [
            *({**_effect(one), "right": one.right, "gain": one.gain} for one in samples),
            *({**_effect(one), "right": None, "gain": None} for one in recent),
        ],
    }


def _effect(one: Effect) -> dict[str, Any]:
    return {"text": one.after.text, "before": _found(one.before), "now": _found(one.after)}


def _found(found: Found) -> dict[str, Any]:
    offered = found.candidates[:SUGGESTED] if found.band is Band.SUGGEST else ()
    return {
        "band": found.band.value,
        "entry": found.entry,
        "also": found.also,
        "offered": [candidate.entry for candidate in offered],
        "command": found.command,
        "confidence": round(found.confidence, 4),
    }
