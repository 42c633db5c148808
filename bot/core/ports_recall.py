"""What editors, leads and operators ask of the store: questions, wordings, and counts without people.

Ports like those of ``core/ports.py``, which is for what a message and a ticket need.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.questions import DayCount, InVain
from bot.core.statistics import WaitCount, WishCount
from bot.core.wordings import LiveWording, Wording


class Questions(Protocol):
    """What was asked, for editors and for statistics; turns order what is kept (``core.questions``)."""

    async def asked_in_vain(self, since: datetime) -> Sequence[InVain]:
        """Questions asked in vain and reports of errors since then, oldest first."""

    async def counts(self, since: date) -> Sequence[DayCount]:
        """What was counted from this day (in Borken) on, in the order of days."""

    async def errors(self, since: datetime) -> Sequence[InVain]:
        """The reports of errors among them, without their words."""

    async def report(self, entry: str, text: str, by: str, version: str, at: datetime) -> None:
        """A member of staff, *by*, says that an answer is wrong; *text* is redacted. It is counted too."""

    async def dismiss(self, ids: Collection[int], chats: int, by: str, at: datetime) -> None:
        """The same words as in these questions are dismissed, also when they are asked again; *chats* had
        asked them. Reports of errors are dismissed one by one: the next one counts anew."""

    async def take_up(self, ids: Collection[int]) -> None:
        """These are not dismissed any more."""


class Wordings(Protocol):
    """Which wording of an answer was given since when."""

    async def go_live(self, version: str, given: Mapping[str, Wording], at: datetime) -> bool:
        """From *at* on these are given, by entry id; False (and nothing is stored) if nothing changed."""

    async def wordings_of(self, entry: str) -> Sequence[LiveWording]:
        """What was given for this entry, oldest first; a signature alone makes a further one."""


class Memory(Questions, Wordings, Protocol):
    """What editors learn from the running bot."""


class Statistics(Protocol):
    """Counts of tickets without people; those of questions stand in ``Questions``.

    They are written together with the tickets and never deleted: they lead to nobody.
    """

    async def wishes(self, since: date) -> Sequence[WishCount]:
        """How many tickets were made from this day (in Borken) on, in the order of days."""

    async def waits(self, since: date) -> Sequence[WaitCount]:
        """How long tickets made from this day on waited for the first of REACTIONS, in the order of days."""

    async def untouched(self) -> Mapping[str, int]:
        """Office -> its open tickets to which nobody has reacted yet; offices without any are left out."""
