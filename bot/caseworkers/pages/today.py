"""Today: who has said that they will not come, for the front desk and the printer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render

from bot.caseworkers import today as service
from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.owed import owed_among
from bot.caseworkers.pages.asked import own_offices, read_asked
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.settled import Settled, result, settled
from bot.core.calendar import local
from bot.core.literal import literal
from bot.core.tickets import Kind, Ticket, shown

SAYS = {Kind.RESCHEDULE: "möchte verschieben", Kind.MISSED: "hat verpasst"}


@dataclass(frozen=True, slots=True)
class Line:
    """One who does not come, and what ``became`` of it; ``time`` is empty if it is not known, ``name`` if
    nobody asked for it."""

    time: str
    code: str
    says: str
    town: str
    became: str
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
    became, untold = await settled(inbox, tickets), await owed_among(inbox, tickets)
    offices = own_offices(inbox)
    line = partial(_line, inbox=inbox, became=became, untold=untold)
    now = local(inbox.now())
    return render(
        request,
        "caseworkers/today.html",
        {
            "absent": [line(one) for one in tickets if not service.is_expected(one, untold)],
            "expected": [line(one) for one in tickets if service.is_expected(one, untold)],
            "named": request.method == "POST",
            "asked": asked,
            "offices": offices,
            "has_towns": len(offices) != 1,
            "where": ", ".join(town for id_, town in offices if asked.office in ("", id_)),
            "day": _in_full(now.date()),
            "time": f"{now:%H:%M}",
        },
    )


def _line(ticket: Ticket, inbox: Inbox, became: Mapping[str, Settled], untold: Collection[str]) -> Line:
    at = ticket.appointment_at
    owed = ", noch Bescheid sagen" if ticket.code in untold else ""
    return Line(
        time=f"{local(at):%H:%M}" if at and ticket.appointment_time_known else "",
        code=shown(ticket.code),
        says=SAYS[ticket.kind],
        town=words.town(ticket.office, inbox.kb),
        became=f"{_became(ticket, became.get(ticket.code), inbox.now())}{owed}",
        name=literal(ticket.name),
    )


def _became(ticket: Ticket, how: Settled | None, now: datetime) -> str:
    if how and how.to and local(how.to).date() == local(now).date():
        return f"neuer Termin heute {local(how.to):%H:%M}"
    if ticket.is_settled:
        return result(ticket, how)
    if ticket.is_held(now):
        return f"noch keine Antwort, liegt bei {literal(ticket.taken_by)}"
    return "noch keine Antwort"


def _in_full(day: date) -> str:
    return f"{words.WEEKDAY_NAMES[day.weekday()]}, {day:%d.%m.%Y}"
