"""The backends on which every contract test runs: a further one is a further line in BACKENDS."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.ports import Store
from bot.storage.migrate import MIGRATIONS
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW


class Clock:
    """The store's clock: stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **span: float) -> datetime:
        self.time += timedelta(**span)
        return self.time


class Sqlite:
    """A database file in a folder of its own; each ``open`` is what a further process would have."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder / "var", clock
        self.path = self.folder / "bot.db"
        self.secrets = folder / "secrets"
        self._opened: list[SqliteStore] = []

    async def open(self, migrations: Path = MIGRATIONS) -> SqliteStore:
        store = await open_store(f"sqlite:///{self.path}", self.secrets, self.clock, migrations)
        self._opened.append(store)
        return store

    async def close(self) -> None:
        for store in self._opened:
            await store.close()


Opener = Callable[[], Awaitable[Store]]
BACKENDS = [Sqlite]


async def other_process(
    *arguments: object, env: Mapping[str, str] | None = None
) -> asyncio.subprocess.Process:
    """A process that acts on the same files; see ``other_process.py``."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.other_process",
        *map(str, arguments),
        cwd=Path(__file__).parents[2],
        env={**os.environ, **(env or {})},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=BACKENDS, ids=lambda backend: backend.__name__.lower())
async def another(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Opener]:
    """Opens a further store on the same data."""
    backend = request.param(tmp_path, clock)
    yield backend.open
    await backend.close()


@pytest.fixture
async def store(another: Opener) -> Store:
    return await another()


@pytest.fixture
async def sqlite(tmp_path: Path, clock: Clock) -> AsyncIterator[Sqlite]:
    """For what only SQLite has: files, keys, migrations."""
    backend = Sqlite(tmp_path, clock)
    yield backend
    await backend.close()
