"""Searching: the words come by POST, never in an address. The session remembers them sealed, and what was
found, until the next search or until signing out."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from bot.caseworkers import today
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.asked import own_offices
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.pages.rows import rows_of
from bot.caseworkers.search import LONGEST, MOST, By, Found, TermWrong
from bot.caseworkers.search import search as search_for
from bot.caseworkers.sent_on import sent_on
from bot.core.literal import literal
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Ticket, parse_code, shown
from bot.errors import Unreadable

_FOUND = "found"
BY = {By.CODE: "zur Nummer", By.PHONE: "zur Telefonnummer", By.NAME: "zum Namen"}


async def search(request: StaffRequest) -> HttpResponseBase:
    """A box to type into, and what was found last; names against an entry in each history, when pressed."""
    if request.method == "POST" and "namen" not in request.POST:
        return await _searched(request)
    inbox, named = request.room.inbox(request.staff), request.method == "POST"
    kept: dict[str, Any] = await request.session.aget(_FOUND) or {}
    try:
        typed = settings.PLAN.unseal(kept["term"])
    except (KeyError, Unreadable):  # nothing was found, or by a program or keys of another time
        return _page(request)
    tickets = await _again(inbox, kept["codes"])
    if named:
        tickets = await today.named(inbox, tickets, request.staff.name)
    return _page(
        request,
        typed=typed,
        by=BY[By(kept["by"])],
        named=named,
        rows=await rows_of(tickets, inbox, request.staff.name),
        has_towns=len(own_offices(inbox)) != 1,
        is_cut=len(kept["codes"]) == MOST,
    )


async def _again(inbox: Inbox, codes: Sequence[str]) -> Sequence[Ticket]:
    """What was found, as it is now; without what has left these offices."""
    listed = await inbox.list(TicketFilter(codes=tuple(codes), hidden=True), by_hand=False)
    return sorted(listed, key=lambda ticket: codes.index(ticket.code))


async def _searched(request: StaffRequest) -> HttpResponseBase:
    inbox = request.room.inbox(request.staff)
    typed = literal(request.POST.get("suche", ""))
    await request.session.apop(_FOUND, None)
    try:
        found = await search_for(inbox, typed, request.staff.name)
    except TermWrong as wrong:
        return _page(request, HTTPStatus.UNPROCESSABLE_ENTITY, typed=typed, wrong=str(wrong))
    if not found.tickets:
        code = parse_code(typed)
        if code and await sent_on(inbox, code, request.staff.name):
            return redirect("caseworkers:ticket", shown(code))  # which says where it is now
        return _page(request, typed=typed, nothing=BY[found.by])
    if found.by is By.CODE:
        return redirect("caseworkers:ticket", shown(found.tickets[0].code))
    await request.session.aset(_FOUND, _kept(found, typed))
    return redirect("caseworkers:search")


def _kept(found: Found, term: str) -> dict[str, Any]:
    codes = [ticket.code for ticket in found.tickets]
    return {"by": found.by.value, "codes": codes, "term": settings.PLAN.seal(term)}


def _page(request: StaffRequest, status: int = HTTPStatus.OK, **shows: Any) -> HttpResponse:
    return render(request, "caseworkers/search.html", {"longest": LONGEST, **shows}, status=status)
