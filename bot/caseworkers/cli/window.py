"""One caseworker's terminal: opens the inbox for a command, prints, and turns errors into words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import typer
from rich.console import Console

from bot.caseworkers import objects
from bot.caseworkers.cli.usage import WRONG_USE
from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.typed import WrongUse
from bot.core.literal import literal
from bot.core.tickets import Ticket
from bot.errors import AlreadyTaken, BotError, MoveRefused, MoveUnfit

REFUSED = 1

OpenInbox = Callable[[], AbstractAsyncContextManager[Inbox]]
Pause = Callable[[float], Awaitable[None]]
Act = Callable[[Inbox], Awaitable[None]]

sleep: Pause = asyncio.sleep


@dataclass(frozen=True, slots=True)
class Window:
    """What every command works with; ``who`` makes a name of the value of ``--as``."""

    open_inbox: OpenInbox
    who: Callable[[str], str]
    pause: Pause

    def run(self, act: Act) -> None:
        """Do *act*; the one place where errors become words and exit codes."""
        try:
            asyncio.run(self._within(act))
        except BotError as error:
            typer.echo(_complaint(error), err=True)
            raise typer.Exit(WRONG_USE if isinstance(error, WrongUse) else REFUSED) from None

    def move(
        self,
        move: Callable[[Inbox], Awaitable[Moved]],
        answer: Callable[[Inbox, Moved], object],
        as_json: bool,
    ) -> None:
        """Make *move* and print its *answer*."""

        async def act(inbox: Inbox) -> None:
            moved = await move(inbox)
            print_ticket(inbox, moved.ticket, str(answer(inbox, moved)), as_json)

        self.run(act)

    async def _within(self, act: Act) -> None:
        async with self.open_inbox() as inbox:
            await act(inbox)


def print_ticket(inbox: Inbox, ticket: Ticket, text: str, as_json: bool) -> None:
    """The ticket for scripts, or else *text* for people."""
    if as_json:
        print_json(objects.ticket_object(ticket, inbox.kb, inbox.now()))
    else:
        typer.echo(text)


def print_json(value: object) -> None:
    # ASCII only: JSON's own escapes keep control and direction characters off the terminal.
    typer.echo(json.dumps(value, indent=2))


def console() -> Console:
    """Standard output as it is now; what is printed is taken literally."""
    return Console(markup=False, emoji=False, highlight=False)


def _complaint(error: BotError) -> str:
    text = "\n".join(literal(line) for line in str(error).splitlines())
    if isinstance(error, AlreadyTaken):
        return f"{text} Bis wann, zeigt: inbox show {error.code}. Was frei ist: inbox list --open"
    if isinstance(error, MoveRefused) and error.reason == "resting":
        return f"{text} Das tut: inbox take {error.code}"
    if isinstance(error, MoveRefused):
        return f"{text} Was geschah, zeigt: inbox show {error.code}"
    if isinstance(error, MoveUnfit):
        return f"{text} Worum es geht, zeigt: inbox show {error.code}. Was sonst möglich ist: inbox --help"
    return text
