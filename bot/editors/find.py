"""``faq find``: where does this wording stand?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rapidfuzz.fuzz import partial_ratio, ratio

from bot.core import markup
from bot.core.facts import fill
from bot.core.knowledge import KnowledgeBase
from bot.core.matching.normalise import fold
from bot.editors.decisions import decision
from bot.editors.options import (
    DefaultFolder,
    FaqOption,
    JsonOption,
    OnOption,
    Today,
    day_of,
    folder_of,
    on_day,
    readable,
    wrong_use,
)
from bot.editors.waiting import CacheFolder, learnt_before
from bot.editors.wordings import Line, lines

if TYPE_CHECKING:
    from bot.core.matching.finder import KnowledgeFinder

ALIKE = 88
"""Likeness (0 to 100) from which a wording is the same but for slips: one letter in ten."""
WHOLE_WORDS, INSIDE_A_WORD = 102, 101
"""Ranks of exact hits, above every likeness."""
MOST = 20

Filled = Callable[[str], str]
"""A line as a citizen reads it: amounts and numbers in place, marks gone."""


@dataclass(frozen=True, slots=True)
class Hit:
    """``rank``: WHOLE_WORDS, INSIDE_A_WORD or the likeness. ``filled`` is "" where it says nothing new."""

    line: Line
    rank: float
    filled: str = ""


def add_find(
    app: typer.Typer, default_folder: DefaultFolder, today: Today, cache_folder: CacheFolder
) -> None:
    """Give *app* the command."""

    @app.command(help="Wo steht dieser Wortlaut? Auch mit Schreibfehlern und mit eingesetzten Beträgen.")
    def find(
        text: Annotated[str, typer.Argument(metavar="SATZ", help="Ein Satz oder ein Stück davon.")],
        most: Annotated[int, typer.Option("--most", min=1, help="So viele Stellen höchstens.")] = MOST,
        other_day: OnOption = None,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        if not wanted(text):
            wrong_use('Bitte ein paar Wörter angeben, zum Beispiel: faq find "168,90 Euro"')
        on = day_of(other_day, today())
        kb = readable(folder)
        hits = found(lines(folder), text, filling(kb, on))
        if as_json:
            typer.echo(json.dumps([*map(_as_object, hits)], ensure_ascii=False, indent=2))
        elif hits:
            typer.echo(_as_lines(hits, most, f"{on_day(on)} " if other_day else ""))
        else:
            typer.echo("Dieser Wortlaut steht nirgends. Ein kürzeres Stück davon findet mehr.")
            typer.echo(_as_question(text, learnt_before(kb, on, cache_folder())))


def found(known: Iterable[Line], text: str, filled: Filled) -> list[Hit]:
    """Where *text*, or one of its lines, stands: exact hits first, then the likest; else in their order."""
    parts = wanted(text)
    hits = []
    for line in known:
        wording = filled(line.text)
        rank = max(_rank(part, one) for one in {line.text, wording} for part in parts)
        if rank >= ALIKE:
            hits.append(Hit(line, rank, wording if "{" in line.text and wording != line.text else ""))
    return sorted(hits, key=lambda hit: -hit.rank)


def wanted(text: str) -> list[str]:
    """The lines of *text* without case, umlauts and punctuation; empty if nothing is left of them."""
    return [part for part in map(_folded, text.splitlines()) if part]


def filling(kb: KnowledgeBase, on: date) -> Filled:
    """How lines read on this day; a name that nobody knows stays as it is written."""

    def filled(text: str) -> str:
        try:
            return markup.to_plain(fill(text, kb, on, lambda amount, year: f"{amount} (Betrag für {year})"))
        except (KeyError, ValueError):
            return text

    return filled


def _rank(part: str, text: str) -> float:
    wording = _folded(text)
    if part in wording:
        return WHOLE_WORDS if f" {part} " in f" {wording} " else INSIDE_A_WORD
    # A line shorter than what is wanted must be like all of it: "Geld" is not "Wo steht das mit dem Geld".
    likeness = ratio if len(wording) < len(part) else partial_ratio
    return likeness(part, wording, score_cutoff=ALIKE)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _as_lines(hits: list[Hit], most: int, when: str) -> str:
    shown = "\n".join(_as_text(hit, when) for hit in hits[:most])
    rest = len(hits) - most
    return f"{shown}\n... und {rest} weitere Stellen. Alle zeigt: --most {len(hits)}" if rest > 0 else shown


def _as_question(text: str, finder: KnowledgeFinder | None) -> str:
    """What citizens get who write this, where that can be told without learning."""
    if finder is None:
        return 'Was der Bot zu diesem Satz sagen würde: faq ask "SATZ"'
    return f"Als Frage: Der Bot {decision(finder.find(text))}."


def _as_text(hit: Hit, when: str) -> str:
    line = hit.line
    about = f"{line.where}, {line.owner}" if line.owner else line.where
    nearly = "" if hit.rank > 100 else f", ähnlich zu {hit.rank:.0f} %"
    filled = f"\n    steht {when}im Chat als: {hit.filled}" if hit.filled else ""
    return f"{line.place.file}:{line.place.line}: ({about}{nearly})\n    {line.text}{filled}"


def _as_object(hit: Hit) -> dict[str, Any]:
    line = hit.line
    return {
        "file": line.place.file,
        "line": line.place.line,
        "where": line.where,
        "owner": line.owner,
        "text": line.text,
        "filled": hit.filled or None,
        "exact": hit.rank > 100,
        "likeness": min(round(hit.rank), 100),
    }
