"""A git repository of a test's own, whatever this machine's git is set to."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(
    shutil.which("git") is None and "CI" not in os.environ, reason="needs git (Debian: apt install git)"
)
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Kaya",
    "GIT_AUTHOR_EMAIL": "kaya@example.org",
    "GIT_COMMITTER_NAME": "Kaya",
    "GIT_COMMITTER_EMAIL": "kaya@example.org",
    "GIT_COMMITTER_DATE": "2026-11-22T12:00:00+01:00",
}


def a_repository(folder: Path, files: Mapping[str, str]) -> Path:
    """The top of a repository in *folder* that has these files committed."""
    _git(folder, "init", "--quiet")
    committed(folder, files)
    return folder


def committed(top: Path, files: Mapping[str, str]) -> str:
    """The number of a new revision with these *files*; what else lies there is committed as it is."""
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text)
    _git(top, "add", "--all")
    _git(top, "commit", "--quiet", "--message", "Stand")
    return _git(top, "rev-parse", "--short", "HEAD")


def _git(top: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(top), *words], env={**os.environ, **_SETTINGS}, check=True, capture_output=True
    )
    return done.stdout.decode().strip()
