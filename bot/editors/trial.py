"""Changes tried in a copy of the files first: a running bot never reads what the check would refuse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.content.faq_files import survey
from bot.core.knowledge import KnowledgeBase, Problem
from bot.editors.files import write

T = TypeVar("T")
Texts = Mapping[str, str]
"""Name of a file within the folder -> its new text."""

_POSITION = re.compile(r":\d+:\d+")


def trial(folder: Path, texts: Texts) -> tuple[KnowledgeBase, list[Problem]]:
    """What could be read with these *texts* in *folder*, and the errors that are not there without them."""
    _, before = survey(folder)
    kb, after = tried(folder, texts, survey)
    known = Counter(map(_told, before))
    known.subtract(map(_told, after))
    return kb, [problem for problem in after if known[_told(problem)] < 0]


def tried(folder: Path, texts: Texts, look: Callable[[Path], T]) -> T:
    """What *look* sees in a copy of *folder* with these *texts*; nothing is written in *folder* itself."""
    with TemporaryDirectory() as place:
        copy = Path(place) / folder.resolve().name
        for path in folder.rglob("*.yaml"):
            there = copy / path.relative_to(folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, there)
        for name, text in texts.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            write(copy / name, text)
        return look(copy)


def _told(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever it stands: below a new line everything moves."""
    return problem.place.file, problem.rule, _POSITION.sub("", problem.text)
