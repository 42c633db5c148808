"""The audit opens for two admins together, and shows what was done by time, and whether it is true."""

from __future__ import annotations

import time
from datetime import timedelta
from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator
from asgiref.sync import sync_to_async
from django.test import AsyncClient

from bot.caseworkers.history import EVENTS
from bot.core.audit import Act, Deed
from bot.core.staff import Role
from bot.web.audit.opening import LASTS
from bot.web.audit.views import PAGE
from bot.web.audit.words import DEEDS, REASONS
from tests.builders import NOW
from tests.site import PASSWORD, PLAN, an_account, page, totp_code
from tests.storage.test_sqlite_files import sql

AUDIT = "/protokoll/"


@pytest.fixture
def clock(time_machine):
    """The clock of the site; moved by ``clock.shift``."""
    time_machine.move_to("2026-11-23T09:00:00+00:00", tick=False)
    return time_machine


@pytest.fixture
async def anna(site, enter, clock):
    """An admin who has just confirmed the own password; Ben is another one."""
    browser = await enter("Anna", Role.ADMIN, ())
    await sync_to_async(an_account)("Ben", Role.ADMIN, ())
    await confirms(browser)
    return browser


async def confirms(browser):
    answer = await browser.get(AUDIT)
    assert answer["Location"] == "/bestaetigen/?next=%2Fprotokoll%2F"
    answer = await browser.post(answer["Location"], {"password": PASSWORD, "next": AUDIT})
    assert answer["Location"] == AUDIT


async def code_of(name: str) -> str:
    factor = await Authenticator.objects.aget(user__name=name, type="totp")
    return totp_code(PLAN.unseal(factor.data["secret"]), time.time())


async def opens(browser, name="Ben", **changes):
    typed = {"reason": "complaint", "name": name, "password": PASSWORD, "code": await code_of("Ben")}
    return await browser.post(AUDIT, typed | changes)


async def is_open(browser) -> bool:
    answer = await browser.get(AUDIT)
    return answer.status_code == HTTPStatus.OK and '<th scope="col">Wer</th>' in answer.content.decode()


async def test_two_admins_open_it_together_and_that_stands_in_it(site, anna):
    answer = await opens(anna)
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, AUDIT)
    shown = await page(anna, AUDIT)
    assert "zusammen mit Ben" in shown
    assert REASONS["complaint"] in shown
    assert "keiner verändert, keiner entfernt" in shown
    assert (await site.audit())[-1] == ("Anna", "audit_read", "Ben", "complaint")


async def test_alone_nobody_sees_a_row(site, anna):
    assert not await is_open(anna)
    await site.store.record(Act(NOW, "Kaya", "revealed", "K7M3PQ"))
    assert "Kaya" not in await page(anna, AUDIT)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "Anna"}, "zwei Personen"),
        ({"name": " anna "}, "zwei Personen"),
        ({"name": "Niemand"}, "stimmen nicht"),
        ({"password": "falsch"}, "stimmen nicht"),
        ({"code": "000000"}, "Der Code stimmt nicht"),
        ({"reason": ""}, "Pflichtfeld|zwingend|erforderlich"),
        ({"reason": "neugierig"}, "gültig"),
    ],
)
async def test_whatever_is_wrong_it_stays_closed(site, anna, changes, words):
    answer = await opens(anna, **changes)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    shown = answer.content.decode()
    assert any(word in shown for word in words.split("|"))
    assert PASSWORD not in shown
    assert not await is_open(anna)
    assert "audit_read" not in {act[1] for act in await site.audit()}


@pytest.mark.parametrize("role", [Role.LEAD, Role.CASEWORKER, Role.EDITOR])
async def test_the_second_person_is_an_admin_too(site, anna, role):
    await sync_to_async(an_account)("Lena", role)
    answer = await opens(anna, name="Lena", code=await code_of("Lena"))
    assert "gehört nicht zur Verwaltung" in answer.content.decode()
    assert not await is_open(anna)


async def test_a_code_is_good_once(site, anna):
    code = await code_of("Ben")
    await opens(anna, code=code)
    await anna.post(f"{AUDIT}schliessen/")
    assert not await is_open(anna)
    assert (await opens(anna, code=code)).status_code == HTTPStatus.BAD_REQUEST


