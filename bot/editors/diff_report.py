"""What ``faq diff`` found, in German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.core.knowledge import KnowledgeBase
from bot.editors.asked_again import AskedAgain
from bot.editors.changes import Change, FieldChange, naming
from bot.editors.effects import Effect, changes, counted, in_words, judgement, number
from bot.editors.rewritten import lines
from bot.editors.wordings import FIELDS

MOST_ITEMS = 10
"""Lines of one list that are printed."""
MOST = 20
MOST_BETTER = 5
"""Questions that are printed unless somebody wants more; of those that gained a few will do."""
MOST_RIGHT = 2
OF_A_NEW_ANSWER = ("question", "answer", "simple")
"""What citizens will read of it; the rest shows ``faq show``."""
_NAMES = {"none": "„weiß ich nicht“", "smalltalk": "eine Plauderei", "danger": "zuerst die Notrufnummern"}
_FIELDS = {**FIELDS, "lapsed": "Unterschrift, die nicht mehr gilt"}
_GROUPS = {
    "entries": "Antworten",
    "withdrawn": "Außer Dienst",
    "topics": "Themen",
    "facts": "Beträge",
    "offices": "Orte",
    "contacts": "Telefonnummern",
    "smalltalk": "Kleine Gespräche",
    "safety": "Sicherheitstexte",
    "safety_phrases": "Woran Gefahr erkannt wird",
    "look_alikes": "Was nur nach Gefahr klingt",
    "commands": "Befehle in Worten",
    "language": "Wörter einer Sprache",
    "calibration": "Wie sicher der Chat sein darf",
    "phrasings": "Formulierungen",
    "none": "Sätze, die zu keinem Thema gehören",
}
_KINDS = {"added": "neu", "removed": "gelöscht", "changed": "geändert"}


def print_changes(found: Sequence[Change], now: KnowledgeBase) -> None:
    """What differs in the files, group by group."""
    console = Console()
    for group, below in groupby(found, key=lambda change: change.key.group):
        console.print(Text(f"\n{_GROUPS.get(group, group)}", style="bold"))
        for change in below:
            for depth, line in _lines(change, now):
                console.print(Padding(line, (0, 0, 0, 2 * depth), expand=False))


def print_asked(again: AskedAgain, most: int | None) -> None:
    """What is answered differently: first the samples, then the questions from the chat.

    *most* of them each; None: as many as are worth a look.
    """
    console = Console()
    samples = changes(again.samples)
    console.print(Text(f"\n{_of_samples(samples, len(again.samples))}"))
    _print_effects(console, samples, most, judged=True)
    recent = [one for one in again.recent if one.is_change]
    console.print(Text(_of_recent(recent, len(again.recent))))
    _print_effects(console, recent, most, judged=False)


_Lines = Iterator[tuple[int, Text]]
"""How deep a line stands, and the line."""


def _lines(change: Change, now: KnowledgeBase) -> _Lines:
    key = change.key
    since = f" (ab {date.fromisoformat(key.since):%d.%m.%Y})" if key.since else ""
    yield 1, Text(f"{_KINDS[change.kind]}: {key.id}{since}")
    if change.kind == "removed":
        return
    for one in change.fields:
        if change.kind == "changed" or key.group != "entries" or one.field in OF_A_NEW_ANSWER:
            yield from _of_field(one)
    if key.group == "facts":
        where = ", ".join(naming(now, [key.id]))
        yield 2, Text(f"steht in: {where}" if where else "steht in keiner Antwort")


def _of_field(one: FieldChange) -> _Lines:
    name = _FIELDS.get(one.field, one.field)
    if isinstance(one.before, str) and isinstance(one.now, str):
        changed = list(lines(one.before, one.now))
        yield 2, Text(f"{name}:" if changed else f"{name}: nur Absätze und Zeilen")
        yield from ((3, line) for line in changed)
        return
    yield 2, Text(f"{name}: {_counted(one)}")
    yield from _capped("+", one.new)
    yield from _capped("-", one.gone)


def _counted(one: FieldChange) -> str:
    parts = [f"{len(one.new)} dazu"] * bool(one.new) + [f"{len(one.gone)} weg"] * bool(one.gone)
    return ", ".join(parts) or "nur die Reihenfolge"


def _capped(sign: str, items: Sequence[str]) -> _Lines:
    yield from ((3, Text(f"{sign} {item}")) for item in items[:MOST_ITEMS])
    if len(items) > MOST_ITEMS:
        yield 3, Text(f"{sign} ... und {len(items) - MOST_ITEMS} weitere")


def _of_samples(changed: Sequence[Effect], asked: int) -> str:
    if not changed:
        return f"Alle {number(asked)} Probefragen bekommen dasselbe wie vorher."
    better, worse = sum(one.gain > 0 for one in changed), sum(one.gain < 0 for one in changed)
    return f"{counted(changed, asked, 'Probefragen')}: {better} besser, {worse} schlechter."


def _of_recent(changed: Sequence[Effect], asked: int) -> str:
    if not asked:
        return "Fragen aus dem Chat: Es sind keine gespeichert."
    return f"{counted(changed, asked, 'Fragen aus dem Chat')}."


def _print_effects(console: Console, changed: Sequence[Effect], most: int | None, judged: bool) -> None:
    shown = changed[:most] if most else _telling(changed, judged)
    for one in shown:
        mark = f"{judgement(one)}: " if judged else ""
        console.print(Text(f"  {mark}{one.after.text}"))
        console.print(Text(f"    Vorher: {in_words(one.before)}"))
        console.print(Text(f"    Jetzt:  {in_words(one.after)}"))
        if judged and one.gain < 0:
            console.print(Text(f"    Richtig wäre: {_named(one.right)}"))
    rest = len(changed) - len(shown)
    if rest:
        console.print(Text(f"  ... und {rest} weitere. Alle zeigt: --most {len(changed)}"))


def _telling(changed: Sequence[Effect], judged: bool) -> Sequence[Effect]:
    better = [one for one in changed if judged and one.gain > 0]
    others = [one for one in changed if not judged or one.gain <= 0]
    return [*others[:MOST], *better[:MOST_BETTER]]


def _named(right: Sequence[str]) -> str:
    """Of many (all signposts) only the first."""
    names = [_NAMES.get(name, name) for name in right[:MOST_RIGHT]]
    return " oder ".join(names) + (" ..." if len(right) > MOST_RIGHT else "")
