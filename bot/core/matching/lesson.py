"""What a shelf learns from its examples: all of them anew, or only what has changed.

To learn all anew takes a minute, for each example changes what all others say. After a few changes that is
nearly nothing: then what is new can be learnt by itself in a second, and the rest when there is time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.amend import Learnt, amended
from bot.core.matching.corpus import Class, Corpus, Example
from bot.core.matching.index import Arrays, Floats, Index, Integers
from bot.core.matching.meaning import MEANINGS, Meanings, Sentences
from bot.core.matching.reading import Piece, Reader
from bot.core.matching.remembered import are_few, digest
from bot.core.matching.score import solve, targets_of

MOST_EXAMPLES = 24_000
"""Of one group of languages that are learnt: what is to be solved takes more than a gigabyte then. Of more,
some are known as the nearest example only."""
_NAME = 16
"""Bytes of the name of an example."""


@dataclass(frozen=True)
class Lesson:
    """Examples, each with the language in which a *reader* reads it and the number of its class.

    *sentences* encode them; without, their words are all there is.
    """

    rows: Sequence[tuple[Example, str]]
    labels: tuple[int, ...]
    classes: tuple[Class, ...]
    reader: Reader
    sentences: Sentences | None

    @property
    def kind(self) -> str:
        """What another lesson must have in common, so that this can amend it: engine and reader."""
        return f"{'meaning' if self.sentences else 'words'}-{self.reader.version[:12]}"

    @property
    def key(self) -> str:
        """A name that no other lesson of the same reader has."""
        return digest([*map(str, self.classes), *(name.hex() for name in self._names)])

    def learnt(self) -> Arrays:
        """All of it anew."""
        pieces = self._pieces(range(len(self.rows)))
        index = Index.build([(piece.told, piece.language) for piece in pieces])
        meanings = None
        if self.sentences is not None and pieces:
            meanings = Meanings(Meanings.build(self.sentences.of_examples(_typed(pieces))))
        nothing = np.zeros((index.size, len(self.classes)), np.float32)
        return self._arrays(self._solved(Learnt(index, meanings, nothing)))

    def amended(self, before: Arrays) -> Arrays | None:
        """What was learnt *before* with the few changes since then, nearly; None if they are too many."""
        numbers = {name.tobytes(): number for number, name in enumerate(before.get("texts", ()))}
        there = np.array([numbers.get(name, -1) for name in self._names], dtype=np.int64)
        fresh = np.flatnonzero(there < 0)
        gone = np.setdiff1d(np.arange(len(numbers)), there)
        if not are_few(len(fresh) + len(gone), len(numbers)):
            return None
        with suppress(np.linalg.LinAlgError):  # equal texts in single precision: then all is learnt anew
            return self._amended(before, there, fresh, gone)
        return None

    def _amended(self, before: Arrays, there: Integers, fresh: Integers, gone: Integers) -> Arrays:
        """*there* are the numbers *before* of today's examples, -1 of those that are *fresh*."""
        pieces = self._pieces(fresh.tolist())
        told = [(piece.told, piece.language) for piece in pieces]
        vectors = self.sentences.of_examples(_typed(pieces)) if self.sentences else None
        # First all examples together, those that were there and behind them the new ones.
        together = np.append(np.arange(len(before["texts"])), np.full(len(fresh), -1))
        there[fresh] = np.flatnonzero(together < 0)
        learnt = self._learnt(before).changed(together, told, vectors)
        weights = np.ones(len(together), dtype=np.float32)
        weights[there] = self._weights
        targets = targets_of([self.labels[number] for number in fresh], len(self.classes))
        found = amended(learnt, weights, there[fresh], targets, gone)
        return self._arrays(replace(learnt, coefficients=found).changed(there))

    def _learnt(self, before: Arrays) -> Learnt:
        """What was learnt *before*, with the classes of today; new ones have learnt nothing yet."""
        numbers = {name.tobytes(): number for number, name in enumerate(before["classes"])}
        columns = np.array([numbers.get(_name(str(one)), -1) for one in self.classes])
        coefficients: Floats = before["coefficients"].astype(np.float32)[:, columns]
        coefficients[:, columns < 0] = 0
        return Learnt(Index(before), Meanings(before) if MEANINGS in before else None, coefficients)

    @cached_property
    def _names(self) -> list[bytes]:
        """One for each example; two examples of the same text have two names."""
        seen: Counter[str] = Counter()
        names = []
        for example, code in self.rows:
            told = f"{example.text} {code} {example.weight} {example.of}"
            names.append(_name(f"{told} {seen[told]}"))
            seen[told] += 1
        return names

    @property
    def _weights(self) -> Floats:
        return np.array([example.weight for example, _ in self.rows], dtype=np.float32)

    def _pieces(self, numbers: Sequence[int]) -> list[Piece]:
        rows = (self.rows[number] for number in numbers)
        return [self.reader.piece(example.text, code) for example, code in rows]

    def _arrays(self, learnt: Learnt) -> Arrays:
        return {
            **learnt.index.arrays,
            **(learnt.meanings.arrays if learnt.meanings else {}),
            "coefficients": learnt.coefficients,
            "texts": _as_array(self._names),
            "classes": _as_array([_name(str(one)) for one in self.classes]),
        }

    def _solved(self, learnt: Learnt) -> Learnt:
        """The same with the ridge's coefficients; of too many examples some are learnt, spread evenly, and
        the others have none."""
        size = learnt.index.size
        chosen = np.linspace(0, size - 1, min(size, MOST_EXAMPLES)).astype(np.int64)
        found = learnt.coefficients.copy()
        if len(chosen):
            labels = [self.labels[number] for number in chosen]
            weights = self._weights[chosen].tolist()
            found[chosen] = solve(learnt.likeness(chosen), labels, len(self.classes), weights)
        return replace(learnt, coefficients=found)


def lesson_of(
    corpus: Corpus, rows: Sequence[tuple[Example, str]], reader: Reader, sentences: Sentences | None
) -> Lesson:
    """The lesson of these *rows* of *corpus*: its classes are those that have an example among them."""
    present = {example.of for example, _ in rows}
    classes = tuple(a_class for a_class in corpus.classes if a_class in present)
    numbers = {a_class: number for number, a_class in enumerate(classes)}
    return Lesson(rows, tuple(numbers[example.of] for example, _ in rows), classes, reader, sentences)


def _typed(pieces: Sequence[Piece]) -> list[str]:
    return [piece.sentence for piece in pieces]


def _name(text: str) -> bytes:
    return bytes.fromhex(digest([text]))[:_NAME]


def _as_array(names: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(names), dtype=np.uint8).reshape(len(names), _NAME)
