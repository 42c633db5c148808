"""Leads tell the running bot what to say first, or to be silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bot.caseworkers import words
from bot.caseworkers.lead import BANNER_LENGTH, LONGEST, REASON_LENGTH, Lead, OrderRefused
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.typed import WrongUse, remark
from bot.core.knowledge import KnowledgeBase, Office
from bot.core.literal import literal
from bot.core.steering import Banner, Stop

ALL = "alle Orte"
TYPED = ("reason", "text", "since", "until")


async def chat(request: StaffRequest) -> HttpResponse:
    """What citizens hear now, and the two forms."""
    typed = {name: str(request.kept[name]) for name in TYPED if name in request.kept}
    return await _page(request, chosen=request.kept.getlist("office"), is_unsent=bool(typed), **typed)


async def stop(request: StaffRequest) -> HttpResponse:
    """The bot is silent from the next message on, after a question."""
    reason = str(request.POST.get("reason", ""))
    try:
        if "sure" not in request.POST:
            return await _page(request, asked_stop=remark(reason, REASON_LENGTH), reason=reason)
        done = await _lead(request).stop(request.staff.name, reason)
    except WrongUse as error:
        return await _page(request, wrong_stop=str(error), reason=reason)
    if not done:
        messages.info(request, "Der Chat war schon abgeschaltet.")
    return redirect("lead:chat")


async def answer_again(request: StaffRequest) -> HttpResponse:
    if not await _lead(request).answer_again(request.staff.name):
        messages.info(request, "Der Chat war nicht abgeschaltet.")
    return redirect("lead:chat")


async def put_up(request: StaffRequest) -> HttpResponse:
    """A new banner, after it was read back; what was typed is not lost when it is refused."""
    typed = {name: str(request.POST.get(name, "")) for name in ("text", "since", "until")}
    chosen, lead = request.POST.getlist("office"), _lead(request)
    try:
        since, until = _day(typed["since"]), _day(typed["until"] or typed["since"])
        wanted = (request.staff.name, typed["text"], since, until, chosen)
        if "sure" not in request.POST:
            asked = _banner(lead.banner(*wanted), lead, lead.today())
            return await _page(request, asked_banner=asked, chosen=chosen, **typed)
        await lead.put_up(*wanted)
    except WrongUse as error:
        return await _page(request, wrong_banner=str(error), chosen=chosen, **typed)
    return redirect("lead:chat")


async def take_down(request: StaffRequest) -> HttpResponse:
    number = str(request.POST.get("number", ""))
    known = number.isascii() and number.isdecimal() and len(number) < 10
    if not known or not await _lead(request).take_down(request.staff.name, int(number)):
        messages.info(request, "Diesen Hinweis gibt es nicht mehr, oder er gilt auch für andere Orte.")
    return redirect("lead:chat")


def _lead(request: StaffRequest) -> Lead:
    return request.room.lead(request.staff)


def _day(typed: str) -> date:
    """As browsers send a day, or as people type it where a browser has no calendar."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        with suppress(ValueError):
            return datetime.strptime(typed.strip(), form).date()
    raise OrderRefused("Bitte den ersten Tag angeben, zum Beispiel 23.11.2026.")


async def _page(request: StaffRequest, **typed: Any) -> HttpResponse:
    lead = _lead(request)
    standing, stops, today = await lead.standing(), await lead.stops(), lead.today()
    context = {
        "stop": _stop(standing.stop) if standing.stop else None,
        "stops": [_stop(one) for one in stops if one.ended_at],
        "banners": [_banner(banner, lead, today) for banner in standing.banners],
        "offices": list(_choices(lead, typed.get("chosen", ()))),
        "is_for_all": lead.offices is None,
        "since": today.isoformat(),
        "today": today.isoformat(),
        "text_length": BANNER_LENGTH,
        "reason_length": REASON_LENGTH,
        "longest": LONGEST.days,
        **typed,
    }
    is_wrong = "wrong_stop" in typed or "wrong_banner" in typed
    status = HTTPStatus.BAD_REQUEST if is_wrong else HTTPStatus.OK
    return render(request, "lead/chat.html", context, status=status)


def _choices(lead: Lead, chosen: Any) -> Iterator[Mapping[str, Any]]:
    for office in sorted(lead.kb.offices, key=_town):
        if lead.offices is None or office.id in lead.offices:
            yield {"id": office.id, "town": office.town, "is_chosen": office.id in chosen}


def _town(office: Office) -> str:
    return office.town


def _stop(stop: Stop) -> Mapping[str, Any]:
    return {
        "since": words.full_moment(stop.at),
        "by": literal(stop.by),
        "reason": literal(stop.reason) or "nicht mehr lesbar",
        "until": words.full_moment(stop.ended_at) if stop.ended_at else "",
        "ended_by": literal(stop.ended_by),
    }


def _banner(banner: Banner, lead: Lead, today: date) -> Mapping[str, Any]:
    return {
        "number": banner.number,
        "text": literal(banner.text),
        "days": _days(banner),
        "is_on": banner.since <= today,
        "offices": _towns(banner, lead.kb),
        "by": literal(banner.by),
        "may_change": lead.may_change(banner),
    }


def _days(banner: Banner) -> str:
    if banner.since == banner.until:
        return words.day(banner.since)
    return f"{words.day(banner.since)} bis {words.day(banner.until)}"


def _towns(banner: Banner, kb: KnowledgeBase) -> str:
    return ", ".join(words.town(office, kb) for office in banner.offices) or ALL
