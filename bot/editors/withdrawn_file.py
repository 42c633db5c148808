"""``withdrawn.yaml`` as text: a row more or a row less, everything else as somebody wrote it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date

from bot.content.draft import WITHDRAWN
from bot.content.yaml_nodes import Fields, Items, Node, Scalar, compose
from bot.editors.files import appended

_ROW = re.compile(r"^(?P<indent> *)- ", re.MULTILINE)
_EMPTY_LIST = re.compile(r"^\[ *\][ ]*(#.*)?\r?\n?", re.MULTILINE)

HEADER = (
    '# Antworten, die gerade nicht gegeben werden. Zurückziehen: bot faq withdraw ID --reason "..."\n'
    "# Wieder geben: bot faq withdraw ID --undo\n"
)


def ids(text: str) -> tuple[str, ...] | None:
    """The ids in the file; None if it cannot be read as a list."""
    if not _says_something(text):
        return ()
    node = _tree(text)
    return tuple(_id(item) for item in node.items) if isinstance(node, Items) else None


def days(text: str) -> dict[str, date]:
    """Since when each answer is out of service, where the file says so and can be read."""
    node, found = _tree(text), dict[str, date]()
    for item in node.items if isinstance(node, Items) else ():
        since = item.values.get("since") if isinstance(item, Fields) else None
        if isinstance(since, Scalar):
            with suppress(ValueError):
                found[_id(item)] = date.fromisoformat(since.text)
    return found


def with_row(text: str, entry_id: str, reason: str, since: date, by: str) -> str:
    """*text* with one row more at its end, indented as the rows that are there."""
    row = (
        f"- id: {entry_id}",
        f"  reason: {_quoted(reason)}",
        f"  since: {since}",
        f"  by: {_quoted(by) if by.strip() else 'null'}",
    )
    first = _ROW.search(text)
    if first is None:
        text = _EMPTY_LIST.sub("", text)
    indent = first["indent"] if first else ""
    return appended(text, "".join(f"{indent}{line}\n" for line in row))


def without_row(text: str, entry_id: str) -> str | None:
    """*text* without the lines of this id's rows; None if they cannot be told from others.

    A comment behind a row belongs to what follows and stays.
    """
    node = _tree(text)
    if not isinstance(node, Items):
        return None
    lines = text.splitlines(keepends=True)
    starts = [item.place.line - 1 for item in node.items]
    kept = tuple(_id(item) for item in node.items if _id(item) != entry_id)
    for number, item in reversed([*enumerate(node.items)]):
        if _id(item) == entry_id:
            end = starts[number + 1] if number + 1 < len(starts) else len(lines)
            while end - 1 > starts[number] and _is_aside(lines[end - 1]):
                end -= 1
            del lines[starts[number] : end]
    left = "".join(lines)
    return left if ids(left) == kept else None


def _tree(text: str) -> Node | None:
    node, problems = compose(text, WITHDRAWN)
    return None if problems else node


def _id(item: Node) -> str:
    name = item.values.get("id") if isinstance(item, Fields) else item
    return name.text if isinstance(name, Scalar) else ""


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _says_something(text: str) -> bool:
    return not all(map(_is_aside, text.splitlines()))


def _quoted(text: str) -> str:
    """*text* on one line in quotes: what JSON quotes, YAML reads."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
