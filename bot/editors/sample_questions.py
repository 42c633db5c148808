"""Every sample of the knowledge base with what would be right for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.content.faq_files import read_life_samples, read_out_of_scope, read_samples
from bot.core.knowledge import ELSEWHERE, KnowledgeBase

LIVES = "de"
"""The language of the samples from life."""
Sample = tuple[str, tuple[str, ...]]
"""A text and what would be right: ids of entries, or "smalltalk", "none", "danger"."""


def sample_questions(folder: Path, kb: KnowledgeBase, language: str = "") -> Iterator[Sample]:
    """The samples of a language, or of all, but those of danger.

    Where no entry fits, and where another authority is meant, the signposts of *kb* are right.

    Raises:
        ContentError: a file cannot be read.
    """
    signposts = tuple(dict.fromkeys(entry.id for entry in kb.entries if entry.topic == ELSEWHERE))
    for code, by_entry in read_samples(folder).items():
        if language in ("", code):
            yield from ((text, (entry,)) for entry, texts in by_entry.items() for text in texts)
    for one in read_life_samples(folder) if language in ("", LIVES) else ():
        yield one.text, (*one.right, *(signposts if ELSEWHERE in one.right else ()))
    for code, texts in read_out_of_scope(folder).items():
        if language in ("", code):
            yield from ((text, ("none", *signposts)) for text in texts)
