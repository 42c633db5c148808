"""The commands that move a ticket: take, release, close, and what may come in between."""

from __future__ import annotations

import sys
from functools import partial

import typer

from bot.caseworkers import answers, tries, words
from bot.caseworkers.cli import usage
from bot.caseworkers.cli.options import As, AsJson, CalledAgain, Code, Note, Result, Sure, Town, When, Why
from bot.caseworkers.cli.window import Window, print_ticket
from bot.caseworkers.dates import read_appointment
from bot.caseworkers.inbox import Inbox, Moved
from bot.core.tickets import shown

WORK, CALLS, APPOINTMENTS = "Bearbeiten", "Anrufe", "Termine"
NUMBER_GOES = "Die Nummer wird gelöscht, und der Chat fragt nach einer anderen."


def add_to(app: typer.Typer, window: Window) -> None:
    """Add the commands to *app*."""
    _add_work(app, window)
    _add_ways_to_colleagues(app, window)
    _add_calls(app, window)
    _add_appointments(app, window)


def _add_work(app: typer.Typer, window: Window) -> None:
    command = partial(app.command, cls=usage.Command, rich_help_panel=WORK)

    @command("take")
    def take_ticket(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Übernimmt eine Nachricht: Sie liegt dann bei Ihnen und bei niemandem sonst."""
        window.move(lambda inbox: inbox.take(code, window.who(as_name)), _taken, as_json)

    @command("release")
    def release_ticket(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Gibt eine Nachricht zurück: Sie ist dann wieder für alle offen."""
        window.move(lambda inbox: inbox.release(code, window.who(as_name)), answers.released, as_json)

    @command("close")
    def close_ticket(code: Code, outcome: Result, as_name: As = "", as_json: AsJson = False) -> None:
        """Schließt eine Nachricht mit einem Ergebnis ab; die Bürgerin oder der Bürger bekommt Bescheid."""

        async def move(inbox: Inbox) -> Moved:
            return await inbox.close(code, words.read_outcome(outcome), window.who(as_name))

        window.move(move, answers.closed, as_json)


def _add_ways_to_colleagues(app: typer.Typer, window: Window) -> None:
    command = partial(app.command, cls=usage.Command, rich_help_panel=WORK)

    @command("told")
    def told_ticket(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Die Person weiß jetzt, was daraus wurde, weil Sie angerufen oder geschrieben haben.

        Nach „neuer Termin“ und „Termin bleibt“, wo im Chat nur steht, dass es eine Antwort gibt.
        """
        window.move(lambda inbox: inbox.told(code, window.who(as_name)), answers.told, as_json)

    @command("forward")
    def forward_ticket(
        code: Code, town: Town, reason: Why, as_name: As = "", as_json: AsJson = False
    ) -> None:
        """Gibt eine Nachricht an eine andere Stelle weiter. Die Frist bleibt, wie sie ist."""

        async def move(inbox: Inbox) -> Moved:
            office = words.read_office(town, inbox.kb.offices)
            return await inbox.forward(code, office, reason, window.who(as_name))

        window.move(move, answers.forwarded, as_json)

    @command("note")
    def note_ticket(code: Code, text: Note, as_name: As = "", as_json: AsJson = False) -> None:
        """Schreibt eine Notiz in den Verlauf, nur für Kolleginnen und Kollegen.

        Sie wird nie gesendet. Wer Auskunft über die eigenen Daten verlangt, bekommt sie aber zu lesen.
        """

        async def act(inbox: Inbox) -> None:
            ticket = await inbox.note(code, text, window.who(as_name))
            print_ticket(inbox, ticket, str(answers.noted(ticket)), as_json)

        window.run(act)


def _add_calls(app: typer.Typer, window: Window) -> None:
    command = partial(app.command, cls=usage.Command, rich_help_panel=CALLS)

    @command("not-reached")
    def not_reached(code: Code, sure: CalledAgain = False, as_name: As = "", as_json: AsJson = False) -> None:
        """Niemand ging ans Telefon: Die Nachricht ruht eine Weile.

        Nach dem dritten Versuch ist sie erledigt, und der Chat bittet um einen Anruf. Ein zweiter Versuch
        innerhalb einer halben Stunde geht nur mit --sure.
        """
        window.move(
            lambda inbox: tries.not_reached(inbox, code, window.who(as_name), sure),
            answers.not_reached,
            as_json,
        )

    @command("wrong-number")
    def wrong_number(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Die Telefonnummer stimmt nicht.

        Sie wird gelöscht, und der Chat fragt nach einer anderen.
        """

        async def act(inbox: Inbox) -> None:
            _refuse_unless(as_json or _agreed(NUMBER_GOES))
            moved = await inbox.wrong_number(code, window.who(as_name))
            print_ticket(inbox, moved.ticket, str(answers.wrong_number(inbox, moved)), as_json)

        window.run(act)


def _add_appointments(app: typer.Typer, window: Window) -> None:
    command = partial(app.command, cls=usage.Command, rich_help_panel=APPOINTMENTS)

    @command("moved")
    def move_appointment(
        code: Code, when: When, sure: Sure = False, as_name: As = "", as_json: AsJson = False
    ) -> None:
        """Es gibt einen neuen Termin: Damit ist die Nachricht erledigt.

        Ohne Jahr ist der nächstliegende solche Tag gemeint. Vergangenes, Wochenenden, Feiertage,
        Schließtage und was erst in Monaten ist, gehen nur mit --sure.
        """

        async def act(inbox: Inbox) -> None:
            to = read_appointment(" ".join(when), inbox.now())
            _refuse_unless(sure or as_json or _agreed(f"Neuer Termin: {words.full_moment(to)}."))
            moved = await inbox.moved(code, to, window.who(as_name), sure)
            print_ticket(inbox, moved.ticket, str(answers.moved_to(to)(inbox, moved)), as_json)

        window.run(act)

    @command("not-moved")
    def keep_appointment(code: Code, as_name: As = "", as_json: AsJson = False) -> None:
        """Der Termin lässt sich nicht verschieben: Damit ist die Nachricht erledigt."""
        window.move(lambda inbox: inbox.not_moved(code, window.who(as_name)), answers.not_moved, as_json)


def _taken(inbox: Inbox, moved: Moved) -> str:
    way = f"Name und Nummer: inbox show {shown(moved.ticket.code)} --reveal"
    return f"{answers.taken(inbox, moved)}\n{way}"


def _agreed(what: str) -> bool:
    """What the citizen is told cannot be taken back: at a terminal it is read back first."""
    return not sys.stdin.isatty() or typer.confirm(f"{what} Stimmt das?")


def _refuse_unless(agreed: bool) -> None:
    if not agreed:
        typer.echo("Nichts geändert.")
        raise typer.Exit(1)
