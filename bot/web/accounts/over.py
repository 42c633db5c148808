"""What is said at the door to somebody whose session is over."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from bot.core.tickets import shown
from bot.web.accounts import kept
from bot.web.accounts.presence import is_over

_TICKET = "caseworkers:ticket"


@dataclass(frozen=True, slots=True)
class Over:
    """``goes_on``: the ticket to which signing in leads back, empty if it leads elsewhere. ``is_kept``: what
    was typed is still there."""

    goes_on: str
    is_kept: bool


def over(request: HttpRequest) -> Over | None:
    """None if nobody was signed in here."""
    if not is_over(request):
        return None
    sent = request.POST if request.method == "POST" else request.GET
    return Over(_ticket(str(sent.get(REDIRECT_FIELD_NAME, ""))), kept.is_kept(request))


def _ticket(way: str) -> str:
    try:
        match = resolve(way.partition("?")[0])
    except Resolver404:
        return ""
    return shown(match.kwargs["code"]) if match.view_name == _TICKET else ""
