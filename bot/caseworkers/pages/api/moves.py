"""What programs do: the moves, each under the name that it has on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Router
from pydantic import StringConstraints

from bot.caseworkers import asides, tries
from bot.caseworkers.dates import DateDoubtful
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.api.objects import (
    AppointmentIn,
    CallIn,
    CloseIn,
    Code,
    ForwardIn,
    MovedOut,
    NoteIn,
    SnoozeIn,
)
from bot.caseworkers.pages.api.once import answered
from bot.caseworkers.pages.api.problems import PROBLEMS
from bot.caseworkers.refusals import ForwardRefused
from bot.core.tickets import Outcome
from bot.errors import RestRefused

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Outside these a date cannot be told in every time zone, nor meant."""

Key = Annotated[
    str,
    StringConstraints(pattern=r"^[!-~]{8,100}$"),
    Header(
        alias="Idempotency-Key",
        description="Für jede Änderung ein neuer, zum Beispiel eine UUID. Derselbe Schlüssel mit derselben "
        "Anfrage ändert nichts noch einmal und bekommt 24 Stunden lang dieselbe Antwort.",
    ),
]
_ANSWERS: dict[int, Any] = {200: MovedOut, **PROBLEMS}

router = Router()


@router.post("/tickets/{code}/take", response=_ANSWERS, operation_id="take", summary="Übernehmen")
async def take(request: HttpRequest, code: Code, key: Key) -> HttpResponse:
    """Das Anliegen liegt jetzt bei diesem Programm; noch einmal übernehmen verlängert."""
    return await answered(request, code, key, lambda inbox, by: inbox.take(code, by))


@router.post("/tickets/{code}/release", response=_ANSWERS, operation_id="release", summary="Zurückgeben")
async def release(request: HttpRequest, code: Code, key: Key) -> HttpResponse:
    """Das Anliegen ist wieder für alle offen."""
    return await answered(request, code, key, lambda inbox, by: inbox.release(code, by))


@router.post("/tickets/{code}/note", response=_ANSWERS, operation_id="note", summary="Notieren")
async def note(request: HttpRequest, code: Code, key: Key, asked: NoteIn) -> HttpResponse:
    """Schreibt eine Notiz in den Verlauf; sie wird nie gesendet."""
    return await answered(request, code, key, lambda inbox, by: inbox.note(code, asked.text, by), asked)


@router.post("/tickets/{code}/forward", response=_ANSWERS, operation_id="forward", summary="Weitergeben")
async def forward(request: HttpRequest, code: Code, key: Key, asked: ForwardIn) -> HttpResponse:
    """Gibt das Anliegen an einen anderen Ort. Die Frist bleibt."""

    async def deal(inbox: Inbox, by: str) -> object:
        office = inbox.kb.office(asked.office)
        if office is None:
            raise ForwardRefused(asked.office)
        return await inbox.forward(code, office, asked.reason, by)

    return await answered(request, code, key, deal, asked)


@router.post("/tickets/{code}/snooze", response=_ANSWERS, operation_id="snooze", summary="Zurückstellen")
async def snooze(request: HttpRequest, code: Code, key: Key, asked: SnoozeIn) -> HttpResponse:
    """Das Anliegen ruht bis dahin und kommt dann wieder in die Liste."""

    async def deal(inbox: Inbox, by: str) -> object:
        if not _is_meant(asked.until):
            raise RestRefused("long")
        return await asides.snooze(inbox, code, asked.until.astimezone(UTC), by, sure=True)

    return await answered(request, code, key, deal, asked)


@router.post("/tickets/{code}/close", response=_ANSWERS, operation_id="close", summary="Abschließen")
async def close(request: HttpRequest, code: Code, key: Key, asked: CloseIn) -> HttpResponse:
    """Das Anliegen ist erledigt; es muss dafür nicht vorher übernommen sein."""
    outcome = Outcome(asked.outcome)
    return await answered(request, code, key, lambda inbox, by: inbox.close(code, outcome, by), asked)


@router.post(
    "/tickets/{code}/not-reached", response=_ANSWERS, operation_id="not_reached", summary="Nicht erreicht"
)
async def not_reached(
    request: HttpRequest, code: Code, key: Key, asked: CallIn | None = None
) -> HttpResponse:
    """Niemand ging ans Telefon: Das Anliegen ruht; nach dem dritten Mal ist es erledigt.

    Ein zweiter Versuch innerhalb einer halben Stunde geht nur mit sure.
    """
    sure = asked is not None and asked.sure
    return await answered(
        request, code, key, lambda inbox, by: tries.not_reached(inbox, code, by, sure), asked
    )


@router.post(
    "/tickets/{code}/wrong-number", response=_ANSWERS, operation_id="wrong_number", summary="Nummer falsch"
)
async def wrong_number(request: HttpRequest, code: Code, key: Key) -> HttpResponse:
    """Die Nummer stimmt nicht: Sie wird gelöscht, und der Chat fragt nach einer anderen."""
    return await answered(request, code, key, lambda inbox, by: inbox.wrong_number(code, by))


@router.post("/tickets/{code}/moved", response=_ANSWERS, operation_id="moved", summary="Termin verschoben")
async def moved(request: HttpRequest, code: Code, key: Key, asked: AppointmentIn) -> HttpResponse:
    """Es gibt einen neuen Termin: Damit ist das Anliegen erledigt."""

    async def deal(inbox: Inbox, by: str) -> object:
        if not _is_meant(asked.to):
            raise DateDoubtful(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), ["ist kein Termin"])
        return await inbox.moved(code, asked.to.astimezone(UTC), by, asked.sure)

    return await answered(request, code, key, deal, asked)


@router.post("/tickets/{code}/not-moved", response=_ANSWERS, operation_id="not_moved", summary="Bleibt")
async def not_moved(request: HttpRequest, code: Code, key: Key) -> HttpResponse:
    """Der Termin lässt sich nicht verschieben: Damit ist das Anliegen erledigt, und der alte gilt."""
    return await answered(request, code, key, lambda inbox, by: inbox.not_moved(code, by))


def _is_meant(at: datetime) -> bool:
    return FIRST_YEAR <= at.year <= LAST_YEAR
