"""What was found, for people as lines and for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.core.knowledge import KnowledgeBase, Problem

LEVELS = {"error": ("Fehler", "Fehler"), "warning": ("Warnung", "Warnungen"), "note": ("Hinweis", "Hinweise")}
"""Level -> one of them, several of them."""
FIRST_NOTES = 3
"""Of one rule, where not all are wanted: what is shipped unsigned alone makes 166."""


def as_lines(
    kb: KnowledgeBase, problems: Sequence[Problem], with_notes: bool = False, all_notes: bool = True
) -> str:
    """A line for each problem, and one that counts them; without *all_notes* only a few of each rule."""
    notes = [problem for problem in problems if problem.level == "note"]
    others = [problem for problem in problems if problem.level != "note"]
    listed = map(str, notes) if all_notes else _by_rule(notes)
    return "\n".join([*map(str, others), *listed, _summary(kb, problems, with_notes)])


def _by_rule(notes: Sequence[Problem]) -> Iterator[str]:
    for rule in dict.fromkeys(note.rule for note in notes):
        found = [note for note in notes if note.rule == rule]
        yield f"{_counted(len(found), *LEVELS['note'])} [{rule}]"
        yield from (f"  {note}" for note in found[:FIRST_NOTES])
        if len(found) > FIRST_NOTES:
            yield f"  ... und {len(found) - FIRST_NOTES} weitere. Alle zeigt: faq check --all-notes"


def as_json(kb: KnowledgeBase, problems: Sequence[Problem], with_notes: bool = False) -> str:
    """An object; ``notes`` is null where nobody asked for notes."""
    report: dict[str, Any] = {
        "errors": count(problems, "error"),
        "warnings": count(problems, "warning"),
        "notes": count(problems, "note") if with_notes else None,
        "entries": len(kb.entries),
        "phrasings": _phrasings(kb),
        "problems": [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "level": problem.level,
                "rule": problem.rule,
                "text": problem.text,
            }
            for problem in problems
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def count(problems: Iterable[Problem], level: str) -> int:
    return sum(problem.level == level for problem in problems)


def _summary(kb: KnowledgeBase, problems: Sequence[Problem], with_notes: bool) -> str:
    if not problems:
        entries = _counted(len(kb.entries), "Eintrag", "Einträge")
        phrasings = _counted(_phrasings(kb), "Formulierung", "Formulierungen")
        return f"Alles in Ordnung: {entries}, {phrasings}."
    shown = ["error", "warning", *(["note"] if with_notes else [])]
    return ", ".join(_counted(count(problems, level), *LEVELS[level]) for level in shown)


def _phrasings(kb: KnowledgeBase) -> int:
    return sum(len(texts) for by_entry in kb.phrasings.values() for texts in by_entry.values())


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,}".replace(",", ".") + f" {one if number == 1 else many}"
