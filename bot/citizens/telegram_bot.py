"""The counter on Telegram: fetch, store, handle, send."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.assistant import Assistant
from bot.citizens import telegram_updates as updates
from bot.citizens.outbox import Sender, pause
from bot.citizens.telegram_fetch import Fetcher
from bot.citizens.telegram_profile import set_profile
from bot.citizens.telegram_send import TelegramPost
from bot.citizens.telegram_transport import AiohttpRequest
from bot.citizens.turns import Turns
from bot.content.texts import Texts
from bot.core.ports import Store
from bot.core.waiting import Received
from bot.errors import StorageError

WAITING_PER_CHAT = 10
LAST_TURNS = 20.0
"""Seconds at the end for the turns in work."""
LAST_WORDS = 5.0
"""Seconds at the end for what is still to be said; the rest is said at the next start."""
TRIES = 3
"""So often a turn is tried before the citizen hears that something went wrong."""

log = structlog.get_logger("telegram")


class WrongToken(Exception):
    """Telegram does not know this token."""


@dataclass(frozen=True, slots=True)
class Connection:
    """How Telegram is reached."""

    token: str
    api_url: str
    proxy: str | None = None
    ca_file: Path | None = None


@dataclass(slots=True)
class TelegramBot:
    """Everything between Telegram and the assistant; one object per token."""

    connection: Connection
    store: Store
    assistant: Assistant
    texts: Texts
    now: Callable[[], datetime]
    _polls: AiohttpRequest = field(init=False)
    _calls: AiohttpRequest = field(init=False)
    _bot: Bot = field(init=False)
    _turns: Turns = field(init=False)
    _sender: Sender = field(init=False)
    _fetcher: Fetcher = field(init=False)
    _giving_up: asyncio.Event = field(default_factory=asyncio.Event)
    _background: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        proxy, ca_file = self.connection.proxy, self.connection.ca_file
        self._polls = AiohttpRequest(2, proxy, ca_file)
        self._calls = AiohttpRequest(64, proxy, ca_file)
        application = (
            Application.builder()
            .token(self.connection.token)
            .base_url(f"{self.connection.api_url.rstrip('/')}/bot")
            .request(self._calls)
            .get_updates_request(self._polls)
            .updater(None)
            .job_queue(None)
            .build()
        )
        self._bot = application.bot
        self._turns = Turns(self._handle)
        self._fetcher = Fetcher(self._bot, self._store, self._polls.renew)
        self._sender = Sender(
            updates.CHANNEL, self.store, TelegramPost(self._bot, self.texts).deliver, self.now
        )

    async def connect(self, stop: asyncio.Event, waiting: Callable[[], None]) -> str:
        """The bot's name at Telegram; *waiting* is called once if Telegram cannot be reached yet.

        Raises:
            WrongToken: Telegram refuses the token; trying again does not help.
        """
        attempts = 0
        while not stop.is_set():
            try:
                await _unless(stop, self._bot.initialize())
                self._fetcher.heard()
                return f"@{self._bot.username}" if not stop.is_set() else ""
            except InvalidToken:
                raise WrongToken from None
            except TelegramError:
                if not attempts:
                    waiting()
                attempts += 1
                await _until(stop, pause(min(attempts, 6)))
        return ""

    def fetch_age(self) -> float | None:
        """Seconds since Telegram last answered a fetch, or let the bot in; None: it never has."""
        return self._fetcher.age

    async def run(self, stop: asyncio.Event) -> None:
        """Work until *stop*; then finish what is in work, so that nothing stored stays unanswered."""
        for event in await self.store.waiting():
            self._turns.put(event)
        self._in_background(self._set_profile())
        drained = asyncio.Event()
        sending = asyncio.create_task(self._sender.run(drained))
        try:
            await self._fetcher.run(stop)
            await self._drained()
            await self._sender.flushed(LAST_WORDS)
        finally:
            drained.set()
            await sending
            for task in self._background:
                task.cancel()
            await asyncio.gather(*self._background, return_exceptions=True)

    async def _drained(self) -> None:
        """Running turns are finished; those that cannot be stored stay for the next start."""
        draining = asyncio.create_task(self._turns.drained())
        await asyncio.wait({draining}, timeout=LAST_TURNS)
        self._giving_up.set()
        await draining

    async def close(self) -> None:
        await self._bot.shutdown()

    # -- storing -------------------------------------------------------------------------------

    async def _store(self, raw: Mapping[str, Any]) -> None:
        """Make one raw update durable, or set it aside by id and kind alone."""
        try:
            update = updates.parse_update(raw, self._bot)
            event_id = updates.event_id(update, self._bot.id)
            ours = updates.is_for_us(update)
        except Exception as error:
            await self._set_aside(raw, error)
            return
        if (strange := updates.strange_chat(update)) is not None:
            self._in_background(self._leave(strange))
            return
        if not ours:
            return
        at = updates.received_at(update, self.now())
        received = Received(updates.chat_of(update), event_id, at, json.dumps(raw))
        if update.callback_query is not None:
            self._in_background(self._acknowledge(update))
        await self._receive(update, received)

    async def _receive(self, update: Update, received: Received) -> None:
        """Into the inbox; above the limit refused, with one notice a minute."""
        if self._turns.waiting(received.chat) >= WAITING_PER_CHAT:
            notice = await self.assistant.overflow(updates.read_update(update, received))
            if await self.store.refuse(received, notice):
                log.warning("message refused: too many of this chat wait")
            self._sender.wake.set()
        elif await self.store.receive(received):
            self._turns.put(received)

    async def _set_aside(self, raw: Mapping[str, Any], error: Exception) -> None:
        kind = next((key for key in updates.KINDS if key in raw), "other")
        name = f"{updates.CHANNEL}:{self._bot.id}:{raw.get('update_id')}:poison"
        await self.store.set_aside(name, kind, type(error).__name__, self.now())
        log.error("update set aside", update=raw.get("update_id"), kind=kind, error=type(error).__name__)

    # -- handling ------------------------------------------------------------------------------

    async def _handle(self, received: Received) -> None:
        """The turn of one stored event; never raises, never gives it up."""
        attempts = failures = 0
        while True:
            try:
                await self._turn(received, failures >= TRIES)
                break
            except Exception as error:
                attempts += 1
                # A database that is full or busy is waited for; a step that fails will fail again.
                failures += not isinstance(error, StorageError)
                log.error("turn failed", attempt=attempts, error=type(error).__name__)
                await _until(self._giving_up, pause(min(attempts, 5)) / 5)
                if self._giving_up.is_set():
                    return  # stored, not answered: the next start goes on with it
        self._sender.wake.set()

    async def _turn(self, received: Received, give_up: bool) -> None:
        if give_up:
            await self.assistant.apologise(received)
            return
        update = updates.parse_update(json.loads(received.payload), self._bot)
        await self.assistant.turn(updates.read_update(update, received))

    # -- small calls that may fail -------------------------------------------------------------

    async def _acknowledge(self, update: Update) -> None:
        """Stop the button's spinner, and take a used question's buttons away."""
        query = update.callback_query
        if query is None:
            return
        await _quietly(self._bot.answer_callback_query(query.id))
        if (
            query.message is not None
            and ".go:" not in (query.data or "")
            and ".summary." not in (query.data or "")
        ):
            await _quietly(
                self._bot.edit_message_reply_markup(query.message.chat.id, query.message.message_id)
            )

    async def _leave(self, chat: int) -> None:
        await _quietly(self._bot.leave_chat(chat))

    async def _set_profile(self) -> None:
        try:
            changed = await set_profile(self._bot, self.texts)
        except TelegramError as error:
            log.warning("menu and description not set", error=type(error).__name__)
        else:
            if changed:
                log.info("menu and description set", parts=changed)

    def _in_background(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


async def _quietly(call: Any) -> None:
    """A call whose failure harms nobody: too old, gone, or no network."""
    try:
        await call
    except TelegramError as error:
        log.debug("small call failed", error=type(error).__name__)


async def _unless(stop: asyncio.Event, call: Any) -> None:
    """Await *call*, or give it up when *stop* is set."""
    calling, stopped = asyncio.ensure_future(call), asyncio.create_task(stop.wait())
    await asyncio.wait({calling, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not calling.done():
        calling.cancel()
        await asyncio.gather(calling, return_exceptions=True)
        return
    calling.result()


async def _until(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
