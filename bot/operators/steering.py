"""``stop-answers`` and ``answer-again``: the switch of the leads' page, for who sits at the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from bot.caseworkers.lead import Lead
from bot.core.knowledge import KnowledgeBase
from bot.operators.ground import DONE, REFUSED, Clock, Finish, Installation, opened, told

Reason = Annotated[
    str, typer.Option("--reason", metavar="GRUND", help="Warum, in einem Satz; ohne Namen von Bürgern.")
]
As = Annotated[str, typer.Option("--as", metavar="NAME", help="Wer das tut; sonst Ihr Anmeldename.")]

STOPPED = (
    "Der Bot ist still, ab der nächsten Nachricht. Bei Gefahr schickt er weiter die Notrufnummern, sonst nur "
    "einen Satz mit dem Weg am Telefon. Wieder einschalten: answer-again"
)


def add_steering(
    app: typer.Typer,
    installation: Callable[[], Installation],
    finish: Finish,
    who: Callable[[str], str],
    now: Clock,
) -> None:
    """Add the two commands to *app*; they act on a running bot through the database."""

    @app.command("stop-answers")
    def stop(reason: Reason, as_name: As = "") -> None:
        """Schaltet die Antworten des laufenden Bots sofort ab."""

        async def act() -> int:
            async with opened(installation(), now) as store:
                done = await Lead(store, now, KnowledgeBase()).stop(who(as_name), reason)
            return _said(done, STOPPED, "Der Bot ist schon still. Wieder einschalten: answer-again")

        finish(told(act()))

    @app.command("answer-again")
    def answer_again(as_name: As = "") -> None:
        """Schaltet die Antworten wieder ein."""

        async def act() -> int:
            async with opened(installation(), now) as store:
                done = await Lead(store, now, KnowledgeBase()).answer_again(who(as_name))
            return _said(done, "Der Bot antwortet wieder.", "Der Bot war nicht abgeschaltet.")

        finish(told(act()))


def _said(done: bool, yes: str, no: str) -> int:
    typer.echo(yes if done else no, err=not done)
    return DONE if done else REFUSED
