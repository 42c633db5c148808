"""Typed twins: every button can be typed, by its number, its words, or yes and no."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.core.talk import Choice, Session, World

LIKENESS = 88
"""Of 100; for labels of at least five letters: "vormitags" is "Vormittags"."""
_NUMBER = re.compile(r"^(?:nr\.?|nummer)?\s*(\d{1,2})\s*[.)]?$", re.IGNORECASE)
LONGEST_YES = 4
_THANKS = re.compile(r"\bdanke\b")
_TURNS = re.compile(r"\d|\b(nicht|nich|kein\w*|aber|doch|sondern|nur|erst|später|no|not|but)\b")
"""Words with which a yes is none."""
_NOT = re.compile(r"\b(nicht|kein\w*|nie|no|not)\b")


def exact(text: str, session: Session, world: World) -> Choice | None:
    """The choice of the newest offer whose number or label *text* is."""
    offers = session.offers
    number = _NUMBER.match(_latin(text.strip()))
    if number:
        position = int(number[1])
        return offers[position - 1] if 0 < position <= len(offers) else None
    wanted = plain(text)
    return next((c for c in offers if wanted and plain(world.label(c, session.locale)) == wanted), None)


def meant(text: str, session: Session, world: World) -> Choice | None:
    """The choice of the newest offer that *text* means, or None: a misspelt label, a part of one, yes, no.

    Inside a form a label within a longer text waits (``inside``): "freitag morgen um 9" is no [Morgen].
    """
    wanted, labels = plain(text), _labels(session, world)
    if not wanted or not labels:
        return None
    loose = _part(wanted, labels) if session.flow else _inside(wanted, labels)
    return _misspelt(wanted, labels) or loose or _yes_or_no(text, session.offers, world)


def inside(text: str, session: Session, world: World) -> Choice | None:
    """The one choice whose short label stands inside a short text: "am liebsten vormittags"."""
    return _inside(plain(text), _labels(session, world))


Labels = list[tuple[str, Choice]]


def _labels(session: Session, world: World) -> Labels:
    return [(plain(world.label(choice, session.locale)), choice) for choice in session.offers]


def _misspelt(wanted: str, labels: Labels) -> Choice | None:
    return _only(c for label, c in labels if len(label) >= 5 and fuzz.ratio(wanted, label) >= LIKENESS)


def _part(wanted: str, labels: Labels) -> Choice | None:
    """Some words of one label alone: "ich schreibe sie", "Geld"."""
    long_enough = len(wanted) >= 4 and not _NOT.search(wanted)
    return _only(c for label, c in labels if long_enough and f" {wanted} " in f" {label} ")


def _inside(wanted: str, labels: Labels) -> Choice | None:
    """A short label inside a short text, not denied: "am liebsten vormittags"."""
    if len(wanted.split()) > 6 or _NOT.search(wanted):
        return None
    short = [(label, c) for label, c in labels if len(label) >= 4 and len(label.split()) <= 2]
    return _only(c for label, c in short if f" {label} " in f" {wanted} ")


def _yes_or_no(text: str, offers: tuple[Choice, ...], world: World) -> Choice | None:
    command = world.finder.command(text) or _first_word(text, world)
    if command == "yes" and _THANKS.search(text.casefold()):
        return None  # "ok danke" may be a goodbye: nothing is sent or deleted by it
    return _only(choice for choice in offers if command and choice.means == command)


def _first_word(text: str, world: World) -> str:
    """The yes or no with which a short text begins ("ja alles weg"), unless the rest turns it round."""
    words = plain(text).split()
    if not 1 < len(words) <= LONGEST_YES or _TURNS.search(" ".join(words)) or world.finder.asks(text):
        return ""
    command = world.finder.command(words[0])
    return command if command in ("yes", "no") and words[0][0] in "jn" else ""


def _only(choices: Iterable[Choice]) -> Choice | None:
    found = list(choices)
    return found[0] if len(found) == 1 else None


def plain(text: str) -> str:
    """Letters and digits only, casefolded, without emoji, one space between words."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


def _latin(text: str) -> str:
    return "".join(
        str(unicodedata.digit(character)) if unicodedata.digit(character, None) is not None else character
        for character in text
    )
