"""Moves made on paper: whether a ticket allows one, and what the citizen would hear."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.view import Desk
from bot.core.talk import Say
from bot.core.tickets import Once, Rule, Ticket, TicketEvent
from bot.core.waiting import Delivery


class _Paper:
    """Stands where the store stands; whatever is written on it is thrown away."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.says: tuple[Say, ...] = ()

    async def change_ticket(self, code: str, rule: Rule, once: Once | None = None) -> Ticket:
        change = rule(self._ticket)
        self.says = change.says
        return change.ticket

    async def events(self, code: str) -> Sequence[TicketEvent]:
        """Nothing has happened to paper."""
        return ()

    async def deliveries(self, code: str) -> Sequence[Delivery]:
        """Nothing was sent from paper."""
        return ()

    async def mark_seen(self, offices: Collection[str], at: datetime) -> None:
        """Nobody has looked."""


async def rehearsed(
    inbox: Inbox, ticket: Ticket, act: Callable[[Inbox], Awaitable[object]]
) -> tuple[Say, ...]:
    """What the citizen would hear if *act* was done now to *ticket*, of which nothing is changed.

    Raises:
        BotError: whatever the act would raise.
    """
    paper = _Paper(ticket)
    await act(replace(inbox, store=cast(Desk, paper)))
    return paper.says
