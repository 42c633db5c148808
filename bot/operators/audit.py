"""``audit verify``: whether the record of what staff did is what it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from bot.core.audit import Flaw, Verdict
from bot.operators.ground import DONE, REFUSED, AsJson, Clock, Finish, Installation, opened, print_json, told

MOST = 20
"""Flaws that are named one by one."""
FLAWS = {
    "changed": "Eintrag {number} wurde verändert oder vertauscht.",
    "missing": "Ab Eintrag {number} fehlt mindestens einer.",
    "cut": "Ab Eintrag {number} ist das Ende abgeschnitten.",
    "anchor": "Der Anker der Löschfrist (bis Eintrag {number}) ist nicht echt.",
    "head": "Das Ende des Protokolls (Eintrag {number}) passt nicht zu seinem Siegel.",
}

Noted = Annotated[
    str,
    typer.Argument(metavar="STAND", help="Ein früher notierter Stand, zum Beispiel aus dem Log: 120-9f3c..."),
]


def audit_app(installation: Callable[[], Installation], finish: Finish, now: Clock) -> typer.Typer:
    """The commands under ``audit``."""
    app = typer.Typer(help="Das Protokoll, wer was getan hat.", no_args_is_help=True)

    @app.callback()
    def group() -> None:
        """Das Protokoll, wer was getan hat."""

    @app.command("verify")
    def verify(noted: Noted = "", as_json: AsJson = False) -> None:
        """Prüft, ob am Protokoll etwas verändert, entfernt oder abgeschnitten wurde."""
        finish(told(_verify(installation(), now, noted, as_json)))

    return app


async def _verify(place: Installation, now: Clock, noted: str, as_json: bool) -> int:
    async with opened(place, now) as store:
        found = await store.audited(noted)
    if as_json:
        print_json(asdict(found))
    else:
        typer.echo(_page(found))
    return REFUSED if found.flaws else DONE


def _page(found: Verdict) -> str:
    lines = [_sentence(flaw) for flaw in found.flaws[:MOST]]
    if len(found.flaws) > MOST:
        lines.append(f"Und {len(found.flaws) - MOST} weitere.")
    count = found.last - found.retired
    if not lines:
        lines.append(f"Das Protokoll ist unverändert: {count} Einträge.")
    if found.retired:
        lines.append(f"Die ersten {found.retired} Einträge sind nach zwölf Monaten gelöscht.")
    return "\n".join([*lines, f"Stand: {found.mark} (zum Notieren; später: audit verify {found.mark})"])


def _sentence(flaw: Flaw) -> str:
    return FLAWS[flaw.kind].format(number=flaw.number)
