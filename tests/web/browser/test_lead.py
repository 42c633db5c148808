"""The leads' pages and the audit in a real browser."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from bot.app import now
from bot.core import moves
from bot.core.tickets import CODE_ALPHABET, Outcome
from tests.builders import a_chat, a_turn, an_incoming, an_opening
from tests.site import PASSWORD, totp_code
from tests.web.browser.conftest import DESK, NOWHERE, TELEPHONE, flaws

CLOSED = "Heute ist in Bocholt die Heizung aus."


@pytest.fixture(scope="package")
def some_weeks(place):
    """Tickets of Bocholt in the last weeks, each settled an hour later."""

    async def handled(store):
        for number in range(24):
            code = f"WEEK{CODE_ALPHABET[number]}A"
            at = now() - timedelta(weeks=1 + number % 3)
            order = an_opening(code=code, office="bocholt", created_at=at, due_at=at)
            await store.save_turn(
                an_incoming(chat=a_chat(code, NOWHERE), event_id=code), a_turn(orders=(order,)), at
            )
            end = at + timedelta(hours=1)
            await store.change_ticket(
                code, lambda it, end=end: moves.closed(it, Outcome.REACHED, "Kaya", end)
            )

    place.stored(handled)


@pytest.mark.parametrize("viewport", [TELEPHONE, DESK], ids=["telephone", "desk"])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_everybody_can_use_the_leads_pages(enter, some_weeks, viewport, color_scheme):
    page = enter("Lena", "lead", viewport=viewport, color_scheme=color_scheme)
    for path in ("/leitung/", "/leitung/fragen/", "/leitung/chat/"):
        page.goto(path)
        assert flaws(page) == []


def test_a_lead_puts_up_a_banner_and_turns_the_switch_with_the_keyboard_only(place, enter):
    page = enter("Lena", "lead")
    page.goto("/leitung/chat/")
    page.get_by_label("Neuer Hinweis").focus()
    page.keyboard.type(CLOSED)
    page.get_by_role("button", name="Hinweis zeigen").press("Enter")
    expect(page.get_by_text(CLOSED)).to_be_visible()
    assert flaws(page) == []
    page.get_by_label("Grund").focus()
    page.keyboard.type("Probe")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Der Chat ist abgeschaltet")).to_be_visible()
    assert flaws(page) == []
    today = now().date()
    standing = place.stored(lambda store: store.standing_orders(today))
    assert (standing.stop.reason, [banner.text for banner in standing.banners]) == ("Probe", [CLOSED])
    page.get_by_role("button", name="Wieder einschalten").press("Enter")
    expect(page.get_by_text("Der Chat antwortet.")).to_be_visible()
    page.get_by_role("button", name=f"Beenden: {CLOSED}").press("Enter")
    expect(page.get_by_text(CLOSED)).to_have_count(0)


def test_two_admins_open_the_audit_at_one_desk(place, enter):
    page = enter("Anna", "admin")
    page.goto("/protokoll/")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.click("main button.main")
    page.wait_for_url("**/protokoll/")
    assert flaws(page) == []
    page.get_by_label("Anlass").select_option("complaint")
    page.get_by_label("Name der zweiten Person").fill("Bruno")
    page.get_by_label("Passwort").fill(PASSWORD)
    code = totp_code(place.people["Bruno"]["secret"], time.time())
    page.get_by_label("Code aus der App").fill(code)
    page.get_by_role("button", name="Gemeinsam öffnen").click()
    expect(page.get_by_text(", zusammen mit Bruno ·")).to_be_visible()
    expect(page.get_by_text("keiner verändert, keiner entfernt")).to_be_visible()
    assert flaws(page) == []
    page.set_viewport_size(TELEPHONE)
    assert flaws(page) == []
    page.get_by_role("button", name="Schließen").click()
    page.goto("/protokoll/")
    expect(page.get_by_role("button", name="Gemeinsam öffnen")).to_be_visible()
