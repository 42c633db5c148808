"""The queue in a real browser: on a telephone, in the dark, on paper, and while others work on it."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from bot.app import now
from bot.core import moves
from bot.core.tickets import CODE_ALPHABET, Kind, shown
from tests.builders import a_ticket
from tests.web.browser.looks import flaws


def some_tickets(letters, number, **fields):
    """Tickets of Bocholt whose codes begin with these letters: all tests share one site."""
    at = now()
    times = {"created_at": at, "due_at": at + timedelta(days=1)}
    codes = [f"{letters}{CODE_ALPHABET[place // 31]}{CODE_ALPHABET[place % 31]}" for place in range(number)]
    return [a_ticket(code, **({"office": "bocholt"} | times | fields)) for code in codes]


def ask(page):
    """As when somebody comes back to the page."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_has_come_is_told_without_moving_a_row(place, enter):
    place.receive(*some_tickets("QBBB", 2, topic="letter"))
    page = enter()
    page.goto("/anliegen/?thema=letter")
    row = page.locator("tr", has_text="QBB-BAB")
    before = row.bounding_box()
    place.receive(*some_tickets("QCCC", 1, urgent=True, topic="letter"))
    ask(page)
    news = page.get_by_role("button", name="1 neues Anliegen – anzeigen")
    expect(news).to_be_visible()
    expect(page).to_have_title(re.compile(r"^\(3\) Anliegen"))
    assert row.bounding_box() == before
    assert flaws(page) == []
    news.click()
    expect(page.locator("tbody tr").first).to_contain_text("QCC-CAA")
    expect(news).to_have_count(0)


def test_an_empty_list_does_not_say_that_it_is_empty_beside_what_has_come(place, enter):
    page = enter()
    page.goto("/anliegen/?thema=later")
    nothing = page.get_by_text("Nichts passt zu diesem Filter.")
    expect(nothing).to_be_visible()
    place.receive(*some_tickets("QMMM", 1, topic="later"))
    ask(page)
    expect(page.get_by_role("button", name="1 neues Anliegen – anzeigen")).to_be_visible()
    expect(nothing).to_be_hidden()


def test_what_a_colleague_takes_stays_in_its_place_and_is_told_apart(place, enter):
    (mine, theirs) = some_tickets("QDDD", 2, topic="work")
    place.receive(mine, theirs)
    page = enter()
    page.goto("/anliegen/?thema=work")
    end = now() + timedelta(hours=4)
    place.stored(
        lambda store: store.change_ticket(theirs.code, lambda it: moves.taken(it, "Kim", now(), end))
    )
    ask(page)
    expect(page.locator("tr.gone")).to_have_count(1)
    expect(page.locator("tr.gone")).to_contain_text(shown(theirs.code))
    assert flaws(page) == []


def test_the_whole_row_leads_to_the_ticket(place, enter):
    (ticket,) = some_tickets("QEEE", 1, topic="family")
    place.receive(ticket)
    page = enter()
    page.goto("/anliegen/?thema=family")
    page.get_by_text("Kind oder Familie").last.click(force=True)  # the link lies over the row
    assert page.url.endswith(f"/anliegen/{shown(ticket.code)}/")


def test_one_comes_back_from_a_ticket_to_what_was_found(place, enter):
    place.receive(*some_tickets("QFFF", 2, name="Zacharias Quant"))
    page = enter()
    page.goto("/anliegen/")
    page.get_by_label("Nummer, Telefon oder Name").fill("quant")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="QFF-FAB").click()
    expect(page.get_by_text("Zacharias Quant").first).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Nummer, Telefon oder Name")).to_have_value("quant")
    expect(page.get_by_text("2 Anliegen zum Namen „quant“")).to_be_visible()


def test_the_list_is_saved_with_its_filter(place, enter):
    place.receive(*some_tickets("QGGG", 2, kind=Kind.RESCHEDULE, appointment_at=now() + timedelta(days=9)))
    page = enter()
    page.goto("/anliegen/?art=verschieben")
    page.get_by_text("Liste speichern").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    table = saved.value.path().read_text(encoding="utf-8-sig")
    assert "QGG-GAA" in table
    assert "Anruf;" not in table.replace('"', "")


def test_on_paper_today_is_a_table_and_nothing_else(place, enter):
    place.receive(*some_tickets("QHHH", 1, kind=Kind.MISSED, appointment_at=now()))
    page = enter(viewport={"width": 690, "height": 900}, color_scheme="dark")
    page.goto("/anliegen/heute/")
    page.emulate_media(media="print")
    for unseen in ("nav", "button", "select"):
        assert not any(one.is_visible() for one in page.locator(unseen).all())
    expect(page.get_by_role("columnheader", name="Uhrzeit")).to_be_visible()
    colours = "(e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor])"
    assert page.locator("td").first.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_without_scripts_everything_works(place, enter):
    place.receive(*some_tickets("QJJJ", 1, topic="appointment"))
    page = enter(java_script_enabled=False)
    page.goto("/anliegen/")
    page.get_by_text("Filter").click()
    page.get_by_label("Thema").select_option("appointment")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("link", name="QJJ-JAA")).to_be_visible()
    place.receive(*some_tickets("QKKK", 1, topic="appointment"))
    page.get_by_role("link", name="Aktualisieren").click()
    expect(page.get_by_role("link", name="QKK-KAA")).to_be_visible()
    assert "thema=appointment" in page.url
