"""Statistics as tables of German words, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.caseworkers import figure_words as words
from bot.caseworkers import words as tickets
from bot.core.knowledge import KnowledgeBase
from bot.core.statistics import Figures, Waiting
from bot.core.suppression import Table

ALL = "zusammen"
WEEK = "Woche ab"
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the first column names the row, ``total`` is its last row if it has one."""

    title: str
    head: Row
    rows: Sequence[Row]
    total: Row | None = None
    note: str = ""


def questions(found: Figures) -> Sheet:
    head = (WEEK, "Fragen", *(words.OUTCOMES[what] for what in found.questions.columns))
    return _by_week("Fragen je Woche", head, found, found.questions)


def wishes(found: Figures) -> Sheet:
    kinds = (name for kind, name in tickets.KINDS.items() if kind in found.wishes.columns)
    return _by_week("Nachrichten je Woche", (WEEK, "alle", *kinds), found, found.wishes)


def offices(found: Figures, kb: KnowledgeBase) -> Sheet:
    rows = [
        (tickets.town(office, kb), words.count(count))
        for office, (count,) in zip(found.offices.rows, found.offices.cells, strict=True)
    ]
    total = (ALL, words.count(found.offices.total))
    return Sheet("Nachrichten je Ort", ("Ort", "Nachrichten"), rows, total, _hiding(found.offices))


def waiting(found: Figures) -> Sheet:
    head = (WEEK, "Hälfte unter", "90 % unter", "Arbeitszeit: Hälfte", "Arbeitszeit: 90 %")
    weeks = zip(found.weeks, found.waiting_by_week, strict=True)
    rows = [(f"{week:%d.%m.%Y}", *_hours(one)) for week, one in weeks]
    return Sheet("Wartezeit", head, rows, (ALL, *_hours(found.waiting)), words.HOW_WAITING_IS_MEASURED)


def topics(found: Figures, kb: KnowledgeBase) -> Sheet:
    rows = [(label_of(entry, found, kb), words.number(count)) for entry, count in found.topics]
    return Sheet("Häufigste Themen", ("Thema", "gegeben"), rows)


def unanswered(found: Figures) -> Sheet:
    rows = [(f"„{one.example}“", words.number(one.chats)) for one in found.unanswered]
    return Sheet("Häufig vergeblich gefragt", ("zum Beispiel", "Chats"), rows, None, words.WHAT_EXAMPLES_ARE)


def sheets(found: Figures, kb: KnowledgeBase) -> Sequence[Sheet]:
    """All of them, in their order."""
    return (
        questions(found),
        topics(found, kb),
        unanswered(found),
        wishes(found),
        offices(found, kb),
        waiting(found),
    )


def singles(found: Figures) -> Sequence[tuple[str, str]]:
    """Figures that stand alone: what they are, and how much."""
    clock, work = (found.waiting.by_clock, found.waiting.at_work) if found.waiting else (None, None)
    asked = found.questions
    answered = asked.column_sums[0]
    share = words.percent(answered, asked.total)
    return (
        ("Fragen", words.count(asked.total)),
        ("davon gleich beantwortet", words.count(answered) + (f" ({share})" if share else "")),
        ("Hat geholfen", words.single(found.helped)),
        ("Hat nicht geholfen", words.single(found.not_helped)),
        ("Nachrichten ans Jobcenter", words.count(found.wishes.total)),
        ("gerade ohne Reaktion", words.single(found.untouched)),
        ("Wartezeit: die Hälfte unter", words.hours(clock.median if clock else None)),
        ("in Arbeitszeit: die Hälfte unter", words.hours(work.median if work else None)),
    )


def label_of(entry_id: str, found: Figures, kb: KnowledgeBase) -> str:
    """How the answer is called today; its id if there is none any more."""
    entry = kb.entry(entry_id, found.until)
    return entry.label if entry is not None else entry_id


def _by_week(title: str, head: Row, found: Figures, table: Table) -> Sheet:
    rows = [
        (f"{week:%d.%m.%Y}", words.count(total), *map(words.count, cells))
        for week, total, cells in zip(found.weeks, table.row_sums, table.cells, strict=True)
    ]
    sums = (ALL, words.count(table.total), *map(words.count, table.column_sums))
    return Sheet(title, head, rows, sums, _hiding(table))


def _hours(waiting: Waiting | None) -> Row:
    if waiting is None:
        return (words.NONE,) * 4
    clock, work = waiting.by_clock, waiting.at_work
    return tuple(words.hours(one) for one in (clock.median, clock.ninetieth, work.median, work.ninetieth))


def _hiding(table: Table) -> str:
    return words.WHAT_IS_HIDDEN if table.hides else ""
