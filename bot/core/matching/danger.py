"""Does a message show acute danger, and which kind?

A ridge over phrases of danger, look-alikes and ordinary messages judges the whole message and each
sentence of it; a phrase that nothing harmless contains counts wherever it stands. How high a score must
be is set at building time by leaving out ordinary messages one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import inf

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.cholesky import solve_in_place
from bot.core.matching.index import Arrays, Floats, Index
from bot.core.matching.normalise import Words
from bot.core.matching.score import MOST_EXAMPLES, NEAREST_WEIGHT, RIDGE

KINDS = ("crisis", "violence", "emergency")
SURE, POSSIBLE = 0.005, 0.03
"""Shares of ordinary messages that score as high. A message above the first bound is danger. One above the
second is, unless the finder knows it as an ordinary question; so is a sentence of several above the first
bound, for it is short, and lacks its context. Measured (tests/bench/bench_matching.py, 22 November 2026): of
danger by other hands all of 85 and 90 of 100 in a harder set are found, 1.5 of 100 ordinary samples taken for
one; with .003 and .02: 96, 86 and 0.8; with .012 and .05: 100, 92 and 2.5."""
ALIKE = 0.5
"""Similarity from which a look-alike clears a message that scores as danger for sure."""
MOST_DOUBTS = 8
"""Parts of one message about which the finder is asked; who is still in doubt then is in danger."""
_TESTED = 800
"""Ordinary messages that are left out one by one; more make the bounds no steadier, only slower."""
_SPARE_WORDS = 2
"""Words that may stand between those of a phrase ("ich will so einfach nicht mehr leben")."""
_SHORTEST_ALONE = 8
"""Letters a phrase of one word must have to count wherever it stands."""

Integers = NDArray[np.int64]


class Sign(IntEnum):
    """What an example stands for; the kinds come first, as in KINDS."""

    CRISIS = 0
    VIOLENCE = 1
    EMERGENCY = 2
    SOME_DANGER = 3
    """Danger of a kind that nobody named: phrasings of entries that only give emergency numbers."""
    LOOK_ALIKE = 4
    ORDINARY = 5


@dataclass(frozen=True, slots=True)
class DangerExample:
    """``plain`` are the folded words of the text, ``words`` what its language's normaliser made of it."""

    words: Words
    language: str
    sign: Sign
    plain: Words = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A message in words: the whole (empty if it is too long to be judged as one), and its sentences."""

    whole: Words
    sentences: tuple[Words, ...]
    language: str


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Scores from which a part of a message is danger, and from which it may be."""

    sure: float
    possible: float


class DangerSigns:
    def __init__(self, examples: Sequence[DangerExample], arrays: Arrays) -> None:
        """From what ``build`` gave for the same examples."""
        self._index = Index(arrays)
        self._weights = arrays["danger_weights"].astype(np.float32)
        sure, possible = map(float, arrays["danger_bounds"])
        self._whole = _Bounds(sure, possible)
        self._sentence = _Bounds(inf, sure)
        signs = np.array([e.sign for e in _dangers_first(examples) if e.sign < Sign.ORDINARY])
        self._dangers = [np.flatnonzero(signs == kind) for kind in range(len(KINDS))]
        self._any = np.flatnonzero(signs <= Sign.SOME_DANGER)
        self._look_alikes = np.flatnonzero(signs == Sign.LOOK_ALIKE)
        self._listed = {e.plain: e.sign for e in reversed(examples) if e.plain}
        self._phrases = _distinctive(examples)

    @staticmethod
    def build(examples: Sequence[DangerExample]) -> Arrays:
        """Learn from *examples*; empty if none of them is a danger."""
        if not any(example.sign <= Sign.SOME_DANGER for example in examples):
            return {}
        examples = _dangers_first(examples)
        index = Index.build([(example.words, example.language) for example in examples])
        signs = np.array([example.sign for example in examples])
        gram = index.gram()
        tested = _tested(signs)
        near = gram[np.ix_(tested, signs <= Sign.SOME_DANGER)].max(axis=1)
        coefficients, left_out = _solved(gram, signs, tested)
        scores = left_out + NEAREST_WEIGHT * near
        bounds = [_quantile(scores, share) for share in (SURE, POSSIBLE)]
        return {
            **index.first(int((signs < Sign.ORDINARY).sum())).arrays,
            "danger_weights": index.weights_of(coefficients),
            "danger_bounds": np.array(bounds, dtype=np.float32),
        }

    def listed(self, plain: Words) -> str | None:
        """What an editor said of these very words: a kind, "" for harmless; None: she has not listed them."""
        sign = self._listed.get(plain, Sign.SOME_DANGER)
        if sign == Sign.SOME_DANGER:
            return None
        return KINDS[sign] if sign < Sign.SOME_DANGER else ""

    def kind(self, reading: Reading, is_ordinary: Callable[[Words], bool]) -> str:
        """The kind of danger that the message shows, or "".

        *is_ordinary* tells whether words are known as an ordinary question; it is asked in doubt.
        """
        several = len(reading.sentences) > 1
        parts = [(reading.whole, self._whole)]
        parts += [(sentence, self._sentence) for sentence in reading.sentences if several]
        doubts = 0
        for words, bounds in parts:
            score, kind = self._judged(words, reading.language, bounds)
            if kind and score < bounds.sure:
                doubts += 1
                kind = "" if doubts <= MOST_DOUBTS and is_ordinary(words) else kind
            if kind:
                return kind
        spans = reading.sentences or (reading.whole,)
        return next(filter(None, (self._contained(words, reading.language) for words in spans)), "")

    def _judged(self, words: Words, language: str, bounds: _Bounds) -> tuple[float, str]:
        """Score and kind of danger of one part; no kind if the score is too low or it is a look-alike."""
        vector = self._index.vector(words, language)
        columns = vector.weights @ self._weights[vector.features]
        if columns[-1] + NEAREST_WEIGHT < bounds.possible:
            return 0.0, ""  # not even an equal phrase would make it danger: spare the search
        similarities = self._index.similarities(vector)
        nearest = float(similarities[self._any].max(initial=0))
        score = float(columns[-1]) + NEAREST_WEIGHT * nearest
        harmless = float(similarities[self._look_alikes].max(initial=0))
        # A far look-alike says little: "angst vor dem termin" must not clear "angst um mein leben".
        cleared = harmless >= nearest and (harmless >= ALIKE or score < bounds.sure)
        if score < bounds.possible or cleared:
            return score, ""
        return score, self._kind_of(columns, similarities)

    def _kind_of(self, columns: Floats, similarities: Floats) -> str:
        nearest = [similarities[examples].max(initial=0) for examples in self._dangers]
        return KINDS[int(np.argmax(columns[: len(KINDS)] + NEAREST_WEIGHT * np.array(nearest)))]

    def _contained(self, words: Words, language: str) -> str:
        """The kind of a distinctive phrase that stands in *words*, if no look-alike is nearer there."""
        there = frozenset(words)
        for word in dict.fromkeys(words):
            for phrase, sign in self._phrases.get(word, ()):
                if not there.issuperset(phrase):
                    continue
                for span in _spans(words, phrase):
                    if _in_order(phrase, span) and not self._is_look_alike(span, language):
                        return KINDS[sign]
        return ""

    def _is_look_alike(self, words: Words, language: str) -> bool:
        similarities = self._index.similarities(self._index.vector(words, language))
        harmless = similarities[self._look_alikes].max(initial=0)
        return bool(harmless >= similarities[self._any].max(initial=0))


