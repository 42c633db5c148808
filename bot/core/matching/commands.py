"""Commands in words: whole messages such as "ruf mich an", only when sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from bot.core.matching.normalise import Normaliser, Words, fold

MOST_WORDS = 8
SHORTEST_NEAR = 5
"""Letters a text must have before a typing error in it is forgiven: "mehr" is not "meer"."""
NEAR = 90.0
"""Similarity in percent (rapidfuzz's ratio): one wrong letter in ten."""

_QUESTION_MARKS = re.compile(r"[?؟]")
# What a question begins with: question words, and in German and English verbs, which ask when they come
# first.
_QUESTION_WORDS = {
    "de": """wer was wie wo wann warum wieso weshalb welche welcher welches welchen wem wen wieviel
        wohin woher wofuer womit kann kannst koennen koennte darf duerfen muss muessen soll sollen ist sind
        gibt gibts habe haben hat habt werde werden wird bekomme bekommt kriege kriegt brauche zahlt""",
    "en": "who what how where when why which can could may must should is are do does will",
    "tr": "ne nasil nerede neden nicin hangi kim",
    "pl": "kto co jak gdzie kiedy dlaczego czy czemu jaki jaka jakie",
    "ru": "кто что как где когда почему зачем можно какие какой",
    "uk": "хто що як де коли чому чи які який",
    "ar": "من ما ماذا كيف اين وين متي ليش لماذا هل شو",
}
_QUESTION_BEGINNINGS = frozenset(word for words in _QUESTION_WORDS.values() for word in words.split())
_TURKISH_PARTICLES = "mi mu miyim muyum misiniz musunuz"
_QUESTION_ENDINGS = frozenset(_TURKISH_PARTICLES.split())


class Commands:
    """``phrases``: command name -> language -> whole messages that mean it."""

    def __init__(
        self, phrases: Mapping[str, Mapping[str, Iterable[str]]], normalisers: Mapping[str, Normaliser]
    ) -> None:
        self._normalisers = normalisers
        self._exact: dict[tuple[Words, bool], str] = {}
        for name, by_language in phrases.items():
            for language, texts in by_language.items():
                for text in texts:
                    for words in self._readings(text, language):
                        self._exact.setdefault((words, is_question(text)), name)
        self._near: dict[bool, dict[str, str]] = {True: {}, False: {}}
        for (words, asks), name in self._exact.items():
            joined = " ".join(words)
            if len(joined) >= SHORTEST_NEAR:
                self._near[asks][joined] = name

    def command(self, text: str, language: str) -> str:
        """The command that the whole of *text* gives, or "".

        A question is no command, unless an editor wrote that command as a question
        ("was wisst ihr über mich").
        """
        if len(text.split()) > MOST_WORDS:
            return ""
        asks = is_question(text)
        for words in self._readings(text, language):
            if (words, asks) in self._exact:
                return self._exact[words, asks]
        return self._nearly(" ".join(fold(text).split()), asks)

    def _readings(self, text: str, language: str) -> list[Words]:
        """*text* as it stands, and without politeness and slang."""
        plain = tuple(fold(text).split())
        normaliser = self._normalisers.get(language)
        return [words for words in (plain, normaliser.words(text) if normaliser else ()) if words]

    def _nearly(self, joined: str, asks: bool) -> str:
        if len(joined) < SHORTEST_NEAR:
            return ""
        near = process.extractOne(joined, self._near[asks].keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self._near[asks][near[0]] if near else ""


def is_question(text: str) -> bool:
    """Does *text* ask: by its mark, its first word or (Turkish) its last?"""
    words = fold(text).split()
    return (
        bool(_QUESTION_MARKS.search(text))
        or (bool(words) and words[0] in _QUESTION_BEGINNINGS)
        or (bool(words) and words[-1] in _QUESTION_ENDINGS)
    )
