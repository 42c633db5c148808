"""The figures of ``faq samples`` for programs. Shares are from 0 to 1, null where nothing was counted."""

from __future__ import annotations

from typing import Any

from bot.core.knowledge import KnowledgeBase
from bot.editors.asked import Asked, Nearest
from bot.editors.judged import Figures, by_topic, confusions, misses, out_of_scope
from bot.editors.per_entry import EntryFigures, by_entry, gaps


def as_object(asked: Asked, kb: KnowledgeBase) -> dict[str, Any]:
    """All of it; precision only if everything was asked, for others land there too."""
    judged, outside = asked.judged, asked.outside
    entries = by_entry(judged, outside, kb)
    return {
        "asked": asked.what.value,
        "all": _counts(Figures.of(judged)),
        "topics": {topic: _counts(figures) for topic, figures in by_topic(judged, kb).items()},
        "entries": {one.entry: _of_entry(one, asked.whole) for one in entries if asked.whole or one.samples},
        "out_of_scope": out_of_scope(outside, kb),
        "confused": [
            {
                "right": one.right,
                "taken_for": one.taken_for,
                "times": one.times,
                "example": one.example,
                **_nearest(one.example, one.taken_for, asked.nearest),
            }
            for one in confusions(judged)
        ],
        "add_phrasings": [gap.figures.entry for gap in gaps(judged, entries)],
        "misses": misses(judged),
    }


def _counts(figures: Figures) -> dict[str, int]:
    return {
        "samples": figures.samples,
        "first": figures.first,
        "among_three": figures.among,
        "answered": figures.answered,
        "answered_rightly": figures.right,
        "safety": figures.safety,
    }


def _of_entry(one: EntryFigures, whole: bool) -> dict[str, Any]:
    return {
        "samples": one.samples,
        "first": one.first,
        "recall": _rounded(one.recall),
        "taken": one.taken if whole else None,
        "precision": _rounded(one.precision) if whole else None,
    }


def _nearest(text: str, entry: str, nearest: Nearest) -> dict[str, Any]:
    phrasing, likeness = nearest(text, entry)
    return {"phrasing": phrasing, "likeness": round(likeness, 4)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
