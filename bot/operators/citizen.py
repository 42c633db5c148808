"""``citizen show`` and ``citizen forget``: for people who ask at the counter what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from bot.caseworkers import typed
from bot.caseworkers.typed import WrongUse
from bot.core.kept import Holding
from bot.core.phone import Refusal, parse_phone
from bot.core.ports import Rights
from bot.core.tickets import shown
from bot.operators import disclosure, words
from bot.operators.ground import (
    DONE,
    REFUSED,
    AsJson,
    Clock,
    Finish,
    Installation,
    opened,
    print_json,
    told,
)

Code = Annotated[str, typer.Option("--code", metavar="NUMMER", help="Nummer einer Nachricht: K7M-3PQ.")]
PhoneNumber = Annotated[
    str,
    typer.Option(
        "--phone",
        metavar="TELEFON",
        help="Telefonnummer. Mit - wird danach gefragt; dann merkt die Shell sie sich nicht.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Wirklich löschen; sonst wird nur gezeigt, was es wäre.")]
As = Annotated[
    str, typer.Option("--as", metavar="NAME", help="Ihr Name; sonst BOT_CASEWORKER, sonst Ihr Anmeldename.")
]


@dataclass(frozen=True, slots=True)
class Person:
    """By what a person is looked for: a stored code or a number in E.164; the other one is empty."""

    code: str = ""
    phone: str = ""


def citizen_app(
    installation: Callable[[], Installation], finish: Finish, who: Callable[[str], str], now: Clock
) -> typer.Typer:
    """The commands under ``citizen``; see :func:`bot.operators.add_commands`."""
    app = typer.Typer(
        help="Auskunft und Löschung für Menschen, die am Schalter danach fragen.", no_args_is_help=True
    )

    @app.command("show")
    def show(code: Code = "", phone: PhoneNumber = "", as_name: As = "", as_json: AsJson = False) -> None:
        """Zeigt alles, was gespeichert ist (Auskunft). Das steht danach im Verlauf der Nachrichten."""
        finish(told(_show(installation(), code, phone, who(as_name), now, as_json)))

    @app.command("forget")
    def forget(code: Code = "", phone: PhoneNumber = "", as_name: As = "", yes: Yes = False) -> None:
        """Löscht alle Angaben, wie /loeschen im Chat. Ohne --yes nur, was es wäre."""
        finish(told(_forget(installation(), code, phone, who(as_name), now, yes)))

    return app


async def _show(place: Installation, code: str, phone: str, name: str, now: Clock, as_json: bool) -> int:
    person, by = _person(code, phone), typed.caseworker(name)
    async with opened(place, now) as store:
        found = await _found(store, person)
        copies = [(one, await store.disclose(one.key, by, now())) for one in found]
    if as_json:
        print_json([disclosure.copy_object(one, kept) for one, kept in copies])
    else:
        typer.echo("\n\n".join([words.HAND_OUT, *(disclosure.page(one, kept) for one, kept in copies)]))
    return DONE


async def _forget(place: Installation, code: str, phone: str, name: str, now: Clock, sure: bool) -> int:
    person, by = _person(code, phone), typed.caseworker(name)
    async with opened(place, now) as store:
        found = await _found(store, person)
        typer.echo("\n\n".join(disclosure.categories(one) for one in found))
        if not sure:
            typer.echo(words.NOT_SURE, err=True)
            return REFUSED
        for one in found:
            await store.forget(one.key, by, now())
    typer.echo(words.FORGOTTEN)
    return DONE


def _person(code: str, phone: str) -> Person:
    """What was typed, read.

    Raises:
        WrongUse: not exactly one is given, or it is no code or no number.
    """
    if bool(code) == bool(phone):
        raise WrongUse("Bitte genau eines angeben: --code K7M-3PQ oder --phone 01511234567")
    if code:
        return Person(code=typed.code(code))
    number = parse_phone(typer.prompt("Telefonnummer", type=str, err=True) if phone == "-" else phone)
    if isinstance(number, Refusal):
        raise WrongUse("Das ist keine Telefonnummer, die im Chat angenommen wird. Beispiel: 01511234567")
    return Person(phone=number.e164)


async def _found(store: Rights, person: Person) -> Sequence[Holding]:
    """What hangs on the chats of this person; never empty.

    Raises:
        NothingKept, UnknownTicket: there is nothing.
    """
    if person.phone:
        holdings = await store.holdings_with(person.phone)
        if not holdings:
            raise words.NothingKept("Zu dieser Telefonnummer ist nichts gespeichert.")
        return holdings
    holding = await store.holding_of(person.code)
    if holding is None:
        code = shown(person.code)
        raise words.NothingKept(f"Zu {code} sind keine Angaben mehr gespeichert; sie sind gelöscht.")
    return (holding,)
