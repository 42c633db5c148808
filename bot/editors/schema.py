"""``faq schema``: what the files may hold, for editors' programs that complete and check while one types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.content.schema import meant
from bot.editors.files import read, write
from bot.editors.options import DefaultFolder, FaqOption, Today, failed, folder_of, wrong_use
from bot.editors.schema_files import FILE_KINDS, FOLDER, as_text, files, named


def add_schema(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command; it asks for no day."""

    @app.command(help="Die Formate der Dateien als JSON Schema, für Editoren, die beim Tippen helfen.")
    def schema(
        kind: Annotated[str, typer.Option("--kind", metavar="ART", help="Art der Datei.")] = "entries",
        to_disk: Annotated[
            bool, typer.Option("--write", help="Alle in den Ordner schreiben und in jeder Datei nennen.")
        ] = False,
        faq: FaqOption = None,
    ) -> None:
        if kind not in FILE_KINDS:
            there = meant(kind, FILE_KINDS) or f" Es gibt: {', '.join(FILE_KINDS)}."
            wrong_use(f"Die Art '{kind}' gibt es nicht.{there}")
        if to_disk:
            typer.echo(_written(folder_of(faq, default_folder)))
        else:
            typer.echo(as_text(kind), nl=False)


def _written(folder: Path) -> str:
    """Write the schemas of *folder* and name them in its files; what was done."""
    try:
        (folder / FOLDER).mkdir(exist_ok=True)
        schemas = {folder / FOLDER / f"{name}.json": as_text(name) for name in FILE_KINDS}
        changed = sum(_changed(path, text) for path, text in schemas.items())
        lines = sum(_names(path, folder, name) for path, name in files(folder))
    except OSError as error:
        failed(f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen.")
    return (
        f"{len(FILE_KINDS)} Formate in {folder.name}/{FOLDER}, davon neu geschrieben: {changed}. "
        f"Dateien, die ihr Format jetzt in der ersten Zeile nennen: {lines}."
    )


def _names(path: Path, folder: Path, name: str) -> bool:
    """Whether *path* now names its schema and did not before."""
    return _changed(path, named(read(path), name, len(path.relative_to(folder).parts) - 1))


def _changed(path: Path, text: str) -> bool:
    """Whether *path* had to be written to hold *text*."""
    if read(path) == text:
        return False
    write(path, text)
    return True
