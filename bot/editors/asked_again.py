"""The same questions asked of two versions of the knowledge base: which are answered differently? Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.faq_files import read_life_samples, read_out_of_scope, read_samples
from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Band, Found

_NAMES = {Band.SMALLTALK: "smalltalk", Band.NONE: "none", Band.SAFETY: "danger"}
"""What a sample from life may want instead of an entry."""
_BESIDE = ("none", ELSEWHERE)
"""What is right for questions that the Jobcenter cannot answer."""
OFFERED = 3


@dataclass(frozen=True, slots=True)
class Question:
    """``right`` are the ids of the entries that help, and what else would be right; empty: nobody knows,
    for it comes from the chat.
    """

    text: str
    right: tuple[str, ...] = ()

    @property
    def is_recent(self) -> bool:
        return not self.right


@dataclass(frozen=True, slots=True)
class Difference:
    """``gain`` is above 0 if the answer became better, below if worse, 0 if nobody can tell."""

    question: Question
    before: Found
    now: Found
    gain: int


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """``asked`` are all questions; ``different`` those that are answered differently."""

    asked: Sequence[Question]
    different: Sequence[Difference]


Find = Callable[[KnowledgeBase, str], Sequence[Found]]
"""A knowledge base and a word for its version -> what it makes of each question."""


def questions(folder: Path, recent: Iterable[str]) -> list[Question]:
    """All samples of *folder*, in all languages, then the *recent* questions; each text once.

    Raises:
        ContentError: a file cannot be read.
    """
    found: dict[str, Question] = {}
    for one in (*_samples(folder), *map(Question, recent)):
        found.setdefault(one.text, one)
    return list(found.values())


def _samples(folder: Path) -> Iterator[Question]:
    for by_entry in read_samples(folder).values():
        yield from (Question(text, (entry,)) for entry, texts in by_entry.items() for text in texts)
    yield from (Question(one.text, one.right) for one in read_life_samples(folder))
    for texts in read_out_of_scope(folder).values():
        yield from (Question(text, _BESIDE) for text in texts)


def asked_again(
    asked: Sequence[Question], before: KnowledgeBase, now: KnowledgeBase, find: Find
) -> AskedAgain:
    """All questions asked of both, one version after the other."""
    then, here = find(before, "vorher"), find(now, "jetzt")
    return AskedAgain(asked, differences(asked, then, here, _signposts(before, now)))


def differences(
    asked: Sequence[Question], before: Sequence[Found], now: Sequence[Found], signposts: frozenset[str]
) -> list[Difference]:
    """What is answered differently: first what became worse, then better, then the rest.

    *signposts* are the ids of the entries that name another authority.
    """
    found = [
        Difference(one, then, here, gain)
        for one, then, here in zip(asked, before, now, strict=True)
        if (gain := _gain(one, then, here, signposts)) or outcome(then) != outcome(here)
    ]
    return sorted(found, key=lambda one: (one.gain == 0, one.gain > 0))


def outcome(found: Found) -> tuple[str, ...]:
    """What the citizen notices: the answer, or what is offered first, or the command that is followed."""
    first = found.candidates[0].entry if found.candidates and found.band is Band.SUGGEST else ""
    return (found.band, found.entry or "", first, found.command or "", *found.also)


def _signposts(*kbs: KnowledgeBase) -> frozenset[str]:
    return frozenset(entry.id for kb in kbs for entry in kb.entries if entry.topic == ELSEWHERE)


def _gain(question: Question, before: Found, now: Found, signposts: frozenset[str]) -> int:
    if question.is_recent:
        return 0
    return _worth(question, now, signposts) - _worth(question, before, signposts)


def _worth(question: Question, found: Found, signposts: frozenset[str]) -> int:
    """How much this helps: 3 the right answer, 2 it is offered, 1 nothing, 0 something wrong."""
    given = {found.entry} if found.band is Band.ANSWER else {_NAMES.get(found.band)}
    if found.band is Band.ANSWER and found.entry in signposts:
        given.add(ELSEWHERE)
    if given & set(question.right):
        return 3
    if found.band is Band.SUGGEST:
        offered = {candidate.entry for candidate in found.candidates[:OFFERED]}
        return 2 if offered & set(question.right) else 1
    return 1 if found.band is Band.NONE else 0
