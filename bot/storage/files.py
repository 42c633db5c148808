"""Addresses of databases, and files that only their owner may read."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from bot.errors import DatabaseUrlWrong

_SCHEMES = ("sqlite", "sqlite+aiosqlite")


def database_path(url: str) -> Path:
    """The absolute path in ``sqlite:///relative`` or ``sqlite:////absolute``.

    Raises:
        DatabaseUrlWrong: it is no address of a SQLite file.
    """
    scheme, separator, path = url.partition(":///")
    if scheme not in _SCHEMES or not separator or not path:
        raise DatabaseUrlWrong(url.partition(":")[0])
    return Path(path).absolute()


def accounts_of(database: Path) -> Path:
    """Where accounts and sessions of the site are: beside the database, ``bot-accounts.sqlite3``."""
    return database.with_name(f"{database.stem}-accounts{database.suffix}")


def private_folder(folder: Path) -> None:
    """Make *folder* (0700) unless it exists; one that exists keeps its rights."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file (0600), durably, unless it exists."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    sync(path.parent)


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other process is in this block for the same folder; leaves no trace in it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def write_once(path: Path, content: bytes) -> None:
    """Make *path* (0600) with *content*, durably and all or nothing; one that exists stays as it is.

    Of two processes that do this at once one wins, and both find the same content afterwards.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until *path*, a file or a folder with its names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
