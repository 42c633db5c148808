"""The leads' pages and the audit in a real browser."""

from __future__ import annotations

import time

from playwright.sync_api import expect

from bot.app import now
from tests.site import PASSWORD, totp_code
from tests.web.browser.looks import flaws

CLOSED = "Heute ist in Bocholt die Heizung aus."


def test_a_lead_puts_up_a_banner_and_turns_the_switch_with_the_keyboard_only(place, enter):
    page = enter("Lena", "lead")
    page.goto("/leitung/chat/")
    page.get_by_label("Neuer Hinweis").focus()
    page.keyboard.type(CLOSED)
    page.get_by_role("button", name="Prüfen und zeigen").press("Enter")
    expect(page.get_by_role("heading", name="Diesen Hinweis zeigen?")).to_be_visible()
    assert flaws(page) == []
    page.get_by_role("button", name="Ja, zeigen").press("Enter")
    expect(page.get_by_text(CLOSED)).to_be_visible()
    assert flaws(page) == []
    page.get_by_label("Grund").focus()
    page.keyboard.type("Probe")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Abbrechen")).to_be_focused()
    assert flaws(page) == []
    page.get_by_role("button", name="Ja, abschalten").press("Enter")
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
    page.get_by_role("button", name="Schließen").click()
    page.goto("/protokoll/")
    expect(page.get_by_role("button", name="Gemeinsam öffnen")).to_be_visible()
