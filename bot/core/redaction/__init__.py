"""A citizen's message without what points to a person, or nothing at all.

What people asked in vain is shown to editors, who need the question and nobody's name. Whatever is doubtful
goes: a word too much is no loss, a name is. What no rule can find is bounded by three more: long messages are
dropped here, few people see the rest, and it is deleted after a month.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from bot.core.phone import with_latin_digits
from bot.core.redaction.addresses import addresses
from bot.core.redaction.births import births
from bot.core.redaction.contacts import contacts
from bot.core.redaction.findings import PLACEHOLDER, Finding, hidden, replaced
from bot.core.redaction.names import names
from bot.core.redaction.numbers import long_numbers, numbers

LONGEST = 200
"""Characters of a message that may be kept: who writes more tells a story, and stories point to people."""

_FINDERS: tuple[Callable[[str, date], Iterable[Finding]], ...] = (
    numbers,
    contacts,
    births,
    addresses,
    names,
    long_numbers,
)
"""The surest ones first: where two find the same characters, the first one says what they are."""


def redacted(text: str, today: date) -> str | None:
    """*text* with placeholders such as "[Name]" or "[Telefon]" in place of what is personal.

    Digits of any script become 0-9, invisible characters and line breaks disappear. Redacting the result
    again changes nothing.

    Returns:
        None if nothing may be kept: over 200 characters, before or after, or no word besides placeholders.
    """
    if len(_legible(text)) > LONGEST:
        return None
    kept = without_personal(text, today)
    says_something = any(map(str.isalpha, PLACEHOLDER.sub("", kept)))
    return kept if says_something and len(kept) <= LONGEST else None


def without_personal(text: str, today: date) -> str:
    """The same for a text of any length that is not dropped."""
    plain, before = _legible(text), None
    while plain != before:  # what is gone may have stood between a cue and its name
        before, seen = plain, hidden(plain)
        plain = replaced(plain, [finding for find in _FINDERS for finding in find(seen, today)])
    return plain


def _legible(text: str) -> str:
    """As people see it: one form of each character, nothing invisible in the middle of a number."""
    composed = with_latin_digits(unicodedata.normalize("NFKC", text))
    seen = (character if _is_seen(character) else " " for character in composed if not _is_mark(character))
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


def _is_mark(character: str) -> bool:
    """Invisible, or a mark that NFKC could not compose with its letter."""
    return unicodedata.category(character) in ("Cf", "Mn", "Me")


def _is_seen(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
