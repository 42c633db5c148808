"""Requests that act once: the key, the move, and the answer that stays the same for 24 hours."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.api.objects import moved_out
from bot.caseworkers.pages.api.problems import MEDIA_TYPE, body_of, problem_of
from bot.caseworkers.pages.room import MachineRequest
from bot.core.audit import Act, Deed
from bot.core.tickets import Change, Once, parse_code
from bot.errors import AnsweredBefore, BotError, KeyReused

Deal = Callable[[Inbox, str], Awaitable[object]]
"""One move, made in this inbox and in this name."""


async def answered(
    request: HttpRequest, code: str, key: str, deal: Deal, asked: BaseModel | None = None
) -> HttpResponse:
    """The answer to a move: made now, or given before to the same request.

    A refusal is an answer too; what could not be stored, or asks for what does not exist, is none.

    Raises:
        BotError: what was refused.
    """
    machine, room = cast(MachineRequest, request).machine, cast(MachineRequest, request).room
    # Both parts of the key are without blanks.
    once = Once(f"{machine.name} {key}", _everything(request, asked), _answer)
    inbox = room.inbox(machine).only_once(once)
    try:
        await deal(inbox, machine.name)
    except BotError as error:
        await room.audit.record(
            Act(inbox.now(), machine.name, Deed.PULLED, parse_code(code), type(error).__name__.lower())
        )
        problem = problem_of(error)
        if isinstance(error, KeyReused) or problem.status != HTTPStatus.CONFLICT:
            raise
        if not isinstance(error, AnsweredBefore):
            await inbox.store.remember(once, json.dumps([problem.status, body_of(problem)]))
    return await _told(inbox, once)


async def _told(inbox: Inbox, once: Once) -> HttpResponse:
    """What is stored is said, the first time too: so it is the same each time, whoever was quicker."""
    status, body = json.loads(await inbox.store.answered(once) or "[409, {}]")
    return HttpResponse(body, MEDIA_TYPE if status >= HTTPStatus.BAD_REQUEST else "application/json", status)


def _everything(request: HttpRequest, asked: BaseModel | None) -> str:
    return f"{request.path} {asked.model_dump_json() if asked else ''}"


def _answer(change: Change) -> str:
    return json.dumps([HTTPStatus.OK, moved_out(change).model_dump_json()])
