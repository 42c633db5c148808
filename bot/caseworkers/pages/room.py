"""What the caseworkers' pages are given with each request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from django.http import HttpRequest, QueryDict

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.lead import Lead
from bot.content.texts import Texts
from bot.core.ports import Audit
from bot.core.staff import Machine, Staff
from bot.core.statistics import Figures


class Room(Protocol):
    """Ready objects, handed in when the site opens."""

    @property
    def audit(self) -> Audit:
        """For what the inbox does not record itself, such as searches."""

    @property
    def texts(self) -> Texts:
        """What citizens are told, in their languages."""

    def inbox(self, staff: Staff | Machine) -> Inbox:
        """The inbox as it is for *staff*: the tickets of their offices, and no others."""

    async def asked(self) -> Figures:
        """What the chat was asked in the last weeks that are over."""

    def lead(self, staff: Staff) -> Lead:
        """What *staff* may order the bot, for the offices that they lead."""


class StaffRequest(HttpRequest):
    """A request after the guard: who sends it, and what the pages work with."""

    staff: Staff
    room: Room
    kept: QueryDict
    """What the same person had typed here before, and what was not taken then; empty if nothing was."""
    keep: Callable[[Mapping[str, str]], None]
    """These fields shall stand in the page's form again when it is shown next."""


class MachineRequest(HttpRequest):
    """The same for a program."""

    machine: Machine
    room: Room
