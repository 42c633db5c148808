"""The figures of ``faq samples`` in German sentences and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Found
from bot.editors.asked import Asked, What
from bot.editors.judged import Figures, Judged, Misses, by_topic, confusions, out_of_scope
from bot.editors.known_misses import FILE, beyond, count
from bot.editors.per_entry import MOST_GAPS, MOST_SENTENCES, EntryFigures, by_entry, gaps

_ASKED = {What.SAMPLES: "Probefragen", What.PHRASINGS: "Formulierungen"}
_LANDING = ("landen hier", "davon zu Recht")
_OUTSIDE = {
    "none": "bekommen {} „weiß ich nicht“",
    "suggest": "{} eine Rückfrage",
    "signpost": "{} einen Wegweiser zu einer anderen Stelle",
    "wrong": "{} eine falsche Antwort des Jobcenters",
    "smalltalk": "{} eine Plauderei",
    "safety": "{} zuerst die Notrufnummern",
}


def print_report(asked: Asked, kb: KnowledgeBase, each_entry: bool = False) -> None:
    """Everything, the most important first; with *each_entry* also a line for every answer."""
    console = Console()
    console.print(Text(_sentences(Figures.of(asked.judged), asked.what)))
    if asked.outside:
        console.print(Text(_outside(asked.outside, kb)))
    console.print()
    console.print(_topics(asked.judged, kb))
    entries = by_entry(asked.judged, asked.outside, kb)
    if each_entry:
        console.print()
        console.print(_entries(entries, asked.whole))
    _print_confused(console, asked)
    _print_gaps(console, asked, entries)


def standing(now: Misses, known: Misses | None, asked: int) -> str:
    """How the misses of *asked* samples compare with those that are known."""
    if known is None:
        return f"{FILE} gibt es noch nicht. Anlegen: faq samples --update-misses --accept"
    new, found = beyond(now, known), beyond(known, now)
    line = f"Nicht an erster Stelle: {count(now)}, davon neu: {count(new)}."
    if found:
        line += f" {count(found)} von {FILE} werden jetzt gefunden: faq samples --update-misses"
    return "\n".join([line, *([new_misses_as_text(new, asked)] if new else [])])


def new_misses_as_text(new: Misses, asked: int) -> str:
    lines = (f"  {entry}: {text}" for entry, texts in new.items() for text in texts)
    return "\n".join(
        [
            f"{count(new)} von {asked} Probefragen {_land(count(new))} jetzt bei einem anderen Thema. "
            "Bitte ähnliche Sätze nach phrasings schreiben:",
            *lines,
        ]
    )


def _sentences(figures: Figures, what: What) -> str:
    every, astray, asked = figures.samples, figures.samples - figures.first, _ASKED[what]
    safety = f" Zuerst die Notrufnummern: {figures.safety}." if figures.safety else ""
    how = " Jede wurde gefragt, als stünde sie nicht da." if what is What.PHRASINGS else ""
    return (
        f"{asked}: {every}.{how} Das richtige Thema steht bei {_percent(figures.first, every)} "
        f"an erster Stelle, bei {_percent(figures.among, every)} unter den ersten drei. "
        f"{astray} von {every} {asked} {_land(astray)} bei einem anderen Thema.\n"
        f"Sofort beantwortet: {figures.answered} ({_percent(figures.answered, every)}), davon richtig: "
        f"{figures.right} ({_percent(figures.right, figures.answered)}).{safety}"
    )


def _land(number: int) -> str:
    return "landet" if number == 1 else "landen"


def _outside(outside: Sequence[Found], kb: KnowledgeBase) -> str:
    counted = out_of_scope(outside, kb)
    parts = ", ".join(_OUTSIDE[name].format(number) for name, number in counted.items())
    return f"Fragen, für die das Jobcenter nicht zuständig ist: {len(outside)}. Davon {parts}."


def _topics(judged: Sequence[Judged], kb: KnowledgeBase) -> Table:
    titles = {ELSEWHERE: "Wegweiser", **{topic.id: topic.title for topic in kb.topics}}
    table = _table("Thema", "Fragen", "erste Stelle", "erste drei", "beantwortet", "davon richtig")
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


def _entries(entries: Iterable[EntryFigures], whole: bool) -> Table:
    """What lands at an entry, and should or not, is only known if everything was asked (*whole*)."""
    table = _table("Antwort", "Fragen", "davon gefunden", *(_LANDING if whole else ()))
    for one in entries:
        if one.samples or whole:
            cells = [str(one.samples), _percent(one.first, one.samples)]
            cells += [str(one.taken), _percent(one.first, one.taken)] if whole else []
            table.add_row(one.entry, *cells)
    return table


def _print_confused(console: Console, asked: Asked) -> None:
    pairs = confusions(asked.judged)
    if not pairs:
        return
    console.print(
        Text("\nAm häufigsten verwechselt (links der Satz, rechts der ähnlichste beim falschen Thema):")
    )
    for one in pairs:
        console.print(Text(f"{one.times} × {one.right} landet bei {one.taken_for}"))
        phrasing, likeness = asked.nearest(one.example, one.taken_for)
        sides = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for _ in range(2):
            sides.add_column(ratio=1)
        sides.add_row(Text(one.example), Text(f"{phrasing} ({100 * likeness:.0f} % ähnlich)"))
        console.print(Padding(sides, (0, 0, 0, 2)))


def _print_gaps(console: Console, asked: Asked, entries: Sequence[EntryFigures]) -> None:
    found = gaps(asked.judged, entries)
    if not found:
        return
    console.print(Text("\nHier Formulierungen ergänzen (ähnliche, nicht dieselben):"))
    for gap in found[:MOST_GAPS]:
        figures = gap.figures
        console.print(Text(f"{figures.entry}: {figures.first} von {figures.samples} gefunden"))
        for one in gap.missed[:MOST_SENTENCES]:
            console.print(Text(f"  {one.found.text}" + (f" (landet bei {one.first})" if one.first else "")))
        if len(gap.missed) > MOST_SENTENCES:
            rest = len(gap.missed) - MOST_SENTENCES
            console.print(Text(f"  ... und {rest} weitere (alle zeigt --json)"))
    if len(found) > MOST_GAPS:
        console.print(Text(f"... und {len(found) - MOST_GAPS} weitere Antworten (alle zeigt --each)"))


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column(first)
    for title in others:
        table.add_column(title, justify="right")
    return table


def _percent(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %".replace(".", ",") if of else "-"
