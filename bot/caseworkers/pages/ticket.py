"""The page of one ticket: everything about it at a glance, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render

from bot.caseworkers import asides, words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages import sheet
from bot.caseworkers.pages.actions import ACTIONS, Fields
from bot.caseworkers.pages.attempt import Pending, left_over, parse_attempt, pending, read_fields
from bot.caseworkers.pages.hears import heard
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.refusals import offices_for
from bot.caseworkers.rehearsal import rehearsed
from bot.caseworkers.sight import Sight, look
from bot.caseworkers.typed import NOTE_LENGTH, REASON_LENGTH
from bot.core.ports import TicketFilter
from bot.core.tickets import State, Ticket
from bot.errors import BotError, NotStored, UnknownTicket

LAST = "Das war das letzte offene Anliegen. Alles andere ist in Arbeit oder ruht."


async def ticket(request: StaffRequest, code: str) -> HttpResponse:
    """Look at a ticket; with POST do something with it."""
    if request.method == "POST":
        return await _act(request, code)
    inbox = request.room.inbox(request.staff)
    return await _page(request, inbox, await look(inbox, code, request.staff.name))


async def news(request: StaffRequest, code: str) -> HttpResponse:
    """Whether anything has happened to the ticket; its open page asks for that."""
    inbox = request.room.inbox(request.staff)
    found = await inbox.show(code, request.staff.name, by_hand=False)
    return JsonResponse({"mark": sheet.mark(found.events), "text": sheet.news(found.events, inbox.kb)})


async def _act(request: StaffRequest, code: str) -> HttpResponse:
    attempt = parse_attempt(request)
    if attempt is None:
        return HttpResponseBadRequest()
    inbox, by = request.room.inbox(request.staff), request.staff.name
    try:
        done = await attempt.make(inbox, code, by)
    except (UnknownTicket, NotStored):
        raise
    except BotError as refusal:
        sight = await look(inbox, code, by)
        return await _page(request, inbox, sight, await pending(attempt, refusal, inbox, sight, by))
    messages.success(request, done)
    if attempt.action.stays:
        return redirect("caseworkers:ticket", code=code)
    return await _on(request, inbox, code)


async def _on(request: StaffRequest, inbox: Inbox, code: str) -> HttpResponse:
    """To the most urgent ticket that is open, else to the queue; what was just given back waits there."""
    there = [one.code for one in await inbox.list(TicketFilter(states=(State.OPEN,)), by_hand=False)]
    for other in there:
        if other != code:
            return redirect("caseworkers:ticket", code=other)
    if not there:
        messages.info(request, LAST)
    return redirect("caseworkers:queue")


async def _page(
    request: StaffRequest, inbox: Inbox, sight: Sight, waiting: Pending | None = None
) -> HttpResponse:
    found = sight.ticket
    typed = waiting.attempt.fields if waiting else read_fields(request.kept)
    offers = await _offers(request, inbox, found, typed)
    texts = request.room.texts
    context = {
        "ticket": sheet.sheet(sight, inbox.kb, inbox.now(), request.staff.name),
        "offers": offers,
        "refusal": waiting.refusal if waiting else "",
        "is_unsent": "act" in request.kept,
        "left_over": left_over(typed, offers),
        "date": waiting.date if waiting else None,
        "date_typed": waiting.attempt.fields.get(waiting.date.field, "") if waiting and waiting.date else "",
        "date_hears": heard(waiting.date.says, texts, found.language) if waiting and waiting.date else (),
        "offices": [(office.id, office.town) for office in offices_for(found, inbox.kb.offices)],
        "rests": [
            (name, words.moment(at), at.isoformat(timespec="seconds"))
            for name, at in asides.usual_rests(inbox, found.office)
        ],
        "tells_result": inbox.full,
        "note_length": NOTE_LENGTH,
        "reason_length": REASON_LENGTH,
    }
    status = HTTPStatus.CONFLICT if waiting and waiting.refusal else HTTPStatus.OK
    return render(request, "caseworkers/ticket.html", context, status=status)


async def _offers(
    request: StaffRequest, inbox: Inbox, found: Ticket, typed: Fields
) -> Mapping[str, Mapping[str, Any]]:
    """The actions that the ticket allows, each with what the citizen would hear."""
    offers = {}
    for name, action in ACTIONS.items():
        act = action.on(found.code, request.staff.name, action.example(inbox, found))
        try:
            says = await rehearsed(inbox, found, act)
        except BotError:
            continue
        offers[name] = {
            "name": name,
            "key": action.key,
            "label": action.label,
            "hears": heard(says, request.room.texts, found.language),
            "typed": typed,
        }
    return offers
