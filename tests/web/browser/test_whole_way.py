"""From the citizen's first word to the last one that she reads, by way of a new caseworker's browser."""

from __future__ import annotations

import asyncio
import re
import time

from playwright.sync_api import expect

from tests.site import PASSWORD, totp_code
from tests.whole.bot_process import PATIENCE
from tests.whole.test_appointment import a_working_day_after
from tests.whole.test_telegram import CODE, a_call_wish, reply_with

ENDS = {
    "called": "reached",
    "came": "reached",
    "reached": "reached",
    "not_reached": "not_reached",
    "number_wrong": "number_wrong",
    "not_ours": "not_ours",
    "duplicate": "duplicate",
    "not_moved": "not_moved",
    "moved": "moved",
}
"""What can be done with a ticket and is told to the citizen; and beside which button the page says how."""
OF_APPOINTMENTS = ("not_moved", "moved")
APPOINTMENT = "kind krank kann am {0.day}.{0.month}. um 9 uhr nicht zum termin"


async def an_appointment_wish(citizen):
    await citizen.ask(APPOINTMENT.format(a_working_day_after(9)))
    await citizen.pick("Nachricht weitergeben")
    await citizen.pick("Bocholt")
    await citizen.share_contact()
    await reply_with(citizen, "richtiger Name")
    await citizen.pick("Ja")
    await citizen.pick("Vormittags")
    return CODE.search((await citizen.pick("Absenden")).text)[0]


async def wishes(telegram):
    """A citizen for each end, with the code of her ticket."""
    await telegram.wait_until(lambda: telegram.is_polled, timeout=PATIENCE)
    citizens = {end: telegram.citizen("Aylin", last_name="Kaya") for end in ENDS}
    codes = await asyncio.gather(
        *(
            an_appointment_wish(one) if end in OF_APPOINTMENTS else a_call_wish(one)
            for end, one in citizens.items()
        )
    )
    return citizens, dict(zip(ENDS, codes, strict=True))


def signed_up(place):
    """The page of somebody who came by a one-time link, chose a password and an app, and came again."""
    page = place.stranger()
    page.goto(place.link("Mina"))
    page.get_by_label("Neues Passwort").fill(PASSWORD)
    page.get_by_label("Noch einmal").fill(PASSWORD)
    page.get_by_role("button", name="Weiter").click()
    page.get_by_role("link", name="App einrichten").click()
    secret = "".join(page.locator(".secret").inner_text().split())
    page.get_by_label(re.compile("Code")).fill(totp_code(secret, time.time()))
    page.get_by_role("button", name="Fertig").click()
    expect(page.locator(".codes li")).to_have_count(8)
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_label("Name").fill("Mina")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_label(re.compile("Code")).fill(totp_code(secret, time.time() + 30))  # each is good once
    page.locator("main button.main").click()
    page.wait_for_url("**/anliegen/")
    return page


def settled(page, end) -> list[str]:
    """The open ticket comes to this end; what the page said that the citizen would then read."""
    promised = page.locator(f"#hears-{ENDS[end]} q").all_inner_texts()
    if end == "moved":
        page.locator("#to").fill(f"{a_working_day_after(20):%d.%m.%Y} 10:00")
    with page.expect_navigation():
        page.locator(f"button[value={end}]").click()
    if page.locator(".confirm").count():  # what cannot be taken back is asked once more
        page.locator(".confirm button[name=act]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    return promised


async def reads(citizen, *texts):
    """All of these arrive, in this order."""
    for text in texts:
        message = await reply_with(citizen, text)
        assert text in message.text


def test_what_a_caseworker_does_arrives_where_the_citizen_reads(place):
    """Link, password, app, signing in, taking, and each end that a ticket can come to."""
    chatting = place.aside.begin(wishes(place.telegram))
    page = signed_up(place)
    citizens, codes = chatting.result()
    page.reload()
    page.get_by_role("link", name=codes["called"]).click()
    expected = {}
    for end, code in codes.items():
        page.goto(f"/anliegen/{code}/")
        read = page.locator("#hears-take q").all_inner_texts()
        page.get_by_role("button", name="Übernehmen").click()
        expect(page.get_by_text("bei Ihnen bis")).to_be_visible()
        expected[end] = [*read, *settled(page, end)]
        assert len(expected[end]) == 2, end
    for end, texts in expected.items():
        place.aside.run(reads(citizens[end], *texts))
        assert codes[end] in texts[0]
    page.goto(f"/anliegen/{codes['reached']}/")
    expect(page.get_by_text("gesendet").last).to_be_visible()
    page.context.close()
