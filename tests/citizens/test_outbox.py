"""The sender: order, repeats and lanes, with a store that lives in memory."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.citizens.outbox import LANES, Never, NotNow, Sender, Sent
from bot.core.talk import ChatRef, Say
from bot.core.waiting import Outgoing

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Box:
    """The outbox port, as its documentation says it behaves."""

    messages: list[Outgoing] = field(default_factory=list)
    done: dict[int, str] = field(default_factory=dict)
    waits: dict[int, datetime] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, chat: str, *texts: str) -> None:
        for text in texts:
            number = len(self.messages) + 1
            self.messages.append(Outgoing(number, ChatRef("telegram", chat), Say((text,)), "de"))

    async def to_send(self, channel: str, now: datetime, limit: int = 100):
        first: dict[ChatRef, Outgoing] = {}
        for message in self.messages:
            if message.id not in self.done:
                first.setdefault(message.chat, message)
        return [one for one in first.values() if self.waits.get(one.id, now) <= now]

    async def sent(self, message_id: int, reference: str, now: datetime) -> None:
        self._finish(message_id, f"sent {reference}")

    async def park(self, message_id: int, reason: str, now: datetime) -> None:
        self._finish(message_id, f"parked {reason}")

    async def postpone(self, message_id: int, until: datetime) -> None:
        self.waits[message_id] = until
        self.changed.set()

    def _finish(self, message_id: int, how: str) -> None:
        self.done[message_id] = how
        self.changed.set()

    async def until(self, is_so) -> None:
        async with asyncio.timeout(20):
            while not is_so():
                self.changed.clear()
                await self.changed.wait()


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


async def with_sender(box, deliver, work, clock=None) -> None:
    stop = asyncio.Event()
    sender = Sender("telegram", box, deliver, clock or Clock())
    running = asyncio.create_task(sender.run(stop))
    try:
        await work(sender)
    finally:
        stop.set()
        await running


async def test_messages_of_a_chat_keep_their_order():
    box, order = Box(), []
    box.put("a", "1", "2", "3")

    async def deliver(message):
        order.append(message.say.parts[0])
        return Sent(str(message.id))

    await with_sender(box, deliver, lambda _: box.until(lambda: len(box.done) == 3))
    assert order == ["1", "2", "3"]


async def test_what_is_to_wait_waits_as_long_as_it_was_told():
    box, clock = Box(), Clock()
    box.put("a", "1")
    tries = []

    async def deliver(message):
        tries.append(clock.now)
        return NotNow(7) if len(tries) == 1 else Sent("x")

    async def work(sender):
        await box.until(lambda: box.waits)
        assert box.waits[1] == NOW + timedelta(seconds=7)
        clock.now += timedelta(seconds=8)
        sender.wake.set()
        await box.until(lambda: box.done)

    await with_sender(box, deliver, work, clock)
    assert len(tries) == 2


async def test_a_refused_message_is_parked_and_the_next_goes_on():
    box = Box()
    box.put("a", "1", "2")

    async def deliver(message):
        return Never("blocked") if message.id == 1 else Sent("x")

    await with_sender(box, deliver, lambda _: box.until(lambda: len(box.done) == 2))
    assert box.done == {1: "parked blocked", 2: "sent x"}


async def test_one_is_on_its_way_at_a_time_so_that_a_kill_doubles_one_at_most():
    box = Box()
    for chat in range(10):
        box.put(str(chat), "1")
    most = on_the_way = 0

    async def deliver(message):
        nonlocal most, on_the_way
        on_the_way += 1
        most = max(most, on_the_way)
        await asyncio.sleep(0)
        on_the_way -= 1
        return Sent("x")

    await with_sender(box, deliver, lambda _: box.until(lambda: len(box.done) == 10))
    assert most == 1


async def test_a_slow_chat_holds_up_nobody_else():
    box, freed = Box(), asyncio.Event()
    box.put("slow", "1")
    box.put("quick", "2")

    async def deliver(message):
        if message.chat.address == "slow":
            await freed.wait()
        return Sent("x")

    async def work(_):
        await box.until(lambda: 2 in box.done)
        assert 1 not in box.done
        freed.set()
        await box.until(lambda: 1 in box.done)

    await with_sender(box, deliver, work)


async def test_an_error_of_ours_loses_no_message():
    box = Box()
    box.put("a", "1")
    tries = []

    async def deliver(message):
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError
        return Sent("x")

    await with_sender(box, deliver, lambda _: box.until(lambda: box.done))
    assert box.done == {1: "sent x"}


async def test_whoever_stops_the_program_waits_for_no_pause(monkeypatch):
    monkeypatch.setattr("bot.citizens.outbox.pause", lambda attempts: 3600.0)
    box, failed = Box(), asyncio.Event()
    box.put("a", "1")

    async def deliver(message):
        failed.set()
        raise RuntimeError

    async with asyncio.timeout(20):
        await with_sender(box, deliver, lambda _: failed.wait())
    assert box.done == {}


def test_there_are_enough_lanes_for_the_chats_in_work():
    assert 16 <= LANES <= 32
