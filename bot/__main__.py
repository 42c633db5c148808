"""``python -m bot ...``: reads the command line and calls one room."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # several BLAS threads slow small arithmetic down

from bot.storage import newer_sqlite

newer_sqlite.use()  # before anything imports sqlite3

import asyncio
import getpass
import sys
import traceback
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.caseworkers.cli import inbox_app
from bot.caseworkers.inbox import Inbox
from bot.config import Settings, read_settings
from bot.core.knowledge import KnowledgeBase
from bot.core.ports_recall import Memory
from bot.editors.cli import faq_app
from bot.editors.in_vain import QuestionDesk
from bot.editors.options import FaqOption, folder_of
from bot.errors import AlreadyRunning, BotError
from bot.operators import Installation, Personnel, Site, add_commands, machine_app, staff_app

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Der Chat des Jobcenters im Kreis Borken. Starten: make run",
)


def _settings() -> Settings:
    """The settings; a complaint ends the program with one line for each wrong key."""
    try:
        return read_settings()
    except BotError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None


def _finish(work: Coroutine[Any, Any, int]) -> None:
    """Run *work* to its exit code; errors become sentences."""
    try:
        code = asyncio.run(work)
    except AlreadyRunning as error:
        print(error, file=sys.stderr)
        raise typer.Exit(3) from None
    except BotError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    except Exception as error:
        print(_unexpected(error), file=sys.stderr)
        raise typer.Exit(1) from None
    raise typer.Exit(code)


def _unexpected(error: BaseException) -> str:
    """Where it happened; never what a library wrote about it: that may quote a text or the token."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    where = [
        f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    way = " > ".join(where[-6:])
    return f"Unerwarteter Fehler: {type(error).__name__} ({way}). Nichts Gespeichertes ging verloren."


@app.command()
def run(
    without_web: Annotated[
        bool, typer.Option("--without-web", help="Ohne Posteingang im Browser: Er läuft als eigener Dienst.")
    ] = False,
) -> None:
    """Startet den Bot und den Posteingang im Browser. Ende mit Strg-C."""
    from bot import app as bot
    from bot import logs

    settings = _settings()
    logs.set_up(settings.log.level, settings.log.format)
    _finish(bot.run(settings, with_web=not without_web))


@app.command()
def web(child: Annotated[bool, typer.Option("--child", hidden=True)] = False) -> None:
    """Startet nur den Posteingang im Browser; sonst tut es run. Ende mit Strg-C."""
    from bot import logs, site
    from bot.beside import PORT_TAKEN
    from bot.web.server import PortTaken

    settings = _settings()
    logs.set_up(settings.log.level, settings.log.format)
    try:
        site.set_up(settings)
    except BotError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None

    async def opened() -> int:
        try:
            return await site.serve(settings, is_child=child)
        except PortTaken as error:
            print(error, file=sys.stderr)
            return PORT_TAKEN

    _finish(opened())


@app.command("try")
def try_out(
    explain: Annotated[
        bool, typer.Option("--explain", help="Unter jeder Antwort steht, warum der Bot sie gibt.")
    ] = False,
    faq: FaqOption = None,
) -> None:
    """Der Chat in diesem Terminal, zum Ausprobieren. Ende mit Strg-D."""
    from bot import app as bot
    from bot import logs

    settings = _settings()
    if faq is not None:
        settings.faq.folder = folder_of(faq, _faq_folder)
    logs.set_up("warning", settings.log.format)
    _finish(bot.try_out(settings, explain))


@app.command()
def check(
    live: Annotated[bool, typer.Option("--live", help="Was fehlt für den echten Betrieb?")] = False,
) -> None:
    """Prüft Einstellungen und Wissensbasis; mit --live: was für den echten Betrieb fehlt."""
    from bot import checkup

    settings = _settings()
    try:
        problems = checkup.problems(settings, live=live or settings.mode == "live")
    except BotError as error:
        problems = [str(error)]
    for line in problems:
        print(line)
    points = "Ein Punkt ist offen." if len(problems) == 1 else f"{len(problems)} Punkte sind offen."
    print(points if problems else "Alles in Ordnung.")
    raise typer.Exit(1 if problems else 0)


def _today() -> date:
    from bot.app import now
    from bot.core.calendar import local

    return local(now()).date()


def _faq_folder() -> Path:
    return _settings().faq.folder


def _who(given: str) -> str:
    """The caseworker: --as NAME, else BOT_CASEWORKER, else the system's login name."""
    return given.strip() or os.environ.get("BOT_CASEWORKER", "").strip() or _login_name()


def _login_name() -> str:
    """Empty where the system has no name for this user, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _opened_inbox() -> AbstractAsyncContextManager[Inbox]:
    from bot.opening import opened_inbox

    return opened_inbox(_settings())


def _opened_questions() -> AbstractAsyncContextManager[Memory]:
    from bot.opening import opened_questions

    return opened_questions(_settings())


def _installation() -> Installation:
    from bot import logs

    settings = _settings()
    logs.set_up("warning", settings.log.format)
    privacy = settings.privacy
    return Installation(settings.database.url, settings.secrets.folder, privacy.days_done, privacy.days_open)


def _site() -> Site:
    """The site for the command line; nothing of it is imported before a command needs it."""

    def set_up() -> None:
        from bot import site

        site.set_up(_settings())

    return Site(set_up, _known_names, lambda: _settings().web.address)


def _known_names() -> KnowledgeBase:
    from bot.opening import known_offices

    return known_offices(_settings())


def _now() -> datetime:
    from bot.app import now

    return now()


_asked = QuestionDesk(_opened_questions, _now, _who)
editors = faq_app(_faq_folder, _today, lambda: _settings().cache.folder, _asked)
editors.command("try")(try_out)
app.add_typer(editors, name="faq")
app.add_typer(inbox_app(_opened_inbox, _who), name="inbox")
add_commands(app, _installation, _finish, _who, _now, _known_names)
_personnel = Personnel(_site(), _installation, _who, _now)
app.add_typer(staff_app(_personnel, _finish), name="staff")
app.add_typer(machine_app(_personnel, _finish), name="machine")

if __name__ == "__main__":
    app()
