"""The watch for danger over a knowledge base: what it learns from, and how it reads a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.knowledge import KnowledgeBase
from bot.core.matching.corpus import Corpus, Kind
from bot.core.matching.danger import DangerSigns, Reading
from bot.core.matching.danger_lesson import KINDS, LEARNT_AS, DangerExample, Sign, amended, learned
from bot.core.matching.index import Arrays
from bot.core.matching.judge import Judge
from bot.core.matching.normalise import fold
from bot.core.matching.reading import Piece, Reader
from bot.core.matching.remembered import Cache, digest, remembered
from bot.core.matching.sentences import sentences
from bot.core.matching.spelling import Spelling

MOST_SENTENCES = 60
"""Sentences of one message that are judged; with more, 4,096 letters would take too long."""
MOST_MENDED = 40
"""Unknown words of a message that are compared with the words of danger."""
MOST_ENCODED = 12
"""Sentences of a long message whose meaning is looked at: those whose words are most like danger."""
LONGEST_WHOLE = 300
"""Letters above which a message of several sentences is not judged as a whole: it tells too much else."""
KNOWN = 0.85
"""Confidence from which a message that may be danger is taken for the ordinary question that it resembles.
It is no bound of the dialogue: how soon three topics are offered must not silence danger."""
_ONLY_EMERGENCY = ("emergency",)


@dataclass(frozen=True, slots=True)
class DangerWatch:
    signs: DangerSigns | None
    """None where the knowledge base names no danger."""
    spellings: Mapping[str, Spelling]
    reader: Reader
    judge: Judge
    grave: frozenset[str]
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
        as_one = len(parts) == 1 or len(message) <= LONGEST_WHOLE
        whole, *spans = self._pieces((message, *parts), language)
        if not whole.words:
            return ""
        if not as_one:
            spans = self.signs.likeliest(spans, MOST_ENCODED)
        return self.signs.kind(Reading(whole if as_one else None, tuple(spans)), self._is_ordinary)

    def _is_a_mere_word(self, message: str) -> bool:
        """A surname or a short reply that only resembles danger; the listed words are signs all the same."""
        words = fold(message).split()
        return len(words) == 1 and words[0] not in self.alone

    def _pieces(self, texts: Sequence[str], language: str) -> list[Piece]:
        """*texts* with misspelt words of danger mended ("herz infakt")."""
        pieces = [self.reader.piece(text, language) for text in texts]
        spelling = self.spellings.get(language)
        if spelling is None:
            return pieces
        every = dict.fromkeys(word for piece in pieces for word in piece.words)
        unknown = [word for word in every if not spelling.is_known(word)][:MOST_MENDED]
        better = {word: meant for word in unknown if (meant := spelling.mended(word)) != word}
        return [self.reader.piece(text, language, better) for text in texts] if better else pieces

    def _is_ordinary(self, piece: Piece) -> bool:
        """Is this known as a question to an entry that does more than give emergency numbers?"""
        (judged,) = self.judge.judged([piece])
        known = judged.confidence >= KNOWN and judged.entry not in self.grave
        return bool(judged.smalltalk) or known


def build_watch(
    kb: KnowledgeBase,
    corpus: Corpus,
    reader: Reader,
    judge: Judge,
    cache: Cache | None,
    wariness: float = 0.0,
) -> DangerWatch:
    """The watch over *kb*; what takes long is kept in *cache*. By *wariness* less must speak for danger."""
    texts = [
        (text, language or reader.language(text), sign) for text, language, sign in danger_texts(kb, corpus)
    ]
    lesson = [text for text in texts if text[2] < Sign.ORDINARY]
    ordinary = [text for text in texts if text[2] == Sign.ORDINARY]
    kept = list(_examples(lesson, reader))
    engine = "meaning" if judge.sentences else "words"
    arrays = remembered(
        cache,
        kind=f"danger-{digest([reader.version, LEARNT_AS, engine, *map(_told, lesson)])[:12]}",
        key=digest(map(_told, texts)),
        compute=lambda: learned([*kept, *_examples(ordinary, reader)], judge.sentences),
        amend=lambda before: amended(before, (tuple(fold(text).split()) for text, _, _ in ordinary)),
    )
    return DangerWatch(
        signs=DangerSigns(kept, _bounded(arrays, wariness), judge.sentences) if arrays else None,
        spellings=_spellings(kept, reader),
        reader=reader,
        judge=judge,
        grave=grave_entries(kb),
        alone=frozenset(_single_words(kb)),
    )


def _bounded(arrays: Arrays, wariness: float) -> Arrays:
    return {**arrays, "danger_bounds": arrays["danger_bounds"].astype(np.float32) - wariness}


def _told(one: tuple[str, str, Sign]) -> str:
    text, language, sign = one
    return f"{text} {language} {sign.name}"


def _single_words(kb: KnowledgeBase) -> Iterator[str]:
    for by_language in kb.safety.phrases.values():
        for phrases in by_language.values():
            yield from (words[0] for phrase in phrases if len(words := fold(phrase).split()) == 1)


def _examples(texts: Iterable[tuple[str, str, Sign]], reader: Reader) -> Iterator[DangerExample]:
    """Those that have words."""
    for text, language, sign in texts:
        piece = reader.piece(text, language)
        if piece.words:
            yield DangerExample(piece, sign, tuple(fold(text).split()))


def grave_entries(kb: KnowledgeBase) -> frozenset[str]:
    """Entries that only give emergency numbers, as the safety texts do: who asks so needs them."""
    return frozenset(entry.id for entry in kb.entries if entry.actions == _ONLY_EMERGENCY)


def danger_texts(kb: KnowledgeBase, corpus: Corpus) -> Iterator[tuple[str, str, Sign]]:
    """What the watch learns from: texts, their language ("" where nobody says), what they stand for."""
    for kind, by_language in kb.safety.phrases.items():
        for language, phrases in by_language.items():
            yield from ((text, language, Sign(KINDS.index(kind))) for text in phrases)
    for language, texts in kb.safety.look_alikes.items():
        yield from ((text, language, Sign.LOOK_ALIKE) for text in texts)
    grave = grave_entries(kb)
    for example in corpus.examples:
        is_grave = example.of.kind is Kind.ENTRY and example.of.id in grave
        yield example.text, example.language, Sign.SOME_DANGER if is_grave else Sign.ORDINARY
    for by_language in kb.commands.values():
        for language, texts in by_language.items():
            yield from ((text, language, Sign.ORDINARY) for text in texts)


def _spellings(examples: Iterable[DangerExample], reader: Reader) -> Mapping[str, Spelling]:
    """Mends to words of danger only, and nothing that is right or sounds alike."""
    counts: dict[str, Counter[str]] = {}
    for example in examples:
        if example.sign <= Sign.EMERGENCY:
            counts.setdefault(example.piece.language, Counter()).update(example.piece.words)
    return {language: Spelling(words, reader.right_words) for language, words in counts.items()}
