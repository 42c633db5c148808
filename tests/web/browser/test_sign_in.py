"""What a browser makes of sessions that end, of pages loaded anew, and of passkeys."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.app import now
from bot.core import moves
from tests.builders import a_ticket
from tests.site import PASSWORD
from tests.web.browser.looks import flaws
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
    page.get_by_role("button", name="Neu laden").click()
    expect(page.get_by_text("Sie hatten geschrieben: umgezogen")).to_be_visible()
    expect(page.locator("#text")).to_have_value(NOTE)
    assert page.evaluate("[sessionStorage.length, Object.keys(localStorage).length]") == [0, 0]


def test_under_an_address_without_a_name_no_passkey_is_offered(enter):
    page = enter()
    page.goto("/zweiter-faktor/")
    expect(page.get_by_text("Passkeys gehen nicht unter 127.0.0.1")).to_be_visible()
    expect(page.get_by_role("link", name="Passkey einrichten")).to_have_count(0)
    assert flaws(page) == []


def test_a_passkey_works_on_the_own_machine_and_says_so_when_it_does_not(place, enter):
    page = enter("Ben", base_url=place.url_by_name)
    page.goto("/zweiter-faktor/webauthn/add/")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Weiter").click()
    control = page.context.new_cdp_session(page)
    control.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "isUserVerified": False, "hasUserVerification": False}
    button = page.get_by_role("button", name="Einrichten")
    refused = "Promise.reject(new DOMException('', 'NotAllowedError'))"
    page.evaluate(f"() => {{ navigator.credentials.create = () => {refused} }}")
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("abgebrochen oder hat zu lange gedauert")
    assert flaws(page) == []
    control.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.reload()
    button.click()
    expect(page.get_by_text("Eingerichtet: 1.")).to_be_visible()
    assert flaws(page) == []
