"""The fingerprint of a wording: what a signature stands for, and by which a later change shows.

It guards against slips, not against forgery: whoever may write the files may also sign in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from bot.core.knowledge import Entry, Signature

DIGITS = 12
"""Hexadecimal, of a signature: two wordings of one entry share them once in 10^14."""


def of_entry(entry: Entry) -> str:
    """The fingerprint of all that a citizen reads of *entry*, and of the buttons that it offers.

    Left out is what may change under a signed text: its dates (also from when to when it is given), its
    neighbours, how people ask for it, and what ``{names}`` stand for: amounts and numbers are checked and
    dated where they stand, else every answer would lose its signature at New Year.
    """
    sources = (part for source in entry.sources for part in (source.title, source.url))
    texts = (entry.question, entry.label, entry.answer, entry.simple)
    return fingerprint(entry.id, texts, entry.actions, (entry.legal_basis,), sources)


def fingerprint(entry_id: str, *groups: Iterable[str]) -> str:
    """DIGITS digits over an id and groups of texts; a text that moves to another group counts as a change."""
    told = sha256(entry_id.encode())
    for group in groups:
        told.update(b"[")
        for text in group:
            written = text.encode()
            told.update(len(written).to_bytes(8) + written)
    return told.hexdigest()[:DIGITS]


def signed(entry: Entry, signature: Signature | None) -> Entry:
    """*entry* with what is written under it: approved if the signature was given to this wording."""
    if signature is None:
        return entry
    if signature.text == of_entry(entry):
        return replace(entry, approved_by=signature.name, approved_on=signature.on)
    return replace(entry, lapsed=signature)
