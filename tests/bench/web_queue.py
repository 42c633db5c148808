"""How long the queue takes in the browser's place: ``python -m tests.bench.web_queue [TICKETS]``.

Beside it the peer: the same tickets as ``inbox list --json`` makes them. The page draws 50 of them. With
``--system`` in the system's own SQLite.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from bot.storage import newer_sqlite

if "--system" not in sys.argv:
    newer_sqlite.use()

from asgiref.sync import sync_to_async
from django.core.management import call_command
from django.test import AsyncClient

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.objects import ticket_object
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import CODE_ALPHABET, State, Ticket
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW, a_chat, a_ticket, a_turn, an_incoming, an_opening
from tests.caseworkers.conftest import KB
from tests.site import Room, an_account, furnish

ROUNDS = 20
TOPICS = ("appointment", "money", "letter", "termin-verpasst")


def many(number: int) -> list[Ticket]:
    """Open tickets of two offices, each with a code, a name and a number of its own."""
    letters = len(CODE_ALPHABET)
    return [
        a_ticket(
            "".join(CODE_ALPHABET[place // letters**power % letters] for power in range(6)),
            office=("bocholt", "borken")[place % 2],
            due_at=NOW + timedelta(minutes=place - 60),
            topic=TOPICS[place % len(TOPICS)],
            name=f"Ayşe Öztürk {place}",
            phone=f"+49151{place:08}",
        )
        for place in range(number)
    ]


async def measured(name: str, act: Callable[[], Awaitable[object]]) -> None:
    await act()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        await act()
        times.append(time.perf_counter() - begin)
    times.sort()
    print(f"{name:34} p50 {times[ROUNDS // 2] * 1000:7.1f} ms   worst {times[-1] * 1000:7.1f} ms")


async def listed(inbox: Inbox) -> str:
    """What ``inbox list --json`` prints."""
    tickets = await inbox.list(TicketFilter(states=(State.OPEN, State.TAKEN)))
    return json.dumps([ticket_object(ticket, inbox.kb, inbox.now()) for ticket in tickets])


async def compared(store: SqliteStore) -> None:
    inbox = Inbox(store, lambda: NOW, KB)
    furnish(Room(inbox, store))
    account = await sync_to_async(an_account)("Kaya", offices=("bocholt", "borken"))
    browser = AsyncClient()
    await browser.aforce_login(account, "allauth.account.auth_backends.AuthenticationBackend")

    async def page(path: str) -> None:
        assert (await browser.get(path)).status_code == 200

    async def search(word: str) -> None:
        assert (await browser.post("/anliegen/suche/", {"suche": word})).status_code in (200, 302)

    await measured("peer: inbox list --json", lambda: listed(inbox))
    await measured("page of the queue", lambda: page("/anliegen/"))
    await measured("the same, filtered by a topic", lambda: page("/anliegen/?thema=letter"))
    await measured("the last page", lambda: page("/anliegen/?seite=999"))
    await measured("what the open page asks for", lambda: page("/anliegen/neues/"))
    await measured("today", lambda: page("/anliegen/heute/"))
    await measured("search by a phone number", lambda: search("0151 00000003"))
    await measured("search by a name nobody has", lambda: search("Niemand"))
    await measured("floor: a page without tickets", lambda: page("/anliegen/suche/"))


async def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/bot.db", Path(folder) / "secrets", lambda: NOW)
        for ticket in many(number):
            sent = an_incoming(chat=a_chat(ticket.code))
            await store.save_turn(sent, a_turn(orders=(an_opening(ticket),)), NOW)
        print(f"{number} open tickets, {ROUNDS} times each")
        await compared(store)
        await store.close()


if __name__ == "__main__":
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    counts = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    asyncio.run(main(counts[0] if counts else 2000))
