"""From a citizen's message to what it means; built once per version of the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Found
from bot.core.matching.calibrate import ANSWER, SUGGEST, Evidence
from bot.core.matching.commands import Commands, asks
from bot.core.matching.corpus import read
from bot.core.matching.judge import Judge, Judged
from bot.core.matching.reading import Reader, build_reader, cleaned
from bot.core.matching.remembered import Cache
from bot.core.matching.sentences import LONGEST_QUESTION, matters, sentences
from bot.core.matching.shelf import build_shelves
from bot.core.matching.watch import DangerWatch, build_watch

MOST_SENTENCES = 16
"""Sentences of a long message that are judged; with more, 4,096 letters would take over 50 ms."""
LOOKED_AT_CLOSELY = 3
"""Sentences of a long message whose spelling is mended."""
MOST_ALSO = 2


@dataclass(frozen=True, slots=True)
class KnowledgeFinder:
    """The ``Finder`` over a knowledge base; ``build`` makes it. It never changes and may be shared."""

    reader: Reader
    judge: Judge
    watch: DangerWatch
    commands: Commands

    def find(self, text: str, language: str = "") -> Found:
        """The meaning of a whole message; *language* is a hint (two letters).

        In every band the confidence is that of the best entry.
        """
        message = cleaned(text)
        spoken = self.reader.language(message, language)
        judged, also = self._meaning(message, spoken)
        danger = self.watch.kind(message, spoken)
        band, entry = (Band.SAFETY, danger) if danger else _band(judged)
        return Found(
            text=text,
            language=spoken,
            band=band,
            entry=entry,
            confidence=judged.confidence,
            candidates=judged.candidates,
            also=also if band is Band.ANSWER else (),
            command=self.commands.command(message, spoken) or None,
        )

    def danger(self, text: str) -> str:
        """The kind of acute danger that *text* shows ("crisis", "violence", "emergency"), or ""."""
        message = cleaned(text)
        return self.watch.kind(message, self.reader.language(message))

    def command(self, text: str) -> str:
        """The name of the command that the whole text gives in words, or ""; only when sure."""
        message = cleaned(text)
        return self.commands.command(message, self.reader.language(message))

    def asks(self, text: str) -> bool:
        """Whether *text* looks like a question."""
        return asks(cleaned(text))

    def evidence(self, text: str) -> Evidence | None:
        """What the confidence in *text* as one question rests on: for fitting and explaining."""
        message = cleaned(text)
        language = self.reader.language(message)
        words = self.reader.words(message, language)
        return self.judge.evidence(self.reader.mended(words, language), language)

    def _meaning(self, message: str, language: str) -> tuple[Judged, tuple[str, ...]]:
        """What the message means, and further entries that it asks for."""
        if len(message) > LONGEST_QUESTION:
            pieces = self._likeliest(message, language)
            best = pieces[0]
        else:
            pieces = [self._closely(part, language) for part in matters(message)]
            best = self._closely(message, language)
        sure = [piece for piece in pieces if piece.confidence >= ANSWER and not piece.smalltalk]
        entries = dict.fromkeys(piece.entry for piece in sure)
        if best.confidence < ANSWER and len(entries) > 1:
            best = sure[0]  # two clear matters blur the whole
        if best.entry not in entries:
            return best, ()  # the parts mean something else than the whole: the whole knows better
        return best, tuple(entry for entry in entries if entry != best.entry)[:MOST_ALSO]

    def _likeliest(self, message: str, language: str) -> list[Judged]:
        """The sentences of a long message that most likely ask for something, likeliest first."""
        parts = [self.reader.words(part, language) for part in sentences(message, MOST_SENTENCES)]
        known = [part for part in parts if self.reader.knows_any(part, language)] or [()]
        judged = [(self.judge.judged(part, language).confidence, part) for part in known]
        likely = sorted(judged, key=lambda pair: -pair[0])[:LOOKED_AT_CLOSELY]
        closely = [self.judge.judged(self.reader.mended(part, language), language) for _, part in likely]
        return sorted(closely, key=lambda piece: -piece.confidence)

    def _closely(self, text: str, language: str) -> Judged:
        words = self.reader.words(text, language)
        return self.judge.judged(self.reader.mended(words, language), language)


def _band(judged: Judged) -> tuple[Band, str | None]:
    if judged.smalltalk:
        return Band.SMALLTALK, judged.smalltalk
    if judged.confidence >= ANSWER:
        return Band.ANSWER, judged.entry
    return (Band.SUGGEST if judged.confidence >= SUGGEST else Band.NONE), None


def build(kb: KnowledgeBase, on: date, cache: Cache | None = None) -> KnowledgeFinder:
    """A finder for *kb* as it is valid on this day; takes seconds, with a filled *cache* a fraction."""
    corpus = read(kb, on)
    reader = build_reader(kb, corpus)
    judge = Judge(build_shelves(corpus, reader, cache))
    watch = build_watch(kb, corpus, reader, judge, cache)
    return KnowledgeFinder(reader, judge, watch, Commands(kb.commands, reader.normalisers))
