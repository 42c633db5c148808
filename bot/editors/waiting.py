"""What takes longer than two seconds, and how whoever waits at a terminal sees that it goes on.

All of it appears on standard error and is gone when the work is done: output for programs stays clean.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, track

from bot.core.knowledge import KnowledgeBase
from bot.errors import NotLearnt, refuse_to_learn

if TYPE_CHECKING:
    from bot.core.matching.finder import KnowledgeFinder

T = TypeVar("T")
CacheFolder = Callable[[], Path]
LEARNING = "Der Bot lernt neue Formulierungen, das dauert einige Minuten ..."


def each(items: Sequence[T], words: str) -> Iterable[T]:
    """*items* one by one, with a bar that says how many are left."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return items
    return track(items, description=words, console=console, transient=True)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """A moving bar and the time, for work of which nobody knows how long it takes."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(words, total=None)
        yield


def learnt(
    kb: KnowledgeBase, on: date, cache: Path, words: str = "", *, exactly: bool = True
) -> KnowledgeFinder:
    """The finder for *kb*: in seconds if it was learnt before, else in a few minutes; if it need not be
    *exactly* as learnt, then also in seconds after a few changes."""
    no_terminal = not Console(stderr=True).is_terminal
    with waiting(words or "Der Bot liest die Formulierungen"):
        from bot.content.matcher import finder_of  # the matcher is slow to import: only here

        say = once(_say_it_takes_long) if no_terminal else None
        return finder_of(kb, on, cache, say, None if exactly else _nearly)


def learnt_before(kb: KnowledgeBase, on: date, cache: Path) -> KnowledgeFinder | None:
    """Nearly the same in seconds, or None where something would have to be learnt first."""
    with suppress(NotLearnt), waiting("Der Bot liest die Formulierungen"):
        from bot.content.matcher import finder_of

        return finder_of(kb, on, cache, refuse_to_learn, _nearly)
    return None


def _nearly() -> None:
    """It will do."""


def _say_it_takes_long() -> None:
    """For whoever reads a log and sees no bar."""
    print(LEARNING, file=sys.stderr, flush=True)
