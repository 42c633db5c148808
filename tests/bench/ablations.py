"""What each piece of the matcher is worth: the German questions with one piece taken out at a time.

Called by ``python -m tests.bench.matching --ablate``; a line takes about a minute. Learnt is every second
phrasing and no sign of danger: what a piece is worth shows there too, and all takes an eighth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import numpy as np

from bot.content.matcher import finder_with, installed_encoder
from bot.core.knowledge import ELSEWHERE, KnowledgeBase, Safety
from bot.core.matching import corpus, index, lesson, likeness, meaning, score, shelf, spelling
from bot.core.matching.index import Floats
from bot.core.matching.meaning import Encoder
from tests.bench import engines
from tests.bench.datasets import DAY
from tests.bench.questions import Query

SETS = ("samples", "life")


def variants(kb: KnowledgeBase) -> Iterator[tuple[str, KnowledgeBase, AbstractContextManager[object]]]:
    """Name, knowledge base, and what is changed while it is built and asked."""

    def without(module: object, name: str, value: object) -> AbstractContextManager[object]:
        return patch.object(module, name, value)

    yield "all", kb, nullcontext()
    yield "no sentence vectors", kb, without(likeness, "MEANING_SHARE", 0.0)
    yield "sentence vectors alone", kb, without(likeness, "MEANING_SHARE", 1.0)
    yield "plain cosine of the vectors", kb, without(meaning, "_nearness", lambda cosines: cosines)
    yield "all axes of the vectors", kb, without(meaning, "AXES", 512)
    yield "no nearest example", kb, without(score, "NEAREST_WEIGHT", 0.0)
    yield "no ridge", kb, without(lesson, "MOST_EXAMPLES", 0)
    yield "no pieces of words", kb, without(index, "WORDS_WEIGHT", 1.0)
    yield "no whole words", kb, without(index, "WORDS_WEIGHT", 0.0)
    yield "no signs of time and roles", _spoken(kb, signs={}), nullcontext()
    yield "no short forms and slang", _spoken(kb, replacements={}), nullcontext()
    yield "fillers are not stripped", _spoken(kb, fillers=()), nullcontext()
    yield "no spelling", kb, without(spelling, "SIMILARITY", 2.0)
    yield "no handicap of signposts", kb, without(shelf, "SIGNPOST_HANDICAP", 1e-9)
    yield "life with full weight", kb, without(corpus, "LIFE_WEIGHT", 1.0)
    yield "nothing beside", replace(kb, none={}, smalltalk=()), nullcontext()
    elsewhere = {entry.id for entry in kb.entries if entry.topic == ELSEWHERE}
    own = tuple(entry for entry in kb.entries if entry.id not in elsewhere)
    yield "no signposts", replace(kb, entries=own), nullcontext()
    yield "no phrasings from life", _without_life(kb), nullcontext()
    yield "no other phrasings", _life_only(kb), nullcontext()


def _spoken(kb: KnowledgeBase, **changed: Any) -> KnowledgeBase:
    languages = {code: replace(language, **changed) for code, language in kb.languages.items()}
    return replace(kb, languages=languages)


def _without_life(kb: KnowledgeBase) -> KnowledgeBase:
    return _chosen(kb, from_life=False)


def _life_only(kb: KnowledgeBase) -> KnowledgeBase:
    return _chosen(kb, from_life=True)


def _chosen(kb: KnowledgeBase, *, from_life: bool) -> KnowledgeBase:
    def wanted(language: str, entry: str, text: str) -> bool:
        return ((language, entry, text) in kb.from_life) == from_life

    phrasings = {
        language: {
            entry: tuple(text for text in texts if wanted(language, entry, text))
            for entry, texts in by_entry.items()
        }
        for language, by_entry in kb.phrasings.items()
    }
    return replace(kb, phrasings=phrasings)


class _Remembering:
    """An encoder that encodes each text once, for all variants."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.array([self._known[text] for text in texts])


def _halved(kb: KnowledgeBase) -> KnowledgeBase:
    """Only its German phrasings, every second of them; without signs of danger, of which nothing is asked."""
    half = engines.thinned(kb, 2)
    german = {"phrasings": {"de": half.phrasings["de"]}, "none": {"de": half.none["de"]}}
    return replace(half, **german, safety=Safety())


def ablations(kb: KnowledgeBase, sets: dict[str, list[Query]]) -> None:
    """Print a table: right at first place and among three, AUROC."""
    from tests.bench.matching import Run, figures

    encoder = installed_encoder()
    remembering = _Remembering(encoder) if encoder else None
    print(
        " " * 30 + "".join(f"{name + ' ' + head:>16}" for name in SETS for head in ("at 1", "at 3", "AUROC"))
    )
    for name, base, changed in variants(_halved(kb)):
        with changed:
            engine = engines.of_finder(finder_with(base, DAY, remembering, None))
            cells = []
            for one in SETS:
                ranked = tuple(engine(query.text) for query in sets[one])
                shares = figures(sets[one], Run(ranked, ()))
                cells += [shares[0], shares[1], shares[3]]
        print(f"  {name:28}" + "".join(f"{100 * cell:16.1f}" for cell in cells), flush=True)
