"""An installation whose chats have asked something; the clock stands at NOW until a test moves it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from bot.core.calendar import local
from bot.core.questions import AskedInVain, Counted, What
from bot.editors.cli import faq_app
from bot.editors.in_vain import QuestionDesk
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW, a_chat, a_turn, an_incoming


class Asked:
    """What was asked, and the editors' commands over it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.time = folder, NOW
        desk = QuestionDesk(self.store, lambda: self.time, lambda name: name or "Olga")
        self.app = faq_app(lambda: folder / "faq", lambda: local(self.time).date(), lambda: folder, desk)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqliteStore]:
        store = await open_store(
            f"sqlite:///{self.folder}/var/bot.db", self.folder / "secrets", lambda: self.time
        )
        try:
            yield store
        finally:
            await store.close()

    def does(self, act: Callable[[SqliteStore], Awaitable[object]]) -> Any:
        """Let *act* happen to the store, outside of any command."""

        async def within() -> object:
            async with self.store() as store:
                return await act(store)

        return asyncio.run(within())

    def ask(
        self,
        *texts: str,
        chat: str = "",
        reason: What = What.NOT_KNOWN,
        at: datetime | None = None,
        **about: str,
    ) -> None:
        """Ask in vain, each text in a chat of its own unless *chat* names one."""

        async def act(store: SqliteStore) -> None:
            for number, text in enumerate(texts):
                asked = AskedInVain(text, reason, **about)
                turn = a_turn(orders=(Counted(What.QUESTION), Counted(reason), asked))
                who = a_chat(chat or f"{text}-{number}")
                await store.save_turn(an_incoming(chat=who), turn, at or self.time)

        self.does(act)

    def run(self, *arguments: object) -> Result:
        return CliRunner().invoke(self.app, [str(one) for one in arguments])

    def prints(self, *arguments: object) -> str:
        """What it prints when all is fine."""
        result = self.run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    def listing(self, *options: object) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.prints("unanswered", *options, "--json"))
        return found

    def groups(self, *options: object) -> list[list[str]]:
        """The examples of each group."""
        return [group["examples"] for group in self.listing(*options)["groups"]]
