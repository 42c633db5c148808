"""The service of leads: what the running bot is ordered to do, and the figures of their offices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.caseworkers.typed import WrongUse, caseworker, remark
from bot.core import calendar
from bot.core.knowledge import KnowledgeBase
from bot.core.office_statistics import OfficeFigures, first_day, office_figures
from bot.core.ports_recall import Statistics
from bot.core.ports_running import Steering
from bot.core.statistics import Tally
from bot.core.steering import Banner, StandingOrders, Stop

BANNER_LENGTH = 300
"""Three lines on a phone: whoever needs more has no banner but an answer to write."""
REASON_LENGTH = 200
LONGEST = timedelta(days=60)
"""A banner is for days; what holds for longer belongs into the answers."""


class OrderRefused(WrongUse):
    """The bot cannot be ordered this; the text says why, and what would do."""


class Board(Steering, Statistics, Protocol):
    """What leads need of the store."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead may order and see; ``by`` is a name as it stands in the audit.

    With ``offices`` banners are only for citizens of these. A stop is for the whole bot: it has one voice.
    """

    store: Board
    now: Callable[[], datetime]
    kb: KnowledgeBase
    offices: frozenset[str] | None = None

    def today(self) -> date:
        return calendar.local(self.now()).date()

    async def standing(self) -> StandingOrders:
        """What is in force or will be, for all offices: leads should know what citizens hear."""
        return await self.store.standing_orders(self.today())

    async def stops(self) -> Sequence[Stop]:
        """The newest stops with their reasons, newest first."""
        return await self.store.stops()

    async def figures(self) -> OfficeFigures:
        """How much came to the offices, and how long it waited; without people."""
        since = first_day(self.today())
        wishes, waits = await self.store.wishes(since), await self.store.waits(since)
        tally = Tally(wishes=wishes, waits=waits, untouched=await self.store.untouched())
        return office_figures(tally, self.today(), self.offices)

    async def stop(self, by: str, reason: str) -> bool:
        """The bot is silent from the next message on; False if it was already.

        Raises:
            WrongUse: no reason, or too long a one. NameWrong: see there.
        """
        return await self.store.stop_answers(Stop(self.now(), caseworker(by), remark(reason, REASON_LENGTH)))

    async def answer_again(self, by: str) -> bool:
        """The bot answers from the next message on; False if it did already."""
        return await self.store.answer_again(caseworker(by), self.now())

    def banner(self, by: str, text: str, since: date, until: date, offices: Collection[str] = ()) -> Banner:
        """To be put up: *text* from *since* to *until*; without *offices* it is for all of them.

        Raises:
            OrderRefused: days or offices are not possible. WrongUse, NameWrong: see there.
        """
        if until < since:
            raise OrderRefused("Der letzte Tag liegt vor dem ersten. Bitte die Tage prüfen.")
        if until < self.today():
            raise OrderRefused("Der letzte Tag ist schon vorbei. Bitte die Tage prüfen.")
        if until - since >= LONGEST:
            raise OrderRefused(
                f"Ein Hinweis gilt höchstens {LONGEST.days} Tage. Was länger gilt, gehört in die Antworten."
            )
        return Banner(remark(text, BANNER_LENGTH), since, until, caseworker(by), self._allowed(offices))

    async def put_up(
        self, by: str, text: str, since: date, until: date, offices: Collection[str] = ()
    ) -> Banner:
        """Each chat hears this ``banner`` once a day."""
        return await self.store.put_up(self.banner(by, text, since, until, offices), self.now())

    async def take_down(self, by: str, number: int) -> bool:
        """The banner is said no more; False if it was not said any more, or is not for one's own offices."""
        name = caseworker(by)
        known = {banner.number: banner for banner in (await self.standing()).banners}
        if number not in known or not self.may_change(known[number]):
            return False
        return await self.store.take_down(number, name, self.now())

    def may_change(self, banner: Banner) -> bool:
        """Whether it is for one's own offices only."""
        return self.offices is None or (bool(banner.offices) and self.offices.issuperset(banner.offices))

    def _allowed(self, offices: Collection[str]) -> tuple[str, ...]:
        known = [office.id for office in self.kb.offices]
        if not set(offices) <= set(known):
            raise OrderRefused("Diesen Ort gibt es nicht. Bitte aus der Liste wählen.")
        if self.offices is None:
            return tuple(office for office in known if office in offices)
        if not self.offices.issuperset(offices):
            raise OrderRefused("Ein Hinweis geht nur für die eigenen Orte.")
        return tuple(office for office in known if office in (offices or self.offices))
