"""The content in service: changes are live within seconds, broken files are refused as a whole."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.last_good import LastGood
from bot.core.matching.finder import build
from bot.core.talk import Rules
from bot.errors import ContentError
from bot.live import LEARNT, NOT_LEARNT, QUICK, Live
from tests.content.faq_folder import a_faq

GUARD = 20
"""Seconds; against hanging on a busy machine. A reload itself must be there within two."""
WITHDRAWN = '- {id: termin-verpasst, reason: "falsch", since: 2026-11-22, by: "Kim"}\n'


class Heard(list[str]):
    """What the operator is told; ``until`` waits for it."""

    def __init__(self) -> None:
        self.more = asyncio.Event()

    def __call__(self, text: str) -> None:
        self.append(text)
        self.more.set()

    async def until(self, words: str) -> None:
        async with asyncio.timeout(GUARD):
            while not any(words in text for text in self):
                self.more.clear()
                await self.more.wait()


def a_day() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def a_live(folder: Path, told: Heard, now=a_day) -> Live:
    files = LastGood(folder / "faq", folder / "cache" / "good")
    return Live(files, folder / "cache", Rules(), now, told)


@asynccontextmanager
async def in_service(folder: Path):
    told = Heard()
    live = a_live(folder, told)
    live.read()
    await live.prepare()
    task = asyncio.create_task(live.run())
    try:
        yield live, told
    finally:
        task.cancel()


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "faq" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_faq(tmp_path)
    return tmp_path


async def test_a_changed_sentence_is_given_without_a_restart(folder):
    async with in_service(folder) as (live, told):
        change(folder, "de/geld.yaml", "answer: Sie bekommen", "answer: Meist bekommen Sie")
        await told.until("gelten jetzt")
        assert any("Meist bekommen Sie" in entry.answer for entry in live.kb.entries)


async def test_citizens_are_answered_while_the_last_good_version_is_copied(folder):
    loop, begun, answered = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    class Slow(LastGood):
        def keep(self) -> None:
            loop.call_soon_threadsafe(begun.set)
            assert answered.wait(GUARD)
            super().keep()

    live = a_live(folder, Heard())
    live.read()
    live.files = Slow(live.files.folder, live.files.copy)
    change(folder, "de/geld.yaml", "answer: Sie bekommen", "answer: Meist bekommen Sie")
    await live.look()
    second = asyncio.create_task(live.look())
    async with asyncio.timeout(GUARD):
        await begun.wait()
    assert any("Meist bekommen Sie" in entry.answer for entry in live.kb.entries)
    answered.set()
    await second


async def test_a_broken_file_is_refused_as_a_whole_and_the_operator_told(folder):
    async with in_service(folder) as (live, told):
        before = live.kb
        change(folder, "topics.yaml", "title: Termine", "titel: Termine")
        await told.until("letzte gute Fassung")
        assert live.kb == before
        await told.until("topics.yaml:1:")
        change(folder, "topics.yaml", "titel: Termine", "title: Termine und mehr")
        await told.until("gelten jetzt")
        assert "Termine und mehr" in [topic.title for topic in live.kb.topics]


async def test_monitoring_is_told_which_version_answers(folder):
    assert a_live(folder, Heard()).state == "preparing"
    async with in_service(folder) as (live, told):
        assert live.state == "current"
        change(folder, "topics.yaml", "title: Termine", "titel: Termine")
        await told.until("letzte gute Fassung")
        assert live.state == "last good"
        change(folder, "topics.yaml", "titel: Termine", "title: Termine und mehr")
        await told.until("gelten jetzt")
        assert live.state == "current"


async def test_an_answer_is_withdrawn_also_while_another_file_is_broken(folder):
    async with in_service(folder) as (live, told):
        change(folder, "topics.yaml", "title: Termine", "titel: Termine")
        await told.until("letzte gute Fassung")
        told.clear()
        (folder / "faq" / "withdrawn.yaml").write_text(WITHDRAWN)
        await told.until("letzte gute Fassung")
        assert live.kb.withdrawn == {"termin-verpasst"}


def test_a_start_with_broken_files_begins_with_the_last_good_version(folder):
    first = a_live(folder, Heard())
    first.read()
    change(folder, "topics.yaml", "title: Termine", "titel: Termine")
    told = Heard()
    second = a_live(folder, told)
    second.read()
    assert second.kb.version == first.kb.version
    assert any("topics.yaml" in text for text in told)


def test_without_a_last_good_version_the_problems_are_named(folder):
    change(folder, "topics.yaml", "title: Termine", "titel: Termine")
    with pytest.raises(ContentError):
        a_live(folder, Heard()).read()


class Slow(Live):
    """Learns anew in the background only when it may, and fails as often as it is told."""

    def __init__(self, folder: Path) -> None:
        super().__init__(LastGood(folder / "faq", folder / "good"), folder / "cache", Rules(), a_day, Heard())
        self.may, self.has_learnt, self.fails = threading.Event(), asyncio.Event(), 0

    def _build(self, kb, today, learning=None, amended=None):
        if amended is None:
            assert self.may.wait(GUARD)
            self.fails -= 1
            if self.fails >= 0:
                raise MemoryError
        return super()._build(kb, today, learning, amended)

    async def _learn(self):
        await super()._learn()
        self.has_learnt.set()

    async def until_found(self, text: str) -> None:
        before = self.kb.version
        await self.until(lambda: self.kb.version != before and self.finds(text))

    def finds(self, text: str) -> bool:
        return self.world().finder.find(text).confidence > 0.5

    async def until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(GUARD):
            while not so():
                await self.look()

    async def until_learnt(self) -> None:
        self.may.set()
        async with asyncio.timeout(GUARD):
            await self.has_learnt.wait()


@pytest.fixture
def phrasings(folder: Path) -> Path:
    """A file with so many phrasings that some more are few."""
    path = folder / "faq" / "phrasings" / "de" / "termine.yaml"
    path.write_text(path.read_text() + "".join(f"  - war am {day}. nicht beim termin\n" for day in range(40)))
    return path


def add(phrasings: Path, *texts: str) -> None:
    phrasings.write_text(phrasings.read_text() + "".join(f"  - {text}\n" for text in texts))


async def a_slow(folder: Path) -> Slow:
    live = Slow(folder)
    live.read()
    await live.prepare()
    return live


@pytest.mark.parametrize("fails", [0, 1], ids=["is learnt", "fails, and is tried again"])
async def test_a_new_phrasing_is_found_while_all_is_learnt_anew(folder, phrasings, fails):
    live = await a_slow(folder)
    live.fails = fails
    for new in ("blafasel pustekuchen", "dingsbums verdaddelt"):
        add(phrasings, new)
        await live.until_found(new)
    added = live.world().finder
    await live.until_learnt()
    assert live.world().finder is not added
    assert live.world().finder.find("dingsbums verdaddelt").confidence > 0.5


async def test_an_answer_is_withdrawn_also_while_very_much_is_learnt(folder, phrasings):
    live = await a_slow(folder)
    before = live.world().finder
    add(phrasings, *(f"dingsbums {number} verdaddelt" for number in range(30)))
    await live.look()
    await live.look()
    (folder / "faq" / "withdrawn.yaml").write_text(WITHDRAWN)
    async with asyncio.timeout(GUARD):
        while live.kb.withdrawn != {"termin-verpasst"}:
            await live.look()
    assert live.world().finder is before
    await live.until_learnt()
    assert live.world().finder.find("dingsbums 7 verdaddelt").confidence > 0.5


async def test_who_stops_the_bot_does_not_wait_for_what_is_learnt(folder, phrasings):
    live = await a_slow(folder)
    service = asyncio.create_task(live.run())
    add(phrasings, "blafasel pustekuchen")
    async with asyncio.timeout(GUARD):
        while live._learning is None:
            await live.look()
    service.cancel()
    with suppress(asyncio.CancelledError):
        await service
    with suppress(asyncio.CancelledError):
        await live._learning
    assert live._learning.cancelled()
    live.may.set()


class Quick(Slow):
    """Has so many phrasings that it begins with a few of them, unless that fails too."""

    quick_fails = False

    def _build_quickly(self, kb, today):
        if self.quick_fails:
            raise MemoryError
        return build(replace(kb, phrasings={}), today)


ALONE = "war am 7. nicht beim termin"
"""Found by its phrasing only."""


async def a_quick(folder: Path) -> Quick:
    live = Quick(folder)
    live.read()
    await live.prepare()
    return live


async def test_citizens_are_answered_before_all_is_learnt(folder, phrasings):
    live = await a_quick(folder)
    assert live.state == "current"
    assert live.tell == [QUICK]
    assert not live.finds(ALONE)
    assert not list(live.cache.glob("*.npz"))
    await live.until_learnt()
    assert live.finds(ALONE)
    assert live.tell == [QUICK, LEARNT]


async def test_a_new_phrasing_during_the_first_learning_is_found_after_it(folder, phrasings):
    """It need not wait until all is learnt once more; nor does a broken file matter meanwhile."""
    live = await a_quick(folder)
    change(folder, "topics.yaml", "title: Termine", "titel: Termine")
    await live.until(lambda: live.is_broken)
    change(folder, "topics.yaml", "titel: Termine", "title: Termine")
    before, new = live.kb.version, "blafasel pustekuchen"
    add(phrasings, new)
    await live.until(lambda: live.kb.version != before)
    await live.until_learnt()
    live.may.clear()
    first = live.world().finder
    await live.until(lambda: live.world().finder is not first)
    live.may.set()
    added = live.world().finder
    assert added.find(new).confidence > max(0.5, first.find(new).confidence)


async def test_without_a_quick_start_citizens_wait_until_all_is_learnt(folder, phrasings):
    live = Quick(folder)
    live.quick_fails = True
    live.read()
    await live.prepare()
    assert live.finds(ALONE)
    assert not live.tell


async def test_when_learning_fails_what_began_quickly_answers_on_until_it_does_not(
    folder, phrasings, monkeypatch
):
    monkeypatch.setattr("bot.live.LEARNS_AGAIN", 0.2)
    live = await a_quick(folder)
    before, live.fails = live.world().finder, 1
    live.may.set()
    await live.until(lambda: NOT_LEARNT in live.tell)
    assert live.world().finder is before
    await live.until_learnt()
    assert live.finds(ALONE)
    assert live.tell == [QUICK, NOT_LEARNT, LEARNT]


async def test_at_midnight_the_finder_is_built_for_the_new_day(folder):
    clock = [datetime(2026, 12, 31, 22, 59, tzinfo=UTC)]
    live = a_live(folder, Heard(), now=lambda: clock[0])
    live.read()
    await live.prepare()
    before = live.world().finder
    await live.look()
    assert live.world().finder is before
    clock[0] = datetime(2026, 12, 31, 23, 1, tzinfo=UTC)  # in Borken it is the new year
    await live.look()
    assert live.world().finder is not before
