"""Searching: the words come by POST and are kept nowhere; the session remembers only what was found."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from bot.caseworkers.pages.asked import own_offices
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.pages.rows import rows_of
from bot.caseworkers.search import LONGEST, MOST, By, Found, TermWrong
from bot.caseworkers.search import search as search_for
from bot.core.ports import TicketFilter
from bot.core.tickets import shown

_FOUND = "found"
BY = {By.CODE: "zu dieser Nummer", By.PHONE: "zu dieser Telefonnummer", By.NAME: "zu diesem Namen"}


async def search(request: StaffRequest) -> HttpResponseBase:
    """A box to type into, and what was found last."""
    if request.method == "POST":
        return await _searched(request)
    inbox = request.room.inbox(request.staff)
    kept: dict[str, Any] = await request.session.aget(_FOUND) or {}
    codes = kept.get("codes", [])
    listed = await inbox.list(TicketFilter(codes=tuple(codes), hidden=True), by_hand=False)
    tickets = sorted(listed, key=lambda ticket: codes.index(ticket.code))
    by = BY[By(kept["by"])] if kept else ""
    rows = rows_of(tickets, inbox, request.staff.name)
    return _page(request, rows=rows, by=by, has_towns=len(own_offices(inbox)) != 1, is_cut=len(codes) == MOST)


async def _searched(request: StaffRequest) -> HttpResponseBase:
    inbox = request.room.inbox(request.staff)
    typed = request.POST.get("suche", "")
    await request.session.apop(_FOUND, None)
    try:
        found = await search_for(inbox, typed, request.staff.name)
    except TermWrong as wrong:
        return _page(request, HTTPStatus.UNPROCESSABLE_ENTITY, typed=typed, wrong=str(wrong))
    if not found.tickets:
        return _page(request, typed=typed, nothing=BY[found.by])
    if found.by is By.CODE:
        return redirect("caseworkers:ticket", shown(found.tickets[0].code))
    await request.session.aset(_FOUND, _kept(found))
    return redirect("caseworkers:search")


def _kept(found: Found) -> dict[str, Any]:
    return {"by": found.by.value, "codes": [ticket.code for ticket in found.tickets]}


def _page(request: StaffRequest, status: int = HTTPStatus.OK, **shows: Any) -> HttpResponse:
    return render(request, "caseworkers/search.html", {"longest": LONGEST, **shows}, status=status)
