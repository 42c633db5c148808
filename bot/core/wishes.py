"""Times of the day as people name them. (Words of the language stand here, not sentences.)"""

from __future__ import annotations

import re

_ASAP = frozenset(
    """egal jederzeit immer schnell schnellstmöglich sofort bald asap gleich möglichst heute
    frühestmöglich""".split()
)
_MORNINGS = frozenset("morgens vormittag vormittags früh frühmorgens vormittage".split())
_AFTERNOONS = frozenset("nachmittag nachmittags mittags abends abend spätnachmittag nachmittage".split())
_DENIED = re.compile(r"\b(nicht|nich|net|ned|kein\w*|nie|außer|ausser|ohne|statt)\b")
_FROM_HOUR = re.compile(r"\b(?:ab|nach|um|gegen)\s+(\d{1,2})(?:[:.]\d{2})?\s*(?:uhr)?\b")
_NOON = 12
_TOPICS = {
    "money": "geld miete mieten wohnung strom heizung zahlung überweisung regelsatz schulden mahnung",
    "appointment": "termin termine einladung",
    "work": "arbeit job stelle kurs maßnahme massnahme bewerbung ausbildung praktikum schule",
    "family": "kind kinder familie tochter sohn baby kita trennung unterhalt",
    "letter": "brief post schreiben bescheid formular antrag",
}
_TOPIC_OF = {word: topic for topic, words in _TOPICS.items() for word in words.split()}
_UNKNOWN = re.compile(r"\b(?:weiß|weiss|sage?) (?:ich |es )?(?:nicht|nich|net)\b|\bkeine ahnung\b")
_CORRECTION = re.compile(r"\s*(?:nein|stopp?|falsch|doch|quatsch|stimmt nicht|korrektur)\b")


def find_wish(text: str) -> str:
    """The wish that *text* names: asap, mornings, afternoons; empty if none, several or denied."""
    plain = text.casefold()
    if _DENIED.search(plain):
        return ""
    words = set(re.findall(r"[a-zäöüß]+", plain))
    found = {
        name
        for name, known in (("asap", _ASAP), ("mornings", _MORNINGS), ("afternoons", _AFTERNOONS))
        if words & known
    }
    hour = _FROM_HOUR.search(plain)
    if hour:
        found = {"mornings" if int(hour[1]) < _NOON else "afternoons"}
    found -= {"asap"} if len(found) > 1 else set()
    return found.pop() if len(found) == 1 else ""


def find_topic(text: str) -> str:
    """What a call shall be about, of the topics that the list offers; empty if none or several are named."""
    found = {_TOPIC_OF[word] for word in re.findall(r"[a-zäöüß]+", text.casefold()) if word in _TOPIC_OF}
    return found.pop() if len(found) == 1 else ""


def is_denied(text: str) -> bool:
    """Whether *text* says when it does not suit."""
    return _DENIED.search(text.casefold()) is not None


def says_unknown(text: str) -> bool:
    """Whether *text* says that somebody does not know, or would rather not say."""
    return _UNKNOWN.search(text.casefold()) is not None


def is_correction(text: str) -> bool:
    """Whether *text* begins as people do who set something right: "nein", "stopp", "falsch"."""
    return _CORRECTION.match(text.casefold()) is not None
