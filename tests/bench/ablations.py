"""What each piece of the matcher is worth: the German questions with one piece taken out at a time.

Called by ``python -m tests.bench.matching --ablate``; a line takes about a minute.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from unittest.mock import patch

import numpy as np

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import corpus, index, meaning, score, shelf, spelling
from tests.bench import engines
from tests.bench.questions import Query

SETS = ("samples", "life")


def variants(kb: KnowledgeBase) -> Iterator[tuple[str, KnowledgeBase, AbstractContextManager[object]]]:
    """Name, knowledge base, and what is changed while it is built and asked."""

    def without(module: object, name: str, value: object) -> AbstractContextManager[object]:
        return patch.object(module, name, value)

    yield "all", kb, nullcontext()
    yield "no sentence vectors", kb, _share(0.0)
    yield "sentence vectors alone", kb, _share(1.0)
    yield "plain cosine of the vectors", kb, without(meaning, "_nearness", lambda cosines: cosines)
    yield "all axes of the vectors", kb, without(meaning, "AXES", 512)
    yield "no nearest example", kb, without(score, "NEAREST_WEIGHT", 0.0)
    yield "no ridge", kb, without(shelf, "MOST_EXAMPLES", 0)
    yield "no pieces of words", kb, without(index, "WORDS_WEIGHT", 1.0)
    yield "no whole words", kb, without(index, "WORDS_WEIGHT", 0.0)
    yield "no spelling", kb, without(spelling, "SIMILARITY", 2.0)
    yield "no handicap of signposts", kb, without(shelf, "SIGNPOST_HANDICAP", 1e-9)
    yield "life with full weight", kb, without(corpus, "LIFE_WEIGHT", 1.0)
    yield "nothing beside", replace(kb, none={}, smalltalk=()), nullcontext()
    elsewhere = {entry.id for entry in kb.entries if entry.topic == ELSEWHERE}
    own = tuple(entry for entry in kb.entries if entry.id not in elsewhere)
    yield "no signposts", replace(kb, entries=own), nullcontext()
    yield "no phrasings from life", _without_life(kb), nullcontext()
    yield "no other phrasings", _life_only(kb), nullcontext()


@contextmanager
def _share(of_meaning: float) -> Iterator[None]:
    with patch.multiple(shelf, MEANING_SHARE=of_meaning, _SHARE=np.float32(of_meaning)):
        yield


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


def ablations(kb: KnowledgeBase, sets: dict[str, list[Query]]) -> None:
    """Print a table: right at first place and among three, AUROC."""
    from tests.bench.matching import Run, figures

    german = replace(kb, phrasings={"de": kb.phrasings["de"]}, none={"de": kb.none["de"]})
    print(
        " " * 30 + "".join(f"{name + ' ' + head:>16}" for name in SETS for head in ("at 1", "at 3", "AUROC"))
    )
    for name, base, changed in variants(german):
        with changed:
            engine = engines.of_finder(engines.finder(base))
            cells = []
            for one in SETS:
                ranked = tuple(engine(query.text) for query in sets[one])
                shares = figures(sets[one], Run(ranked, ()))
                cells += [shares[0], shares[1], shares[3]]
        print(f"  {name:28}" + "".join(f"{100 * cell:16.1f}" for cell in cells), flush=True)
