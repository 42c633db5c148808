"""What a browser makes of sessions that end, of pages loaded anew, and of passkeys."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.app import now
from bot.core import moves
from tests.builders import a_ticket
from tests.web.browser.test_ticket import path_of

NOTE = "ruft morgen selbst an, bitte nicht vor 9"


@pytest.fixture
def ticket(place):
    ticket = a_ticket("SGNAAB", office="bocholt", created_at=now(), due_at=now())
    place.receive(ticket)
    return ticket


def test_what_is_typed_outlives_loading_the_page_anew(place, enter, ticket):
    page = enter()
    page.goto(path_of(ticket))
    page.fill("#text", NOTE)
    page.fill("#reason", "umgezogen")
    place.stored(lambda store: store.change_ticket(ticket.code, lambda was: moves.withdrawn(was, now())))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_role("link", name="Neu laden").click()
    expect(page.get_by_text("Sie hatten geschrieben: umgezogen")).to_be_visible()
    expect(page.locator("#text")).to_have_value(NOTE)
    assert page.evaluate("[sessionStorage.length, Object.keys(localStorage).length]") == [0, 0]
