"""Full disks, cancelled tasks, killed processes: all or nothing, and usable afterwards."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.moves import taken
from bot.core.talk import Session
from bot.errors import AlreadyRunning, AlreadyTaken, NotStored, UnknownTicket
from bot.storage.lock import ProcessLock
from tests.builders import NOW, a_chat, a_received, a_say, a_session, a_turn, an_incoming, an_opening
from tests.storage.conftest import other_process

ROOT = Path(__file__).parents[2]


async def limit_pages(store, more):
    """As if the disk had room for so many pages more."""
    async with store._database.write() as tx:
        pages = (await tx.one("PRAGMA page_count"))[0]
        await tx.one(f"PRAGMA max_page_count={pages + more}")


@pytest.mark.parametrize("room", range(4))
async def test_a_full_disk_is_told_and_nothing_is_half_stored(sqlite, room):
    """ "Gespeichert" is never said of what is not; and it goes on when there is room again."""
    store = await sqlite.open()
    await store.receive(a_received(event_id="e"))
    await limit_pages(store, room)
    turn = a_turn(a_say("x" * 50_000), session=a_session(town="y" * 5_000), orders=(an_opening(),))
    with pytest.raises(NotStored):
        await store.save_turn(an_incoming(event_id="e"), turn, NOW)
    assert await store.session(a_chat()) == Session()
    assert await store.tickets_of(a_chat()) == ()
    assert not await store.to_send("telegram", NOW)
    assert len(await store.waiting()) == 1
    await limit_pages(store, 1_000)
    assert await store.save_turn(an_incoming(event_id="e"), turn, NOW)


async def test_a_busy_database_is_told_as_something_to_try_again(sqlite):
    first, second = await sqlite.open(), await sqlite.open()
    async with second._database.write() as tx:
        await tx.one("PRAGMA busy_timeout=1")
    async with first._database.write():
        with pytest.raises(NotStored):
            await second.receive(a_received())
    assert await second.receive(a_received())


async def test_the_reading_connection_cannot_write(sqlite):
    store = await sqlite.open()
    with pytest.raises(NotStored, match="readonly"):
        async with store._database.read() as db:
            await db.run("DELETE FROM chat")


async def test_a_task_cancelled_at_any_moment_leaves_all_or_nothing(sqlite):
    """The bot gives a slow handler up; the next turn must not inherit its transaction."""
    store = await sqlite.open()
    whole = 0
    for steps in range(60):
        chat = a_chat(str(steps))
        turn = a_turn(a_say(), session=a_session(turn=1), orders=(an_opening(code=f"CODE{steps:02}"),))
        task = asyncio.create_task(store.save_turn(an_incoming(chat=chat), turn, NOW))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with store._database.write():  # waits for whatever is still under way
            pass
        tickets = len(await store.tickets_of(chat))
        messages = len([m for m in await store.to_send("telegram", NOW) if m.chat == chat])
        assert ((await store.session(chat)).turn, tickets, messages) in {(0, 0, 0), (1, 1, 1)}
        whole += tickets
    assert whole < 60
    assert await store.save_turn(an_incoming(), a_turn(), NOW)


async def test_two_processes_write_at_once_and_nothing_is_lost(sqlite):
    store = await sqlite.open()
    others = [await other_process("turns", sqlite.path, sqlite.secrets, prefix, 40) for prefix in "AB"]
    for number in range(40):
        await store.save_turn(an_incoming(), a_turn(orders=(an_opening(code=f"C{number:05}"),)), NOW)
    assert [await other.wait() for other in others] == [0, 0]
    codes = {f"{prefix}{number:05}" for prefix in "AB" for number in range(1, 41)}
    codes |= {f"C{number:05}" for number in range(40)}
    for code in codes:
        assert (await store.ticket(code)).code == code


async def test_of_two_processes_that_take_the_same_ticket_one_wins(another):
    mine, other = await another(), await another()
    await mine.save_turn(an_incoming(), a_turn(orders=(an_opening(),)), NOW)
    await mine.change_ticket("K7M3PQ", lambda ticket: taken(ticket, "Kaya", NOW, NOW.replace(hour=23)))
    with pytest.raises(AlreadyTaken):
        await other.change_ticket("K7M3PQ", lambda ticket: taken(ticket, "Kim", NOW, NOW.replace(hour=23)))


@pytest.mark.parametrize("after", [1, 7, 30])
async def test_what_was_acknowledged_before_a_kill_is_stored(sqlite, after):
    """ "Gespeichert" survives ``kill -9``; what was not acknowledged is there whole or not at all."""
    process = await other_process("turns", sqlite.path, sqlite.secrets, "A", 0)
    for _ in range(after):
        acknowledged = int(await process.stdout.readline())
    process.kill()
    *_, last = [acknowledged, *map(int, (await process.stdout.read()).split())]
    await process.wait()
    store = await sqlite.open()
    for number in range(1, last + 1):
        assert (await store.ticket(f"A{number:05}")).version == 1
    stored = (await store.session(a_chat("A"))).turn
    assert stored in (last, last + 1)
    with pytest.raises(UnknownTicket):
        await store.ticket(f"A{stored + 1:05}")
    async with store._database.read() as db:
        assert [row[0] for row in await db.all("PRAGMA integrity_check")] == ["ok"]


async def test_a_second_bot_on_the_same_database_is_told_who_runs(sqlite):
    process = await other_process("lock", sqlite.path, sqlite.secrets)
    assert await process.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyRunning) as refusal:
        ProcessLock(sqlite.path).acquire()
    assert refusal.value.process == process.pid
    process.kill()
    await process.wait()
    with ProcessLock(sqlite.path):
        assert sqlite.path.with_name("bot.db.lock").read_text() == str(os.getpid())


def test_a_released_lock_can_be_taken_again_and_released_twice(tmp_path):
    lock = ProcessLock(tmp_path / "var" / "bot.db")
    for _ in range(2):
        lock.acquire()
        with pytest.raises(AlreadyRunning):
            ProcessLock(tmp_path / "var" / "bot.db").acquire()
        lock.release()
        lock.release()


async def test_closing_twice_is_fine(sqlite):
    store = await sqlite.open()
    await store.close()
    await store.close()


def test_the_newer_sqlite_takes_the_place_of_the_systems_and_of_aiosqlites():
    script = (
        "import sys; from bot.storage import newer_sqlite; assert 'sqlite3' not in sys.modules;"
        "version = newer_sqlite.use(); import aiosqlite, sqlite3; assert newer_sqlite.use() == version;"
        "print(version, sqlite3.sqlite_version, aiosqlite.core.sqlite3.sqlite_version)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(set(done.stdout.split())) == 1
