"""The page of a ticket in a real browser: by keyboard, on a telephone, in the dark."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from bot.app import now
from bot.core import moves
from bot.core.tickets import CODE_ALPHABET, Kind, State, shown
from tests.builders import a_ticket
from tests.web.browser.looks import TELEPHONE, flaws

_numbers = itertools.count()


def a_fresh_ticket(**fields):
    """A ticket with a code of its own: all tests share one site."""
    number = next(_numbers)
    code = "TCK" + "".join(CODE_ALPHABET[number // 31**power % 31] for power in range(3))
    at = now()
    times = {"created_at": at, "due_at": at + timedelta(days=1)}
    return a_ticket(code, **({"office": "bocholt"} | times | fields))


@pytest.fixture
def ticket(place):
    ticket = a_fresh_ticket(urgent=True, interpreter="uk", text="Bitte nicht vor 9 Uhr.")
    place.receive(ticket)
    return ticket


def path_of(ticket):
    return f"/anliegen/{shown(ticket.code)}/"


def test_a_date_is_read_back_first(place, enter):
    appointment = a_fresh_ticket(kind=Kind.RESCHEDULE, appointment_at=now() + timedelta(days=9))
    place.receive(appointment)
    page = enter()
    page.goto(path_of(appointment))
    page.fill("#to", "1.2.2099 3:00")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Stimmt der neue Termin?")).to_be_focused()
    page.get_by_label("Notiz").fill("ruft selbst an")
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.get_by_role("heading", name="Stimmt der neue Termin?")).to_have_count(0)
    expect(page.locator("#to")).to_have_value("1.2.2099 3:00")
    expect(page.get_by_label("Notiz")).to_have_value("ruft selbst an")


def test_a_letter_leads_to_its_button_and_enter_does_the_rest(place, enter, ticket):
    following = a_fresh_ticket(urgent=True)
    place.receive(following)
    page = enter()
    page.goto(path_of(ticket))
    page.keyboard.press("e")
    expect(page.get_by_role("button", name="Erreicht", exact=True)).to_be_focused()
    assert page.url.endswith(path_of(ticket))
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{shown(ticket.code)} wurde erledigt (erreicht)")).to_be_visible()
    assert not page.url.endswith(path_of(ticket))
    assert flaws(page) == []
    page.get_by_role("link", name=f"{shown(ticket.code)} noch einmal ansehen").click()
    page.wait_for_url(f"**{path_of(ticket)}")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Nächstes Anliegen")).to_be_focused()


def test_whoever_presses_enter_twice_destroys_no_number(enter, ticket):
    page = enter(viewport=TELEPHONE)
    page.goto(path_of(ticket))
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nummer wirklich löschen?")).to_be_visible()
    assert flaws(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nummer wirklich löschen?")).to_have_count(0)
    expect(page.get_by_role("link", name="+49 1511 2345678")).to_be_visible()


def test_long_names_of_colleagues_fit_on_a_telephone(place, enter):
    held = a_fresh_ticket(
        urgent=True,
        state=State.TAKEN,
        taken_by="Maximiliane Wolkenstein-Trostburg-Hohenems",
        lease_until=now() + timedelta(hours=4),
    )
    place.receive(held)
    page = enter(viewport=TELEPHONE)
    page.goto(path_of(held))
    assert flaws(page) == []


def test_letters_are_letters_while_somebody_types_or_has_switched_the_keys_off(enter, ticket):
    page = enter()
    page.goto(path_of(ticket))
    page.keyboard.press("i")
    page.keyboard.type("erreicht nie jemanden")
    expect(page.get_by_label("Notiz")).to_have_value("erreicht nie jemanden")
    page.get_by_role("button", name="Tasten aus").click()
    page.reload()
    page.keyboard.press("e")
    expect(page.get_by_role("button", name="Erreicht", exact=True)).not_to_be_focused()
    page.get_by_role("button", name="Tasten an").click()


def test_the_note_is_copied(enter, ticket):
    page = enter(permissions=["clipboard-read", "clipboard-write"])
    page.goto(path_of(ticket))
    page.get_by_role("button", name="Vermerk kopieren").click()
    expect(page.get_by_text("Kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"Nachricht {shown(ticket.code)}")


def test_an_open_page_says_that_the_citizen_has_withdrawn(place, enter, ticket):
    page = enter()
    page.goto(path_of(ticket))
    place.stored(lambda store: store.change_ticket(ticket.code, lambda was: moves.withdrawn(was, now())))
    page.get_by_label("Notiz").fill("ruft selbst an")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("zurückgezogen")).to_be_in_viewport()  # also down here, where somebody types
    assert flaws(page) == []
    page.get_by_role("button", name="Neu laden").click()
    expect(page.get_by_label("Notiz")).to_have_value("ruft selbst an")
    expect(page.get_by_text("zurückgezogen", exact=True).first).to_be_visible()


def test_an_open_page_shows_nobody_anything_when_its_session_is_over(place, enter, ticket):
    page = enter()
    page.goto(path_of(ticket))
    page.get_by_label("Notiz").fill("ruft selbst an")
    page.context.clear_cookies(name="session")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_url("**/anmelden/**")
    expect(page.get_by_text("Was Sie getippt hatten, ist aufgehoben")).to_be_visible()


def test_enter_in_a_field_presses_the_button_beside_it_and_no_other(place, enter):
    appointment = a_fresh_ticket(kind=Kind.RESCHEDULE, appointment_at=now() + timedelta(days=9))
    place.receive(appointment)
    for scripts in (False, True):
        page = enter(java_script_enabled=scripts)
        page.goto(path_of(appointment))
        page.get_by_label("Notiz").fill("ruft selbst an")
        page.fill("#until", "1.2.2099 3:00")
        page.press("#until", "Enter")
        if scripts:
            expect(page.get_by_role("alert")).to_contain_text("So lange kann nichts ruhen.")
            expect(page.get_by_label("Notiz")).to_have_value("ruft selbst an")
        expect(page.get_by_role("button", name="Übernehmen")).to_be_visible()


def test_of_two_browsers_one_gets_the_ticket(enter, ticket):
    pages = [enter("Kaya"), enter("Ben")]
    for page in pages:
        page.goto(path_of(ticket))
    for page in pages:
        page.get_by_role("button", name="Übernehmen").click()
    expect(pages[0].get_by_text("bei Ihnen bis")).to_be_visible()
    expect(pages[1].get_by_role("alert")).to_contain_text("bei Kaya")
    expect(pages[1].get_by_role("button", name="Erreicht", exact=True)).to_have_count(0)


def test_without_scripts_everything_works(enter, ticket):
    page = enter(java_script_enabled=False)
    page.goto(path_of(ticket))
    page.get_by_label("Notiz").fill("ruft selbst an")
    page.get_by_role("button", name="Notieren").click()
    expect(page.get_by_role("list").get_by_text("Notiz: ruft selbst an")).to_be_visible()
    expect(page.get_by_role("button", name="Vermerk kopieren")).to_have_count(0)
    expect(page.locator("#note")).to_be_visible()
