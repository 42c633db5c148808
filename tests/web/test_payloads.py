"""Whatever a citizen writes is text and nothing else, on every page and in every file that shows it.

Here two hundred payloads stand in every field, also where the bot would not take them; the same ones go
through the bot into a real browser in ``browser/test_payloads.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from bot.caseworkers.export import FORMULA
from bot.caseworkers.queue import PAGE
from bot.core import moves
from bot.core.literal import literal
from bot.core.questions import AskedInVain, What
from bot.core.staff import Role
from bot.core.steering import Banner, Stop
from bot.core.tickets import CODE_ALPHABET, Kind, Ticket, shown
from tests.builders import NOW, a_chat, a_ticket, a_turn, an_incoming
from tests.caseworkers.test_export import rows
from tests.payloads import PAYLOADS, joined
from tests.site import page

HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)
HARMLESS = "Harmlos"
ADDRESS = re.compile(r"|[?#/][^\s]*|tel:\+\d+|data:image/svg\+xml;[^<>]*")
"""Where links, forms, scripts and pictures of the site may lead."""
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcset", "data", "xlink:href"})


class Parsed(HTMLParser):
    """A page as a browser sees it: ``tags`` with the names of their attributes, and its ``text``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[tuple[str, tuple[str, ...]]] = set()
        self.addresses: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(sorted(name for name, _ in attrs if name not in OPTIONAL))))
        self.addresses |= {value or "" for name, value in attrs if name in ADDRESSES}
        self.text += "".join(f" {value} " for _, value in attrs if value)

    def handle_data(self, data: str) -> None:
        self.text += data


OPTIONAL = frozenset({"class", "selected", "open", "data-label"})
"""What a tag of the site has or has not, depending on what it shows."""


def a_ticket_full_of(payload: str, code: str) -> Ticket:
    """Half letters come only through what is typed: no word of the bot's own holds one."""
    fields = dict.fromkeys(("reason", "topic", "wish", "interpreter"), whole(payload))
    said = dict.fromkeys(("name", "phone", "text"), payload)
    kind = Kind.MISSED if code[-1] == "A" else Kind.PHONE_CALL
    return a_ticket(code, kind=kind, office="bocholt", appointment_at=NOW, **fields, **said)


def whole(payload: str) -> str:
    return payload.encode(errors="replace").decode()


async def stored(site, payloads: Sequence[str], letters: str = "PAY") -> list[Ticket]:
    """Tickets full of them."""
    codes = (
        f"{letters}{one}{other}{end}" for end in "AB" for one in CODE_ALPHABET for other in CODE_ALPHABET
    )
    tickets = [a_ticket_full_of(payload, code) for payload, code in zip(payloads, codes, strict=False)]
    await site.receive(*tickets)
    return tickets


async def worked_on(site, payloads: Sequence[str], letters: str = "PAY") -> list[Ticket]:
    """The same, each with a note, forwarded once, and in the hands of a colleague of that name."""
    tickets = await stored(site, payloads, letters)
    for ticket, payload in zip(tickets, map(whole, payloads), strict=True):
        for rule in (
            lambda it, said: moves.changed(it, "Kaya", NOW, "noted", said),
            lambda it, said: moves.forwarded(it, "bocholt", said, "Kaya", NOW),
            lambda it, said: moves.changed(it, said, NOW, said, said),
            lambda it, said: moves.taken(it, said, NOW, NOW + timedelta(hours=4)),
        ):
            await site.store.change_ticket(ticket.code, lambda it, rule=rule, said=payload: rule(it, said))
    return tickets


def is_plain(html: str, usual: Parsed, *payloads: str) -> None:
    """There is no tag that a harmless page has not, no address that leads away; the payloads are text."""
    found = Parsed(html)
    assert found.tags <= usual.tags
    assert [one for one in found.addresses if not ADDRESS.fullmatch(one)] == []
    for payload in payloads:
        assert literal(payload) in literal(found.text), payload
        assert "<" not in payload or payload not in html


def _at(ticket: Ticket) -> str:
    return f"/anliegen/{shown(ticket.code)}/"


async def sent(browser, path: str, **fields: str) -> str:
    """What stands there after a form was sent."""
    return (await browser.post(path, fields, follow=True)).content.decode()


