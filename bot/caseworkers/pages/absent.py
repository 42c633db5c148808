"""A colleague is not there: what lies with her goes back into the queue. Why, nobody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bot.caseworkers import asides
from bot.caseworkers.pages.room import StaffRequest
from bot.core.literal import literal
from bot.core.tickets import Held, shown

TAKEN_BACK = "taken_back"
"""In the session: what can be undone until signing out."""


async def absent(request: StaffRequest) -> HttpResponse:
    """Choose a name of those that tickets bear; with POST take back what lies there, or undo that."""
    if request.method == "POST":
        await (_undo(request) if "undo" in request.POST else _take_back(request))
        return redirect("caseworkers:absent")
    held = _remembered(request)
    context = {
        "names": await asides.keepers(request.room.inbox(request.staff)),
        "me": request.staff.name,
        "taken_back": literal(held[0].by) if held else "",
        "codes": [shown(one.code) for one in held],
    }
    return render(request, "caseworkers/absent.html", context)


async def _take_back(request: StaffRequest) -> None:
    name = str(request.POST.get("name", ""))
    held = await asides.take_back(request.room.inbox(request.staff), name, request.staff.name)
    if held:
        request.session[TAKEN_BACK] = [_packed(one) for one in held]
    else:
        messages.info(request, "Dort liegt nichts mehr. Nichts wurde verändert.")


async def _undo(request: StaffRequest) -> None:
    held = _remembered(request)
    request.session.pop(TAKEN_BACK, None)
    if not held:
        messages.info(request, "Es gibt nichts mehr rückgängig zu machen.")
    elif await asides.hand_back(request.room.inbox(request.staff), held, request.staff.name):
        messages.success(request, f"Rückgängig gemacht: {_listed(held)} wieder bei {literal(held[0].by)}.")
    else:
        messages.warning(
            request,
            f"Ein Teil ist inzwischen in Arbeit und bleibt dort. Alles andere liegt wieder bei "
            f"{literal(held[0].by)}.",
        )


def _listed(held: Sequence[Held]) -> str:
    codes = ", ".join(shown(one.code) for one in held)
    return f"{codes} {'liegt' if len(held) == 1 else 'liegen'}"


def _remembered(request: HttpRequest) -> Sequence[Held]:
    return [_unpacked(one) for one in request.session.get(TAKEN_BACK, ())]


def _packed(held: Held) -> Mapping[str, Any]:
    return {
        "code": held.code,
        "by": held.by,
        "version": held.version,
        "times": [at.isoformat() if at else "" for at in (held.lease_until, held.not_before)],
    }


def _unpacked(packed: Mapping[str, Any]) -> Held:
    lease_until, not_before = _times(packed["times"])
    return Held(packed["code"], packed["by"], packed["version"], lease_until, not_before)


def _times(texts: Iterable[str]) -> Iterable[datetime | None]:
    return (datetime.fromisoformat(text) if text else None for text in texts)
