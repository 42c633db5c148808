"""Opens what one command or the site needs of a running installation, and closes it again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import last_good, now
from bot.caseworkers.inbox import Inbox
from bot.config import Settings
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import Store
from bot.core.ports_recall import Memory
from bot.errors import BotError, NoDatabase
from bot.storage.files import database_path
from bot.storage.store import open_store


@asynccontextmanager
async def opened_inbox(settings: Settings) -> AsyncIterator[Inbox]:
    """The caseworkers' inbox, for one command.

    Raises:
        NoDatabase: there is none yet; a new empty one would only look like an empty inbox.
    """
    async with opened_store(settings) as store:
        yield inbox_of(store, settings)


def inbox_of(store: Store, settings: Settings) -> Inbox:
    full = settings.inbox.notifications == "full"
    return Inbox(store, now, known_offices(settings), settings.inbox.lease, full=full)


@asynccontextmanager
async def opened_questions(settings: Settings) -> AsyncIterator[Memory]:
    """What citizens asked, for one command of the editors.

    Raises:
        NoDatabase: there is none yet.
    """
    async with opened_store(settings) as store:
        yield store


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[Store]:
    path = database_path(settings.database.url)
    if not path.exists():
        raise NoDatabase(str(path))
    store = await open_store(settings.database.url, settings.secrets.folder, now)
    try:
        yield store
    finally:
        await store.close()


def known_offices(settings: Settings) -> KnowledgeBase:
    """The knowledge base for its names and hours; caseworkers go on working also if it is broken."""
    try:
        return last_good(settings).read().kb
    except BotError:
        return KnowledgeBase()
