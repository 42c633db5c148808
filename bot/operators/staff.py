"""``staff``: accounts for the site. Whoever may use this command on the server may give every right."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from bot.caseworkers import words
from bot.caseworkers.typed import WrongUse, caseworker
from bot.core.audit import Act, Deed
from bot.core.knowledge import KnowledgeBase
from bot.core.staff import Role
from bot.operators.ground import DONE, AsJson, Clock, Finish, Installation, opened, print_json, told
from bot.operators.words import moment

if TYPE_CHECKING:
    from bot.web.accounts.staff import Listed

ROLES = {
    Role.CASEWORKER: "Sachbearbeitung",
    Role.LEAD: "Leitung",
    Role.EDITOR: "Redaktion",
    Role.ADMIN: "Verwaltung",
}
FACTORS = {"totp": "App", "webauthn": "Passkey"}

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name des Kontos; so steht er im Verlauf.")]
Towns = Annotated[
    list[str] | None,
    typer.Option("--office", metavar="ORT", help="Zuständig für diesen Ort; mehrfach möglich."),
]
ItsRole = Annotated[Role, typer.Option("--role", help="Wofür das Konto da ist.")]
As = Annotated[str, typer.Option("--as", metavar="NAME", help="Wer das tut; sonst Ihr Anmeldename.")]


@dataclass(frozen=True, slots=True)
class Site:
    """What the commands need to know of the site; ``set_up`` makes its accounts usable here."""

    set_up: Callable[[], None]
    kb: Callable[[], KnowledgeBase]
    address: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Personnel:
    """What all commands work with."""

    site: Site
    installation: Callable[[], Installation]
    who: Callable[[str], str]
    now: Clock

    async def change(self, deed: Deed, name: str, by: str, act: Callable[[], str], detail: str = "") -> int:
        """Do *act* and print what it says, once the audit has it: a link nobody knows of opens nothing."""
        doer = caseworker(self.who(by))
        async with opened(self.installation(), self.now) as store:
            said = await self.on_accounts(act)
            await store.record(Act(self.now(), doer, deed, name, detail))
        typer.echo(said)
        return DONE

    async def on_accounts(self, act: Callable[[], str]) -> str:
        """*act* on the accounts, which knows no event loop."""

        def prepared() -> str:
            self.site.set_up()
            return act()

        return await asyncio.to_thread(prepared)


def staff_app(personnel: Personnel, finish: Finish) -> typer.Typer:
    """The commands under ``staff``."""
    app = typer.Typer(help="Konten für den Posteingang im Browser.", no_args_is_help=True)

    @app.command("add")
    def add(name: Name, role: ItsRole, office: Towns = None, as_name: As = "") -> None:
        """Legt ein Konto an und zeigt den Link, mit dem die Person Passwort und zweiten Faktor setzt."""
        finish(told(_add(personnel, name, role, office or [], as_name)))

    @app.command("reset")
    def reset(name: Name, as_name: As = "") -> None:
        """Neuer Link, wenn Passwort oder Telefon weg ist. Das Alte gilt sofort nicht mehr."""

        def act() -> str:
            from bot.web.accounts import staff

            return _link(personnel, staff.reset(name), name)

        finish(told(personnel.change(Deed.STAFF_RESET, name, as_name, act)))

    @app.command("remove")
    def remove(name: Name, as_name: As = "") -> None:
        """Entfernt ein Konto; wer damit angemeldet ist, ist es sofort nicht mehr."""

        def act() -> str:
            from bot.web.accounts import staff

            staff.remove(name)
            return f"Das Konto „{name}“ ist weg. Was es getan hat, steht weiter im Verlauf."

        finish(told(personnel.change(Deed.STAFF_REMOVED, name, as_name, act)))

    @app.command("unlock")
    def unlock(name: Name, as_name: As = "") -> None:
        """Hebt die Sperre nach falschen Passwörtern auf."""

        def act() -> str:
            from bot.web.accounts import staff

            was_locked = staff.unlock(name)
            return f"„{name}“ kann sich wieder anmelden." if was_locked else f"„{name}“ war nicht gesperrt."

        finish(told(personnel.change(Deed.STAFF_UNLOCKED, name, as_name, act)))

    @app.command("list")
    def list_accounts(as_json: AsJson = False) -> None:
        """Zeigt alle Konten."""
        finish(told(_list(personnel, as_json)))

    return app


async def _add(personnel: Personnel, name: str, role: Role, towns: Sequence[str], by: str) -> int:
    account, kb = caseworker(name), personnel.site.kb()
    offices = [words.read_office(town, kb.offices).id for town in towns]
    if role is Role.CASEWORKER and not offices:
        raise WrongUse("Für die Sachbearbeitung braucht es mindestens einen Ort: --office Bocholt")
    if role in (Role.EDITOR, Role.ADMIN) and offices:
        raise WrongUse(f"{ROLES[role]} sieht keine Anliegen. Bitte ohne --office.")

    def act() -> str:
        from bot.web.accounts import staff

        return _link(personnel, staff.add(account, role, offices), account)

    return await personnel.change(Deed.STAFF_ADDED, account, by, act, " ".join((role.value, *offices))[:80])


async def _list(personnel: Personnel, as_json: bool) -> int:
    found: list[Listed] = []

    def act() -> str:
        from bot.web.accounts import staff

        found.extend(staff.listed())
        return "\n".join(_line(one, personnel.site.kb()) for one in found)

    said = await personnel.on_accounts(act)
    if as_json:
        print_json([asdict(one) for one in found])
    else:
        typer.echo(said or "Noch keine Konten. Das erste: staff add NAME --role admin")
    return DONE


def _link(personnel: Personnel, token: str, name: str) -> str:
    return (
        f"{personnel.site.address()}/einladung/{token}/\n"
        f"Dieser Link ist nur für {name}, gilt 15 Minuten und einmal. Wer ihn hat, hat das Konto: bitte "
        "persönlich oder am Telefon weitergeben, nicht in einen Chat."
    )


def _line(one: Listed, kb: KnowledgeBase) -> str:
    towns = ", ".join(words.town(office, kb) for office in one.offices)
    factors = ", ".join(FACTORS[factor] for factor in one.factors) or "kein zweiter Faktor"
    seen = f"zuletzt da {moment(one.last_login)}" if one.last_login else "noch nie da"
    invited = f"Link gilt bis {moment(one.invited_until)}" if one.invited_until else ""
    return " · ".join(part for part in (one.name, ROLES[one.role], towns, factors, seen, invited) if part)
