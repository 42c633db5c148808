"""Caseworkers' pages say when citizens get no answers."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from bot.core.staff import Role
from bot.core.steering import Stop
from tests.builders import NOW
from tests.site import page

LINE = "Der Chat antwortet gerade nicht"
PATHS = ("/anliegen/", "/anliegen/heute/", "/anliegen/suche/", "/anliegen/abwesend/")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


async def test_nothing_is_said_while_the_chat_answers_or_has_never_run(site, enter):
    browser = await enter()
    assert LINE not in await page(browser)
    await site.store.mark_fetched(site.time)
    assert LINE not in await page(browser)


@pytest.mark.parametrize("path", PATHS)
async def test_a_chat_that_was_switched_off_is_told_on_each_page(site, enter, path):
    browser = await enter()
    await site.store.stop_answers(Stop(NOW, "Lena", "Falsche Auskunft"))
    shown = await page(browser, path)
    assert f"{LINE}: seit 10:00 abgeschaltet („Falsche Auskunft“)." in shown
    await site.store.answer_again("Lena", NOW)
    assert LINE not in await page(browser, path)


async def test_a_bot_that_has_not_fetched_for_some_minutes_is_told(site, enter):
    await site.store.mark_fetched(site.time)
    site.forward(minutes=6)
    assert f"{LINE}: seit 10:00 ohne Verbindung zu Telegram." in await page(await enter())


async def test_a_silence_since_another_day_has_its_date(site, enter, time_machine):
    browser = await enter()
    await site.store.mark_fetched(site.time)
    time_machine.move_to(site.forward(minutes=25), tick=False)
    browser, shown = browser, await page(browser)
    time_machine.move_to(site.forward(days=1), tick=False)
    assert "seit Mo 23.11. 10:00" in await page(await enter("Ben"))
    assert "seit 10:00" in shown


async def test_where_that_cannot_be_read_the_pages_are_there_all_the_same(site, enter):
    browser = await enter()
    with closing(sqlite3.connect(site.folder / "bot.db")) as connection:
        connection.execute("DROP TABLE fetched")
    assert LINE not in await page(browser)


async def test_the_page_of_the_switch_says_it_once(site, enter):
    lead = await enter("Lena", Role.LEAD)
    await site.store.stop_answers(Stop(NOW, "Lena", "Falsche Auskunft"))
    assert LINE not in await page(lead, "/leitung/chat/")
    assert LINE in await page(lead, "/leitung/")
