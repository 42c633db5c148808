"""``faq withdraw``: take a wrong answer out of service at once, whatever else is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.content.draft import WITHDRAWN
from bot.content.faq_files import read_withdrawn
from bot.editors import withdrawn_file
from bot.editors.files import read, write
from bot.editors.ids import entry_ids
from bot.editors.options import DefaultFolder, FaqOption, Today, failed, folder_of, unknown_id, wrong_use
from bot.editors.schema_files import beginning


def add_withdraw(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command."""

    @app.command(help="Eine falsche Antwort sofort herausnehmen; mit --undo wieder geben.")
    def withdraw(
        entry_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, z. B. termin-verpasst.")],
        reason: Annotated[str, typer.Option("--reason", metavar="GRUND", help="Warum?")] = "",
        by: Annotated[str, typer.Option("--by", metavar="NAME", help="Wer hat das entschieden?")] = "",
        undo: Annotated[bool, typer.Option("--undo", help="Die Antwort wieder geben.")] = False,
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        if undo == bool(reason.strip()):
            wrong_use('Bitte einen Grund angeben: --reason "...". Oder, um sie wieder zu geben: --undo.')
        text = _text(folder)
        if undo:
            _give_again(folder, text, entry_id)
            return
        if entry_id in read_withdrawn(folder):
            typer.echo(f"'{entry_id}' ist schon zurückgezogen. Wieder geben: faq withdraw {entry_id} --undo")
            return
        known = entry_ids(folder)
        if entry_id not in known:
            unknown_id(entry_id, set(known))
        new = withdrawn_file.with_row(text or _first(folder), entry_id, reason, today(), by)
        _take_out(folder, text, new, entry_id)


def _take_out(folder: Path, before: str, new: str, entry_id: str) -> None:
    """Write *new*. A file that was broken before stays so, but the bot finds the id in it all the same."""
    was_readable = withdrawn_file.ids(before) is not None
    now = withdrawn_file.ids(new)
    if was_readable and (now is None or entry_id not in now):
        failed(
            f"{WITHDRAWN} ist so geschrieben, dass ich nichts anfügen kann. Bitte von Hand: - id: {entry_id}"
        )
    _write(folder, new)
    if entry_id not in read_withdrawn(folder):
        _write(folder, before)
        failed(f"{WITHDRAWN} ist nicht lesbar. Bitte mit faq check beheben und noch einmal versuchen.")
    typer.echo(
        f"'{entry_id}' wird nicht mehr gegeben. Wo der Bot läuft, gilt das in wenigen Sekunden; wer danach "
        "fragt, hört, dass die Auskunft gerade geprüft wird.\n"
        f"Wieder geben: faq withdraw {entry_id} --undo"
    )
    if not was_readable:
        typer.echo(f"{WITHDRAWN} hatte schon vorher einen Fehler. Bitte mit faq check beheben.", err=True)


def _give_again(folder: Path, text: str, entry_id: str) -> None:
    if entry_id not in read_withdrawn(folder):
        wrong_use(f"'{entry_id}' ist nicht zurückgezogen.")
    left = withdrawn_file.without_row(text, entry_id)
    if left is None:
        failed(
            f"{WITHDRAWN} lässt sich nicht zeilenweise ändern. Bitte die Zeile von {entry_id} dort löschen."
        )
    _write(folder, left)
    typer.echo(f"'{entry_id}' wird wieder gegeben. Wo der Bot läuft, gilt das in wenigen Sekunden.")


def _text(folder: Path) -> str:
    try:
        return read(folder / WITHDRAWN)
    except OSError as error:
        failed(f"{folder / WITHDRAWN} lässt sich nicht lesen ({error.strerror}). Bitte die Rechte prüfen.")


def _first(folder: Path) -> str:
    return beginning(folder, WITHDRAWN) + withdrawn_file.HEADER


def _write(folder: Path, text: str) -> None:
    try:
        write(folder / WITHDRAWN, text)
    except OSError as error:
        failed(
            f"{folder / WITHDRAWN} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen."
        )
