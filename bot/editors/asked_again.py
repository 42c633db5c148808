"""The same questions asked of two versions of the knowledge base. Pure: what asks is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Found
from bot.editors.effects import Effect
from bot.editors.sample_questions import Sample

Find = Callable[[KnowledgeBase, Sequence[str], str], Sequence[Found]]
"""A knowledge base, texts, and a word for the version -> what it makes of each text."""


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """What became of the samples, and of questions from the chat, of which nobody knows what is right."""

    samples: Sequence[Effect]
    recent: Sequence[Effect]


def asked_again(
    samples: Iterable[Sample], recent: Iterable[str], before: KnowledgeBase, now: KnowledgeBase, find: Find
) -> AskedAgain:
    """All questions asked of both versions, one after the other; each text once."""
    right: dict[str, tuple[str, ...]] = {}
    for text, fitting in samples:
        right.setdefault(text, fitting)
    texts = list(dict.fromkeys([*right, *recent]))
    pairs = zip(find(before, texts, "vorher"), find(now, texts, "jetzt"), strict=True)
    found = [Effect(then, here, right.get(then.text, ())) for then, here in pairs]
    return AskedAgain(found[: len(right)], found[len(right) :])
