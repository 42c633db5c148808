"""Questions that ask the same, put together: by their words and, with an encoder, by their meaning.

Nothing of the knowledge base is needed, so it takes a second or two where learning takes minutes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.core.matching.index import Floats, Index
from bot.core.matching.likeness import WordLikeness
from bot.core.matching.meaning import Encoder
from bot.core.matching.normalise import Normaliser

ALIKE = 0.33
"""Mean likeness to a group from which a question belongs to it. Measured on 1,415 phrasings of 60 entries:
78 of 100 that are grouped stand with most of their own entry; from 0.40 on "gibt es Parkplätze?" and
"Parkplatz?" fall apart."""
ALIKE_BY_WORDS = 0.22
"""The same where the words decide alone (73 of 100)."""
MEANING_SHARE = 0.5
"""Of the likeness; with 0.3 or 0.7 the likest pairs were of the same entry as often, with 0 or 1 less."""
MOST = 4000
"""Questions that are compared, the newest: each with each, 64 MB."""
_BATCH = 64


def grouped(
    questions: Sequence[tuple[str, str]], encoder: Encoder | None = None, most: int = MOST
) -> list[list[int]]:
    """The positions of *questions* (text and language) in groups, each in their order.

    A question joins the group to which it is most alike on average, or begins a new one. So a further
    question at the end changes hardly anything before it. Those before the last *most* are left out.
    """
    skipped = max(0, len(questions) - most)
    likeness, bound = _likeness(questions[skipped:], encoder)
    group_of = np.zeros(len(likeness), dtype=np.int64)
    sizes: list[int] = []
    for position, row in enumerate(likeness):
        means = np.bincount(group_of[:position], row[:position], len(sizes)) / np.array(sizes or [1])
        best = int(means.argmax()) if sizes else 0
        if not sizes or means[best] < bound:
            best = len(sizes)
            sizes.append(0)
        sizes[best] += 1
        group_of[position] = best
    return [[int(one) + skipped for one in np.flatnonzero(group_of == group)] for group in range(len(sizes))]


def _likeness(questions: Sequence[tuple[str, str]], encoder: Encoder | None) -> tuple[Floats, float]:
    """How like each question is to each, 0 to 1, and from where on that is alike."""
    if not questions:
        return np.zeros((0, 0), dtype=np.float32), ALIKE
    normaliser = Normaliser()
    index = Index.build([(normaliser.words(text), language) for text, language in questions])
    words = WordLikeness(index).of(np.arange(index.size), index.size)
    if encoder is None:
        return words, ALIKE_BY_WORDS
    texts = [text for text, _ in questions]
    batches = [encoder.encode(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
    vectors = np.concatenate(batches).astype(np.float32)
    return (1 - MEANING_SHARE) * words + MEANING_SHARE * (vectors @ vectors.T), ALIKE
