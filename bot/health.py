"""Whether the bot does well, for the operator's monitoring: ``/healthz``, and ``/metrics`` for Prometheus.

Ages, bytes and states only: nothing that is served here is about a person.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, ProcessCollector, generate_latest

from bot.core.ports import Store
from bot.errors import BotError

FETCH_LIMIT = 120.0
"""Seconds. A poll lasts 30, and after 90 without an answer the connections are made anew."""
UNHANDLED_LIMIT = 120.0
"""Seconds in which every stored message should have had its turn."""
UNSENT_LIMIT = 600.0
"""Seconds. Telegram may ask for patience for some minutes without anything being wrong."""
DISK_LIMIT = 200 * 1024**2
"""Bytes: below that backups, and soon the database, no longer fit."""

TOLD_EVERY = 60.0
"""Seconds; pages say that nobody answers only after some minutes."""

log = structlog.get_logger("app")


class PlaceTaken(BotError):
    """Nothing can be served at this address."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        super().__init__(
            f"Unter {place} geht es nicht ({reason}). Der Bot läuft weiter, ohne /healthz und /metrics. "
            "Eine andere Adresse: BOT_HEALTH__LISTEN=127.0.0.1:8083, gar keine: off"
        )


@dataclass(frozen=True, slots=True)
class Signs:
    """How the bot does at one moment.

    ``fetch_age`` is since Telegram last answered (None: never), the other ages are those of what waits
    longest (None: nothing waits); all in seconds. ``content`` is "preparing", "current" or "last good": the
    files are broken, and the version before them answers. ``disk_free`` is in bytes.
    """

    fetch_age: float | None
    unhandled_age: float | None
    unsent_age: float | None
    content: str
    disk_free: int


@dataclass(slots=True)
class Pulse:
    """Where the signs come from; ``fetch_age`` is set as soon as there is somebody who fetches."""

    store: Store
    now: Callable[[], datetime]
    content: Callable[[], str]
    folder: Path
    channel: str
    """Whose messages are sent; empty: nobody fetches and sends here."""
    fetch_age: Callable[[], float | None] = lambda: None

    async def felt(self) -> Signs:
        """The signs of this moment.

        Raises:
            StorageError: the database does not answer.
        """
        unhandled = await self.store.unheard_since() if self.channel else None
        unsent = await self.store.waits_since(self.channel) if self.channel else None
        disk = await asyncio.to_thread(shutil.disk_usage, self.folder)
        return Signs(self.fetch_age(), self._age(unhandled), self._age(unsent), self.content(), disk.free)

    async def tell(self) -> None:
        """Until cancelled: let other processes know when Telegram last answered, or that nobody asks it.

        Also the latter is told again and again: the database may be busy the first time.
        """
        while True:
            age = self.fetch_age()
            if age is not None or not self.channel:
                at = None if age is None else self.now() - timedelta(seconds=age)
                try:
                    await self.store.mark_fetched(at)
                except BotError as error:
                    log.warning("fetch not noted", error=type(error).__name__)
            await asyncio.sleep(TOLD_EVERY)

    def problems(self, signs: Signs) -> list[str]:
        """What is wrong, in words of the program; a broken file of the editors is no reason to be woken."""
        return list(_problems(signs, is_fetching=bool(self.channel)))

    def _age(self, since: datetime | None) -> float | None:
        return max(0.0, (self.now() - since).total_seconds()) if since else None


def _problems(signs: Signs, is_fetching: bool) -> Iterator[str]:
    if signs.content == "preparing":
        yield "starting"
    if is_fetching and (signs.fetch_age is None or signs.fetch_age > FETCH_LIMIT):
        yield "fetch"
    if (signs.unhandled_age or 0) > UNHANDLED_LIMIT:
        yield "unhandled"
    if (signs.unsent_age or 0) > UNSENT_LIMIT:
        yield "unsent"
    if signs.disk_free < DISK_LIMIT:
        yield "disk"


@asynccontextmanager
async def served(pulse: Pulse, host: str, port: int) -> AsyncIterator[str]:
    """Both addresses, until the block ends; yields where they are.

    Raises:
        PlaceTaken: another program listens there, or nobody may.
    """
    runner = web.AppRunner(_application(pulse), access_log=None, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise PlaceTaken(f"{host}:{port}", error.strerror or type(error).__name__) from None
        yield f"{runner.addresses[0][0]}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _application(pulse: Pulse) -> web.Application:
    async def healthz(request: web.Request) -> web.Response:
        return await _healthz(pulse)

    async def metrics(request: web.Request) -> web.Response:
        return await _metrics(pulse)

    application = web.Application()
    application.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics)])
    return application


async def _felt(pulse: Pulse) -> tuple[Signs | None, list[str]]:
    try:
        signs = await pulse.felt()
    except BotError:
        return None, ["database"]
    return signs, pulse.problems(signs)


async def _healthz(pulse: Pulse) -> web.Response:
    signs, problems = await _felt(pulse)
    body = {"healthy": not problems, "problems": problems, **(asdict(signs) if signs else {})}
    status = HTTPStatus.SERVICE_UNAVAILABLE if problems else HTTPStatus.OK
    return web.json_response(body, status=status)


async def _metrics(pulse: Pulse) -> web.Response:
    signs, problems = await _felt(pulse)
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    for name, meaning, value in _figures(signs, problems):
        if value is not None:
            Gauge(f"jobcenter_{name}", meaning, registry=registry).set(value)
    return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _figures(signs: Signs | None, problems: list[str]) -> Iterator[tuple[str, str, float | None]]:
    yield "healthy", "1: nothing is wrong", float(not problems)
    if signs is None:
        return
    yield "fetch_age_seconds", "Since Telegram last answered a fetch", signs.fetch_age
    yield "unhandled_age_seconds", "Age of the oldest message without an answer", signs.unhandled_age or 0
    yield "unsent_age_seconds", "Age of the oldest answer that is not sent", signs.unsent_age or 0
    yield "content_current", "1: the answers in the files are in service", float(signs.content == "current")
    yield "disk_free_bytes", "Free space beside the database", float(signs.disk_free)
