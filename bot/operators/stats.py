"""``stats``: how the service is used, without people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from bot.caseworkers.typed import WrongUse
from bot.core.calendar import BERLIN, local
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import Store
from bot.core.questions import InVain
from bot.core.statistics import Figures, Tally, Vain, figures, monday
from bot.editors.listing import grouped
from bot.editors.since import read_day
from bot.operators.ground import DONE, REFUSED, AsJson, Clock, Finish, Installation, opened, print_json, told
from bot.operators.stats_json import as_object

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="TAG", help="Ab wann: 30d (30 Tage), 23.11.2026 oder 2026-11-23; ab dessen Montag."
    ),
]
Page = Annotated[
    Path | None, typer.Option("--html", metavar="DATEI", help="Auch als Seite mit Bildern in diese Datei.")
]


def add_stats(
    app: typer.Typer,
    installation: Callable[[], Installation],
    finish: Finish,
    now: Clock,
    knowledge: Callable[[], KnowledgeBase],
) -> None:
    """Give *app* the command; *knowledge* tells how answers and offices are called."""

    @app.command("stats")
    def stats(since: Since = "30d", html: Page = None, as_json: AsJson = False) -> None:
        """Zahlen ohne Personen: Fragen, Nachrichten, Wartezeiten, Themen. Nichts unter 5."""
        finish(told(_stats(installation(), now, knowledge, since, html, as_json)))


async def _stats(
    place: Installation,
    now: Clock,
    knowledge: Callable[[], KnowledgeBase],
    since: str,
    html: Path | None,
    as_json: bool,
) -> int:
    today = local(now()).date()
    day = read_day(since, today)
    if day is None or day > today:
        raise WrongUse(f"'{since}' geht hier nicht. Zum Beispiel: --since 30d oder --since 23.11.2026")
    async with opened(place, now) as store:
        found = await read(store, day, today)
    if as_json:
        print_json(as_object(found))
        if html is None:
            return DONE
    kb = knowledge()
    if html is not None and not _written(html, found, kb):
        return REFUSED
    if not as_json:
        from bot.operators.stats_table import print_figures

        print_figures(found, kb)
    return DONE


async def read(store: Store, since: date, today: date) -> Figures:
    """The figures from the week of *since* on."""
    first = monday(since)
    tally = Tally(
        await store.counts(first),
        await store.wishes(first),
        await store.waits(first),
        await store.untouched(),
    )
    asked = await store.asked_in_vain(datetime.combine(first, time(), BERLIN))
    return figures(tally, first, today, _vain(asked))


def _vain(asked: Sequence[InVain]) -> list[Vain]:
    """Groups alike, those of most chats first; what editors have dismissed is left out."""
    found = [group for group in grouped(asked) if group.examples and not group.is_dismissed]
    vain = [Vain(group.examples[0].text, group.chats) for group in found]
    return sorted(vain, key=lambda one: -one.chats)


def _written(file: Path, found: Figures, kb: KnowledgeBase) -> bool:
    from bot.operators.stats_page import page

    try:
        file.write_text(page(found, kb), encoding="utf-8")
    except OSError as error:
        typer.echo(f"{file} lässt sich nicht schreiben ({error.strerror}). Bitte den Pfad prüfen.", err=True)
        return False
    typer.echo(f"Geschrieben: {file}", err=True)
    return True
