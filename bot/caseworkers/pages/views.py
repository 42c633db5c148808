"""What is to be done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from bot.caseworkers import words
from bot.caseworkers.pages.room import StaffRequest
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import TicketFilter
from bot.core.tickets import State, Ticket, shown


async def queue(request: StaffRequest) -> HttpResponse:
    """Open and taken tickets, urgent first, then by due time; no names, no numbers."""
    inbox = request.room.inbox(request.staff)
    tickets = await inbox.list(TicketFilter(states=(State.OPEN, State.TAKEN)))
    rows = [_row(ticket, inbox.kb, inbox.now()) for ticket in tickets]
    return render(request, "caseworkers/queue.html", {"rows": rows})


def _row(ticket: Ticket, kb: KnowledgeBase, now: datetime) -> dict[str, Any]:
    return {
        "code": shown(ticket.code),
        "urgent": ticket.urgent,
        "late": words.is_overdue(ticket, now),
        "kind": words.KINDS[ticket.kind],
        "town": words.town(ticket.office, kb),
        "topic": words.topic(ticket, kb),
        "due": words.moment(ticket.due_at),
        "taken_by": ticket.taken_by if ticket.state is State.TAKEN else "",
    }
