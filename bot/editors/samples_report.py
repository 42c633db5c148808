"""The figures of ``faq samples`` in German sentences and tables."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Found
from bot.editors.judged import Figures, Judged, Misses, by_topic, confusions, out_of_scope
from bot.editors.known_misses import FILE, beyond, count

_OUTSIDE = {
    "none": "bekommen {} „weiß ich nicht“",
    "suggest": "{} eine Rückfrage",
    "signpost": "{} einen Wegweiser zu einer anderen Stelle",
    "wrong": "{} eine falsche Antwort des Jobcenters",
    "smalltalk": "{} eine Plauderei",
    "safety": "{} zuerst die Notrufnummern",
}


def print_report(judged: Sequence[Judged], outside: Sequence[Found], kb: KnowledgeBase) -> None:
    """Everything, the most important first."""
    console = Console()
    console.print(Text(_sentences(Figures.of(judged))))
    if outside:
        console.print(Text(_outside(outside, kb)))
    console.print()
    console.print(_topics(judged, kb))
    pairs = _pairs(judged)
    if pairs.row_count:
        console.print(Text("\nAm häufigsten verwechselt:"))
        console.print(pairs)


def standing(now: Misses, known: Misses | None) -> str:
    """How the misses compare with those that are known."""
    if known is None:
        return f"{FILE} gibt es noch nicht. Anlegen: faq samples --update-misses --accept"
    new, found = beyond(now, known), beyond(known, now)
    line = f"Nicht an erster Stelle: {count(now)}, davon neu: {count(new)}."
    if found:
        line += f" {count(found)} von {FILE} werden jetzt gefunden: faq samples --update-misses"
    return "\n".join([line, *([new_misses_as_text(new)] if new else [])])


def new_misses_as_text(new: Misses) -> str:
    lines = (f"  {entry}: {text}" for entry, texts in new.items() for text in texts)
    return "\n".join(
        [
            f"Diese Probefragen finden ihre Antwort nicht mehr an erster Stelle ({count(new)}). "
            "Bitte ähnliche Sätze nach phrasings schreiben:",
            *lines,
        ]
    )


def _sentences(figures: Figures) -> str:
    every = figures.samples
    safety = f" Zuerst die Notrufnummern: {figures.safety}." if figures.safety else ""
    return (
        f"Probefragen: {every}. Das richtige Thema steht bei {_percent(figures.first, every)} "
        f"an erster Stelle, bei {_percent(figures.among, every)} unter den ersten drei.\n"
        f"Sofort beantwortet: {figures.answered} ({_percent(figures.answered, every)}), davon richtig: "
        f"{figures.right} ({_percent(figures.right, figures.answered)}).{safety}"
    )


def _outside(outside: Sequence[Found], kb: KnowledgeBase) -> str:
    counted = out_of_scope(outside, kb)
    parts = ", ".join(_OUTSIDE[name].format(number) for name, number in counted.items())
    return f"Fragen, für die das Jobcenter nicht zuständig ist: {len(outside)}. Davon {parts}."


def _topics(judged: Sequence[Judged], kb: KnowledgeBase) -> Table:
    titles = {ELSEWHERE: "Wegweiser", **{topic.id: topic.title for topic in kb.topics}}
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("Thema")
    for title in ("Fragen", "erste Stelle", "erste drei", "beantwortet", "davon richtig"):
        table.add_column(title, justify="right")
    for topic, figures in by_topic(judged, kb).items():
        table.add_row(Text(titles.get(topic, topic)), *_cells(figures))
    return table


def _cells(figures: Figures) -> tuple[str, ...]:
    return (
        str(figures.samples),
        _percent(figures.first, figures.samples),
        _percent(figures.among, figures.samples),
        _percent(figures.answered, figures.samples),
        _percent(figures.right, figures.answered),
    )


def _pairs(judged: Sequence[Judged]) -> Table:
    table = Table("gemeint", "erkannt", "wie oft", "Beispiel", box=None, padding=(0, 2, 0, 0))
    for one in confusions(judged):
        table.add_row(one.right, one.taken_for, str(one.times), Text(one.example))
    return table


def _percent(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %".replace(".", ",") if of else "-"
