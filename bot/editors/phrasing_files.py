"""Where phrasings stand, and the texts of the files with some more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from bot.content.draft import LIFE
from bot.core.knowledge import KnowledgeBase, Problem
from bot.editors.files import read
from bot.editors.ids import entry_ids
from bot.editors.phrasing import NONE, Wanted
from bot.editors.schema_files import beginning
from bot.editors.trial import trial
from bot.editors.yaml_edits import NotEditable, scalar, with_text

FOLDER = "phrasings"


def targets(folder: Path) -> dict[str, str]:
    """Every id that may have phrasings, with its topic; also of entries that cannot be read yet."""
    return {NONE: NONE, **{one: PurePosixPath(file).stem for one, file in entry_ids(folder).items()}}


def languages(folder: Path) -> list[str]:
    """Those that have phrasings."""
    return sorted(path.name for path in (folder / FOLDER).glob("??") if path.is_dir())


def with_phrasings(folder: Path, kb: KnowledgeBase, wanted: Sequence[Wanted]) -> dict[str, str]:
    """Name and new text of each file.

    Raises:
        NotEditable: in one of them nothing can be added.
        OSError: a file cannot be read.
    """
    topics, texts = targets(folder), dict[str, str]()
    for one in wanted:
        file = _file(kb, one, topics[one.entry])
        before = texts[file] if file in texts else read(folder / file) or beginning(folder, file)
        after = with_text(before, "" if one.entry == NONE else one.entry, one.text)
        if after is None:
            raise _not_editable(file, one)
        texts[file] = after
    return texts


def tried_out(
    folder: Path, kb: KnowledgeBase, texts: Mapping[str, str], wanted: Sequence[Wanted]
) -> tuple[KnowledgeBase, list[Problem]]:
    """The knowledge base with these *texts*, and its new errors; nothing is written.

    Raises:
        NotEditable: not exactly what is *wanted* would be new.
    """
    after, errors = trial(folder, texts)
    expected = _asked(kb) + Counter((one.language, one.entry, one.text) for one in wanted)
    if not errors and _asked(after) != expected:
        raise _not_editable(next(iter(texts)), wanted[0])
    return after, errors


def _not_editable(file: str, wanted: Wanted) -> NotEditable:
    return NotEditable(file, f"'{wanted.entry}': - {scalar(wanted.text)}")


def _file(kb: KnowledgeBase, wanted: Wanted, topic: str) -> str:
    """Where the other phrasings of the entry stand, else the file of its topic."""
    for text in kb.phrasings.get(wanted.language, {}).get(wanted.entry, ()):
        place = kb.phrasing_places.get((wanted.language, wanted.entry, text))
        file = place.file.partition("/")[2] if place else ""
        if file and PurePosixPath(file).stem != LIFE:
            return file
    return f"{FOLDER}/{wanted.language}/{topic}.yaml"


def _asked(kb: KnowledgeBase) -> Counter[tuple[str, str, str]]:
    every = {language: {NONE: texts} for language, texts in kb.none.items()}
    return Counter(
        (language, entry, text)
        for asked in (kb.phrasings, every)
        for language, by_entry in asked.items()
        for entry, texts in by_entry.items()
        for text in texts
    )
