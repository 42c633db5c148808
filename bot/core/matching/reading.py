"""Reads a text as the matcher wants it: its language, its words in one spelling, its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.core.knowledge import KnowledgeBase, Language
from bot.core.matching.corpus import ANSWERED, Corpus
from bot.core.matching.language import LANGUAGES, LanguageFinder
from bot.core.matching.normalise import Normaliser, Words, fold, folded
from bot.core.matching.remembered import digest
from bot.core.matching.signs import Signs, build_signs
from bot.core.matching.spelling import Spelling

MAIN = "de"
"""The language in which every entry is written; texts that nobody named a language for are read so."""
LONGEST_TEXT = 4096
"""Telegram's own limit; what is longer is cut."""
_MOST_MENDED = 12
"""Unknown words of one text that are looked up; a text with more is not misspelt, but something else."""


Common = Mapping[str, frozenset[str]]
"""By language its commonest words, folded."""
_LETTERS = re.compile(r"[^\W\d_]+")


def cleaned(text: str) -> str:
    """*text* within the limit and without halves of characters, which some phones send."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Piece:
    """A text as it is compared: ``words`` by the index, ``sentence`` by its meaning."""

    words: Words
    sentence: str
    """The text in lower case; words that were replaced or mended are written as people write them."""
    language: str
    signs: Words = ()
    """What it tells of time, negation and roles, as words that nobody can type."""

    @property
    def told(self) -> Words:
        """Everything that the entries are compared by."""
        return self.words + self.signs


@dataclass(frozen=True, slots=True)
class Reader:
    normalisers: Mapping[str, Normaliser]
    signs: Mapping[str, Signs]
    languages: LanguageFinder
    spellings: Mapping[str, Spelling]
    right_words: frozenset[str]
    """All words that are spelt right, in any language."""
    written: Mapping[str, Mapping[str, str]]
    """By language how a folded word is written: "ae" is an umlaut in one word and none in another."""
    version: str
    """Changes with everything but the text itself that makes a ``piece``."""

    def language(self, text: str, hint: str = "") -> str:
        return self.languages.language(text, tuple(fold(text).split()), hint)

    def words(self, text: str, language: str) -> Words:
        return self.normalisers[language].words(text)

    def piece(self, text: str, language: str, better: Mapping[str, str] | None = None) -> Piece:
        """*text* with the usual short forms replaced, and its folded words where there are *better* ones."""
        better = better or {}
        normaliser, written = self.normalisers[language], self.written.get(language, {})
        words: list[str] = []
        parts = []
        for token in text.lower().split():
            typed = folded(token)
            meant = tuple(better.get(word, word) for one in typed for word in normaliser.meant(one))
            words += meant
            parts.append(token if meant == typed else " ".join(written.get(word, word) for word in meant))
        signs = self.signs[language].of(tuple(words))
        return Piece(normaliser.without_fillers(tuple(words)), " ".join(parts), language, signs)

    def mended_piece(self, text: str, language: str) -> Piece:
        """*text* with short forms replaced and typing errors mended."""
        return self.piece(text, language, self.better(text, language))

    def better(self, text: str, language: str) -> dict[str, str]:
        """The misspelt words of *text*, each with the word that was meant."""
        spelling = self.spellings.get(language)
        if spelling is None:
            return {}
        words = dict.fromkeys(self.words(text, language))
        unknown = [word for word in words if not spelling.is_known(word)][:_MOST_MENDED]
        return {word: better for word in unknown if (better := spelling.mended(word)) != word}


def build_reader(kb: KnowledgeBase, corpus: Corpus, common: Common = MappingProxyType({})) -> Reader:
    """A reader that knows the words of *kb*, and those that are *common* in a language."""
    normalisers = _normalisers(kb)
    counts: dict[str, Counter[str]] = {}
    vocabulary: dict[str, set[str]] = {}
    for example in corpus.examples:
        code = example.language
        if code in normalisers and example.of.kind in ANSWERED:
            counts.setdefault(code, Counter()).update(normalisers[code].words(example.text))
            vocabulary.setdefault(code, set()).update(fold(example.text).split())
    written = _as_written(kb, corpus)
    guard = _right_words(kb).union(*counts.values(), *common.values())
    return Reader(
        normalisers=normalisers,
        signs={code: build_signs(kb.languages.get(code, Language()).signs) for code in LANGUAGES},
        languages=LanguageFinder({code: frozenset(words) for code, words in vocabulary.items()}),
        spellings={code: Spelling(found, guard) for code, found in counts.items()},
        right_words=guard,
        written=written,
        version=digest(_short_forms(kb, written)),
    )


def _short_forms(kb: KnowledgeBase, written: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for code, language in sorted(kb.languages.items()):
        usual = written.get(code, {})
        yield from (f"{code} {filler}" for filler in language.fillers)
        yield from (f"{code} {name} {' '.join(ways)}" for name, ways in language.signs.items())
        for word, meant in language.replacements.items():
            spelt = (usual.get(one, one) for one in fold(meant).split())
            yield f"{code} {word} {' '.join(spelt)}"


def _as_written(kb: KnowledgeBase, corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """By language: folded word -> the way in which it is written most often, where that differs."""
    typed: dict[str, Counter[str]] = {}
    texts = [(example.language or MAIN, example.text) for example in corpus.examples]
    for by_language in (*kb.safety.phrases.values(), kb.safety.look_alikes):
        texts += [(code, text) for code, found in by_language.items() for text in found]
    for code, text in texts:
        typed.setdefault(code, Counter()).update(_LETTERS.findall(text.lower()))
    return {code: _most_written(words) for code, words in typed.items()}


def _most_written(words: Counter[str]) -> dict[str, str]:
    """Of words in one language, folded ones with the way they are written most often."""
    usual: dict[str, str] = {}
    for word in words:
        plain = " ".join(folded(word))
        if words[word] > words[usual.setdefault(plain, word)]:
            usual[plain] = word
    return {plain: word for plain, word in usual.items() if plain != word}


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
