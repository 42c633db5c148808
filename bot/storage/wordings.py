"""Which wording of an answer was given since when."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.core.knowledge import Source
from bot.core.wordings import LiveWording, Wording
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

_COLUMNS = "entry, live, hash, answer, simple, sources, approved_by, approved_on"


class SqliteWordings(Part):
    """The port ``Wordings``."""

    async def go_live(self, version: str, given: Mapping[str, Wording], at: datetime) -> bool:
        """See :meth:`bot.core.ports_recall.Wordings.go_live`.

        What is not given any more gets an empty row.
        """
        async with self._database.write() as tx:
            before = await _newest(tx)
            changed = [wording for wording in given.values() if before.get(wording.entry) != wording]
            gone = [entry for entry in before if entry not in given]
            last = await tx.one("SELECT version FROM went_live ORDER BY id DESC LIMIT 1")
            if not changed and not gone and last is not None and last["version"] == version:
                return False
            live = await tx.added("INSERT INTO went_live (version, at) VALUES (?, ?)", (version, text_of(at)))
            for wording in changed:
                await _put(tx, live, wording, wording.hash)
            for entry in gone:
                await _put(tx, live, Wording(entry, "", ""), "")
            return True

    async def wordings_of(self, entry: str) -> Sequence[LiveWording]:
        """See :meth:`bot.core.ports_recall.Wordings.wordings_of`."""
        async with self._database.read() as db:
            rows = await db.all(f"SELECT {_COLUMNS} FROM wording WHERE entry = ? ORDER BY live", (entry,))  # noqa: S608 - our own columns
            lives = await db.all("SELECT id, version, at FROM went_live ORDER BY id")
        return [
            _period(row, after["live"] if after else None, lives)
            for row, after in zip(rows, [*rows, None][1:], strict=True)
            if row["hash"]
        ]


def _period(row: sqlite3.Row, end: int | None, lives: Sequence[sqlite3.Row]) -> LiveWording:
    """A wording and what was live from its row on, up to the change numbered *end*."""
    at = {live["id"]: time_of(live["at"]) for live in lives}
    meanwhile = [live for live in lives if live["id"] >= row["live"] and (end is None or live["id"] < end)]
    versions = frozenset(live["version"] for live in meanwhile)
    return LiveWording(_wording(row), at[row["live"]], at[end] if end is not None else None, versions)


async def _newest(db: Statements) -> dict[str, Wording]:
    """What was given last, by entry."""
    rows = await db.all(
        f"SELECT {_COLUMNS} FROM wording AS w WHERE hash <> ''"  # noqa: S608 - our own columns
        " AND live = (SELECT max(live) FROM wording WHERE entry = w.entry)"
    )
    return {row["entry"]: _wording(row) for row in rows}


async def _put(tx: Statements, live: int, wording: Wording, fingerprint: str) -> None:
    sources = json.dumps([[source.title, source.url] for source in wording.sources], ensure_ascii=False)
    await tx.run(
        f"INSERT INTO wording ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own columns
        (
            wording.entry,
            live,
            fingerprint,
            wording.answer,
            wording.simple,
            sources,
            wording.approved_by,
            wording.approved_on.isoformat() if wording.approved_on else None,
        ),
    )


def _wording(row: sqlite3.Row) -> Wording:
    sources = tuple(Source(title, url) for title, url in json.loads(row["sources"]))
    on = date.fromisoformat(row["approved_on"]) if row["approved_on"] else None
    return Wording(row["entry"], row["answer"], row["simple"], sources, row["approved_by"], on)
