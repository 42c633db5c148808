"""From a citizen's message to what it means; built once per version of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Found
from bot.core.matching.calibrate import DEFAULTS, Evidence
from bot.core.matching.commands import Commands, asks
from bot.core.matching.corpus import read
from bot.core.matching.judge import Judge, Judged
from bot.core.matching.meaning import Encoder, Sentences
from bot.core.matching.reading import MAIN, Common, Piece, Reader, build_reader, cleaned
from bot.core.matching.remembered import Cache
from bot.core.matching.sentences import LONGEST_QUESTION, matters, sentences
from bot.core.matching.shelf import build_shelves
from bot.core.matching.watch import DangerWatch, build_watch

MOST_SENTENCES = 16
"""Sentences of a long message that are judged; each takes its time (``python -m tests.bench.worst``)."""
LOOKED_AT_CLOSELY = 3
"""Sentences of a long message whose spelling is mended."""
MOST_MATTERS = 8
"""Parts of a short message that are judged beside the whole."""
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
        try:
            return self._found(text, cleaned(text), language)
        finally:
            self.forget()

    def danger(self, text: str) -> str:
        """The kind of acute danger that *text* shows ("crisis", "violence", "emergency"), or ""."""
        message = cleaned(text)
        try:
            return self.watch.kind(message, self.reader.language(message))
        finally:
            self.forget()

    def forget(self) -> None:
        """Nothing of a message stays in memory."""
        if self.judge.sentences:
            self.judge.sentences.forget()

    def _found(self, text: str, message: str, hint: str) -> Found:
        spoken = self.reader.language(message, hint)
        judged, also = self._meaning(message, spoken)
        danger = self.watch.kind(message, spoken)
        band, entry = (Band.SAFETY, danger) if danger else self._band(judged)
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

    def command(self, text: str) -> str:
        """The name of the command that the whole text gives in words, or ""; only when sure."""
        message = cleaned(text)
        return self.commands.command(message, self.reader.language(message))

    def asks(self, text: str) -> bool:
        """Whether *text* looks like a question."""
        return asks(cleaned(text))

    def language(self, text: str) -> str:
        """The language in which *text* is written (two letters)."""
        return self.reader.language(cleaned(text))

    def examined(self, text: str) -> tuple[Evidence, Judged] | None:
        """What is made of *text* as one question, and on what it rests: for fitting and explaining."""
        message = cleaned(text)
        piece = self.reader.mended_piece(message, self.reader.language(message))
        (found,) = self.judge.evidence([piece])
        return (found, self.judge.concluded(found, piece.language)) if found else None

    def left_out(self, language: str = MAIN) -> Iterator[tuple[str, Found]]:
        """Each phrasing in *language*, with the id of its entry, asked as if it had not been learnt.

        Takes as long as learning the language; nothing where no ridge was learnt (see ``score``). Danger is
        not looked for.
        """
        for example, evidence in self.judge.shelf(language).left_out(self.reader):
            judged = self.judge.concluded(evidence, language)
            band, entry = self._band(judged)
            found = Found(example.text, language, band, entry, judged.confidence, judged.candidates)
            yield example.of.id, found

    def _encode(self, pieces: Sequence[Piece], message: str) -> None:
        """All vectors that a short message will need at once: three texts cost little more than one."""
        if self.judge.sentences:
            parts = (message, *sentences(message, MOST_SENTENCES))
            as_typed = [self.reader.piece(part, pieces[0].language) for part in parts]
            self.judge.sentences.vectors([piece.sentence for piece in (*pieces, *as_typed)])

    def _meaning(self, message: str, language: str) -> tuple[Judged, tuple[str, ...]]:
        """What the message means, and further entries that it asks for."""
        if len(message) > LONGEST_QUESTION:
            parts = self._likeliest(message, language)
            best = parts[0]
        else:
            best, *parts = self._whole_and_matters(message, language)
        sure = [part for part in parts if self._is_sure(part) and not part.smalltalk]
        entries = dict.fromkeys(part.entry for part in sure)
        if not self._is_sure(best) and len(entries) > 1:
            best = sure[0]  # two clear matters blur the whole
        if best.entry not in entries:
            return best, ()  # the parts mean something else than the whole: the whole knows better
        return best, tuple(entry for entry in entries if entry != best.entry)[:MOST_ALSO]

    def _whole_and_matters(self, message: str, language: str) -> list[Judged]:
        """What the message means, and then what its parts mean, if there are several."""
        better = self.reader.better(message, language)
        texts = (message, *matters(message)[:MOST_MATTERS])
        pieces = [self.reader.piece(text, language, better) for text in texts]
        self._encode(pieces, message)
        return self.judge.judged(pieces)

    def _likeliest(self, message: str, language: str) -> list[Judged]:
        """The sentences of a long message that most likely ask for something, likeliest first."""
        parts = sentences(message, MOST_SENTENCES) or [""]
        pieces = [self.reader.piece(part, language) for part in parts]
        sure = [judged.confidence for judged in self.judge.judged(pieces, by_words=True)]
        likely = sorted(range(len(parts)), key=lambda number: -sure[number])[:LOOKED_AT_CLOSELY]
        closely = self.judge.judged([self.reader.mended_piece(parts[number], language) for number in likely])
        return sorted(closely, key=lambda judged: -judged.confidence)

    def _is_sure(self, judged: Judged) -> bool:
        return judged.confidence >= self.judge.calibration.answer

    def _band(self, judged: Judged) -> tuple[Band, str | None]:
        if judged.smalltalk:
            return Band.SMALLTALK, judged.smalltalk
        if self._is_sure(judged):
            return Band.ANSWER, judged.entry
        worth_offering = judged.confidence >= self.judge.calibration.suggest
        return (Band.SUGGEST if worth_offering else Band.NONE), None


def build(
    kb: KnowledgeBase,
    on: date,
    cache: Cache | None = None,
    encoder: Encoder | None = None,
    common: Common = MappingProxyType({}),
    wariness: float = 0.0,
) -> KnowledgeFinder:
    """A finder for *kb* as it is valid on this day; takes minutes, with a filled *cache* seconds.

    Without an *encoder* (see ``meaning``) the words decide alone. *common* words of a language are never
    mended. By *wariness* less must speak for danger.
    """
    corpus = read(kb, on)
    reader = build_reader(kb, corpus, common)
    encoded = Sentences(encoder, cache) if encoder else None
    try:
        shelves = build_shelves(corpus, reader, encoded, cache)
        judge = Judge(shelves, {**DEFAULTS, **kb.calibration}, encoded)
        watch = build_watch(kb, corpus, reader, judge, cache, wariness)
    finally:
        if encoded:
            encoded.keep()
    return KnowledgeFinder(reader, judge, watch, Commands(kb.commands, reader.normalisers))
