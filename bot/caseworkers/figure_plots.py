"""Statistics as plots with German words, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.caseworkers import figure_sheets as sheets
from bot.caseworkers import figure_words as words
from bot.caseworkers.figure_sheets import Sheet
from bot.core import plots
from bot.core.knowledge import KnowledgeBase
from bot.core.plots import Caption, Series
from bot.core.statistics import Figures
from bot.core.suppression import Shown, Table


def stacked(found: Figures, table: Table, key: str, sheet: Sheet) -> str:
    names = sheet.head[2:]
    series = [Series(name, table.column(column)) for name, column in zip(names, table.columns, strict=True)]
    series.append(Series(words.HIDDEN, tuple(map(rest, table.row_sums, table.cells))))
    told = f"Je Woche ein Balken, von unten nach oben: {', '.join(names)}. Alle Zahlen: Tabelle darunter."
    return plots.stacked_bars(Caption(key, sheet.title, told), weeks(found), series, words.number)


def rest(total: Shown, cells: Sequence[Shown]) -> Shown:
    """What is hidden of a week, all together; the sum of it all tells that anyway."""
    return None if total is None else total - sum(cell or 0 for cell in cells)


def waiting(found: Figures) -> str:
    halves = tuple(one.at_work.median if one else None for one in found.waiting_by_week)
    nine = tuple(one.at_work.ninetieth if one else None for one in found.waiting_by_week)
    told = (
        "Stunden in Arbeitszeit: So lange warteten höchstens die Hälfte und höchstens 90 % der Nachrichten."
    )
    series = [Series("Hälfte unter", halves), Series("90 % unter", nine)]
    caption = Caption("wartezeit", "Wartezeit je Woche in Arbeitsstunden", told)
    return plots.lines(caption, weeks(found), series, words.hours)


def topics(found: Figures, kb: KnowledgeBase) -> str:
    rows = [(sheets.label_of(entry, found, kb), count) for entry, count in found.topics]
    return bars("themen", "Häufigste Themen", "Wie oft jede Antwort gegeben wurde.", rows)


def offices(found: Figures, kb: KnowledgeBase) -> str:
    counts = (count for (count,) in found.offices.cells)
    rows = [(name, count) for (name, _), count in zip(sheets.offices(found, kb).rows, counts, strict=True)]
    return bars("orte", "Nachrichten je Ort", "Wie viele Nachrichten an jeden Ort gingen.", rows)


def bars(key: str, title: str, told: str, rows: Sequence[tuple[str, Shown]]) -> str:
    return plots.bars(Caption(key, title, told), rows, words.count) if rows else ""


def weeks(found: Figures) -> list[str]:
    return [words.week(week) for week in found.weeks]
