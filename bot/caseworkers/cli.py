"""The caseworkers' command line: ``inbox list``, ``show``, ``take``, ``release``, ``close``."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Annotated

import typer
from rich.console import Console

from bot.caseworkers import objects, screen, words
from bot.caseworkers.inbox import Inbox, Moved, WrongUse, caseworker
from bot.caseworkers.literal import literal
from bot.core.ports import TicketFilter
from bot.core.tickets import State, shown
from bot.errors import AlreadyTaken, BotError, MoveRefused

REFUSED, WRONG_USE = 1, 2

OpenInbox = Callable[[], AbstractAsyncContextManager[Inbox]]
Act = Callable[[Inbox], Awaitable[None]]

Code = Annotated[str, typer.Argument(metavar="NUMMER", help="Nummer der Nachricht, zum Beispiel K7M-3PQ.")]
Result = Annotated[str, typer.Argument(metavar="ERGEBNIS", help=", ".join(words.OUTCOMES_TYPED))]
As = Annotated[
    str,
    typer.Option("--as", metavar="NAME", help="Ihr Name; sonst BOT_CASEWORKER, sonst Ihr Anmeldename."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Als JSON für Programme; Zeiten in UTC.")]
Offices = Annotated[
    list[str] | None, typer.Option("--office", metavar="ORT", help="Nur dieser Ort; mehrfach möglich.")
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="ART", help=f"Nur {', '.join(words.KINDS_TYPED)}; mehrfach möglich."),
]
Mine = Annotated[bool, typer.Option("--mine", help="Nur was bei Ihnen liegt oder zuletzt lag.")]
OnlyOpen = Annotated[bool, typer.Option("--open", help="Nur was bei niemandem liegt.")]
Everything = Annotated[bool, typer.Option("--all", help="Auch Erledigtes, Zurückgezogenes und Ruhendes.")]
Urgent = Annotated[bool, typer.Option("--urgent", help="Nur was eilt.")]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="Auch Name, Nummer, Grund und Text; das steht danach im Verlauf.")
]


def inbox_app(open_inbox: OpenInbox, who: Callable[[str], str]) -> typer.Typer:
    """The commands over the inbox that *open_inbox* opens; *who* makes a name of the value of ``--as``.

    Exit codes: 0 fine, 1 refused or unknown, 2 wrong use; what went wrong goes to standard error.
    """
    app = typer.Typer(
        name="inbox",
        help="Nachrichten der Bürgerinnen und Bürger: ansehen, übernehmen, abschließen.",
        no_args_is_help=True,
    )

    @app.command("list")
    def list_tickets(
        office: Offices = None,
        kind: Kinds = None,
        mine: Mine = False,
        only_open: OnlyOpen = False,
        everything: Everything = False,
        urgent: Urgent = False,
        as_name: As = "",
        as_json: AsJson = False,
    ) -> None:
        """Zeigt, was zu tun ist: Eiliges zuerst, dann nach Zeit. Ohne Namen und Nummern."""

        async def act(inbox: Inbox) -> None:
            wanted = TicketFilter(
                states=_states(only_open, everything),
                offices=tuple(words.read_office(town, inbox.kb.offices).id for town in office or ()),
                kinds=tuple(words.read_kind(typed).value for typed in kind or ()),
                taken_by=caseworker(who(as_name)) if mine else "",
                urgent=urgent,
                hidden=everything,
            )
            await _print_list(inbox, wanted, as_json)

        _run(open_inbox, act)

    @app.command("show")
    def show_ticket(code: Code, reveal: Reveal = False, as_name: As = "", as_json: AsJson = False) -> None:
        """Zeigt eine Nachricht und was mit ihr geschah."""

        async def act(inbox: Inbox) -> None:
            found = await inbox.show(code, who(as_name), reveal)
            if as_json:
                _print_json(objects.shown_object(found, inbox.kb, inbox.now()))
            else:
                _console().print(screen.ticket_page(found, inbox.kb, inbox.now()))

        _run(open_inbox, act)

    @app.command("take")
    def take_ticket(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Übernimmt eine Nachricht: Sie liegt dann bei Ihnen und bei niemandem sonst."""

        async def act(inbox: Inbox) -> None:
            _print_moved(inbox, await inbox.take(code, who(as_name)), _taken_words, as_json)

        _run(open_inbox, act)

    @app.command("release")
    def release_ticket(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Gibt eine Nachricht zurück: Sie ist dann wieder für alle offen."""

        async def act(inbox: Inbox) -> None:
            _print_moved(inbox, await inbox.release(code, who(as_name)), _released_words, as_json)

        _run(open_inbox, act)

    @app.command("close")
    def close_ticket(code: Code, outcome: Result, as_name: As = "", as_json: AsJson = False) -> None:
        """Schließt eine Nachricht mit einem Ergebnis ab."""

        async def act(inbox: Inbox) -> None:
            moved = await inbox.close(code, words.read_outcome(outcome), who(as_name))
            _print_moved(inbox, moved, _closed_words, as_json)

        _run(open_inbox, act)

    return app


def _run(open_inbox: OpenInbox, act: Act) -> None:
    """Do *act*; the one place where errors become words and exit codes."""

    async def within() -> None:
        async with open_inbox() as inbox:
            await act(inbox)

    try:
        asyncio.run(within())
    except BotError as error:
        typer.echo(_complaint(error), err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, WrongUse) else REFUSED) from None


def _complaint(error: BotError) -> str:
    text = "\n".join(literal(line) for line in str(error).splitlines())
    if isinstance(error, AlreadyTaken):
        return f"{text} Bis wann, zeigt: inbox show {error.code}. Was frei ist: inbox list --open"
    if isinstance(error, MoveRefused):
        return f"{text} Was geschah, zeigt: inbox show {error.code}"
    return text


def _states(only_open: bool, everything: bool) -> tuple[State, ...]:
    if only_open and everything:
        raise WrongUse("--open und --all widersprechen sich. Bitte nur eines davon angeben.")
    if everything:
        return ()
    return (State.OPEN,) if only_open else (State.OPEN, State.TAKEN)


async def _print_list(inbox: Inbox, wanted: TicketFilter, as_json: bool) -> None:
    tickets, now = await inbox.list(wanted), inbox.now()
    if as_json:
        _print_json([objects.ticket_object(ticket, inbox.kb, now) for ticket in tickets])
    elif tickets:
        console = _console()
        console.print(screen.ticket_table(tickets, inbox.kb, now, console.width))
        typer.echo(screen.summary(tickets, now))
    else:
        typer.echo(_nothing(wanted))


def _nothing(wanted: TicketFilter) -> str:
    what = "Keine offenen Nachrichten" if wanted.states else "Keine Nachrichten"
    chosen = wanted.offices or wanted.kinds or wanted.taken_by or wanted.urgent
    return f"{what} für diese Auswahl." if chosen else f"{what}."


def _print_moved(inbox: Inbox, moved: Moved, text: Callable[[Moved], str], as_json: bool) -> None:
    if as_json:
        _print_json(objects.ticket_object(moved.ticket, inbox.kb, inbox.now()))
    else:
        typer.echo(text(moved))


def _taken_words(moved: Moved) -> str:
    code = shown(moved.ticket.code)
    until = f" (bis {words.moment(moved.ticket.lease_until)})" if moved.ticket.lease_until else ""
    told = " Die Bürgerin oder der Bürger bekommt Bescheid: gelesen." if moved.told else ""
    return f"{code} liegt jetzt bei Ihnen{until}.{told}\nName und Nummer: inbox show {code} --reveal"


def _released_words(moved: Moved) -> str:
    return f"{shown(moved.ticket.code)} ist wieder für alle offen."


def _closed_words(moved: Moved) -> str:
    outcome = f" ({words.OUTCOMES[moved.ticket.outcome]})" if moved.ticket.outcome else ""
    told = " Die Bürgerin oder der Bürger bekommt Bescheid." if moved.told else ""
    return f"{shown(moved.ticket.code)} ist erledigt{outcome}.{told}"


def _console() -> Console:
    """Standard output as it is now; what is printed is taken literally."""
    return Console(markup=False, emoji=False, highlight=False)


def _print_json(value: object) -> None:
    # ASCII only: JSON's own escapes keep control and direction characters off the terminal.
    typer.echo(json.dumps(value, indent=2))
