"""The examples of one group of languages, ready to be compared with a text.

A text is compared only with examples in its own language and with what stands for every language: the
titles of the entries (people mix in the German words of their letters) and small talk. So a shelf stays
small enough to be solved, and a foreign word does not meet the German one that happens to be spelt alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.matching.calibrate import Evidence, evidence
from bot.core.matching.corpus import ANSWERED, Class, Corpus, Example, Kind
from bot.core.matching.index import Arrays, Floats, Index
from bot.core.matching.normalise import Words
from bot.core.matching.reading import Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.score import Scorer, solve

MAIN = "de"
"""The group of the language in which every entry is written; texts of unknown languages go there too."""
SIGNPOST_HANDICAP = 0.15
"""Of a score up to 1.5. Without it 8 of 100 questions to the Jobcenter went to a signpost, with it 2, and the
signposts found hardly fewer of their own (faq/samples, 22 November 2026)."""
_GROUPS = {"uk": "ru", "bg": "ru", "fa": "ar"}
"""Languages that their speakers mix in one chat, or that short texts do not tell apart."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """``classes`` are those that have an example here, entries first."""

    classes: tuple[Class, ...]
    entries: tuple[str, ...]
    index: Index
    scorer: Scorer
    handicaps: Floats
    """What each class has less: a signpost must be clearly nearer than what the Jobcenter does itself."""

    def evidence(self, words: Words, language: str) -> Evidence | None:
        """What the confidence rests on; None if *words* say nothing that an example says."""
        vector = self.index.vector(words, language)
        if not self.entries or not vector.features.size:
            return None
        scores = self.scorer.scores(self.index.similarities(vector))
        scores = replace(scores, total=scores.total - self.handicaps)
        return evidence(scores, len(self.entries), vector.coverage, len(words))


def group(language: str) -> str:
    return _GROUPS.get(language, language)


def build_shelves(corpus: Corpus, reader: Reader, cache: Cache | None) -> Mapping[str, Shelf]:
    """A shelf for each group of languages with phrasings of its own; what takes long is kept in *cache*."""
    spoken = [example.language or reader.language(example.text) for example in corpus.examples]
    rows = list(zip(corpus.examples, spoken, strict=True))
    own = {group(code) for example, code in rows if example.of.kind in ANSWERED and not example.is_title}
    groups = dict.fromkeys([MAIN, *sorted(own)])
    shelves = {}
    for name in groups:
        there = [(example, code) for example, code in rows if _stands_in(name, example, code, own)]
        shelves[name] = _shelf(corpus, there, reader, cache)
    return shelves


def _stands_in(name: str, example: Example, language: str, own: set[str]) -> bool:
    if example.is_title or example.of.kind is Kind.SMALLTALK:
        return True
    where = group(language)
    return (where if where in own else MAIN) == name


def _shelf(corpus: Corpus, rows: Sequence[tuple[Example, str]], reader: Reader, cache: Cache | None) -> Shelf:
    texts = [reader.words(example.text, code) for example, code in rows]
    languages = [code for _, code in rows]
    present = {example.of for example, _ in rows}
    classes = tuple(a_class for a_class in corpus.classes if a_class in present)
    numbers = {a_class: number for number, a_class in enumerate(classes)}
    labels = [numbers[example.of] for example, _ in rows]

    def computed() -> Arrays:
        index = Index.build(list(zip(texts, languages, strict=True)))
        return {**index.arrays, "coefficients": solve(index, labels, len(classes))}

    parts: list[str] = []
    for words, code, label in zip(texts, languages, labels, strict=True):
        parts += (" ".join(words), code, str(label))
    arrays = remembered(cache, "entries-" + digest(parts), computed)
    scorer = Scorer(labels, len(classes), arrays["coefficients"].astype("float32"))
    entries = tuple(a_class.id for a_class in classes if a_class.kind in ANSWERED)
    handicaps = np.array([SIGNPOST_HANDICAP * (one.kind is Kind.SIGNPOST) for one in classes], np.float32)
    return Shelf(classes, entries, Index(arrays), scorer, handicaps)
