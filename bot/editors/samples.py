"""``faq samples``: ask the bot all its sample questions, and say in figures how well it understands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.content.faq_files import read_out_of_scope, read_samples
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Finder, Found
from bot.editors import known_misses
from bot.editors.judged import Judged, Misses, as_object, misses
from bot.editors.known_misses import beyond, read_misses, write_misses
from bot.editors.options import (
    DefaultFolder,
    FaqOption,
    JsonOption,
    Today,
    failed,
    folder_of,
    unknown_id,
    whole,
    wrong_use,
)
from bot.editors.samples_report import new_misses_as_text, print_report, standing
from bot.errors import ContentError

LANGUAGE = "de"

TopicOption = Annotated[str, typer.Option("--topic", metavar="THEMA", help="Nur dieses Thema.")]
EntryOption = Annotated[str, typer.Option("--entry", metavar="ID", help="Nur diese Antwort.")]
UpdateOption = Annotated[
    bool, typer.Option("--update-misses", help=f"{known_misses.FILE} kürzen, wo jetzt mehr gefunden wird.")
]
FitOption = Annotated[
    bool, typer.Option("--fit", help="Ausrechnen, wie sicher der Bot sich sein darf, und es aufschreiben.")
]
AcceptOption = Annotated[bool, typer.Option("--accept", help="Die Liste zum ersten Mal anlegen.")]


def add_samples(
    app: typer.Typer, default_folder: DefaultFolder, today: Today, cache_folder: Callable[[], Path]
) -> None:
    """Give *app* the command."""

    @app.command(help="Alle Probefragen stellen: Wie oft findet der Bot das richtige Thema?")
    def samples(
        topic: TopicOption = "",
        entry: EntryOption = "",
        update: UpdateOption = False,
        accept: AcceptOption = False,
        fit: FitOption = False,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        if (update and (topic or entry)) or (accept and not update):
            wrong_use("--update-misses gilt für alle Probefragen, --accept nur zusammen mit --update-misses.")
        folder = folder_of(faq, default_folder)
        if fit:
            if topic or entry or update or as_json:
                wrong_use("--fit gilt für alle Probefragen und steht allein.")
            _fit(whole(folder), folder, today, cache_folder)
            return
        kb, known = whole(folder), _known(folder)
        if accept and known is not None:
            wrong_use(f"{known_misses.FILE} gibt es schon. Die Liste darf nur kürzer werden.")
        asked = _chosen(kb, read_samples(folder).get(LANGUAGE, {}), topic, entry)
        outside = () if topic or entry else read_out_of_scope(folder).get(LANGUAGE, ())
        judged, nowhere = _run(lambda: _finder(kb, today, cache_folder), asked, outside)
        if as_json:
            typer.echo(json.dumps(as_object(judged, nowhere, kb), ensure_ascii=False, indent=2))
        else:
            print_report(judged, nowhere, kb)
        if update:
            _say_update(folder, misses(judged), known, accept, as_json)
        elif not as_json and not (topic or entry):
            typer.echo(standing(misses(judged), known))


def _run(
    build: Callable[[], Finder], asked: Mapping[str, Sequence[str]], outside: Sequence[str]
) -> tuple[list[Judged], list[Found]]:
    """Ask everything; whoever waits at a terminal sees how far it is."""
    console = Console(stderr=True)
    waiting: AbstractContextManager[object] = nullcontext()
    if console.is_terminal:
        waiting = console.status("Der Bot liest die Antworten ...")
    with waiting:
        finder = build()
    pairs = [(entry, text) for entry, texts in asked.items() for text in texts]
    every: Iterable[tuple[str, str]] = [*pairs, *(("", text) for text in outside)]
    if console.is_terminal:
        every = track(every, description="Probefragen", console=console)
    found = [(entry, finder.find(text)) for entry, text in every]
    return [Judged(entry, one) for entry, one in found if entry], [one for entry, one in found if not entry]


def _fit(kb: KnowledgeBase, folder: Path, today: Today, cache_folder: Callable[[], Path]) -> None:
    from bot.editors import fit  # the matcher is slow to import: only here

    console = Console()
    with Console(stderr=True).status("Der Bot beantwortet alle Probefragen ...") as status:
        found = fit.fitted(
            kb, folder, today(), cache_folder(), lambda name: status.update(f"Alle Probefragen: {name} ...")
        )
    for name, (calibration, cases) in found.items():
        console.print(
            f"\n{name}: antwortet ab {calibration.answer}, bietet drei Themen an ab {calibration.suggest}"
        )
        fit.print_reliability(console, cases)
    try:
        fit.save(kb, folder, found)
    except OSError as error:
        failed(f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen.")


def _finder(kb: KnowledgeBase, today: Today, cache_folder: Callable[[], Path]) -> Finder:
    from bot.content.matcher import finder_of  # the matcher is slow to import: only here

    return finder_of(kb, today(), cache_folder())


def _chosen(
    kb: KnowledgeBase, samples: Mapping[str, Sequence[str]], topic: str, entry: str
) -> Mapping[str, Sequence[str]]:
    """The samples of one topic or entry, or all; a wrong name ends the command."""
    topics = {one.id: one.topic for one in kb.entries}
    if entry and entry not in topics:
        unknown_id(entry, set(topics))
    if topic and topic not in topics.values():
        wrong_use(
            f"Zu '{topic}' gibt es keine Antworten. Es gibt: {', '.join(sorted(set(topics.values())))}."
        )
    chosen = {
        one: texts
        for one, texts in samples.items()
        if entry in ("", one) and topic in ("", topics.get(one, ""))
    }
    if not chosen:
        wrong_use("Dazu gibt es keine Probefragen. Sie stehen in samples/de.")
    return chosen


def _known(folder: Path) -> Misses | None:
    try:
        return read_misses(folder)
    except ContentError as error:
        failed(str(error))


def _say_update(folder: Path, now: Misses, known: Misses | None, accept: bool, as_json: bool) -> None:
    """Bring the list up to date and say so (beside the output for programs); new misses are a failure."""
    if known is None and not accept:
        failed(f"{known_misses.FILE} gibt es noch nicht. Zum ersten Mal anlegen: --update-misses --accept")
    try:
        typer.echo(_update(folder, now, known), err=as_json)
    except OSError as error:
        failed(f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen.")
    new = beyond(now, known) if known is not None else {}
    if new:
        failed(new_misses_as_text(new))


def _update(folder: Path, now: Misses, known: Misses | None) -> str:
    """Take out what is found now. What is missed and was not is never added, but for the first time."""
    if known is None:
        write_misses(folder, now)
        return f"{known_misses.FILE}: {known_misses.count(now)} aufgeschrieben."
    found = beyond(known, now)
    if found:
        write_misses(folder, beyond(known, found))
    return f"{known_misses.FILE}: {known_misses.count(found)} gestrichen."
