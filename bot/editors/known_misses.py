"""``_known_misses.yaml``: samples that do not find their entry yet. The list may only become shorter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.content import formats
from bot.content.folder import Folder
from bot.content.groups import ByName
from bot.content.schema import Misread
from bot.editors.files import write
from bot.editors.judged import Misses
from bot.editors.schema_files import beginning
from bot.errors import ContentError

FILE = "samples/de/_known_misses.yaml"

_HEADER = (
    "# Probefragen, die ihre Antwort noch nicht an erster Stelle finden. Die Liste darf nur kürzer werden.\n"
    "# Sie wird geschrieben, nicht getippt: bot faq samples --update-misses\n"
)


def read_misses(path: Path) -> Misses | None:
    """The list of the folder *path*; None if there is none.

    Raises:
        ContentError: it cannot be read.
    """
    folder = Folder(path)
    if not folder.exists(FILE):
        return None
    if not folder.says_something(FILE):
        return {}
    node = folder.node(FILE)
    try:
        if node is not None:
            return ByName(formats.TEXTS, formats.SLUG).read(node)
    except Misread as misread:
        folder.problems += (fault.problem() for fault in misread.faults)
    raise ContentError([str(problem) for problem in folder.problems])


def write_misses(path: Path, misses: Misses) -> None:
    """Replace the list of the folder *path*.

    Raises:
        OSError: nothing was changed.
    """
    lines = [
        line
        for entry, texts in misses.items()
        for line in (f"{entry}:", *(f"  - {json.dumps(text, ensure_ascii=False)}" for text in texts))
    ]
    write(path / FILE, beginning(path, FILE) + _HEADER + "".join(f"{line}\n" for line in lines))


def beyond(misses: Misses, known: Misses) -> Mapping[str, tuple[str, ...]]:
    """What is in *misses* and not in *known*; entries of which nothing is left are left out."""
    left = {
        entry: tuple(text for text in texts if text not in known.get(entry, ()))
        for entry, texts in misses.items()
    }
    return {entry: texts for entry, texts in left.items() if texts}


def count(misses: Misses) -> int:
    return sum(map(len, misses.values()))
