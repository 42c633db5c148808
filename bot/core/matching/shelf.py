"""The examples of one group of languages, ready to be compared with a text.

A text is compared only with examples in its own language and with what stands for every language: the
titles of the entries (people mix in the German words of their letters) and small talk. So a shelf stays
small enough to be solved, and a foreign word does not meet the German one that happens to be spelt alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.calibrate import Evidence, evidence
from bot.core.matching.corpus import ANSWERED, Class, Corpus, Example, Kind
from bot.core.matching.index import Floats, Index, Vector
from bot.core.matching.lesson import MOST_EXAMPLES, Lesson, lesson_of
from bot.core.matching.likeness import Likeness, alike, alike_in_meaning
from bot.core.matching.meaning import MEANINGS, Meanings, Sentences
from bot.core.matching.reading import MAIN, Piece, Reader
from bot.core.matching.remembered import Cache, remembered
from bot.core.matching.score import Scorer, Scores

SIGNPOST_HANDICAP = 0.15
"""Of a score up to 1.5. Without it 8 of 100 questions to the Jobcenter went to a signpost, with it 2, and the
signposts found hardly fewer of their own (faq/samples, 22 November 2026)."""
_GROUPS = {"uk": "ru", "bg": "ru", "fa": "ar"}
"""Languages that their speakers mix in one chat, or that short texts do not tell apart."""


@dataclass(frozen=True, slots=True)
class Translated:
    """What another shelf says of a text by its meaning alone, which needs no common words.

    ``numbers`` has for each class of this shelf its number in the other, -1 where it is not there.
    """

    meanings: Meanings
    scorer: Scorer
    numbers: NDArray[np.int64]

    def scores(self, meant: Floats) -> Floats:
        """Of texts with these vectors (texts, size)."""
        found = self.scorer.ridge(alike_in_meaning(self.meanings, meant))
        return np.where(self.numbers < 0, np.float32(0), found[:, self.numbers])


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
    examples: tuple[Example, ...]
    """In the order of the similarities."""
    labels: tuple[int, ...]
    """Numbers of their classes."""
    translated: Translated | None = None
    """The German examples, of which there are most, for a text in another language."""

    def evidence(self, pieces: Sequence[Piece], meant: Floats | None) -> list[Evidence | None]:
        """For each piece what the confidence rests on; None if it says nothing that an example says.

        *meant* are the vectors of their sentences (pieces, size); without them the words decide alone. All
        together take little longer than one.
        """
        vectors = [self.index.vector(piece.told, piece.language) for piece in pieces]
        if not self.entries or not any(vector.features.size for vector in vectors):
            return [None] * len(pieces)
        scores = self.scorer.scores(self.similarities(vectors, meant))
        if self.translated is not None and meant is not None:
            scores = replace(scores, total=scores.total + self.translated.scores(meant))
        return [
            self._evidence(found, vector.coverage, len(piece.words)) if vector.features.size else None
            for piece, vector, found in zip(pieces, vectors, scores.of_each(), strict=True)
        ]

    def left_out(self, reader: Reader) -> Iterator[tuple[Example, Evidence | None]]:
        """Each phrasing of an entry with what it would be taken for, were it not there; nothing where not all
        are learnt (``can_leave_out``). Takes as long as learning them.

        What is common among all of them (rare words, directions of meaning) stays as it is.
        """
        if not self.can_leave_out:
            return
        likeness = Likeness(self.index, self.meanings)
        scores = self.scorer.left_out(likeness, [example.weight for example in self.examples])
        for example, found, coverage in zip(self.examples, scores, self.index.shared(), strict=True):
            if example.of.kind in ANSWERED and not example.is_title:
                words = reader.piece(example.text, example.language).words
                yield example, self._evidence(found, float(coverage), len(words)) if coverage else None

    @property
    def can_leave_out(self) -> bool:
        """Was every example learnt?"""
        return self.scorer.has_learnt and self.index.size <= MOST_EXAMPLES

    def _evidence(self, scores: Scores, coverage: float, words: int) -> Evidence:
        signposts = self.handicaps[: len(self.entries)] > 0
        handicapped = replace(scores, total=scores.total - self.handicaps)
        return evidence(handicapped, signposts, coverage, words)

    def similarities(self, vectors: Sequence[Vector], meant: Floats | None) -> Floats:
        """How alike each example is to each text, by its words and, if given, by what is meant."""
        return alike(self.index, self.meanings, vectors, meant)


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
    lessons = {name: lesson_of(corpus, chosen, reader, sentences) for name, chosen in there.items()}
    shelves = {name: _shelf(lesson, name, cache) for name, lesson in lessons.items()}
    return {name: one if name == MAIN else _with(shelves[MAIN], one) for name, one in shelves.items()}


def _with(main: Shelf, shelf: Shelf) -> Shelf:
    if main.meanings is None:
        return shelf
    numbers = {a_class: number for number, a_class in enumerate(main.classes)}
    there = np.array([numbers.get(a_class, -1) for a_class in shelf.classes], dtype=np.int64)
    return replace(shelf, translated=Translated(main.meanings, main.scorer, there))


def _stands_in(name: str, example: Example, language: str, groups: Collection[str]) -> bool:
    everywhere = example.is_title or example.of.kind is Kind.SMALLTALK
    return everywhere or group(language, groups) == name


def _shelf(lesson: Lesson, name: str, cache: Cache | None) -> Shelf:
    kind = f"entries-{name}-{lesson.kind}"
    arrays = remembered(cache, kind, lesson.key, lesson.learnt, lesson.amended)
    classes = lesson.classes
    entries = tuple(a_class.id for a_class in classes if a_class.kind in ANSWERED)
    handicaps = np.array([SIGNPOST_HANDICAP * (one.kind is Kind.SIGNPOST) for one in classes], np.float32)
    return Shelf(
        classes=classes,
        entries=entries,
        index=Index(arrays),
        meanings=Meanings(arrays) if MEANINGS in arrays else None,
        scorer=Scorer(lesson.labels, len(classes), arrays["coefficients"].astype(np.float32)),
        handicaps=handicaps,
        examples=tuple(example for example, _ in lesson.rows),
        labels=lesson.labels,
    )
