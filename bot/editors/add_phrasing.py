"""``faq add-phrasing``: one more way of asking, written to its place, and what it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from bot.content.faq_files import check_faq
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Finder
from bot.editors.effects import Effect, of_samples, of_sentence
from bot.editors.files import write
from bot.editors.options import (
    DefaultFolder,
    FaqOption,
    Today,
    failed,
    folder_of,
    readable,
    unknown_id,
    wrong_use,
)
from bot.editors.phrasing import Wanted, objection
from bot.editors.phrasing_files import languages, targets, tried_out, with_phrasings
from bot.editors.report import as_lines
from bot.editors.sample_questions import Sample, sample_questions
from bot.editors.waiting import each, learnt, waiting
from bot.editors.yaml_edits import NotEditable
from bot.errors import ContentError

_DANGER = (
    "Aus dem Satz spricht Gefahr. Solche Sätze gehören nach safety.yaml, bitte zu zweit; was nur so klingt, "
    "dort unter look_alikes."
)

_UNTRIED = (
    "Nicht geprüft: ob der Bot jetzt richtig antwortet und ob der Satz nach einer anderen Antwort klingt. "
    "Das sagen: faq diff, faq check --notes"
)
_BROKEN = "Was sich ändert, lässt sich erst sagen, wenn faq check keinen Fehler mehr nennt."

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Kennung der Antwort, oder none.")]
SentencesArgument = Annotated[
    list[str], typer.Argument(metavar="SATZ...", help="Sätze in Anführungszeichen.")
]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="SPRACHE", help="Wenn sie falsch erkannt wird, z. B. tr.")
]
QuickOption = Annotated[
    bool, typer.Option("--quick", help="Nur schreiben und prüfen; nicht sagen, was sich ändert.")
]


def add_add_phrasing(
    app: typer.Typer, default_folder: DefaultFolder, today: Today, cache_folder: Callable[[], Path]
) -> None:
    """Give *app* the command."""

    @app.command("add-phrasing", help="So fragen Menschen auch: einen Satz ergänzen, aus dem der Bot lernt.")
    def add_phrasing(
        entry_id: IdArgument,
        sentences: SentencesArgument,
        language: LanguageOption = "",
        quick: QuickOption = False,
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        known = targets(folder)
        if entry_id not in known:
            unknown_id(entry_id, set(known))
        kb = readable(folder)
        compares = not quick and check_faq(folder)[0] is not None
        wanted = _wanted(folder, kb, today(), entry_id, sentences, language)
        before = learnt(kb, today(), cache_folder(), exactly=False) if compares else None
        if before is not None and not _is_grave(kb, entry_id):
            _refuse([(one, _DANGER) for one in wanted if before.find(one.text).band is Band.SAFETY])
        after = _write(folder, kb, wanted)
        if before is not None:
            words = "Geschrieben. Jetzt wird verglichen"
            now = learnt(after, today(), cache_folder(), words, exactly=False)
            _compare(folder, after, wanted, before, now)
        else:
            typer.echo(_UNTRIED if quick else _BROKEN)


def _wanted(
    folder: Path, kb: KnowledgeBase, on: date, entry: str, sentences: Sequence[str], language: str
) -> list[Wanted]:
    """The sentences as they will be written; what speaks against one of them ends the command."""
    there = languages(folder)
    if language and language not in there:
        wrong_use(f"Für '{language}' gibt es noch keine Formulierungen. Es gibt: {', '.join(there)}.")
    with waiting("Die Sätze werden geprüft"):
        from bot.editors.listening import build_listener  # the matcher is slow to import: only here

        listener, samples = build_listener(kb, on), cache(lambda code: _samples(folder, kb, code))
        wanted: list[Wanted] = []
        refused: list[tuple[Wanted, str]] = []
        for sentence in sentences:
            text = " ".join(sentence.split())
            one = Wanted(entry, language or listener.language(text), text)
            against = objection(one, kb, on, [sample for sample, _ in samples(one.language)], wanted)
            if not against and one.language not in there:
                against = f"Er klingt nach der Sprache '{one.language}'. Bitte angeben: --language SPRACHE"
            if not against and not _is_grave(kb, entry) and listener.hears_danger(text, one.language):
                against = _DANGER
            wanted.append(one)
            refused += [(one, against)] if against else []
    _refuse(refused)
    return wanted


def _refuse(refused: Sequence[tuple[Wanted, str]]) -> None:
    """Say what speaks against the sentences, if anything does, and end the command."""
    if refused:
        lines = [f"„{one.text}“: {against}" for one, against in refused]
        wrong_use("\n".join([*lines, "Nichts wurde geschrieben."]))


def _is_grave(kb: KnowledgeBase, entry_id: str) -> bool:
    """Whether the entry only gives emergency numbers: there people ask who are in danger."""
    return any(entry.id == entry_id and entry.actions == ("emergency",) for entry in kb.entries)


def _write(folder: Path, kb: KnowledgeBase, wanted: Sequence[Wanted]) -> KnowledgeBase:
    """Write all of them, and say where; with an error nothing is written and the command ends."""
    try:
        texts = with_phrasings(folder, kb, wanted)
        after, errors = tried_out(folder, kb, texts, wanted)
        if errors:
            failed(f"{as_lines(after, errors)}\nNichts wurde geschrieben.")
        for file, text in texts.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            write(folder / file, text)
    except NotEditable as error:
        failed(str(error))
    except OSError as error:
        failed(f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen.")
    for one in wanted:
        place = after.phrasing_places.get((one.language, one.entry, one.text))
        where = f"{place.file}:{place.line}" if place else f"{folder.name}/{next(iter(texts))}"
        typer.echo(f"Neu in {where} ('{one.entry}', Sprache {one.language}): {one.text}")
    return after


def _compare(
    folder: Path, kb: KnowledgeBase, wanted: Sequence[Wanted], before: Finder, after: Finder
) -> None:
    """Say what the sentences and the samples of their languages got, and what they get now."""
    for one in wanted:
        typer.echo(of_sentence(Effect(before.find(one.text), after.find(one.text))))
    asked = [
        sample
        for language in dict.fromkeys(one.language for one in wanted)
        for sample in _samples(folder, kb, language)
    ]
    every = each(asked, "Probefragen")
    effects = [Effect(before.find(text), after.find(text), right) for text, right in every]
    for line in of_samples(effects):
        typer.echo(line)


def _samples(folder: Path, kb: KnowledgeBase, language: str) -> list[Sample]:
    """The sample questions of a language; none while their files cannot be read."""
    try:
        return list(sample_questions(folder, kb, language))
    except ContentError:
        return []
