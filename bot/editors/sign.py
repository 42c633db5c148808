"""``faq sign``: somebody at the authority stands for the text of an answer, until it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.content.signatures import LONGEST_NAME, as_yaml
from bot.content.translations import SOURCE
from bot.core.knowledge import KnowledgeBase
from bot.editors.files import write
from bot.editors.options import (
    DefaultFolder,
    FaqOption,
    Today,
    failed,
    folder_of,
    unknown_id,
    whole,
    wrong_use,
)
from bot.editors.out_of_service import reminder
from bot.editors.papers import Paper, not_editable, papers, rewritten
from bot.editors.rules import lapse
from bot.editors.show import on_phone, remarks, shown
from bot.editors.trial import tried
from bot.editors.yaml_edits import NotEditable

_YES = ("j", "ja", "y", "yes")

IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="ID...", help="Kennungen, z. B. termin-verpasst.")
]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Wer unterschreibt?")]
TopicOption = Annotated[str, typer.Option("--all-of", metavar="THEMA", help="Alle Antworten dieses Themas.")]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="SPRACHE", help="Die Übersetzung unterschreiben, z. B. en.")
]
UndoOption = Annotated[bool, typer.Option("--undo", help="Die Unterschrift wieder herausnehmen.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Nichts zeigen, nicht fragen.")]


def add_sign(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command."""

    @app.command(help="Antworten zeigen und unterschreiben; wird der Text geändert, gilt das nicht mehr.")
    def sign(
        entry_ids: IdsArgument = None,
        by: ByOption = "",
        topic: TopicOption = "",
        language: LanguageOption = SOURCE,
        undo: UndoOption = False,
        yes: YesOption = False,
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        name = _name(by, undo)
        kb = whole(folder)
        chosen = _chosen(papers(folder, language), entry_ids or [], topic)
        desk = Desk(folder, language, name, today())
        if undo:
            desk.take_back(chosen)
        else:
            desk.sign(chosen, None if yes else lambda paper: _agreed(kb, paper, desk))


@dataclass(frozen=True, slots=True)
class Desk:
    """Where ``name`` signs on the day ``on``."""

    folder: Path
    language: str
    name: str
    on: date

    def sign(self, chosen: Sequence[Paper], agreed: Callable[[Paper], bool] | None) -> None:
        """Put the signature under each of *chosen*; with *agreed* one by one, and only where it says so."""
        for paper in chosen:
            if paper.signature:
                typer.echo(f"'{paper.id}' ist schon unterschrieben ({_who(paper)}).")
        self._remind(paper for paper in chosen if paper.signature)
        open_ones = [paper for paper in chosen if not paper.signature]
        if agreed is None:
            self._sign(open_ones)
            return
        for number, paper in enumerate(open_ones, 1):
            if len(open_ones) > 1:
                typer.echo(f"\n{number} von {len(open_ones)}")
            if agreed(paper):
                self._sign([paper])
            else:
                typer.echo(f"'{paper.id}' bleibt ohne Unterschrift.")

    def take_back(self, chosen: Sequence[Paper]) -> None:
        """Take the signature from under each; also one that counts no longer."""
        signed = [paper for paper in chosen if paper.signature or paper.lapsed]
        if not signed:
            wrong_use("Dort steht keine Unterschrift.")
        self._write(signed, lambda paper: "null", lambda now: not now.signature and not now.lapsed)
        typer.echo(f"Ohne Unterschrift: {_ids(signed)}.")

    def _sign(self, chosen: Sequence[Paper]) -> None:
        if not chosen:
            return
        self._write(
            chosen,
            lambda paper: as_yaml(self.name, self.on, paper.fingerprint),
            lambda now: now.signature is not None and now.signature.name == self.name,
        )
        typer.echo(f"Unterschrieben von {self.name} am {self.on:%d.%m.%Y}: {_ids(chosen)}.")
        self._remind(chosen)

    def _remind(self, signed: Iterable[Paper]) -> None:
        """That a signature alone brings no answer back that is withdrawn."""
        if words := reminder(self.folder, (paper.id for paper in signed)):
            typer.echo(words)

    def _write(
        self, chosen: Iterable[Paper], value: Callable[[Paper], str], is_done: Callable[[Paper], bool]
    ) -> None:
        """Write only what reads as it should: a text may have been changed since it was shown."""
        try:
            texts = rewritten(self.folder, chosen, value)
            now = {paper.key: paper for paper in tried(self.folder, texts, self._papers)}
            for paper in chosen:
                if paper.key not in now or not is_done(now[paper.key]):
                    raise not_editable(paper, value(paper))
            for file, text in texts.items():
                write(self.folder / file, text)
        except NotEditable as error:
            failed(str(error))
        except OSError as error:
            failed(
                f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen."
            )

    def _papers(self, folder: Path) -> list[Paper]:
        return papers(folder, self.language)


def _name(by: str, undo: bool) -> str:
    name = " ".join(by.split())
    if undo == bool(name):
        wrong_use('Bitte angeben, wer unterschreibt: --by "NAME". Oder, um sie herauszunehmen: --undo.')
    if name and not any(map(str.isalpha, name)):
        wrong_use("Bei --by fehlt ein Name.")
    if len(name) > LONGEST_NAME:
        wrong_use(f"Der Name hat {len(name)} Zeichen, erlaubt sind {LONGEST_NAME}.")
    return name


def _chosen(every: list[Paper], ids: list[str], topic: str) -> list[Paper]:
    """Those with these ids, or all of a topic; a wrong name ends the command."""
    if bool(ids) == bool(topic):
        wrong_use("Bitte Kennungen angeben, oder ein ganzes Thema: --all-of THEMA.")
    if not every:
        wrong_use("In dieser Sprache gibt es noch keine Antworten.")
    if topic:
        found = [paper for paper in every if paper.entry and paper.entry.topic == topic]
        topics = sorted({paper.entry.topic for paper in every if paper.entry})
        return found or wrong_use(f"Zu '{topic}' gibt es keine Antworten. Es gibt: {', '.join(topics)}.")
    known = {paper.id for paper in every}
    for entry_id in ids:
        if entry_id not in known:
            unknown_id(entry_id, known)
    return [paper for entry_id in dict.fromkeys(ids) for paper in every if paper.id == entry_id]


def _agreed(kb: KnowledgeBase, paper: Paper, desk: Desk) -> bool:
    """Whether whoever sits at the terminal has seen the text and says yes; without anybody: no."""
    _show(kb, paper, desk)
    try:
        answer = input("Unterschreiben? [j/N] ")
    except EOFError:
        wrong_use("\nNiemand hat geantwortet. Ohne zu fragen: --yes")
    return answer.strip().casefold() in _YES


def _show(kb: KnowledgeBase, paper: Paper, desk: Desk) -> None:
    """Everything that the signature stands for, as citizens will read it."""
    console, entry = Console(), paper.entry
    if paper.lapsed:
        console.print(Text(lapse(paper.lapsed)))
    if paper.texts or entry is None:
        for field, text in paper.texts.items():
            console.print(Text(f"{field}:\n{text}\n"))
        return
    console.print(Text(entry.question))
    as_signed = replace(entry, approved_by=desk.name)
    for simple in (False, True):
        page = shown(kb, as_signed, desk.on, simple, in_full=True)
        console.print(on_phone(page, [*remarks(kb, entry, desk.on)]))
    more = [entry.legal_basis, *(f"{source.title}: {source.url}" for source in entry.sources)]
    for line in filter(None, more):
        console.print(Text(line))


def _who(paper: Paper) -> str:
    signature = paper.signature
    if signature is None or signature.on is None:
        return ""
    return f"{signature.name}, {signature.on:%d.%m.%Y}"


def _ids(chosen: Iterable[Paper]) -> str:
    return ", ".join(dict.fromkeys(paper.id for paper in chosen))
