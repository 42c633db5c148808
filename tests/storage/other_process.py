"""What tests let a process of its own do: ``python -m tests.storage.other_process ACT DATABASE SECRETS ...``.

Acts: ``turns PREFIX COUNT`` saves turns and prints the number of each when it is saved; ``migrate
FOLDER`` brings the database up to date, and dies where a migration says ``SELECT die()``; ``die`` saves
a turn and kills itself; ``lock`` takes the process lock and holds it until its input ends; ``forget``
stores canaries, forgets them and prints their ciphertexts. SYSTEM_SQLITE=1: with the system's SQLite.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from itertools import count as numbers
from itertools import islice
from pathlib import Path

from bot.storage import newer_sqlite

if not os.environ.get("SYSTEM_SQLITE"):
    newer_sqlite.use()

import sqlite3

from bot.storage.lock import ProcessLock
from bot.storage.migrate import migrate
from bot.storage.store import open_store
from tests.builders import NOW, a_chat, a_say, a_session, a_turn, an_incoming, an_opening


async def save_turns(database: str, secrets: str, prefix: str, count: int) -> None:
    store = await open_store(f"sqlite:///{database}", Path(secrets), lambda: NOW)
    try:
        for number in islice(numbers(1), count or None):
            opening = an_opening(code=f"{prefix}{number:05}")
            turn = a_turn(a_say(str(number)), session=a_session(turn=number), orders=(opening,))
            event_id = f"{prefix}-{number}"
            assert await store.save_turn(an_incoming(chat=a_chat(prefix), event_id=event_id), turn, NOW)
            print(number, flush=True)
    finally:
        await store.close()  # else its threads would keep the process alive


async def save_and_die(database: str, secrets: str) -> None:
    store = await open_store(f"sqlite:///{database}", Path(secrets), lambda: NOW)
    await store.save_turn(an_incoming(), a_turn(a_say(), orders=(an_opening(),)), NOW)
    die()


async def forget(database: str, secrets: str) -> None:
    from tests.storage.test_sqlite_secrecy import with_forgotten_canaries

    store = await open_store(f"sqlite:///{database}", Path(secrets), lambda: NOW)
    try:
        for sealed in await with_forgotten_canaries(store, Path(database)):
            print(sealed.decode())
    finally:
        await store.close()  # else its threads would keep the process alive


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Mortal(sqlite3.Connection):
    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.create_function("die", 0, die)


def main(act: str, database: str, secrets: str, *more: str) -> None:
    if act == "turns":
        asyncio.run(save_turns(database, secrets, more[0], int(more[1])))
    elif act == "die":
        asyncio.run(save_and_die(database, secrets))
    elif act == "forget":
        asyncio.run(forget(database, secrets))
    elif act == "migrate":
        connect = sqlite3.connect
        sqlite3.connect = lambda *arguments, **named: connect(*arguments, factory=Mortal, **named)  # type: ignore
        migrate(Path(database), Path(more[0]))
    elif act == "lock":
        with ProcessLock(Path(database)):
            print("held", flush=True)
            sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
