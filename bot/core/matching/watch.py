"""The watch for danger over a knowledge base: what it learns from, and how it reads a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.knowledge import KnowledgeBase
from bot.core.matching.corpus import Corpus, Kind
from bot.core.matching.danger import KINDS, DangerExample, DangerSigns, Reading, Sign
from bot.core.matching.judge import Judge
from bot.core.matching.normalise import fold
from bot.core.matching.reading import Piece, Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.sentences import LONGEST_QUESTION, sentences
from bot.core.matching.spelling import Spelling

MOST_SENTENCES = 60
"""Sentences of one message that are judged; with more, 4,096 letters would take too long."""
MOST_MENDED = 40
"""Unknown words of a message that are compared with the words of danger."""
_ONLY_EMERGENCY = ("emergency",)


@dataclass(frozen=True, slots=True)
class DangerWatch:
    signs: DangerSigns | None
    """None where the knowledge base names no danger."""
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
        if self.signs is None or self._is_a_mere_word(message):
            return ""
        listed = self.signs.listed(tuple(fold(message).split()))
        if listed is not None:
            return listed
        parts = sentences(message, MOST_SENTENCES)
        as_one = len(parts) == 1 or len(message) <= LONGEST_QUESTION
        whole, *spans = self._mended([self.reader.piece(text, language) for text in (message, *parts)])
        if not as_one:  # in thousands of letters, what has no word of danger at all is not worth the time
            spans = [span for span in spans if not self.words.isdisjoint(span.words)]
        return self.signs.kind(Reading(whole if as_one else None, tuple(spans)), self._is_ordinary)

    def _is_a_mere_word(self, message: str) -> bool:
        """A surname or a short reply that only resembles danger; the listed words are signs all the same."""
        words = fold(message).split()
        return len(words) == 1 and words[0] not in self.alone

    def _mended(self, pieces: Sequence[Piece]) -> list[Piece]:
        """*pieces* of one language with misspelt words of danger mended ("herz infakt")."""
        spelling = self.spellings.get(pieces[0].language)
        if spelling is None:
            return list(pieces)
        every = dict.fromkeys(word for piece in pieces for word in piece.words)
        unknown = [word for word in every if not spelling.is_known(word)][:MOST_MENDED]
        mended = {word: spelling.mended(word) for word in unknown}
        return [
            replace(piece, words=tuple(mended.get(word, word) for word in piece.words)) for piece in pieces
        ]

    def _is_ordinary(self, piece: Piece) -> bool:
        """Is this known as a question to an entry that does more than give emergency numbers?"""
        judged = self.judge.judged(piece)
        known = judged.confidence >= self.judge.calibration.suggest and judged.entry not in self.grave
        return bool(judged.smalltalk) or known


def build_watch(
    kb: KnowledgeBase, corpus: Corpus, reader: Reader, judge: Judge, cache: Cache | None
) -> DangerWatch:
    """The watch over *kb*; what takes long is kept in *cache*."""
    examples = danger_examples(kb, corpus, reader)
    key = ("danger-" if judge.sentences else "danger-words-") + digest(
        f"{e.piece.sentence} {e.piece.words} {e.piece.language} {e.sign.name}" for e in examples
    )
    arrays = remembered(cache, key, lambda: DangerSigns.build(examples, judge.sentences))
    return DangerWatch(
        signs=DangerSigns(examples, arrays, judge.sentences) if arrays else None,
        spellings=_spellings(examples, reader),
        reader=reader,
        judge=judge,
        grave=_grave(kb),
        words=frozenset(word for e in examples if e.sign <= Sign.SOME_DANGER for word in e.piece.words),
        alone=frozenset(_single_words(kb)),
    )


def _single_words(kb: KnowledgeBase) -> Iterator[str]:
    for by_language in kb.safety.phrases.values():
        for phrases in by_language.values():
            yield from (words[0] for phrase in phrases if len(words := fold(phrase).split()) == 1)


def danger_examples(kb: KnowledgeBase, corpus: Corpus, reader: Reader) -> list[DangerExample]:
    """All examples that have words."""
    return [
        DangerExample(piece, sign, tuple(fold(text).split()))
        for text, language, sign in _texts(kb, corpus)
        if (piece := reader.piece(text, language or reader.language(text))).words
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


def _spellings(examples: Iterable[DangerExample], reader: Reader) -> Mapping[str, Spelling]:
    """Mends to words of danger only, and nothing that is right or stands in a harmless example."""
    counts: dict[str, Counter[str]] = {}
    harmless: set[str] = set()
    for example in examples:
        if example.sign <= Sign.EMERGENCY:
            counts.setdefault(example.piece.language, Counter()).update(example.piece.words)
        elif example.sign is not Sign.SOME_DANGER:
            harmless.update(example.piece.words)
    guard = reader.right_words | harmless
    return {language: Spelling(words, guard) for language, words in counts.items()}
