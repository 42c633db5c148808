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

from bot.content.characters import unreadable_characters
from bot.content.yaml_words import UNCLOSED_QUOTE, syntax_problem
from bot.core.knowledge import Place, Problem

DEEPEST = 20
"""Levels of lists and fields within each other; the formats in use need five."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there: about ten times as fast, with the same events."""

_NULLS = ("", "~", "null", "Null", "NULL")
_FIELD = re.compile(r" *(- +)?[a-z_]+:( |$)")
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
            self._give_up(Place(self._file), "Die Datei ist leer. Bitte Inhalt eintragen oder sie löschen.")
        node = self._node(self._next(), depth=1)
        self._next()  # the document ends
        more = self._next()
        if isinstance(more, yaml.DocumentStartEvent):
            self._note(
                self._place(more),
                "Hier beginnt mit '---' ein zweites Dokument. In eine Datei gehört nur eines: "
                "Bitte die Zeile '---' löschen.",
            )
        return node

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._give_up(
                place, f"Der Verweis '*{event.anchor}' ist nicht erlaubt. Bitte den Text selbst hinschreiben."
            )
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
                )
                if _says_nothing(values[key.text]):  # a doubled line: do not complain about it twice
                    values[key.text] = value
            else:
                values[key.text], keys[key.text] = value, key.place
        return Fields(place, values, keys)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        quoted = event.style not in (None, "")
        if not quoted:
            self._refuse_swallowed_items(event)
        elif event.style in ("'", '"'):
            self._refuse_swallowed_fields(event, place)
        indent = self._indent(event.start_mark.line + 1) if event.style == "|" else None
        return Scalar(place, event.value, quoted, indent)

    def _indent(self, line: int) -> int:
        """The column of the first line that is not empty, from *line* on."""
        filled = (text for text in self._lines[line:] if text.strip())
        first = next(filled, "")
        return len(first) - len(first.lstrip(" "))

    def _refuse_swallowed_items(self, event: Any) -> None:
        """A list item that is indented too far silently becomes part of the text above it."""
        for number, line in self._later_lines(event):
            indent = len(line) - len(line.lstrip(" "))
            if line[indent:].startswith("- "):
                self._note(
                    Place(self._file, number, indent + 1),
                    "Diese Zeile ist weiter eingerückt als die Liste und würde an den Text darüber "
                    "angehängt. Bitte so weit einrücken wie die Zeilen darüber.",
                )
                return  # those below it follow from the same slip

    def _refuse_swallowed_fields(self, event: Any, place: Place) -> None:
        """A quotation mark that is not closed swallows what follows, up to the next one anywhere."""
        if any(_FIELD.match(line) for _, line in self._later_lines(event)):
            self._give_up(place, UNCLOSED_QUOTE)

    def _later_lines(self, event: Any) -> Iterator[tuple[int, str]]:
        """The lines of a text after its first, with their numbers."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            yield number + 1, self._lines[number]

    def _refuse_extras(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._note(
                place, f"Der Anker '&{event.anchor}' ist nicht erlaubt. Bitte '&{event.anchor}' löschen."
            )
        if event.tag:
            self._note(
                place,
                "Ein Wort mit Ausrufezeichen am Anfang ist hier nicht erlaubt. "
                "Bitte löschen, oder den Text in Anführungszeichen setzen.",
            )

    def _next(self) -> Any:
        return next(self._events)

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, place: Place, text: str) -> None:
        self.problems.append(Problem(place, text))

    def _give_up(self, place: Place, text: str) -> None:
        self._note(place, text)
        raise _GiveUp


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.text)