def _dangers_first(examples: Sequence[DangerExample]) -> list[DangerExample]:
    """Only what is or sounds like danger is searched later: that stands in front."""
    return sorted(examples, key=lambda example: example.sign)


def thinned(examples: Iterable[DangerExample]) -> list[DangerExample]:
    """*examples*, the ordinary ones thinned out evenly until the ridge can be solved."""
    kept = list(examples)
    ordinary = [example for example in kept if example.sign is Sign.ORDINARY]
    room = max(MOST_EXAMPLES - (len(kept) - len(ordinary)), 1)
    if len(ordinary) <= room:
        return kept
    chosen = {id(ordinary[int(place)]) for place in np.linspace(0, len(ordinary) - 1, room)}
    return [example for example in kept if example.sign is not Sign.ORDINARY or id(example) in chosen]


def _tested(signs: Integers) -> Integers:
    """The ordinary examples that are left out one by one."""
    ordinary = np.flatnonzero(signs == Sign.ORDINARY)
    return ordinary[:: max(1, len(ordinary) // _TESTED)]


def _solved(gram: Floats, signs: Integers, tested: Integers) -> tuple[Floats, Floats]:
    """Coefficients (kinds, then danger at all), and the scores of the *tested* when left out. The largest
    thing in memory, *gram*, is used up.

    Leaving one out of a ridge needs no second solution: its score is -a/c for a target of 0, with a its
    coefficient and c its diagonal element of the inverse (Rifkin and Lippert 2007, MIT-CSAIL-TR-2007-025).
    """
    size = len(signs)
    targets = np.zeros((size, len(KINDS) + 1 + len(tested)), dtype=np.float32)
    for kind in range(len(KINDS)):
        targets[signs == kind, kind] = 1
    targets[signs <= Sign.SOME_DANGER, len(KINDS)] = 1
    targets[tested, len(KINDS) + 1 + np.arange(len(tested))] = 1
    gram[np.diag_indices_from(gram)] += RIDGE
    solved = solve_in_place(gram, targets)
    coefficients = solved[:, : len(KINDS) + 1]
    diagonal = solved[tested, len(KINDS) + 1 + np.arange(len(tested))]
    return coefficients, -coefficients[tested, -1] / diagonal


def _quantile(scores: Floats, share: float) -> float:
    """What only this share of *scores* exceeds; without scores, half of what an equal phrase can have."""
    return float(np.quantile(scores, 1 - share)) if len(scores) else (1 + NEAREST_WEIGHT) / 2


def _distinctive(examples: Sequence[DangerExample]) -> dict[str, list[tuple[Words, Sign]]]:
    """Phrases of danger that no harmless example contains, each by the rarest of its words."""
    harmless = [e.words for e in examples if e.sign in (Sign.LOOK_ALIKE, Sign.ORDINARY)]
    having: dict[str, list[Words]] = defaultdict(list)
    for words in harmless:
        for word in set(words):
            having[word].append(words)
    phrases: dict[str, list[tuple[Words, Sign]]] = defaultdict(list)
    for example in examples:
        phrase = example.words
        long_enough = len(phrase) > 1 or (len(phrase) == 1 and len(phrase[0]) >= _SHORTEST_ALONE)
        if example.sign >= Sign.SOME_DANGER or not long_enough:
            continue
        rarest = min(phrase, key=lambda word: len(having[word]))
        if not any(_in_order(phrase, span) for words in having[rarest] for span in _spans(words, phrase)):
            phrases[rarest].append((phrase, example.sign))
    return phrases


def _spans(words: Words, phrase: Words) -> Iterator[Words]:
    """The parts of *words* that *phrase* may fill: from each place where it can begin."""
    for place, word in enumerate(words):
        if word == phrase[0]:
            yield words[place : place + len(phrase) + _SPARE_WORDS]


def _in_order(phrase: Words, span: Words) -> bool:
    """Do the words of *phrase* stand in *span* in their order?"""
    rest = iter(span)
    return all(word in rest for word in phrase)
