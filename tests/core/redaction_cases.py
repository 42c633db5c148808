"""Messages with something personal in them, made up from a seed, with what must not be left of each."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.core.redaction_makers import Chance, Made

Maker = Callable[[Chance], Made]


@dataclass(frozen=True, slots=True)
class Case:
    """A message, and each piece of it that must be gone."""

    text: str
    secrets: tuple[str, ...]


def cases(make: Maker, frames: tuple[str, ...], count: int, seed: int = 2026) -> list[Case]:
    """*count* messages: one of *frames* round what *make* makes, in any letters and with slips."""
    chance = random.Random(seed)
    return [_case(chance, *make(chance), chance.choice(frames)) for _ in range(count)]


def _case(chance: Chance, personal: str, secrets: tuple[str, ...], frame: str) -> Case:
    before, after = frame.split("{}")
    before = _misspelt(chance, before)
    text = before + personal + after
    letters = chance.choices((str, str.lower, str.upper), (55, 40, 5))[0]
    return Case(letters(text), tuple(map(letters, secrets)))


def _misspelt(chance: Chance, words: str) -> str:
    """Now and then two letters of a long word change places; cues have spellings of their own."""
    if chance.random() > 0.15:
        return words
    long = [match for match in re.finditer(r"[^\W\d_]{6,}", words) if match[0].lower() not in _KEPT]
    if not long:
        return words
    word = chance.choice(long)
    at = chance.randrange(word.start() + 1, word.end() - 2)
    return words[:at] + words[at + 1] + words[at] + words[at + 2 :]


_KEPT = frozenset("adresse anschrift geboren geburtsdatum geburtstag nazywam straße".split())
"""Cues: their slips stand in the frames."""


def left_of(case: Case, result: str | None) -> list[str]:
    """The secrets that can still be read in *result*."""
    readable = (result or "").casefold()
    return [secret for secret in case.secrets if _stands_in(secret.casefold(), readable)]


def _stands_in(secret: str, text: str) -> bool:
    """Digits anywhere, words as words: a short name may be part of another word."""
    if any(map(str.isdigit, secret)):
        return secret in text
    return re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text) is not None
