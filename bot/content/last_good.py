"""A broken file takes nothing down: the last version without errors is kept aside and answers on."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from bot.content.faq_files import check_faq, read_faq, read_withdrawn
from bot.core.knowledge import KnowledgeBase, Problem
from bot.errors import ContentError

Stamp = frozenset[tuple[str, int, int]]
"""Names, times of change (ns) and sizes of all files: another one means that something was written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``problems`` are those of the folder; if there are any, ``kb`` is the last good version."""

    kb: KnowledgeBase
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class LastGood:
    """The knowledge base in ``folder``; its last good version is kept in ``copy`` across restarts."""

    folder: Path
    copy: Path

    def read(self) -> Reading:
        """What is in the folder if it is without errors, else the last good version.

        Withdrawn answers are out of service either way, whatever else is broken.

        Raises:
            ContentError: the folder is broken, and nothing was kept.
        """
        kb, problems = check_faq(self.folder)
        if kb is not None:
            return Reading(kb)
        try:
            last = read_faq(self._copy_of(self.folder))
        except ContentError:
            raise ContentError([str(problem) for problem in problems]) from None
        return Reading(replace(last, withdrawn=read_withdrawn(self.folder)), problems)

    def keep(self) -> None:
        """Remember the folder as it is; a failure is silent, for the version in memory answers anyway."""
        with suppress(OSError):
            self.copy.mkdir(parents=True, exist_ok=True)
            fresh = Path(mkdtemp(prefix="part-", dir=self.copy))
            for path in self._files():
                there = fresh / path.relative_to(self.folder)
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, there)
            kept = self._copy_of(self.folder)
            shutil.rmtree(kept, ignore_errors=True)
            fresh.rename(kept)

    def stamp(self) -> Stamp:
        found = set()
        for path in self._files():
            with suppress(OSError):  # written or deleted at this moment: the next look sees it
                told = path.stat()
                found.add((str(path), told.st_mtime_ns, told.st_size))
        return frozenset(found)

    def _copy_of(self, folder: Path) -> Path:
        """Where the last good version of this very folder is kept: another one's must not answer for it."""
        return self.copy / sha256(str(folder.resolve()).encode()).hexdigest()[:12]

    def _files(self) -> list[Path]:
        return sorted(self.folder.rglob("*.yaml"))
