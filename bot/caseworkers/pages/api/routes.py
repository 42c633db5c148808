"""The interface as a whole, below ``/api/``; each address has a row in ``web.access.TABLE``."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from bot.caseworkers.pages.api import moves, problems, reading
from bot.caseworkers.pages.api.problems import Fault, response_of
from bot.errors import BotError


class Token(HttpBearer):
    """For the description of the interface; who has no token has not come this far."""

    def authenticate(self, request: HttpRequest, token: str) -> object:
        return getattr(request, "machine", None)


class _Api(NinjaAPI):
    def get_openapi_schema(self, **arguments: Any) -> Any:
        """As the library makes it, with the media type that problems have."""
        schema = super().get_openapi_schema(**arguments)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400 and "content" in answer:
                        answer["content"] = {problems.MEDIA_TYPE: answer["content"]["application/json"]}
        return schema


api = _Api(
    title="Anliegen des Jobcenters",
    version="1",
    description="Für Programme der Behörde, etwa ein Fachverfahren. Jeder Zugriff steht im Protokoll.",
    docs_url=None,
    urls_namespace="api",
    auth=Token(),
)
api.add_router("", reading.router)
api.add_router("", moves.router)


@api.exception_handler(BotError)
def refused(request: HttpRequest, error: BotError) -> HttpResponse:
    return response_of(problems.problem_of(error))


@api.exception_handler(ValidationError)
def unfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [
        Fault(place=".".join(str(part) for part in one["loc"] if part != "asked"), reason=one["type"])
        for one in error.errors
    ]
    return response_of(problems.by_status(422).model_copy(update={"errors": faults}))


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return response_of(problems.by_status(error.status_code))
