"""What was asked in vain and is answered by now: it is no work any more, and nobody need dismiss it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.content.faq_files import check_faq
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Finder
from bot.core.questions import InVain, What
from bot.editors.in_vain import Group, newest_first
from bot.editors.waiting import learnt_before

Answering = Callable[[InVain], str]
"""A question -> the entry that answers it today; "" if none does."""


@dataclass(frozen=True, slots=True)
class SinceAnswered:
    """Questions of one group, and the entries that answer them by now, the most frequent first."""

    group: Group
    entries: tuple[str, ...]


def answering(folder: Path, on: date, cache_folder: Path) -> Answering | None:
    """By the knowledge base in *folder*; None where that cannot be told, or not without learning."""
    kb = check_faq(folder)[0] if folder.is_dir() else None
    finder = learnt_before(kb, on, cache_folder) if kb is not None else None
    return None if kb is None or finder is None else answering_by(kb, on, finder)


def answering_by(kb: KnowledgeBase, on: date, finder: Finder) -> Answering:
    """The same with this finder over *kb*."""

    @cache
    def entry_for(text: str) -> str:
        found = finder.find(text)
        answers = found.band is Band.ANSWER and not found.command and found.entry not in kb.withdrawn
        return (found.entry or "") if answers else ""

    def answer(question: InVain) -> str:
        entry = entry_for(question.text) if question.text else ""
        if entry != question.entry:
            return entry
        # What she got or was offered, and did not want, answers nothing; what was withheld may be given now.
        known = kb.entry(entry, on)
        signed_since = question.reason is What.NOT_KNOWN and known is not None and known.approved_by
        return entry if signed_since else ""

    return answer


def apart(groups: Iterable[Group], answer: Answering) -> tuple[list[Group], list[SinceAnswered]]:
    """What is left of each group that nothing answers, and what is answered."""
    left: list[Group] = []
    done: list[SinceAnswered] = []
    for group in groups:
        found = {question.id: answer(question) for question in group.questions}
        unanswered = tuple(question for question in group.questions if not found[question.id])
        answered = tuple(question for question in group.questions if found[question.id])
        if unanswered:
            left.append(Group(unanswered))
        if answered:
            entries = Counter(found[question.id] for question in answered)
            done.append(SinceAnswered(Group(answered), tuple(entry for entry, _ in entries.most_common())))
    return newest_first(left), done
