"""``faq diff``: what a change does, before it is live."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Protocol

import typer

from bot.content.faq_files import survey
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Found
from bot.editors.asked_again import Find, asked_again
from bot.editors.changes import changes
from bot.editors.contents import contents
from bot.editors.diff_json import as_object
from bot.editors.diff_report import print_asked, print_changes
from bot.editors.options import DefaultFolder, FaqOption, JsonOption, Today, failed, folder_of, wrong_use
from bot.editors.report import count
from bot.editors.sample_questions import sample_questions
from bot.editors.versions import NEWEST, NoVersion, Version, at_revision
from bot.editors.waiting import CacheFolder, each, learnt

_BROKEN = "Fragen werden erst verglichen, wenn die Dateien ohne Fehler sind: faq check"
_UNHEARD = "Alle Fragen werden verstanden wie vorher: Woran der Chat ein Thema erkennt, ist unverändert."


class RecentQuestions(Protocol):
    """Where the questions of late come from; called only when questions are asked again."""

    def __call__(self) -> Sequence[str]:
        """What citizens asked, redacted, the newest first; empty where nothing is kept."""


def no_questions() -> Sequence[str]:
    return ()


RevisionArgument = Annotated[str, typer.Argument(metavar="FASSUNG", help="Eine Fassung, die git kennt.")]
AgainstOption = Annotated[
    Path | None, typer.Option("--against", metavar="ORDNER", help="Mit diesem Ordner vergleichen.")
]
TextsOption = Annotated[bool, typer.Option("--texts-only", help="Nur Texte vergleichen, nichts fragen.")]
MostOption = Annotated[int | None, typer.Option("--most", min=1, help="So viele Fragen höchstens zeigen.")]


def add_diff(
    app: typer.Typer,
    default_folder: DefaultFolder,
    today: Today,
    cache_folder: CacheFolder,
    recent: RecentQuestions = no_questions,
) -> None:
    """Give *app* the command."""

    @app.command(help="Was bewirkt eine Änderung? Vergleicht mit einer früheren Fassung der Antworten.")
    def diff(
        revision: RevisionArgument = NEWEST,
        against: AgainstOption = None,
        texts_only: TextsOption = False,
        most: MostOption = None,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        try:
            with _earlier(folder, revision, against) as version:
                before, _ = _readable(version.folder, version.name)
        except NoVersion as error:
            failed(str(error))
        now, errors = _readable(folder, "Ihrem Ordner")
        found = changes(contents(before), contents(now))
        again = None
        if not texts_only and not errors and any(change.is_heard for change in found):
            samples, find = sample_questions(folder, now), _finding(today(), cache_folder())
            again = asked_again(samples, recent(), before, now, find)
        if as_json:
            typer.echo(json.dumps(as_object(version.name, found, again), ensure_ascii=False, indent=2))
            return
        typer.echo(f"Verglichen mit {version.name}." + ("" if found else " Es gibt keinen Unterschied."))
        print_changes(found, now)
        if again is not None:
            print_asked(again, most)
        elif found and not texts_only:
            typer.echo(f"\n{_BROKEN if errors else _UNHEARD}")


def _earlier(folder: Path, revision: str, against: Path | None) -> AbstractContextManager[Version]:
    if against is None:
        return at_revision(folder, revision)
    if revision != NEWEST:
        wrong_use("Bitte entweder eine FASSUNG angeben oder --against ORDNER.")
    return nullcontext(Version(folder_of(against, lambda: folder), str(against)))


def _readable(folder: Path, name: str) -> tuple[KnowledgeBase, int]:
    """What can be read of *folder*, and the number of its errors, which is said beside the output."""
    kb, problems = survey(folder)
    errors = count(problems, "error")
    if errors:
        typer.echo(f"Achtung: {errors} Fehler in {name}. Was nicht lesbar ist, fehlt hier.", err=True)
    return kb, errors


def _finding(today: date, cache: Path) -> Find:
    """Asks a version; its finder is forgotten afterwards, for two would fill the memory."""

    def find(kb: KnowledgeBase, texts: Sequence[str], when: str) -> Sequence[Found]:
        finder = learnt(kb, today, cache, f"Der Bot liest die Formulierungen ({when})")
        return [finder.find(text) for text in each(texts, f"Fragen ({when})")]

    return find
