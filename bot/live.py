"""The content in service: read again when its files change, refused as a whole when they are broken.

New texts are given at once. New ways of asking are found seconds later, by a matcher that has added them to
what was learnt before; meanwhile all is learnt anew, which takes minutes. Where nothing was learnt before,
one that knows less answers until then.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import structlog

from bot.content.last_good import LastGood, Reading, Stamp
from bot.content.texts import Texts
from bot.core import calendar
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Finder
from bot.core.talk import Rules, World
from bot.errors import NotLearnt, refuse_to_learn

T = TypeVar("T")
LOOKS_EVERY = 0.5
"""Seconds; what has not changed from one look to the next is written to its end."""
MOST_TOLD = 3
"""Problems that are printed; `faq check` shows all."""
QUICK = "Der Bot antwortet schon. In etwa vier Minuten hat er alles gelernt, bis dahin fragt er öfter nach."
LEARNT = "Der Bot hat jetzt alles gelernt."
NOT_LEARNT = (
    "Das Lernen ist gescheitert. Der Bot antwortet, fragt aber öfter nach. "
    "In zehn Minuten lernt er noch einmal."
)
LEARNS_AGAIN = 600
"""Seconds after that."""

log = structlog.get_logger("live")


@dataclass(slots=True)
class Live:
    """The present knowledge base and finder; ``world`` gives them to each turn.

    ``tell`` shows the operator a line of German.
    """

    files: LastGood
    cache: Path
    rules: Rules
    now: Callable[[], datetime]
    tell: Callable[[str], None]
    asleep: Callable[[], frozenset[str]] = frozenset
    texts: Texts = field(default_factory=Texts)
    kb: KnowledgeBase = field(default_factory=KnowledgeBase)
    is_broken: bool = False
    """The files are: what answers is the version before them."""
    _finder: Finder | None = None
    _is_quick: bool = False
    """The finder knows only a part, until all is learnt."""
    _wanted: tuple[str, date] | None = None
    """Version and day for which a finder was built, or tried to be."""
    _learning: asyncio.Task[None] | None = None
    _seen: Stamp = frozenset()
    _looked_at: Stamp = frozenset()

    def world(self) -> World:
        """What a turn may look at.

        Raises:
            RuntimeError: ``prepare`` has not ended yet.
        """
        if self._finder is None:
            raise RuntimeError("the content was not prepared")
        return World(self.kb, self._finder, self.texts.words, self.now(), self.rules, asleep=self.asleep())

    @property
    def state(self) -> str:
        """ "preparing", "current" or "last good"."""
        if self._finder is None:
            return "preparing"
        return "last good" if self.is_broken else "current"

    def read(self) -> None:
        """Begin: the knowledge base, still without a finder.

        Raises:
            ContentError: it is broken, and there is no last good version.
        """
        self._seen = self._looked_at = self.files.stamp()
        reading = self.files.read()
        self._take(reading)
        if not reading.problems:
            self.files.keep()

    async def prepare(self) -> None:
        """The finder for what is there, in seconds if nearly all of it was learnt before.

        Else the one before stays, and where there is none, half a minute later there is a quick one. What was
        not learnt, or only nearly, is learnt beside.
        """
        kb, today = self.kb, self._today()
        self._wanted = (kb.version, today)
        is_inexact = threading.Event()
        try:
            self._begin(await in_thread(lambda: self._build(kb, today, refuse_to_learn, is_inexact.set)))
        except NotLearnt:
            if self._finder is None:
                await self._begin_quickly(kb, today)
            if self._finder is None:
                self._begin(await in_thread(lambda: self._build(kb, today, None, is_inexact.set)))
            else:  # what knows less answers meanwhile
                is_inexact.set()
        if is_inexact.is_set() and (self._learning is None or self._learning.done()):
            self._learning = asyncio.create_task(self._learn())

    async def run(self) -> None:
        """Until cancelled: look for changes; what fails is told and tried again after the next change."""
        try:
            while True:
                await asyncio.sleep(LOOKS_EVERY)
                try:
                    await self.look()
                except Exception as error:  # whatever is wrong there, citizens go on being answered
                    log.error("reload failed", error=type(error).__name__)
        finally:
            if self._learning is not None:
                self._learning.cancel()

    async def look(self) -> None:
        """Take what was changed, and has not been written on since the look before; build what is missing."""
        before, self._looked_at = self._looked_at, await in_thread(self.files.stamp)
        if self._looked_at == before and before != self._seen:
            self._seen = before
            await self._reload()
        if self._wanted != (self.kb.version, self._today()):
            await self.prepare()

    async def _begin_quickly(self, kb: KnowledgeBase, today: date) -> None:
        """With what knows a part; with nothing where all is learnt as quickly."""
        try:
            self._finder = await in_thread(lambda: self._build_quickly(kb, today))
        except Exception as error:  # then citizens wait until all is learnt
            log.error("quick start failed", error=type(error).__name__)
        if self._finder is not None:
            self._is_quick = True
            self.tell(QUICK)

    def _begin(self, finder: Finder) -> None:
        """With what knows all, or nearly."""
        if self._is_quick:
            self.tell(LEARNT)
        self._finder, self._is_quick = finder, False

    async def _learn(self) -> None:
        """All of it anew, and again if something was changed meanwhile."""
        tried = None
        while tried != self._wanted:
            kb, today = self.kb, self._today()
            tried = (kb.version, today)
            try:
                finder = await in_thread(partial(self._build, kb, today))
            except Exception as error:  # the finder that is there answers on
                log.error("learning failed", error=type(error).__name__)
                if self._is_quick:  # what knows a part only must not stay
                    self.tell(NOT_LEARNT)
                    await asyncio.sleep(LEARNS_AGAIN)
                    tried = None
            else:
                if tried == self._wanted or self._is_quick:
                    self._wanted = tried  # the next look adds to it what was changed meanwhile
                    self._begin(finder)

    async def _reload(self) -> None:
        before = self.kb
        reading = await in_thread(self.files.read)
        self._take(reading)
        if not reading.problems:  # some 130 files: the new texts are given meanwhile
            await in_thread(self.files.keep)
        if self.kb.version != before.version:
            self.tell("Die Änderungen in den Antworten gelten jetzt.")

    def _take(self, reading: Reading) -> None:
        self.is_broken = bool(reading.problems)
        if not reading.problems:
            self.kb = reading.kb
            return
        # What is in memory is newer than the copy on disk; only the withdrawn answers are news.
        self.kb = replace(self.kb, withdrawn=reading.kb.withdrawn) if self.kb.version else reading.kb
        log.error("knowledge base broken", problems=len(reading.problems))
        self.tell("In den Antworten ist ein Fehler. Die letzte gute Fassung antwortet weiter.")
        for problem in reading.problems[:MOST_TOLD]:
            self.tell(f"  {problem}")
        if len(reading.problems) > MOST_TOLD:
            self.tell(f"  ... insgesamt {len(reading.problems)}. Alle zeigt: faq check")

    def _build(
        self,
        kb: KnowledgeBase,
        today: date,
        learning: Callable[[], None] | None = None,
        amended: Callable[[], None] | None = None,
    ) -> Finder:
        from bot.content.matcher import finder_of  # numpy is slow to import: not for every command

        return finder_of(kb, today, self.cache, learning, amended)

    def _build_quickly(self, kb: KnowledgeBase, today: date) -> Finder | None:
        from bot.content.matcher import quick_finder_of

        return quick_finder_of(kb, today)

    def _today(self) -> date:
        return calendar.local(self.now()).date()


def in_thread(work: Callable[[], T]) -> asyncio.Future[T]:
    """Like ``asyncio.to_thread``, but in a thread that does not hold up the end of the program."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            result = work()
        except Exception as error:
            _hand_over(loop, future, partial(future.set_exception, error))
        else:
            _hand_over(loop, future, partial(future.set_result, result))

    threading.Thread(target=run, name="content", daemon=True).start()
    return future


def _hand_over(
    loop: asyncio.AbstractEventLoop, future: asyncio.Future[T], result: Callable[[], None]
) -> None:
    def unless_nobody_waits() -> None:
        if not future.done():
            result()

    with suppress(RuntimeError):  # the program has ended meanwhile
        loop.call_soon_threadsafe(unless_nobody_waits)
