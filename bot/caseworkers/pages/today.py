"""Today: who has said that they will not come, for the front desk and the printer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from bot.caseworkers import today as service
from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.asked import own_offices, read_asked
from bot.caseworkers.pages.room import StaffRequest
from bot.core.calendar import local
from bot.core.literal import literal
from bot.core.tickets import Kind, Ticket, shown

SAYS = {Kind.RESCHEDULE: "möchte verschieben", Kind.MISSED: "hat verpasst"}


@dataclass(frozen=True, slots=True)
class Line:
    """One who does not come; ``time`` is empty if it is not known, ``name`` if nobody asked for it."""

    time: str
    code: str
    says: str
    town: str
    standing: str
    name: str


async def today(request: StaffRequest) -> HttpResponse:
    """The list of today; sent by POST it comes with names, and each look at a name is on record.

    So it is no page to come back to: who wants to see names again has to press again.
    """
    inbox = request.room.inbox(request.staff)
    asked = read_asked(request.POST if request.method == "POST" else request.GET, inbox)
    tickets = await service.not_coming(inbox, asked.filter)
    if request.method == "POST":
        tickets = await service.named(inbox, tickets, request.staff.name)
    offices = own_offices(inbox)
    now = local(inbox.now())
    return render(
        request,
        "caseworkers/today.html",
        {
            "lines": list(_lines(tickets, inbox)),
            "named": request.method == "POST",
            "asked": asked,
            "offices": offices,
            "has_towns": len(offices) != 1,
            "where": ", ".join(town for id_, town in offices if asked.office in ("", id_)),
            "day": _in_full(now.date()),
            "time": f"{now:%H:%M}",
        },
    )


def _lines(tickets: Iterable[Ticket], inbox: Inbox) -> Iterable[Line]:
    for ticket in tickets:
        at = ticket.appointment_at
        yield Line(
            time=f"{local(at):%H:%M}" if at and ticket.appointment_time_known else "",
            code=shown(ticket.code),
            says=SAYS[ticket.kind],
            town=words.town(ticket.office, inbox.kb),
            standing=words.standing(ticket, inbox.now()),
            name=literal(ticket.name),
        )


def _in_full(day: date) -> str:
    return f"{words.WEEKDAY_NAMES[day.weekday()]}, {day:%d.%m.%Y}"
