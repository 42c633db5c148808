"""How many turns a second the store saves: ``python -m tests.bench.storage [COUNT]``.

Three ways: one turn after the other, all at once, and shared between two stores on the same file. With
``--system`` in the system's own SQLite.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.storage import newer_sqlite

if "--system" not in sys.argv:
    newer_sqlite.use()

import sqlite3

from bot.core.talk import Later
from bot.storage.store import SqliteStore, open_store
from tests.builders import (
    NOW,
    a_chat,
    a_received,
    a_say,
    a_session,
    a_turn,
    an_incoming,
    an_opening,
)

CHATS = 500


async def whole_turn(store: SqliteStore, number: int) -> float:
    """Receive, load, save (session, ticket, timer, message) and mark as sent; the seconds it took."""
    begin = time.perf_counter()
    chat, event_id = a_chat(f"chat-{number % CHATS}"), f"event-{number}"
    await store.receive(a_received('{"text": "Ich habe meinen Termin verpasst"}', chat, event_id))
    await store.session(chat)
    await store.tickets_of(chat)
    orders = (an_opening(code=await store.fresh_code()), Later(NOW, "overdue"))
    session = a_session(turn=number, draft={"name": "Ayşe Öztürk", "phone": "+4915112345678"})
    turn = a_turn(a_say(), session=session, orders=orders)
    await store.save_turn(an_incoming(chat=chat, event_id=event_id), turn, NOW)
    return time.perf_counter() - begin


def report(name: str, seconds: float, times: list[float]) -> None:
    times = sorted(times)
    middle, slow = times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000
    print(f"{name:28} {len(times) / seconds:7.0f} turns/s   p50 {middle:7.1f} ms   p99 {slow:7.1f} ms")


async def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url, secrets = f"sqlite:///{folder}/bot.db", Path(folder) / "secrets"
        first, second = [await open_store(url, secrets, lambda: NOW) for _ in range(2)]
        print(f"SQLite {sqlite3.sqlite_version}, journal {first.journal_mode}, {count} turns each")
        begin = time.perf_counter()
        times = [await whole_turn(first, number) for number in range(count)]
        report("one after the other", time.perf_counter() - begin, times)
        begin = time.perf_counter()
        times = await asyncio.gather(*(whole_turn(first, count + number) for number in range(count)))
        report("all at once", time.perf_counter() - begin, times)
        begin = time.perf_counter()
        turns = (whole_turn((first, second)[number % 2], 2 * count + number) for number in range(count))
        times = await asyncio.gather(*turns)
        report("all at once, two stores", time.perf_counter() - begin, times)
        begin = time.perf_counter()
        sent = 0
        while messages := await first.to_send("telegram", NOW):
            for message in messages:
                await first.sent(message.id, "m", NOW)
            sent += len(messages)
        print(f"{'outbox: sent':28} {sent / (time.perf_counter() - begin):7.0f} messages/s")
        await first.close()
        await second.close()


if __name__ == "__main__":
    main_count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 500)
    asyncio.run(main(main_count))
