"""Every line that a citizen may read or that the bot learns from, with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.folder import Folder
from bot.content.texts import FOLDER as PROGRAM_TEXTS
from bot.content.yaml_nodes import Fields, Items, Node, Scalar, scalars
from bot.core.knowledge import Place

FIELDS = {
    "question": "Frage",
    "label": "Knopf",
    "answer": "Antwort",
    "simple": "Einfache Sprache",
    "keywords": "Stichwort",
    "phrases": "Formulierung",
}
"""Field of an entry or of small talk -> what editors call it."""

_PHRASE = re.compile(r"(?P<key>[a-z][a-z0-9-]*) *= *(?P<words>.*)")
_VARIANT = re.compile(r"\*?\[\w+\] ")
_SCAFFOLD = re.compile(r"\{ ?\$\w+ ?->|\}|#.*")
"""Lines of a Fluent file that nobody reads."""


@dataclass(frozen=True, slots=True)
class Line:
    """``where`` is the German name of its field, ``owner`` the entry, small talk or phrase it belongs to."""

    place: Place
    where: str
    owner: str
    text: str


def lines(path: Path, program_texts: Path = PROGRAM_TEXTS) -> Iterator[Line]:
    """All of them: answers first, then small talk, safety texts, the program's own, at last the phrasings.

    A file that cannot be read is left out.
    """
    folder = Folder(path)
    languages = folder.language_folders("")
    for language in sorted(languages, key=lambda code: (code != "de", code)):
        for _, name in folder.topic_files(language):
            yield from _of_items(folder.node(name))
    if folder.exists("smalltalk.yaml"):
        yield from _of_items(folder.node("smalltalk.yaml"))
    if folder.exists("safety.yaml"):
        safety = folder.node("safety.yaml")
        texts = safety.values.get("texts") if isinstance(safety, Fields) else None
        yield from _of_lists(texts, "Sicherheitstext")
    for file in sorted(program_texts.glob("*.ftl")):
        yield from _of_program(file)
    for language in folder.language_folders("phrasings"):
        for _, name in folder.topic_files(f"phrasings/{language}"):
            yield from _of_lists(folder.node(name), "Formulierung")


def _of_items(node: Node | None) -> Iterator[Line]:
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Fields):
            name = item.values.get("id")
            owner = name.text if isinstance(name, Scalar) else ""
            for field, where in FIELDS.items():
                for scalar in scalars(item.values.get(field)):
                    yield from _of_scalar(scalar, where, owner)


def _of_lists(node: Node | None, where: str) -> Iterator[Line]:
    """Texts below free names, such as phrasings below the id of their entry."""
    groups: Mapping[str, Node] = node.values if isinstance(node, Fields) else {}
    if isinstance(node, Items):
        groups = {"": node}
    for owner, below in groups.items():
        for scalar in scalars(below):
            yield from _of_scalar(scalar, where, owner)


def _of_scalar(scalar: Scalar, where: str, owner: str) -> Iterator[Line]:
    if scalar.indent is None:
        yield Line(scalar.place, where, owner, scalar.text)
        return
    offset = 0
    for text in scalar.text.splitlines(keepends=True):
        if text.strip():
            yield Line(scalar.place_at(offset), where, owner, text.strip())
        offset += len(text)


def _of_program(file: Path) -> Iterator[Line]:
    """The lines of a Fluent file, without its scaffold of keys and variants."""
    key, name = "", "/".join(file.parts[-4:])
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        words = text.strip()
        begins = _PHRASE.fullmatch(text)
        if begins:
            key, words = begins["key"], begins["words"]
        words = _VARIANT.sub("", words, count=1) if _VARIANT.match(words) else words
        if words and not _SCAFFOLD.fullmatch(words):
            yield Line(Place(name, number), "Programmtext", key, words)
