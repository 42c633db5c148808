"""A caseworker tells the editors in the browser that an answer of the chat is wrong."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from tests.caseworkers.conftest import ENTRY
from tests.site import page

REPORT = "/anliegen/melden/"


async def reported(site):
    return [(one.entry, one.text, one.who) for one in await site.store.asked_in_vain(site.time)]


@pytest.mark.parametrize("answer", [ENTRY.label, ENTRY.label.upper(), ENTRY.id])
async def test_a_report_reaches_the_editors_list_with_the_name(site, enter, answer):
    browser = await enter()
    assert ENTRY.label in await page(browser, REPORT)
    sent = await browser.post(REPORT, {"answer": answer, "reason": "Die Frist ist neu"})
    assert sent["Location"] == REPORT
    assert await reported(site) == [(ENTRY.id, "Die Frist ist neu", "Kaya")]
    assert "Gemeldet." in await page(browser, REPORT)


@pytest.mark.parametrize(
    ("answer", "reason", "words"),
    [("Gibt es nicht", "Falsch", "gibt es nicht"), (ENTRY.label, " ", "Der Text ist leer")],
)
async def test_what_cannot_be_reported_says_why_and_stays_typed(site, enter, answer, reason, words):
    sent = await (await enter()).post(REPORT, {"answer": answer, "reason": reason})
    shown = sent.content.decode()
    assert (sent.status_code, words in shown) == (HTTPStatus.UNPROCESSABLE_ENTITY, True)
    assert f'value="{answer}"' in shown
    assert await reported(site) == []