async def test_whoever_has_no_codes_is_told(site, anna):
    await sync_to_async(an_account)("Cem", Role.ADMIN, (), has_factor=False)
    answer = await opens(anna, name="Cem")
    assert "keine App mit Codes" in answer.content.decode()


async def test_guessed_passwords_lock_the_second_account(site, anna):
    for _ in range(5):
        answer = await opens(anna, password="falsch")
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert (await opens(anna)).status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert not await is_open(anna)
    assert ("Ben", "sign_in_failed", "", "password") in await site.audit()


async def test_it_closes_by_itself_and_for_whoever_signs_out(site, anna, clock):
    await opens(anna)
    assert await is_open(anna)
    clock.shift(LASTS + timedelta(seconds=1))
    assert (await anna.get(AUDIT))["Location"].startswith("/bestaetigen/")
    await confirms(anna)
    await opens(anna)
    assert await is_open(anna)
    await anna.post("/abmelden/")
    assert (await anna.get(AUDIT))["Location"].startswith("/anmelden/")


async def test_it_is_open_in_that_browser_only(site, anna, enter):
    await opens(anna)
    other = AsyncClient()
    account = await Authenticator.objects.select_related("user").aget(user__name="Ben", type="totp")
    await other.aforce_login(account.user, "allauth.account.auth_backends.AuthenticationBackend")
    assert (await other.get(AUDIT))["Location"].startswith("/bestaetigen/")


async def test_a_form_that_lay_too_long_is_not_kept_anywhere(site, anna, clock):
    """The library would keep it, with the second person's password, in the session."""
    clock.shift(timedelta(minutes=6))
    answer = await opens(anna)
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, AUDIT)
    session = await anna.asession()
    assert PASSWORD not in str(dict(await sync_to_async(session.items)()))
    assert (await anna.get(AUDIT))["Location"].startswith("/bestaetigen/")


async def test_rows_stand_by_time_newest_first_and_older_ones_behind_a_link(site, anna):
    for number in range(PAGE + 5):
        await site.store.record(Act(NOW, "Kaya", "revealed", "K7M3PQ", f"number {number}"))
    await opens(anna)
    shown = await page(anna, AUDIT)
    assert shown.index(f"number {PAGE + 4}<") < shown.index(f"number {PAGE + 3}<")
    assert "number 2<" not in shown
    assert "Name und Nummer angesehen" in shown
    assert "K7M-3PQ" in shown
    oldest = (await site.store.acts(limit=PAGE))[-1][0]
    assert f"?vor={oldest}" in shown
    assert "number 2<" in await page(anna, f"{AUDIT}?vor={oldest}")


@pytest.mark.parametrize("before", ["", "x", "-1", "²", "9" * 40])
async def test_a_link_that_somebody_changed_shows_the_newest(site, anna, before):
    await opens(anna)
    assert "Protokoll geöffnet" in await page(anna, f"{AUDIT}?vor={before}")


async def test_a_changed_row_is_named(site, anna):
    await site.store.record(Act(NOW, "Kaya", "revealed", "K7M3PQ"))
    await opens(anna)
    with sql(site.folder / "bot.db") as execute:
        execute("DROP TRIGGER audit_trail_unchanged")
        execute("UPDATE audit_trail SET who = 'Kim' WHERE what = 'revealed'")
    shown = await page(anna, AUDIT)
    assert "Jemand hat das Protokoll verändert" in shown
    assert shown.count('<span class="tag late">verändert</span>') == 1


async def test_what_cannot_be_read_does_not_hide_that_it_is_so(site, anna):
    await opens(anna)
    with sql(site.folder / "bot.db") as execute:
        execute("DROP TRIGGER audit_trail_unchanged")
        execute("UPDATE audit_trail SET detail = 'Ein Name' WHERE number = 1")
    shown = await page(anna, AUDIT)
    assert "Jemand hat das Protokoll verändert" in shown
    assert "nicht lesen" in shown


def test_every_act_has_german_words():
    assert set(DEEDS) == set(Deed)
    assert not set(EVENTS) & set(DEEDS) - {Deed.DISCLOSED, Deed.EXPORTED}
