"""The first page after signing in, the door that is always closed, and forms that could not be taken."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bot.web.accounts import kept
from bot.web.page import page


def start(request: HttpRequest) -> HttpResponse:
    """The first page that is for this person; a greeting if there is none."""
    ways = page(request)["navigation"]
    return redirect(ways[0]["route"]) if ways else render(request, "web/start.html")


def closed(request: HttpRequest) -> HttpResponse:
    """For addresses that a library wants to know and nobody shall open."""
    raise Http404


def keep_typed(request: HttpRequest) -> HttpResponse:
    """The page anew, as it is now, with what was typed into it."""
    way = kept.way_back(request)
    kept.keep(request, way)
    return redirect(way or "start")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before somebody signed in anew, in another tab: back to its page, with what was typed.

    Django has found no valid token in it, so it acts on nothing; and only if the browser says that the
    form was on a page of this site is it even kept.
    """
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    way = kept.way_back(request)
    if is_ours and way and kept.keep(request, way):
        return redirect(way)
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)
