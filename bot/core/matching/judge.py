"""Judges one piece of text: the entries it may ask for, each with a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.matching import Candidate
from bot.core.matching.calibrate import Evidence, confidences, evidence, probability
from bot.core.matching.corpus import Class, Corpus, Kind
from bot.core.matching.index import Arrays, Index
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.score import Scorer, solve

MOST_CANDIDATES = 5
SAME_PHRASE = 0.5
"""Similarity from which a message is a known phrase of small talk, give or take a word."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a piece of text was found to mean: entries by falling confidence, or a small talk."""

    candidates: tuple[Candidate, ...]
    smalltalk: str = ""

    @property
    def entry(self) -> str:
        return self.candidates[0].entry if self.candidates else ""

    @property
    def confidence(self) -> float:
        return self.candidates[0].confidence if self.candidates else 0.0


class Judge:
    """Compares texts with all examples of the knowledge base.

    The index is the one kernel so far. A second one (sentence vectors) joins here: the scorer only wants
    similarities to the examples, wherever they come from, and coefficients solved for their sum.
    """

    def __init__(self, classes: Sequence[Class], index: Index, scorer: Scorer) -> None:
        self._classes = classes
        self._index = index
        self._scorer = scorer
        self.entries = tuple(a_class.id for a_class in classes if a_class.kind is Kind.ENTRY)

    def judged(self, words: Words, language: str) -> Judged:
        """What *words* mean; entries in the order of the knowledge base if they mean nothing."""
        found = self.evidence(words, language)
        if found is None:
            return Judged(tuple(Candidate(entry, 0.0) for entry in self.entries[:MOST_CANDIDATES]))
        certain = confidences(found, probability(found.features))
        candidates = tuple(
            Candidate(self.entries[number], confidence)
            for number, confidence in zip(found.order[:MOST_CANDIDATES], certain, strict=False)
        )
        return Judged(candidates, self._smalltalk(found))

    def evidence(self, words: Words, language: str) -> Evidence | None:
        """What the confidence rests on; None if *words* say nothing that an example says."""
        if not self.entries or not _says_something(words):
            return None
        vector = self._index.vector(words, language)
        if not vector.features.size:
            return None
        scores = self._scorer.scores(self._index.similarities(vector))
        return evidence(scores, len(self.entries), vector.coverage, len(words))

    def _smalltalk(self, found: Evidence) -> str:
        """The small talk that the text is, or "": nearer than any entry, and nearly a known phrase."""
        if found.beside is None or found.beside_nearest < SAME_PHRASE:
            return ""
        a_class = self._classes[found.beside]
        return a_class.id if a_class.kind is Kind.SMALLTALK else ""


def _says_something(words: Words) -> bool:
    """Is there a word at all? Single letters and numbers ask for nothing."""
    return any(len(word) > 1 and not word.isdigit() for word in words)


def build_judge(corpus: Corpus, reader: Reader, version: str, cache: Cache | None) -> Judge:
    """The judge over *corpus*; what takes long is kept in *cache*."""
    languages = [example.language or reader.language(example.text) for example in corpus.examples]
    texts = [reader.words(e.text, code) for e, code in zip(corpus.examples, languages, strict=True)]
    numbers = {a_class: number for number, a_class in enumerate(corpus.classes)}
    labels = [numbers[example.of] for example in corpus.examples]

    def computed() -> Arrays:
        index = Index.build(list(zip(texts, languages, strict=True)))
        return {**index.arrays, "coefficients": solve(index, labels, len(corpus.classes))}

    rows = zip((" ".join(words) for words in texts), languages, map(str, labels), strict=True)
    arrays = remembered(
        cache, "entries-" + digest([version, *(part for row in rows for part in row)]), computed
    )
    scorer = Scorer(labels, len(corpus.classes), arrays["coefficients"].astype(np.float32))
    return Judge(corpus.classes, Index(arrays), scorer)
