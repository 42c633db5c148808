"""A caseworker's desk: the inbox over a database of its own, as a service and as a command line."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.caseworkers.cli import inbox_app
from bot.caseworkers.inbox import Inbox
from bot.core.knowledge import Entry, KnowledgeBase, Office
from bot.core.talk import ForgetMe, Phrase
from bot.core.tickets import Ticket
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW, a_chat, a_turn, an_incoming, an_opening

ENTRY = Entry(
    "termin-verpasst",
    topic="termine",
    question="Ich habe meinen Termin verpasst - was jetzt?",
    label="Termin verpasst: was nun?",
    answer="",
    simple="",
    checked_on=date(2026, 11, 1),
    review_by=date(2027, 1, 1),
    valid_until=date(2026, 11, 1),
)
"""No longer valid: tickets outlive entries."""
KB = KnowledgeBase(
    offices=(
        Office("borken", "Borken"),
        Office("suedlohn", "Südlohn", hours=("Mo-Do 08:00-11:00",)),
        Office("bocholt", "Bocholt", confirmed=True, answer_within=1, closed_days=(date(2026, 11, 27),)),
        Office("ahaus", "Ahaus", answer_within=1),
        Office("vreden", "Vreden", tickets=False),
    ),
    entries=(ENTRY,),
)


class Desk:
    """One database; the clock stands at NOW until a test moves it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now = NOW
        self.full = False
        self.pauses: list[Callable[[], None]] = []
        """What happens in the pauses of a watch, one after the other; then Strg-C."""
        self.app: typer.Typer = inbox_app(self.inbox, lambda name: name or "Kaya", self._pause)

    def forward(self, **span: float) -> datetime:
        self._now += timedelta(**span)
        return self._now

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqliteStore]:
        url = f"sqlite:///{self._folder / 'bot.db'}"
        store = await open_store(url, self._folder / "secrets", lambda: self._now)
        try:
            yield store
        finally:
            await store.close()

    @asynccontextmanager
    async def inbox(self) -> AsyncIterator[Inbox]:
        async with self.store() as store:
            yield Inbox(store, lambda: self._now, KB, full=self.full)

    async def receive(self, *tickets: Ticket) -> None:
        """Citizens send these, each from a chat of their own."""
        async with self.store() as store:
            for ticket in tickets:
                sent = an_incoming(chat=a_chat(ticket.code))
                await store.save_turn(sent, a_turn(orders=(an_opening(ticket),)), self._now)

    async def forget(self, ticket: Ticket) -> None:
        """The citizen has everything deleted."""
        async with self.store() as store:
            asked = an_incoming(chat=a_chat(ticket.code))
            await store.save_turn(asked, a_turn(orders=(ForgetMe(),)), self._now)

    async def timers(self) -> list[tuple[str, str, datetime]]:
        """Those that are set: code, name and when."""
        async with self.store() as store:
            due = await store.due_timers(NOW + timedelta(days=366))
        return [(timer.ticket, timer.name, timer.at) for timer in due]

    async def heard(self) -> list[str]:
        """The keys of what citizens are going to read, the oldest of each chat."""
        async with self.store() as store:
            waiting = await store.to_send("telegram", NOW + timedelta(days=366))
        return [part.key for message in waiting for part in message.say.parts if isinstance(part, Phrase)]

    async def _pause(self, seconds: float) -> None:
        assert seconds == 7
        if not self.pauses:
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        # A thread: what happens brings its own event loop, as another process would.
        await asyncio.to_thread(self.pauses.pop(0))

    # What follows is for tests of the command line, which brings its own event loop.

    def put(self, *tickets: Ticket) -> None:
        asyncio.run(self.receive(*tickets))

    def delete(self, ticket: Ticket) -> None:
        asyncio.run(self.forget(ticket))

    def run(self, *arguments: str, width: int = 100) -> Result:
        """``inbox`` with these arguments, on a terminal of this width."""
        return CliRunner().invoke(self.app, arguments, env={"COLUMNS": str(width), "TERM": "dumb"})

    def prints(self, *arguments: str, width: int = 100) -> str:
        """What it prints when all is fine."""
        result = self.run(*arguments, width=width)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    def objects(self, *arguments: str) -> Any:
        """What it prints for scripts."""
        return json.loads(self.prints(*arguments, "--json"))

    def refuses(self, *arguments: str, code: int = 1) -> str:
        """What it says when it does nothing."""
        result = self.run(*arguments)
        assert (result.exit_code, result.stdout) == (code, "")
        return result.stderr

    def events(self, code: str) -> Sequence[str]:
        return [event["what"] for event in self.objects("show", code)["events"]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
async def inbox(desk: Desk) -> AsyncIterator[Inbox]:
    async with desk.inbox() as inbox:
        yield inbox
