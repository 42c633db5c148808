"""Towns as people write them: name, district, postcode, misspelt; or a place outside the Kreis."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.core.knowledge import Office
from bot.core.matching.cues import DENIALS, ROUND_A_TOWN

LIKENESS = 82
"""Of 100: "bochold" and "gronnau" are above, "Rheine"/"Rhede" (73) and "Coesfeld"/"Raesfeld" (75) below."""
ELSEWHERE = "elsewhere"

_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")


def find_office(text: str, offices: Iterable[Office], fuzzy: bool = True) -> Office | str | None:
    """The office of the place that *text* names, ELSEWHERE for a postcode outside, None if unknown.

    Without *fuzzy* only exact names and postcodes count (for places inside longer sentences).
    """
    offices = tuple(offices)
    postcode = _POSTCODE.search(text)
    if postcode and sum(character.isdigit() for character in text) == len(postcode[0]):
        return _by_postcode(postcode[0], offices)
    words = _folded(text).split()
    if DENIALS & set(words):
        return None
    spans = {
        " ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)
    }
    names = [(_folded(name), office) for office in offices for name in (office.town, *office.districts)]
    # The longest name wins: "Bahnhof Reken" before "Reken".
    exact = [(name, office) for name, office in names if name in spans]
    if exact:
        return max(exact, key=lambda pair: len(pair[0]))[1]
    said = [word for word in words if word not in ROUND_A_TOWN]
    return _likeliest({" ".join(said)}, names) if fuzzy and len(said) <= 2 else None


def _by_postcode(postcode: str, offices: tuple[Office, ...]) -> Office | str | None:
    """None for one that differs by a slip of the finger from one of ours: it is asked once more."""
    known = {code: office for office in offices for code in office.postcodes}
    if postcode in known:
        return known[postcode]
    slips = any(OSA.distance(postcode, code) == 1 for code in known)
    return None if slips else ELSEWHERE


def _likeliest(spans: set[str], names: list[tuple[str, Office]]) -> Office | None:
    ranked = sorted(
        (
            (fuzz.ratio(span, name), office.id, office)
            for span in spans
            if len(span) >= 4
            for name, office in names
        ),
        key=lambda row: (-row[0], row[1]),
    )
    return ranked[0][2] if ranked and ranked[0][0] >= LIKENESS else None


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        text = text.replace(umlaut, plain)
    return re.sub(r"[^a-z]+", " ", text).strip()
