"""What citizens asked in vain, put together for editors: groups of questions, and reports of errors."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.core.ports_recall import Memory
from bot.core.questions import ERRORS, KEPT, InVain, What, voices, words_of
from bot.errors import NoDatabase

FEWEST = 3
"""Chats from which a group is shown unasked: what fewer asked may point to a person (security.md, R8)."""
AGAIN = 2
"""What was dismissed comes again when so many times as many chats ask it."""
EXAMPLES = 3

Grouper = Callable[[Sequence[tuple[str, str]]], list[list[int]]]
"""See ``core.matching.grouping.grouped``."""


@dataclass(frozen=True, slots=True)
class QuestionDesk:
    """How the commands reach what was asked; ``who`` makes a name of the value of ``--by``."""

    open: Callable[[], AbstractAsyncContextManager[Memory]]
    now: Callable[[], datetime]
    who: Callable[[str], str]

    def recent(self) -> Sequence[str]:
        """The words of what was asked in vain and may still be kept, each once, newest first; none where
        there is no database."""

        async def within() -> Sequence[InVain]:
            async with self.open() as store:
                return await store.asked_in_vain(self.now() - KEPT)

        with suppress(NoDatabase):
            found = asyncio.run(within())
            return tuple(dict.fromkeys(question.text for question in reversed(found) if question.text))
        return ()


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same, or reports about the same answer; oldest first, never empty."""

    questions: tuple[InVain, ...]

    @property
    def number(self) -> int:
        """By which editors name it: that of its oldest question, so it stays when others come."""
        return self.questions[0].id

    @property
    def chats(self) -> int:
        return voices(self.questions)

    @property
    def newest(self) -> datetime:
        return self.questions[-1].at

    @property
    def reasons(self) -> list[tuple[What, int]]:
        """How often, the most frequent first."""
        return Counter(question.reason for question in self.questions).most_common()

    @property
    def entries(self) -> tuple[str, ...]:
        """The answers concerned, the most frequent first."""
        return tuple(entry for entry, _ in Counter(q.entry for q in self.questions if q.entry).most_common())

    @property
    def examples(self) -> tuple[InVain, ...]:
        """Different wordings, the most frequent first, then the newest."""
        wordings: dict[str, list[InVain]] = {}
        for question in self.questions:
            if question.text:
                wordings.setdefault(words_of(question.text), []).append(question)
        ordered = sorted(wordings.values(), key=lambda same: (-len(same), -same[-1].id))
        return tuple(same[-1] for same in ordered[:EXAMPLES])

    @property
    def is_dismissed(self) -> bool:
        then = max(question.dismissed for question in self.questions)
        return self.chats < AGAIN * then

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(question.id for question in self.questions)


def reports(questions: Iterable[InVain], dismissed: bool = False) -> list[Group]:
    """Who says that an answer is wrong: a group for each answer, the newest first. Each report is dismissed
    by itself: either those that are not, or those that are."""
    wanted = [q for q in questions if q.reason in ERRORS and bool(q.dismissed) is dismissed]
    return newest_first(Group(one) for one in _by_entry(wanted))


def groups(questions: Iterable[InVain], grouper: Grouper) -> list[Group]:
    """Everything else, the newest first; what has no words goes together by the answer concerned."""
    others = [question for question in questions if question.reason not in ERRORS]
    first: dict[str, InVain] = {}
    same: dict[int, list[InVain]] = {}
    for question in others:
        if question.text:
            leader = first.setdefault(words_of(question.text), question)
            same.setdefault(leader.id, []).append(question)
    leaders = list(first.values())
    alike = grouper([(leader.text, leader.language) for leader in leaders])
    found = [[q for place in places for q in same[leaders[place].id]] for places in alike]
    found += map(list, _by_entry([question for question in others if not question.text]))
    return newest_first(Group(tuple(sorted(group, key=lambda q: q.id))) for group in found)


def meant(found: Iterable[Group], named: str) -> Group | None:
    """The group that an editor names by the number or the words of one of its questions; None if none."""
    wanted = named.strip()
    for group in found:
        for question in group.questions:
            if wanted == str(question.id) or (question.text and words_of(wanted) == words_of(question.text)):
                return group
    return None


def _by_entry(questions: Iterable[InVain]) -> list[tuple[InVain, ...]]:
    ordered = sorted(questions, key=lambda question: (question.entry, question.id))
    return [tuple(group) for _, group in groupby(ordered, key=lambda question: question.entry)]


def newest_first(found: Iterable[Group]) -> list[Group]:
    return sorted(found, key=lambda group: (group.newest, group.number), reverse=True)
