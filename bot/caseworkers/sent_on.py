"""A ticket that somebody has forwarded to an office whose tickets are not hers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.caseworkers.inbox import Inbox


@dataclass(frozen=True, slots=True)
class SentOn:
    """When, and to which office."""

    at: datetime
    office: str


async def sent_on(inbox: Inbox, code: str, by: str) -> SentOn | None:
    """Where *by* has sent the ticket that is not to be seen here; None for everybody else.

    It tells nothing that *by* did not do: what has become of the ticket since is the other office's.
    """
    for event in reversed(await inbox.store.events(code)):
        if (event.who, event.what) == (by, "forwarded") and event.detail:
            ways, _, _ = event.detail.partition(": ")
            return SentOn(event.at, ways.rpartition(" > ")[2])
    return None
