"""Opens a database and puts the ports together: the store that the rest of the system sees."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.errors import DatabaseUnusable, KeysWrong, Unreadable
from bot.storage.alerts import SqliteAlerts
from bot.storage.answers import SqliteAnswers
from bot.storage.audit import SqliteAudit
from bot.storage.connection import open_database
from bot.storage.crypto import Cipher, cipher_of, fresh_rows
from bot.storage.files import database_path, one_at_a_time, private_file, private_folder
from bot.storage.inbox import SqliteInbox
from bot.storage.keys import Keys, make_keys, read_keys
from bot.storage.migrate import MIGRATIONS, connected, look, migrate
from bot.storage.outbox import SqliteOutbox
from bot.storage.overview import SqliteOverview
from bot.storage.pulse import SqlitePulse
from bot.storage.questions import SqliteQuestions
from bot.storage.rights import SqliteRights
from bot.storage.statistics import SqliteStatistics
from bot.storage.steering import SqliteSteering
from bot.storage.tickets import SqliteTickets
from bot.storage.timers import SqliteTimers
from bot.storage.turns import SqliteTurns
from bot.storage.upkeep import SqliteUpkeep
from bot.storage.values import text_of
from bot.storage.wordings import SqliteWordings


class SqliteStore(
    SqliteInbox,
    SqliteTurns,
    SqliteOutbox,
    SqliteTimers,
    SqliteTickets,
    SqliteOverview,
    SqliteAnswers,
    SqliteUpkeep,
    SqliteRights,
    SqliteAlerts,
    SqliteQuestions,
    SqliteWordings,
    SqliteAudit,
    SqliteStatistics,
    SqliteSteering,
    SqlitePulse,
):
    """All ports of :class:`bot.core.ports.Store` over one SQLite file; get one with :func:`open_store`."""

    @property
    def journal_mode(self) -> str:
        """ "wal", or "truncate" where the SQLite in use cannot be trusted with WAL."""
        return self._database.journal_mode

    async def close(self) -> None:
        """Finish what runs and close the file; closing twice is fine."""
        await self._database.close()


async def open_store(
    url: str, secrets_folder: Path, now: Callable[[], datetime], migrations: Path = MIGRATIONS
) -> SqliteStore:
    """The store at *url*, made or brought up to date if need be; *now* tells the time in UTC.

    Where there is no database, keys are made too (or those in *secrets_folder* are used). Refusals
    leave every file as it was.

    Raises:
        DatabaseUrlWrong, DatabaseNewer, DatabaseUnusable, KeysMissing, KeysWrong: what is in the way.
    """
    path = database_path(url)
    cipher = await asyncio.to_thread(_prepared, path, secrets_folder, now, migrations)
    return SqliteStore(await open_database(path, cipher), now)


def _prepared(path: Path, secrets_folder: Path, now: Callable[[], datetime], migrations: Path) -> Cipher:
    """The cipher of the database, which is there and up to date afterwards."""
    try:
        private_folder(path.parent)
        # Side by side, two first starts would fail: the change to WAL does not wait for readers.
        with one_at_a_time(path.parent):
            found = look(path, migrations)
            if found.version == 0:
                make_keys(secrets_folder)
            keys = read_keys(secrets_folder)
            cipher_of(keys, found.wrapped)  # wrong keys are refused before anything is touched
            if found.version == 0:
                private_file(path)
            migrate(path, migrations)
            return with_data_keys(path, keys, text_of(now()))
    except Unreadable:
        raise KeysWrong(str(secrets_folder)) from None
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(str(path), str(error)) from error


def with_data_keys(path: Path, keys: Keys, now: str) -> Cipher:
    """The cipher, after adding the data keys that the database lacks."""
    with contextlib.closing(connected(path)) as connection:
        wrapped = dict(connection.execute("SELECT name, wrapped FROM data_key").fetchall())
        if fresh_rows(keys, wrapped):
            connection.execute("BEGIN IMMEDIATE")
            wrapped = dict(connection.execute("SELECT name, wrapped FROM data_key").fetchall())
            added = fresh_rows(keys, wrapped)
            rows = [(name, key, now) for name, key in added.items()]
            connection.executemany("INSERT INTO data_key (name, wrapped, created_at) VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")
            wrapped |= added
        return cipher_of(keys, wrapped)
