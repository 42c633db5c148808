"""``faq ask``: what the bot would make of a message, for people and for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Finder, Found
from bot.core.matching.finder import KnowledgeFinder
from bot.editors.decisions import decision, why
from bot.editors.effects import SUGGESTED
from bot.editors.out_of_service import ASKED_FOR, OFFERED, notices


def as_object(finder: Finder, text: str, language: str = "") -> dict[str, Any]:
    """One result, as scripts read it: see "Commands" in the README for the fields.

    ``entry`` is the answered entry or null; ``candidates`` are the best three at least, in every band.
    """
    started = time.perf_counter()
    found = finder.find(text, language)
    spent = (time.perf_counter() - started) * 1000
    return {
        "text": text,
        "language": found.language,
        "band": found.band.value,
        "command": found.command,
        "entry": found.entry if found.band is Band.ANSWER else None,
        "also": list(found.also),
        "confidence": round(found.confidence, 4),
        "candidates": [
            {"entry": candidate.entry, "confidence": round(candidate.confidence, 4)}
            for candidate in found.candidates
        ],
        "ms": round(spent, 3),
    }


def batch(finder: Finder, lines: Iterable[str], complain: Callable[[str], None]) -> Iterator[str]:
    """JSON lines ``{"text": ..., "language": hint}`` to JSON lines of results, in the same order.

    A line that is none is complained about and answered with an object that has ``error``.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, language = str(asked["text"]), str(asked.get("language") or "")
        except (ValueError, TypeError, KeyError, AttributeError):
            complain(f'Zeile {number}: erwartet wird {{"text": "..."}}.')
            yield json.dumps({"error": f"line {number} is not an object with text"})
            continue
        yield json.dumps(as_object(finder, text, language), ensure_ascii=False)


def read_lines() -> Iterable[str]:
    """Standard input; with a progress bar on standard error where a person waits."""
    lines = sys.stdin.read().splitlines()
    console = Console(stderr=True)
    return track(lines, description="Fragen", console=console) if console.is_terminal else lines


def print_found(kb: KnowledgeBase, found: Found, folder: Path) -> None:
    """What the bot would do, the entries that it considered, and which of them are withdrawn in *folder*."""
    labels = {entry.id: entry.label for entry in kb.entries}
    table = Table("Thema", "Knopf", "sicher zu", box=None, padding=(0, 2, 0, 0))
    for candidate in found.candidates:
        table.add_row(
            candidate.entry, Text(labels.get(candidate.entry, "")), f"{candidate.confidence * 100:.0f} %"
        )
    console = Console()
    console.print(Text(f"Der Bot {decision(found)}. Sprache: {found.language}."))
    for notice in _withdrawn(found, folder):
        console.print(Text(notice))
    console.print(table)


def _withdrawn(found: Found, folder: Path) -> Iterator[str]:
    """Why the chat does not do what was just said."""
    if found.band is Band.ANSWER and found.entry:
        yield from notices(folder, (found.entry, *found.also), ASKED_FOR)
    elif found.band is Band.SUGGEST:
        yield from notices(folder, (one.entry for one in found.candidates[:SUGGESTED]), OFFERED)


def print_why(kb: KnowledgeBase, finder: KnowledgeFinder, found: Found) -> None:
    """In an editor's words, why the bot understands a message as it does."""
    console = Console()
    for line in why(kb, finder, found):
        console.print(Text(line))
