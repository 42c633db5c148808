"""Two hundred payloads come through the bot as a citizen would send them, and no page runs or loses anything.

``../test_payloads.py`` has the same ones in fields that the bot keeps clean.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from bot.app import now
from bot.core.flows.appointment import OWN_WORDS
from bot.core.literal import literal
from bot.core.questions import AskedInVain, What
from bot.core.steering import Banner
from bot.core.tickets import CODE_ALPHABET, Kind, Ticket
from tests.builders import a_chat, a_ticket, a_turn, an_incoming
from tests.payloads import HIT, PAYLOADS, joined
from tests.web.browser.conftest import NOWHERE
from tests.web.browser.looks import TELEPHONE, crowded
from tests.whole.bot_process import PATIENCE
from tests.whole.test_appointment import a_working_day_after
from tests.whole.test_telegram import CODE, reply_with

NAME = "Zoë O'Brien-Müller"
TEXTS = list(joined(PAYLOADS, OWN_WORDS))
LONG_TEXTS = list(joined(PAYLOADS, 1500))
REFUSAL = "422 (Unprocessable Entity)"
"""How the browser notes that the site has refused what was searched for."""
REFUSED = 4
"""So many of the texts are no reason: questions, and those that nobody could read."""


async def a_wish(citizen: Any, payload: str, everywhere: bool) -> str:
    """The code of an appointment wish with this reason; *everywhere*: other fields are tried with it too."""
    day = a_working_day_after(9)
    await citizen.send(f"ich kann am {day.day}.{day.month}. um 9 uhr nicht zum termin")
    await reply_with(citizen, "nicht selbst verschieben")
    await citizen.press("Nachricht weitergeben")
    await reply_with(citizen, "Warum")
    await citizen.send(payload)
    if "In welchem Ort" not in (await citizen.wait_reply(timeout=PATIENCE)).text:
        await citizen.press("Anderer Grund")
        await reply_with(citizen, "In welchem Ort")
    await citizen.press("Bocholt")
    await reply_with(citizen, "Telefonnummer")
    if everywhere:
        await citizen.share_contact(payload[:60])
        await reply_with(citizen, "Telefonnummer")
    await citizen.share_contact()
    await reply_with(citizen, "Wie heißen Sie")
    await _heard(citizen, NAME, "Wann passt", payload if everywhere else "", "Wie heißen Sie")
    await _heard(citizen, "Vormittags", "Alles richtig", payload if everywhere else "", "Wann passt")
    await citizen.press("Absenden")
    code = CODE.search((await reply_with(citizen, "Ihre Nummer")).text)[0]
    if everywhere:
        await citizen.send(payload)
    return code


async def _heard(citizen: Any, said: str, answer: str, refused: str, again: str) -> None:
    """What is said is taken; what is *refused* is said before, and the same is asked once more."""
    if refused:
        await citizen.send(refused)
        await reply_with(citizen, again)
    await citizen.send(said)
    await reply_with(citizen, answer)


async def wishes(telegram: Any, texts: list[str]) -> list[str]:
    """The codes of wishes with these texts, each from somebody who is called so."""
    await telegram.wait_until(lambda: telegram.is_polled, timeout=PATIENCE)
    citizens = [telegram.citizen(text[:60], last_name=text[-60:]) for text in texts]
    return await asyncio.gather(
        *(
            a_wish(one, text, number % 3 == 0)
            for number, (one, text) in enumerate(zip(citizens, texts, strict=True))
        )
    )


class Watched:
    """A page on a telephone without the site's Content Security Policy: nothing but escaping protects it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.happened: list[str] = []
        page.on("dialog", lambda dialog: (self.happened.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda line: line.text.endswith(REFUSAL) or self.happened.append(line.text))
        page.on("pageerror", lambda error: self.happened.append(str(error)))
        page.on("request", lambda request: self._asked_for(request.url))

    def _asked_for(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:image/svg+xml")):
            self.happened.append(url)

    def is_calm(self) -> None:
        """Nothing ran, nothing was fetched from elsewhere, nothing is out of its place."""
        assert self.page.evaluate("window.hit") is None
        assert self.happened == [], self.page.url
        assert crowded(self.page) == [], self.page.url


@pytest.fixture(scope="module")
def codes(place):
    return place.aside.run(wishes(place.telegram, TEXTS))


@pytest.fixture
def watched(enter):
    return Watched(enter("Lena", bypass_csp=True, viewport=TELEPHONE))


def test_nothing_that_a_citizen_wrote_to_the_bot_runs_on_the_page_of_the_ticket(place, codes, watched):
    arrived = 0
    for code, text in zip(codes, TEXTS, strict=True):
        watched.page.goto(f"/anliegen/{code}/")
        arrived += literal(text) in watched.page.locator(".facts").inner_text()
        watched.is_calm()
    assert arrived >= len(TEXTS) - REFUSED


def test_nothing_runs_where_many_are_listed(place, codes, watched):
    """What the bot would not take stands here too: names of today, questions, and what leads wrote."""
    place.receive(*(a_ticket_of_today(text, number) for number, text in enumerate(LONG_TEXTS)))
    banners = place.stored(_shown_to_leads)
    for path in ("/anliegen/", "/anliegen/abwesend/", "/leitung/chat/", "/leitung/fragen/"):
        watched.page.goto(path)
        watched.is_calm()
    watched.page.goto("/anliegen/heute/")
    watched.page.get_by_role("button", name="Mit Namen anzeigen").click()
    assert watched.page.get_by_text(HIT).count()
    watched.is_calm()
    for text in ("Zoë", *LONG_TEXTS):
        watched.page.goto("/anliegen/suche/")
        watched.page.locator("main input[name=suche]").fill(text[:80])
        with watched.page.expect_navigation():
            watched.page.keyboard.press("Enter")
        watched.is_calm()
    place.stored(lambda store: _taken_down(store, banners))


def a_ticket_of_today(text: str, number: int) -> Ticket:
    at = now()
    times = {"created_at": at, "due_at": at, "appointment_at": at}
    said = dict.fromkeys(("name", "text"), text)
    return a_ticket(f"PYD{CODE_ALPHABET[number]}AA", kind=Kind.MISSED, office="bocholt", **times, **said)


async def _shown_to_leads(store: Any) -> list[int]:
    """Banners, and what five chats asked in vain two weeks ago. The numbers of the banners."""
    at = now()
    for text in LONG_TEXTS:
        for chat in range(5):
            sent = an_incoming(chat=a_chat(f"{chat}", NOWHERE))
            kept = AskedInVain(text.encode(errors="replace").decode(), What.NOT_KNOWN)
            await store.save_turn(sent, a_turn(orders=(kept,)), at - timedelta(weeks=2))
    banners = [
        Banner(text.encode(errors="replace").decode(), at.date(), at.date(), "Lena") for text in LONG_TEXTS
    ]
    return [(await store.put_up(banner, at)).number for banner in banners]


async def _taken_down(store: Any, numbers: list[int]) -> None:
    for number in numbers:
        await store.take_down(number, "Lena", now())
