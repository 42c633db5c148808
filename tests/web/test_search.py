"""Searching in the browser: what was typed stands in no address and no record, and sealed in the session."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from bot.core import moves
from bot.core.staff import Role
from tests.builders import NOW, a_ticket
from tests.site import page
from tests.web.test_queue import codes, here

TERM = "Öztürk"


async def searched(browser, typed):
    return await browser.post("/anliegen/suche/", {"suche": typed})


async def test_what_was_found_is_listed_at_an_address_without_words(site, enter):
    await site.receive(here("AAAAAA"), here("BBBBBB", name="Berta"))
    browser = await enter()
    answer = await searched(browser, TERM)
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, "/anliegen/suche/")
    shown = await page(browser, "/anliegen/suche/")
    assert codes(shown) == ["AAA-AAA"]
    assert f'1 Anliegen zum Namen <strong class="typed">„{TERM}“' in shown
    assert f'value="{TERM}"' in shown
    assert "Ayşe" not in shown
    session = await browser.asession()
    assert TERM not in str(dict(await session.aitems()))


async def test_what_was_found_before_the_program_was_renewed_is_simply_gone(site, enter):
    browser = await enter()
    session = await browser.asession()
    await session.aset("found", {"by": "name", "codes": ["K7M3PQ"]})
    await session.asave()
    assert "Suche" in await page(browser, "/anliegen/suche/")


async def test_names_of_what_was_found_are_shown_when_pressed_and_that_is_recorded(site, enter):
    await site.receive(here("AAAAAA"), here("BBBBBB", name="Mert Öztürk"))
    browser = await enter()
    await searched(browser, TERM)
    shown = (await browser.post("/anliegen/suche/", {"namen": "1"})).content.decode()
    assert [name in shown for name in ("Ayşe Öztürk", "Mert Öztürk", "15112345678")] == [True, True, False]
    assert [act[2] for act in await site.audit() if act[1] == "revealed"] == ["BBBBBB", "AAAAAA"]
    assert "Mert" not in await page(browser, "/anliegen/suche/")


async def test_a_number_of_a_ticket_leads_right_to_it(site, enter):
    await site.receive(here())
    answer = await searched(await enter(), "k7m3pq")
    assert answer["Location"] == "/anliegen/K7M-3PQ/"


async def test_the_number_of_what_one_has_forwarded_leads_to_where_that_stands(site, enter):
    await site.receive(here())
    await site.store.change_ticket("K7M3PQ", _forwarded)
    sender, other = await enter("Kim"), await enter()
    assert (await searched(sender, "K7M-3PQ"))["Location"] == "/anliegen/K7M-3PQ/"
    assert "ist weitergegeben an" in await page(sender, "/anliegen/K7M-3PQ/")
    assert "Kein Anliegen" in (await searched(other, "K7M-3PQ")).content.decode()


async def test_what_was_not_found_can_be_mended(site, enter):
    shown = (await searched(await enter(), TERM)).content.decode()
    assert f"Kein Anliegen zum Namen „{TERM}“" in shown
    assert f'value="{TERM}"' in shown


async def test_too_short_a_word_is_refused_with_the_reason(site, enter):
    answer = await searched(await enter(), "Ö")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "mindestens 2 Buchstaben" in answer.content.decode()


async def test_a_new_search_forgets_the_old_one(site, enter):
    await site.receive(here())
    browser = await enter()
    await searched(browser, TERM)
    await searched(browser, "Niemand")
    assert codes(await page(browser, "/anliegen/suche/")) == []


async def test_what_was_found_is_gone_with_the_right_to_see_it(site, enter):
    await site.receive(here())
    browser = await enter()
    await searched(browser, TERM)
    await site.store.change_ticket("K7M3PQ", _forwarded)
    assert codes(await page(browser, "/anliegen/suche/")) == []


def _forwarded(ticket):
    return moves.forwarded(ticket, "ahaus", "wohnt dort", "Kim", NOW)


@pytest.mark.parametrize("typed", ["K7M-3PQ", "0151 12345678", TERM])
async def test_nothing_of_other_offices_is_found(site, enter, typed):
    await site.receive(a_ticket(office="ahaus"))
    answer = await searched(await enter(), typed)
    assert (answer.status_code, "Kein Anliegen" in answer.content.decode()) == (HTTPStatus.OK, True)


async def test_the_audit_knows_that_and_how_somebody_searched(site, enter):
    await site.receive(here())
    browser = await enter("Kaya", Role.LEAD, ())
    for typed in (TERM, "0151 12345678", "K7M-3PQ"):
        await searched(browser, typed)
    acts = [act for act in await site.audit() if act[1] == "searched"]
    assert acts == [("Kaya", "searched", "", by) for by in ("name", "phone", "code")]
