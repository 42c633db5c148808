"""The answers in other languages, as far as editors need to know: which there are, and how old they are.

The bot does not send them yet, so whatever cannot be read here is left out without a complaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.content import signatures
from bot.content.folder import Folder
from bot.content.schema import DAY, Kind, Misread
from bot.content.yaml_nodes import Fields, Items, Scalar
from bot.core.knowledge import Place, Signature
from bot.core.signing import fingerprint

T = TypeVar("T")

SOURCE = "de"
"""The language in which every answer is written first."""

BASED_ON = "based_on"
"""Field of a translation: ``checked_on`` of the German text that was translated."""

Translations = Mapping[str, Mapping[str, "Translation"]]
"""Language -> id of an entry -> its translation."""


TEXTS = ("question", "label", "answer", "simple")
"""Fields of a translation that citizens read: what its signature stands for."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Where an entry is translated; ``based_on`` is None if nobody noted the day.

    ``texts`` are those of TEXTS that it has; ``signature`` was given to this wording, ``lapsed`` to another.
    """

    place: Place
    based_on: date | None
    texts: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    signature: Signature | None = None
    lapsed: Signature | None = None


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
                yield entry.text, _translation(item, entry.text, language)


def _translation(item: Fields, entry: str, language: str) -> Translation:
    written = {name: item.values.get(name) for name in TEXTS}
    texts = {name: text.text.strip() for name, text in written.items() if isinstance(text, Scalar)}
    told = fingerprint(entry, (language,), (texts.get(name, "") for name in TEXTS))
    signature = _read(signatures.SIGNATURE, item, signatures.FIELD)
    fits = signature is not None and signature.text == told
    return Translation(
        item.place,
        _read(DAY, item, BASED_ON),
        texts,
        told,
        signature=signature if fits else None,
        lapsed=None if fits else signature,
    )


def _read(kind: Kind[T], item: Fields, name: str) -> T | None:
    written = item.values.get(name)
    try:
        return kind.read(written) if written else None
    except Misread:
        return None
