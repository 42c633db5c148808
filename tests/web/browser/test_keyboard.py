"""A caseworker's morning without a mouse: the focus is always seen, and follows the order of the page."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from bot.app import now
from bot.core.tickets import Outcome, State, Ticket, shown
from tests.builders import a_ticket
from tests.site import PASSWORD, totp_code
from tests.web.browser.conftest import Place

LONGEST_WAY = 120
"""Presses of Tab through the longest page."""
_FOCUSED = """wanted => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const outlines = [getComputedStyle(one), getComputedStyle(one, "::after")];
  return {
    is_there: one.matches(wanted),
    what: one.outerHTML.slice(0, 120),
    is_marked: outlines.some(its => its.outlineStyle !== "none" && parseFloat(its.outlineWidth) >= 2),
    is_seen: one.checkVisibility({visibilityProperty: true}) && box.width > 4 && box.height > 4
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    place: [...document.querySelectorAll("*")].indexOf(one),
    is_outside: one === document.body,
  };
}"""


@dataclass
class Keyboard:
    """Hands that have nothing else. ``aim`` is what a selector fits."""

    page: Page

    def goes_to(self, aim: str) -> None:
        """Tab after Tab; wherever the focus comes by it is seen, and never further up than before."""
        before = 0
        for _ in range(LONGEST_WAY):
            focus = self.page.evaluate(_FOCUSED, aim)
            if not focus["is_outside"]:
                assert focus["is_marked"], focus
                assert focus["is_seen"], focus
                assert focus["place"] >= before, focus  # a date has several stops in one place
                before = focus["place"]
            if focus["is_there"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {aim}")

    def types(self, aim: str, text: str) -> None:
        self.goes_to(aim)
        self.page.keyboard.type(text)

    def presses(self, aim: str = "*") -> None:
        """Enter there, and the next page comes."""
        self.goes_to(aim)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def tickets(place: Place) -> list[Ticket]:
    times = {"created_at": now(), "due_at": now() + timedelta(days=1), "office": "bocholt"}
    tickets = [a_ticket(f"KEY{letter}AA", name="Tabea Taste", urgent=True, **times) for letter in "ABC"]
    place.receive(*tickets)
    return tickets


@pytest.fixture
def hands(enter: Any, tickets: list[Ticket]) -> Keyboard:
    return Keyboard(enter())


def path_of(ticket: Ticket) -> str:
    return f"/anliegen/{shown(ticket.code)}/"


def as_it_is(place: Place, ticket: Ticket) -> Ticket:
    return place.stored(lambda store: store.ticket(ticket.code))


def test_signing_in(place):
    page = place.stranger()
    page.goto("/anmelden/")
    hands = Keyboard(page)
    hands.types("[name=login]", "Kaya")
    hands.types("[name=password]", PASSWORD)
    hands.presses("main button.main")
    hands.types("[name=code]", totp_code(place.people["Kaya"]["secret"], time.time()))
    hands.presses("main button.main")
    assert page.url.endswith("/anliegen/")
    page.context.close()


def test_taking_and_settling(place, hands, tickets):
    ticket = tickets[0]
    hands.page.goto("/anliegen/")
    hands.presses(f"a[href='{path_of(ticket)}']")
    hands.presses("button[value=take]")
    assert as_it_is(place, ticket).taken_by == "Kaya"
    hands.presses("button[value=called]")
    assert as_it_is(place, ticket).outcome is Outcome.CALLED


def test_a_letter_leads_on_after_escape(hands, tickets):
    page = hands.page
    page.goto(path_of(tickets[1]))
    page.keyboard.press("w")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.id") == "until"
    assert page.locator("#office").input_value() == ""


def test_letting_rest(place, hands, tickets):
    hands.page.goto(path_of(tickets[1]))
    hands.presses(".usual button")
    assert as_it_is(place, tickets[1]).not_before > now()


def test_forwarding_with_a_reason(place, hands, tickets):
    hands.page.goto(path_of(tickets[2]))
    hands.types("#office", "Bor")
    hands.types("#reason", "umgezogen")
    hands.presses("#reason")
    found = as_it_is(place, tickets[2])
    assert (found.office, found.state) == ("borken", State.OPEN)


def test_searching_and_opening_what_was_found(hands, tickets):
    hands.page.goto("/anliegen/")
    hands.types("#suche", "Tabea Taste")
    hands.presses("#suche")
    hands.presses(f"main a[href='{path_of(tickets[1])}']")
    assert hands.page.url.endswith(path_of(tickets[1]))


@pytest.mark.parametrize(
    "path",
    ["/anliegen/", "/anliegen/heute/", "/anliegen/abwesend/", "/leitung/", "/leitung/chat/", "/passwort/"],
)
def test_all_the_way_through_a_page_and_out_again(enter, tickets, path):
    hands = Keyboard(enter("Lena"))
    hands.page.goto(path)
    hands.goes_to("a.skip")
    hands.page.keyboard.press("Tab")
    hands.goes_to("body")