async def test_on_the_page_of_a_ticket(site, enter):
    browser = await enter()
    harmless, *tickets = [_at(ticket) for ticket in await worked_on(site, [HARMLESS, *PAYLOADS])]
    plain = Parsed(await page(browser, harmless))
    for payload, path in zip(PAYLOADS, tickets, strict=True):
        is_plain(await page(browser, path), plain, payload)


async def test_in_lists_and_among_the_names_of_colleagues(site, enter):
    browser = await enter()
    paths = ("/anliegen/?liste=warten", "/anliegen/?liste=warten&seite=2", "/anliegen/abwesend/")
    await worked_on(site, [HARMLESS] * (2 * PAGE + 1), "HRM")
    plain = [Parsed(await page(browser, path)) for path in paths]
    await worked_on(site, PAYLOADS)
    for path, one in zip(paths, plain, strict=True):
        is_plain(await page(browser, path), one)


async def test_among_the_names_of_today(site, enter):
    browser = await enter()
    await stored(site, [HARMLESS], "HRM")
    plain = Parsed(await sent(browser, "/anliegen/heute/"))
    await stored(site, PAYLOADS)
    is_plain(await sent(browser, "/anliegen/heute/"), plain, *PAYLOADS)


async def test_what_was_searched_for(site, enter):
    browser = await enter()
    plain = Parsed(
        await sent(browser, "/anliegen/suche/", suche="x")
        + await sent(browser, "/anliegen/suche/", suche=HARMLESS)
    )
    for payload in map(whole, PAYLOADS):
        is_plain(await sent(browser, "/anliegen/suche/", suche=payload), plain)


async def test_what_was_typed_and_refused(site, enter):
    lead = await enter("Lena", Role.LEAD)
    (ticket,) = await stored(site, [HARMLESS])
    path = _at(ticket)
    stale = {"act": "moved", "version": "1"}
    orders = "/leitung/chat/hinweis/"
    plain = (
        Parsed(await sent(lead, path, **stale, to=HARMLESS)),
        Parsed(await sent(lead, orders, text=HARMLESS)),
    )
    for payload in map(whole, PAYLOADS):
        typed = dict.fromkeys(("to", "until", "reason", "text", "office", "usual"), payload)
        is_plain(await sent(lead, path, **stale, **typed), plain[0])
        is_plain(await sent(lead, orders, text=payload, since=payload, until=payload), plain[1])


async def test_on_the_pages_of_leads(site, enter):
    """Texts of leads themselves, and questions that nobody could answer, of five chats each."""
    lead = await enter("Lena", Role.LEAD)

    async def shows(*texts: str) -> tuple[str, str]:
        await site.store.stop_answers(Stop(NOW, texts[0], " ".join(texts)))
        for number, text in enumerate(texts):
            await site.store.put_up(Banner(text, NOW.date(), NOW.date(), text), NOW)
            for chat in range(5):
                sent = an_incoming(chat=a_chat(f"{chat}"))
                kept = AskedInVain(text, What.NOT_KNOWN)
                await site.store.save_turn(sent, a_turn(orders=(kept,)), NOW - 2 * WEEK - number * HOUR)
        return await page(lead, "/leitung/chat/"), await page(lead, "/leitung/fragen/")

    for _ in range(2):  # the second time there is one that is over
        plain = [Parsed(html) for html in await shows(HARMLESS)]
        await site.store.answer_again("Lena", NOW)
    chat, questions = await shows(*map(whole, joined(PAYLOADS, 2000)))
    is_plain(chat, plain[0], *map(whole, PAYLOADS))
    is_plain(questions, plain[1])


async def test_in_files(site, enter):
    browser = await enter()
    await stored(site, PAYLOADS)
    fields = {"namen": "on"}
    table = (await browser.post("/anliegen/export/", fields | {"als": "csv"})).content
    found = rows(table)
    assert len(found) == len(PAYLOADS)
    assert not [cell for row in found for cell in row.values() if cell.startswith(FORMULA)]
    book = ZipFile(BytesIO((await browser.post("/anliegen/export/", fields | {"als": "xlsx"})).content))
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert "hyperlink" not in book.read("xl/worksheets/sheet1.xml").decode()
    calendar = (await browser.post("/anliegen/export/", fields | {"als": "ics"})).content.decode()
    assert calendar.count("BEGIN:VEVENT") == calendar.count("END:VEVENT") == len(PAYLOADS)
