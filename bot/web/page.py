"""What every page shows: who is signed in, and where one can go from here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from bot.web.access import NAVIGATION, Stranger, may_look
from bot.web.accounts.passkeys import why_not


def page(request: HttpRequest) -> dict[str, Any]:
    """Django's context processor; also works for requests that never reached the guard."""
    visitor = getattr(request, "visitor", Stranger.STRANGER)
    match = request.resolver_match
    return {
        "whose": getattr(request, "whose", ""),
        "over": getattr(request, "over", None),
        "no_passkeys": why_not(request) if match is not None and match.view_name.startswith("mfa_") else "",
        "silence": getattr(request, "silence", None),
        "staff": getattr(request, "staff", None),
        "is_signed_in": visitor not in Stranger,
        "navigation": [
            {"route": route, "label": label, "is_here": match is not None and match.view_name == route}
            for route, label in NAVIGATION
            if may_look(route, visitor)
        ],
    }
