"""What can be signed: each answer, and each of its translations, with the signature that stands under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.faq_files import survey
from bot.content.signatures import FIELD
from bot.content.translations import SOURCE, read_translations
from bot.core.knowledge import Entry, KnowledgeBase, Place, Signature
from bot.core.signing import of_entry
from bot.editors.files import read
from bot.editors.yaml_edits import NotEditable, with_field


@dataclass(frozen=True, slots=True)
class Paper:
    """One text to sign, found again by ``key``: its file, its id, and which of several with this id.

    ``signature`` was given to this wording, ``lapsed`` to another one. ``texts`` are those of a translation,
    by field; ``entry`` is the German entry, of which a translation may have lost sight.
    """

    key: tuple[str, str, int]
    fingerprint: str
    signature: Signature | None
    lapsed: Signature | None
    entry: Entry | None
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.key[1]


def papers(folder: Path, language: str = SOURCE) -> list[Paper]:
    """Everything in *folder* that can be signed in this language, as far as it can be read."""
    kb, _ = survey(folder)
    return [*(_of_answers(kb) if language == SOURCE else _of_translations(folder, kb, language))]


def rewritten(folder: Path, chosen: Iterable[Paper], value: Callable[[Paper], str]) -> dict[str, str]:
    """Name and new text of each file in which *chosen* stand, with this *value* (YAML) as their signature.

    Raises:
        NotEditable: one of them is written in an unforeseen way.
        OSError: a file cannot be read.
    """
    texts: dict[str, str] = {}
    for paper in chosen:
        file, entry_id, number = paper.key
        before = texts[file] if file in texts else read(folder / file)
        after = with_field(before, entry_id, number, FIELD, value(paper))
        if after is None:
            raise not_editable(paper, value(paper))
        texts[file] = after
    return texts


def not_editable(paper: Paper, value: str) -> NotEditable:
    return NotEditable(paper.key[0], f"'{paper.id}': {FIELD}: {value}")


def _of_answers(kb: KnowledgeBase) -> Iterator[Paper]:
    seen: Counter[tuple[str, str]] = Counter()
    for entry in kb.entries:
        told = of_entry(entry)
        signature = Signature(entry.approved_by, entry.approved_on, told) if entry.approved_by else None
        yield Paper(_key(entry.place, entry.id, seen), told, signature, entry.lapsed, entry)


def _of_translations(folder: Path, kb: KnowledgeBase, language: str) -> Iterator[Paper]:
    seen: Counter[tuple[str, str]] = Counter()
    german = {entry.id: entry for entry in kb.entries}
    for entry_id, one in read_translations(folder).get(language, {}).items():
        key = _key(one.place, entry_id, seen)
        yield Paper(key, one.fingerprint, one.signature, one.lapsed, german.get(entry_id), one.texts)


def _key(place: Place, entry_id: str, seen: Counter[tuple[str, str]]) -> tuple[str, str, int]:
    file = place.file.partition("/")[2]
    number = seen[file, entry_id]
    seen[file, entry_id] += 1
    return file, entry_id, number
