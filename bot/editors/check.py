"""``faq check``: everything that is wrong in the files, or could be better, with place and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.content.faq_files import survey
from bot.core.knowledge import KnowledgeBase, Problem
from bot.editors.options import (
    ERRORS_FOUND,
    DefaultFolder,
    FaqOption,
    JsonOption,
    Today,
    folder_of,
    wrong_use,
)
from bot.editors.out_of_service import in_one_line
from bot.editors.report import as_json, as_lines, count
from bot.editors.rules import lint
from bot.errors import BotError

_NotesOption = Annotated[
    bool, typer.Option("--notes", help="Auch Hinweise: nicht unterschrieben, klingt nach anderem Thema.")
]
_AllNotesOption = Annotated[bool, typer.Option("--all-notes", help="Alle Hinweise, nicht nur die ersten.")]
_ExplainOption = Annotated[
    str | None,
    typer.Option("--explain", metavar="REGEL", help="Eine Regel erklären: das Wort in eckigen Klammern."),
]


def add_check(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command; *default_folder* is asked only when ``--faq`` is not given."""

    @app.command(help="Alle Dateien prüfen. Ende mit 1, wenn es Fehler gibt.")
    def check(
        faq: FaqOption = None,
        as_object: JsonOption = False,
        with_notes: _NotesOption = False,
        all_notes: _AllNotesOption = False,
        rule: _ExplainOption = None,
    ) -> None:
        if rule is not None:
            typer.echo(_explained(rule))
            return
        folder = folder_of(faq, default_folder)
        with_notes = with_notes or all_notes
        kb, problems = look_at(folder, today(), with_notes)
        if as_object:
            typer.echo(as_json(kb, problems, with_notes))
        else:
            typer.echo(as_lines(kb, problems, with_notes, all_notes))
        if not as_object and (withdrawn := in_one_line(folder)):
            typer.echo(withdrawn)
        if count(problems, "error"):
            raise typer.Exit(ERRORS_FOUND)


def look_at(folder: Path, today: date, with_notes: bool = False) -> tuple[KnowledgeBase, list[Problem]]:
    """What can be read of *folder*, and all problems: errors, then warnings, then notes, each in the order
    of the files.
    """
    kb, errors = survey(folder)
    warnings = lint(kb, today, complete=not errors)
    found = _notes(kb, folder, today, complete=not errors) if with_notes else ()
    return kb, [*errors, *_in_order(warnings), *_in_order(found)]


def _notes(kb: KnowledgeBase, folder: Path, today: date, complete: bool) -> list[Problem]:
    from bot.content.translations import read_translations
    from bot.editors.notes import Whole, notes

    with _waiting():
        return [*notes(Whole(kb, today, read_translations(folder), complete))]


def _waiting() -> AbstractContextManager[object]:
    """Comparing all phrasings takes seconds: whoever waits at a terminal is told."""
    console = Console(stderr=True)
    return console.status("Formulierungen werden verglichen ...") if console.is_terminal else nullcontext()


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(
        problems, key=lambda problem: (problem.place.file, problem.place.line, problem.place.column)
    )


def _explained(rule: str) -> str:
    from bot.editors.explain import explain

    try:
        return explain(rule)
    except BotError as error:
        wrong_use(str(error))
