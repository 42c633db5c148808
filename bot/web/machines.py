"""The door for programs: a token instead of signing in, problem+json instead of pages."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils.deprecation import MiddlewareMixin

from bot.caseworkers.pages.api import problems
from bot.core.staff import Machine
from bot.web import refusals
from bot.web.access import TABLE, Access, Stranger, Verdict, verdict
from bot.web.accounts.machines import machine_of
from bot.web.room import room

ROUTES = "api:"
PLACE = "/api/"

_STATUS = {
    Verdict.UNKNOWN: HTTPStatus.NOT_FOUND,
    Verdict.SIGN_IN: HTTPStatus.UNAUTHORIZED,
    Verdict.FORBIDDEN: HTTPStatus.FORBIDDEN,
}


def answer(request: HttpRequest, route: str) -> HttpResponseBase | None:
    """Lets a program in, or says why not; whom it lets in finds ``request.machine`` and ``request.room``.

    Cookies count for nothing here, so another site can send nothing in somebody's name.
    """
    machine = _machine(request)
    entered = cast(Any, request)
    entered.machine, entered.room = machine, room()
    found = verdict(route, request.method or "", machine.scope if machine else Stranger.STRANGER)
    if found is Verdict.OPEN:
        return None
    if found is Verdict.METHOD:
        return HttpResponseNotAllowed(["GET"] if TABLE.get(route, Access()).look else ["POST"])
    return HttpResponse(status=_STATUS[found])


class Problems(MiddlewareMixin):
    """Whatever went wrong and wherever, a program reads problem+json."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        status = response.status_code
        if not request.path_info.startswith(PLACE) or status < HTTPStatus.BAD_REQUEST:
            return response
        refusals.record(request, status)
        if status == HTTPStatus.UNAUTHORIZED:
            response["WWW-Authenticate"] = "Bearer"
        if response.get("Content-Type") != problems.MEDIA_TYPE and isinstance(response, HttpResponse):
            response.content = problems.body_of(problems.by_status(status)).encode()
            response["Content-Type"] = problems.MEDIA_TYPE
            response["Content-Length"] = str(len(response.content))  # it was counted before
        return response


def _machine(request: HttpRequest) -> Machine | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return machine_of(token.strip()) if scheme.lower() == "bearer" and token else None
