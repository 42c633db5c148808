"""The site in this process, for tests of its pages.

Importing this module configures Django, once, with a database in a temporary folder; so only those who use
it pay for that. A folder with such tests has a ``conftest.py`` with ``from tests.site import *``.
"""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

import django
import pytest
from django.conf import settings

from bot.web.plan import Plan
from bot.web.settings import build

_FOLDER = tempfile.TemporaryDirectory(prefix="site-")
atexit.register(_FOLDER.cleanup)

PLAN = Plan(
    database=Path(_FOLDER.name) / "accounts.sqlite3",
    journal="wal",
    secret="a secret of tests, long enough for Django and 0 others",
    seal=lambda text: f"sealed {text[::-1]}",
    unseal=lambda token: token.removeprefix("sealed ")[::-1],
    url="http://testserver",
)
FAST = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}
"""Argon2 takes its time on purpose; that it is the one in use has a test of its own."""

settings.configure(**(build(PLAN) | FAST))
django.setup()

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value  # noqa: E402
from asgiref.sync import sync_to_async  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.test import AsyncClient  # noqa: E402

from bot.caseworkers.inbox import Inbox  # noqa: E402
from bot.core.staff import Role  # noqa: E402
from bot.core.tickets import Ticket  # noqa: E402
from bot.site import Room  # noqa: E402
from bot.storage.store import SqliteStore, open_store  # noqa: E402
from bot.web.accounts.models import Account  # noqa: E402
from bot.web.room import furnish  # noqa: E402
from tests.builders import NOW, a_chat, a_turn, an_incoming, an_opening  # noqa: E402
from tests.caseworkers.conftest import KB  # noqa: E402

__all__ = ["enter", "site"]

PASSWORD = "ein ganz langer Satz 7"


class Site:
    """The open site: what is stored behind it, and its clock, which stands at NOW until a test moves it."""

    def __init__(self, store: SqliteStore, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.time = NOW

    def forward(self, **span: float) -> datetime:
        self.time += timedelta(**span)
        return self.time

    async def receive(self, *tickets: Ticket) -> None:
        """Citizens send these, each from a chat of their own."""
        for ticket in tickets:
            sent = an_incoming(chat=a_chat(ticket.code))
            await self.store.save_turn(sent, a_turn(orders=(an_opening(ticket),)), self.time)

    async def audit(self) -> list[tuple[str, str, str, str]]:
        """Who did what to what, and how; oldest first."""
        acts = await self.store.acts(limit=1000)
        return [(act.who, act.what, act.subject, act.detail) for _, act in reversed(acts)]


def an_account(
    name: str = "Kaya",
    role: Role = Role.CASEWORKER,
    offices: tuple[str, ...] = ("bocholt",),
    has_factor: bool = True,
) -> Account:
    """An account with PASSWORD; ``totp_code`` makes its codes."""
    account = Account(name=name, login=name.lower(), role=role.value, offices=" ".join(offices))
    account.set_password(PASSWORD)
    account.save()
    if has_factor:
        TOTP.activate(account, generate_totp_secret())
    return account


async def page(browser: AsyncClient, path: str = "/anliegen/") -> str:
    """What is shown there."""
    answer = await browser.get(path)
    assert answer.status_code == HTTPStatus.OK
    return str(answer.content.decode())


def totp_code(secret: str, at: float) -> str:
    """What an authenticator app shows at this time (seconds since 1970)."""
    return f"{hotp_value(secret, int(at // 30)):06d}"


Enter = Callable[..., Awaitable[AsyncClient]]


@pytest.fixture
async def site(transactional_db: None, tmp_path: Path) -> AsyncIterator[Site]:
    """The site with an empty inbox and no accounts."""
    holder: list[Site] = []
    store = await open_store(
        f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "secrets", lambda: holder[0].time if holder else NOW
    )
    holder.append(Site(store, tmp_path))
    await cache.aclear()  # counted tries; no table of a model, so nobody else empties it
    furnish(Room(Inbox(store, lambda: holder[0].time, KB), store))
    yield holder[0]
    furnish(None)
    await store.close()


@pytest.fixture
def enter(site: Site) -> Enter:
    """Gives a browser in which somebody is signed in: ``await enter("Kaya", Role.LEAD)``."""

    async def entered(*arguments: Any, **more: Any) -> AsyncClient:
        account = await sync_to_async(an_account)(*arguments, **more)
        browser = AsyncClient()
        await browser.aforce_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return browser

    return entered
