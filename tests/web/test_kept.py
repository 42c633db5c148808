"""Nothing that somebody typed is lost when the session is over, and nobody else gets to see it."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.sessions.models import Session
from django.test import AsyncClient

from bot.core.staff import Role
from bot.errors import NotStored
from bot.web.accounts import kept
from bot.web.room import furnish, room
from tests.builders import a_ticket
from tests.site import PASSWORD, page
from tests.web.test_sign_in import code_of

PAGE, HERE = "/anliegen/K7M-3PQ/", "http://testserver/anliegen/K7M-3PQ/"
NOTE = "ruft morgen selbst an"
IDLE = timedelta(minutes=31)


@pytest.fixture
def clock(time_machine):
    """The clock of the site; moved by ``clock.shift``."""
    time_machine.move_to("2026-11-23T09:00:00+00:00", tick=False)
    return time_machine


@pytest.fixture
async def browser(site, clock, enter):
    """Kaya's, with a ticket to work on."""
    await site.receive(a_ticket(office="bocholt"))
    return await enter("Kaya")


async def form_of(browser, path=PAGE):
    """The hidden fields of the page's forms."""
    shown = await page(browser, path)
    return dict(re.findall(r'<input type="hidden" name="(whose|version)" value="([^"]+)"', shown))


async def sends(browser, form, referer=HERE, path=PAGE, **fields):
    return await browser.post(path, {**form, **fields}, headers={"Referer": referer})


async def signs_in(browser, name="Kaya", way=PAGE):
    """Name, password and code, as the page asks for them."""
    await browser.post("/anmelden/", {"login": name, "password": PASSWORD, "next": way})
    return await browser.post("/zweiter-faktor/authenticate/", {"code": await code_of(name, time.time())})


async def notes(site):
    return [event.what for event in await site.store.events("K7M3PQ") if event.what == "noted"]


async def test_a_note_that_came_too_late_stands_in_the_form_after_signing_in(site, browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    answer = await sends(browser, form, act="note", text=NOTE)
    assert answer["Location"] == "/anmelden/?next=%2Fanliegen%2FK7M-3PQ%2F"
    door = await page(browser, answer["Location"])
    assert "Ihre Sitzung ist abgelaufen" in door
    assert "dann geht es bei <strong>K7M-3PQ</strong> weiter" in door
    assert "Was Sie getippt hatten, ist aufgehoben" in door
    assert NOTE not in door
    assert (await signs_in(browser))["Location"] == PAGE
    again = await page(browser, PAGE)
    assert f">{NOTE}</textarea>" in again
    assert "noch nicht gesendet" in again
    assert await notes(site) == []
    await sends(browser, await form_of(browser), act="note", text=NOTE)
    assert await notes(site) == ["noted"]


async def test_it_is_kept_although_the_open_page_has_asked_for_news_meanwhile(browser, clock):
    """The page asks every few seconds; the first time after half an hour ends the session."""
    form = await form_of(browser)
    clock.shift(IDLE)
    assert (await browser.get(f"{PAGE}neues/")).status_code == HTTPStatus.FOUND
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser)
    assert NOTE in await page(browser, PAGE)


async def test_it_is_kept_although_nothing_is_left_of_the_session(browser, clock):
    form = await form_of(browser)
    await Session.objects.all().adelete()
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser)
    assert NOTE in await page(browser, PAGE)


async def test_it_is_kept_although_the_browser_does_not_say_where_the_form_stood(browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    answer = await sends(browser, form, "", act="note", text=NOTE)
    assert answer["Location"].endswith("next=%2Fanliegen%2FK7M-3PQ%2F")
    await signs_in(browser)
    assert NOTE in await page(browser, PAGE)


async def test_somebody_else_gets_nothing_of_it(site, browser, clock, enter):
    await enter("Ben")
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser, "Ben")
    assert NOTE not in await page(browser, PAGE)
    await browser.post("/abmelden/")
    await signs_in(browser, "Kaya")
    assert NOTE not in await page(browser, PAGE)


async def test_it_is_given_back_once_and_only_on_its_own_page(site, browser, clock):
    await site.receive(a_ticket("ABCDEF", office="bocholt"))
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser)
    assert NOTE not in await page(browser, "/anliegen/ABC-DEF/")
    assert NOTE in await page(browser, PAGE)
    assert NOTE not in await page(browser, PAGE)


