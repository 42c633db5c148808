"""The page of one ticket: everything about it at a glance, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from bot.caseworkers import answers, asides, tries, words
from bot.caseworkers.answers import Answer
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages import sheet
from bot.caseworkers.pages.actions import ACTIONS, IN_VAIN, Fields
from bot.caseworkers.pages.attempt import Pending, left_over, parse_attempt, pending, read_fields
from bot.caseworkers.pages.hears import heard
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.refusals import offices_for
from bot.caseworkers.rehearsal import rehearsed
from bot.caseworkers.sent_on import SentOn, sent_on
from bot.caseworkers.sight import Sight, look
from bot.caseworkers.typed import NOTE_LENGTH, REASON_LENGTH
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import State, shown
from bot.errors import BotError, NotStored, UnknownTicket

LAST = "Das war das letzte offene Anliegen. Alles andere ist in Arbeit oder ruht."
LOST = "Kommt im Chat nicht an"


async def ticket(request: StaffRequest, code: str) -> HttpResponse:
    """Look at a ticket; with POST do something with it."""
    inbox = request.room.inbox(request.staff)
    try:
        if request.method == "POST":
            return await _act(request, inbox, code)
        return await _page(request, inbox, await look(inbox, code, request.staff.name))
    except UnknownTicket:
        found = await sent_on(inbox, code, request.staff.name)
        if found is None:
            raise
        return _sent_on(request, inbox, code, found)


async def following(request: StaffRequest, code: str) -> HttpResponse:
    """To the next ticket, when nothing more is to be done with this one, though it may still be open.

    With POST a note that was typed is written down first.
    """
    inbox, text = request.room.inbox(request.staff), request.POST.get("text", "")
    if text.strip():
        messages.success(request, str(answers.noted(await inbox.note(code, text, request.staff.name))))
    return await _on(request, inbox, besides=code)


async def news(request: StaffRequest, code: str) -> HttpResponse:
    """Whether anything has happened to the ticket; its open page asks for that."""
    inbox = request.room.inbox(request.staff)
    found = await inbox.show(code, request.staff.name, by_hand=False)
    return JsonResponse({"mark": sheet.mark(found.events), "text": sheet.news(found.events, inbox.kb)})


async def _act(request: StaffRequest, inbox: Inbox, code: str) -> HttpResponse:
    attempt, by = parse_attempt(request), request.staff.name
    if attempt is None:
        return HttpResponseBadRequest()
    try:
        answer = await attempt.make(inbox, code, by)
    except (UnknownTicket, NotStored):
        raise
    except BotError as refusal:
        sight = await look(inbox, code, by)
        return await _page(request, inbox, sight, await pending(attempt, refusal, inbox, sight, by))
    if attempt.action.stays:
        request.keep(attempt.rest)
    if attempt.action.stays or answer.left:
        messages.success(request, " ".join(filter(None, (answer.done, answer.heard))))
        return redirect("caseworkers:ticket", code=code)
    messages.success(request, _over(code, answer))
    return await _on(request, inbox, besides=code)


def _over(code: str, answer: Answer) -> str:
    """Stands above the next person's name: what was done to which ticket, and the way back to it."""
    what = format_html("<strong>{}</strong>{}", shown(code), answer.done.removeprefix(shown(code)))
    if answer.gone:
        return what
    way = reverse("caseworkers:ticket", args=(code,))
    return format_html('{} <a href="{}">{} noch einmal ansehen</a>', what, way, shown(code))


async def _on(request: StaffRequest, inbox: Inbox, besides: str = "") -> HttpResponse:
    """To the most urgent ticket that is open, else to the queue; what was just given back waits there."""
    there = [one.code for one in await inbox.list(TicketFilter(states=(State.OPEN,)), by_hand=False)]
    for other in there:
        if other != besides:
            return redirect("caseworkers:ticket", code=other)
    if not there:
        messages.info(request, LAST)
    return redirect("caseworkers:queue")


def _sent_on(request: StaffRequest, inbox: Inbox, code: str, found: SentOn) -> HttpResponse:
    town, at = words.town(found.office, inbox.kb), words.moment(found.at)
    context = {"code": shown(code), "town": town, "at": at}
    status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
    return render(request, "caseworkers/sent_on.html", context, status=status)


async def _page(
    request: StaffRequest, inbox: Inbox, sight: Sight, waiting: Pending | None = None
) -> HttpResponse:
    found = sight.ticket
    typed = waiting.attempt.fields if waiting else read_fields(request.kept)
    offers = await _offers(request, inbox, sight, typed)
    texts = request.room.texts
    context = {
        "ticket": sheet.sheet(sight, inbox.kb, inbox.now(), request.staff.name),
        "offers": offers,
        "refusal": waiting.refusal if waiting else "",
        "is_unsent": "act" in request.kept,
        "left_over": left_over(typed, offers),
        "question": waiting.question if waiting else None,
        "question_hears": heard(waiting.says, texts, found.language) if waiting else (),
        "asked": waiting,
        "left": _left(inbox, sight),
        "question_lost": _lost(sight, waiting.attempt.name) if waiting else "",
        "offices": [(office.id, office.town) for office in offices_for(found, inbox.kb.offices)],
        "rests": [
            (name, words.moment(at), at.isoformat(timespec="seconds"))
            for name, at in asides.usual_rests(inbox, found)
        ],
        "tells_result": inbox.full,
        "note_length": NOTE_LENGTH,
        "reason_length": REASON_LENGTH,
    }
    status = HTTPStatus.CONFLICT if waiting and waiting.refusal else HTTPStatus.OK
    return render(request, "caseworkers/ticket.html", context, status=status)


def _left(inbox: Inbox, sight: Sight) -> str:
    """What somebody still has to do, unless the citizen was told by now."""
    is_told = any(event.what == "told" for event in sight.found.events)
    return "" if is_told else answers.left(inbox, sight.ticket, sight.gets_through)


def _lost(sight: Sight, action: str) -> str:
    """What stands where the citizen's message would, if the chat takes none."""
    if sight.gets_through:
        return ""
    can_call = sight.ticket.call_safe and action not in IN_VAIN
    return f"{LOST}: per Telefon erreichen." if can_call else f"{LOST}."


async def _offers(
    request: StaffRequest, inbox: Inbox, sight: Sight, typed: Fields
) -> Mapping[str, Mapping[str, Any]]:
    """The actions that the ticket allows, each with what the citizen would hear."""
    found, gets_through = sight.ticket, sight.gets_through
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
            "warns": tries.ends(found, gets_through) if name == "not_reached" and found.attempts else "",
            "lost": _lost(sight, name),
            "hears": heard(says, request.room.texts, found.language),
            "typed": typed,
        }
    return offers
