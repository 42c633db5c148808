"""What can be told of a sentence without learning the knowledge base: its language, and a sign of danger.

Importing this is slow: commands that need no matcher must not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import corpus
from bot.core.matching.danger_lesson import Sign
from bot.core.matching.reading import Reader, build_reader, cleaned
from bot.core.matching.telling import TellingPhrases, telling
from bot.core.matching.watch import danger_texts


@dataclass(frozen=True, slots=True)
class Listener:
    """``phrases`` tell danger wherever they stand, for nothing harmless contains them."""

    reader: Reader
    phrases: TellingPhrases[Sign]

    def language(self, text: str) -> str:
        return self.reader.language(cleaned(text))

    def hears_danger(self, text: str, language: str) -> bool:
        words = self.reader.piece(cleaned(text), language).words
        return next(self.phrases.in_words(words), None) is not None


def build_listener(kb: KnowledgeBase, on: date) -> Listener:
    """A listener over *kb*; takes about three seconds."""
    every = corpus.read(kb, on)
    reader = build_reader(kb, every)
    texts = [
        (reader.piece(text, language or reader.language(text)).words, sign)
        for text, language, sign in danger_texts(kb, every)
    ]
    dangers = [(words, sign) for words, sign in texts if words and sign < Sign.SOME_DANGER]
    harmless = (words for words, sign in texts if sign > Sign.SOME_DANGER)
    tells = telling([words for words, _ in dangers], harmless)
    return Listener(reader, TellingPhrases([one for one, told in zip(dangers, tells, strict=True) if told]))
