"""``machine``: tokens for programs that pull tickets, such as a case management system."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from bot.caseworkers import words
from bot.caseworkers.typed import WrongUse, caseworker
from bot.core.audit import Deed
from bot.core.knowledge import KnowledgeBase
from bot.core.staff import Scope
from bot.operators.ground import DONE, AsJson, Finish, print_json, told
from bot.operators.staff import As, Personnel, Towns
from bot.operators.words import moment

if TYPE_CHECKING:
    from bot.web.accounts.machines import Listed

SCOPES = {Scope.READ: "liest ohne Namen", Scope.WORK: "liest und bearbeitet"}
NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Name des Programms; so steht er im Verlauf: fachverfahren")
]
ItsScope = Annotated[
    Scope,
    typer.Option("--scope", help="read: Anliegen ohne Namen lesen; work: auch Namen, und bearbeiten."),
]


def machine_app(personnel: Personnel, finish: Finish) -> typer.Typer:
    """The commands under ``machine``."""
    app = typer.Typer(help="Tokens für Programme, die Anliegen abholen.", no_args_is_help=True)

    @app.command("add")
    def add(name: Name, scope: ItsScope, office: Towns = None, as_name: As = "") -> None:
        """Macht einen Token und zeigt ihn, dieses eine Mal."""
        finish(told(_add(personnel, name, scope, office or [], as_name)))

    @app.command("revoke")
    def revoke(name: Name, as_name: As = "") -> None:
        """Entzieht einen Token; er öffnet sofort nichts mehr."""

        def act() -> str:
            from bot.web.accounts import machines

            machines.revoke(name)
            return f"Der Token von „{name}“ gilt nicht mehr. Was damit getan wurde, steht weiter im Verlauf."

        finish(told(personnel.change(Deed.MACHINE_REVOKED, name, as_name, act)))

    @app.command("list")
    def list_machines(as_json: AsJson = False) -> None:
        """Zeigt alle Programme mit Token und wann sie zuletzt da waren."""
        finish(told(_list(personnel, as_json)))

    return app


async def _add(personnel: Personnel, name: str, scope: Scope, towns: Sequence[str], by: str) -> int:
    if not NAME.fullmatch(name):
        raise WrongUse(
            "Der Name braucht 2 bis 40 Zeichen: kleine Buchstaben, Ziffern und -, zum Beispiel fachverfahren"
        )
    machine, kb = caseworker(name), personnel.site.kb()
    offices = [words.read_office(town, kb.offices).id for town in towns]
    if not offices:
        raise WrongUse("Bitte mindestens einen Ort angeben: --office Bocholt")

    def act() -> str:
        from bot.web.accounts import machines

        return _token(personnel, machines.add(machine, scope, offices), machine)

    detail = " ".join((scope.value, *offices))[:80]
    return await personnel.change(Deed.MACHINE_ADDED, machine, by, act, detail)


async def _list(personnel: Personnel, as_json: bool) -> int:
    found: list[Listed] = []

    def act() -> str:
        from bot.web.accounts import machines

        found.extend(machines.listed())
        return "\n".join(_line(one, personnel.site.kb()) for one in found)

    said = await personnel.on_accounts(act)
    if as_json:
        print_json([asdict(one) for one in found])
    else:
        typer.echo(said or "Noch kein Programm hat einen Token. Der erste: machine add NAME --scope read")
    return DONE


def _token(personnel: Personnel, token: str, name: str) -> str:
    return (
        f"{token}\n"
        f"Dieser Token ist nur für „{name}“ und wird nicht noch einmal gezeigt. Adresse: "
        f"{personnel.site.address()}/api/openapi.json\n"
        f"Wer ihn hat, sieht, was er öffnet. Ging er verloren: machine revoke {name}"
    )


def _line(one: Listed, kb: KnowledgeBase) -> str:
    towns = ", ".join(words.town(office, kb) for office in one.offices)
    used = f"zuletzt da {moment(one.last_used)}" if one.last_used else "noch nie da"
    return " · ".join((one.name, SCOPES[one.scope], towns, f"seit {moment(one.made_at)}", used))
