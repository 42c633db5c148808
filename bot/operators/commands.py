"""``backup``, ``restore`` and ``retention``; the others are added from their own modules."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.caseworkers.typed import WrongUse
from bot.core.knowledge import KnowledgeBase
from bot.errors import RetentionRefused
from bot.operators import words
from bot.operators.audit import audit_app
from bot.operators.citizen import citizen_app
from bot.operators.ground import DONE, IN_PART, AsJson, Clock, Finish, Installation, opened, print_json, told
from bot.operators.stats import add_stats
from bot.operators.steering import add_steering
from bot.storage.aside import default_backup, drop_outdated_backups
from bot.storage.backup import make_backup
from bot.storage.files import accounts_of
from bot.storage.restore import restore

NewFile = Annotated[
    Path | None, typer.Argument(metavar="DATEI", help="Wohin; sonst backups/bot-JJJJMMTT-HHMM.bak.")
]
OldFile = Annotated[Path, typer.Argument(metavar="DATEI", help="Die Sicherung.")]
Delete = Annotated[bool, typer.Option("--delete", help="Jetzt löschen; sonst nur die Vorschau.")]
Force = Annotated[
    bool,
    typer.Option("--force", help="Mit --delete: auch, wenn es verweigert wird. Erst die Vorschau ansehen."),
]


def add_commands(
    app: typer.Typer,
    installation: Callable[[], Installation],
    finish: Finish,
    who: Callable[[str], str],
    now: Clock,
    knowledge: Callable[[], KnowledgeBase] = KnowledgeBase,
) -> None:
    """Add the operator's commands to *app*; *who* makes a name of the value of ``--as``, *knowledge* tells
    how answers and offices are called.

    Exit codes: 0 fine, 1 refused or nothing found, 2 wrong use, 3 a backup without the accounts; what went
    wrong goes to standard error.
    """

    @app.command("backup")
    def back_up(file: NewFile = None, as_json: AsJson = False) -> None:
        """Sichert die Datenbank verschlüsselt in eine Datei. Der Bot kann dabei laufen."""
        target = file.absolute() if file else None
        finish(told(_back_up(installation(), target, now(), as_json)))

    @app.command("restore")
    def bring_back(file: OldFile) -> None:
        """Spielt eine Sicherung zurück. Der Bot muss dafür aus sein."""
        finish(told(_restore(installation(), file.absolute(), now())))

    @app.command("retention")
    def retention(delete: Delete = False, force: Force = False, as_json: AsJson = False) -> None:
        """Zeigt, was wegen seines Alters zu löschen ist; der Bot tut es stündlich von selbst."""
        finish(told(_retention(installation(), now, delete, force, as_json)))

    add_stats(app, installation, finish, now, knowledge)
    add_steering(app, installation, finish, who, now)
    app.add_typer(citizen_app(installation, finish, who, now), name="citizen")
    app.add_typer(audit_app(installation, finish, now), name="audit")


async def _back_up(place: Installation, file: Path | None, at: datetime, as_json: bool) -> int:
    database = place.path
    target = file or default_backup(database, at)
    made = await asyncio.to_thread(make_backup, database, place.secrets, target, at)
    gone = await asyncio.to_thread(drop_outdated_backups, database, at)
    if as_json:
        print_json(
            {
                "file": str(made.file),
                "size": made.size,
                "tickets": made.tickets,
                "accounts": made.accounts,
                "deleted": gone,
            }
        )
    else:
        typer.echo(words.backed_up(made, gone, place.secrets, is_looked_after=file is None))
    if made.accounts is None:
        typer.echo(words.accounts_lost(accounts_of(database), made.lost), err=True)
        return IN_PART
    return DONE


async def _restore(place: Installation, file: Path, at: datetime) -> int:
    done = await restore(place.path, place.secrets, file, at)
    typer.echo(words.restored(done))
    if not done.log_read:
        typer.echo(words.LOG_LOST, err=True)
    return DONE


async def _retention(place: Installation, now: Clock, delete: bool, force: bool, as_json: bool) -> int:
    if force and not delete:
        raise WrongUse("--force gehört zu --delete. Bitte erst die Vorschau ansehen: retention")
    async with opened(place, now) as store:
        at = now()
        found = await store.preview(at, place.days_done, place.days_open)
        if as_json:
            print_json(asdict(found))
        else:
            typer.echo(words.retirement(found, place.days_done, place.days_open))
        if delete:
            gone = await store.retire(at, place.days_done, place.days_open, force)
            _say_unless(as_json, f"Gelöscht: {words.tickets(gone)} und alles andere aus der Liste.")
        elif found.doubt is not None:
            typer.echo(RetentionRefused(found.doubt.value, found.tickets, found.there), err=True)
        else:
            _say_unless(as_json, words.ONLY_SHOWN)
    return DONE


def _say_unless(silent: bool, text: str) -> None:
    if not silent:
        typer.echo(text)
