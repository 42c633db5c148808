"""The queue: what is to be done at one's own offices, and nothing of others."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from bot.core.staff import Role
from tests.builders import a_ticket


async def page(browser, path="/anliegen/"):
    answer = await browser.get(path)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


@pytest.mark.parametrize(
    ("role", "offices", "seen"),
    [
        (Role.CASEWORKER, ("bocholt",), {"K7M-3PQ"}),
        (Role.CASEWORKER, ("bocholt", "borken"), {"K7M-3PQ", "ABC-DEF"}),
        (Role.CASEWORKER, (), set()),
        (Role.LEAD, ("borken",), {"ABC-DEF"}),
        (Role.LEAD, (), {"K7M-3PQ", "ABC-DEF"}),
    ],
)
async def test_everybody_sees_the_tickets_of_their_own_offices(site, enter, role, offices, seen):
    await site.receive(a_ticket("K7M3PQ", office="bocholt"), a_ticket("ABCDEF", office="borken"))
    shown = await page(await enter("Kaya", role, offices))
    assert {code for code in ("K7M-3PQ", "ABC-DEF") if code in shown} == seen


async def test_no_name_and_no_number_stands_in_the_queue(site, enter):
    await site.receive(a_ticket(office="bocholt"))
    shown = await page(await enter())
    assert "K7M-3PQ" in shown
    assert not [word for word in ("Ayşe", "Öztürk", "15112345678") if word in shown]


async def test_the_title_counts_what_is_to_be_done(site, enter):
    await site.receive(a_ticket("K7M3PQ", office="bocholt"), a_ticket("ABCDEF", office="bocholt"))
    assert "<title>(2) Anliegen" in await page(await enter())
