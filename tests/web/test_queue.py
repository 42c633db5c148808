"""The queue: what is to be done at one's own offices, in four piles, and nothing of others."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus

import pytest

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.queue import PAGE
from bot.core.staff import Role
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB
from tests.caseworkers.test_queue import a_code
from tests.site import page

HOUR = timedelta(hours=1)
PERSONAL = ("Ayşe", "Öztürk", "15112345678", "beim Arzt")


def here(code="K7M3PQ", **fields):
    return a_ticket(code, **({"office": "bocholt"} | fields))


def codes(shown: str) -> list[str]:
    """The tickets in the rows of a page."""
    return re.findall(r'<tr data-code="([^"]+)"', shown)


def counts(shown: str) -> dict[str, int]:
    """What the tabs count."""
    tabs = shown[shown.index('class="tabs"') : shown.index("</nav>", shown.index('class="tabs"'))]
    return {pile: int(number) for pile, number in re.findall(r'data-count="(\w+)">(\d+)<', tabs)}


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
    await site.receive(here(), a_ticket("ABCDEF", office="borken"))
    assert set(codes(await page(await enter("Kaya", role, offices)))) == seen


async def test_no_name_and_no_number_stands_in_the_queue(site, enter):
    await site.receive(here(text="beim Arzt"))
    shown = await page(await enter())
    assert "K7M-3PQ" in shown
    assert not [word for word in PERSONAL if word in shown]


async def test_the_title_counts_what_anybody_may_take(site, enter):
    await site.receive(here(), here("ABCDEF"), here("DNEDNE", state=State.DONE))
    browser = await enter()
    for way in ("", "?liste=erledigt"):
        assert "<title>(2) Anliegen" in await page(browser, f"/anliegen/{way}")


async def test_each_pile_is_counted_and_shown(site, enter):
    held = {"state": State.TAKEN, "lease_until": NOW + HOUR}
    await site.receive(
        here("AAAAAA"),
        here("BBBBBB", **held, taken_by="Kaya"),
        here("CCCCCC", **held, taken_by="Kim"),
        here("DDDDDD", not_before=NOW + HOUR),
        here("EEEEEE", state=State.DONE, outcome=Outcome.REACHED),
    )
    browser = await enter()
    for pile, listed in {
        "neu": ["AAA-AAA"],
        "meine": ["BBB-BBB"],
        "warten": ["CCC-CCC", "DDD-DDD"],
        "erledigt": ["EEE-EEE"],
    }.items():
        shown = await page(browser, f"/anliegen/?liste={pile}")
        assert codes(shown) == listed
        assert counts(shown) == {"neu": 1, "meine": 1, "warten": 2, "erledigt": 1}


async def test_what_is_done_says_when_and_how_it_ended_but_not_through_whom(site, enter):
    await site.receive(here("AAAAAA", kind=Kind.RESCHEDULE), here("BBBBBB"), here("CCCCCC"))
    inbox = Inbox(site.store, lambda: site.time)
    await inbox.moved("AAAAAA", NOW + 75 * HOUR, "Ben", sure=True)
    await inbox.told("AAAAAA", "Ben")
    site.forward(hours=1)
    await inbox.close("BBBBBB", Outcome.REACHED, "Ben")
    shown = await page(await enter(), "/anliegen/?liste=erledigt")
    assert re.findall(r'<td class="due">([^<]+)</td>\s*<td class="soft">([^<]+)<', shown) == [
        ("Mo 23.11. 11:00", "erreicht"),
        ("Mo 23.11. 10:00", "neuer Termin Do 26.11. 13:00"),
    ]
    assert "Ben" not in shown


async def test_what_somebody_is_still_to_be_told_stays_in_the_list(site, enter):
    """The chat says only that there is an answer: a call that is owed must not be forgotten."""
    await site.receive(here(kind=Kind.RESCHEDULE))
    kaya, ben = await enter(), await enter("Ben")
    await Inbox(site.store, lambda: site.time, KB).moved("K7M3PQ", NOW + 75 * HOUR, "Kaya", sure=True)
    shown = await page(kaya, "/anliegen/?liste=meine")
    assert "noch Bescheid sagen</span> neuer Termin Do 26.11. 13:00<" in shown
    assert counts(shown) == {"neu": 0, "meine": 1, "warten": 0, "erledigt": 0}
    shown = await page(ben, "/anliegen/?liste=warten")
    assert "neuer Termin Do 26.11. 13:00, zuletzt Kaya<" in shown
    site.forward(hours=5)
    assert codes(await page(ben)) == ["K7M-3PQ"]
    await Inbox(site.store, lambda: site.time, KB).told("K7M3PQ", "Ben")
    for browser in (kaya, ben):
        assert counts(await page(browser)) == {"neu": 0, "meine": 0, "warten": 0, "erledigt": 1}


async def test_urgent_comes_first_then_overdue_then_by_due_time(site, enter):
    await site.receive(
        here("THENNN", due_at=NOW + 9 * HOUR),
        here("SSNDUE", due_at=NOW + HOUR),
        here("QVERDU", due_at=NOW - HOUR),
        here("URGENT", due_at=NOW + 5 * HOUR, urgent=True),
    )
    shown = await page(await enter())
    assert codes(shown) == ["URG-ENT", "QVE-RDU", "SSN-DUE", "THE-NNN"]
    assert shown.count("überfällig") == 1


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("ort=bocholt", {"AAA-AAA", "BBB-BBB"}),
        ("art=verpasst", {"BBB-BBB"}),
        ("thema=letter", {"CCC-CCC"}),
        ("sprache=uk", {"AAA-AAA"}),
        ("ort=borken&art=anruf&thema=letter", {"CCC-CCC"}),
        ("ort=bocholt&thema=letter", set()),
        ("ort=&art=&thema=&sprache=", {"AAA-AAA", "BBB-BBB", "CCC-CCC"}),
    ],
)
async def test_filters_narrow_the_list_and_its_counts(site, enter, query, listed):
    await site.receive(
        here("AAAAAA", interpreter="uk"),
        here("BBBBBB", kind=Kind.MISSED),
        a_ticket("CCCCCC", office="borken", topic="letter"),
    )
    shown = await page(await enter(offices=("bocholt", "borken")), f"/anliegen/?{query}")
    assert set(codes(shown)) == listed
    assert counts(shown)["neu"] == len(listed)


async def test_one_can_filter_by_own_offices_and_by_what_there_is(site, enter):
    await site.receive(
        here(topic="letter", interpreter="uk"), a_ticket("ABCDEF", office="ahaus", topic="money")
    )
    shown = await page(await enter(offices=("bocholt", "borken")))
    options = set(re.findall(r'<option value="([^"]+)"', shown))
    assert options == {"bocholt", "borken", "anruf", "verschieben", "verpasst", "letter", "uk"}


@pytest.mark.parametrize(
    "query",
    [
        "ort=ahaus",
        "ort=gibtesnicht",
        "liste=alles",
        "art=Anruf",
        "seite=0",
        "seite=x",
        "seite=99999",
        "thema=%3Cscript%3E",
        "sprache=a%20b",
    ],
)
@pytest.mark.parametrize("way", ["", "neues/"])
async def test_a_filter_that_cannot_be_is_no_page(site, enter, way, query):
    """An office that is not one's own looks like one that does not exist."""
    answer = await (await enter()).get(f"/anliegen/{way}?{query}")
    assert answer.status_code == HTTPStatus.NOT_FOUND


