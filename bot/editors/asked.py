"""Asks the bot what its editors wrote: all samples, or each phrasing as if it were not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content.faq_files import read_out_of_scope, read_samples
from bot.core.matching import Found
from bot.editors.judged import Judged
from bot.editors.options import failed, wrong_use
from bot.editors.waiting import each, waiting

if TYPE_CHECKING:
    from bot.core.matching.finder import KnowledgeFinder

LANGUAGE = "de"
Nearest = Callable[[str, str], tuple[str, float]]
"""Text and id of an entry -> its phrasing that is most like the text, and how alike they are (0 to 1)."""
Build = Callable[[], "KnowledgeFinder"]
Wanted = Set[str] | None
"""Ids of entries; None: all."""


class What(StrEnum):
    SAMPLES = "samples"
    PHRASINGS = "phrasings"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked and found. ``outside`` are questions that the Jobcenter cannot answer; ``whole``:
    everything was asked, so one knows what else lands at an entry.
    """

    what: What
    judged: Sequence[Judged]
    outside: Sequence[Found]
    nearest: Nearest
    whole: bool


def sampled(folder: Path, wanted: Wanted, build: Build) -> Asked:
    """All samples, or those of *wanted*; none of those ends the command.

    Raises:
        ContentError: a file cannot be read.
    """
    asked = _of(wanted, read_samples(folder).get(LANGUAGE, {}))
    if not asked:
        wrong_use("Dazu gibt es keine Probefragen. Sie stehen in samples/de.")
    outside = read_out_of_scope(folder).get(LANGUAGE, ()) if wanted is None else ()
    finder = build()
    pairs = [(entry, text) for entry, texts in asked.items() for text in texts]
    every = [*pairs, *(("", text) for text in outside)]
    found = [(entry, finder.find(text)) for entry, text in each(every, "Probefragen")]
    judged = [Judged(entry, one) for entry, one in found if entry]
    return Asked(
        What.SAMPLES, judged, [one for entry, one in found if not entry], _nearest(finder), wanted is None
    )


def left_out(folder: Path, wanted: Wanted, build: Build) -> Asked:
    """All phrasings, or those of *wanted*, each as if it had not been learnt; none ends the command."""
    finder = build()
    if not finder.judge.shelf(LANGUAGE).can_leave_out:
        failed("Das geht nur, solange es höchstens 20.000 deutsche Formulierungen gibt.")
    with waiting("Jede Formulierung einmal wegdenken"):
        found = [Judged(entry, one) for entry, one in finder.left_out(LANGUAGE)]
    judged = [one for one in found if wanted is None or one.right in wanted]
    if not judged:
        wrong_use("Dazu gibt es keine Formulierungen. Sie stehen in phrasings/de.")
    return Asked(What.PHRASINGS, judged, [], _nearest(finder), wanted is None)


def _of(wanted: Wanted, texts: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    return {entry: below for entry, below in texts.items() if wanted is None or entry in wanted}


def _nearest(finder: KnowledgeFinder) -> Nearest:
    from bot.core.matching.explain import nearest

    def first(text: str, entry: str) -> tuple[str, float]:
        return next(iter(nearest(finder, text, entry)), ("", 0.0))

    return first