class _Overworked:
    """A store that cannot be read just now."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    async def ticket(self, code):
        raise NotStored("busy")

    async def change_ticket(self, code, rule, once):
        raise NotStored("busy")


@pytest.fixture
def overworked(site):
    """Inside this block nothing can be read or stored."""

    @contextmanager
    def busy():
        working = room()
        furnish(replace(working, whole=replace(working.whole, store=_Overworked(site.store))))
        yield
        furnish(working)

    return busy


async def test_a_page_that_cannot_show_it_just_now_leaves_it_for_the_next_time(browser, clock, overworked):
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser)
    clock.shift(timedelta(minutes=2))
    with overworked():
        assert (await browser.get(PAGE)).status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert NOTE in await page(browser, PAGE)


async def test_what_cannot_be_stored_just_now_stands_in_the_form_again(site, browser, overworked):
    """The page may not be stored by the browser, so its way back would lead to an empty form."""
    form = await form_of(browser)
    with overworked():
        answer = await sends(browser, form, act="note", text=NOTE)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    said = answer.content.decode()
    assert "eine halbe Stunde lang aufgehoben" in said
    assert f'href="{PAGE}"' in said
    assert NOTE not in said
    again = await page(browser, PAGE)
    assert f">{NOTE}</textarea>" in again
    assert "noch nicht gesendet" in again
    assert await notes(site) == []


async def test_after_half_an_hour_it_is_gone(browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    clock.shift(kept.LASTS + timedelta(seconds=1))
    await signs_in(browser)
    assert NOTE not in await page(browser, PAGE)


async def test_what_nobody_came_back_for_is_deleted_when_somebody_signs_in(site, browser, clock, enter):
    form = await form_of(browser)
    await enter("Ben")
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    clock.shift(kept.LASTS + timedelta(seconds=1))
    await signs_in(AsyncClient(), "Ben")
    assert not [one async for one in Session.objects.all() if "kept" in one.get_decoded()]


async def test_after_signing_in_the_session_lasts_as_long_as_ever(browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    await signs_in(browser)
    await page(browser, PAGE)
    session = await browser.asession()
    assert await session.aget_expiry_age() == 10 * 3600


async def test_it_is_stored_sealed(browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    stored = [session.get_decoded() async for session in Session.objects.all()]
    assert any("kept" in one for one in stored)
    assert NOTE not in str(stored)
    assert "morgen" not in str(stored)


@pytest.mark.parametrize("mark", ["", "kaya", "kaya:AAAA"])
async def test_a_stranger_can_leave_nothing_here(site, clock, mark):
    stranger = AsyncClient()
    await sends(stranger, {"whose": mark}, act="note", text=NOTE)
    assert await Session.objects.acount() == 0


async def test_a_button_pressed_too_late_changes_nothing_and_says_so(site, browser, clock):
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="reached")
    await signs_in(browser)
    assert "noch nicht gesendet" in await page(browser, PAGE)
    assert (await site.store.ticket("K7M3PQ")).is_settled is False


async def test_two_tabs_are_kept_both(site, browser, clock):
    await site.receive(a_ticket("ABCDEF", office="bocholt"))
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    other = "/anliegen/ABC-DEF/"
    await sends(browser, form, f"http://testserver{other}", other, act="forward", reason="umgezogen")
    await signs_in(browser)
    assert NOTE in await page(browser, PAGE)
    assert 'value="umgezogen"' in await page(browser, other)


async def test_two_forms_of_one_page_are_kept_both(browser, clock):
    """The same ticket in two tabs."""
    form = await form_of(browser)
    clock.shift(IDLE)
    await sends(browser, form, act="note", text=NOTE)
    await sends(browser, form, act="forward", reason="umgezogen")
    await signs_in(browser)
    again = await page(browser, PAGE)
    assert f">{NOTE}</textarea>" in again
    assert 'value="umgezogen"' in again


async def test_a_page_that_asks_for_news_does_not_store_what_is_kept_once_more(browser, clock):
    """It would bring back what another tab has just taken, or drop what another tab has just left."""
    form = await form_of(browser)
    await sends(browser, form, path="/aufheben/", text=NOTE)
    before = await Session.objects.aget()
    clock.shift(1)
    await browser.get(f"{PAGE}neues/")
    assert (await Session.objects.aget()).session_data == before.session_data


async def test_the_door_promises_nothing_that_is_over(browser, clock):
    form = await form_of(browser)
    await sends(browser, form, path="/aufheben/", text=NOTE)
    clock.shift(IDLE)
    door = await page(browser, (await browser.get(PAGE))["Location"])
    assert "Ihre Sitzung ist abgelaufen" in door
    assert "aufgehoben" not in door


async def test_what_was_kept_before_the_session_was_over_goes_with_its_half_hour(site, browser, clock):
    """Not only after the ten hours of a session."""
    form = await form_of(browser)
    clock.shift(timedelta(minutes=20))
    await sends(browser, form, path="/aufheben/", text=NOTE)  # nobody looks at the page it leads to
    session = await browser.asession()
    await session.aset("began", 0)
    await session.asave()
    await browser.get(f"{PAGE}neues/")
    assert await (await browser.asession()).aget_expiry_age() == kept.LASTS.total_seconds()


async def test_the_door_promises_nothing_that_has_no_page_to_come_back_to(clock, enter):
    lead, chat = await enter("Lena", Role.LEAD), "/leitung/chat/"
    form = await form_of(lead, chat)
    clock.shift(IDLE)
    answer = await sends(lead, form, "", f"{chat}hinweis/", text="Heute zu.")
    assert answer["Location"] == "/anmelden/"
    assert "aufgehoben" not in await page(lead, "/anmelden/")


async def test_what_a_lead_typed_is_kept_too(site, clock, enter):
    lead, chat = await enter("Lena", Role.LEAD), "/leitung/chat/"
    form = await form_of(lead, chat)
    clock.shift(IDLE)
    typed = {"text": "Heute zu.", "since": "2026-11-24", "until": "2026-11-25", "office": ["bocholt"]}
    answer = await sends(lead, form, f"http://testserver{chat}", f"{chat}hinweis/", **typed)
    assert answer["Location"].endswith("next=%2Fleitung%2Fchat%2F")
    await signs_in(lead, "Lena", chat)
    again = await page(lead, chat)
    assert ">Heute zu.</textarea>" in again
    assert 'value="2026-11-25"' in again
    assert re.search(r'value="bocholt" checked', again)


# signed in anew in another tab


async def test_a_form_from_before_signing_in_anew_comes_back_with_what_was_typed(site, browser):
    """Its token is not valid any more, so nothing is done; but it is one's own page."""
    form = await form_of(browser)
    strict = AsyncClient(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    sent = {**form, "act": "note", "text": NOTE}
    headers = {"Referer": HERE, "Origin": "http://testserver"}
    assert (await strict.post(PAGE, sent, headers=headers))["Location"] == PAGE
    assert await notes(site) == []
    assert f">{NOTE}</textarea>" in await page(browser, PAGE)


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
async def test_what_another_site_sends_is_not_kept(browser, origin):
    form = await form_of(browser)
    strict = AsyncClient(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    headers = {"Referer": HERE, **({"Origin": origin} if origin else {})}
    answer = await strict.post(PAGE, {**form, "act": "note", "text": NOTE}, headers=headers)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert NOTE not in await page(browser, PAGE)


async def test_a_page_of_somebody_else_gives_nothing_away(browser, enter):
    form = await form_of(browser)
    ben = await enter("Ben")
    strict = AsyncClient(enforce_csrf_checks=True)
    strict.cookies = ben.cookies
    headers = {"Referer": HERE, "Origin": "http://testserver"}
    answer = await strict.post(PAGE, {**form, "act": "note", "text": NOTE}, headers=headers)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert NOTE not in await page(ben, PAGE)


# somebody else has changed the ticket


async def test_the_page_loaded_anew_holds_what_was_typed(browser):
    form = await form_of(browser)
    answer = await sends(browser, form, path="/aufheben/", text=NOTE, reason="umgezogen", to="")
    assert answer["Location"] == PAGE
    again = await page(browser, PAGE)
    assert f">{NOTE}</textarea>" in again
    assert 'value="umgezogen"' in again
    assert "noch nicht gesendet" not in again


async def test_what_was_typed_for_something_no_longer_possible_is_shown_all_the_same(site, browser):
    form = await form_of(browser)
    await sends(browser, form, act="reached")
    await sends(browser, form, path="/aufheben/", reason="umgezogen")
    again = await page(browser, PAGE)
    assert "Sie hatten geschrieben" in again
    assert "umgezogen" in again


@pytest.mark.parametrize(
    "referer",
    ["http://elsewhere.example/x", "", "//elsewhere.example", "http://testserver//elsewhere.example/x"],
)
async def test_no_way_leads_off_the_site(browser, referer):
    form = await form_of(browser)
    answer = await sends(browser, form, referer, "/aufheben/", text=NOTE)
    assert answer["Location"] == "/"
