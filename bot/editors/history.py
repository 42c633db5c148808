"""``faq history``: since when which wording of an answer was live, how often it was given, who signed it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.core import markup
from bot.core.calendar import local
from bot.core.history import History, Period, history
from bot.core.literal import literal
from bot.core.wordings import Wording
from bot.editors import rewritten
from bot.editors.in_vain import QuestionDesk
from bot.editors.options import DefaultFolder, JsonOption, failed, folder_of, readable, unknown_id
from bot.errors import BotError

Full = Annotated[bool, typer.Option("--full", help="Jede Fassung in voller Länge.")]
TEXTS = {"answer": "Antwort", "simple": "Einfache Sprache"}

_Line = tuple[int, Text]
"""How deep a line stands, and the line."""


def add_history(app: typer.Typer, desk: QuestionDesk, default_folder: DefaultFolder) -> None:
    """Give *app* the command."""

    @app.command(
        "history", help="Seit wann galt welcher Wortlaut, wie oft wurde er gegeben, wer unterschrieb?"
    )
    def show_history(
        entry_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, z. B. termin-verpasst.")],
        full: Full = False,
        as_json: JsonOption = False,
    ) -> None:
        try:
            found = asyncio.run(_read(desk, entry_id))
        except BotError as error:
            failed(str(error))
        if not found.periods:
            _nothing_known(entry_id, default_folder)
        if as_json:
            typer.echo(json.dumps(_as_object(entry_id, found), ensure_ascii=False, indent=2))
            return
        console = Console()
        for depth, line in _lines(entry_id, found, full):
            console.print(Padding(line, (0, 0, 0, 2 * depth), expand=False) if line else line)


async def _read(desk: QuestionDesk, entry_id: str) -> History:
    async with desk.open() as store:
        wordings = await store.wordings_of(entry_id)
        first = local(min((live.since for live in wordings), default=desk.now())).date()
        return history(entry_id, wordings, await store.counts(first))


def _nothing_known(entry_id: str, default_folder: DefaultFolder) -> None:
    known = {entry.id for entry in readable(folder_of(None, default_folder)).entries}
    if entry_id not in known:
        unknown_id(entry_id, known)
    failed(
        f"Von '{entry_id}' ist noch kein Wortlaut festgehalten: Er wurde noch nie gegeben. "
        "Festgehalten wird, was der laufende Bot gibt."
    )


# -- for people ---------------------------------------------------------------------------------


def _lines(entry_id: str, found: History, full: bool) -> Iterator[_Line]:
    """The newest wording first; each but the oldest by what it changed."""
    yield 0, Text(entry_id, "bold")
    newest_first = [*reversed(found.periods)]
    for period, before in zip(newest_first, [*newest_first, None][1:], strict=True):
        yield from _period(period, before, full)
    if found.elsewhere:
        yield 0, Text("")
        yield (
            0,
            Text(f"Dazu {found.elsewhere}-mal in Fassungen, die nie im Betrieb waren (beim Ausprobieren)."),
        )


def _period(period: Period, before: Period | None, full: bool) -> Iterator[_Line]:
    wording, live = period.live.wording, period.live
    yield 0, Text("")
    until = f" bis {_moment(live.until)}" if live.until else ", gilt noch"
    yield 0, Text(f"{_moment(live.since)}{until}: {period.given}-mal gegeben")
    yield 1, Text(_signature(wording))
    yield from _sources(wording, before.live.wording if before else None)
    if before is not None and before.live.until != live.since:
        yield 1, Text(f"Davor wurde ab {_moment(before.live.until)} keine Antwort gegeben.")
    if full or before is None:
        yield from _whole(wording)
    else:
        yield from _changes(before.live.wording, wording)


def _signature(wording: Wording) -> str:
    if wording.approved_by is None:
        return "nicht unterschrieben"
    on = f" am {wording.approved_on:%d.%m.%Y}" if wording.approved_on else ""
    return f"unterschrieben von {literal(wording.approved_by)}{on}"


def _sources(wording: Wording, before: Wording | None) -> Iterator[_Line]:
    """Those of the oldest wording, and of others where they have changed."""
    if before is not None and before.sources == wording.sources:
        return
    for source in wording.sources:
        yield 1, Text(f"Quelle: {literal(source.title)} ({literal(source.url)})")
    if not wording.sources:
        yield 1, Text("ohne Quelle")


def _whole(wording: Wording) -> Iterator[_Line]:
    for field, name in TEXTS.items():
        yield 1, Text(f"{name}:")
        yield from (
            (2, Text(literal(line))) for line in markup.to_plain(getattr(wording, field)).splitlines()
        )


def _changes(before: Wording, now: Wording) -> Iterator[_Line]:
    if before.hash == now.hash:
        yield 1, Text("Wortlaut wie davor")
    for field, name in TEXTS.items():
        old, new = getattr(before, field), getattr(now, field)
        if old != new:
            changed = [*rewritten.lines(old, new)]
            yield 1, Text(f"{name}:" if changed else f"{name}: nur Absätze und Zeilen")
            yield from ((2, line) for line in changed)


def _moment(at: datetime | None) -> str:
    return f"{local(at):%d.%m.%Y, %H:%M} Uhr" if at else ""


# -- for programs -------------------------------------------------------------------------------


def _as_object(entry_id: str, found: History) -> dict[str, Any]:
    return {
        "id": entry_id,
        "periods": [_period_object(period) for period in reversed(found.periods)],
        "given_elsewhere": found.elsewhere,
    }


def _period_object(period: Period) -> dict[str, Any]:
    live, wording = period.live, period.live.wording
    return {
        "since": _utc(live.since),
        "until": _utc(live.until),
        "given": period.given,
        "hash": wording.hash,
        "answer": wording.answer,
        "simple": wording.simple,
        "sources": [{"title": source.title, "url": source.url} for source in wording.sources],
        "approved_by": wording.approved_by,
        "approved_on": wording.approved_on.isoformat() if wording.approved_on else None,
        "versions": sorted(live.versions),
    }


def _utc(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None
