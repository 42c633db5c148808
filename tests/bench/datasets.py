"""Labelled questions to measure the matcher with: public data sets as knowledge bases.

A data set is a folder with ``kb.jsonl`` (id, examples) and ``queries.jsonl`` (text, id; a list of ids where
several are right, null where none is).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.core.knowledge import Entry, KnowledgeBase
from bot.core.matching.language import guess
from tests.bench.questions import Query

DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class DataSet:
    name: str
    kb: KnowledgeBase
    queries: tuple[Query, ...]

    @property
    def family(self) -> str:
        """Sets of one family share texts: one must not be fitted on what another is tested with."""
        return self.name.split("_")[0]


def an_entry(entry_id: str) -> Entry:
    return Entry(entry_id, "", "", "", "", "", DAY, DAY)


def read_dataset(folder: Path) -> DataSet:
    examples = {row["id"]: tuple(row["examples"]) for row in _rows(folder / "kb.jsonl")}
    spoken = Counter(guess(text) for texts in examples.values() for text in texts).most_common(1)[0][0]
    kb = KnowledgeBase(
        version=folder.name, entries=tuple(map(an_entry, examples)), phrasings={spoken: examples}
    )
    queries = tuple(Query(row["text"], _ids(row["id"])) for row in _rows(folder / "queries.jsonl"))
    return DataSet(folder.name, kb, queries)


def read_datasets(folder: Path) -> list[DataSet]:
    """The data set in *folder*, or all in its folders."""
    found = [folder / "kb.jsonl"] if (folder / "kb.jsonl").exists() else sorted(folder.glob("*/kb.jsonl"))
    return [read_dataset(path.parent) for path in found]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _ids(found: str | list[str] | None) -> tuple[str, ...]:
    if found is None:
        return ()
    return (found,) if isinstance(found, str) else tuple(found)
