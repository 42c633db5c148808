"""The page on which leads tell the bot what to say first, or to be silent."""

from __future__ import annotations

from datetime import date, timedelta
from http import HTTPStatus

import pytest

from bot.core.staff import Role
from bot.core.steering import Banner
from tests.site import page
from tests.storage.test_contract_steering import STOP

CHAT = "/leitung/chat/"
TODAY = date(2026, 11, 23)
CLOSED = "Heute ist das Jobcenter in Bocholt geschlossen."


async def standing(site):
    return await site.store.standing_orders(TODAY)


async def puts_up(browser, **changes):
    typed = {"text": CLOSED, "since": "2026-11-23", "until": "2026-11-24", "sure": "yes"}
    return await browser.post(f"{CHAT}hinweis/", typed | changes)


async def test_a_lead_stops_the_bot_with_a_reason_and_an_admin_lets_it_answer_again(site, enter):
    lead, admin = await enter("Lena", Role.LEAD), await enter("Anna", Role.ADMIN, ())
    assert "Der Chat antwortet." in await page(lead, CHAT)
    answer = await lead.post(f"{CHAT}abschalten/", {"reason": "Falsche Auskunft zur Miete", "sure": "yes"})
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, CHAT)
    shown = await page(admin, CHAT)
    assert "Der Chat ist abgeschaltet" in shown
    assert "von Lena" in shown
    assert "Falsche Auskunft zur Miete" in shown
    assert (await standing(site)).stop.reason == "Falsche Auskunft zur Miete"
    await admin.post(f"{CHAT}einschalten/")
    assert (await standing(site)).stop is None
    shown = await page(lead, CHAT)
    assert "Der Chat antwortet." in shown
    assert "(aus: Lena, ein: Anna)" in shown
    assert [act[:2] for act in await site.audit() if act[1] != "signed_in"] == [
        ("Lena", "answers_stopped"),
        ("Anna", "answers_resumed"),
    ]


async def test_nothing_is_said_to_every_chat_before_it_was_read_back(site, enter):
    browser = await enter("Lena", Role.LEAD, ("bocholt", "borken"))
    typed = {"text": CLOSED, "since": "2026-11-23", "until": "2026-11-24", "office": "bocholt"}
    shown = (await browser.post(f"{CHAT}hinweis/", typed)).content.decode()
    assert "Diesen Hinweis zeigen?" in shown
    assert "Mo 23.11. bis Di 24.11., Bocholt." in shown
    assert (await standing(site)).banners == ()
    shown = (await browser.post(f"{CHAT}abschalten/", {"reason": "Falsche Auskunft"})).content.decode()
    assert "Den Chat für alle Orte abschalten?" in shown
    assert (await standing(site)).stop is None


@pytest.mark.parametrize("reason", ["", " ", "x" * 201])
async def test_without_a_reason_nothing_is_stopped_and_nothing_typed_is_lost(site, enter, reason):
    lead = await enter("Lena", Role.LEAD)
    answer = await lead.post(f"{CHAT}abschalten/", {"reason": reason, "sure": "yes"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert f'value="{reason}"' in answer.content.decode()
    assert (await standing(site)).stop is None


async def test_two_leads_at_once_change_the_switch_once(site, enter):
    one, other = await enter("Lena", Role.LEAD), await enter("Ben", Role.LEAD)
    await one.post(f"{CHAT}abschalten/", {"reason": "eins", "sure": "yes"})
    await other.post(f"{CHAT}abschalten/", {"reason": "zwei", "sure": "yes"})
    assert "Der Chat war schon abgeschaltet." in await page(other, CHAT)
    assert (await standing(site)).stop.reason == "eins"
    await one.post(f"{CHAT}einschalten/")
    await other.post(f"{CHAT}einschalten/")
    assert "Der Chat war nicht abgeschaltet." in await page(other, CHAT)


async def test_a_lead_puts_up_a_banner_for_the_own_offices_and_takes_it_down(site, enter):
    browser = await enter("Lena", Role.LEAD, ("bocholt", "borken"))
    await puts_up(browser, office=["bocholt"])
    (banner,) = (await standing(site)).banners
    days = (TODAY, TODAY + timedelta(days=1))
    assert banner == Banner(CLOSED, *days, "Lena", ("bocholt",), banner.number)
    shown = await page(browser, CHAT)
    assert CLOSED in shown
    assert "Mo 23.11. bis Di 24.11." in shown
    await browser.post(f"{CHAT}hinweis/beenden/", {"number": banner.number})
    assert (await standing(site)).banners == ()


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ({"since": "23.11.2026", "until": "24.11.2026"}, 2),
        ({"since": "2026-11-23", "until": ""}, 1),
    ],
)
async def test_days_are_taken_as_people_type_them_and_one_is_enough(site, enter, typed, days):
    await puts_up(await enter("Lena", Role.LEAD), **typed)
    (banner,) = (await standing(site)).banners
    assert (banner.until - banner.since).days == days - 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"since": "morgen"}, "Bitte den ersten Tag angeben"),
        ({"until": "2026-11-22"}, "vor dem ersten"),
        ({"text": ""}, "Der Text ist leer"),
        ({"office": ["borken"]}, "eigenen Orte"),
    ],
)
async def test_a_refused_banner_says_why_and_what_was_typed_stays(site, enter, changes, words):
    answer = await puts_up(await enter("Lena", Role.LEAD), **changes)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    shown = answer.content.decode()
    assert words in shown
    assert changes.get("text", CLOSED) in shown
    assert (await standing(site)).banners == ()


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "9" * 30, "7"])
async def test_a_number_that_is_none_takes_nothing_down(site, enter, number):
    browser = await enter("Lena", Role.LEAD)
    answer = await browser.post(f"{CHAT}hinweis/beenden/", {"number": number})
    assert answer.status_code == HTTPStatus.FOUND
    assert "Diesen Hinweis gibt es nicht mehr" in await page(browser, CHAT)


async def test_a_lead_sees_banners_of_others_and_has_no_button_for_them(site, enter):
    await site.store.put_up(Banner("Nur in Borken.", TODAY, TODAY, "Anna", ("borken",)), site.time)
    await site.store.put_up(Banner("Überall.", TODAY, TODAY, "Anna"), site.time)
    shown = await page(await enter("Lena", Role.LEAD), CHAT)
    assert "Nur in Borken." in shown
    assert "Überall." in shown
    assert "Beenden:" not in shown
    assert "Beenden: Überall." in await page(await enter("Anna", Role.ADMIN, ()), CHAT)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\u202eegal", '"><img src=x onerror=alert(1)>']
)
async def test_what_leads_write_is_text_on_the_page(site, enter, text):
    browser = await enter("Lena", Role.LEAD)
    await puts_up(browser, text=text)
    await browser.post(f"{CHAT}abschalten/", {"reason": text, "sure": "yes"})
    shown = await page(browser, CHAT)
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "\u202e" not in shown


async def test_stopping_is_no_business_of_caseworkers_and_editors(site, enter):
    for name, role in (("Kaya", Role.CASEWORKER), ("Edith", Role.EDITOR)):
        browser = await enter(name, role)
        assert (await browser.get(CHAT)).status_code == HTTPStatus.FORBIDDEN
        answer = await browser.post(f"{CHAT}abschalten/", {"reason": STOP.reason, "sure": "yes"})
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert (await standing(site)).stop is None
