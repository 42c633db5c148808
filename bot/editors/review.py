"""``faq review``: which answers and amounts must be looked at soon, for the list and for the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.core.calendar_file import Event, calendar
from bot.core.knowledge import Entry, Fact, KnowledgeBase, Place
from bot.editors.files import write
from bot.editors.options import DefaultFolder, FaqOption, JsonOption, Today, failed, folder_of, readable

DAYS = 60


@dataclass(frozen=True, slots=True)
class Due:
    """``what``: "review" (an answer is to be checked again), "ends" (it is given no longer), "amount" (a
    fact ends without a successor). ``key`` stays the same when the day is moved.
    """

    day: date
    what: str
    id: str
    title: str
    place: Place
    key: str


_WORDS = {
    "review": ("Antwort prüfen", "Bitte prüfen, dann checked_on und review_by neu setzen."),
    "ends": ("Antwort endet", "Bitte nachsehen, was danach gilt, und eine neue Antwort ergänzen."),
    "amount": ("Betrag endet", "Bitte den neuen Betrag nachsehen und unter values eine Zeile ergänzen."),
}


def add_review(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command."""

    @app.command(help="Was in den nächsten Tagen zu prüfen ist: Antworten und Beträge, nach Datum.")
    def review(
        days: Annotated[int, typer.Option("--days", metavar="N", min=0, help="So weit voraus.")] = DAYS,
        to_file: Annotated[
            Path | None, typer.Option("--calendar", metavar="DATEI", help="Als Kalender (.ics) schreiben.")
        ] = None,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        kb, on = readable(folder_of(faq, default_folder)), today()
        found = due(kb, on, on + timedelta(days=days))
        if to_file is not None:
            _write_calendar(to_file, found, on)
        if as_json:
            typer.echo(json.dumps(_as_object(kb, found, on), ensure_ascii=False, indent=2))
        else:
            typer.echo(_as_lines(kb, found, on, days))
            if to_file is not None:
                typer.echo(
                    f"In {to_file} stehen sie als Kalender. Bitte dort einlesen, wo Sie Ihre Termine haben."
                )


def due(kb: KnowledgeBase, on: date, until: date) -> list[Due]:
    """What is due up to the day *until*, what is overdue on the day *on* included; earliest first.

    Answers and amounts that are over and done with (their time has passed, or a successor is there) are not.
    """
    found = [*_answers(kb, on), *_amounts(kb)]
    return sorted((one for one in found if one.day <= until), key=lambda one: (one.day, one.what, one.id))


def _answers(kb: KnowledgeBase, on: date) -> Iterator[Due]:
    for entry in kb.entries:
        begins = f"-{entry.valid_from}" if entry.valid_from else ""
        ends = entry.valid_until
        if ends is None or ends >= on:
            yield _of_entry(entry, "review", entry.review_by, f"review-{entry.id}{begins}")
        if ends is not None and ends >= on and not _has_successor(kb, entry):
            yield _of_entry(entry, "ends", ends, f"ends-{entry.id}{begins}")


def _of_entry(entry: Entry, what: str, day: date, key: str) -> Due:
    return Due(day, what, entry.id, entry.label, entry.place, key)


def _has_successor(kb: KnowledgeBase, entry: Entry) -> bool:
    next_day = (entry.valid_until or date.min) + timedelta(days=1)
    return any(other.id == entry.id and other.is_valid(next_day) for other in kb.entries)


def _amounts(kb: KnowledgeBase) -> Iterator[Due]:
    for fact in kb.facts.values():
        day = _last_day(fact)
        if day is not None:
            yield Due(day, "amount", fact.id, fact.title, fact.place, f"amount-{fact.id}")


def _last_day(fact: Fact) -> date | None:
    """The day on which the last known amount ends; None: no end is known, or it is a share of another."""
    return max(fact.values, key=lambda value: value.from_).until if fact.values else None


def _as_lines(kb: KnowledgeBase, found: list[Due], on: date, days: int) -> str:
    lines = [_line(one, on) for one in found] or [f"In den nächsten {days} Tagen ist nichts fällig."]
    signed = f"{_unsigned(kb)} von {len(kb.entries)} Antworten sind noch nicht unterschrieben (approved_by)."
    return "\n".join([*lines, f"{len(found)} fällig bis {on + timedelta(days=days):%d.%m.%Y}. {signed}"])


def _line(one: Due, on: date) -> str:
    late = "  überfällig" if one.day < on else ""
    return f"{one.day:%d.%m.%Y}  {_WORDS[one.what][0]:15}{one.id}  {one.place.file}:{one.place.line}{late}"


def _unsigned(kb: KnowledgeBase) -> int:
    return sum(entry.approved_by is None for entry in kb.entries)


def _as_object(kb: KnowledgeBase, found: list[Due], on: date) -> dict[str, Any]:
    return {
        "due": [
            {
                "day": one.day.isoformat(),
                "what": one.what,
                "id": one.id,
                "title": one.title,
                "file": one.place.file,
                "line": one.place.line,
                "overdue": one.day < on,
            }
            for one in found
        ],
        "unsigned": _unsigned(kb),
        "entries": len(kb.entries),
    }


def _write_calendar(path: Path, found: list[Due], on: date) -> None:
    events = [Event(one.key, one.day, f"{_WORDS[one.what][0]}: {one.title}", _details(one)) for one in found]
    try:
        write(path, calendar(events, on, "faq"))
    except OSError as error:
        failed(f"{path} lässt sich nicht schreiben ({error.strerror}). Bitte Ordner und Rechte prüfen.")


def _details(one: Due) -> str:
    return f"{one.id} ({one.place.file}:{one.place.line})\n{_WORDS[one.what][1]}"
