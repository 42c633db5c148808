"""Requests of programs that were refused, told to the audit: each at first, then ever more rarely."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpRequest
from django.utils import timezone

from bot.core.audit import Act, Deed
from bot.core.staff import Machine
from bot.core.tickets import parse_code
from bot.errors import StorageError
from bot.web.accounts.record import NOBODY
from bot.web.room import room

KINDS = {
    HTTPStatus.UNAUTHORIZED: "no_token",
    HTTPStatus.FORBIDDEN: "scope",
    HTTPStatus.NOT_FOUND: "no_ticket",
}
HOUR = timedelta(hours=1)
SOURCES = 20
"""As many programs, and addresses of strangers, are told apart in an hour; all others count as one."""


class Refusals:
    """Counts by source, and says which are to be recorded: the 1st, 10th, 100th ... of an hour.

    So a program that tries again each second fills no disk, and whoever reads the audit sees its size.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._counts: Counter[tuple[str, ...]] = Counter()

    def counted(self, *source: str) -> int:
        """How many there were, if this one is to be recorded; else 0."""
        if self._clock() - self._began >= HOUR.total_seconds():
            self._began, self._counts = self._clock(), Counter()
        if source not in self._counts and len(self._counts) >= SOURCES:
            source = ()
        self._counts[source] += 1
        count = self._counts[source]
        return count if str(count).rstrip("0") == "1" else 0


_programs, _strangers = Refusals(), Refusals()
"""Apart, so that no stranger with many addresses takes the places of those who are known."""


def record(request: HttpRequest, status: int) -> None:
    """Tell the audit that a program was refused; a refusal is given also while nothing can be stored."""
    kind, match = KINDS.get(HTTPStatus(status)), request.resolver_match
    if kind is None or match is None or (status == HTTPStatus.NOT_FOUND and "code" not in match.kwargs):
        return
    machine: Machine | None = getattr(request, "machine", None)
    who = machine.name if machine else NOBODY
    address = "" if machine else _address(request)
    count = (_programs if machine else _strangers).counted(kind, who, address)
    if not count:
        return
    words = (kind, f"x{count}" if count > 1 else "", address)
    subject = _code(match.kwargs) if machine else ""
    act = Act(timezone.now(), who, Deed.PULL_REFUSED, subject, " ".join(filter(None, words)))
    with suppress(StorageError):
        async_to_sync(room().audit.record)(act)


def _code(arguments: dict[str, Any]) -> str:
    """The ticket that was asked for: what has not the form of a code may be anything."""
    return parse_code(str(arguments.get("code", ""))) or ""


def _address(request: HttpRequest) -> str:
    try:
        return str(ip_address(request.META.get("REMOTE_ADDR", ""))).partition("%")[0]
    except ValueError:
        return ""
