"""What a program is told when something does not go: problem+json (RFC 9457) with a remedy in German."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

from bot import errors
from bot.caseworkers.dates import DateDoubtful
from bot.caseworkers.refusals import ForwardRefused, NoteRefused
from bot.caseworkers.tries import TriedBefore
from bot.caseworkers.typed import CodeWrong, WrongUse
from bot.errors import BotError

MEDIA_TYPE = "application/problem+json"


class Fault(Schema):
    """One thing that is wrong with a request."""

    place: str = Field(description="Wo, zum Beispiel body.outcome")
    reason: str = Field(description="Was: missing, extra_forbidden, string_too_long ...")


class Problem(Schema):
    """Warum etwas nicht ging, und was jetzt hilft."""

    type: str = Field(description="Bleibt gleich: daran erkennt ein Programm, was los ist")
    title: str
    status: int
    detail: str = Field(description="Was zu tun ist")
    errors: list[Fault] = Field(default=[], description="Bei 422: jede Stelle, die nicht passt")


PROBLEMS: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 409, 422, 503), Problem)
"""What every operation may answer."""


def _plain(status: int, title: str, detail: str) -> Problem:
    return Problem(type="about:blank", title=title, status=status, detail=detail)


def _special(status: int, name: str, title: str, detail: str) -> Problem:
    return Problem(type=f"urn:jobcenter-bot:{name}", title=title, status=status, detail=detail)


BY_STATUS: Mapping[int, Problem] = {
    problem.status: problem
    for problem in (
        _plain(400, "Die Anfrage ist nicht lesbar", "Bitte JSON in UTF-8 senden, höchstens 256 KiB."),
        _plain(
            401,
            "Kein gültiger Token",
            "Bitte „Authorization: Bearer ...“ senden. Einen Token gibt die IT: machine add",
        ),
        _plain(
            403, "Dafür reicht der Token nicht", "Bearbeiten und Namen lesen darf nur ein Token mit work."
        ),
        _plain(404, "Das gibt es hier nicht", "Bitte die Adresse prüfen; alle nennt /api/openapi.json."),
        _plain(
            405, "So geht es an dieser Adresse nicht", "Welche Methoden gehen, steht in der Kopfzeile Allow."
        ),
        _plain(409, "Das geht gerade nicht", "Bitte das Anliegen neu laden und neu entscheiden."),
        _plain(422, "Die Anfrage passt nicht", "Bitte die Stellen in errors berichtigen."),
        _plain(500, "Unerwarteter Fehler", "Bitte die IT verständigen; Einzelheiten stehen im Log."),
        _plain(503, "Gerade nicht möglich", "Es wurde nichts verändert. Bitte später noch einmal senden."),
    )
}

_LOAD_AGAIN = "Bitte das Anliegen neu laden und neu entscheiden."
_BY_ERROR: Mapping[type[BotError], Problem] = {
    errors.UnknownTicket: _special(
        404,
        "unknown-ticket",
        "Dieses Anliegen gibt es hier nicht",
        "Bitte die Nummer prüfen. Anliegen anderer Orte sieht dieser Token nicht.",
    ),
    errors.AlreadyTaken: _special(
        409, "already-taken", "Das Anliegen liegt bei jemand anderem", "Bitte ein anderes nehmen."
    ),
    errors.MoveRefused: _special(
        409, "move-refused", "Das geht in diesem Stand des Anliegens nicht", _LOAD_AGAIN
    ),
    errors.MoveUnfit: _special(
        409,
        "move-unfit",
        "Das passt nicht zu dieser Art von Anliegen",
        "Bitte ein anderes Ergebnis wählen; kind und phone sagen, welche passen.",
    ),
    errors.StaleTicket: _special(409, "changed", "Das Anliegen hat sich geändert", _LOAD_AGAIN),
    DateDoubtful: _special(
        409,
        "date-doubtful",
        "An diesem Tag wird selten jemand eingeladen",
        "Stimmt der Termin trotzdem, bitte mit neuem Schlüssel und sure: true senden.",
    ),
    TriedBefore: _special(
        409,
        "tried-before",
        "Gerade eben wurde schon ein Versuch eingetragen",
        "War es wirklich noch ein Anruf, bitte mit neuem Schlüssel und sure: true senden.",
    ),
    ForwardRefused: _special(
        409, "forward-refused", "Dorthin kann das Anliegen nicht", "Bitte einen anderen Ort wählen."
    ),
    errors.RestRefused: _special(
        409,
        "rest-refused",
        "Bis dahin kann das Anliegen nicht ruhen",
        "Bitte eine Zeit in den nächsten vier Wochen und vor dem Termin angeben.",
    ),
    NoteRefused: _special(
        409,
        "forgotten",
        "Alle Angaben wurden auf Wunsch gelöscht",
        "Hier wird nichts mehr notiert. Bitte im Fachverfahren festhalten, was nötig ist.",
    ),
    errors.KeyReused: _special(
        409,
        "key-reused",
        "Dieser Idempotency-Key stand für eine andere Anfrage",
        "Bitte für jede neue Anfrage einen neuen Schlüssel nehmen.",
    ),
    CodeWrong: _special(
        404,
        "unknown-ticket",
        "Dieses Anliegen gibt es hier nicht",
        "Eine Nummer hat sechs Zeichen ohne I, L, O, 0 und 1, zum Beispiel K7M-3PQ.",
    ),
    WrongUse: BY_STATUS[422],
    errors.StorageError: BY_STATUS[503],
}


def problem_of(error: BotError) -> Problem:
    """What is told of *error*; the closest class that is listed decides."""
    found = (_BY_ERROR[kind] for kind in type(error).__mro__ if kind in _BY_ERROR)
    return next(found, BY_STATUS[409])


def by_status(status: int) -> Problem:
    """What is told where nothing but the status is known."""
    if status in BY_STATUS:
        return BY_STATUS[status]
    return _plain(status, HTTPStatus(status).phrase, "Bitte die Anfrage prüfen.")


def body_of(problem: Problem) -> str:
    """As it is sent."""
    return json.dumps(problem.model_dump(exclude_defaults=True), ensure_ascii=False)


def response_of(problem: Problem) -> HttpResponse:
    return HttpResponse(body_of(problem), MEDIA_TYPE, problem.status)
