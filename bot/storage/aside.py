"""Files beside the database that hold its content: copies, backups, workshops; and when they must go."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.calendar import local
from bot.storage.files import private_folder

DAYS = timedelta(days=30)
"""Backups and copies may be no older: what a citizen had deleted lives on in them."""
LEFT_OVER = timedelta(days=1)
"""A workshop is in use for seconds; one this old belongs to a process that was killed."""
_NAME = "bot-{at:%Y%m%d-%H%M}.bak"


def default_backup(database: Path, now: datetime) -> Path:
    """Where a backup made at *now* goes by itself; named by the clock on the wall."""
    return backups(database) / _NAME.format(at=local(now))


def backups(database: Path) -> Path:
    """The folder of backups that are looked after; those elsewhere are the operator's own."""
    return database.parent / "backups"


def copy_before(database: Path, what: str) -> Path:
    """The name of a copy made before the database is changed as a whole."""
    return database.with_name(f"{database.name}.before-{what}")


@contextlib.contextmanager
def workshop(database: Path) -> Iterator[Path]:
    """An empty folder beside the database (0700), gone afterwards."""
    private_folder(database.parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{database.name}.work-", dir=database.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def outdated(database: Path, now: datetime) -> list[Path]:
    """Copies, backups and left-over workshops that are older than they may be at *now*."""
    copies = [file for file in database.parent.glob(f"{database.name}.before-*") if _older(file, now - DAYS)]
    work = [
        folder
        for folder in database.parent.glob(f"{database.name}.work-*")
        if _older(folder, now - LEFT_OVER)
    ]
    return [*copies, *work, *_outdated_backups(database, now)]


def drop_outdated(database: Path, now: datetime) -> None:
    """Delete them."""
    for path in outdated(database, now):
        _drop(path)


def drop_outdated_backups(database: Path, now: datetime) -> int:
    """Delete outdated backups only; how many there were."""
    found = _outdated_backups(database, now)
    for path in found:
        _drop(path)
    return len(found)


def _outdated_backups(database: Path, now: datetime) -> list[Path]:
    # The name tells when: a backup that was copied back bears a younger time of the file system.
    oldest = _NAME.format(at=local(now - DAYS))
    digits = "[0-9]" * 8 + "-" + "[0-9]" * 4
    return [file for file in backups(database).glob(f"bot-{digits}.bak*") if file.name < oldest]


def _older(path: Path, than: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < than
    except FileNotFoundError:  # another process has just finished with it
        return False


def _drop(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
