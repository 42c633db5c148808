"""The chat in a terminal: the same conversation as everywhere, for trying the bot out.

Buttons are printed with numbers; a number, the button's words or a free text is typed.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TextIO

from bot.assistant import Assistant
from bot.content.texts import Texts
from bot.core import markup
from bot.core.ports import Outbox
from bot.core.talk import ChatRef, Choice, Incoming, Phrase
from bot.core.waiting import Outgoing

CHANNEL = "terminal"
LOOK_AGAIN = 0.5
"""Seconds between two looks for messages that others (a caseworker in a second terminal) have caused."""


@dataclass(slots=True)
class Terminal:
    """One citizen at this terminal."""

    assistant: Assistant
    outbox: Outbox
    texts: Texts
    now: Callable[[], datetime]
    source: TextIO = sys.stdin
    target: TextIO = sys.stdout
    address: str = "local"
    explained: Callable[[str, bool], str] | None = None
    """Says for editors why a line was answered as it was; True: it was typed in the middle of a form."""
    _shown: tuple[Choice, ...] = ()
    """The buttons that were printed last: here numbers are seen, so a number means the one on the screen."""
    _printing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self, stop: asyncio.Event) -> None:
        """Talk until the input ends (Ctrl-D) or *stop* is set."""
        printing = asyncio.create_task(self._print_messages())
        try:
            await self._begin()
            async for line in self._lines(stop):
                if line.strip():
                    before = await self.assistant.store.session(self._chat)
                    await self._hear(line)
                    if self.explained:
                        in_form = bool(before.flow) and not before.paused
                        self._print(self.explained(line.strip(), in_form))
            await self._flush()
        finally:
            printing.cancel()
            await asyncio.gather(printing, return_exceptions=True)
        self._print(self.texts.words(Phrase("terminal-bye"), "de"))

    @property
    def _chat(self) -> ChatRef:
        return ChatRef(CHANNEL, self.address)

    async def _begin(self) -> None:
        """The greeting; or, after a restart in the middle of a form, its open question."""
        session = await self.assistant.store.session(self._chat)
        if session.flow:
            event = f"{CHANNEL}:{secrets.token_hex(8)}"
            await self.assistant.turn(Incoming(self._chat, self.now(), event, choice="0.go:continue"))
            await self._flush()
        else:
            await self._hear("/start")

    async def _hear(self, line: str) -> None:
        event = f"{CHANNEL}:{secrets.token_hex(8)}"
        chat, text = self._chat, line.strip()
        if text.isascii() and text.isdigit() and 0 < int(text) <= len(self._shown):
            choice = self._shown[int(text) - 1]
            token = choice.token or f"0.{choice.value}"
            await self.assistant.turn(Incoming(chat, self.now(), event, choice=token))
        else:
            await self.assistant.turn(Incoming(chat, self.now(), event, text=text))
        await self._flush()

    async def _lines(self, stop: asyncio.Event) -> AsyncIterator[str]:
        """Typed lines. A reader of its own in a daemon thread: a blocked read must not hold the end up."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        _read_in_background(self.source, queue, asyncio.get_running_loop())
        stopped = asyncio.create_task(stop.wait())
        try:
            while True:
                getting = asyncio.create_task(queue.get())
                await asyncio.wait({getting, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not getting.done():
                    getting.cancel()
                    return
                line = getting.result()
                if not line:
                    return
                yield line
        finally:
            stopped.cancel()

    async def _print_messages(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            await self._flush()

    async def _flush(self) -> None:
        """Print what waits, oldest first."""
        async with self._printing:
            while waiting := [
                m for m in await self.outbox.to_send(CHANNEL, self.now()) if m.chat == self._chat
            ]:
                for message in waiting:
                    if not _only_makes_room(message):
                        self._print(self._rendered(message))
                    self._shown = message.say.choices or self._shown
                    await self.outbox.sent(message.id, str(message.id), self.now())

    def _rendered(self, message: Outgoing) -> str:
        text = markup.to_plain(self.texts.message(message.say, message.locale))
        locale = message.say.language or message.locale
        labels = [self.texts.label(choice, locale) for choice in message.say.choices]
        buttons = "   ".join(f"[{number} {label}]" for number, label in enumerate(labels, 1))
        return f"\n{text}\n{buttons}\n" if buttons else f"\n{text}\n"

    def _print(self, text: str) -> None:
        self.target.write(f"{text}\n")
        self.target.flush()


def _only_makes_room(message: Outgoing) -> bool:
    """Edits an older message away; what is printed cannot be edited, and a word about it would puzzle."""
    return all(isinstance(part, Phrase) and part.key == "summary-gone" for part in message.say.parts)


def _read_in_background(source: TextIO, queue: asyncio.Queue[str], loop: asyncio.AbstractEventLoop) -> None:
    def read() -> None:
        for line in source:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        loop.call_soon_threadsafe(queue.put_nowait, "")

    threading.Thread(target=read, name="terminal", daemon=True).start()
