"""A text as a sheet on which what was read is crossed out, so that nothing is read twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.core.appointments.words import ARTICLES, NUMBERS, ORDINALS

NOISE, TIME, DAY, WORD = "\ue000", "\ue001", "\ue002", "\ue003"
"""What crossed out text looks like to later patterns: no date at all, a clock time, a day, the rest."""
_UNDERSTOOD = frozenset({TIME, DAY, WORD})

_UNITS = r"""
    euro?s? eur € cent % prozent jahre?n? kinder\w* monate?n? wochen? tage?n? stunden? stdn? std\.? minuten?
    min sekunden? mal km kilometer kg kilo qm m² meter zimmer grad personen leute jährige?\w* seiten stück
    bewerbungen termine semester mann geschwister nächte schichten raten
"""
"""What is counted: a number before one of these is no hour and no day."""


def _longest_first(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_SHORTHANDS = {
    "<N>": rf"(?:\d{{1,2}}(?!\d)|{_longest_first(NUMBERS)}\b)",
    "<COUNT>": rf"(?:\d{{1,2}}(?!\d)|{_longest_first({*NUMBERS, *ARTICLES})}\b)",
    "<ORD>": _longest_first(ORDINALS),
    "<UNIT>": f"(?:{'|'.join(_UNITS.split())})(?!\\w)",
    "<UHR>": r"(?:uhr|urh|ur|uhrr)(?![^\W\d])",
    "<^>": r"(?<!\w)(?<!\d[.,:/-])",
    "<DAY>": DAY,
    "<TIME>": TIME,
    "ä": "(?:ä|ae|a)",
    "ö": "(?:ö|oe|o)",
    "ü": "(?:ü|ue|u)",
    "ß": "(?:ß|ss|s)",
    " ": r"\s{1,3}",
    "~": r"\s{0,3}",
}
"""In the order in which they are written out. ``<^>``: no word and no number goes on here."""


def pattern(written: str) -> re.Pattern[str]:
    """A regular expression for a sheet: a space is up to three gaps, ``~`` maybe none, umlauts as typed.

    Every repetition is bounded or looks at a short stretch only, so that reading takes time in proportion
    to the length of the text.
    """
    for short, long in _SHORTHANDS.items():
        written = written.replace(short, long)
    return re.compile(written)


_LEADING = pattern(f"\\b(?:am|um|den|dem|vom|der|für|ab)(?: (?:am|den|dem))?~(?=[{TIME}{DAY}{WORD}])")
_LEFT_ALONE = re.compile(r"(?<=\s)[,;.:-](?=\s|$)|(?<=[,;])\s{1,3}[,;.]")


def any_of(listed: str) -> str:
    """The pattern of any of the words listed: ``*`` stands for letters, ``_`` for a gap inside."""
    return rf"\b(?:{'|'.join(listed.split())})\b".replace("*", r"\w{0,20}").replace("_", " ")


class Sheet:
    """A citizen's ``text`` in lower case and plain digits; ``left`` is what nobody has read yet.

    Positions are the same in both and in the text as it was typed.
    """

    def __init__(self, typed: str) -> None:
        self._typed = unicodedata.normalize("NFC", typed)
        self.text = self.left = "".join(map(_plain, self._typed))
        self._says: dict[re.Pattern[str], bool] = {}

    def find(self, wanted: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The places of *wanted* in what is left; they may be crossed out while going on."""
        return wanted.finditer(self.left)

    def cross_out(self, start: int, end: int, mark: str) -> None:
        """What stands there was read as *mark*."""
        self.left = self.left[:start] + mark * (end - start) + self.left[end:]

    def put_back(self, start: int, end: int) -> None:
        """What stands there is left after all."""
        self.left = self.left[:start] + self.text[start:end] + self.left[end:]

    def cross_out_all(self, wanted: re.Pattern[str], mark: str) -> bool:
        """Cross out *wanted* wherever it stands; whether it stands anywhere."""
        crossed = wanted.sub(lambda match: mark * len(match[0]), self.left)
        found = crossed != self.left
        self.left = crossed
        return found

    def says(self, wanted: re.Pattern[str]) -> bool:
        """Whether *wanted* stands anywhere in the text, read already or not; looked up once."""
        if wanted not in self._says:
            self._says[wanted] = bool(wanted.search(self.text))
        return self._says[wanted]

    def before(self, start: int, letters: int = 40) -> str:
        """What is left just before a place; short, so that looking back costs nothing."""
        return self.left[max(0, start - letters) : start]

    def after(self, end: int, letters: int = 40) -> str:
        return self.left[end : end + letters]

    @property
    def rest(self) -> str:
        """The text as typed without what was understood and the little words that led there, on one line."""
        left = _LEADING.sub(lambda match: WORD * len(match[0]), self.left)
        kept = "".join(
            " " if mark in _UNDERSTOOD else typed for typed, mark in zip(self._typed, left, strict=True)
        )
        return " ".join(_LEFT_ALONE.sub(" ", kept).split()).strip(" ,;:-")


def _plain(character: str) -> str:
    """*character* as one lower-case character: digits of any script as 0-9, dashes as "-"."""
    if character.isdecimal():
        return str(unicodedata.digit(character))
    kind = unicodedata.category(character)
    if kind == "Pd" or character == "\u2212":
        return "-"
    if kind in ("Co", "Cf", "Zs", "Cc"):
        return " "
    if character in "\u066b\u06d4\uff0e":
        return "."
    if character in "\uff1a\u2236":
        return ":"
    lower = character.lower()
    return lower if len(lower) == 1 else character
