"""Who does not come today: without names, and with them against an entry in each history."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.caseworkers.inbox import Inbox
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB
from tests.site import page
from tests.web.test_queue import here

HOUR = timedelta(hours=1)


@pytest.fixture
async def browser(site, enter):
    await site.receive(
        here("AAAAAA", kind=Kind.RESCHEDULE, appointment_at=NOW + 4 * HOUR),
        here("BBBBBB", kind=Kind.MISSED, appointment_at=NOW - HOUR, name="Jan Vorholt"),
        here("CCCCCC", kind=Kind.RESCHEDULE, appointment_at=NOW + 30 * HOUR),
        a_ticket("DDDDDD", office="borken", kind=Kind.MISSED, appointment_at=NOW),
        a_ticket("EEEEEE", office="ahaus", kind=Kind.MISSED, appointment_at=NOW),
    )
    return await enter(offices=("bocholt", "borken"))


def became(shown: str) -> list[str]:
    return re.findall(r'<td class="became">([^<]+)<', shown)


def listed(shown: str) -> list[tuple[str, str]]:
    """Time and ticket of each row."""
    return re.findall(r'<td class="time">([^<]+)</td>\s*<th[^>]*><a[^>]*>([^<]+)<', shown)


async def test_they_come_by_the_time_of_their_appointment(browser):
    shown = await page(browser, "/anliegen/heute/")
    assert listed(shown) == [("09:00", "BBB-BBB"), ("10:00", "DDD-DDD"), ("14:00", "AAA-AAA")]
    assert "Montag, 23.11.2026, Stand 10:00 Uhr" in shown
    assert not [name for name in ("Ayşe", "Vorholt") if name in shown]


async def test_one_office_alone(browser):
    assert listed(await page(browser, "/anliegen/heute/?ort=borken")) == [("10:00", "DDD-DDD")]


async def test_names_are_shown_when_pressed_and_that_is_recorded(site, browser):
    answer = await browser.post("/anliegen/heute/", {"ort": "bocholt"})
    shown = answer.content.decode()
    assert "Jan Vorholt" in shown
    assert "15112345678" not in shown
    assert [act for act in await site.audit() if act[1] == "revealed"] == [
        ("Kaya", "revealed", "BBBBBB", ""),
        ("Kaya", "revealed", "AAAAAA", ""),
    ]
    assert "Vorholt" not in await page(browser, "/anliegen/heute/")


def settled(code, outcome, **fields):
    appointment = {"kind": Kind.RESCHEDULE, "appointment_at": NOW + 2 * HOUR, "state": State.DONE}
    return here(code, outcome=outcome, **(appointment | fields))


async def test_who_is_expected_after_all_stands_apart_at_the_end(site, enter):
    await site.receive(
        settled("AAAAAA", Outcome.NOT_MOVED, appointment_at=NOW + HOUR, taken_by="Ben"),
        settled("BBBBBB", Outcome.REACHED),
        settled("CCCCCC", Outcome.CAME, kind=Kind.MISSED),
        here("DDDDDD", kind=Kind.RESCHEDULE, appointment_at=NOW + 3 * HOUR),
        settled("EEEEEE", Outcome.NOT_OURS, appointment_at=NOW + 4 * HOUR),
    )
    await Inbox(site.store, lambda: NOW).told("AAAAAA", "Ben")
    away, expected = (await page(await enter(), "/anliegen/heute/")).split("Kommt doch oder war schon da")
    assert [code for _, code in listed(away)] == ["BBB-BBB", "DDD-DDD"]
    assert became(away) == ["erreicht", "noch keine Antwort"]
    assert [code for _, code in listed(expected)] == ["AAA-AAA", "CCC-CCC", "EEE-EEE"]
    assert became(expected) == ["Termin bleibt", "war da", "nicht zuständig"]


async def test_who_does_not_know_that_the_appointment_stands_is_not_expected(site, enter):
    await site.receive(here(kind=Kind.RESCHEDULE, appointment_at=NOW + HOUR))
    inbox, browser = Inbox(site.store, lambda: NOW, KB), await enter()
    await inbox.not_moved("K7M3PQ", "Ben")
    shown = await page(browser, "/anliegen/heute/")
    assert became(shown) == ["Termin bleibt, noch Bescheid sagen"]
    assert "Kommt doch" not in shown
    await inbox.told("K7M3PQ", "Ben")
    _, expected = (await page(browser, "/anliegen/heute/")).split("Kommt doch oder war schon da")
    assert became(expected) == ["Termin bleibt"]


@pytest.mark.parametrize(
    ("to", "told"), [(75 * HOUR, "neuer Termin Do 26.11. 13:00"), (5 * HOUR, "neuer Termin heute 15:00")]
)
async def test_the_new_date_of_what_was_moved_stands_beside_it(site, enter, to, told):
    await site.receive(here(kind=Kind.RESCHEDULE, appointment_at=NOW + 4 * HOUR))
    inbox = Inbox(site.store, lambda: NOW)
    await inbox.moved("K7M3PQ", NOW + to, "Ben", sure=True)
    await inbox.told("K7M3PQ", "Ben")
    shown = await page(await enter(), "/anliegen/heute/")
    assert (became(shown), "Ben" in shown) == ([told], False)


async def test_a_quiet_day_says_so(site, enter):
    assert "Für heute hat niemand geschrieben." in await page(await enter(), "/anliegen/heute/")
