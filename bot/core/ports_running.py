"""The seams to the running bot: what leads order it to do, and how it does. See ``ports`` for the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.steering import Banner, StandingOrders, Stop


class Steering(Protocol):
    """What leads ordered the running bot to do. Each order and its end stands in the audit."""

    async def standing_orders(self, today: date) -> StandingOrders:
        """What is in force on *today* or later."""

    async def stops(self, limit: int = 10) -> Sequence[Stop]:
        """The newest stops, also those that are over, newest first."""

    async def stop_answers(self, stop: Stop) -> bool:
        """From now on the bot is silent; False (and nothing changed) if it was already."""

    async def answer_again(self, by: str, at: datetime) -> bool:
        """The stop is over; False if there was none."""

    async def put_up(self, banner: Banner, at: datetime) -> Banner:
        """Say this too; the banner comes back with its number, which no other ever gets."""

    async def take_down(self, number: int, by: str, at: datetime) -> bool:
        """Say it no more; False if it was not said any more."""


class Pulse(Protocol):
    """How the bot does, told to other processes."""

    async def mark_fetched(self, at: datetime | None) -> None:
        """The channel has answered a fetch; None: the bot works without one, nobody is to fetch."""

    async def fetched(self) -> datetime | None:
        """When it last did; None: nobody is to fetch, or nobody ever has."""
