"""``kill -9`` at random points under load: nothing that Telegram saw confirmed may be lost.

    python -m tests.whole.kill_trial 200        # that many kills; --seed N repeats a run

Half of the citizens ask one question after the other, half leave one call wish after the other by
typing. Nobody waits for more than a few answers, so that the bot is under load when it is killed.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import sqlite3
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.core.ports import TicketFilter
from bot.core.tickets import State
from bot.storage.store import open_store
from tests.fake_telegram import Citizen, FakeTelegram
from tests.whole import bot_process

CITIZENS = 24
WINDOW = 2
"""Unanswered messages of one citizen; above ten the bot refuses by design."""
QUESTION = "/hilfe"
WISH = (
    "/rueckruf",
    "Ein Brief",
    "Bocholt",
    "0171 3920017",
    "Wanda Wunsch",
    "vormittags",
    "absenden",
    "/loeschen",
    "ja, alles löschen",
)
LONG = 120
"""Seconds; a guard against hanging."""
LONGEST_LIFE = 2.0
"""Seconds that the bot may live between two kills."""


@dataclass
class Report:
    """What was counted; ``lost`` and ``twice`` must be zero."""

    kills: int
    confirmed: int = 0
    lost: int = 0
    unanswered: int = 0
    doubled: int = 0
    wishes: int = 0
    tickets: int = 0
    restart_seconds: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        slowest = max(self.restart_seconds, default=0.0)
        return (
            f"{self.kills} kills, {self.confirmed} updates confirmed: {self.lost} lost, "
            f"{self.unanswered} unanswered, {self.doubled} doubled replies; "
            f"{self.wishes} wishes sent, {self.tickets} tickets; slowest restart {slowest:.1f} s"
        )


@dataclass
class Asker:
    """Asks the same question again and again; each has exactly one reply."""

    telegram: FakeTelegram
    citizen: Citizen
    asked: int = 0

    def replies(self) -> int:
        return len(self.citizen.chat)

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.citizen.send(QUESTION)
            self.asked += 1
            await self.telegram.wait_until(
                lambda: self.asked - self.replies() < WINDOW or stop.is_set(), timeout=LONG
            )


@dataclass
class Wisher:
    """Leaves one wish after the other; the number of the receipt is what counts."""

    telegram: FakeTelegram
    citizen: Citizen
    wishes: int = 0

    def receipts(self) -> int:
        return sum("Gespeichert:" in message.text for message in self.citizen.chat)

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            for text in WISH:
                await self.citizen.send(text)
                before = len(self.citizen.transcript)
                await self.telegram.wait_until(lambda: len(self.citizen.transcript) > before, timeout=LONG)  # noqa: B023
            self.wishes += 1


async def trial(kills: int, seed: int, env: Mapping[str, str]) -> Report:
    """Run it; the report is checked by the caller."""
    chance = random.Random(seed)
    report = Report(kills)
    async with FakeTelegram() as telegram:
        env = {**env, "BOT_TELEGRAM__API_URL": telegram.url, "BOT_TELEGRAM__TOKEN": telegram.token}
        askers = [Asker(telegram, telegram.citizen(f"A{n}")) for n in range(CITIZENS // 2)]
        wishers = [Wisher(telegram, telegram.citizen(f"W{n}")) for n in range(CITIZENS // 2)]
        stop = asyncio.Event()
        people = [asyncio.create_task(person.run(stop)) for person in (*askers, *wishers)]
        for _ in range(kills):
            await _live_and_die(telegram, env, chance, report)
        bot = await bot_process.start("run", env=env)
        stop.set()
        await asyncio.gather(*people)
        await _settled(telegram, askers)
        await bot.stop()
        await _count(report, telegram, askers, wishers, env)
    return report


async def _live_and_die(telegram, env, chance, report) -> None:
    started = time.monotonic()
    bot = await bot_process.start("run", env=env)
    await telegram.wait_until(lambda: telegram.is_polled or bot.process.returncode is not None, timeout=60)
    assert bot.process.returncode is None, bot.text
    report.restart_seconds.append(time.monotonic() - started)
    await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
    await bot.kill()


async def _settled(telegram, askers) -> None:
    """Wait until nothing is left to fetch and every question has a reply, or nothing moves any more."""
    with contextlib.suppress(AssertionError):
        await telegram.wait_until(
            lambda: not telegram.pending and all(one.replies() >= one.asked for one in askers), timeout=60
        )


async def _count(report, telegram, askers, wishers, env) -> None:
    store = await open_store(
        env["BOT_DATABASE__URL"], Path(env["BOT_SECRETS__FOLDER"]), lambda: datetime.now(UTC)
    )
    try:
        waiting = await store.waiting()
        tickets = await store.tickets(TicketFilter(states=tuple(State), hidden=True), datetime.now(UTC))
    finally:
        await store.close()
    report.confirmed = len(telegram.confirmed)
    report.lost = report.confirmed - _stored(env)
    report.unanswered = len(waiting) + sum(max(0, one.asked - one.replies()) for one in askers)
    report.doubled = sum(max(0, one.replies() - one.asked) for one in askers)
    report.wishes = sum(one.wishes for one in wishers)
    report.tickets = len(tickets)


def _stored(env) -> int:
    """How many events the database knows; a twin would violate its key."""
    path = env["BOT_DATABASE__URL"].removeprefix("sqlite:///")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM inbox").fetchone()[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=25)
    parser.add_argument("--seed", type=int, default=None)
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        env = bot_process.environment(Path(folder))
        print(f"seed {seed}")
        print(asyncio.run(trial(chosen.kills, seed, env)))


if __name__ == "__main__":
    main()
