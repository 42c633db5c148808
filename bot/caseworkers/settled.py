"""What became of settled tickets: when, and which new appointment there is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.caseworkers import words
from bot.caseworkers.history import moved_to
from bot.caseworkers.inbox import Inbox
from bot.core.tickets import State, Ticket


@dataclass(frozen=True, slots=True)
class Settled:
    """``to`` is the new appointment, if there is one. By whom it was settled stands on the ticket only."""

    at: datetime
    to: datetime | None


async def settled(inbox: Inbox, tickets: Collection[Ticket]) -> Mapping[str, Settled]:
    """What became of those of *tickets* that are settled and not forgotten, by their codes."""
    codes = [ticket.code for ticket in tickets if ticket.is_settled and not ticket.forgotten]
    found = await inbox.store.settlements(codes) if codes else {}
    return {code: Settled(one.at, moved_to(one.detail)) for code, one in found.items()}


def result(ticket: Ticket, became: Settled | None) -> str:
    """As in "neuer Termin Do 26.11. 10:00", "erreicht", "zurückgezogen"; empty while it is unsettled."""
    if not ticket.is_settled:
        return ""
    if ticket.state is State.WITHDRAWN or ticket.outcome is None:
        return words.STATES[ticket.state]
    to = f" {words.moment(became.to)}" if became and became.to else ""
    return f"{words.OUTCOMES[ticket.outcome]}{to}"
