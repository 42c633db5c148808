"""The command with which caseworkers tell the editors that an answer of the chat is wrong."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from bot.caseworkers.cli import usage
from bot.caseworkers.cli.options import As, AsJson
from bot.caseworkers.cli.window import Window, print_json
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.reporting import report_answer
from bot.core.literal import literal

Answer = Annotated[
    str, typer.Argument(metavar="ID", help="Kennung der Antwort, zum Beispiel termin-verpasst.")
]
Wrong = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Was stimmt nicht? Ohne Namen und Nummern.")
]


def add_to(app: typer.Typer, window: Window) -> None:
    """Add the command to *app*."""
    command = partial(app.command, cls=usage.Command, rich_help_panel="Antworten des Chats")

    @command("report-answer")
    def report(answer: Answer, reason: Wrong, as_name: As = "", as_json: AsJson = False) -> None:
        """Meldet der Redaktion, dass eine Antwort des Chats nicht stimmt."""

        async def act(inbox: Inbox) -> None:
            kept = await report_answer(inbox, answer, reason, window.who(as_name))
            if as_json:
                print_json({"entry": answer, "reason": kept})
            else:
                typer.echo(
                    f"Gemeldet. Bei der Redaktion steht jetzt zu '{literal(answer)}': „{literal(kept)}“"
                )

        window.run(act)
