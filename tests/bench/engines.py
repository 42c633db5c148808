"""What is compared: this engine with and without sentence vectors, and what people use otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from bot.content.index_cache import IndexCache
from bot.content.matcher import finder_with, installed_encoder
from bot.core.knowledge import KnowledgeBase
from bot.core.matching.corpus import Kind, read
from bot.core.matching.finder import KnowledgeFinder
from bot.core.matching.quick import every_nth
from tests.bench.datasets import DAY

MOST = 5
Ranked = list[tuple[str, float]]
Engine = Callable[[str], Ranked]


def finder(kb: KnowledgeBase, cache: Path | None = None, *, meaning: bool = True) -> KnowledgeFinder:
    encoder = installed_encoder() if meaning else None
    return finder_with(kb, DAY, encoder, IndexCache(cache) if cache else None)


def thinned(kb: KnowledgeBase, every: int) -> KnowledgeBase:
    """*kb* as if it had only each *every*th phrasing, in all languages."""
    none = {code: texts[::every] for code, texts in kb.none.items()}
    return replace(every_nth(kb, every), none=none)


def of_finder(built: KnowledgeFinder) -> Engine:
    return lambda text: [(found.entry, found.confidence) for found in built.find(text).candidates]


def _examples(kb: KnowledgeBase) -> tuple[list[str], list[str]]:
    examples = [e for e in read(kb, DAY).examples if e.of.kind in (Kind.ENTRY, Kind.SIGNPOST)]
    return [e.text.lower() for e in examples], [e.of.id for e in examples]


def rapidfuzz_scorer(kb: KnowledgeBase, measure: Callable[..., float]) -> Engine:
    """rapidfuzz as most people use it: the best example of each entry."""
    texts, ids = _examples(kb)

    def ranked(text: str) -> Ranked:
        best: dict[str, float] = {}
        for _, score, place in process.extract(text.lower(), texts, scorer=measure, limit=200):
            best.setdefault(ids[place], score)
        return sorted(best.items(), key=lambda pair: -pair[1])[:MOST]

    return ranked


def linear_svc(kb: KnowledgeBase) -> Engine:
    """scikit-learn's usual text classifier over pieces of words (extra ``bench``)."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts, ids = _examples(kb)
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    model: Any = LinearSVC().fit(vectors.fit_transform(texts), ids)

    def ranked(text: str) -> Ranked:
        scores = model.decision_function(vectors.transform([text.lower()]))[0]
        return [(str(model.classes_[one]), float(scores[one])) for one in np.argsort(-scores)[:MOST]]

    return ranked


def bm25(kb: KnowledgeBase) -> Engine:
    """BM25 over the examples, the best of each entry (extra ``bench``)."""
    from rank_bm25 import BM25Okapi

    texts, ids = _examples(kb)
    model = BM25Okapi([text.split() for text in texts])

    def ranked(text: str) -> Ranked:
        scores = model.get_scores(text.lower().split())
        best: dict[str, float] = {}
        for place in np.argsort(-scores)[:200]:
            best.setdefault(ids[place], float(scores[place]))
        return list(best.items())[:MOST]

    return ranked


def peers(kb: KnowledgeBase) -> dict[str, Engine]:
    """Other engines; those of the extra ``bench`` only where it is installed."""
    found = {
        "token_set_ratio": rapidfuzz_scorer(kb, fuzz.token_set_ratio),
        "WRatio": rapidfuzz_scorer(kb, fuzz.WRatio),
    }
    for name, make in (("char TF-IDF LinearSVC", linear_svc), ("BM25", bm25)):
        try:
            found[name] = make(kb)
        except ImportError:
            print(f"  {name}: not installed (pip install scikit-learn rank-bm25)")
    return found
