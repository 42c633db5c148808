"""The web process: gives the site what it needs, opens it, and closes it again.

``run`` starts it as a child (see ``beside``), or a unit of its own does. It shares nothing with the bot but
the database: it never matches and never steps a dialogue.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.app import cancelled, last_good, python, say, stopped_by_signals
from bot.caseworkers.history import EVENTS
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.lead import Lead
from bot.config import Settings
from bot.content.texts import Texts
from bot.core.calendar import local
from bot.core.office_statistics import first_day, last_day
from bot.core.ports import Audit, Store
from bot.core.staff import Machine, Staff, led, scope
from bot.core.statistics import Figures
from bot.core.steering import Silence, silence
from bot.errors import ConfigError, NoDatabase
from bot.live import in_thread
from bot.opening import inbox_of, known_offices, opened_store
from bot.operators.stats import read
from bot.storage.connection import wanted_journal
from bot.storage.crypto import unwrapped, wrapped
from bot.storage.files import accounts_of, database_path, one_at_a_time, private_file
from bot.storage.keys import read_keys, site_secret
from bot.web import start
from bot.web.plan import Plan

PURPOSE = "second factor"
LOOKS_EVERY = 30
"""Seconds between two looks whether the knowledge base has changed: only names and hours are needed here."""


@dataclass(slots=True)
class Room:
    """What the pages are given: ready objects, none of them wider than the person may see."""

    whole: Inbox
    store: Store
    texts: Texts = field(default_factory=Texts)
    moves: Mapping[str, str] = field(default_factory=lambda: EVENTS)

    @property
    def audit(self) -> Audit:
        return self.store

    async def silence(self) -> Silence | None:
        """Why citizens get no answers just now; None if they do."""
        now = self.whole.now()
        standing = await self.store.standing_orders(local(now).date())
        return silence(standing.stop, await self.store.fetched(), now)

    def inbox(self, staff: Staff | Machine) -> Inbox:
        """The inbox with the tickets of *staff*'s offices, and no others."""
        return self.whole.within(scope(staff))

    async def asked(self) -> Figures:
        """What the chat was asked, in the same weeks as the figures of offices."""
        today = local(self.whole.now()).date()
        return await read(self.store, first_day(today), last_day(today))

    def lead(self, staff: Staff) -> Lead:
        """What *staff* may order the bot, for the offices that they lead."""
        return Lead(self.store, self.whole.now, self.whole.kb, led(staff))

    async def follow(self, settings: Settings) -> None:
        """Until cancelled: know the offices as the editors have them now."""
        files = last_good(settings)
        seen = await in_thread(files.stamp)
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            before, seen = seen, await in_thread(files.stamp)
            if seen != before:
                kb = await in_thread(lambda: known_offices(settings))
                self.whole = replace(self.whole, kb=kb)


def set_up(settings: Settings) -> None:
    """Make the site's accounts usable in this process; not inside an event loop.

    Raises:
        NoDatabase: the bot has never run here; without it there are no keys either.
    """
    database = database_path(settings.database.url)
    if not database.exists():
        raise NoDatabase(str(database))
    accounts = accounts_of(database)
    with one_at_a_time(database.parent):
        private_file(accounts)
        start.set_up(_plan(settings, accounts))
        start.migrate()


async def serve(settings: Settings, is_child: bool = False) -> int:
    """The site, until it is told to stop or, as a child, until its parent is gone. The exit code.

    Raises:
        PortTaken: another program listens there.
    """
    from bot.web import room, server

    place = settings.web.place
    if place is None:
        raise ConfigError("web.listen steht auf off. Zum Beispiel: BOT_WEB__LISTEN=127.0.0.1:8080")
    with server.bound(*place) as listening:
        stop = stopped_by_signals()
        if is_child:
            _stop_with_parent(stop)
        async with AsyncExitStack() as stack:
            store = await stack.enter_async_context(opened_store(settings))
            pages = Room(inbox_of(store, settings), store)
            room.furnish(pages)
            stack.callback(room.furnish, None)
            stack.push_async_callback(cancelled, asyncio.create_task(pages.follow(settings)))
            proxies: Sequence[str] = settings.web.proxies if settings.web.url else ()
            say("Posteingang:", settings.web.address)
            if not await asyncio.to_thread(_has_accounts):
                say(
                    "",
                    f"Noch hat niemand ein Konto. Das erste: {python()} -m bot staff add NAME --role admin",
                )
            await server.serve(start.application(), listening, proxies, stop)
    return 0


def _has_accounts() -> bool:
    from bot.web.accounts import staff

    return bool(staff.listed())


def _plan(settings: Settings, accounts: Path) -> Plan:
    keys = read_keys(settings.secrets.folder)

    def seal(text: str) -> str:
        return wrapped(keys, PURPOSE, text)

    def unseal(token: str) -> str:
        return str(unwrapped(keys, PURPOSE, token))

    return Plan(
        database=accounts,
        journal=wanted_journal(),
        secret=site_secret(keys),
        seal=seal,
        unseal=unseal,
        url=settings.web.address if settings.web.place else "http://127.0.0.1",
        trusted_networks=tuple(settings.web.trusted_networks),
    )


def _stop_with_parent(stop: asyncio.Event) -> None:
    """The parent holds the other end of standard input: it closes however the parent ends."""
    loop = asyncio.get_running_loop()

    def heard() -> None:
        if not os.read(sys.stdin.fileno(), 64):
            loop.remove_reader(sys.stdin.fileno())
            stop.set()

    loop.add_reader(sys.stdin.fileno(), heard)
