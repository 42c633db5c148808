"""What an editor gets to see of the questions that were asked in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.questions import DayCount, InVain
from bot.editors import in_vain
from bot.editors.in_vain import FEWEST, Group
from bot.editors.since_answered import Answering, SinceAnswered, apart
from bot.editors.waiting import each


@dataclass(frozen=True, slots=True)
class Listing:
    """What is shown: ``hidden`` are groups that too few chats asked, ``counts`` of the whole time;
    ``answered`` is None where that is not known."""

    since: date
    reports: Sequence[Group]
    groups: Sequence[Group]
    hidden: int
    counts: Sequence[DayCount]
    answered: Sequence[SinceAnswered] | None = ()


def listed(
    questions: Sequence[InVain], counts: Sequence[DayCount], since: date, everything: bool, dismissed: bool
) -> Listing:
    """What an editor gets to see of *questions*."""
    found = [group for group in grouped(questions) if group.is_dismissed is dismissed]
    shown = found if everything or dismissed else [group for group in found if group.chats >= FEWEST]
    return Listing(since, in_vain.reports(questions, dismissed), shown, len(found) - len(shown), counts)


def by_now(listing: Listing, answer: Answering | None, everything: bool) -> Listing:
    """*listing* with what is answered by now apart; of both only what enough chats asked."""
    if answer is None:
        return replace(listing, answered=None)
    left, done = apart(each(listing.groups, "Fragen"), answer)
    fewest = 1 if everything else FEWEST
    shown = [group for group in left if group.chats >= fewest]
    answered = [one for one in done if one.group.chats >= fewest]
    hidden = listing.hidden + len(left) - len(shown)
    return replace(listing, groups=shown, hidden=hidden, answered=answered)


def grouped(questions: Sequence[InVain]) -> list[Group]:
    """All groups, with the encoder where it is installed."""
    if not questions:
        return []
    from bot.content.matcher import installed_encoder  # slow to import: only where there is something
    from bot.core.matching.grouping import grouped as alike

    return in_vain.groups(questions, lambda texts: alike(texts, installed_encoder()))
