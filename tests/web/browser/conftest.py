"""One real bot with its site, and one real browser, for all tests of this folder.

They end with the folder: as long as the browser is there, its event loop runs, and no other can.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bot.app import now
from bot.core.tickets import Ticket, parse_code
from bot.storage.store import SqliteStore, open_store
from tests.builders import a_chat, a_turn, an_incoming, an_opening
from tests.content.faq_folder import a_faq
from tests.fake_telegram import FakeTelegram
from tests.site import PASSWORD
from tests.web.browser.looks import DESK
from tests.whole.bot_process import ROOT, environment

CHROMIUM = shutil.which("chromium")
PATIENCE = 240
"""Tries to reach the site, a quarter of a second each: a guard on a busy machine, no measure."""
SOON = 10_000
"""Milliseconds in which a page does what is waited for."""
NOWHERE = "paper"
"""A channel that nobody sends to."""
PEOPLE = {
    "Kaya": "caseworker",
    "Ben": "caseworker",
    "Lena": "lead",
    "Pia": "caseworker",
    "Edith": "editor",
    "Anna": "admin",
    "Bruno": "admin",
    "Clara": "admin",
}
"""Who is signed in from the beginning, with which role."""
COMMANDS = "call_me: {de: [bitte rufen sie mich an]}\nstop: {de: [stopp]}\n"
OFFICES = """\
- {id: bocholt, town: Bocholt, postcodes: ["46395", "46397", "46399"], tickets: true, confirmed: false}
- {id: borken, town: Borken, postcodes: ["46325"], tickets: true, confirmed: false}
"""

T = TypeVar("T")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/web/browser/" in str(item.path):
            item.add_marker(pytest.mark.slow)


class Aside:
    """An event loop in a thread of its own: the browser's runs in that of the tests."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def begin(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """What comes of *work*."""
        return self.begin(work).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@dataclass
class Place:
    """The running bot with its site: ``url`` is the site's address, ``telegram`` where citizens write.

    Acts of citizens are done ``aside``: ``place.aside.run(citizen.ask("Hallo"))``.
    """

    url: str
    env: dict[str, str]
    folder: Path
    browser: Browser
    aside: Aside
    telegram: FakeTelegram
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    """By name: the session of the browser, and the secret of the authenticator app."""

    @property
    def url_by_name(self) -> str:
        """Where passkeys work: they belong to a name, and an address is none."""
        return self.url.replace("127.0.0.1", "localhost")

    def stored(self, act: Callable[[SqliteStore], Awaitable[T]]) -> T:
        """What *act* gives, on a store of its own beside the site's."""

        async def acted() -> T:
            store = await open_store(self.env["BOT_DATABASE__URL"], self.folder / "secrets", now)
            try:
                return await act(store)
            finally:
                await store.close()

        return self.aside.run(acted())

    def receive(self, *tickets: Ticket) -> None:
        """Citizens send these, each from a chat of their own; what they hear goes nowhere."""
        for ticket in tickets:
            assert parse_code(ticket.code), f"{ticket.code}: no such code is ever given, and no page has it"

        async def received(store: SqliteStore) -> None:
            for ticket in tickets:
                sent = an_incoming(chat=a_chat(ticket.code, NOWHERE))
                await store.save_turn(sent, a_turn(orders=(an_opening(ticket),)), now())

        self.stored(received)

    def enter(self, name: str = "Kaya", role: str = "caseworker", **options: Any) -> Page:
        """A page of somebody who is signed in; *options* are the browser's. Admins have no office, others
        that of Bocholt."""
        if name not in self.people:
            self.employ({name: role})
        page = self.stranger(**options)
        session = self.people[name]["session"]
        site = options.get("base_url", self.url)
        page.context.add_cookies([{"name": "session", "value": session, "url": site}])
        return page

    def stranger(self, **options: Any) -> Page:
        """A page of somebody whom the site does not know."""
        usual = {
            "base_url": self.url,
            "viewport": DESK,
            "reduced_motion": "reduce",
        }  # nothing is seen halfway
        page = self.browser.new_context(**(usual | options)).new_page()
        page.set_default_timeout(SOON)
        page.emulate_media(reduced_motion="reduce")  # nothing is seen halfway
        return page

    def employ(self, roles: Mapping[str, str]) -> None:
        """From now on these people, by name and role, are signed in."""
        wanted = [f"{name}:{role}" for name, role in roles.items()]
        self.people |= json.loads(self._python("tests.web.browser.people", PASSWORD, *wanted))

    def link(self, name: str, role: str = "caseworker") -> str:
        """The one-time link of a new account."""
        office = () if role == "admin" else ("--office", "Bocholt")
        added = self.command("staff", "add", name, *office, "--role", role, "--as", "IT")
        return re.findall(r"http://\S+/einladung/\S+", added)[0]

    def command(self, *arguments: str) -> str:
        """What the program prints."""
        return self._python("bot", *arguments)

    def _python(self, *arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, env=self.env, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        assert os.environ.get("CI") != "true", "Debian package chromium is missing"
        pytest.skip("Debian package chromium is missing")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )


@pytest.fixture(scope="package")
def place(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("place")
    with closing(Aside()) as aside:
        telegram = FakeTelegram()
        aside.run(telegram.start())
        found = Place(f"http://{_free()}", {}, folder, browser, aside, telegram)
        found.env = environment(
            folder,
            BOT_FAQ__FOLDER=str(a_faq(folder, {"offices.yaml": OFFICES, "commands.yaml": COMMANDS})),
            BOT_CACHE__FOLDER=str(folder / "cache"),
            BOT_WEB__LISTEN=found.url.removeprefix("http://"),
            BOT_TELEGRAM__API_URL=telegram.url,
            BOT_TELEGRAM__TOKEN=telegram.token,
        )
        found.receive()  # makes the database
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], env=found.env, cwd=ROOT, stdin=subprocess.DEVNULL
        )
        try:
            found.employ(PEOPLE)
            _reached(bot, f"{found.url}/anmelden/")
            yield found
        finally:
            bot.terminate()
            bot.wait()
            aside.run(telegram.stop())


def _free() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def _reached(bot: subprocess.Popen[bytes], url: str) -> None:
    for _ in range(PATIENCE):
        assert bot.poll() is None, "the bot has ended"
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.URLError:
            with pytest.raises(subprocess.TimeoutExpired):
                bot.wait(0.25)
        else:
            return
    raise AssertionError("the site does not open")


@pytest.fixture
def enter(place: Place) -> Iterator[Callable[..., Page]]:
    """Gives a page of somebody who is signed in; closed when the test ends."""
    pages: list[Page] = []

    def entered(*arguments: Any, **options: Any) -> Page:
        pages.append(place.enter(*arguments, **options))
        return pages[-1]

    yield entered
    for page in pages:
        page.context.close()
