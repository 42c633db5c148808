"""What texts mean, as vectors: near to each other if they say the same, in whatever words or language.

The encoder is the multilingual sentence encoder of Yang et al. 2019 (arXiv:1907.04307). Without it the
lexical index is complete; with it a question is found that shares no word with any example.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.index import Arrays, Floats
from bot.core.matching.remembered import Cache, digest

AXES = 128
"""Directions in which vectors are compared: those in which the examples differ most. All 512 cost four times
the memory and the time, and are right in 0.1 of 100 questions more."""
MEANINGS = "meanings"
"""Name of the array that only an index with meanings has."""
VECTORS = "sentences"
"""The kind as which a cache keeps vectors, each by the name of the text that was encoded: beside the encoder
they depend on nothing else."""
_LONGEST = 600
"""Letters of one text that are encoded; what comes later changes its meaning little."""
_KEY = "vectors"
_ON_DISK = 60_000
"""Examples whose vectors are kept; above, only those of the newest build that read most of them."""


class Encoder(Protocol):
    def encode(self, texts: Sequence[str]) -> Floats:
        """A vector of length 1 for each text; there may be thousands."""


class Sentences:
    """An encoder that remembers: the parts of a message while it is read, and on disk the examples."""

    def __init__(self, encoder: Encoder, cache: Cache | None = None) -> None:
        self._encoder = encoder
        self._cache = cache
        self._recent: dict[str, Floats] = {}
        self._kept: dict[bytes, Floats] = {}
        self._asked: set[bytes] = set()
        self._grown = False

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Vectors (texts, size) of parts of a message; what is missing is encoded in one go."""
        known = self._recent
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        self._recent = known = {**known, **self._encoded(missing)}
        return np.array([known[text] for text in texts], dtype=np.float32)

    def forget(self) -> None:
        """The message is read: nothing of it stays."""
        self._recent = {}

    def of_examples(self, texts: Sequence[str]) -> Floats:
        """Vectors (texts, size) of examples; only those that no build before has seen are encoded."""
        if not self._kept:
            self._kept = self._read()
        texts = [text[:_LONGEST] for text in texts]
        names = [bytes.fromhex(digest([text])) for text in texts]
        missing = {text: name for text, name in zip(texts, names, strict=True) if name not in self._kept}
        for text, vector in self._encoded(list(missing)).items():
            # As exact as on disk, so that the first build learns the same as the next.
            self._kept[missing[text]] = vector.astype(np.float16).astype(np.float32)
        self._grown = self._grown or bool(missing)
        self._asked.update(names)
        return np.array([self._kept[name] for name in names], dtype=np.float32)

    def keep(self) -> None:
        """End of a build: what is new goes to the disk, and memory is free again."""
        many = len(self._kept) > _ON_DISK and 2 * len(self._asked) > len(self._kept)
        kept = {name: vector for name, vector in self._kept.items() if not many or name in self._asked}
        if self._cache is not None and self._grown:
            names = np.frombuffer(b"".join(kept), dtype=np.uint8).reshape(len(kept), -1)
            self._cache.put(VECTORS, _KEY, {"names": names, "vectors": np.array(list(kept.values()), "f2")})
        self._kept, self._asked, self._grown = {}, set(), False

    def _read(self) -> dict[bytes, Floats]:
        arrays = self._cache.get(VECTORS, _KEY) if self._cache is not None else None
        if arrays is None:
            return {}
        vectors = arrays["vectors"].astype(np.float32)
        return {name.tobytes(): vector for name, vector in zip(arrays["names"], vectors, strict=True)}

    def _encoded(self, texts: Sequence[str]) -> dict[str, Floats]:
        if not texts:
            return {}
        vectors = np.asarray(self._encoder.encode([text[:_LONGEST] for text in texts]), dtype=np.float32)
        return dict(zip(texts, vectors, strict=True))


class Meanings:
    """The meanings of a set of examples, seen from their middle."""

    def __init__(self, arrays: Arrays) -> None:
        """From what ``build`` gave."""
        self._middle = arrays["middle"].astype(np.float32)
        self._axes = arrays["axes"].astype(np.float32)
        self._vectors = arrays[MEANINGS].astype(np.float32)

    @staticmethod
    def build(vectors: Floats) -> Arrays:
        """From the examples' vectors (examples, size)."""
        middle = vectors.mean(axis=0)
        axes = directions(vectors - middle, AXES)
        return {"middle": middle, "axes": axes, MEANINGS: _placed(vectors, middle, axes)}

    @property
    def arrays(self) -> Arrays:
        """Everything needed to have them again without building."""
        return {"middle": self._middle, "axes": self._axes, MEANINGS: self._vectors}

    def changed(self, there: NDArray[np.int64], fresh: Floats | None = None) -> Meanings:
        """Those of other examples: each has the number in *there* that it has here, -1 if it is the next of
        the *fresh* vectors (new examples, size). All are seen from the same middle as here."""
        vectors = self._vectors[there]
        if fresh is not None and len(fresh):
            vectors[there < 0] = _placed(fresh, self._middle, self._axes)
        return Meanings({**self.arrays, MEANINGS: vectors})

    def similarities(self, vectors: Floats) -> Floats:
        """How near in meaning each example is to the texts with these vectors (texts, size), 0.14 to 1."""
        return _nearness(_placed(vectors, self._middle, self._axes) @ self._vectors.T)

    def likeness(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
        """How near in meaning the examples *rows* are to the examples *columns*."""
        return _nearness(self._vectors[rows] @ self._vectors[columns].T)


def directions(vectors: Floats, most: int) -> Floats:
    """The directions (size, *most*) in which *vectors* (texts, size) are longest, the longest first."""
    exact = vectors.astype(np.float64)
    _, axes = np.linalg.eigh(exact.T @ exact)
    return np.asarray(axes[:, ::-1][:, :most], dtype=np.float32)


def _placed(vectors: Floats, middle: Floats, axes: Floats) -> Floats:
    """Vectors of length 1 along the *axes*, seen from the *middle*; nothing where they lie in it."""
    placed = (vectors - middle) @ axes
    lengths = np.linalg.norm(placed, axis=1, keepdims=True)
    return np.asarray(placed / np.where(lengths > 1e-6, lengths, 1), dtype=np.float32)


def _nearness(cosines: Floats) -> Floats:
    """An exponential kernel: what is far counts less than in proportion (in place)."""
    cosines -= 1
    return np.asarray(np.exp(cosines, out=cosines), dtype=np.float32)
