"""The audit: a chain of sealed rows, its head and its anchor.

Each row's seal covers the row and the seal before it, so no row can be changed, moved, put in or taken out
of the middle without the key. The head repeats the last seal with a proof of its own, so nothing can be cut
off at the end; the anchor does the same for what retention took from the beginning. Whoever has the key can
forge everything, and whoever puts the whole file back to an earlier state leaves nothing in it that tells:
against that the mark of the record stands in the log each hour (see :func:`mark_of`).
"""

from __future__ import annotations

import asyncio
import hmac
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from bot.core.audit import Act, Flaw, Verdict
from bot.errors import Unreadable
from bot.storage.connection import Statements
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")

NO_STAFF = frozenset({"citizen", "bot"})
_FIELDS = ("number", "at", "who", "what", "subject", "detail")
_INSERT = "INSERT INTO audit_trail (number, at, who, what, subject, detail, seal)"
_BROKEN = "broken"
"""Takes the place of the seal before a row when the head was tampered with: never heals by itself."""


@dataclass(frozen=True, slots=True)
class End:
    """A place in the chain: the seal of the row with this number."""

    number: int = 0
    seal: str = ""


class SqliteAudit(Part):
    """The port ``Audit``."""

    async def record(self, act: Act) -> None:
        """See :meth:`bot.core.ports.Audit.record`."""
        async with self._database.write() as tx:
            await append(tx, act)

    async def acts(self, before: int = 0, limit: int = 100) -> Sequence[tuple[int, Act]]:
        """See :meth:`bot.core.ports.Audit.acts`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT * FROM audit_trail WHERE :before = 0 OR number < :before"
                " ORDER BY number DESC LIMIT :limit",
                {"before": before, "limit": limit},
            )
        return [(row["number"], _act(row)) for row in rows]

    async def audited(self, noted: str = "") -> Verdict:
        """See :meth:`bot.core.ports.Audit.audited`."""
        async with self._database.write() as tx:  # nothing is appended while it is read
            rows = await tx.all("SELECT * FROM audit_trail ORDER BY number")
            head = await tx.one("SELECT * FROM audit_head")
            anchor = await tx.one("SELECT * FROM audit_anchor")
        return await asyncio.to_thread(verdict, tx.cipher, rows, head, anchor, noted)


async def append(tx: Statements, act: Act) -> None:
    """Add *act* in this transaction."""
    last = await _last(tx)
    fields = (last.number + 1, text_of(act.at), act.who, act.what, act.subject, act.detail)
    seal = tx.cipher.proof("act", *fields, last.seal)
    await tx.run(f"{_INSERT} VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, seal))
    end = End(last.number + 1, seal)
    await tx.run(
        "INSERT OR REPLACE INTO audit_head (id, number, seal, proof) VALUES (1, ?, ?, ?)",
        (end.number, end.seal, _proof(tx.cipher, "head", end)),
    )


async def retire(tx: Statements, before: str) -> int:
    """Delete what is older than *before*, from the beginning on, behind an anchor; how many rows went."""
    row = await tx.one(
        "SELECT number, seal FROM audit_trail"
        " WHERE number < coalesce((SELECT min(number) FROM audit_trail WHERE at >= ?), 9e18)"
        " ORDER BY number DESC LIMIT 1",
        (before,),
    )
    if row is None:
        return 0
    end = End(row["number"], row["seal"])
    await tx.run(
        "INSERT OR REPLACE INTO audit_anchor (id, number, seal, proof) VALUES (1, ?, ?, ?)",
        (end.number, end.seal, _proof(tx.cipher, "anchor", end)),
    )
    return await tx.run("DELETE FROM audit_trail WHERE number <= ?", (end.number,))


@dataclass(frozen=True, slots=True)
class Record:
    """The audit of a database as it was read: its rows, and the row of its head."""

    rows: tuple[tuple[Any, ...], ...] = ()
    head: tuple[Any, ...] | None = None


NO_RECORD = Record()


def read_record(connection: sqlite3.Connection) -> Record:
    """The audit of an open database that has one."""
    rows = connection.execute(
        "SELECT number, at, who, what, subject, detail, seal FROM audit_trail ORDER BY 1"
    )
    head = connection.execute("SELECT id, number, seal, proof FROM audit_head").fetchone()
    return Record(tuple(tuple(row) for row in rows), tuple(head) if head else None)


async def go_on(tx: Statements, later: Record) -> None:
    """Let the audit go on as in *later*, if that is this one at a later time: what was done stays recorded.

    Nothing is mended: what was tampered with there is found here too.
    """
    last = await _last(tx)
    seals = {row[0]: row[-1] for row in later.rows}
    begins_here = not last.number and 1 in seals
    if later.head is None or not (begins_here or seals.get(last.number) == last.seal):
        return
    for row in later.rows:
        if row[0] > last.number:
            await tx.run(f"{_INSERT} VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    await tx.run(
        "INSERT OR REPLACE INTO audit_head (id, number, seal, proof) VALUES (?, ?, ?, ?)", later.head
    )


def mark_of(number: int, seal: str) -> str:
    """Names everything up to *number*: to be noted elsewhere, and compared later."""
    return f"{number}-{seal[:16]}"


def verdict(
    cipher: Cipher,
    rows: Sequence[sqlite3.Row],
    head: sqlite3.Row | None,
    anchor: sqlite3.Row | None,
    noted: str = "",
) -> Verdict:
    """What is wrong with the record; *noted* is a mark from earlier, which it must go on from."""
    start, flaws = End(), []
    if anchor is not None:
        start = End(anchor["number"], anchor["seal"])
        if not _holds(cipher, "anchor", anchor):
            flaws.append(Flaw(start.number, "anchor"))
    flaws += _flaws_of_chain(cipher, rows, start)
    last = End(rows[-1]["number"], rows[-1]["seal"]) if rows else start
    flaws += _flaws_of_end(cipher, head, last)
    flaws += _flaws_of_mark(noted, [start, *(End(row["number"], row["seal"]) for row in rows)])
    first = rows[0]["number"] if rows else 0
    return Verdict(first, last.number, start.number, mark_of(last.number, last.seal), tuple(flaws))


def _flaws_of_chain(cipher: Cipher, rows: Iterable[sqlite3.Row], before: End) -> Iterator[Flaw]:
    for row in rows:
        if row["number"] != before.number + 1:
            yield Flaw(before.number + 1, "missing")
        elif not _same(row["seal"], _seal(cipher, row, before.seal)):
            yield Flaw(row["number"], "changed")
        before = End(row["number"], row["seal"])


def _flaws_of_end(cipher: Cipher, head: sqlite3.Row | None, last: End) -> Iterator[Flaw]:
    if head is None:
        if last.number:
            yield Flaw(last.number, "head")
    elif not _holds(cipher, "head", head):
        yield Flaw(head["number"], "head")
    elif head["number"] > last.number:
        yield Flaw(last.number + 1, "cut")
    elif (head["number"], head["seal"]) != (last.number, last.seal):
        yield Flaw(last.number, "head")


def _flaws_of_mark(noted: str, ends: Iterable[End]) -> Iterator[Flaw]:
    """A noted mark older than the anchor says nothing any more."""
    number, _, seal = noted.partition("-")
    if not number.isdecimal():
        return
    known = {end.number: end for end in ends}
    if int(number) > max(known):
        yield Flaw(max(known) + 1, "cut")
    elif int(number) in known and not known[int(number)].seal.startswith(seal):
        yield Flaw(int(number), "changed")


async def _last(tx: Statements) -> End:
    """Where the next row goes on; where the head is not the true one, from where nothing can go on."""
    head = await tx.one("SELECT * FROM audit_head")
    row = await tx.one("SELECT number, seal FROM audit_trail ORDER BY number DESC LIMIT 1")
    row = row or await tx.one("SELECT number, seal FROM audit_anchor")
    last = End(row["number"], row["seal"]) if row else End()
    if head is None and not last.number:
        return last
    if (
        head
        and _holds(tx.cipher, "head", head)
        and (head["number"], head["seal"]) == (last.number, last.seal)
    ):
        return last
    log.error("audit broken", number=last.number)
    return End(max(last.number, head["number"] if head else 0), _BROKEN)


def _seal(cipher: Cipher, row: sqlite3.Row, before: str) -> str:
    return cipher.proof("act", *(row[name] for name in _FIELDS), before)


def _proof(cipher: Cipher, kind: str, end: End) -> str:
    return cipher.proof(kind, end.number, end.seal)


def _holds(cipher: Cipher, kind: str, row: sqlite3.Row) -> bool:
    return _same(row["proof"], _proof(cipher, kind, End(row["number"], row["seal"])))


def _same(found: str, right: str) -> bool:
    # As bytes: of texts only ASCII may be compared, and what is found may be anything.
    return hmac.compare_digest(found.encode(), right.encode())


def _act(row: sqlite3.Row) -> Act:
    """The act of the row.

    Raises:
        Unreadable: this program has not written it.
    """
    try:
        return Act(time_of(row["at"]), row["who"], row["what"], row["subject"], row["detail"])
    except ValueError:
        raise Unreadable("audit_trail", str(row["number"])) from None
