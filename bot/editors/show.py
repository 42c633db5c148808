"""``faq show``: an answer as it will look on a phone, with the quiet last line and the buttons below it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

import typer
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.content.texts import Texts
from bot.core import markup
from bot.core.flows import ask, browse
from bot.core.knowledge import Entry, KnowledgeBase
from bot.core.matching import Band, Found
from bot.core.scene import Scene
from bot.core.talk import ChatRef, Incoming, Say, Session, World
from bot.editors.options import (
    DefaultFolder,
    FaqOption,
    JsonOption,
    OnOption,
    Today,
    day_of,
    entry_of,
    folder_of,
    on_day,
    whole,
)
from bot.editors.out_of_service import notices

_TEXTS = Texts()
PHONE_WIDTH = 44
"""Columns of the frame: about what a phone shows in a message."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a citizen reads, and the rows of buttons below it."""

    title: str
    text: str
    rows: tuple[tuple[str, ...], ...]
    simple: bool


def add_show(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command."""

    @app.command(help="Eine Antwort zeigen, so wie sie auf dem Handy aussieht.")
    def show(
        entry_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, z. B. termin-verpasst.")],
        simple: Annotated[bool, typer.Option("--simple", help="In Einfacher Sprache.")] = False,
        both: Annotated[bool, typer.Option("--both", help="Beide Fassungen nacheinander.")] = False,
        other_day: OnOption = None,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        on, folder = day_of(other_day, today()), folder_of(faq, default_folder)
        kb, when = whole(folder), on_day(on) if other_day else "heute"
        entry = entry_of(kb, entry_id, on)
        pages = [shown(kb, entry, on, page) for page in ((False, True) if both else (simple,))]
        more = shown_more(kb, entry, on, simple and not both)
        notes = [*remarks(kb, entry, on, when)]
        if as_json:
            typer.echo(json.dumps(_as_object(entry, on, notes, pages, more), ensure_ascii=False, indent=2))
            return
        if other_day:
            typer.echo(f"so {when}")
        for notice in notices(folder, [entry.id]):
            typer.echo(f"{notice}\n")
        for page in pages:
            Console().print(on_phone(page, notes))
        Console().print(on_phone(more))


def shown(kb: KnowledgeBase, entry: Entry, on: date, simple: bool = False, in_full: bool = False) -> Shown:
    """What the dialogue itself says to somebody who asks for *entry* on this day.

    It is shown also if it is out of service: whoever mends it wants to see it. *in_full* shows the text also
    where the dialogue first asks what is meant.
    """
    scene = _asking(kb, entry, on, simple)
    title = f"{entry.label} (einfach)" if simple else entry.label
    return _page(scene, ask.given(scene, entry, in_full=in_full).says[0], title)


def shown_more(kb: KnowledgeBase, entry: Entry, on: date, simple: bool = False) -> Shown:
    """What comes after "Mehr dazu"."""
    scene = _asking(kb, entry, on, simple)
    return _page(scene, browse.more_about(scene, entry).says[0], "Mehr dazu")


def _asking(kb: KnowledgeBase, entry: Entry, on: date, simple: bool) -> Scene:
    """Somebody asks for *entry* at noon of this day."""
    at = datetime.combine(on, time(12), UTC)
    world = World(replace(kb, withdrawn=frozenset()), _Silent(), _TEXTS.words, at)
    incoming = Incoming(ChatRef("editors", ""), at, "show", text=entry.question)
    return Scene(Session(met=True, simple=simple), incoming, world)


def _page(scene: Scene, say: Say, title: str) -> Shown:
    locale = scene.session.locale
    rows = tuple(tuple(scene.world.label(choice, locale) for choice in row) for row in say.rows)
    return Shown(title, markup.to_plain(_TEXTS.message(say, locale)), rows, scene.session.simple)


def remarks(kb: KnowledgeBase, entry: Entry, on: date, when: str = "heute") -> Iterator[str]:
    """Why nobody gets this answer on this day, which is called *when*."""
    if entry.id in kb.withdrawn:
        yield "zurückgezogen"
    if not entry.is_valid(on):
        yield f"gilt {when} nicht"


class _Silent:
    """A finder that nobody asks: the entry is known already."""

    def find(self, text: str, language: str = "") -> Found:
        return Found(text, language, Band.NONE, None, 0.0)

    def danger(self, text: str) -> str:
        return ""

    def command(self, text: str) -> str:
        return ""

    def asks(self, text: str) -> bool:
        return False

    def language(self, text: str) -> str:
        return "de"


def on_phone(page: Shown, remarks: Sequence[str] = ()) -> Group:
    """The message in a frame, with its buttons below it."""
    message = Panel(
        Text(page.text),
        title=Text(page.title),
        subtitle="; ".join(remarks) or None,
        width=PHONE_WIDTH,
        title_align="left",
    )
    return Group(message, *map(_row, page.rows))


def _row(labels: tuple[str, ...]) -> Table:
    """Buttons side by side, each as wide as the others; what is too long is cut off, as on a phone."""
    row = Table.grid()
    for _ in labels:
        row.add_column(width=PHONE_WIDTH // len(labels))
    cells = (Text(label, justify="center", no_wrap=True, overflow="ellipsis") for label in labels)
    row.add_row(*(Panel(cell, padding=0) for cell in cells))
    return row


def _as_object(
    entry: Entry, on: date, notes: Sequence[str], pages: Sequence[Shown], more: Shown
) -> dict[str, Any]:
    return {
        "id": entry.id,
        "label": entry.label,
        "on": on.isoformat(),
        "remarks": notes,
        "pages": [{"simple": page.simple, "text": page.text, "buttons": page.rows} for page in pages],
        "more": {"text": more.text, "buttons": more.rows},
    }
