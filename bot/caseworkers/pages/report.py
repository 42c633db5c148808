"""The chat says something wrong: a caseworker tells the editors, in the browser."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from bot.caseworkers.pages.attempt import read_fields
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.reporting import report_answer
from bot.caseworkers.typed import REASON_LENGTH, WrongUse
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal


async def report(request: StaffRequest) -> HttpResponseBase:
    """Which answer, and what is wrong with it."""
    typed = read_fields(request.POST if request.method == "POST" else request.kept)
    if request.method != "POST":
        return _page(request, answer=typed.get("answer", ""), reason=typed.get("reason", ""))
    inbox = request.room.inbox(request.staff)
    answer, reason = typed.get("answer", ""), typed.get("reason", "")
    try:
        kept = await report_answer(inbox, _entry(answer, inbox.kb), reason, request.staff.name)
    except WrongUse as wrong:
        return _page(request, HTTPStatus.UNPROCESSABLE_ENTITY, answer=answer, reason=reason, wrong=str(wrong))
    messages.success(request, f"Gemeldet. Die Redaktion liest zu „{answer}“: „{literal(kept)}“")
    return redirect("caseworkers:report")


def _entry(typed: str, kb: KnowledgeBase) -> str:
    """The id of the answer that the page calls so; an id stays what it is.

    Raises:
        WrongUse: there is no such answer.
    """
    for entry in kb.entries:
        if typed.casefold() in (entry.id.casefold(), literal(entry.label).casefold()):
            return entry.id
    raise WrongUse(f"Eine Antwort „{typed}“ gibt es nicht. Bitte eine aus der Liste wählen.")


def _page(request: StaffRequest, status: int = HTTPStatus.OK, **shows: Any) -> HttpResponse:
    kb = request.room.inbox(request.staff).kb
    labels = sorted({literal(entry.label) for entry in kb.entries}, key=str.casefold)
    context = {"labels": labels, "longest": REASON_LENGTH, **shows}
    return render(request, "caseworkers/report.html", context, status=status)
