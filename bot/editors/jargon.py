"""Official words in an answer, and whether the answer says what they mean."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.editors.sentences import borders

_MARK = r"[*\"“”„»«]*"
_ARTICLE = r"(?:das|dem|den|der|des|die|ein|eine|einem|einen|einer|Ihr|Ihre|Ihrem|Ihren|Ihrer)"

_EXPLAINED_AFTER = re.compile(
    rf"{_MARK}\s*\("  # Bedarfsgemeinschaft (alle, die zusammen wirtschaften)
    rf"|{_MARK}\s*[,–]\s*(?:also|das heißt|d\. ?h\.|{_ARTICLE})\b"  # Bescheid, dem Brief mit der ...
    rf"|{_MARK}:\s"  # in a list: the word, then what it is
    rf"|{_MARK}\s+(?:ist|sind)\s+(?:{_ARTICLE}|alle|mehrere|kein|keine|wenn|Geld|Menschen)\b",
    re.IGNORECASE,
)
_EXPLAINED_BEFORE = re.compile(
    rf"\([^()\n]*$"  # alle im Haushalt (Bedarfsgemeinschaft)
    rf"|[,:–]\s+(?:also\s+)?{_ARTICLE}\s+{_MARK}$"  # einen festen Betrag, den Regelbedarf
    rf"|\bsogenannte\w*\s+{_MARK}$",
    re.IGNORECASE,
)
_SAYS_WHAT_IT_MEANS = re.compile(r"\b(?:heißt|heißen|bedeutet|bedeuten|meint|nennt|nennen|genannt|bilden)\b")
_NEXT_SAYS_IT = re.compile(
    r"\s*(?:Das|Dies|Dazu|Damit|So)\s+(?:ist|sind|gehör\w+|heißt|heißen|bedeutet|nennt)\b"
)


def unexplained(text: str, word: str) -> int | None:
    """Where the official *word* first stands in *text*; None if it does not or is explained somewhere.

    Endings count as the word ("Bescheide"), and so does a way of writing it with hyphens.
    """
    found = [*_pattern(word).finditer(text)]
    if not found or any(_is_explained(text, one.start(), one.end()) for one in found):
        return None
    return found[0].start()


@lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str]:
    letters = "-?".join(map(re.escape, word.replace("-", "")))
    return re.compile(rf"(?<![\w-]){letters}(?:e|en|er|es|n|s)?(?![\w-])", re.IGNORECASE)


def _is_explained(text: str, start: int, end: int) -> bool:
    found = borders(text)
    before, after = max(b for b in found if b <= start), min(b for b in found if b >= end)
    return bool(
        _EXPLAINED_AFTER.match(text, end)
        or _EXPLAINED_BEFORE.search(text[before:start])
        or _SAYS_WHAT_IT_MEANS.search(text, before, after)
        or _NEXT_SAYS_IT.match(text, after)
    )
