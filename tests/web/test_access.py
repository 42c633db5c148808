"""Every route, every visitor, every method: the table says it, and the guard does it."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.deprecation import MiddlewareMixin

from bot.core.staff import Role, Scope
from bot.web.access import TABLE, Stranger, Visitor
from bot.web.accounts import machines
from bot.web.accounts.presence import ENROLMENT
from tests.site import an_account

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
LET_IN = 299
ARGUMENTS = {"token": "t", "pk": 1, "code": "K7M-3PQ"}


class Reached(MiddlewareMixin):
    """Stands behind the guard: whoever comes here is in, whatever the page would say."""

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse:
        return HttpResponse(status=LET_IN)


def routes(
    patterns: list[URLPattern | URLResolver], space: str = "", given: frozenset[str] = frozenset()
) -> Iterator[tuple[str, dict[str, object]]]:
    """Name and arguments of every route of the site."""
    for one in patterns:
        wanted = given.union(one.pattern.converters)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from routes(one.url_patterns, inner, wanted)
        else:
            yield f"{space}{one.name}", {name: ARGUMENTS[name] for name in wanted}


ALL = dict(routes(get_resolver().url_patterns))


def expected(route: str, method: str, visitor: Visitor) -> tuple[int, str]:
    """Status and where to, as the table has it."""
    access = TABLE[route]
    if not access.look | access.act:
        return HTTPStatus.NOT_FOUND, ""
    if isinstance(visitor, Scope) and not route.startswith("api:"):
        visitor = Stranger.STRANGER  # where people work, a token counts for nothing
    may = {"GET": access.look, "HEAD": access.look, "POST": access.act}.get(method, frozenset())
    if visitor in may:
        return LET_IN, ""
    if route.startswith("api:"):
        if not isinstance(visitor, Scope):  # nor does a cookie here
            return HTTPStatus.UNAUTHORIZED, ""
        return HTTPStatus.FORBIDDEN if may else HTTPStatus.METHOD_NOT_ALLOWED, ""
    if visitor is Stranger.STRANGER:
        return HTTPStatus.FOUND, reverse("account_login")
    if not may:
        return HTTPStatus.METHOD_NOT_ALLOWED, ""
    if visitor is Stranger.INVITED:
        return HTTPStatus.FOUND, reverse("mfa_index")
    return HTTPStatus.FORBIDDEN, ""


async def a_browser_of(visitor: Visitor) -> AsyncClient:
    browser = AsyncClient()
    if visitor is Stranger.STRANGER or isinstance(visitor, Scope):
        return browser
    role = visitor if isinstance(visitor, Role) else Role.CASEWORKER
    account = await sync_to_async(an_account)("Kaya", role, has_factor=visitor is not Stranger.INVITED)
    await browser.aforce_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    if visitor is Stranger.INVITED:
        session = await browser.asession()
        await session.aset("invited", await session.aget("began"))
        await session.asave()
    return browser


async def headers_of(visitor: Visitor) -> dict[str, str]:
    """What a program sends with each request."""
    if not isinstance(visitor, Scope):
        return {}
    token = await sync_to_async(machines.add)("fachverfahren", visitor, ["bocholt"])
    return {"Authorization": f"Bearer {token}"}


def test_every_route_has_a_row_and_every_row_a_route():
    assert set(ALL) == set(TABLE)


@pytest.mark.parametrize("visitor", [*Stranger, *Role, *Scope])
async def test_only_those_get_in_whom_the_table_names(site, settings, visitor):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.web.test_access.Reached"]
    browser, headers = await a_browser_of(visitor), await headers_of(visitor)
    for route, arguments in ALL.items():
        for method in METHODS:
            answer = await browser.generic(method, reverse(route, kwargs=arguments), headers=headers)
            found = answer.status_code, answer.get("Location", "").partition("?")[0]
            assert found == expected(route, method, visitor), f"{method} {route}"


async def test_a_route_without_a_row_is_closed(site, enter, settings):
    settings.ROOT_URLCONF = "tests.web.unlisted_urls"
    browser = await enter("Kaya", Role.ADMIN)
    assert (await browser.get("/unlisted/")).status_code == HTTPStatus.NOT_FOUND


async def test_whoever_has_to_sign_in_comes_back_to_the_page_that_was_wanted(site):
    answer = await AsyncClient().get("/anliegen/?art=anruf")
    assert answer["Location"] == "/anmelden/?next=%2Fanliegen%2F%3Fart%3Danruf"


async def test_a_form_that_another_site_sends_is_refused(site, enter):
    browser = await enter()
    answer = await browser.post("/abmelden/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert (await browser.get("/anliegen/")).status_code == HTTPStatus.OK


async def test_a_form_without_its_token_is_refused(site, enter):
    browser = await enter()
    browser.handler.enforce_csrf_checks = True
    assert (await browser.post("/abmelden/")).status_code == HTTPStatus.FORBIDDEN


def test_an_invitation_gives_less_time_than_a_working_day():
    assert ENROLMENT.total_seconds() <= 30 * 60
