"""An earlier version of the knowledge base, fetched from git into a folder of its own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import BotError

NEWEST = "HEAD"
_WITHOUT = "Mit einer Kopie des Ordners geht es auch ohne git: faq diff --against ORDNER"


class NoVersion(BotError):
    """The earlier version cannot be had; the text says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Version:
    """A folder with a knowledge base, and what people call it: "HEAD (1a93eda vom 22.11.2026)"."""

    folder: Path
    name: str


@contextmanager
def at_revision(folder: Path, revision: str) -> Iterator[Version]:
    """*folder* as it was in this revision of git; it is there as long as the context lasts.

    Raises:
        NoVersion: there is no git, no such revision, or the folder was not yet there.
    """
    top, inside = _place(folder)
    wanted = revision + "^{commit}"
    commit = _line(_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted))
    if not commit:
        raise NoVersion(f"Die Fassung '{revision}' kennt git nicht. Es gibt: git log --oneline")
    packed = _git(top, "archive", "--format=zip", f"{commit}:{inside}")
    if packed.returncode != 0:
        raise NoVersion(f"In der Fassung {revision} gibt es den Ordner {folder} noch nicht. {_WITHOUT}")
    told = _line(_git(top, "show", "--no-patch", "--date=format:%d.%m.%Y", "--format=%h vom %cd", commit))
    with TemporaryDirectory(prefix="faq-") as space:
        there = Path(space) / folder.resolve().name
        with zipfile.ZipFile(io.BytesIO(packed.stdout)) as archive:
            archive.extractall(there)
        yield Version(there, told if commit.startswith(revision) else f"{revision} ({told})")


def _place(folder: Path) -> tuple[Path, str]:
    """The top of the working copy in which *folder* lies, and the way from there."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode != 0:
        why = (os.fsdecode(top.stderr).splitlines() or [""])[0]
        raise NoVersion(f"Den Ordner {folder} kann git nicht vergleichen ({why}). {_WITHOUT}")
    return Path(_line(top)), _line(_git(folder, "rev-parse", "--show-prefix")).rstrip("/")


def _line(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was printed; "" if it failed."""
    return os.fsdecode(done.stdout).rstrip("\n") if done.returncode == 0 else ""


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise NoVersion(f"Das Programm git fehlt. Bitte installieren (Debian: apt install git). {_WITHOUT}")
    # No shell, and what the caller typed stands behind --end-of-options.
    return subprocess.run([git, "-C", str(folder), *words], capture_output=True, check=False)  # noqa: S603
