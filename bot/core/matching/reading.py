"""Reads a text as the matcher wants it: its language, and its words in one spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.knowledge import KnowledgeBase, Language
from bot.core.matching.corpus import ANSWERED, Corpus
from bot.core.matching.language import LANGUAGES, LanguageFinder
from bot.core.matching.normalise import Normaliser, Words, fold
from bot.core.matching.spelling import Spelling

LONGEST_TEXT = 4096
"""Telegram's own limit; what is longer is cut."""
_MOST_MENDED = 12
"""Unknown words of one text that are looked up; a text with more is not misspelt, but something else."""


def cleaned(text: str) -> str:
    """*text* within the limit and without halves of characters, which some phones send."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Reader:
    normalisers: Mapping[str, Normaliser]
    languages: LanguageFinder
    spellings: Mapping[str, Spelling]
    right_words: frozenset[str]
    """All words that are spelt right, in any language."""

    def language(self, text: str, hint: str = "") -> str:
        return self.languages.language(text, tuple(fold(text).split()), hint)

    def words(self, text: str, language: str) -> Words:
        return self.normalisers[language].words(text)

    def knows_any(self, words: Words, language: str) -> bool:
        """Is one of *words* known in *language*, or in any if nobody asks in that language?"""
        spelling = self.spellings.get(language)
        return any(spelling.is_known(word) if spelling else word in self.right_words for word in words)

    def mended(self, words: Words, language: str) -> Words:
        """*words* with typing errors mended; the same object if there is nothing to mend."""
        spelling = self.spellings.get(language)
        if spelling is None:
            return words
        unknown = [word for word in dict.fromkeys(words) if not spelling.is_known(word)][:_MOST_MENDED]
        better = {word: spelling.mended(word) for word in unknown}
        return tuple(better.get(word, word) for word in words) if unknown else words


def build_reader(kb: KnowledgeBase, corpus: Corpus) -> Reader:
    """A reader that knows the words of *kb*."""
    normalisers = _normalisers(kb)
    counts: dict[str, Counter[str]] = {}
    vocabulary: dict[str, set[str]] = {}
    for example in corpus.examples:
        code = example.language
        if code in normalisers and example.of.kind in ANSWERED:
            counts.setdefault(code, Counter()).update(normalisers[code].words(example.text))
            vocabulary.setdefault(code, set()).update(fold(example.text).split())
    guard = _right_words(kb).union(*counts.values())
    return Reader(
        normalisers=normalisers,
        languages=LanguageFinder({code: frozenset(words) for code, words in vocabulary.items()}),
        spellings={code: Spelling(found, guard) for code, found in counts.items()},
        right_words=guard,
    )


def _normalisers(kb: KnowledgeBase) -> Mapping[str, Normaliser]:
    """One for each language: its own replacements; the fillers of all (people greet as they like)."""
    fillers = tuple(filler for language in kb.languages.values() for filler in language.fillers)
    return {
        code: Normaliser(Language(kb.languages.get(code, Language()).replacements, fillers))
        for code in LANGUAGES
    }


def _right_words(kb: KnowledgeBase) -> frozenset[str]:
    """Words that are spelt right though no entry is asked for with them: answers, small talk, danger."""
    texts = [text for entry in kb.entries for text in (entry.answer, entry.simple)]
    texts += [phrase for talk in kb.smalltalk for phrase in talk.phrases]
    texts += [text for by_language in kb.safety.look_alikes.values() for text in by_language]
    texts += [
        text for kind in kb.safety.phrases.values() for by_language in kind.values() for text in by_language
    ]
    texts += [text for in_one_language in kb.none.values() for text in in_one_language]
    return frozenset(word for text in texts for word in fold(text).split())
