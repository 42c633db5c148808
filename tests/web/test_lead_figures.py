"""Figures on the site: for leads of their own offices, for editors what was asked, never of people."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.core import moves, plots
from bot.core.questions import Counted, What
from bot.core.staff import Role
from bot.core.tickets import CODE_ALPHABET
from tests.builders import NOW, a_chat, a_turn, an_incoming, an_opening
from tests.site import page
from tests.test_rooms import BOT

OFFICES, QUESTIONS = "/leitung/", "/leitung/fragen/"
WEEK = timedelta(days=7)


async def handled(site, office, count, letters, weeks_ago=1, by="Kaya"):
    """So many tickets that were made then, and taken an hour later."""
    at = NOW - weeks_ago * WEEK
    for number in range(count):
        code = f"{letters}{CODE_ALPHABET[number]}AA"
        order = an_opening(code=code, office=office, created_at=at, due_at=at)
        await site.store.save_turn(an_incoming(chat=a_chat(code)), a_turn(orders=(order,)), at)
        later = at + timedelta(hours=1)
        await site.store.change_ticket(code, lambda it, to=later: moves.taken(it, by, to, to + WEEK))


async def asked(site, what, count, entry="", weeks_ago=1):
    at = NOW - weeks_ago * WEEK
    for number in range(count):
        chat = a_chat(f"{what}{number}")
        orders = (Counted(What.QUESTION), Counted(what, entry))
        await site.store.save_turn(
            an_incoming(chat=chat, event_id=f"{what}{number}"), a_turn(orders=orders), at
        )


async def content(browser, path):
    """What stands there below the bar with its ever new tokens."""
    return (await page(browser, path)).partition("<main")[2]


def cells(shown, town):
    """What stands in the rows of this town, table by table."""
    rows = re.findall(rf'<th scope="row">{town}</th>(.*?)</tr>', shown, re.DOTALL)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]


async def test_a_lead_sees_the_own_offices_by_week(site, enter):
    await handled(site, "bocholt", 6, "AAA")
    await handled(site, "bocholt", 7, "BBB", weeks_ago=2)
    await handled(site, "ahaus", 9, "CCC")
    shown = await page(await enter("Lena", Role.LEAD, ("bocholt", "borken")), OFFICES)
    messages, waiting = cells(shown, "Bocholt")
    assert (messages[-3:], waiting[-2:]) == (["7", "6", "13"], ["1 h", "1 h"])
    assert "Ahaus" not in shown
    assert "Bocholt, Borken" in shown


async def test_an_admin_sees_all_offices_and_no_tickets(site, enter):
    await handled(site, "bocholt", 6, "AAA")
    await handled(site, "ahaus", 9, "CCC")
    browser = await enter("Anna", Role.ADMIN, ())
    shown = await page(browser, OFFICES)
    assert cells(shown, "Bocholt")
    assert cells(shown, "Ahaus")
    assert (await browser.get("/anliegen/")).status_code == HTTPStatus.FORBIDDEN


async def test_few_are_neither_named_nor_counted(site, enter):
    await handled(site, "bocholt", 6, "AAA")
    await handled(site, "ahaus", 4, "CCC")
    shown = await page(await enter("Anna", Role.ADMIN, ()), OFFICES)
    assert "Ahaus" not in shown
    assert "verdeckt" in shown
    assert not re.search(r"<td[^>]*>[1-4]</td>", shown)


async def test_no_employee_stands_in_any_figure(site, enter):
    await handled(site, "bocholt", 6, "AAA", by="Zacharias")
    browser = await enter("Lena", Role.LEAD)
    for path in (OFFICES, QUESTIONS):
        plain = await content(browser, path)
        assert "Zacharias" not in plain
        for asked_for in ("?wer=Zacharias", "?by=Zacharias", "?sort=who"):
            assert await content(browser, path + asked_for) == plain


async def test_each_plot_is_drawn_on_the_server_and_has_a_table_below(site, enter):
    await handled(site, "bocholt", 6, "AAA")
    shown = await page(await enter("Lena", Role.LEAD), OFFICES)
    figures = re.findall(r'<section class="card figure.*?</section>', shown, re.DOTALL)
    assert len(figures) == 3
    for figure in figures:
        drawn = re.search(r"<svg.*?</svg>", figure, re.DOTALL)
        ElementTree.fromstring(drawn.group(0))
        assert figure.index("<table", drawn.end())
    assert "<script" not in shown
    assert " style=" not in shown


async def test_where_nothing_has_come_yet_that_is_said(site, enter):
    browser = await enter("Lena", Role.LEAD)
    assert "noch nichts an" in await page(browser, OFFICES)
    assert "<svg" not in await page(browser, OFFICES)
    assert "Noch nichts." in await page(browser, QUESTIONS)


@pytest.mark.parametrize("role", [Role.LEAD, Role.ADMIN, Role.EDITOR])
async def test_leads_and_editors_see_what_the_chat_was_asked(site, enter, role):
    await asked(site, What.ANSWERED, 8, "termin-verpasst")
    await asked(site, What.NOT_KNOWN, 6)
    shown = await page(await enter("Ina", role, ()), QUESTIONS)
    assert "<dd>14</dd>" in shown
    assert "<dd>8 (57 %)</dd>" in shown
    assert "verpasst" in shown


async def test_an_editor_begins_with_the_questions_and_sees_no_office(site, enter):
    browser = await enter("Edith", Role.EDITOR, ())
    assert (await browser.get("/"))["Location"] == QUESTIONS
    assert (await browser.get(OFFICES)).status_code == HTTPStatus.FORBIDDEN


def test_plots_look_alike_in_the_file_and_on_the_site():
    """Pages of the site bring no styles of their own, so theirs stand in a file."""
    file = Path(BOT) / "caseworkers/pages/static/caseworkers/plots.css"
    assert file.read_text(encoding="utf-8").partition("\n")[2] == plots.STYLE
