"""The figures of offices as tables and plots with German words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.caseworkers import figure_words as words
from bot.caseworkers import words as tickets
from bot.caseworkers.figure_plots import rest
from bot.caseworkers.figure_sheets import ALL, Sheet
from bot.core import plots
from bot.core.knowledge import KnowledgeBase
from bot.core.office_statistics import OTHERS, OfficeFigures
from bot.core.plots import SERIES, Caption, Series
from bot.core.statistics import Waiting
from bot.core.suppression import Shown

OTHER_OFFICES = "andere Orte"
IN_THE_PLOT = "Alles in Arbeitszeit; im Bild: Nach dieser Zeit hatte die Hälfte eine Reaktion."
TOO_FEW = "Einzeln stehen hier Orte, die in dieser Zeit mindestens 5 Nachrichten bearbeitet haben."


def singles(found: OfficeFigures) -> Sequence[tuple[str, str]]:
    """Figures that stand alone: what they are, and how much."""
    work = found.waiting.at_work if found.waiting else None
    return (
        ("Nachrichten", words.count(found.messages.total)),
        ("die Hälfte wartete unter", words.hours(work.median if work else None)),
        ("90 % warteten unter", words.hours(work.ninetieth if work else None)),
        ("gerade ohne Reaktion", words.single(found.untouched)),
    )


def messages(found: OfficeFigures, kb: KnowledgeBase) -> Sheet:
    table = found.messages
    rows = [
        (_town(office, kb), *map(words.count, cells), words.count(total))
        for office, cells, total in zip(table.rows, table.cells, table.row_sums, strict=True)
    ]
    sums = (ALL, *map(words.count, table.column_sums), words.count(table.total))
    notes = (TOO_FEW, words.WHAT_IS_HIDDEN if table.hides else "")
    head = ("Ort", *_weeks(found), ALL)
    total = sums if len(rows) > 1 else None
    return Sheet("Nachrichten je Woche und Ort", head, rows, total, " ".join(filter(None, notes)))


def waiting(found: OfficeFigures, kb: KnowledgeBase) -> Sheet:
    """Medians in working time; the whole time also says how long most waited."""
    rows = [
        (tickets.town(office, kb), *map(_median, weeks), *_both(whole))
        for office, weeks, whole in zip(
            found.offices, found.waiting_by_week, found.waiting_by_office, strict=True
        )
    ]
    head = ("Ort", *_weeks(found), "Hälfte unter", "90 % unter")
    title = "Wartezeit je Woche und Ort"
    return Sheet(title, head, rows, None, f"{IN_THE_PLOT} {words.HOW_WAITING_IS_MEASURED}")


def kinds(found: OfficeFigures) -> Sheet:
    rows = [(name, words.count(count)) for name, count in _kinds(found)]
    total = (ALL, words.count(found.kinds.total))
    note = words.WHAT_IS_HIDDEN if found.kinds.hides else ""
    return Sheet("Worum es ging", ("Art", "Nachrichten"), rows, total, note)


def messages_plot(found: OfficeFigures, kb: KnowledgeBase) -> str:
    """Stacked by office where these are few, else one bar for each week; empty if all is hidden."""
    table = found.messages
    columns = list(zip(*table.cells, strict=True)) or [()] * len(found.weeks)
    hidden = Series(words.HIDDEN, tuple(map(rest, table.column_sums, columns)))
    series = [Series(_town(office, kb), cells) for office, cells in zip(table.rows, table.cells, strict=True)]
    if len(series) >= SERIES:  # one place is for what is hidden
        series, hidden = [Series("Nachrichten", table.column_sums)], Series(words.HIDDEN, ())
    told = "Je Woche ein Balken. Alle Zahlen: Tabelle darunter."
    caption = Caption("nachrichten", "Nachrichten je Woche und Ort", told)
    drawn = [*series, hidden] if hidden.values else series
    if not any(any(one.values) for one in drawn):
        return ""
    return plots.stacked_bars(caption, _weeks(found), drawn, words.number)


def waiting_plot(found: OfficeFigures, kb: KnowledgeBase) -> str:
    """Medians: a line for each office where these are few, else a bar; empty if there is nothing to draw."""
    halves = [[_hours(one) for one in weeks] for weeks in found.waiting_by_week]
    title = "Arbeitszeit, nach der die Hälfte der Nachrichten eine Reaktion hatte"
    is_told = any(value is not None for values in halves for value in values)
    if len(found.offices) <= SERIES and is_told:
        series = [
            Series(tickets.town(office, kb), tuple(values))
            for office, values in zip(found.offices, halves, strict=True)
        ]
        caption = Caption("wartezeit", title, "Je Ort eine Linie über die Wochen, in Stunden.")
        return plots.lines(caption, _weeks(found), series, words.hours)
    rows = [
        (tickets.town(office, kb), _hours(whole))
        for office, whole in zip(found.offices, found.waiting_by_office, strict=True)
    ]
    return plots.bars(Caption("wartezeit", title, "Je Ort ein Balken, in Stunden."), rows, words.hours)


def kinds_plot(found: OfficeFigures) -> str:
    if not any(count for _, count in _kinds(found)):
        return ""
    caption = Caption("arten", "Worum es ging", "Je Art der Nachricht ein Balken.")
    return plots.bars(caption, list(_kinds(found)), words.count)


def _kinds(found: OfficeFigures) -> Iterator[tuple[str, Shown]]:
    for kind, (count,) in zip(found.kinds.rows, found.kinds.cells, strict=True):
        yield next(name for known, name in tickets.KINDS.items() if known == kind), count


def _town(office: str, kb: KnowledgeBase) -> str:
    return OTHER_OFFICES if office == OTHERS else tickets.town(office, kb)


def _weeks(found: OfficeFigures) -> list[str]:
    return [words.week(week) for week in found.weeks]


def _hours(one: Waiting | None) -> float | None:
    return one.at_work.median if one else None


def _median(one: Waiting | None) -> str:
    return words.hours(_hours(one))


def _both(one: Waiting | None) -> tuple[str, str]:
    return words.hours(_hours(one)), words.hours(one.at_work.ninetieth if one else None)
