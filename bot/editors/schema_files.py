"""Which schema belongs to which file of the knowledge base, and the line that names it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from bot.content import formats
from bot.content.draft import LIFE, NONE, OUT_OF_SCOPE, WITHDRAWN
from bot.content.groups import ByName, ListOf
from bot.content.schema import Kind
from bot.content.translations import SOURCE
from bot.core.knowledge import ELSEWHERE
from bot.editors.field_words import FIELD_WORDS
from bot.editors.json_schema import DRAFT, Schema, schema_of

FOLDER = ".schema"
"""Beside the files: the loader takes no notice of names that begin with a dot."""

_ASKED = ByName(formats.TEXTS, formats.SLUG)
_LINE = re.compile(r"# yaml-language-server: .*")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class FileKind:
    """One sort of file: what it is for, and how its whole content is read."""

    title: str
    kind: Kind[Any]


FILE_KINDS: Mapping[str, FileKind] = {
    "entries": FileKind("Antworten zu einem Thema", ListOf(formats.entry_of(""))),
    "elsewhere": FileKind("Wegweiser zu anderen Stellen", ListOf(formats.entry_of(ELSEWHERE))),
    "topics": FileKind("Die Themen", ListOf(formats.TOPIC)),
    "facts": FileKind("Beträge und Grenzen", ListOf(formats.FACT)),
    "offices": FileKind("Die örtlichen Jobcenter", ListOf(formats.OFFICE)),
    "contacts": FileKind("Notrufnummern und andere Stellen", ListOf(formats.CONTACT)),
    "smalltalk": FileKind("Kleine Gespräche am Rand", ListOf(formats.SMALLTALK)),
    "safety": FileKind("Woran der Chat Gefahr erkennt und was er dann sendet", formats.SAFETY),
    "commands": FileKind("Befehle in Worten: je Befehl und Sprache Sätze", formats.COMMANDS),
    "withdrawn": FileKind("Antworten außer Dienst", ListOf(formats.WITHDRAWAL, least=0)),
    "language": FileKind("Kurzformen und Wörter einer Sprache", formats.WORDS),
    "phrasings": FileKind("Formulierungen: je Antwort die Sätze, aus denen der Bot lernt", _ASKED),
    "samples": FileKind("Probefragen: je Antwort die Sätze, die sie finden müssen", _ASKED),
    "calibration": FileKind("Wie sicher sich der Chat sein darf", formats.CALIBRATIONS),
    "life": FileKind("Probefragen aus dem Leben, mit dem, was ihnen hilft", ListOf(formats.LIFE_SAMPLE)),
    "none": FileKind("Sätze, die zu keinem Thema gehören", formats.TEXTS),
}


def schema(name: str) -> Schema:
    """The schema of one sort of file."""
    of = FILE_KINDS[name]
    return {"$schema": DRAFT, "title": of.title, **schema_of(of.kind, FIELD_WORDS[name])}


def as_text(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def kind_of(name: str) -> str | None:
    """The sort of the file *name* (``phrasings/de/geld.yaml``); None: it has no format yet, or is no part."""
    path = PurePosixPath(name)
    if path.suffix != ".yaml":
        return None
    match path.parts:
        case (file,):
            return path.stem if file == WITHDRAWN or path.stem in FILE_KINDS else None
        case ("language", _):
            return "language"
        case (language, _) if language == SOURCE:
            return ELSEWHERE if path.stem == ELSEWHERE else "entries"
        case ("samples", _, file) if path.stem == LIFE:
            return LIFE
        case ("phrasings" | "samples" as asked, _, file):
            return "none" if path.stem == NONE or file == OUT_OF_SCOPE else asked
    return None


def files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of *folder* that has a format, with its sort."""
    for path in sorted(folder.rglob("*.yaml")):
        name = kind_of(path.relative_to(folder).as_posix())
        if name is not None:
            yield path, name


def beginning(folder: Path, file: str) -> str:
    """How a new *file* of *folder* begins: with the line that names its schema, where there are schemas."""
    name = kind_of(file)
    if name is None or not (folder / FOLDER).is_dir():
        return ""
    return named("", name, file.count("/"))


def named(text: str, name: str, depth: int) -> str:
    """*text* with the line that names its schema as the first; *depth*: folders between it and the top.

    What stood there for another schema is replaced; line ends and a byte order mark stay.
    """
    mark, text = (_MARK, text.removeprefix(_MARK)) if text.startswith(_MARK) else ("", text)
    first, end, rest = text.partition("\n")
    line = f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json"
    tail = "\r" if first.endswith("\r") else ""
    if _LINE.fullmatch(first.rstrip()):
        return f"{mark}{line}{tail}{end}{rest}"
    return f"{mark}{line}{tail}\n{text}"
