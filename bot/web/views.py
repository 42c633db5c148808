"""The first page after signing in, and the door that is always closed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bot.web.page import page


def start(request: HttpRequest) -> HttpResponse:
    """The first page that is for this person; a greeting if there is none."""
    ways = page(request)["navigation"]
    return redirect(ways[0]["route"]) if ways else render(request, "web/start.html")


def closed(request: HttpRequest) -> HttpResponse:
    """For addresses that a library wants to know and nobody shall open."""
    raise Http404
