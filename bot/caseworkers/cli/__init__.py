"""The caseworkers' command line.

looks    list, show, export, watch        moves    take, release, close and the other moves
reports  report-answer: an answer of the chat is wrong
window   opens the inbox, prints, turns errors into words
options  what the commands have in common                     usage    typing mistakes in German
"""

from __future__ import annotations

from collections.abc import Callable

import typer

from bot.caseworkers.cli import looks, moves, reports, usage
from bot.caseworkers.cli.window import OpenInbox, Pause, Window, sleep


def inbox_app(open_inbox: OpenInbox, who: Callable[[str], str], pause: Pause = sleep) -> typer.Typer:
    """The commands over the inbox that *open_inbox* opens; *who* makes a name of the value of ``--as``.

    ``watch`` waits by *pause*, which gets seconds. Exit codes: 0 fine, 1 refused or unknown, 2 wrong
    use; what went wrong goes to standard error.
    """
    app = typer.Typer(
        name="inbox",
        cls=usage.Group,
        help="Nachrichten der Bürgerinnen und Bürger: ansehen, übernehmen, abschließen.",
        no_args_is_help=True,
    )
    window = Window(open_inbox, who, pause)
    looks.add_to(app, window)
    moves.add_to(app, window)
    reports.add_to(app, window)
    return app
