"""Commands in words: whole messages such as "ruf mich an", only when sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum

from rapidfuzz import fuzz, process

from bot.core.matching.normalise import Normaliser, Words, fold

MOST_WORDS = 8
SHORTEST_NEAR = 5
"""Letters a text must have before a typing error in it is forgiven: "mehr" is not "meer"."""
NEAR = 90.0
"""Similarity in percent (rapidfuzz's ratio): one wrong letter in ten."""

_QUESTION_MARKS = re.compile(r"[?؟]")
_QUESTION_WORDS = {
    "de": """wer was wie wo wann warum wieso weshalb welche welcher welches welchen wem wen wieviel wohin
        woher wofuer womit""",
    "en": "who what how where when why which",
    "tr": "ne nasil nerede neden nicin hangi kim",
    "pl": "kto co jak gdzie kiedy dlaczego czy czemu jaki jaka jakie",
    "ru": "кто что как где когда почему зачем можно какие какой",
    "uk": "хто що як де коли чому чи які який",
    "ar": "من ما ماذا كيف اين وين متي ليش لماذا هل شو",
}
# Verbs that may ask when they come first ("kann ich ..."), or leave out who acts ("kann nicht kommen").
_FIRST_VERBS = {
    "de": """kann kannst koennen koennte darf duerfen muss muessen soll sollen ist sind gibt gibts haben hat
        habt werde werden wird bekomme bekommt kriegt zahlt""",
    "en": "can could may must should is are do does will",
}
_TURKISH_PARTICLES = "mi mu miyim muyum misiniz musunuz"
_ASKING = frozenset(word for words in _QUESTION_WORDS.values() for word in words.split())
_PERHAPS_ASKING = frozenset(word for words in _FIRST_VERBS.values() for word in words.split())
_ASKING_AT_THE_END = frozenset(_TURKISH_PARTICLES.split())


class Asks(IntEnum):
    """How much a text looks like a question."""

    NOT = 0
    PERHAPS = 1
    SURELY = 2


def asks(text: str) -> bool:
    """Whether *text* looks like a question: a question mark, a question word or an asking verb first."""
    return _text_asks(text) is not Asks.NOT


class Commands:
    """``phrases``: command name -> language -> whole messages that mean it.

    A question is no command, unless an editor wrote that command as a question ("was weißt du über mich"):
    a phrase must look like a question at least as much as the text.
    """

    def __init__(
        self, phrases: Mapping[str, Mapping[str, Iterable[str]]], normalisers: Mapping[str, Normaliser]
    ) -> None:
        self._normalisers = normalisers
        self._phrases: dict[Words, tuple[str, Asks]] = {}
        for name, by_language in phrases.items():
            for language, texts in by_language.items():
                for text in texts:
                    for words in self._readings(text, language):
                        self._phrases.setdefault(words, (name, _phrase_asks(text)))
        self._long = {
            asks: {
                joined: name
                for words, (name, phrase_asks) in self._phrases.items()
                if len(joined := " ".join(words)) >= SHORTEST_NEAR and phrase_asks >= asks
            }
            for asks in Asks
        }

    def command(self, text: str, language: str) -> str:
        """The command that the whole of *text* gives, or ""."""
        if len(text.split()) > MOST_WORDS:
            return ""
        asks = _text_asks(text)
        for words in self._readings(text, language):
            name, phrase_asks = self._phrases.get(words, ("", Asks.NOT))
            if name and phrase_asks >= asks:
                return name
        return self._nearly(" ".join(fold(text).split()), asks)

    def _readings(self, text: str, language: str) -> list[Words]:
        """*text* as it stands, and without politeness and slang."""
        plain = tuple(fold(text).split())
        normaliser = self._normalisers.get(language)
        return [words for words in (plain, normaliser.words(text) if normaliser else ()) if words]

    def _nearly(self, joined: str, asks: Asks) -> str:
        if len(joined) < SHORTEST_NEAR:
            return ""
        near = process.extractOne(joined, self._long[asks].keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self._long[asks][near[0]] if near else ""


def _phrase_asks(phrase: str) -> Asks:
    words = fold(phrase).split()
    if _has_mark(phrase) or (words and (words[0] in _ASKING or words[-1] in _ASKING_AT_THE_END)):
        return Asks.SURELY
    return Asks.PERHAPS if words and words[0] in _PERHAPS_ASKING else Asks.NOT


def _text_asks(text: str) -> Asks:
    """Only the mark is sure: without it, "was" may be a typing error."""
    return Asks.SURELY if _has_mark(text) else min(_phrase_asks(text), Asks.PERHAPS)


def _has_mark(text: str) -> bool:
    return bool(_QUESTION_MARKS.search(text))
