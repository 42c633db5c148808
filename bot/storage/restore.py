"""Restoring a backup: what was deleted after it was made is deleted in it before anybody can read it.

The present database is kept aside. If it is in order, the restored content goes *into* it, in one
transaction: a program that still has it open (a caseworker's command line) goes on with the new content
instead of writing into a file that nobody will read again.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.core.audit import Act, Deed
from bot.errors import DatabaseForeign, DatabaseNewer, DatabaseUnusable, Unreadable
from bot.storage import audit, chats, sessions
from bot.storage.accounts import has_accounts, restore_accounts
from bot.storage.aside import copy_before, workshop
from bot.storage.audit import NO_RECORD, Record, read_record
from bot.storage.backup import keys_for, tickets_in, unpack
from bot.storage.connection import Database, Statements, open_database
from bot.storage.crypto import cipher_of
from bot.storage.files import one_at_a_time, private_folder, sync
from bot.storage.forget import ALL_EVENTS, forget
from bot.storage.keys import Keys
from bot.storage.lock import ProcessLock
from bot.storage.migrate import MIGRATIONS, connected, copy_database, look, migrate
from bot.storage.store import with_data_keys
from bot.storage.upkeep import MARKS, keep_marks
from bot.storage.values import text_of, time_of

_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_TURN = timedelta(seconds=10)
"""No chat has a turn so often for long, so a count of these is ahead of all turns there ever were."""
_BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: the time of the backup, its tickets, how many of them were emptied again.

    ``aside`` is where the database from before is kept, None if there was none. ``log_read``: it told what
    was deleted since the backup, so none of that came back; else nobody knows. ``accounts``: those of the
    site came from the backup too, because there were none.
    """

    made_at: datetime
    tickets: int
    emptied: int
    aside: Path | None
    log_read: bool
    accounts: bool = False


@dataclass(frozen=True, slots=True)
class _Present:
    """What the present database knows that the restored one must know too."""

    record: Record = NO_RECORD
    deletions: tuple[dict[str, Any], ...] = ()
    clock: tuple[str, ...] | None = None
    is_sound: bool = True
    log_read: bool = True


_NOTHING_READ = _Present(is_sound=False, log_read=False)


async def restore(
    database: Path, keys_folder: Path, file: Path, now: datetime, migrations: Path = MIGRATIONS
) -> Restored:
    """Put the backup *file* in the place of *database*. Refusals leave everything as it was.

    Raises:
        AlreadyRunning: a bot works on the database.
        BackupUnusable: the file cannot be opened with these keys, or is not whole.
        DatabaseForeign, DatabaseNewer, DatabaseUnusable: what is in the way.
    """
    keys = keys_for(file, keys_folder)
    try:
        private_folder(database.parent)
        with ProcessLock(database), one_at_a_time(database.parent), workshop(database) as folder:
            draft = folder / "restored"
            content = await asyncio.to_thread(unpack, file, draft, keys, keys_folder, migrations)
            present = await asyncio.to_thread(_present, database, keys, migrations)
            theirs = None if await asyncio.to_thread(has_accounts, database) else content.accounts
            emptied = await _brought_up(draft, keys, present, now, migrations)
            tickets = await asyncio.to_thread(tickets_in, draft)
            aside = await asyncio.to_thread(_put_in_place, draft, database, present, now)
            if theirs:
                await asyncio.to_thread(_put_accounts_in_place, theirs, database, now)
            return Restored(content.at, tickets, emptied, aside, present.log_read, theirs is not None)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(str(database), str(error)) from error


def _present(database: Path, keys: Keys, migrations: Path) -> _Present:
    """What there is at the moment.

    Raises:
        DatabaseForeign, DatabaseNewer: nothing that this program may move away.
    """
    try:
        found = look(database, migrations)
        if found.version == 0:
            return _NOTHING_READ
        deletions, clock, record = _memories(database)
    except (DatabaseForeign, DatabaseNewer):
        raise
    except (DatabaseUnusable, sqlite3.Error):
        return _NOTHING_READ
    try:
        cipher_of(keys, found.wrapped)
    except Unreadable:  # its log names chats by another index key
        return _Present(is_sound=_is_sound(database), log_read=False)
    return _Present(record, deletions, clock, is_sound=_is_sound(database))


