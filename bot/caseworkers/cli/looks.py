"""The commands that only look: list, show, export, watch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from bot.caseworkers import export, objects, screen, watch
from bot.caseworkers.case_note import case_note
from bot.caseworkers.cli import usage
from bot.caseworkers.cli.options import (
    As,
    AsJson,
    Chosen,
    Code,
    CsvFile,
    Every,
    Everything,
    Force,
    Kinds,
    Mine,
    Offices,
    OnlyCaseNote,
    OnlyOpen,
    Reveal,
    Urgent,
    office_ids,
)
from bot.caseworkers.cli.window import Window, console, print_json
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.settled import settled
from bot.caseworkers.typed import WrongUse
from bot.caseworkers.view import Shown
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import State

LOOK = "Ansehen"
EVERY = 20
"""Seconds between two looks; a quick query each, so that one may leave it open all day."""


def add_to(app: typer.Typer, window: Window) -> None:
    """Add the commands to *app*."""
    _add_list(app, window)
    _add_show(app, window)
    _add_export(app, window)
    _add_watch(app, window)


def _add_list(app: typer.Typer, window: Window) -> None:
    @app.command("list", cls=usage.Command, rich_help_panel=LOOK)
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
        chosen = Chosen(office, kind, mine, only_open, everything, urgent)

        async def act(inbox: Inbox) -> None:
            await _print_list(inbox, chosen.filter(inbox, window.who(as_name)), as_json)

        window.run(act)


def _add_show(app: typer.Typer, window: Window) -> None:
    @app.command("show", cls=usage.Command, rich_help_panel=LOOK)
    def show_ticket(
        code: Code,
        reveal: Reveal = False,
        only_case_note: OnlyCaseNote = False,
        as_name: As = "",
        as_json: AsJson = False,
    ) -> None:
        """Zeigt eine Nachricht, was mit ihr geschah, und den Vermerk fürs Fachverfahren."""

        async def act(inbox: Inbox) -> None:
            if only_case_note and as_json:
                raise WrongUse("--vermerk und --json widersprechen sich. In JSON heißt er case_note.")
            found = await inbox.show(code, window.who(as_name), reveal, by_hand=not as_json)
            if as_json:
                print_json(objects.shown_object(found, inbox.kb, inbox.now()))
            elif only_case_note:
                typer.echo(case_note(found, inbox.kb))
            else:
                _print_page(inbox, found)

        window.run(act)


def _add_export(app: typer.Typer, window: Window) -> None:
    @app.command("export", cls=usage.Command, rich_help_panel=LOOK)
    def export_tickets(
        csv: CsvFile = "",
        as_json: AsJson = False,
        force: Force = False,
        reveal: Reveal = False,
        office: Offices = None,
        kind: Kinds = None,
        mine: Mine = False,
        only_open: OnlyOpen = False,
        everything: Everything = False,
        urgent: Urgent = False,
        as_name: As = "",
    ) -> None:
        """Gibt Nachrichten als Tabelle für Excel (--csv DATEI) oder als JSON aus."""
        chosen = Chosen(office, kind, mine, only_open, everything, urgent)

        async def act(inbox: Inbox) -> None:
            if bool(csv) == as_json:
                raise WrongUse("Bitte --csv DATEI oder --json angeben. --csv - gibt die Tabelle hier aus.")
            who = window.who(as_name)
            await _export(inbox, chosen.filter(inbox, who), who, csv, force, reveal)

        window.run(act)


def _add_watch(app: typer.Typer, window: Window) -> None:
    @app.command("watch", cls=usage.Command, rich_help_panel=LOOK)
    def watch_queue(office: Offices = None, every: Every = EVERY) -> None:
        """Bleibt offen und klingelt, wenn etwas Eiliges kommt oder überfällig wird. Ende mit Strg-C."""

        async def act(inbox: Inbox) -> None:
            if every < 1:
                raise WrongUse("--every braucht mindestens 1 Sekunde.")
            wanted = TicketFilter(states=(State.OPEN, State.TAKEN), offices=office_ids(inbox, office))

            async def look() -> watch.Look:
                return watch.Look(inbox.now(), await inbox.list(wanted, by_hand=False))

            first = await look()
            typer.echo(f"{screen.summary(first.tickets, first.at)}. Neues steht hier. Ende mit Strg-C.")
            await watch.watch(first, look, lambda: window.pause(every), inbox.kb, typer.echo)

        try:
            window.run(act)
        except KeyboardInterrupt:
            typer.echo("Ende.")


async def _print_list(inbox: Inbox, wanted: TicketFilter, as_json: bool) -> None:
    tickets, now = await inbox.list(wanted, by_hand=not as_json), inbox.now()
    if as_json:
        print_json([objects.ticket_object(ticket, inbox.kb, now) for ticket in tickets])
    elif tickets:
        terminal = console()
        terminal.print(screen.ticket_table(tickets, inbox.kb, now, terminal.width))
        typer.echo(screen.summary(tickets, now))
    else:
        typer.echo(_nothing(wanted, len(await inbox.list(replace(wanted, hidden=True), by_hand=False))))


def _nothing(wanted: TicketFilter, resting: int) -> str:
    what = "Keine offenen Nachrichten" if wanted.states else "Keine Nachrichten"
    chosen = wanted.offices or wanted.kinds or wanted.taken_by or wanted.urgent
    rest = f" Später wieder dran: {resting}. Alle zeigt: inbox list --all" if resting else ""
    return f"{what} für diese Auswahl.{rest}" if chosen else f"{what}.{rest}"


def _print_page(inbox: Inbox, found: Shown) -> None:
    terminal = console()
    terminal.print(screen.ticket_page(found, inbox.kb, inbox.now()))
    terminal.print("\nVermerk", style="bold")
    typer.echo(case_note(found, inbox.kb))  # not wrapped: it is copied as one paragraph


async def _export(inbox: Inbox, wanted: TicketFilter, who: str, file: str, force: bool, reveal: bool) -> None:
    """To *file*, "-" for standard output; as JSON to standard output without one."""
    path = Path(file) if file not in ("", "-") else None
    if path:
        export.refuse_to_overwrite(path, force)  # before anything is revealed
    tickets = await inbox.export(wanted, who, reveal)
    around = export.Around(inbox.kb, inbox.now(), await settled(inbox, tickets))
    if not file:
        print_json([objects.exported_object(ticket, around, reveal) for ticket in tickets])
        return
    table = export.as_csv(tickets, around, reveal)
    if path is None:
        typer.echo(table, nl=False)
        return
    export.save(path, table, force)
    personal = " Darin stehen Namen und Nummern: bitte löschen, sobald es geht." if reveal else ""
    typer.echo(f"Gespeichert in {path}, nur für Sie lesbar. Nachrichten: {len(tickets)}.{personal}")
