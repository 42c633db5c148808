"""YAML text as a tree of texts, lists and fields with positions; every trap of YAML is refused.

The tree is built from the parser's events instead of PyYAML's own nodes: so anchors and tags are still
visible, nesting is bounded before it recurses, and no scalar is ever anything but text (``no``, ``0331``
and ``2026-11-22`` stay as they were written; ``content.schema`` types them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.content import swallowed
from bot.content.characters import unreadable_characters
from bot.content.slips import Slip
from bot.content.yaml_words import UNCLOSED_QUOTE, syntax_problem
from bot.core.knowledge import Place, Problem

DEEPEST = 20
"""Levels of lists and fields within each other; the formats in use need five."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there: about ten times as fast, with the same events."""

_NULLS = ("", "~", "null", "Null", "NULL")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, without quotes. ``indent`` is the column where the lines of a block begin."""

    place: Place
    text: str
    quoted: bool = False
    indent: int | None = None

    @property
    def is_null(self) -> bool:
        return not self.quoted and self.text in _NULLS

    def place_at(self, offset: int) -> Place:
        """Where the character at *offset* of ``text`` stands in the file (exact in ``|`` blocks)."""
        if self.indent is None:
            return self.place
        before = self.text[:offset]
        column = len(before) - (before.rfind("\n") + 1) + self.indent + 1
        return Place(self.place.file, self.place.line + 1 + before.count("\n"), column)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with their values. ``keys`` has the place of each key."""

    place: Place
    values: Mapping[str, Node] = field(default_factory=dict)
    keys: Mapping[str, Place] = field(default_factory=dict)

    def place_of(self, key: str, index: int | None = None) -> Place:
        """Where the value of *key* stands (or its item at *index*); without it, where the fields begin."""
        value = self.values.get(key)
        if value is None:
            return self.place
        if index is not None and isinstance(value, Items) and index < len(value.items):
            return value.items[index].place
        return value.place


Node = Scalar | Items | Fields


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every single text in *node*, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Fields):
        for below in node.values.values():
            yield from scalars(below)


def compose(text: str, file: str, loader: Any = None) -> tuple[Node | None, list[Problem]]:
    """The tree of one file and what is wrong with it as YAML; None if it cannot be read any further."""
    problems = [*unreadable_characters(text, file)]
    if problems:
        return None, problems
    composer = _Composer(text, file, loader or LOADER)
    try:
        return composer.document(), composer.problems
    except _GiveUp:
        pass
    except yaml.YAMLError as error:
        composer.problems.append(syntax_problem(error, file))
    return None, composer.problems


class _GiveUp(Exception):
    """What comes after this place cannot be understood; the problem has been noted."""


class _Composer:
    def __init__(self, text: str, file: str, loader: Any) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = _LINE_BREAK.split(text)
        self._events: Iterator[Any] = yaml.parse(text, Loader=loader)

    def document(self) -> Node:
        """The one document of the file."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            words = "Die Datei ist leer. Bitte Inhalt eintragen oder sie löschen."
            self._give_up(Place(self._file), words, Slip.EMPTY)
        node = self._node(self._next(), depth=1)
        self._next()  # the document ends
        more = self._next()
        if isinstance(more, yaml.DocumentStartEvent):
            self._note(
                self._place(more),
                "Hier beginnt mit '---' ein zweites Dokument. In eine Datei gehört nur eines: "
                "Bitte die Zeile '---' löschen.",
                Slip.YAML_EXTRA,
            )
        return node

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            words = f"Der Verweis '*{event.anchor}' ist nicht erlaubt. Bitte den Text selbst hinschreiben."
            self._give_up(place, words, Slip.YAML_EXTRA)
        self._refuse_extras(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > DEEPEST:
            self._give_up(
                place, f"Mehr als {DEEPEST} Ebenen ineinander. Bitte Klammern und Einrückung prüfen."
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(place, tuple(self._items(depth)))
        return self._fields(place, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _fields(self, place: Place, depth: int) -> Fields:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self._note(
                    key.place, "Vor dem Doppelpunkt muss ein Wort stehen, keine Klammer und keine Liste."
                )
            elif key.text in keys:
                self._note(
                    key.place,
                    f"'{key.text}' steht hier zum zweiten Mal (zuerst in Zeile {keys[key.text].line}). "
                    "Bitte eines von beiden löschen oder umbenennen.",
                    Slip.DUPLICATE_KEY,
                )
                if _says_nothing(values[key.text]):  # a doubled line: do not complain about it twice
                    values[key.text] = value
            else:
                values[key.text], keys[key.text] = value, key.place
        return Fields(place, values, keys)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        quoted = event.style not in (None, "")
        indent = self._indent(event.start_mark.line + 1) if event.style == "|" else None
        scalar = Scalar(place, event.value, quoted, indent)
        if not quoted:
            item = swallowed.swallowed_item(self._later_lines(event))
            if item:
                self._note(Place(self._file, *item), swallowed.ITEM)
        elif event.style == "|":
            offset = swallowed.swallowed_field(event.value)
            if offset is not None:
                self._note(scalar.place_at(offset), swallowed.FIELD)
        elif event.style != ">" and swallowed.swallows_fields(self._later_lines(event)):
            self._give_up(place, UNCLOSED_QUOTE)
        return scalar

    def _indent(self, line: int) -> int:
        """The column of the first line that is not empty, from *line* on."""
        filled = (text for text in self._lines[line:] if text.strip())
        first = next(filled, "")
        return len(first) - len(first.lstrip(" "))

    def _later_lines(self, event: Any) -> Iterator[tuple[int, str]]:
        """The lines of a text after its first, with their numbers."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            yield number + 1, self._lines[number]

    def _refuse_extras(self, event: Any, place: Place) -> None:
        if event.anchor:
            words = f"Der Anker '&{event.anchor}' ist nicht erlaubt. Bitte '&{event.anchor}' löschen."
            self._note(place, words, Slip.YAML_EXTRA)
        if event.tag:
            self._note(
                place,
                "Ein Wort mit Ausrufezeichen am Anfang ist hier nicht erlaubt. "
                "Bitte löschen, oder den Text in Anführungszeichen setzen.",
                Slip.YAML_EXTRA,
            )

    def _next(self) -> Any:
        return next(self._events)

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, place: Place, text: str, slip: Slip = Slip.SYNTAX) -> None:
        self.problems.append(Problem(place, text, rule=slip))

    def _give_up(self, place: Place, text: str, slip: Slip = Slip.SYNTAX) -> None:
        self._note(place, text, slip)
        raise _GiveUp


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.text)
