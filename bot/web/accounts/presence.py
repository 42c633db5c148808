"""How long somebody is there: marks in the session."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from datetime import timedelta
from typing import Any

from django.http import HttpRequest

_BEGAN, _SEEN, _INVITED, _OVER = "began", "seen", "invited", "over"
_STEP = 60
"""Seconds; the session is not stored anew for each click."""
ENROLMENT = timedelta(minutes=30)
"""Time to set up the second factor after a one-time link."""


class Presence:
    """Reads and writes the marks; times are seconds since 1970."""

    def __init__(self, session: MutableMapping[str, Any]) -> None:
        self._session = session

    def begin(self, now: float) -> None:
        self._session[_BEGAN] = self._session[_SEEN] = now
        self._session.pop(_OVER, None)

    def seen(self, now: float) -> None:
        """Somebody does something."""
        if now - self._session[_SEEN] >= _STEP:
            self._session[_SEEN] = now

    def is_over(self, now: float, idle: timedelta, absolute: timedelta) -> bool:
        """Nothing happened for *idle*, or it began *absolute* ago; also if the marks are missing."""
        began, seen = (float(self._session.get(mark, 0.0)) for mark in (_BEGAN, _SEEN))
        return now - seen > idle.total_seconds() or now - began > absolute.total_seconds()


def mark_over(session: MutableMapping[str, Any]) -> None:
    """Somebody was here, and has to sign in again: the page for that says so."""
    session[_OVER] = True


def is_over(request: HttpRequest) -> bool:
    return _OVER in request.session


def mark_invited(request: HttpRequest) -> None:
    """Whoever is signed in now came by a one-time link, and may set up a second factor."""
    request.session[_INVITED] = time.time()


def is_invited(request: HttpRequest) -> bool:
    at = request.session.get(_INVITED)
    return at is not None and time.time() - at <= ENROLMENT.total_seconds()