async def test_a_long_list_comes_in_pages_that_keep_the_filter(site, enter):
    await site.receive(*(here(a_code(number), topic="letter") for number in range(PAGE + 1)))
    browser = await enter()
    first = await page(browser, "/anliegen/?thema=letter")
    (way,) = re.findall(r'href="([^"]+)" rel="next"', first)
    assert f"1–{PAGE} von" in first
    second = await page(browser, way.replace("&amp;", "&"))
    assert (len(codes(first)), len(codes(second))) == (PAGE, 1)
    assert codes(await page(browser, "/anliegen/?seite=9")) == codes(second)


async def test_an_empty_list_says_so_kindly(site, enter):
    browser = await enter()
    assert "Nichts zu tun" in await page(browser)
    assert "Nichts passt zu diesem Filter" in await page(browser, "/anliegen/?art=anruf")


async def test_what_has_come_is_told_to_the_open_page(site, enter):
    await site.receive(here("AAAAAA"))
    browser = await enter()
    assert 'data-codes="AAAAAA"' in await page(browser)
    await site.receive(here("BBBBBB"), a_ticket("CCCCCC", office="borken"), here("DDDDDD", kind=Kind.MISSED))
    answer = (await browser.get("/anliegen/neues/")).json()
    assert answer == {
        "counts": {"neu": 3, "meine": 0, "warten": 0, "erledigt": 0},
        "codes": "AAAAAA BBBBBB DDDDDD",
    }
    assert (await browser.get("/anliegen/neues/?art=verpasst")).json()["codes"] == "DDDDDD"


async def test_only_a_look_at_what_is_new_counts_as_one(site, enter):
    """An office whose queue stands open on an unwatched screen is asleep all the same."""
    await site.receive(here())
    browser = await enter()
    await browser.get("/anliegen/neues/")
    await page(browser, "/anliegen/?liste=erledigt")
    assert await site.store.seen() == {}
    await page(browser)
    assert set(await site.store.seen()) == {"bocholt"}


async def test_what_a_citizen_wrote_steers_no_page(site, enter):
    evil = "<script>alert(1)</script>"
    await site.receive(here(topic=evil, wish=evil, interpreter=evil, kind=Kind.PHONE_CALL))
    shown = await page(await enter())
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)" in shown
