"""``faq samples --fit``: how sure may the bot be? Fitted to all sample questions, told in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.content.draft import CALIBRATION
from bot.content.faq_files import read_life_samples, read_out_of_scope, read_samples
from bot.content.formats import NO_ENTRIES
from bot.content.index_cache import IndexCache
from bot.content.matcher import finder_with, installed_encoder
from bot.core.knowledge import ELSEWHERE, Calibration, KnowledgeBase
from bot.core.matching import BY_MEANING, BY_WORDS
from bot.core.matching.finder import KnowledgeFinder
from bot.core.matching.fitting import Case, calibration_error, fit, held_out
from bot.core.matching.sentences import LONGEST_QUESTION
from bot.editors.files import write
from bot.editors.schema_files import beginning

BINS = 10
WIDTH = 30
"""Characters of a full bar."""
_HEADER = (
    "# Wie sicher sich der Chat sein darf: geschrieben, nicht getippt, von bot faq samples --fit\n"
    "# words: nur mit den Wörtern; meaning: auch mit der Bedeutung ganzer Sätze. Ab answer antwortet er, ab\n"
    "# suggest bietet er drei Themen an.\n"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sample with the ids that are right, the best first, and where it comes from."""

    text: str
    right: tuple[str, ...]
    family: str


def fitted(
    kb: KnowledgeBase, folder: Path, on: date, cache: Path, busy: Callable[[str], None]
) -> dict[str, tuple[Calibration, list[Case]]]:
    """For each way of matching the calibration, and the cases it was fitted to; takes a minute."""
    asked = list(_asked(folder))
    encoder = installed_encoder()
    found = {}
    for name in (BY_WORDS, BY_MEANING) if encoder else (BY_WORDS,):
        busy(name)
        finder = finder_with(kb, on, encoder if name == BY_MEANING else None, IndexCache(cache))
        cases = list(_cases(finder, kb, asked))
        found[name] = (fit(cases), cases)
    return found


def _asked(folder: Path) -> Iterator[_Asked]:
    for language, by_entry in read_samples(folder).items():
        for entry, texts in by_entry.items():
            yield from (_Asked(text, (entry,), language) for text in texts)
    for language, texts in read_out_of_scope(folder).items():
        yield from (_Asked(text, (), language) for text in texts)
    yield from (_Asked(one.text, one.right, "life") for one in read_life_samples(folder))


def _cases(finder: KnowledgeFinder, kb: KnowledgeBase, asked: Iterable[_Asked]) -> Iterator[Case]:
    signposts = {entry.id for entry in kb.entries if entry.topic == ELSEWHERE}
    for one in asked:
        examined = finder.examined(one.text) if len(one.text) <= LONGEST_QUESTION else None
        if examined is None:
            continue
        evidence, judged = examined
        best = [candidate.entry for candidate in judged.candidates[:3]]
        near = bool(one.right) and (one.right[0] == ELSEWHERE or one.right[0] in signposts)
        inside = bool(one.right) and not near and one.right[0] not in NO_ENTRIES
        right = [entry in one.right for entry in best]
        yield Case(one.family, evidence.features, right[0], any(right), inside, near, best[0] in signposts)


def save(kb: KnowledgeBase, folder: Path, found: dict[str, tuple[Calibration, list[Case]]]) -> None:
    """Write the file of the knowledge base; what could not be fitted here stays as it is.

    Raises:
        OSError: it cannot be written.
    """
    lines = [beginning(folder, CALIBRATION) + _HEADER.rstrip("\n")]
    for name, calibration in {**kb.calibration, **{name: one for name, (one, _) in found.items()}}.items():
        lines += [f"{name}:", f"  answer: {calibration.answer}", f"  suggest: {calibration.suggest}"]
        lines += [f"  intercept: {calibration.intercept}", "  coefficients:"]
        lines += [f"    {feature}: {value}" for feature, value in calibration.coefficients.items()]
    write(folder / CALIBRATION, "\n".join(lines) + "\n")


def print_reliability(console: Console, cases: list[Case]) -> None:
    """How often the bot is right when it is so and so sure, by constants fitted to other samples."""
    p = held_out(cases)
    right = np.array([case.right for case in cases])
    table = Table("ist sich sicher zu", "Fragen", "davon richtig", "", box=None, padding=(0, 2, 0, 0))
    for low in range(BINS):
        there = (p >= low / BINS) & (p < (low + 1) / BINS)
        if there.any():
            share = float(right[there].mean())
            bar = Text("█" * round(WIDTH * share) + "·" * (WIDTH - round(WIDTH * share)))
            bounds = f"{100 * low // BINS} bis {100 * (low + 1) // BINS} %"
            table.add_row(bounds, str(int(there.sum())), f"{100 * share:.0f} %", bar)
    console.print(table)
    console.print(
        f"Im Mittel weicht die Sicherheit um {100 * calibration_error(p, right):.1f} Prozentpunkte ab."
    )
