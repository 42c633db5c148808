"""The commonest words of each language: nobody misspelt them, whatever the knowledge base knows beside.

Without them "nachlesen" was mended to "nachweisen" and "eingesetzt" to "beigesetzt".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import wordfreq

from bot.core.matching.language import LANGUAGES
from bot.core.matching.normalise import fold

COUNT = 5_000
"""Of each language. Among rarer ones stand ways in which people misspell: with 20,000 typing errors cost
a quarter of a point more."""


@lru_cache(maxsize=1)
def common_words() -> Mapping[str, frozenset[str]]:
    """By language, folded; read once in a process (under a tenth of a second)."""
    known = wordfreq.available_languages("small")
    found = {code: _commonest(code) for code in LANGUAGES if code in known}
    for kept in (wordfreq.get_frequency_list, wordfreq.top_n_list):
        kept.cache_clear()  # the rarer words of all languages: thirty megabytes that nobody asks for again
    return found


def _commonest(language: str) -> frozenset[str]:
    words = wordfreq.top_n_list(language, COUNT, wordlist="small")
    return frozenset(part for word in words for part in fold(word).split())
