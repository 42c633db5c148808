"""The two key files: ``master.key`` opens the data keys, ``index.key`` makes the blind indexes.

``master.key`` holds Fernet keys, one a line, the newest first: new data keys are wrapped with the first,
all of them are tried when unwrapping. Both files belong into a backup of their own, never into the
database's.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import DatabaseUnusable, KeysMissing, KeysWrong
from bot.storage.files import private_folder, write_once

MASTER, INDEX = "master.key", "index.key"


@dataclass(frozen=True, slots=True)
class Keys:
    """What the files hold, ready for use."""

    master: MultiFernet = field(repr=False)
    index: bytes = field(repr=False)


def read_keys(folder: Path) -> Keys:
    """The keys in *folder*.

    Raises:
        KeysMissing: a file is not there.
        KeysWrong: a file holds no keys.
        DatabaseUnusable: a file cannot be read.
    """
    master, index = _content(folder, MASTER), _content(folder, INDEX)
    try:
        return Keys(MultiFernet([Fernet(line) for line in master.split()]), _index_key(index))
    except ValueError:
        raise KeysWrong(str(folder)) from None


def site_secret(keys: Keys) -> str:
    """What the web site signs with: sessions end when it changes."""
    return derived(keys.index, "web").hex()


def derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for *purpose* (HKDF, RFC 5869): who learns it learns nothing of *key*."""
    return HKDF(SHA256(), 32, salt=None, info=f"jobcenter-bot {purpose}".encode()).derive(key)


def make_keys(folder: Path) -> None:
    """Put fresh keys where there are none; when this returns they are on the disk."""
    private_folder(folder)
    for name in (MASTER, INDEX):
        if not (folder / name).exists():
            write_once(folder / name, Fernet.generate_key() + b"\n")


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise KeysMissing(str(folder)) from None
    except OSError as error:
        raise DatabaseUnusable(str(folder / name), error.strerror or type(error).__name__) from error


def _index_key(content: bytes) -> bytes:
    key = base64.urlsafe_b64decode(content.strip())
    if len(key) != 32:
        raise ValueError("an index key has 32 bytes")
    return key
