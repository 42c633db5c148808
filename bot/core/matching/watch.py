"""The watch for danger over a knowledge base: what it learns from, and how it reads a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.core.knowledge import KnowledgeBase
from bot.core.matching.calibrate import SUGGEST
from bot.core.matching.corpus import Corpus, Kind
from bot.core.matching.danger import KINDS, DangerExample, DangerSigns, Reading, Sign, thinned
from bot.core.matching.judge import Judge
from bot.core.matching.normalise import Words, fold
from bot.core.matching.reading import Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.sentences import LONGEST_QUESTION, sentences
from bot.core.matching.shelf import MAIN, group
from bot.core.matching.spelling import Spelling

MOST_SENTENCES = 60
"""Sentences of one message that are judged; with more, 4,096 letters would take too long."""
MOST_MENDED = 40
"""Unknown words of a message that are compared with the words of danger."""
_ONLY_EMERGENCY = ("emergency",)


@dataclass(frozen=True, slots=True)
class DangerWatch:
    signs: Mapping[str, DangerSigns]
    """By group of languages; empty where the knowledge base names no danger."""
    spellings: Mapping[str, Spelling]
    reader: Reader
    judge: Judge
    grave: frozenset[str]
    words: frozenset[str]
    """All words in which danger is told."""
    alone: frozenset[str]
    """Single words that were listed as signs of danger (folded)."""

    def kind(self, message: str, language: str) -> str:
        """The kind of danger that *message* shows, or ""."""
        signs = self.signs.get(group(language), self.signs.get(MAIN))
        if signs is None or self._is_a_mere_word(message):
            return ""
        plain = tuple(fold(message).split())
        listed = (known for one in self.signs.values() if (known := one.listed(plain)) is not None)
        word = next(listed, None)
        if word is not None:  # in whatever language a short text was taken to be
            return word
        parts = sentences(message, MOST_SENTENCES)
        as_one = len(parts) == 1 or len(message) <= LONGEST_QUESTION
        texts = [message, *parts] if as_one else ["", *parts]
        whole, *spans = self._mended([self.reader.words(text, language) for text in texts], language)
        if not as_one:  # in thousands of letters, what has no word of danger at all is not worth the time
            spans = [span for span in spans if not self.words.isdisjoint(span)]
        reading = Reading(whole, tuple(spans), language)
        return signs.kind(reading, lambda part: self._is_ordinary(part, language))

    def _is_a_mere_word(self, message: str) -> bool:
        """A surname or a short reply that only resembles danger; the listed words are signs all the same."""
        words = fold(message).split()
        return len(words) == 1 and words[0] not in self.alone

    def _mended(self, parts: list[Words], language: str) -> list[Words]:
        """*parts* with misspelt words of danger mended ("herz infakt")."""
        spelling = self.spellings.get(language)
        if spelling is None:
            return parts
        every = dict.fromkeys(word for part in parts for word in part)
        unknown = [word for word in every if not spelling.is_known(word)][:MOST_MENDED]
        mended = {word: spelling.mended(word) for word in unknown}
        return [tuple(mended.get(word, word) for word in part) for part in parts]

    def _is_ordinary(self, words: Words, language: str) -> bool:
        """Is this known as a question to an entry that does more than give emergency numbers?"""
        judged = self.judge.judged(words, language)
        return bool(judged.smalltalk) or (judged.confidence >= SUGGEST and judged.entry not in self.grave)


def build_watch(
    kb: KnowledgeBase, corpus: Corpus, reader: Reader, judge: Judge, cache: Cache | None
) -> DangerWatch:
    """The watch over *kb*; what takes long is kept in *cache*."""
    examples = danger_examples(kb, corpus, reader)
    own = {group(e.language) for e in examples if e.sign < Sign.SOME_DANGER} | {MAIN}
    signs = {name: _signs([e for e in examples if _group(e, own) == name], cache) for name in sorted(own)}
    return DangerWatch(
        signs={name: found for name, found in signs.items() if found is not None},
        spellings=_spellings(examples, reader),
        reader=reader,
        judge=judge,
        grave=_grave(kb),
        words=frozenset(word for e in examples if e.sign <= Sign.SOME_DANGER for word in e.words),
        alone=frozenset(_single_words(kb)),
    )


def _group(example: DangerExample, own: set[str]) -> str:
    name = group(example.language)
    return name if name in own else MAIN


def _signs(examples: list[DangerExample], cache: Cache | None) -> DangerSigns | None:
    examples = thinned(examples)
    rows = ((" ".join(e.words), e.language, e.sign.name) for e in examples)
    key = "danger-" + digest(part for row in rows for part in row)
    arrays = remembered(cache, key, lambda: DangerSigns.build(examples))
    return DangerSigns(examples, arrays) if arrays else None


def _single_words(kb: KnowledgeBase) -> Iterator[str]:
    for by_language in kb.safety.phrases.values():
        for phrases in by_language.values():
            yield from (words[0] for phrase in phrases if len(words := fold(phrase).split()) == 1)


def danger_examples(kb: KnowledgeBase, corpus: Corpus, reader: Reader) -> list[DangerExample]:
    """All examples that have words."""
    return [
        DangerExample(words, code, sign, tuple(fold(text).split()))
        for text, language, sign in _texts(kb, corpus)
        if (words := reader.words(text, code := language or reader.language(text)))
    ]


def _grave(kb: KnowledgeBase) -> frozenset[str]:
    """Entries that only give emergency numbers, as the safety texts do: who asks so needs them."""
    return frozenset(entry.id for entry in kb.entries if entry.actions == _ONLY_EMERGENCY)


def _texts(kb: KnowledgeBase, corpus: Corpus) -> Iterator[tuple[str, str, Sign]]:
    for kind, by_language in kb.safety.phrases.items():
        for language, phrases in by_language.items():
            yield from ((text, language, Sign(KINDS.index(kind))) for text in phrases)
    for language, texts in kb.safety.look_alikes.items():
        yield from ((text, language, Sign.LOOK_ALIKE) for text in texts)
    grave = _grave(kb)
    for example in corpus.examples:
        is_grave = example.of.kind is Kind.ENTRY and example.of.id in grave
        yield example.text, example.language, Sign.SOME_DANGER if is_grave else Sign.ORDINARY
    for by_language in kb.commands.values():
        for language, texts in by_language.items():
            yield from ((text, language, Sign.ORDINARY) for text in texts)


def _spellings(examples: list[DangerExample], reader: Reader) -> Mapping[str, Spelling]:
    """Mends to words of danger only, and nothing that is right or stands in a harmless example."""
    counts: dict[str, Counter[str]] = {}
    harmless: set[str] = set()
    for example in examples:
        if example.sign <= Sign.EMERGENCY:
            counts.setdefault(example.language, Counter()).update(example.words)
        elif example.sign is not Sign.SOME_DANGER:
            harmless.update(example.words)
    guard = reader.right_words | harmless
    return {language: Spelling(words, guard) for language, words in counts.items()}
