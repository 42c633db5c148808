"""``faq samples``: ask the bot all its sample questions, and say in figures how well it understands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.core.knowledge import KnowledgeBase
from bot.editors import known_misses
from bot.editors.asked import Asked, Wanted, left_out, sampled
from bot.editors.judged import Misses, misses
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
from bot.editors.samples_json import as_object
from bot.editors.samples_report import new_misses_as_text, print_report, standing
from bot.editors.waiting import CacheFolder, learnt
from bot.errors import ContentError

TopicOption = Annotated[str, typer.Option("--topic", metavar="THEMA", help="Nur dieses Thema.")]
EntryOption = Annotated[str, typer.Option("--entry", metavar="ID", help="Nur diese Antwort.")]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="ID", help="Nur diese Antwort oder dieses Thema; mehrmals möglich."),
]
EachOption = Annotated[bool, typer.Option("--each", help="Auch eine Zeile für jede Antwort.")]
LeftOutOption = Annotated[
    bool,
    typer.Option(
        "--leave-one-out", help="Statt der Probefragen jede Formulierung fragen, als stünde sie nicht da."
    ),
]
UpdateOption = Annotated[
    bool, typer.Option("--update-misses", help=f"{known_misses.FILE} kürzen, wo jetzt mehr gefunden wird.")
]
FitOption = Annotated[
    bool, typer.Option("--fit", help="Ausrechnen, wie sicher der Bot sich sein darf, und es aufschreiben.")
]
AcceptOption = Annotated[bool, typer.Option("--accept", help="Die Liste zum ersten Mal anlegen.")]


def add_samples(
    app: typer.Typer, default_folder: DefaultFolder, today: Today, cache_folder: CacheFolder
) -> None:
    """Give *app* the command."""

    @app.command(help="Alle Probefragen stellen: Wie oft findet der Bot das richtige Thema?")
    def samples(
        topic: TopicOption = "",
        entry: EntryOption = "",
        only: OnlyOption = None,
        each: EachOption = False,
        leave_one_out: LeftOutOption = False,
        update: UpdateOption = False,
        accept: AcceptOption = False,
        fit: FitOption = False,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        partial = bool(topic or entry or only or leave_one_out)
        if (update and partial) or (accept and not update):
            wrong_use("--update-misses gilt für alle Probefragen, --accept nur zusammen mit --update-misses.")
        folder = folder_of(faq, default_folder)
        if fit:
            if partial or each or update or as_json:
                wrong_use("--fit gilt für alle Probefragen und steht allein.")
            _fit(whole(folder), folder, today, cache_folder)
            return
        kb, known = whole(folder), _known(folder)
        if accept and known is not None:
            wrong_use(f"{known_misses.FILE} gibt es schon. Die Liste darf nur kürzer werden.")
        wanted = _chosen(kb, topic, entry, only or ())
        asking = left_out if leave_one_out else sampled
        asked = asking(folder, wanted, lambda: learnt(kb, today(), cache_folder()))
        if as_json:
            typer.echo(json.dumps(as_object(asked, kb), ensure_ascii=False, indent=2))
        else:
            print_report(asked, kb, each or bool(only))
        if update:
            _say_update(folder, asked, known, accept, as_json)
        elif not as_json and not partial:
            typer.echo(standing(misses(asked.judged), known, len(asked.judged)))


def _fit(kb: KnowledgeBase, folder: Path, today: Today, cache_folder: CacheFolder) -> None:
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


def _chosen(kb: KnowledgeBase, topic: str, entry: str, only: Sequence[str]) -> Wanted:
    """The ids that the options mean; a wrong name ends the command."""
    entries, topics = {one.id for one in kb.entries}, {one.topic for one in kb.entries}
    if entry and entry not in entries:
        unknown_id(entry, entries)
    if topic and topic not in topics:
        wrong_use(f"Zu '{topic}' gibt es keine Antworten. Es gibt: {', '.join(sorted(topics))}.")
    for name in only:
        if name not in entries | topics:
            unknown_id(name, entries | topics)
    names = {topic, entry, *only} - {""}
    return {one.id for one in kb.entries if names & {one.id, one.topic}} if names else None


def _known(folder: Path) -> Misses | None:
    try:
        return read_misses(folder)
    except ContentError as error:
        failed(str(error))


def _say_update(folder: Path, asked: Asked, known: Misses | None, accept: bool, as_json: bool) -> None:
    """Bring the list up to date and say so (beside the output for programs); new misses are a failure."""
    if known is None and not accept:
        failed(f"{known_misses.FILE} gibt es noch nicht. Zum ersten Mal anlegen: --update-misses --accept")
    now = misses(asked.judged)
    try:
        typer.echo(_update(folder, now, known), err=as_json)
    except OSError as error:
        failed(f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen.")
    new = beyond(now, known) if known is not None else {}
    if new:
        failed(new_misses_as_text(new, len(asked.judged)))


def _update(folder: Path, now: Misses, known: Misses | None) -> str:
    """Take out what is found now. What is missed and was not is never added, but for the first time."""
    if known is None:
        write_misses(folder, now)
        return f"{known_misses.FILE}: {known_misses.count(now)} aufgeschrieben."
    found = beyond(known, now)
    if found:
        write_misses(folder, beyond(known, found))
    return f"{known_misses.FILE}: {known_misses.count(found)} gestrichen."
