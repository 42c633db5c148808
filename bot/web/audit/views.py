"""The audit by time, newest first. There is no other order and no filter: nobody is looked at by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from bot.core.audit import Act, Deed, Verdict
from bot.core.literal import literal
from bot.errors import Unreadable
from bot.web.audit import words
from bot.web.audit.opening import Opening, Together, close_audit, open_audit, opening
from bot.web.room import Room

PAGE = 100


@sensitive_post_parameters("password", "code")
def audit(request: HttpRequest) -> HttpResponse:
    """The form for two; once it is filled in, the rows."""
    if request.method == "POST":
        return _opened(request)
    found = opening(request)
    return _asked(request) if found is None else _rows(request, found)


def close(request: HttpRequest) -> HttpResponse:
    """Before the time is over."""
    close_audit(request)
    return redirect("start")


@reauthentication_required  # type: ignore[untyped-decorator]
def _confirmed(request: HttpRequest) -> None:
    """The first admin has typed the own password within the last minutes."""


def _asked(request: HttpRequest) -> HttpResponse:
    _confirmed(request)  # else it leads to the page for that, and back
    return render(request, "web/audit_open.html", {"form": Together(request)})


def _opened(request: HttpRequest) -> HttpResponse:
    try:
        _confirmed(request)
    except ReauthenticationRequired:  # the library would keep the form, with a password, in the session
        return redirect("audit")
    form = Together(request, request.POST)
    if not form.is_valid() or form.second is None:
        return render(request, "web/audit_open.html", {"form": form}, status=HTTPStatus.BAD_REQUEST)
    second, reason = form.second.name, form.cleaned_data["reason"]
    act = Act(timezone.now(), _staff(request).name, Deed.AUDIT_READ, second, reason)
    async_to_sync(_room(request).audit.record)(act)
    open_audit(request, second, reason)
    return redirect("audit")


def _rows(request: HttpRequest, open_now: Opening) -> HttpResponse:
    room = _room(request)
    before = str(request.GET.get("vor", ""))
    number = int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else 0
    verdict = async_to_sync(room.audit.audited)()
    acts = _acts(room, number)
    context = {
        "until": datetime.fromtimestamp(open_now.until, UTC),
        "second": open_now.second,
        "reason": words.REASONS.get(open_now.reason, ""),
        "verdict": verdict,
        "count": verdict.last - verdict.retired,
        "rows": None if acts is None else [_row(one, act, verdict, room.moves) for one, act in acts],
        "is_newest": not number,
        "older": acts[-1][0] if acts and len(acts) == PAGE else 0,
    }
    return render(request, "web/audit.html", context)


def _acts(room: Room, before: int) -> Sequence[tuple[int, Act]] | None:
    """None if somebody wrote into a row what this program never does."""
    try:
        return async_to_sync(room.audit.acts)(before, PAGE)
    except Unreadable:
        return None


def _row(number: int, act: Act, verdict: Verdict, moves: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "number": number,
        "at": act.at,
        "who": literal(act.who),
        "what": literal(words.what(act, moves)),
        "subject": literal(words.subject(act)),
        "detail": words.detail(act),
        "is_true": number not in {flaw.number for flaw in verdict.flaws},
    }


def _room(request: HttpRequest) -> Room:
    return request.room  # type: ignore[attr-defined,no-any-return]


def _staff(request: HttpRequest) -> Any:
    return request.staff  # type: ignore[attr-defined]
