"""The accounts of the site in backups. Their tables are the site's own; here they only come along.

Sessions and one-time links stay out of the copy: they open a door by themselves, and what somebody had
typed when a session ended is kept in it for half an hour, not for as long as a backup. Tokens of programs
are in it, as hashes.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from bot.core.audit import Deed
from bot.storage.files import accounts_of, private_file, sync
from bot.storage.migrate import connected, copy_database

GONE = "gone"
"""Why accounts cannot be copied, if it is no fault that SQLite names."""
_ACCOUNTS = "accounts_account"
_USES = (Deed.STAFF_ADDED, Deed.MACHINE_ADDED, Deed.SIGNED_IN)
"""Where one of these stands in the record, there were accounts."""
_DOORS = ("django_session", "accounts_invitation")
_BESIDE = ("", "-wal", "-shm", "-journal")


def accounts_in(file: Path) -> int:
    """How many accounts there are, after every page was looked at; 0 if the site has never been set up.

    Raises:
        sqlite3.DatabaseError: the database is not whole.
    """
    with contextlib.closing(connected(file)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("integrity_check")
        if _ACCOUNTS not in _tables(connection):
            return 0
        return int(connection.execute(f"SELECT count(*) FROM {_ACCOUNTS}").fetchone()[0])  # noqa: S608


class AccountsLost(Exception):
    """There are accounts, or were, and they cannot be copied; ``reason`` is GONE or SQLite's own words."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def copy_accounts(database: Path, target: Path) -> int:
    """Copy the accounts beside *database*; how many there are (0: no copy was made).

    Raises:
        AccountsLost: see there.
    """
    there = accounts_of(database)
    try:
        if not _is_set_up(there):
            if _were_used(database):
                raise AccountsLost(GONE)
            return 0
        if not accounts_in(there):
            return 0
        copy_database(there, target)
        _close_doors(target)
        return accounts_in(target)
    except sqlite3.Error as error:
        raise AccountsLost(str(error)) from None


def has_accounts(database: Path) -> bool:
    """Whether there are accounts beside *database*. No, if what is there is none, or not whole.

    Raises:
        sqlite3.OperationalError: it cannot be read just now: who was removed since must not come back.
    """
    there = accounts_of(database)
    try:
        return there.exists() and accounts_in(there) > 0
    except sqlite3.OperationalError as error:
        raise sqlite3.OperationalError(f"{there.name}: {error}") from None
    except sqlite3.DatabaseError:
        return False


def restore_accounts(database: Path, restored: Path, aside: Path) -> None:
    """Put *restored* beside *database*, and what is there, as it cannot be read, *aside*."""
    there = accounts_of(database)
    for ending in _BESIDE:
        with contextlib.suppress(FileNotFoundError):
            os.rename(f"{there}{ending}", f"{aside}{ending}")
    private_file(there)
    os.replace(restored, there)
    sync(there.parent)


def _is_set_up(there: Path) -> bool:
    if not there.exists():
        return False
    with contextlib.closing(connected(there)) as connection:
        return _ACCOUNTS in _tables(connection)


def _were_used(database: Path) -> bool:
    with contextlib.closing(connected(database)) as connection:
        if "audit_trail" not in _tables(connection):  # of an older version
            return False
        marks = ", ".join("?" * len(_USES))
        query = f"SELECT 1 FROM audit_trail WHERE what IN ({marks}) LIMIT 1"  # noqa: S608 - marks only
        return connection.execute(query, _USES).fetchone() is not None


def _close_doors(file: Path) -> None:
    with contextlib.closing(connected(file)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        for table in _tables(connection).intersection(_DOORS):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of ours
        connection.commit()


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
