"""What all commands of the operator stand on: the installation, its store, exit codes, output."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.caseworkers.typed import WrongUse
from bot.errors import AlreadyRunning, BotError, NoDatabase
from bot.operators import words
from bot.storage.files import database_path
from bot.storage.store import SqliteStore, open_store

DONE, REFUSED, WRONG_USE, IN_PART = 0, 1, 2, 3

Finish = Callable[[Coroutine[Any, Any, int]], None]
"""Runs a command to its exit code; errors become sentences."""
Clock = Callable[[], datetime]

AsJson = Annotated[bool, typer.Option("--json", help="Als JSON für Programme; Zeiten in UTC.")]


@dataclass(frozen=True, slots=True)
class Installation:
    """What the commands work on; ``database`` is the address as in the settings."""

    database: str
    secrets: Path
    days_done: int
    days_open: int

    @property
    def path(self) -> Path:
        return database_path(self.database)


@asynccontextmanager
async def opened(place: Installation, now: Clock) -> AsyncIterator[SqliteStore]:
    """The store, for one command.

    Raises:
        NoDatabase: there is none; none is made.
    """
    if not place.path.exists():
        raise NoDatabase(str(place.path))
    store = await open_store(place.database, place.secrets, now)
    try:
        yield store
    finally:
        await store.close()


async def told(act: Coroutine[Any, Any, int]) -> int:
    """The exit code of *act*; what it refuses goes to standard error."""
    try:
        return await act
    except WrongUse as error:
        typer.echo(error, err=True)
        return WRONG_USE
    except AlreadyRunning as error:
        typer.echo(words.still_running(error.process), err=True)
        return REFUSED
    except BotError as error:
        typer.echo(error, err=True)
        return REFUSED
    except typer.Abort:
        typer.echo("Abgebrochen. Nichts wurde verändert.", err=True)
        return REFUSED


def print_json(value: object) -> None:
    # ASCII only: JSON's own escapes keep control and direction characters off the terminal.
    typer.echo(json.dumps(value, indent=2, default=_plain))


def _plain(value: object) -> str:
    """What JSON has no type for."""
    if isinstance(value, date):  # also times
        return value.isoformat()
    raise TypeError(type(value).__name__)
