"""One real site and one real browser for all tests of this folder.

Both end with the folder: as long as the browser is there, its event loop runs, and no other can.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bot.app import now
from bot.core.tickets import Ticket
from bot.storage.store import SqliteStore, open_store
from tests.builders import a_chat, a_turn, an_incoming, an_opening
from tests.site import PASSWORD
from tests.whole.bot_process import ROOT, environment

CHROMIUM = shutil.which("chromium")
PATIENCE = 240
"""Tries to reach the site, a quarter of a second each: a guard on a busy machine, no measure."""
TELEPHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
SERIOUS = ("serious", "critical")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/web/browser/" in str(item.path):
            item.add_marker(pytest.mark.slow)


@dataclass
class Place:
    """The running site: ``url`` is its address; people are let in without a second factor."""

    url: str
    env: dict[str, str]
    folder: Path
    browser: Browser
    _states: dict[str, Any] = field(default_factory=dict)

    def stored(self, act: Callable[[SqliteStore], Awaitable[Any]]) -> Any:
        """What *act* gives, on a store of its own beside the site's."""

        async def acted() -> Any:
            store = await open_store(self.env["BOT_DATABASE__URL"], self.folder / "secrets", now)
            try:
                return await act(store)
            finally:
                await store.close()

        with ThreadPoolExecutor(1) as apart:  # the browser's own event loop runs in this thread
            return apart.submit(lambda: asyncio.run(acted())).result()

    def receive(self, *tickets: Ticket) -> None:
        """Citizens send these, each from a chat of their own."""

        async def received(store: SqliteStore) -> None:
            for ticket in tickets:
                sent = an_incoming(chat=a_chat(ticket.code))
                await store.save_turn(sent, a_turn(orders=(an_opening(ticket),)), now())

        self.stored(received)

    def enter(self, name: str = "Kaya", role: str = "caseworker", **options: Any) -> Page:
        """A page of somebody who is signed in; *options* are the browser's. Admins have no office, others
        that of Bocholt."""
        if name not in self._states:
            context = self.browser.new_context()
            page = context.new_page()
            page.goto(self._link(name, role))
            page.fill("#id_password", PASSWORD)
            page.fill("#id_again", PASSWORD)
            page.click("button.main")
            page.wait_for_url(re.compile(r"/(anliegen|leitung)/"))
            self._states[name] = context.storage_state()
            context.close()
        return self._context(self._states[name], options).new_page()

    def _context(self, state: Any, options: dict[str, Any]) -> BrowserContext:
        return self.browser.new_context(
            base_url=self.url, storage_state=state, **({"viewport": DESK} | options)
        )

    def _link(self, name: str, role: str) -> str:
        office = () if role == "admin" else ("--office", "Bocholt")
        added = self.command("staff", "add", name, *office, "--role", role, "--as", "IT")
        return re.findall(r"http://\S+/einladung/\S+", added)[0]

    def command(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments], env=self.env, cwd=ROOT, capture_output=True, check=True
        )
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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listen = {"BOT_WEB__LISTEN": f"127.0.0.1:{port}", "BOT_WEB__TRUSTED_NETWORKS": '["127.0.0.0/8"]'}
    env = environment(folder, **listen)
    found = Place(f"http://127.0.0.1:{port}", env, folder, browser)
    found.receive()  # makes the database
    site = subprocess.Popen([sys.executable, "-m", "bot", "web"], env=env, cwd=ROOT)
    try:
        _reached(site, f"{found.url}/anmelden/")
        yield found
    finally:
        site.terminate()
        site.wait()


def _reached(site: subprocess.Popen[bytes], url: str) -> None:
    for _ in range(PATIENCE):
        assert site.poll() is None, "the site has ended"
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.URLError:
            with pytest.raises(subprocess.TimeoutExpired):
                site.wait(0.25)
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


def flaws(page: Page) -> list[str]:
    """What axe finds that keeps people out, and whether the page scrolls sideways."""
    found = [
        f"{flaw['id']}: {node['html'][:100]}"
        for flaw in Axe().run(page).response["violations"]
        if flaw["impact"] in SERIOUS
        for node in flaw["nodes"]
    ]
    room, width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return found + ([f"{room} px wide"] if room > width else [])
