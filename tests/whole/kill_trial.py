"""``kill -9`` at random points under load: nothing that Telegram saw confirmed may be lost.

    python -m tests.whole.kill_trial 200        # that many kills; --seed N repeats a run

Some citizens ask one question after the other, some leave one call wish after the other by typing, some
wait for reminders whose timers go off all the while. Nobody waits for more than a few answers, so that
the bot is under load when it is killed.
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
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.ports_desk import TicketFilter
from bot.core.reminders import REMIND
from bot.core.talk import ChatRef, Incoming, Later, Session, Turn
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
REMINDED, REMINDERS = 12, 10
"""Citizens who wait for reminders, and how many each."""
LONG = 120
"""Seconds; a guard against hanging."""
LONGEST_LIFE = 2.0
"""Seconds that the bot may live between two kills."""


@dataclass
class Report:
    """What was counted; ``lost``, ``unanswered`` and ``unreminded`` must be zero."""

    kills: int
    confirmed: int = 0
    lost: int = 0
    unanswered: int = 0
    doubled: int = 0
    reminders: int = 0
    unreminded: int = 0
    wishes: int = 0
    tickets: int = 0
    restart_seconds: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        slowest = max(self.restart_seconds, default=0.0)
        return (
            f"{self.kills} kills, {self.confirmed} updates confirmed: {self.lost} lost, "
            f"{self.unanswered} unanswered, {self.doubled} doubled replies; "
            f"{self.wishes} wishes sent, {self.tickets} tickets; "
            f"{self.reminders} reminders, {self.unreminded} missing; slowest restart {slowest:.1f} s"
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


@dataclass
class Reminded:
    """Has named appointments, each at another minute of a day to come, and is reminded during the trial."""

    citizen: Citizen

    def timers(self, seconds: float, chance: random.Random) -> tuple[Later, ...]:
        now = datetime.now(UTC)
        day = (now + timedelta(days=30)).replace(hour=9, second=0, microsecond=0)
        return tuple(
            Later(
                now + timedelta(seconds=chance.uniform(0, seconds)),
                f"{REMIND}at:{day.replace(minute=10 + nth).isoformat()}",
            )
            for nth in range(REMINDERS)
        )

    def heard(self) -> list[int]:
        """How often each reminder came."""
        texts = [message.text for message in self.citizen.chat]
        return [sum(f":{10 + nth} Uhr" in text for text in texts) for nth in range(REMINDERS)]


async def trial(kills: int, seed: int, env: Mapping[str, str]) -> Report:
    """Run it; the report is checked by the caller."""
    chance = random.Random(seed)
    report = Report(kills)
    async with FakeTelegram() as telegram:
        env = {**env, "BOT_TELEGRAM__API_URL": telegram.url, "BOT_TELEGRAM__TOKEN": telegram.token}
        askers = [Asker(telegram, telegram.citizen(f"A{n}")) for n in range(CITIZENS // 2)]
        wishers = [Wisher(telegram, telegram.citizen(f"W{n}")) for n in range(CITIZENS // 2)]
        reminded = [Reminded(telegram.citizen(f"R{n}")) for n in range(REMINDED)]
        for one in reminded:
            await one.citizen.send(QUESTION)  # a bot may write only to whom has written
        await _promise(reminded, kills, chance, env)
        stop = asyncio.Event()
        people = [asyncio.create_task(person.run(stop)) for person in (*askers, *wishers)]
        for _ in range(kills):
            await _live_and_die(telegram, env, chance, report)
        bot = await bot_process.start("run", env=env)
        stop.set()
        await asyncio.gather(*people)
        await _settled(telegram, askers, reminded)
        await bot.stop()
        await _count(report, telegram, askers, wishers, env)
        _count_reminders(report, reminded)
    return report


async def _live_and_die(telegram, env, chance, report) -> None:
    started = time.monotonic()
    bot = await bot_process.start("run", env=env)
    await telegram.wait_until(lambda: telegram.is_polled or bot.process.returncode is not None, timeout=60)
    assert bot.process.returncode is None, bot.text
    report.restart_seconds.append(time.monotonic() - started)
    await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
    await bot.kill()


async def _promise(reminded, kills, chance, env) -> None:
    """Timers in the database, as a turn of the bot would have ordered them; the bot does not run yet."""
    store = await _opened(env)
    try:
        for nth, one in enumerate(reminded):
            chat, now = ChatRef("telegram", str(one.citizen.id)), datetime.now(UTC)
            orders = one.timers(kills * LONGEST_LIFE, chance)
            incoming = Incoming(chat, now, f"promise-{nth}", text="-")
            assert await store.save_turn(incoming, Turn(Session(), orders=orders), now)
    finally:
        await store.close()


async def _settled(telegram, askers, reminded) -> None:
    """Wait until nothing is left to fetch and everybody has heard, or nothing moves any more."""

    def is_done() -> bool:
        answered = all(one.replies() >= one.asked for one in askers)
        return answered and not telegram.pending and all(min(one.heard()) > 0 for one in reminded)

    with contextlib.suppress(AssertionError):
        await telegram.wait_until(is_done, timeout=60)


async def _count(report, telegram, askers, wishers, env) -> None:
    store = await _opened(env)
    try:
        waiting = await store.waiting()
        tickets = await store.tickets(TicketFilter(states=tuple(State), hidden=True), datetime.now(UTC))
    finally:
        await store.close()
    report.confirmed = len(telegram.confirmed)
    own = REMINDED * (REMINDERS + 1)  # the reminders and their promises came from no update
    report.lost = report.confirmed - (_stored(env) - own)
    report.unanswered = len(waiting) + sum(max(0, one.asked - one.replies()) for one in askers)
    report.doubled = sum(max(0, one.replies() - one.asked) for one in askers)
    report.wishes = sum(one.wishes for one in wishers)
    report.tickets = len(tickets)


def _count_reminders(report, reminded) -> None:
    heard = [times for one in reminded for times in one.heard()]
    report.reminders = len(heard)
    report.unreminded = sum(times == 0 for times in heard)
    report.doubled += sum(max(0, times - 1) for times in heard)


async def _opened(env):
    folder = Path(env["BOT_SECRETS__FOLDER"])
    return await open_store(env["BOT_DATABASE__URL"], folder, lambda: datetime.now(UTC))


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
