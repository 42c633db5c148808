"""The two connections of a process: one writes, one transaction after the other, and one only reads.

Several processes use the database at once (the bot, the command line), so nothing is remembered here:
every question goes to the file.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

import aiosqlite

from bot.errors import DatabaseUnusable, NotStored
from bot.storage.crypto import Cipher
from bot.storage.newer_sqlite import FIRST_SOUND

# Its DEBUG lines hold the parameters of every statement.
logging.getLogger("aiosqlite").setLevel(logging.WARNING)

BUSY_MILLISECONDS = 5000
PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
)

Values = Sequence[object] | Mapping[str, object]


class Statements:
    """Short statements on one connection, with the cipher for what is sealed."""

    def __init__(self, connection: aiosqlite.Connection, cipher: Cipher) -> None:
        self._connection = connection
        self.cipher = cipher

    async def run(self, sql: str, values: Values = ()) -> int:
        """Carry out a change; how many rows it touched."""
        cursor = await self._connection.execute(sql, values)
        return cursor.rowcount

    async def added(self, sql: str, values: Values = ()) -> int:
        """Carry out an INSERT; the id of the new row."""
        cursor = await self._connection.execute(sql, values)
        return cursor.lastrowid or 0

    async def all(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        return list(await self._connection.execute_fetchall(sql, values))

    async def one(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        rows = await self.all(sql, values)
        return rows[0] if rows else None


class Database:
    """An open database that is up to date; get one with :func:`open_database`."""

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        cipher: Cipher,
        journal_mode: str,
    ) -> None:
        self.path = path
        self.journal_mode = journal_mode
        self.cipher = cipher
        self._writer = writer
        self._reader = reader
        self._lock = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[Statements]:
        """One transaction: durable when the block ends, undone when it raises or is cancelled.

        Raises:
            NotStored: the database refused; one may try again.
        """
        async with self._lock:
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Statements(self._writer, self.cipher)
                await self._writer.execute("COMMIT")
            except BaseException as error:
                await self._undo()
                if isinstance(error, sqlite3.Error):
                    raise _surfaced(error) from error
                raise

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[Statements]:
        """The reading connection; each statement sees the state of its own moment.

        Raises:
            NotStored: the database refused; one may try again.
        """
        try:
            yield Statements(self._reader, self.cipher)
        except sqlite3.Error as error:
            raise _surfaced(error) from error

    async def tidy(self) -> None:
        """Give free pages back, and empty the log, in which deleted content would live on."""
        async with self._lock:
            try:
                await self._writer.execute_fetchall("PRAGMA incremental_vacuum")
                await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise _surfaced(error) from error

    async def close(self) -> None:
        """Wait for what runs, then close both connections; closing twice is fine."""
        async with self._lock:
            await self._reader.close()
            await self._writer.close()

    async def _undo(self) -> None:
        # The rollback is queued before the first suspension, so a second cancellation cannot skip it.
        with contextlib.suppress(sqlite3.Error, ValueError):
            await self._writer.rollback()


async def open_database(path: Path, cipher: Cipher) -> Database:
    """Open both connections of an existing database.

    Raises:
        DatabaseUnusable: it cannot be opened, or not in the right journal mode.
    """
    async with contextlib.AsyncExitStack() as opened:
        try:
            writer = await opened.enter_async_context(_connected(path))
            mode = await _journal(writer)
            for pragma in PRAGMAS:
                await writer.execute_fetchall(pragma)
            reader = await opened.enter_async_context(_connected(path))
            for pragma in (*PRAGMAS, "PRAGMA query_only=ON"):
                await reader.execute_fetchall(pragma)
        except sqlite3.Error as error:
            raise DatabaseUnusable(str(path), str(error)) from error
        writer.row_factory = reader.row_factory = sqlite3.Row
        opened.pop_all()
        return Database(path, writer, reader, cipher, mode)


def _connected(path: Path) -> aiosqlite.Connection:
    """A connection to an existing file that opens no transactions of its own; to be awaited."""
    patience_seconds = BUSY_MILLISECONDS / 1000
    return aiosqlite.connect(address(path), uri=True, isolation_level=None, timeout=patience_seconds)


def address(path: Path, mode: str = "rw") -> str:
    """The path as SQLite's URI; with "rw" a missing file is not made."""
    return f"{path.as_uri()}?mode={mode}"


def wanted_journal() -> str:
    """WAL; where SQLite still has the WAL-reset bug, the journal that it cannot reach."""
    return "wal" if sqlite3.sqlite_version_info >= FIRST_SOUND else "truncate"


async def _journal(writer: aiosqlite.Connection) -> str:
    """The journal mode of the file, set again where that holds for one connection only (all but WAL).

    Raises:
        sqlite3.OperationalError: WAL where this SQLite cannot be trusted with it; others use the file.
    """
    (row,) = await writer.execute_fetchall(f"PRAGMA journal_mode={wanted_journal()}")
    mode = str(row[0])
    if mode != wanted_journal():
        raise sqlite3.OperationalError(f"journal_mode={mode}")
    return mode


def _surfaced(error: sqlite3.Error) -> Exception:
    """What a caller outside this room can catch; a mistake of our own stays what it is."""
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        return NotStored(str(error))
    return error
