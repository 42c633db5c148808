"""Typed twins: every button can be typed, by its number, its words, or yes and no."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from bot.core.talk import Choice, Session, World

LIKENESS = 88
"""Of 100; for labels of at least five letters: "vormitags" is "Vormittags"."""
_NUMBER = re.compile(r"^(?:nr\.?|nummer)?\s*(\d{1,2})\s*[.)]?$", re.IGNORECASE)
_NOT = re.compile(r"\b(nicht|kein\w*|nie|no|not)\b")


def meant(text: str, session: Session, world: World) -> Choice | None:
    """The choice of the newest offer that *text* means, or None."""
    offers = session.offers
    if not offers:
        return None
    number = _NUMBER.match(_latin(text.strip()))
    if number:
        position = int(number[1])
        return offers[position - 1] if 0 < position <= len(offers) else None
    wanted = plain(text)
    if not wanted:
        return None
    labels = [(plain(world.label(choice, session.locale)), choice) for choice in offers]
    return _by_words(wanted, labels) or _by_yes_or_no(text, offers, world)


def _by_words(wanted: str, labels: list[tuple[str, Choice]]) -> Choice | None:
    exact = [choice for label, choice in labels if label == wanted]
    if exact:
        return exact[0]
    near = [choice for label, choice in labels if len(label) >= 5 and fuzz.ratio(wanted, label) >= LIKENESS]
    if len(near) == 1:
        return near[0]
    # "am liebsten vormittags": a short label inside a short text, if it is the only one and not denied.
    if len(wanted.split()) > 6 or _NOT.search(wanted):
        return None
    inside = [
        c
        for label, c in labels
        if len(label) >= 4 and len(label.split()) <= 2 and f" {label} " in f" {wanted} "
    ]
    return inside[0] if len(inside) == 1 else None


def _by_yes_or_no(text: str, offers: tuple[Choice, ...], world: World) -> Choice | None:
    command = world.finder.command(text)
    if command not in ("yes", "no"):
        return None
    last = [choice.value.rsplit(":", 1)[-1] for choice in offers]
    return offers[last.index(command)] if command in last else None


def plain(text: str) -> str:
    """Letters and digits only, casefolded, without emoji, one space between words."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


def _latin(text: str) -> str:
    return "".join(
        str(unicodedata.digit(character)) if unicodedata.digit(character, None) is not None else character
        for character in text
    )
