"""``faq new``: the skeleton of an answer, with a word beside each field on what belongs there."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.content.faq_files import survey
from bot.content.formats import ENTRY_FIELDS, SIGNPOST_FIELDS, SLUG
from bot.content.groups import ListOf, Maybe
from bot.content.schema import meant
from bot.core.knowledge import ELSEWHERE
from bot.editors.field_words import FIELD_WORDS
from bot.editors.files import appended, read, write
from bot.editors.ids import entry_ids
from bot.editors.options import DefaultFolder, FaqOption, Today, failed, folder_of, wrong_use
from bot.editors.rules import ENOUGH_FOR_A_SIGNPOST, ENOUGH_PHRASINGS
from bot.editors.schema_files import beginning

WIDTH = 100
SIGNPOST = f"{ELSEWHERE}-"
"""So begin the ids of signposts: whoever reads a result knows what they are."""
SELDOM = ("valid_from", "valid_until")
"""Fields that most answers do not need: they stand there as a comment."""


def add_new(app: typer.Typer, default_folder: DefaultFolder, today: Today) -> None:
    """Give *app* the command; it asks for no day."""

    @app.command(help="Eine neue Antwort beginnen: legt das Gerüst an, das Sie dann ausfüllen.")
    def new(
        entry_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, z. B. termin-verpasst.")],
        topic: Annotated[
            str, typer.Option("--topic", metavar="THEMA", help="Thema aus topics.yaml, oder elsewhere.")
        ] = "",
        faq: FaqOption = None,
    ) -> None:
        folder = folder_of(faq, default_folder)
        _refuse_wrong_topic(folder, topic)
        _refuse_wrong_id(folder, entry_id, topic)
        answers, phrasings = f"de/{topic}.yaml", f"phrasings/de/{topic}.yaml"
        try:
            _append(folder, answers, skeleton(entry_id, topic))
            if f"\n{entry_id}:" not in f"\n{read(folder / phrasings)}":
                _append(folder, phrasings, _asked(entry_id, topic))
        except OSError as error:
            failed(
                f"{error.filename} lässt sich nicht schreiben ({error.strerror}). Bitte die Rechte prüfen."
            )
        typer.echo(_next_steps(folder.name, entry_id, answers, phrasings))


def skeleton(entry_id: str, topic: str) -> str:
    """An entry with all its fields; those that must be filled in are empty, so that ``faq check`` asks."""
    words = FIELD_WORDS[ELSEWHERE if topic == ELSEWHERE else "entries"]
    fields = SIGNPOST_FIELDS if topic == ELSEWHERE else tuple(ENTRY_FIELDS)
    lines = [f"- id: {entry_id}"]
    for field in fields:
        if field != "id":
            lines += _field(field, words[field])
    return "\n" + "\n".join(lines) + "\n"


def _field(field: str, words: str) -> Iterator[str]:
    for part in words.splitlines():
        yield from (f"  # {line}" for line in textwrap.wrap(part, WIDTH - 4))
    yield f"  # {field}:" if field in SELDOM else f"  {field}:{_nothing_yet(field)}"


def _nothing_yet(field: str) -> str:
    """What stands in a field that nobody has filled in: nothing where the format asks for something."""
    kind = ENTRY_FIELDS[field]
    if not isinstance(kind, Maybe):
        return ""
    if isinstance(kind.kind, ListOf):
        return " []"
    return " false" if kind.otherwise is False else " null"


def _asked(entry_id: str, topic: str) -> str:
    enough = ENOUGH_FOR_A_SIGNPOST if topic == ELSEWHERE else ENOUGH_PHRASINGS
    return (
        f"{entry_id}: []\n"
        f"  # [] löschen und hier {enough} oder mehr Sätze sammeln, so wie Menschen fragen, mit Fehlern.\n"
        "  # Jeder in eine eigene Zeile, so eingerückt wie diese, mit einem Strich davor: - Satz\n"
    )


def _append(folder: Path, name: str, piece: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = read(path) or beginning(folder, name)
    write(path, appended(before, piece if before else piece.lstrip("\n")))


def _refuse_wrong_id(folder: Path, entry_id: str, topic: str) -> None:
    if not re.fullmatch(SLUG.pattern, entry_id):
        wrong_use(f"'{entry_id}' geht nicht als Kennung. Bitte schreiben: {SLUG.example}.")
    if topic == ELSEWHERE and not entry_id.startswith(SIGNPOST):
        wrong_use(f"Kennungen von Wegweisern beginnen mit '{SIGNPOST}': {SIGNPOST}{entry_id}")
    taken = entry_ids(folder)
    if entry_id in taken:
        wrong_use(f"Die Kennung '{entry_id}' gibt es schon, in {taken[entry_id]}. Bitte eine andere wählen.")


def _refuse_wrong_topic(folder: Path, topic: str) -> None:
    known = [each.id for each in survey(folder)[0].topics]
    if topic != ELSEWHERE and topic not in known:
        said = f"Das Thema '{topic}' gibt es nicht." if topic else "Zu welchem Thema? Bitte --topic angeben."
        listed = f" Es gibt: {', '.join([*known, ELSEWHERE])}."
        wrong_use(f"{said}{(meant(topic, known) if topic else '') or listed}")


def _next_steps(faq: str, entry_id: str, answers: str, phrasings: str) -> str:
    return (
        f"Das Gerüst von '{entry_id}' steht am Ende von {faq}/{answers}, eine leere Liste in "
        f"{faq}/{phrasings}.\n"
        "1. Beides ausfüllen. faq check nennt jedes Feld, das noch leer ist.\n"
        f"2. Probefragen nach {faq}/samples/de schreiben, andere Sätze als in phrasings.\n"
        f"3. Ansehen: faq show {entry_id} --both\n"
        "Bis faq check keinen Fehler mehr nennt, gibt der laufende Bot die letzte gute Fassung aller "
        "Antworten; auch andere Änderungen gelten so lange nicht."
    )
