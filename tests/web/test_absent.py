"""A colleague is not there: her tickets go back, for as long as one is signed in it can be undone."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from bot.core.tickets import State
from tests.builders import NOW, a_ticket
from tests.storage.test_contract_tickets import taken_by
from tests.web.test_ticket import PAYLOAD, shows

PAGE = "/anliegen/abwesend/"


def held_by(name, code="K7M3PQ", **fields):
    lease = {"office": "bocholt", "state": State.TAKEN, "lease_until": NOW + timedelta(hours=4)}
    return a_ticket(code, taken_by=name, **(lease | fields))


async def test_what_lies_with_a_colleague_goes_back_and_can_be_undone(site, enter):
    await site.receive(held_by("Ben"))
    browser = await enter()
    assert "Ben Zurücklegen" in await shows(browser, PAGE)
    answer = await browser.post(PAGE, {"name": "Ben"})
    assert answer["Location"] == PAGE
    assert (await site.store.ticket("K7M3PQ")).state is State.OPEN
    shown = await shows(browser, PAGE)
    assert "bisher bei Ben : K7M-3PQ Rückgängig: wieder zu Ben" in shown
    await browser.post(PAGE, {"undo": "1"})
    assert "Rückgängig gemacht: K7M-3PQ liegt wieder bei Ben." in await shows(browser, PAGE)
    assert (await site.store.ticket("K7M3PQ")).taken_by == "Ben"
    assert "Rückgängig:" not in await shows(browser, PAGE)
    assert [act[:3] for act in await site.audit()][-2:] == [
        ("Kaya", "returned", "K7M3PQ"),
        ("Kaya", "handed_back", "K7M3PQ"),
    ]


async def test_what_is_in_other_hands_meanwhile_stays_there(site, enter):
    await site.receive(held_by("Ben"))
    browser = await enter()
    await browser.post(PAGE, {"name": "Ben"})
    await site.store.change_ticket("K7M3PQ", taken_by("Kim"))
    await browser.post(PAGE, {"undo": "1"})
    assert "Ein Teil ist inzwischen in Arbeit" in await shows(browser, PAGE)
    assert (await site.store.ticket("K7M3PQ")).taken_by == "Kim"


async def test_tickets_of_other_offices_stay_and_their_keepers_are_not_named(site, enter):
    await site.receive(held_by("Ben", office="borken"))
    browser = await enter()
    assert "Ben" not in await shows(browser, PAGE)
    await browser.post(PAGE, {"name": "Ben"})
    assert "Dort liegt nichts mehr." in await shows(browser, PAGE)
    assert (await site.store.ticket("K7M3PQ")).taken_by == "Ben"


async def test_only_who_did_it_can_undo_it(site, enter):
    await site.receive(held_by("Ben"))
    await (await enter()).post(PAGE, {"name": "Ben"})
    kim = await enter("Kim")
    assert "Rückgängig:" not in await shows(kim, PAGE)
    await kim.post(PAGE, {"undo": "1"})
    assert "Es gibt nichts mehr rückgängig zu machen." in await shows(kim, PAGE)
    assert (await site.store.ticket("K7M3PQ")).taken_by == ""


async def test_no_figure_stands_beside_a_name(site, enter):
    """Who has how much is nobody's business."""
    await site.receive(*(held_by("Ben", code) for code in ("K7M3PQ", "ABCDEF", "GHJKMN")))
    assert not [digit for digit in await shows(await enter(), PAGE) if digit.isdigit()]


async def test_a_name_is_only_text(site, enter):
    await site.receive(held_by(PAYLOAD))
    browser = await enter()
    for _ in range(2):
        page = (await browser.get(PAGE)).content.decode()
        assert "<img" not in page.split("<main")[1]
        assert "<script" not in page.split("<main")[1]
        answer = await browser.post(PAGE, {"name": PAYLOAD})
        assert answer.status_code == HTTPStatus.FOUND
