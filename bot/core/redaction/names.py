"""Names of people: behind words that announce one, and first names that are on the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.redaction import cues
from bot.core.redaction.findings import Finding, Kind
from bot.core.redaction.first_names import ALSO_WORDS
from bot.core.redaction.message import Message

_FEW = 3
"""Words behind "LG": more of them are a sentence."""
_NEAR = 3
"""Words between a person and "heißt"."""

Span = tuple[int, int]
"""The places of the first and the last word of a name."""


def names(text: str, today: date) -> Iterator[Finding]:
    """All of them in *text*; a title ("Frau") stays, so that the question can be understood."""
    message = Message(text)
    for at in range(len(message.words)):
        for find in _FINDERS:
            for first, last in find(message, at):
                yield Finding(message.words[first].start, message.words[last].end, Kind.NAME)


def _introduced(message: Message, at: int) -> Iterator[Span]:
    """Behind "ich heiße", "mein Name ist": whatever can be a name."""
    first = _past(message, _behind(message, at, cues.INTRODUCTIONS), cues.FILLERS)
    if first is not None and message.can_be_name(first):
        yield first, message.end_of_name(first, open_end=True)


def _hinted(message: Message, at: int) -> Iterator[Span]:
    """Behind "hier ist", "ich bin die": what looks like a name."""
    first = _past(message, _behind(message, at, cues.HINTS), cues.FILLERS)
    if first is not None and message.looks_like_name(first):
        yield first, message.end_of_name(first)


def _labelled(message: Message, at: int) -> Iterator[Span]:
    """ "Name: ..." as in a form, or "Vorname ..." """
    first = at + 1
    if message.folded(at) not in cues.LABELS or first >= len(message.words):
        return
    sign = message.gap(first).strip()
    if sign in (":", "=", ":-") and message.can_be_name(first):
        yield first, message.end_of_name(first, open_end=True)
    elif not sign and _names_a_relative(message, first, apart=False):
        yield first, message.end_of_name(first)


def _titled(message: Message, at: int) -> Iterator[Span]:
    """Behind "Herr", "Frau Dr.": nearly every word."""
    title = message.folded(at)
    if title not in cues.TITLES or (at and title not in cues.MALE_TITLES and _is_somebodys(message, at)):
        return
    first = _past(message, at + 1, cues.TITLES | cues.ROLES | cues.NOBLE, signs=" .")
    if first is None or not message.can_be_name(first) or message.is_noun(first):
        return
    between = {message.folded(place) for place in range(at + 1, first)}
    is_address = message.folded(at - 1) not in cues.ARTICLES
    if between & cues.NOBLE and not is_address:
        return  # "die Frau von Gegenüber"
    has_plain_case = message.is_in_small_letters or not message.tells_by_capitals
    is_open = title in cues.OPEN_TITLES and is_address and has_plain_case and between <= cues.TITLES
    if is_open or message.looks_like_name(first) or message.looks_like_surname(first):
        yield first, message.end_of_name(first)


def _is_somebodys(message: Message, at: int) -> bool:
    """ "meine Frau", "die Familie" are no forms of address; ``_related`` looks at what follows them."""
    return message.folded(at - 1) in cues.BEFORE_A_RELATIVE


def _called(message: Message, at: int) -> Iterator[Span]:
    """ "mein Sohn heißt", "sie heißt" """
    if message.folded(at) not in cues.IS_CALLED:
        return
    before = {message.folded(place) for place in range(max(0, at - _NEAR), at)}
    first = _past(message, at + 1, cues.FILLERS)
    if first is None:
        return
    is_person = bool(before & cues.PERSONS) and message.can_be_name(first)
    if is_person or (before & cues.PRONOUNS and message.looks_like_name(first)):
        yield first, message.end_of_name(first, open_end=is_person)


def _related(message: Message, at: int) -> Iterator[Span]:
    """ "mein Sohn Max", "meine Kinder Max und Lena", "Sachbearbeiterin Kaya" """
    if message.folded(at) not in cues.PERSONS:
        return
    first = _past(message, at + 1, cues.TITLES, signs=" ,(:")
    if first is not None and message.folded(at) in cues.ROLES and _is_colleague(message, first):
        yield first, message.end_of_name(first)
        return
    while first is not None and _names_a_relative(message, first, apart=bool(message.gap(first).strip())):
        last = message.end_of_name(first)
        yield first, last
        first = _past(message, last + 1, cues.CONJUNCTIONS, signs=" ,")


def _names_a_relative(message: Message, at: int, apart: bool) -> bool:
    if not message.can_be_name(at) or message.is_first_name(at):
        return message.can_be_name(at)
    if message.folded(at) in ALSO_WORDS:
        has_plain_case = message.is_in_small_letters or not message.tells_by_capitals
        return message.is_capital(at) or (has_plain_case and message.has_case(at) and not apart)
    return not apart and message.looks_like_name(at)


def _is_colleague(message: Message, at: int) -> bool:
    """ "meine vermieterin müller": of relatives people tell the first name."""
    can_be = message.is_in_small_letters and message.can_be_name(at)
    return can_be and message.looks_like_surname(at) and not message.gap(at).strip()


def _signed(message: Message, at: int) -> Iterator[Span]:
    """ "LG ..." at the end"""
    if message.folded(at) not in cues.CLOSINGS:
        return
    first = _past(message, at + 1, cues.BEFORE_A_SIGNATURE, signs=" .,:!-–")
    last = len(message.words) - 1
    if first is None or last - first >= _FEW or message.is_noun(first):
        return
    if message.can_be_name(last) and all(map(message.can_be_part, range(first, last))):
        yield first, last


def _addressed(message: Message, at: int) -> Iterator[Span]:
    """ "Ayşe Hanım", "Mehmet Bey": the title stands behind."""
    if at and message.folded(at) in cues.TITLES_BEHIND and not message.gap(at).strip():
        before = at - 1
        if message.can_be_name(before) and message.is_capital(before):
            yield before, before


def _listed(message: Message, at: int) -> Iterator[Span]:
    """A first name anywhere, with the surname behind it; "St. Agnes" is a hospital."""
    if message.is_first_name(at) and message.folded(at - 1) not in cues.SAINTS:
        yield at, message.end_of_name(at)


_FINDERS = (
    _introduced,
    _hinted,
    _labelled,
    _titled,
    _called,
    _related,
    _signed,
    _addressed,
    _listed,
)
"""Each from the place of a cue, or of the name itself, to names."""


def _behind(message: Message, at: int, phrases: tuple[cues.Cue, ...]) -> int | None:
    """The place behind the longest of *phrases* that begins here, None if there is none."""
    for cue in phrases:
        if all(message.folded(at + step) in spellings for step, spellings in enumerate(cue)):
            return at + len(cue)
    return None


def _past(
    message: Message, at: int | None, fillers: frozenset[str], signs: str = " :,=-–\"'„“"
) -> int | None:
    """The first place from *at* on that is none of *fillers*, if only *signs* stand before it."""
    while at is not None and at < len(message.words) and not message.gap(at).strip(signs):
        if message.folded(at) not in fillers:
            return at
        at += 1
    return None
