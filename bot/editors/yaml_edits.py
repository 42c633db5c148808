"""YAML texts with one value more or another; every other byte stays as somebody wrote it.

ruamel.yaml says where each value begins and ends, and how a text must be quoted. It does not write the
files: its dump would fold long lines and set blanks anew. Whoever uses these texts reads them first with the
project's own loader: what is written in an unforeseen way shows there.
"""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.content.yaml_nodes import Items, Scalar, compose
from bot.editors.files import appended
from bot.errors import BotError

_MARK = "\ufeff"


class NotEditable(BotError):
    """A file is written in a way that cannot be changed piece by piece; ``line`` is left to a person."""

    def __init__(self, file: str, line: str) -> None:
        self.file, self.line = file, line
        super().__init__(
            f"{file} ist ungewöhnlich geschrieben, oder jemand hat die Datei gerade geändert. Nichts wurde "
            f"geschrieben. Bitte noch einmal versuchen, sonst von Hand eintragen: {line}"
        )


def with_text(text: str, key: str, more: str) -> str | None:
    """The file *text* with *more* at the end of the list below *key* ("": the file is one list).

    A key that is not there comes at the end. None: the file cannot be read, or is written otherwise.
    """
    if text.startswith(_MARK):
        rest = with_text(text.removeprefix(_MARK), key, more)
        return None if rest is None else _MARK + rest
    try:
        tree = _tree(text)
    except YAMLError:
        return None
    if not key:
        return _longer(text, tree, _end(text, tree), 0, more) if _is_list(tree) else None
    pair = _pair(tree, key)
    if pair is not None:
        return _longer(text, pair[1], _colon(text, pair[0]), _column(pair[0]) + 2, more)
    if tree is None or _is_block_of_fields(tree):
        return appended(text, f"{key}:\n  - {scalar(more)}\n")
    return None


def with_field(text: str, entry_id: str, number: int, field: str, value: str) -> str | None:
    """The list of entries *text* with *value*, ready YAML, as *field* of one of them.

    It is the entry with this id; if several bear it (they follow one another in time), the one of this
    *number*, counted from 0. None: there is none, or the file cannot be read.
    """
    if text.startswith(_MARK):
        rest = with_field(text.removeprefix(_MARK), entry_id, number, field, value)
        return None if rest is None else _MARK + rest
    try:
        tree = _tree(text)
    except YAMLError:
        return None
    entries = [item for item in tree.value if _id(item) == entry_id] if _is_list(tree) else []
    if number >= len(entries):
        return None
    entry = entries[number]
    pair = _pair(entry, field)
    if pair is not None:
        colon = _colon(text, pair[0])
        return f"{text[:colon]} {value}{text[max(colon, _end(text, pair[1])) :]}"
    end = _last_end(text, entry)
    if entry.flow_style:
        return f"{text[:end]}, {field}: {value}{text[end:]}"
    return _with_line(text, end, " " * _column(entry) + f"{field}: {value}")


def scalar(text: str) -> str:
    """*text* as an item of a list on one line: plain where YAML lets it be, else in quotes."""
    yaml, stream = YAML(), StringIO()
    yaml.width = sys.maxsize
    yaml.dump([text], stream)
    written = stream.getvalue().removeprefix("- ").rstrip("\n")
    return written if _reads_as(written, text) else json.dumps(text, ensure_ascii=False)


def _reads_as(written: str, text: str) -> bool:
    node, problems = compose(f"- {written}\n", "")
    items = node.items if isinstance(node, Items) else ()
    return not problems and [item.text for item in items if isinstance(item, Scalar)] == [text]


def _tree(text: str) -> Any:
    """The root node with the marks of where everything begins and ends; None for a file without any."""
    return YAML().compose(StringIO(text))


def _longer(text: str, items: Any, start: int, indent: int, more: str) -> str | None:
    """*text* with one item more; a list that is empty or missing begins below the line of *start*."""
    if not _is_list(items):
        return None if items.value else _with_line(text, start, f"{' ' * indent}- {scalar(more)}")
    if not items.value:
        before = text[: items.start_mark.index].rstrip(" ")
        text = before + text[items.end_mark.index :]
        return _with_line(text, len(before), f"{' ' * indent}- {scalar(more)}")
    end = _last_end(text, items)
    if items.flow_style:
        return f"{text[:end]}, {json.dumps(more, ensure_ascii=False)}{text[end:]}"
    return _with_line(text, end, f"{' ' * _column(items)}- {scalar(more)}")


def _with_line(text: str, place: int, line: str) -> str:
    """*text* with one *line* more, below the one on which *place* lies."""
    end = text.find("\n", place)
    if end < 0:
        return appended(text, line + "\n")
    return appended(text[: end + 1], line + "\n") + text[end + 1 :]


def _end(text: str, node: Any) -> int:
    """Behind the last character of *node*; comments and empty lines after it are no part of it."""
    if isinstance(node.value, str):
        return len(text[: node.end_mark.index].rstrip())
    return int(node.end_mark.index) if node.flow_style else _last_end(text, node)


def _last_end(text: str, node: Any) -> int:
    """Behind the last thing in a list or in fields that are not empty."""
    last = node.value[-1]
    if not isinstance(last, tuple):
        return _end(text, last)
    key, value = last
    is_written = value.end_mark.index > value.start_mark.index
    return _end(text, value) if is_written else _colon(text, key)


def _colon(text: str, key: Any) -> int:
    """Behind the colon of *key*."""
    return text.index(":", key.end_mark.index) + 1


def _pair(node: Any, key: str) -> tuple[Any, Any] | None:
    if node is None or _is_list(node) or isinstance(node.value, str):
        return None
    return next((pair for pair in node.value if pair[0].value == key), None)


def _id(item: Any) -> str:
    pair = _pair(item, "id")
    return pair[1].value if pair and isinstance(pair[1].value, str) else ""


def _is_list(node: Any) -> bool:
    return node is not None and node.id == "sequence"


def _is_block_of_fields(node: Any) -> bool:
    return bool(node.id == "mapping" and not node.flow_style)


def _column(node: Any) -> int:
    return int(node.start_mark.column)
