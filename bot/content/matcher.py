"""The finder for a knowledge base, with all that is installed and all that was learnt before.

Importing this is slow: commands that need no finder must not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.content.index_cache import IndexCache
from bot.core.knowledge import KnowledgeBase
from bot.core.matching.finder import KnowledgeFinder, build
from bot.core.matching.meaning import installed_encoder


def finder_of(kb: KnowledgeBase, on: date, cache_folder: Path) -> KnowledgeFinder:
    """The finder of the bot; quick when the cache knows this knowledge base."""
    return build(kb, on, IndexCache(cache_folder), installed_encoder())
