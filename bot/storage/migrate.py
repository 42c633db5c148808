"""What a database file is, and the numbered migrations that bring it up to date.

A migration is a file ``migrations/NNNN_name.sql``: one transaction, with a copy of the file taken inside
it. Migrations run with ``foreign_keys=OFF``, because rebuilding a parent table would otherwise silently
delete its children, and are checked before the commit.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import DatabaseForeign, DatabaseNewer, DatabaseUnusable
from bot.storage.connection import address, wanted_journal
from bot.storage.files import private_file, sync

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x4A434249
"""Stands in the file's header (set by the first migration): "this is ours"."""
PATIENCE_SECONDS = 60
"""How long a second starter waits for the first one's migration."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a file: its version (0: nothing yet) and its wrapped data keys."""

    version: int
    wrapped: dict[str, str]


def look(path: Path, folder: Path = MIGRATIONS) -> Found:
    """What *path* is. Not a byte is changed, not even in a log that a crash left behind; only a
    transaction that died half-way without a log is undone, as every reader must.

    Raises:
        DatabaseNewer: a later version of the program has changed it.
        DatabaseUnusable: it cannot be read, or is not ours.
    """
    if not path.exists():
        return Found(0, {})
    try:
        with contextlib.closing(_for_looking(path)) as connection:
            return _found(connection, path, folder)
    except sqlite3.Error as error:
        raise DatabaseUnusable(str(path), str(error)) from error


def migrate(path: Path, folder: Path = MIGRATIONS) -> None:
    """Bring the existing file *path* (it may be empty) to the newest version in *folder*.

    Raises:
        DatabaseUnusable: a migration failed; the database is as it was.
    """
    try:
        with contextlib.closing(connected(path)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # counts only while the file is empty
            _set_journal(connection)
            is_new = _number(connection, "user_version") == 0
            for version, file in _migrations(folder):
                if version > _number(connection, "user_version"):
                    script = file.read_text(encoding="utf-8")
                    _apply(connection, path, version, script, with_copy=not is_new)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(str(path), str(error)) from error


def connected(path: Path, mode: str = "rw", patience_seconds: float = PATIENCE_SECONDS) -> sqlite3.Connection:
    """A connection to an existing file that opens no transactions of its own."""
    connection = sqlite3.connect(
        address(path, mode), uri=True, isolation_level=None, timeout=patience_seconds
    )
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL file. (``executescript`` would commit on its own.)"""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def _set_journal(connection: sqlite3.Connection) -> None:
    """Bring the file into the wanted journal mode; asked first, because it needs the file for itself."""
    wanted = wanted_journal()
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        connection.execute(f"PRAGMA journal_mode={wanted}")


def _migrations(folder: Path) -> list[tuple[int, Path]]:
    return sorted((int(file.name[:4]), file) for file in folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def _for_looking(path: Path) -> sqlite3.Connection:
    # The last connection that closes writes the log back into the file, unless it may only read. Without
    # a log there is nothing to write, but a read-only one would leave an empty log behind.
    log = path.with_name(f"{path.name}-wal")
    connection = connected(path, "ro" if log.exists() else "rw", 5)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _found(connection: sqlite3.Connection, path: Path, folder: Path) -> Found:
    version = _number(connection, "user_version")
    known = max(number for number, _ in _migrations(folder))
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if is_empty and version == 0:
        return Found(0, {})
    if _number(connection, "application_id") != APPLICATION_ID:
        raise DatabaseForeign(str(path))
    if version > known:
        raise DatabaseNewer(version, known)
    return Found(version, dict(connection.execute("SELECT name, wrapped FROM data_key").fetchall()))


def _apply(connection: sqlite3.Connection, path: Path, version: int, script: str, with_copy: bool) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _number(connection, "user_version")
        if before < version:  # else another starter was quicker
            if with_copy:
                copy_database(path, path.with_name(f"{path.name}.before-{version:04}"))
            for statement in statements(script):
                connection.execute(statement)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"foreign_key_check {version:04}")
            connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def copy_database(path: Path, copy: Path) -> None:
    """A durable copy (0600) of all that is committed at one moment, while others go on.

    One step for all pages: in smaller ones a busy writer would make it start over again and again.
    """
    draft = copy.with_name(f"{copy.name}.draft")
    draft.unlink(missing_ok=True)
    private_file(draft)
    with (
        contextlib.closing(connected(path)) as source,
        contextlib.closing(connected(draft)) as target,
    ):
        source.backup(target)
    sync(draft)
    os.replace(draft, copy)
    sync(copy.parent)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
