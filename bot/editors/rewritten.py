"""Two wordings of a text side by side: only the sentences that differ, with their new words marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from rich.text import Text

from bot.core.literal import literal
from bot.editors.sentences import borders


def rewritten(before: str, now: str) -> Iterator[tuple[str, str]]:
    """The sentences that differ: what stood there, and what stands there in its place ("": nothing).

    As many for as many stand one beside the other, as in a list of amounts.
    """
    old, new = _sentences(before), _sentences(now)
    for tag, start, end, begin, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = old[start:end], new[begin:last]
        if len(gone) == len(come):
            yield from (pair for pair in zip(gone, come, strict=True) if tag != "equal")
        else:
            yield " ".join(gone), " ".join(come)


def lines(before: str, now: str) -> Iterator[Text]:
    """The same for the terminal; no line if only gaps between sentences differ."""
    for old, new in rewritten(before, now):
        if old:
            yield Text("vorher: " if new else "weg:    ") + _marked(old, new)
        if new:
            yield Text("jetzt:  " if old else "dazu:   ") + _marked(new, old)


def _sentences(text: str) -> list[str]:
    parts = (text[start:end].strip() for start, end in pairwise(borders(text)))
    return [part for part in parts if part]


def _marked(text: str, other: str) -> Text:
    """*text* with the words in bold that *other* does not have; nothing is marked if that would be all."""
    words, others = literal(text).split(), literal(other).split()
    is_new = [True] * len(words)
    for start, _, size in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        is_new[start : start + size] = [False] * size
    style = "" if all(is_new) else "bold"
    return Text(" ").join(Text(word, style if new else "") for word, new in zip(words, is_new, strict=True))
