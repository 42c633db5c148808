"""What the commands of the editors share: their options, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.content.faq_files import check_faq, survey
from bot.content.schema import meant
from bot.core.calendar import WEEKDAYS
from bot.core.knowledge import Entry, KnowledgeBase
from bot.editors.report import as_lines, count
from bot.editors.since import read_date

ERRORS_FOUND = 1
WRONG_USE = 2

FaqOption = Annotated[Path | None, typer.Option("--faq", help="Ordner einer anderen Wissensbasis.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Ausgabe für Programme.")]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="TAG", help="So, wie es an diesem Tag ist, z. B. 2027-01-02."),
]

DefaultFolder = Callable[[], Path]
Today = Callable[[], date]


def folder_of(given: Path | None, default_folder: DefaultFolder) -> Path:
    """The folder that *given* names, else the usual one; a missing one ends the command."""
    folder = given if given is not None else default_folder()
    if not folder.is_dir():
        wrong_use(f"Den Ordner {folder} gibt es nicht. Bitte den Pfad prüfen.")
    return folder


def day_of(given: str | None, today: date) -> date:
    """The day that *given* names, else today; what is no day ends the command."""
    if given is None:
        return today
    day = read_date(given)
    if day is None:
        wrong_use(f"'{given}' ist kein Tag. Möglich sind zum Beispiel: --on 2027-01-02, --on 2.1.2027")
    return day


def on_day(day: date) -> str:
    """``am Sa 2.1.2027``"""
    return f"am {WEEKDAYS[day.weekday()].title()} {day.day}.{day.month}.{day.year}"


def whole(folder: Path) -> KnowledgeBase:
    """The knowledge base of *folder*; if anything is wrong in it, that is printed and the command ends."""
    kb, problems = check_faq(folder)
    if kb is None:
        typer.echo(as_lines(KnowledgeBase(), problems), err=True)
        raise typer.Exit(ERRORS_FOUND)
    return kb


def readable(folder: Path) -> KnowledgeBase:
    """What can be read of *folder*; that something could not is said beside the output."""
    kb, problems = survey(folder)
    errors = count(problems, "error")
    if errors:
        typer.echo(
            f"Achtung: {errors} Fehler in den Dateien. Was nicht lesbar ist, fehlt hier. "
            "Alle zeigt: faq check",
            err=True,
        )
    return kb


def entry_of(kb: KnowledgeBase, entry_id: str, on: date) -> Entry:
    """The entry of this day, else one that is valid at another time; an unknown id ends the command."""
    entry = kb.entry(entry_id, on) or next((e for e in kb.entries if e.id == entry_id), None)
    return entry if entry is not None else unknown_id(entry_id, {e.id for e in kb.entries})


def unknown_id(entry_id: str, known: set[str]) -> NoReturn:
    wrong_use(no_such(entry_id, known))


def no_such(entry_id: str, known: set[str]) -> str:
    """That there is no such answer, with the nearest one that there is."""
    return f"Es gibt keine Antwort mit der Kennung '{entry_id}'.{meant(entry_id, sorted(known))}"


def wrong_use(text: str) -> NoReturn:
    """Say how the command is used, and end it."""
    typer.echo(text, err=True)
    raise typer.Exit(WRONG_USE)


def failed(text: str) -> NoReturn:
    """Say what went wrong, and end the command."""
    typer.echo(text, err=True)
    raise typer.Exit(ERRORS_FOUND)
