"""Wrong passwords: whose they count as, and what is said when there were too many."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bot.web.accounts.models import Account


def login_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str:
    """The account that somebody tries to enter, however its name was typed.

    The library would look for a field of another name, find none, and lock nobody out.
    """
    given = credentials or {}
    # Django says "username"; the library itself, when it asks who is locked, the name of the model's field.
    typed = given.get("username") or given.get(Account.USERNAME_FIELD)
    return str(typed or (request.POST.get("login", "") if request else "")).strip().lower()


def locked_out(request: HttpRequest, *_: object) -> HttpResponse:
    """Said also to those who now type the right password."""
    return render(request, "web/locked.html", status=HTTPStatus.TOO_MANY_REQUESTS)


def address(request: HttpRequest) -> str:
    """From where somebody comes; behind a trusted proxy the server has put the right one there."""
    return str(request.META.get("REMOTE_ADDR", ""))
