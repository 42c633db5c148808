"""The examples of one group of languages, ready to be compared with a text.

A text is compared only with examples in its own language and with what stands for every language: the
titles of the entries (people mix in the German words of their letters) and small talk. So a shelf stays
small enough to be solved, and a foreign word does not meet the German one that happens to be spelt alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.matching.calibrate import Evidence, evidence
from bot.core.matching.corpus import ANSWERED, Class, Corpus, Example, Kind
from bot.core.matching.index import Arrays, Floats, Index, Vector
from bot.core.matching.meaning import MEANINGS, Meanings, Sentences
from bot.core.matching.reading import Piece, Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.score import MEANING_SHARE, MOST_EXAMPLES, Scorer, solve

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
    meanings: Meanings | None
    scorer: Scorer
    handicaps: Floats
    """What each class has less: a signpost must be clearly nearer than what the Jobcenter does itself."""

    def evidence(self, piece: Piece, meaning: Floats | None) -> Evidence | None:
        """What the confidence rests on; None if *piece* says nothing that an example says.

        *meaning* is the vector of its sentence; without it the words decide alone.
        """
        vector = self.index.vector(piece.words, piece.language)
        if not self.entries or not vector.features.size:
            return None
        scores = self.scorer.scores(*self._similarities(vector, meaning))
        scores = replace(scores, total=scores.total - self.handicaps)
        signposts = self.handicaps[: len(self.entries)] > 0
        return evidence(scores, signposts, vector.coverage, len(piece.words))

    def _similarities(self, vector: Vector, meaning: Floats | None) -> tuple[Floats, Floats | None]:
        words = self.index.similarities(vector)
        if self.meanings is None or meaning is None:
            return words, None
        share = np.float32(MEANING_SHARE)
        return words * (1 - share), self.meanings.similarities(meaning) * share


def group(language: str, among: Collection[str]) -> str:
    """The group of languages to which *language* belongs; the main one if *among* has no such group."""
    name = _GROUPS.get(language, language)
    return name if name in among else MAIN


def build_shelves(
    corpus: Corpus, reader: Reader, sentences: Sentences | None, cache: Cache | None
) -> Mapping[str, Shelf]:
    """A shelf for each group of languages with phrasings of its own; what takes long is kept in *cache*."""
    spoken = [example.language or reader.language(example.text) for example in corpus.examples]
    rows = list(zip(corpus.examples, spoken, strict=True))
    answered = {code for example, code in rows if example.of.kind in ANSWERED and not example.is_title}
    groups = dict.fromkeys([MAIN, *sorted(_GROUPS.get(code, code) for code in answered)])
    there = {name: [row for row in rows if _stands_in(name, *row, groups)] for name in groups}
    return {name: _shelf(corpus, chosen, reader, sentences, cache) for name, chosen in there.items()}


def _stands_in(name: str, example: Example, language: str, groups: Collection[str]) -> bool:
    everywhere = example.is_title or example.of.kind is Kind.SMALLTALK
    return everywhere or group(language, groups) == name


def _shelf(
    corpus: Corpus,
    rows: Sequence[tuple[Example, str]],
    reader: Reader,
    sentences: Sentences | None,
    cache: Cache | None,
) -> Shelf:
    pieces = [reader.piece(example.text, code) for example, code in rows]
    present = {example.of for example, _ in rows}
    classes = tuple(a_class for a_class in corpus.classes if a_class in present)
    numbers = {a_class: number for number, a_class in enumerate(classes)}
    labels = [numbers[example.of] for example, _ in rows]
    weights = [example.weight for example, _ in rows]
    told = zip(pieces, labels, weights, strict=True)
    parts = [f"{p.sentence} {p.words} {p.language} {label} {weight}" for p, label, weight in told]
    key = ("entries-" if sentences else "entries-words-") + digest(parts)
    arrays = remembered(cache, key, lambda: _learned(pieces, labels, weights, len(classes), sentences))
    entries = tuple(a_class.id for a_class in classes if a_class.kind in ANSWERED)
    handicaps = np.array([SIGNPOST_HANDICAP * (one.kind is Kind.SIGNPOST) for one in classes], np.float32)
    return Shelf(
        classes=classes,
        entries=entries,
        index=Index(arrays),
        meanings=Meanings(arrays) if MEANINGS in arrays else None,
        scorer=Scorer(labels, len(classes), arrays["coefficients"].astype(np.float32)),
        handicaps=handicaps,
    )


def _learned(
    pieces: Sequence[Piece],
    labels: Sequence[int],
    weights: Sequence[float],
    classes: int,
    sentences: Sentences | None,
) -> Arrays:
    index = Index.build([(piece.words, piece.language) for piece in pieces])
    if not 0 < index.size <= MOST_EXAMPLES:
        return {**index.arrays, "coefficients": np.zeros((0, classes), dtype=np.float32)}
    meanings: Arrays = {}
    gram = index.gram()
    if sentences is not None:
        meanings = Meanings.build(sentences.of_examples([piece.sentence for piece in pieces]))
        gram *= 1 - MEANING_SHARE
        gram += MEANING_SHARE * Meanings(meanings).gram()
    return {**index.arrays, **meanings, "coefficients": solve(gram, labels, classes, weights)}
