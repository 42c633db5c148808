"""One turn of one chat: load, step, save. What is said goes through the outbox.

Per chat, turns run one after another; across chats, side by side. The step itself runs in a worker
thread: matching is arithmetic, and the loop has to go on fetching and sending meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from weakref import WeakValueDictionary

from bot.core import calendar, dialogue
from bot.core.ports import Store
from bot.core.steering import StandingOrders
from bot.core.talk import ChatRef, Incoming, Phrase, Say, Turn, World
from bot.core.waiting import Received
from bot.errors import StaleTicket

T = TypeVar("T")
RETRIES = 5
"""A caseworker may move the same ticket at the same moment; then the step is taken again."""
SHARING_CHANNELS = frozenset({"telegram"})


@dataclass(slots=True)
class Assistant:
    """The one way of a message through the system, whatever its channel.

    ``world`` gives the present content and rules; it is asked anew for each turn, so that a reload
    of the knowledge base takes effect with the next message.
    """

    store: Store
    world: Callable[[], World]
    now: Callable[[], datetime]
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "step"))
    _locks: WeakValueDictionary[ChatRef, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def turn(self, incoming: Incoming) -> bool:
        """Handle *incoming* to the end; False if it had been handled before.

        Raises:
            StorageError, sqlite errors: nothing was saved and nothing will be said; try again.
        """
        async with self._lock(incoming.chat):
            for _ in range(RETRIES):
                turn = await self._step(incoming)
                try:
                    return await self.store.save_turn(incoming, turn, self.now())
                except StaleTicket:
                    continue
            raise StaleTicket

    async def overflow(self, incoming: Incoming) -> Say:
        """What a message hears that is refused because too many of its chat wait already."""
        now = self.now()
        world = replace(self.world(), now=now, standing=await self._standing(now))
        return await self._in_thread(lambda: dialogue.overflow(incoming, world))

    async def apologise(self, received: Received) -> bool:
        """End an event whose step fails again and again: the citizen hears it and the way on.

        What is remembered of the chat stays as it is.
        """
        incoming = Incoming(received.chat, received.at, received.event_id)
        session = await self.store.session(received.chat)
        turn = Turn(session, (Say((Phrase("went-wrong"),)),))
        return await self.store.save_turn(incoming, turn, self.now())

    async def _step(self, incoming: Incoming) -> Turn:
        session = await self.store.session(incoming.chat)
        tickets = await self.store.tickets_of(incoming.chat)
        reminders = await self.store.reminders_of(incoming.chat)
        code = await self.store.fresh_code()
        now = self.now()
        world = replace(
            self.world(),
            now=now,
            tickets=tickets,
            reminders=reminders,
            code=code,
            standing=await self._standing(now),
            shares_contact=incoming.chat.channel in SHARING_CHANNELS,
        )
        return await self._in_thread(lambda: dialogue.step(session, incoming, world))

    async def _standing(self, now: datetime) -> StandingOrders:
        """Asked anew for each turn, so that an order of a lead takes effect with the next message."""
        return await self.store.standing_orders(calendar.local(now).date())

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.threads, work)

    def _lock(self, chat: ChatRef) -> asyncio.Lock:
        """One for as long as somebody uses it: nothing is remembered of a chat in between."""
        lock = self._locks.get(chat)
        if lock is None:
            lock = self._locks[chat] = asyncio.Lock()
        return lock
