"""``faq withdraw``: take wrong answers out of service at once, whatever else is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.content.draft import WITHDRAWN
from bot.content.faq_files import read_withdrawn, survey
from bot.editors import withdrawn_file
from bot.editors.files import read, write
from bot.editors.ids import entry_ids
from bot.editors.options import DefaultFolder, FaqOption, Today, failed, folder_of, no_such, wrong_use
from bot.editors.out_of_service import undo as undo_command
from bot.editors.schema_files import beginning

_UNCHANGED = "Nichts wurde geändert."
_SOON = "Wo der Bot läuft, gilt das in wenigen Sekunden"

IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="ID...", help="Kennungen, z. B. termin-verpasst.")
]


def add_withdraw(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command."""

    @app.command(help="Falsche Antworten sofort herausnehmen; mit --undo wieder geben.")
    def withdraw(
        entry_ids: IdsArgument = None,
        reason: Annotated[str, typer.Option("--reason", metavar="GRUND", help="Warum?")] = "",
        by: Annotated[str, typer.Option("--by", metavar="NAME", help="Wer hat das entschieden?")] = "",
        undo: Annotated[bool, typer.Option("--undo", help="Die Antworten wieder geben.")] = False,
        faq: FaqOption = None,
    ) -> None:
        folder, ids = folder_of(faq, default_folder), list(dict.fromkeys(entry_ids or []))
        if not ids:
            wrong_use("Bitte mindestens eine Kennung angeben, z. B. faq withdraw termin-verpasst ...")
        if undo == bool(reason.strip()):
            wrong_use('Bitte einen Grund angeben: --reason "...". Oder, um sie wieder zu geben: --undo.')
        if undo:
            _give_again(folder, ids, today())
            return
        _refuse_unknown(folder, ids)
        there = read_withdrawn(folder)
        for entry_id in (one for one in ids if one in there):
            typer.echo(f"'{entry_id}' ist schon zurückgezogen. Wieder geben: {undo_command([entry_id])}")
        new = [entry_id for entry_id in ids if entry_id not in there]
        if new:
            before = _text(folder)
            after = before or _first(folder)
            for entry_id in new:
                after = withdrawn_file.with_row(after, entry_id, reason, today(), by)
            _take_out(folder, before, after, new)


def _refuse_unknown(folder: Path, ids: Sequence[str]) -> None:
    """Name all that do not exist, and end the command. What is withdrawn already may be gone since."""
    known = {*entry_ids(folder)}
    unknown = [one for one in ids if one not in known | read_withdrawn(folder)]
    if unknown:
        lines = [no_such(entry_id, known) for entry_id in unknown]
        if len(ids) > 1:  # the first word of a reason without quotes is taken for the whole of it
            lines.append(
                f'{_UNCHANGED} Mehrere Wörter brauchen Anführungszeichen: --reason "...", --by "...".'
            )
        wrong_use("\n".join(lines))


def _take_out(folder: Path, before: str, after: str, ids: Sequence[str]) -> None:
    """Write *after*. A file that was broken before stays so, but the bot finds the ids in it all the same."""
    was_readable = withdrawn_file.ids(before) is not None
    now = withdrawn_file.ids(after)
    if was_readable and (now is None or not {*ids} <= {*now}):
        rows = ", ".join(f"- id: {entry_id}" for entry_id in ids)
        failed(f"{WITHDRAWN} ist so geschrieben, dass ich nichts anfügen kann. Bitte von Hand: {rows}")
    _write(folder, after)
    if not {*ids} <= read_withdrawn(folder):
        _write(folder, before)
        failed(f"{WITHDRAWN} ist nicht lesbar. Bitte mit faq check beheben und noch einmal versuchen.")
    typer.echo(
        f"{_named(ids)} {_verb(ids)} nicht mehr gegeben. {_SOON}; wer danach "
        "fragt, hört, dass die Auskunft gerade geprüft wird.\n"
        f"Wieder geben: {undo_command(ids)}"
    )
    if not was_readable:
        typer.echo(f"{WITHDRAWN} hatte schon vorher einen Fehler. Bitte mit faq check beheben.", err=True)


def _give_again(folder: Path, ids: Sequence[str], on: date) -> None:
    others = [one for one in ids if one not in read_withdrawn(folder)]
    if others:
        lines = [f"'{entry_id}' ist nicht zurückgezogen." for entry_id in others]
        wrong_use("\n".join([*lines, *([_UNCHANGED] if len(ids) > 1 else [])]))
    text = _text(folder)
    for entry_id in ids:
        left = withdrawn_file.without_row(text, entry_id)
        if left is None:
            failed(f"{WITHDRAWN} lässt sich nicht zeilenweise ändern. Bitte dort löschen: {', '.join(ids)}.")
        text = left
    _write(folder, text)
    typer.echo(f"{_named(ids)} {_verb(ids)} wieder gegeben. {_SOON}.")
    for line in _unsigned(folder, ids, on):
        typer.echo(line)


def _unsigned(folder: Path, ids: Sequence[str], on: date) -> Iterator[str]:
    """Which of them are given only in trial mode, and what to do about it."""
    kb, _ = survey(folder)
    for entry_id in ids:
        entry = kb.entry(entry_id, on) or next((one for one in kb.entries if one.id == entry_id), None)
        if entry is None or entry.approved_by is not None:
            continue
        why = "wurde seit der Unterschrift geändert" if entry.lapsed else "ist nicht unterschrieben"
        yield (
            f"Aber '{entry_id}' {why}: Im echten Betrieb (mode: live) gibt der Bot die Antwort erst nach\n"
            f"  faq sign {entry_id} --by NAME"
        )


def _named(ids: Sequence[str]) -> str:
    return ", ".join(f"'{entry_id}'" for entry_id in ids)


def _verb(ids: Sequence[str]) -> str:
    return "wird" if len(ids) == 1 else "werden"


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
