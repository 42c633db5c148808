"""The knowledge base as far as it could be read: values with the places where they stand.

What is wrong inside one item is noted and the item left out; its id stays known, so that one mistake
is not reported a second time as a missing entry elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.content import formats
from bot.content.folder import Folder
from bot.content.groups import Named
from bot.content.schema import Kind, Misread
from bot.content.slips import Slip
from bot.content.yaml_nodes import Fields, Items, Node, Scalar
from bot.core.knowledge import (
    Calibration,
    Entry,
    Fact,
    HelpContact,
    Language,
    Office,
    Place,
    Safety,
    Smalltalk,
    Topic,
)

T = TypeVar("T")

_ID = re.compile("[a-z0-9_-]+")

REQUIRED_FILES = (
    "topics.yaml",
    "facts.yaml",
    "offices.yaml",
    "contacts.yaml",
    "safety.yaml",
    "smalltalk.yaml",
    "commands.yaml",
)
WITHDRAWN = "withdrawn.yaml"
OUT_OF_SCOPE = "_out_of_scope.yaml"
CALIBRATION = "calibration.yaml"
NONE = "none"
LIFE = "life"
"""Name of a file with messages that were written from the lives of people, whatever the topics."""


@dataclass(slots=True)
class Table(Generic[T]):
    """The items of one sort: ``rows`` are right in themselves, ``nodes`` are all that are fields."""

    rows: list[tuple[T, Fields]] = field(default_factory=list)
    nodes: list[Fields] = field(default_factory=list)
    ids: dict[str, list[Place]] = field(default_factory=dict)
    """Every id, also of items that are wrong, with all its places."""
    complete: bool = True
    """False: a file or an id could not be read, so nothing can be called unknown."""

    @property
    def values(self) -> tuple[T, ...]:
        return tuple(value for value, _ in self.rows)

    def add(self, node: Fields, value: T | None) -> None:
        self.nodes.append(node)
        if value is not None:
            self.rows.append((value, node))
        name = node.values.get("id")
        if value is None and not (isinstance(name, Scalar) and _ID.fullmatch(name.text)):
            self.complete = False
        if isinstance(name, Scalar):
            self.ids.setdefault(name.text, []).append(name.place)

    def lacks(self, name: str) -> bool:
        return self.complete and name not in self.ids


@dataclass(frozen=True, slots=True)
class Asked:
    """What people ask for one entry in one language: phrasings, or samples. ``entry`` is "" for what
    belongs to none.
    """

    language: str
    entry: str
    place: Place
    texts: tuple[str, ...]
    places: tuple[Place, ...]
    from_life: bool = False
    """From ``life.yaml``: written from the lives of people, whatever the topics."""


@dataclass(slots=True)
class Draft:
    """Everything that could be read."""

    topics: Table[Topic] = field(default_factory=Table)
    facts: Table[Fact] = field(default_factory=Table)
    offices: Table[Office] = field(default_factory=Table)
    contacts: Table[HelpContact] = field(default_factory=Table)
    smalltalk: Table[Smalltalk] = field(default_factory=Table)
    entries: Table[Entry] = field(default_factory=Table)
    withdrawn: Table[formats.Withdrawal] = field(default_factory=Table)
    safety: tuple[Safety, Fields] | None = None
    commands: tuple[Mapping[str, Mapping[str, tuple[str, ...]]], Fields] | None = None
    languages: dict[str, Language] = field(default_factory=dict)
    calibration: tuple[Mapping[str, Calibration], Fields] | None = None
    phrasings: list[Asked] = field(default_factory=list)
    none: list[Asked] = field(default_factory=list)
    samples: list[Asked] = field(default_factory=list)
    out_of_scope: list[Asked] = field(default_factory=list)
    life_samples: Table[formats.LifeSample] = field(default_factory=Table)
    topic_places: list[tuple[str, Place]] = field(default_factory=list)
    """Each file that is named after a topic."""


def read_draft(folder: Folder) -> Draft:
    """All files; what is wrong in each of them is noted in *folder*."""
    draft = Draft()
    folder.refuse_unknown_files((*REQUIRED_FILES, WITHDRAWN, CALIBRATION))
    _read_table(folder, "topics.yaml", formats.TOPIC, draft.topics)
    _read_table(folder, "facts.yaml", formats.FACT, draft.facts)
    _read_table(folder, "offices.yaml", formats.OFFICE, draft.offices)
    _read_table(folder, "contacts.yaml", formats.CONTACT, draft.contacts)
    _read_table(folder, "smalltalk.yaml", formats.SMALLTALK, draft.smalltalk)
    draft.safety = _read_one(folder, "safety.yaml", formats.SAFETY)
    draft.commands = _read_one(folder, "commands.yaml", formats.COMMANDS)
    if folder.says_something(WITHDRAWN):
        _read_table(folder, WITHDRAWN, formats.WITHDRAWAL, draft.withdrawn, least=0)
    if folder.exists(CALIBRATION):
        draft.calibration = _read_one(folder, CALIBRATION, formats.CALIBRATIONS)
    for language, name in folder.language_files("language"):
        words = _read_one(folder, name, formats.WORDS)
        if words:
            draft.languages[language] = words[0]
    _read_entries(folder, draft)
    _read_phrasings(folder, draft)
    read_samples_into(folder, draft)
    return draft


def read_samples_into(folder: Folder, draft: Draft) -> None:
    """The files of ``samples/``: they test the knowledge base and are no part of its version."""
    for language in folder.language_folders("samples"):
        for topic, name in folder.topic_files(f"samples/{language}"):
            if topic == LIFE:
                _read_table(folder, name, formats.LIFE_SAMPLE, draft.life_samples, hashed=False)
                continue
            draft.topic_places.append((topic, folder.place(name)))
            draft.samples += _read_asked(folder, name, language, hashed=False)
        name = f"samples/{language}/{OUT_OF_SCOPE}"
        if folder.exists(name):
            draft.out_of_scope += _read_unasked(folder, name, language, hashed=False)


def _read_entries(folder: Folder, draft: Draft) -> None:
    if not folder.exists("de"):
        words = "Der Ordner mit den deutschen Antworten fehlt. Bitte anlegen."
        folder.complain(folder.place("de"), Slip.MISSING_FILE, words)
    for topic, name in folder.topic_files("de"):
        draft.topic_places.append((topic, folder.place(name)))
        _read_table(folder, name, formats.entry_of(topic), draft.entries)


def _read_phrasings(folder: Folder, draft: Draft) -> None:
    if not folder.exists("phrasings"):
        words = "Der Ordner mit den Formulierungen fehlt. Bitte anlegen."
        folder.complain(folder.place("phrasings"), Slip.MISSING_FILE, words)
    for language in folder.language_folders("phrasings"):
        for topic, name in folder.topic_files(f"phrasings/{language}"):
            if topic == NONE:
                draft.none += _read_unasked(folder, name, language)
                continue
            if topic != LIFE:
                draft.topic_places.append((topic, folder.place(name)))
            draft.phrasings += _read_asked(folder, name, language, from_life=topic == LIFE)


def _read_table(
    folder: Folder, name: str, kind: Kind[T], table: Table[T], least: int = 1, hashed: bool = True
) -> None:
    node = folder.node(name, hashed)
    if not isinstance(node, Items):
        table.complete = False
        if node is not None:
            words = "Die Datei muss eine Liste sein: Jeder Eintrag beginnt mit '- '."
            folder.complain(node.place, Slip.WRONG_TYPE, words)
        return
    if len(node.items) < least:
        words = "Die Liste ist leer. Bitte mindestens einen Eintrag hineinschreiben."
        folder.complain(node.place, Slip.EMPTY, words)
    for item in node.items:
        value = _read(folder, kind, item)
        if isinstance(item, Fields):
            table.add(item, value)


def _read_one(folder: Folder, name: str, kind: Kind[T]) -> tuple[T, Fields] | None:
    node = folder.node(name)
    value = _read(folder, kind, node)
    return (value, node) if value is not None and isinstance(node, Fields) else None


def _read_asked(
    folder: Folder, name: str, language: str, hashed: bool = True, from_life: bool = False
) -> Iterator[Asked]:
    node = folder.node(name, hashed)
    if node is None:
        return
    if not isinstance(node, Fields):
        folder.complain(
            node.place,
            Slip.WRONG_TYPE,
            "Hier werden Kennungen erwartet, jede mit ihrer Liste: 'termin-krank:' und darunter '- '.",
        )
        return
    for entry, below in node.values.items():
        texts = _read(folder, Named(formats.TEXTS, entry), below)
        yield Asked(language, entry, node.keys[entry], texts or (), _places(below), from_life)


def _read_unasked(folder: Folder, name: str, language: str, hashed: bool = True) -> Iterator[Asked]:
    node = folder.node(name, hashed)
    texts = _read(folder, formats.TEXTS, node)
    if node is not None and texts is not None:
        yield Asked(language, "", node.place, texts, _places(node))


def _places(node: Node) -> tuple[Place, ...]:
    return tuple(item.place for item in node.items) if isinstance(node, Items) else ()


def _read(folder: Folder, kind: Kind[T], node: Node | None) -> T | None:
    if node is None:
        return None
    try:
        return kind.read(node)
    except Misread as misread:
        folder.problems += (fault.problem() for fault in misread.faults)
    return None
