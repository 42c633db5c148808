"""Backups: a consistent copy of the running database, sealed as a whole, and read back before it counts."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot.errors import (
    BackupRefused,
    BackupThere,
    BackupUnusable,
    DatabaseUnusable,
    KeysMissing,
    KeysWrong,
    NoDatabase,
    Unreadable,
)
from bot.storage.accounts import AccountsLost, accounts_in, copy_accounts
from bot.storage.aside import workshop
from bot.storage.crypto import cipher_of
from bot.storage.files import private_file, private_folder, sync
from bot.storage.keys import Keys, read_keys
from bot.storage.migrate import MIGRATIONS, connected, copy_database, look
from bot.storage.sealed_file import Damaged, NotSealed, seal, unseal


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read back and found whole; ``size`` in bytes.

    ``accounts`` is None where those of the site could not come along; ``lost`` says why (see ``accounts``).
    """

    file: Path
    size: int
    tickets: int
    accounts: int | None = 0
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a backup holds: its time, how many tickets, and where the site's accounts were put, if any."""

    at: datetime
    tickets: int
    accounts: Path | None = None


def make_backup(
    database: Path, keys_folder: Path, file: Path, now: datetime, migrations: Path = MIGRATIONS
) -> Backup:
    """Back *database* up into the new *file* (0600), while others go on reading and writing it.

    Whatever was durably stored before the call is in it. The keys are not. What is wrong with the site's
    accounts is no reason to lose what citizens wrote: then it is made without them, and says so.

    Raises:
        NoDatabase, DatabaseUnusable, DatabaseNewer, KeysMissing, KeysWrong: what is in the way.
        BackupThere, BackupRefused: *file* exists, or cannot be written or read back.
    """
    found = look(database, migrations)
    if found.version == 0:
        raise NoDatabase(str(database))
    keys = read_keys(keys_folder)
    try:
        cipher_of(keys, found.wrapped)
    except Unreadable:
        raise KeysWrong(str(keys_folder)) from None
    if file.exists():
        raise BackupThere(str(file))
    try:
        # Sealed beside its final place, so that a half-written file never bears the final name.
        private_folder(file.parent)
        with workshop(database) as folder, _draft_of(file) as draft:
            whole, parts, lost = _copied(database, folder)
            with whole.open("rb") as source, draft.open("wb") as target:
                seal(source, target, keys, now, parts)
            sync(draft)
            read = unpack(draft, folder / "read back", keys, keys_folder, migrations)
            os.rename(draft, file)
            sync(file.parent)
            accounts = accounts_in(read.accounts) if read.accounts else 0
            return Backup(file, file.stat().st_size, read.tickets, None if lost else accounts, lost)
    except (BackupUnusable, sqlite3.Error, OSError) as error:
        raise BackupRefused(str(file), _reason(error)) from error


def unpack(file: Path, target: Path, keys: Keys, keys_folder: Path, migrations: Path = MIGRATIONS) -> Content:
    """Put the database in *file* into *target*, accounts beside it, and look whether all is whole.

    Raises:
        BackupUnusable: it cannot be opened with these keys, or is not whole.
        DatabaseNewer: a later version of the program has made it.
    """
    private_file(target)
    try:
        with _readable(file) as source, target.open("wb") as opened:
            at, parts = unseal(source, opened, keys)
    except NotSealed:
        raise BackupUnusable(str(file), "foreign") from None
    except Damaged:
        raise BackupUnusable(str(file), "damaged") from None
    except Unreadable:
        raise BackupUnusable(str(file), "keys", str(keys_folder)) from None
    try:
        accounts = _split(target, parts)
        cipher_of(keys, look(target, migrations).wrapped)
        return Content(at, tickets_in(target), accounts)
    except Unreadable:
        raise BackupUnusable(str(file), "keys", str(keys_folder)) from None
    except (DatabaseUnusable, sqlite3.Error):
        raise BackupUnusable(str(file), "damaged") from None


def tickets_in(database: Path) -> int:
    """How many tickets there are, after every page was looked at.

    Raises:
        sqlite3.DatabaseError: the database is not whole.
    """
    with contextlib.closing(connected(database)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError("integrity_check")
        return int(connection.execute("SELECT count(*) FROM ticket").fetchone()[0])


def _copied(database: Path, folder: Path) -> tuple[Path, Sequence[int], str]:
    """All that goes into a backup, in one file in *folder*; the lengths of its parts; why there are no
    accounts, if there should be some."""
    whole, accounts = folder / "copy", folder / "accounts"
    copy_database(database, whole)
    parts = [whole.stat().st_size]
    try:
        if copy_accounts(database, accounts):
            parts.append(accounts.stat().st_size)
            with accounts.open("rb") as source, whole.open("ab") as target:
                shutil.copyfileobj(source, target)
    except AccountsLost as error:
        return whole, parts, error.reason
    return whole, parts, ""


def _split(whole: Path, parts: Sequence[int]) -> Path | None:
    """Cut what follows the first part off *whole*; where it is, if there is any, found to be whole itself."""
    if len(parts) < 2:
        return None
    accounts = whole.with_name(f"{whole.name} accounts")
    private_file(accounts)
    with whole.open("rb+") as source, accounts.open("wb") as target:
        source.seek(parts[0])
        shutil.copyfileobj(source, target)
        source.truncate(parts[0])
    accounts_in(accounts)
    return accounts


def keys_for(file: Path, keys_folder: Path) -> Keys:
    """The keys, for opening *file*.

    Raises:
        BackupUnusable: there is no such file, there are no keys, or the files in *keys_folder* hold none.
    """
    _readable(file).close()
    try:
        return read_keys(keys_folder)
    except KeysMissing:
        raise BackupUnusable(str(file), "no keys", str(keys_folder)) from None
    except KeysWrong:
        raise BackupUnusable(str(file), "keys", str(keys_folder)) from None


def _readable(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError:
        raise BackupUnusable(str(file), "missing") from None


@contextlib.contextmanager
def _draft_of(file: Path) -> Iterator[Path]:
    draft = file.with_name(f"{file.name}.draft-{secrets.token_hex(4)}")
    private_file(draft)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error)
