"""Names of weekdays and months and number words, also misspelt, without umlauts or in dialect."""

from __future__ import annotations

from rapidfuzz.distance import OSA

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
    "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}
_SHORT_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}

_WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonntag": 6,
    "sonnabend": 5,
    # as spoken in the Ruhr area and the Münsterland, and in Low German and Dutch across the border
    "montach": 0, "mondach": 0, "mondag": 0, "maandag": 0, "maondag": 0,
    "dienstach": 1, "dinstach": 1, "dinsdag": 1, "dingsdag": 1,
    "midwoch": 2, "middeweke": 2, "woensdag": 2,
    "donnerstach": 3, "donnersdag": 3, "donnerdag": 3, "donderdag": 3, "dunnerdag": 3,
    "freitach": 4, "freidag": 4, "freidach": 4, "freedag": 4, "vrijdag": 4,
    "samstach": 5, "saoterdag": 5, "zaterdag": 5, "sonntach": 6, "sundag": 6, "zondag": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_NO_NAMES = frozenset({"montage", "dienste", "junge", "junges"})
"""Words of their own that are a slip away from a weekday or month."""
_SHORTEST = 5
"""Shorter words have too many neighbours: "mal" and "mai" are one letter apart."""

_MONTHS = {
    "januar": 1, "jan": 1, "jänner": 1, "februar": 2, "feb": 2,
    "märz": 3, "maerz": 3, "marz": 3, "merz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "juno": 6, "jun": 6, "juli": 7, "julei": 7, "jul": 7,
    "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10,
    "november": 11, "nov": 11, "dezember": 12, "dez": 12, "desember": 12,
}  # fmt: skip


def _spellings(word: str) -> tuple[str, ...]:
    """*word* with its umlauts as they are, as two letters, and left out."""
    doubled, bare = word, word
    for umlaut, two, one in (("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u"), ("ß", "ss", "s")):
        doubled, bare = doubled.replace(umlaut, two), bare.replace(umlaut, one)
    return tuple(dict.fromkeys((word, doubled, bare)))


def _cardinals() -> dict[int, str]:
    words = dict(enumerate((*_ONES, *_TEENS), start=1)) | _TENS
    words |= {
        ten + one: f"{word}und{words[ten]}" for ten in (20, 30, 40, 50) for one, word in enumerate(_ONES, 1)
    }
    return words


def _number_words() -> dict[str, int]:
    numbers = {spelling: n for n, word in _cardinals().items() for spelling in _spellings(word) if n > 1}
    # "neune" and "achte" are how hours are spoken.
    spoken = {f"{word}e": n for word, n in numbers.items() if n <= 12}
    return numbers | spoken | {"eins": 1, "zwo": 2}


def _ordinal_stems() -> dict[str, int]:
    stems = {}
    for n in range(1, 32):
        word = _SHORT_ORDINALS.get(n) or f"{_cardinals()[n]}{'t' if n < 20 else 'st'}"
        stems.update(dict.fromkeys(_spellings(word), n))
    return stems


NUMBERS = _number_words()
ARTICLES = ("ein", "eine", "einer", "einem", "einen", "ner", "nem", "nen")
"""One of a thing, as in "in ner woche"; "um einen" is no time."""
ORDINALS = _ordinal_stems()
"""Stems of ordinals up to 31: "dritt", "zwölft"; endings follow in the pattern."""


def number(written: str) -> int:
    """The value of digits, of a word of NUMBERS or of an article."""
    if written in ARTICLES:
        return 1
    return int(written) if written.isdigit() else NUMBERS[written]


def weekday_of(word: str) -> int | None:
    """The weekday (0 is Monday) that a lower-case word names, also with a slip or two; None if none.

    "mittwochs" names no day: it says what happens every week.
    """
    if word.endswith("s") and word[:-1] in _WEEKDAYS:
        return None
    return _nearest(word, _WEEKDAYS)


def month_of(word: str) -> int | None:
    """The month (1 to 12) that a lower-case word names, also with a slip; None if none."""
    return _nearest(word, _MONTHS)


def _nearest(word: str, names: dict[str, int]) -> int | None:
    """What *word* most likely names: one slip in short names, two in names of eight letters and more."""
    if word in names:
        return names[word]
    if len(word) < _SHORTEST or word in _NO_NAMES:
        return None
    found, best = None, 3
    for name, value in names.items():
        allowed = 2 if len(name) >= 8 and len(word) >= 7 else 1
        if len(name) < _SHORTEST or name[0] != word[0] or abs(len(name) - len(word)) > allowed:
            continue
        slips = OSA.distance(word, name, score_cutoff=allowed)
        if slips <= allowed and slips < best:
            found, best = value, slips
    return found
