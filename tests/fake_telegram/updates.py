"""The queue of updates: what waits for the bot, what it got, what it has confirmed."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .clock import Bell, Clock
from .errors import ApiError
from .params import Json

LIFETIME = 24 * 3600.0  # seconds; Bot API, "Getting updates"
CALLBACK_LIFETIME = 150.0  # telegram-bot-api, Client.cpp
MAX_BATCH = 100
MAX_POLL = 50  # seconds; longer polls are shortened to it
AHEAD = 10  # TQueue.cpp: an offset further ahead of the newest update than this is ignored
ON_DEMAND = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class _Waiting:
    update: Json
    expires: float
    is_replay: bool = False  # comes again although an offset has confirmed it already
    is_handed: bool = False

    @property
    def id(self) -> int:
        return int(self.update["update_id"])


class UpdateQueue:
    """``delivered``, ``confirmed`` and ``expired`` hold update ids and are never emptied."""

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self._clock, self._bell = clock, bell
        self._waiting: list[_Waiting] = []
        self._open_poll: object | None = None
        self._allowed: frozenset[str] | None = None  # None: all but those sent on demand
        self.next_id = random.randint(100_000_000, 900_000_000)
        self.delivered: set[int] = set()
        self.confirmed: set[int] = set()
        self.expired: set[int] = set()

    @property
    def is_polled(self) -> bool:
        return self._open_poll is not None

    @property
    def pending(self) -> list[Json]:
        self._expire()
        return [waiting.update for waiting in self._waiting]

    def allow(self, kinds: Iterable[str]) -> None:
        """Concerns updates yet to come; an empty list restores the default."""
        self._allowed = frozenset(kinds) or None

    def add(self, kind: str, content: Json) -> Json:
        """A new update; it is not queued when the bot did not ask for its *kind*."""
        is_wanted = kind in self._allowed if self._allowed else kind not in ON_DEMAND
        update = {"update_id": self._new_id(), kind: content}
        return self.push(update) if is_wanted else update

    def push(self, update: Json, is_replay: bool = False) -> Json:
        """Queue *update* as it is, whatever is in it; an id is given to it if it has none."""
        update = {"update_id": update["update_id"] if "update_id" in update else self._new_id(), **update}
        lifetime = CALLBACK_LIFETIME if "callback_query" in update else LIFETIME
        self._waiting.append(_Waiting(update, self._clock.now() + lifetime, is_replay))
        self._bell.ring()
        return update

    def drop(self) -> None:
        """Forget all that waits, as ``drop_pending_updates`` does."""
        self._waiting.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Any]:
        """One getUpdates.

        Raises:
            ApiError: 409, when a newer poll came while this one was open.
        """
        ticket = self._open_poll = object()
        self._bell.ring()
        try:
            offset = self._confirm(offset)
            await self._bell.until(lambda: self._open_poll is not ticket or self._due(offset), seconds)
            if self._open_poll is not ticket:
                raise ApiError(409, CONFLICT)
            batch = self._due(offset)[:limit]
            for waiting in batch:
                waiting.is_handed = True
                self.delivered.add(waiting.id)
            return [waiting.update for waiting in batch]
        finally:
            if self._open_poll is ticket:
                self._open_poll = None
            self._bell.ring()

    def _confirm(self, offset: int) -> int:
        """Forget what lies below *offset*; return the offset that holds."""
        self._expire()
        if offset < 0:
            ids = sorted(waiting.id for waiting in self._waiting)[offset:]
            offset = ids[0] if ids else 0
        if offset > self.next_id + AHEAD:
            return 0
        kept = []
        for waiting in self._waiting:
            if waiting.id >= offset or (waiting.is_replay and not waiting.is_handed):
                kept.append(waiting)
            else:
                self.confirmed.add(waiting.id)
        self._waiting = kept
        return offset

    def _due(self, offset: int) -> list[_Waiting]:
        self._expire()
        due = [w for w in self._waiting if w.id >= offset or (w.is_replay and not w.is_handed)]
        return sorted(due, key=lambda waiting: waiting.id)

    def _expire(self) -> None:
        now = self._clock.now()
        self.expired |= {waiting.id for waiting in self._waiting if waiting.expires <= now}
        self._waiting = [waiting for waiting in self._waiting if waiting.expires > now]

    def _new_id(self) -> int:
        self.next_id += 1
        return self.next_id - 1
