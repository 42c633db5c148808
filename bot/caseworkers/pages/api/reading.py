"""What programs see: lists, tickets, and who the citizen is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, cast

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import StringConstraints

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.api.objects import (
    Code,
    PersonOut,
    TicketOut,
    TicketsOut,
    person_out,
    ticket_out,
)
from bot.caseworkers.pages.api.problems import PROBLEMS
from bot.caseworkers.pages.room import MachineRequest
from bot.core.audit import Act, Deed
from bot.core.tickets import State, Ticket

MOST = 200
"""Tickets on one page."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)

Cursor = Annotated[str, StringConstraints(pattern=r"^([0-9]{16}-[A-Z2-9]{6})?$")]

router = Router()


@router.get(
    "/tickets",
    response={200: TicketsOut, **PROBLEMS},
    operation_id="list_tickets",
    summary="Anliegen auflisten",
)
async def list_tickets(
    request: HttpRequest,
    state: State = State.OPEN,
    cursor: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> TicketsOut:
    """Anliegen der eigenen Orte in diesem Stand, die ältesten zuerst, auch die, die gerade ruhen.

    Die nächste Seite: dieselbe Anfrage mit cursor. Namen und Nummern stehen nicht darin.
    """
    inbox, by = _at_work(request)
    found = await inbox.page(state, _read(cursor), limit + 1)  # one more tells whether there is more
    page = found[:limit]
    await inbox.store.record(Act(inbox.now(), by, Deed.PULLED, detail=f"list {state.value} {len(page)}"))
    more = _cursor(page[-1]) if len(found) > limit else None
    return TicketsOut(tickets=[ticket_out(ticket, inbox.kb, inbox.now()) for ticket in page], next=more)


@router.get(
    "/tickets/{code}",
    response={200: TicketOut, **PROBLEMS},
    operation_id="get_ticket",
    summary="Ein Anliegen",
)
async def get_ticket(request: HttpRequest, code: Code) -> TicketOut:
    """Ein Anliegen, ohne Namen und Nummer."""
    inbox, by = _at_work(request)
    found = await inbox.show(code, by, by_hand=False)
    await inbox.store.record(Act(inbox.now(), by, Deed.PULLED, found.ticket.code, "ticket"))
    return ticket_out(found.ticket, inbox.kb, inbox.now())


@router.get(
    "/tickets/{code}/person",
    response={200: PersonOut, **PROBLEMS},
    operation_id="get_person",
    summary="Name und Nummer",
)
async def get_person(request: HttpRequest, code: Code) -> PersonOut:
    """Name, Nummer und eigene Worte. Braucht work; jeder Abruf steht im Verlauf des Anliegens."""
    inbox, by = _at_work(request)
    return person_out(await inbox.show(code, by, reveal=True, by_hand=False))


def _at_work(request: HttpRequest) -> tuple[Inbox, str]:
    """The inbox as it is for who asks, and the name that stands in histories."""
    asking = cast(MachineRequest, request)
    return asking.room.inbox(asking.machine), asking.machine.name


def _cursor(ticket: Ticket) -> str:
    """Where a ticket stands in the order of lists; it never changes, so no page skips or repeats one."""
    return f"{(ticket.created_at - _EPOCH) // _TICK:016}-{ticket.code}"


def _read(cursor: str) -> tuple[datetime, str] | None:
    since, _, code = cursor.partition("-")
    return (_EPOCH + int(since) * _TICK, code) if since else None
