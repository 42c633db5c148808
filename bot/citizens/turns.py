"""Turns of many chats: one after another within a chat, side by side across chats."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.core.talk import ChatRef
from bot.core.waiting import Received

AT_ONCE = 24
"""Chats in work at the same time; 16 to 32 keep the latency of others low (telegram measurements)."""


@dataclass(slots=True)
class Turns:
    """Stored events on their way to their turn. ``handle`` never raises."""

    handle: Callable[[Received], Awaitable[None]]
    _queues: dict[ChatRef, deque[Received]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def put(self, event: Received) -> None:
        """Queue *event* behind the others of its chat."""
        queue = self._queues.get(event.chat)
        if queue is not None:
            queue.append(event)
            return
        self._queues[event.chat] = deque([event])
        task = asyncio.create_task(self._work(event.chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def waiting(self, chat: ChatRef) -> int:
        """How many events of *chat* are not finished."""
        return len(self._queues.get(chat, ()))

    async def drained(self) -> None:
        """Return when nothing is in work any more."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _work(self, chat: ChatRef) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                async with self._places:  # per event: one busy chat holds no place for ever
                    await self.handle(queue[0])
                queue.popleft()
        finally:
            del self._queues[chat]
