"""The answers in other languages, as far as editors need to know: which there are, and how old they are.

The bot does not send them yet, so whatever cannot be read here is left out without a complaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.folder import Folder
from bot.content.schema import DAY, Misread
from bot.content.yaml_nodes import Fields, Items, Scalar
from bot.core.knowledge import Place

SOURCE = "de"
"""The language in which every answer is written first."""

BASED_ON = "based_on"
"""Field of a translation: ``checked_on`` of the German text that was translated."""

Translations = Mapping[str, Mapping[str, "Translation"]]
"""Language -> id of an entry -> its translation."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Where an entry is translated; ``based_on`` is None if nobody noted the day."""

    place: Place
    based_on: date | None


def read_translations(path: Path) -> Translations:
    """What stands in ``<language>/<topic>.yaml``, for every language that has a folder."""
    folder = Folder(path)
    names = sorted(each.name for each in path.iterdir() if each.is_dir() and len(each.name) == 2)
    return {language: dict(_of_language(folder, language)) for language in names if language != SOURCE}


def _of_language(folder: Folder, language: str) -> Iterator[tuple[str, Translation]]:
    for _, name in folder.topic_files(language):
        node = folder.node(name, hashed=False)
        for item in node.items if isinstance(node, Items) else ():
            entry = item.values.get("id") if isinstance(item, Fields) else None
            if isinstance(item, Fields) and isinstance(entry, Scalar):
                yield entry.text, Translation(item.place, _day(item))


def _day(item: Fields) -> date | None:
    written = item.values.get(BASED_ON)
    try:
        return DAY.read(written) if written else None
    except Misread:
        return None
