"""The command line for editors: check the files, and see an answer as it will look on a phone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.content.faq_files import check_faq, survey
from bot.core import markup
from bot.core.facts import fill
from bot.core.knowledge import Entry, KnowledgeBase, Problem
from bot.editors.rules import lint

ERRORS_FOUND = 1
WRONG_USE = 2

PHONE_WIDTH = 44
"""Columns of the frame: about what a phone shows in a message."""

FaqOption = Annotated[Path | None, typer.Option("--faq", help="Ordner einer anderen Wissensbasis.")]


def faq_app(
    default_folder: Callable[[], Path], today: Callable[[], date], cache_folder: Callable[[], Path]
) -> typer.Typer:
    """The commands under ``faq``; *default_folder* is asked only when ``--faq`` is not given."""
    app = typer.Typer(help="Die Antworten prüfen und ansehen.", no_args_is_help=True, add_completion=False)

    @app.callback()
    def group() -> None:
        """Keeps ``check`` a command of its own, however many there are."""

    @app.command(help="Alle Dateien prüfen. Ende mit 1, wenn es Fehler gibt.")
    def check(
        faq: FaqOption = None,
        as_json: Annotated[bool, typer.Option("--json", help="Ausgabe für Programme.")] = False,
    ) -> None:
        kb, problems = survey(_folder(faq, default_folder))
        problems = [*problems, *lint(kb, today())]
        typer.echo(_as_json(kb, problems) if as_json else _as_lines(kb, problems))
        if _count(problems, "error"):
            raise typer.Exit(ERRORS_FOUND)

    @app.command(help="Eine Antwort zeigen, so wie sie auf dem Handy aussieht.")
    def show(
        entry_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, z. B. termin-verpasst.")],
        simple: Annotated[bool, typer.Option("--simple", help="In Einfacher Sprache.")] = False,
        faq: FaqOption = None,
    ) -> None:
        kb, problems = check_faq(_folder(faq, default_folder))
        if kb is None:
            typer.echo(_as_lines(KnowledgeBase(), problems))
            raise typer.Exit(ERRORS_FOUND)
        Console().print(_on_phone(kb, _entry(kb, entry_id, today()), simple, today()))

    @app.command(help="Was würde der Bot zu diesem Satz sagen? Mit --batch: viele Sätze als JSON-Zeilen.")
    def ask(
        text: Annotated[
            str | None, typer.Argument(metavar="SATZ", help="Der Satz in Anführungszeichen.")
        ] = None,
        batch: Annotated[
            bool, typer.Option("--batch", help='Liest JSON-Zeilen {"text": ...} von der Standardeingabe.')
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Ausgabe für Programme.")] = False,
        faq: FaqOption = None,
    ) -> None:
        from bot.editors import ask as asking  # the matcher is slow to import: only here

        if batch == (text is not None):
            _wrong_use("Bitte entweder einen SATZ angeben oder --batch mit JSON-Zeilen.")
        kb, problems = check_faq(_folder(faq, default_folder))
        if kb is None:
            typer.echo(_as_lines(KnowledgeBase(), problems), err=True)
            raise typer.Exit(ERRORS_FOUND)
        finder = asking.finder_of(kb, today(), cache_folder())
        if batch:
            for line in asking.batch(finder, asking.read_lines(), lambda words: typer.echo(words, err=True)):
                typer.echo(line)
        elif as_json:
            typer.echo(json.dumps(asking.as_object(finder, text or ""), ensure_ascii=False))
        else:
            asking.print_found(kb, finder.find(text or ""))

    return app


def _folder(given: Path | None, default_folder: Callable[[], Path]) -> Path:
    folder = given if given is not None else default_folder()
    if not folder.is_dir():
        _wrong_use(f"Den Ordner {folder} gibt es nicht. Bitte den Pfad prüfen.")
    return folder


def _entry(kb: KnowledgeBase, entry_id: str, on: date) -> Entry:
    """The entry of this day, else one that is valid at another time."""
    entry = kb.entry(entry_id, on) or next((e for e in kb.entries if e.id == entry_id), None)
    if entry is None:
        near = get_close_matches(entry_id, [e.id for e in kb.entries], n=1)
        meant = f" Meinten Sie '{near[0]}'?" if near else ""
        _wrong_use(f"Es gibt keine Antwort mit der Kennung '{entry_id}'.{meant}")
    return entry


def _wrong_use(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(WRONG_USE)


def _on_phone(kb: KnowledgeBase, entry: Entry, simple: bool, on: date) -> Panel:
    text = fill(entry.simple if simple else entry.answer, kb, on, _stale_note)
    checked = "Geprüft" if entry.approved_by else "Noch nicht vom Jobcenter geprüft. Geschrieben"
    body = f"{markup.to_plain(text)}\n\n{checked} am {entry.checked_on:%d.%m.%Y}"
    remarks = [*_remarks(kb, entry, on)]
    subtitle = "; ".join(remarks) or None
    return Panel(
        Text(body), title=Text(entry.label), subtitle=subtitle, width=PHONE_WIDTH, title_align="left"
    )


def _remarks(kb: KnowledgeBase, entry: Entry, on: date) -> Iterable[str]:
    if entry.id in kb.withdrawn:
        yield "zurückgezogen"
    if not entry.is_valid(on):
        yield "gilt heute nicht"


def _stale_note(amount: str, year: int) -> str:
    return f"{amount} (Betrag für {year}; den neuen Betrag prüfen wir gerade)"


def _as_lines(kb: KnowledgeBase, problems: list[Problem]) -> str:
    return "\n".join([*map(str, problems), _summary(kb, problems)])


def _summary(kb: KnowledgeBase, problems: list[Problem]) -> str:
    if not problems:
        entries = _counted(len(kb.entries), "Eintrag", "Einträge")
        phrasings = _counted(_phrasings(kb), "Formulierung", "Formulierungen")
        return f"Alles in Ordnung: {entries}, {phrasings}."
    warnings = _counted(_count(problems, "warning"), "Warnung", "Warnungen")
    return f"{_counted(_count(problems, 'error'), 'Fehler', 'Fehler')}, {warnings}"


def _as_json(kb: KnowledgeBase, problems: list[Problem]) -> str:
    report = {
        "errors": _count(problems, "error"),
        "warnings": _count(problems, "warning"),
        "entries": len(kb.entries),
        "phrasings": _phrasings(kb),
        "problems": [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "level": problem.level,
                "text": problem.text,
            }
            for problem in problems
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _count(problems: Iterable[Problem], level: str) -> int:
    return sum(problem.level == level for problem in problems)


def _phrasings(kb: KnowledgeBase) -> int:
    return sum(len(texts) for by_entry in kb.phrasings.values() for texts in by_entry.values())


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,}".replace(",", ".") + f" {one if number == 1 else many}"
