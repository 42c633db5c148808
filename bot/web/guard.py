"""The guard at the door: every request passes here before any page is asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, cast

from allauth.mfa.models import Authenticator
from asgiref.sync import async_to_sync
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    QueryDict,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import urlencode

from bot.core.staff import Role, Staff
from bot.core.steering import Silence
from bot.errors import BotError, NotStored, StorageError, UnknownTicket
from bot.web import machines
from bot.web.access import DESK, LEADS, TABLE, Access, Stranger, Verdict, Visitor, verdict
from bot.web.accounts import kept
from bot.web.accounts.models import Account
from bot.web.accounts.over import over
from bot.web.accounts.presence import Presence, is_invited, mark_over
from bot.web.plan import Plan
from bot.web.room import room

IDLE = timedelta(minutes=30)
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor; recovery codes only stand in for one."""

NO_FACTOR = (
    "Für Ihr Konto ist noch kein zweiter Faktor eingerichtet. Bitte lassen Sie sich von der IT einen neuen "
    "Link geben."
)


class Guard(MiddlewareMixin):
    """Lets a request in, or says why not; whom it lets in finds ``request.staff`` and ``request.room``."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        route = match.view_name if match else ""
        if route.startswith(machines.ROUTES):
            return machines.answer(request, route)
        access = TABLE.get(route, Access())
        if _is_from_elsewhere(request):
            return render(request, "403.html", status=HTTPStatus.FORBIDDEN)
        visitor = _visitor(request, access)
        _let_in(request, visitor)
        if visitor in DESK | LEADS and not access.background:
            cast(Any, request).silence = _silence()
        return _answer(request, verdict(route, request.method or "", visitor), access)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What pages do not say themselves. A ticket of another office is none."""
        if isinstance(error, UnknownTicket):
            return render(request, "404.html", status=HTTPStatus.NOT_FOUND)
        if isinstance(error, BotError):
            if isinstance(error, NotStored):
                return _not_now(request, error)
            return render(request, "web/refused.html", {"reason": str(error)}, status=HTTPStatus.CONFLICT)
        return None


def _not_now(request: HttpRequest, error: NotStored) -> HttpResponse:
    """Browsers forget what was typed into pages that they may not store, so it is kept here."""
    way = kept.way_back(request)
    is_kept = request.method == "POST" and kept.keep(request, way)
    if is_kept:
        request.session.save()  # Django does not where a page says that something is wrong
    context = {"reason": str(error), "way": way, "is_kept": is_kept}
    return render(request, "web/refused.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)


def _answer(request: HttpRequest, found: Verdict, access: Access) -> HttpResponseBase | None:
    if found is Verdict.UNKNOWN:
        raise Http404
    if found is Verdict.METHOD:
        return HttpResponseNotAllowed(_methods(access))
    if found is Verdict.SIGN_IN:
        return _asked_in(request, access)
    if found is Verdict.ENROL:
        return redirect("mfa_index")
    if found is Verdict.FORBIDDEN:
        return render(request, "403.html", status=HTTPStatus.FORBIDDEN)
    return None


def _asked_in(request: HttpRequest, access: Access) -> HttpResponse:
    """To the page for signing in, and from there back to where somebody was, with what was typed there."""
    way = request.get_full_path() if request.method == "GET" else kept.way_back(request)
    if request.method == "POST":
        way = way or (request.path if access.look else "")  # some browsers do not say where a form stood
        kept.keep(request, way)
    after = f"?{urlencode({REDIRECT_FIELD_NAME: way})}" if way else ""
    return redirect(f"{reverse('account_login')}{after}")


def _let_in(request: HttpRequest, visitor: Visitor) -> None:
    entered = cast(Any, request)
    entered.visitor = visitor
    entered.room = room()
    account = request.user if isinstance(request.user, Account) else None
    entered.staff = _staff(account) if account else None
    entered.whose = kept.mark_of(account) if account else ""
    entered.over = None if account else over(request)
    entered.keep = partial(kept.keep_rest, request, account) if account else None
    # What was typed is given back where it was typed, and only to whoever is wholly signed in.
    is_back = account and visitor in Role and request.method == "GET"
    entered.kept = kept.taken(request, account) if account and is_back else QueryDict()


def _silence() -> Silence | None:
    """A line at the top of pages: where it cannot be read, the page itself may still be."""
    with suppress(StorageError):
        return async_to_sync(room().silence)()
    return None


def _staff(account: Account) -> Staff:
    return Staff(account.name, account.is_for, account.office_ids)


def _visitor(request: HttpRequest, access: Access) -> Visitor:
    """Who is there. Whoever stayed too long or lacks the second factor is signed out on the way."""
    account = request.user
    if not isinstance(account, Account):
        return Stranger.STRANGER
    presence = Presence(request.session)
    now = time.time()
    if presence.is_over(now, IDLE, timedelta(seconds=settings.SESSION_COOKIE_AGE)):
        return _timed_out(request)
    if not access.background:
        presence.seen(now)
    if _has_factor(account) or _is_trusted(request):
        return account.is_for
    return Stranger.INVITED if is_invited(request) else _shown_out(request, NO_FACTOR)


def _timed_out(request: HttpRequest) -> Visitor:
    typed = kept.all_kept(request)
    logout(request)
    mark_over(request.session)
    kept.hand_on(request, typed)
    return Stranger.STRANGER


def _shown_out(request: HttpRequest, reason: str) -> Visitor:
    logout(request)
    messages.info(request, reason)
    return Stranger.STRANGER


def _has_factor(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user_id=account.pk, type__in=FACTORS).exists())


def _is_trusted(request: HttpRequest) -> bool:
    plan: Plan = settings.PLAN
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(address in network for network in plan.trusted_networks)


def _is_from_elsewhere(request: HttpRequest) -> bool:
    """A second line behind Django's CSRF token: the browser says that another site sends this."""
    came_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    return request.method == "POST" and came_from not in ("same-origin", "none")


def _methods(access: Access) -> list[str]:
    return [*(("GET", "HEAD") if access.look else ()), *(("POST",) if access.act else ())]
