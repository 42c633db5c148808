"""Everybody can use every page: axe finds nothing serious, on no screen anything is cut off or lost.

Each route of ``access.TABLE`` that shows a page has its visits; one without any fails.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.web.access import TABLE
from tests.web.browser.conftest import Place
from tests.web.browser.looks import flaws_for_everybody
from tests.web.browser.visits import VISITS, Walk, prepare

NO_PAGE = {
    "mfa_download_recovery_codes": "a file",
    "caseworkers:fresh": "what the open list asks for",
    "caseworkers:news": "what the open ticket asks for",
    "caseworkers:following": "leads on to the next ticket",
}
"""Routes that show nothing by themselves, apart from those of programs."""


@pytest.fixture(scope="module")
def walk(place: Place) -> Iterator[Walk]:
    prepare(place)
    walk = Walk(place)
    yield walk
    walk.close()


def test_every_page_has_a_visit():
    pages = {route for route, access in TABLE.items() if access.look and not route.startswith("api:")}
    assert pages - set(VISITS) - set(NO_PAGE) == set()


@pytest.mark.parametrize("route", VISITS)
def test_everybody_can_use_the_page(walk, route):
    for number, visit in enumerate(VISITS[route]):
        page = visit(walk)
        found = "\n".join(flaws_for_everybody(page))
        assert not found, f"visit {number}, {page.url}:\n{found}"