def _memories(database: Path) -> tuple[tuple[dict[str, Any], ...], tuple[str, ...] | None, Record]:
    with contextlib.closing(connected(database)) as connection:
        connection.row_factory = sqlite3.Row
        # Older versions have no turn numbers, no clock and no audit.
        deletions = connection.execute("SELECT * FROM deletion_log ORDER BY at, id").fetchall()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        clock = connection.execute(MARKS).fetchone() if "clock" in tables else None
        record = read_record(connection) if "audit_trail" in tables else NO_RECORD
        return tuple(dict(row) for row in deletions), tuple(clock) if clock else None, record


def _is_sound(database: Path) -> bool:
    try:
        tickets_in(database)
    except sqlite3.Error:
        return False
    return True


async def _brought_up(draft: Path, keys: Keys, present: _Present, now: datetime, migrations: Path) -> int:
    """Make the restored database one of today; how many tickets were emptied."""
    await asyncio.to_thread(migrate, draft, migrations)
    cipher = await asyncio.to_thread(with_data_keys, draft, keys, text_of(now))
    opened = await open_database(draft, cipher)
    try:
        return await _forgotten_again(opened, present, now)
    finally:
        await opened.close()  # the last one to close empties the log, too


async def _forgotten_again(opened: Database, present: _Present, now: datetime) -> int:
    emptied = 0
    async with opened.write() as tx:
        there = {(row["chat"], row["at"]) for row in await tx.all("SELECT chat, at FROM deletion_log")}
        for line in present.deletions:
            if (line["chat"], line["at"]) not in there:
                emptied += await _forget_again(tx, line)
        await sessions.begin_anew(tx, turns_until(now))
        await chats.drop_idle_chats(tx)
        if present.clock:
            await keep_marks(tx, present.clock)
        await audit.go_on(tx, present.record)
        await audit.append(tx, Act(now, "bot", Deed.RESTORED))
    return emptied


async def _forget_again(tx: Statements, line: dict[str, Any]) -> int:
    turn = int(line.get("turn", 0))
    return await forget(tx, line["chat"], ALL_EVENTS, time_of(line["at"]), turn, by="bot")


def turns_until(now: datetime) -> int:
    """From where turns count after a restore at *now*: no button shown before bears a higher number."""
    return (now - _COUNTED_FROM) // _TURN


def _put_in_place(draft: Path, database: Path, present: _Present, now: datetime) -> Path | None:
    """Set the present database aside, if there is one, and let the restored one take its place."""
    aside = _free_name(copy_before(database, f"restore-{now:%Y%m%d-%H%M%S}"))
    if present.is_sound:
        copy_database(database, aside)
        _overwrite(database, draft)
        return aside
    # Also where the database itself is missing: a log left alone would be written into the restored one.
    for ending in _BESIDE:
        with contextlib.suppress(FileNotFoundError):
            os.rename(f"{database}{ending}", f"{aside}{ending}")
    os.rename(draft, database)
    sync(database.parent)
    return aside if aside.exists() else None


def _put_accounts_in_place(restored: Path, database: Path, now: datetime) -> None:
    aside = _free_name(copy_before(database, f"restore-{now:%Y%m%d-%H%M%S}-accounts"))
    restore_accounts(database, restored, aside)


def _free_name(wanted: Path) -> Path:
    """*wanted*, or one with a number if that is taken: what was set aside before is never replaced."""
    number, name = 2, wanted
    while name.exists():
        number, name = number + 1, wanted.with_name(f"{wanted.name}-{number}")
    return name


def _overwrite(database: Path, draft: Path) -> None:
    with (
        contextlib.closing(connected(draft)) as source,
        contextlib.closing(connected(database)) as target,
    ):
        target.execute("PRAGMA secure_delete=ON")
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
