"""Opens, connects and closes everything: the only place that knows all rooms."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot import __version__, checkup
from bot.assistant import Assistant
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.mail import Notifier
from bot.caseworkers.smtp import MailServer
from bot.clockwork import Clockwork
from bot.config import Settings
from bot.content.faq_files import read_faq
from bot.content.texts import Texts
from bot.core import calendar
from bot.core.knowledge import KnowledgeBase
from bot.core.ports import Store
from bot.core.talk import Phrase, Rules, World
from bot.errors import BotError, ConfigError, NoDatabase
from bot.storage.files import database_path
from bot.storage.lock import ProcessLock
from bot.storage.store import open_store

if TYPE_CHECKING:
    from bot.citizens.telegram_bot import Connection

T = TypeVar("T")
SILENCE = 1.0
"""Seconds after which a person at the first start is told what takes so long."""


def now() -> datetime:
    """The one clock of the program."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Content:
    """The knowledge base in service and what was made of it."""

    kb: KnowledgeBase
    texts: Texts
    world: Callable[[], World]


def content_of(kb: KnowledgeBase, settings: Settings, asleep: Callable[[], frozenset[str]]) -> Content:
    """The knowledge base with its finder; takes seconds at the first start, then the cache helps."""
    from bot.content.index_cache import IndexCache  # numpy is slow to import: not for every command
    from bot.core.matching.finder import build

    today = calendar.local(now()).date()
    finder = build(kb, today, IndexCache(settings.cache.folder))
    texts = Texts()
    rules = Rules(
        trial=settings.mode == "trial",
        takes_details=settings.privacy.contact_details == "in_chat",
        shows_unsigned=settings.shows_unsigned,
        days_kept=settings.privacy.days_done,
        days_longest=settings.privacy.days_open,
        controller=settings.privacy.controller,
        privacy_contact=settings.privacy.contact,
    )
    return Content(kb, texts, lambda: World(kb, finder, texts.words, now(), rules, asleep=asleep()))


async def _content(
    kb: KnowledgeBase, settings: Settings, clock: Clockwork, stop: asyncio.Event
) -> Content | None:
    """The content, built beside the loop, so that Ctrl-C is heard meanwhile; None if it was."""
    building = _in_thread(lambda: content_of(kb, settings, lambda: clock.asleep))
    stopped = asyncio.create_task(stop.wait())
    both: set[asyncio.Future[Any]] = {building, stopped}
    await asyncio.wait(both, timeout=SILENCE, return_when=asyncio.FIRST_COMPLETED)
    if not building.done() and not stop.is_set():
        _say("Wissensbasis:", "wird vorbereitet. Beim ersten Start dauert das bis zu einer halben Minute.")
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    return None if stop.is_set() else await building


def _in_thread(work: Callable[[], T]) -> asyncio.Future[T]:
    """Like ``asyncio.to_thread``, but in a thread that does not hold up the end of the program."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            result = work()
        except Exception as error:
            _hand_over(loop, lambda error=error: future.set_exception(error))  # type: ignore[misc]
        else:
            _hand_over(loop, lambda: future.set_result(result))

    threading.Thread(target=run, name="content", daemon=True).start()
    return future


def _hand_over(loop: asyncio.AbstractEventLoop, result: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the program has ended meanwhile
        loop.call_soon_threadsafe(result)


@asynccontextmanager
async def opened_inbox(settings: Settings) -> AsyncIterator[Inbox]:
    """The caseworkers' inbox, for one command.

    Raises:
        NoDatabase: there is none yet; a new empty one would only look like an empty inbox.
    """
    path = database_path(settings.database.url)
    if not path.exists():
        raise NoDatabase(str(path))
    store = await open_store(settings.database.url, settings.secrets.folder, now)
    try:
        full = settings.inbox.notifications == "full"
        yield Inbox(store, now, known_offices(settings), settings.inbox.lease, full)
    finally:
        await store.close()


def known_offices(settings: Settings) -> KnowledgeBase:
    """The knowledge base for its names; an empty one if it is broken: caseworkers go on working."""
    try:
        return read_faq(settings.faq.folder)
    except BotError:
        return KnowledgeBase()


async def run(settings: Settings) -> int:
    """``make run``: the bot, until it is told to stop. The exit code."""
    from bot.citizens.telegram_bot import TelegramBot, WrongToken  # slow to import: only where needed

    stop = _stopped_by_signals()
    async with AsyncExitStack() as stack:
        _refuse_unready(settings)
        stack.enter_context(ProcessLock(database_path(settings.database.url)))
        kb = read_faq(settings.faq.folder)
        store = await _opened_store(settings, stack)
        _greet(settings)
        clock = _clockwork(store, kb, settings)
        content = await _content(kb, settings, clock, stop)
        if content is None:
            return 0
        assistant = _assistant(store, content, stack)
        stack.push_async_callback(_cancelled, asyncio.create_task(clock.run(assistant)))
        if settings.mail.host:
            notices = asyncio.create_task(_notifier(store, content, settings).run(stop))
            stack.push_async_callback(_cancelled, notices)
        if not settings.telegram.secret():
            return await _without_telegram(store, assistant, content, stop)
        bot = TelegramBot(_connection(settings), store, assistant, content.texts, now)
        stack.push_async_callback(bot.close)
        try:
            name = await bot.connect(
                stop, lambda: _say("Telegram:", "noch nicht erreichbar. Ich versuche es weiter.")
            )
        except WrongToken:
            _say(
                "Telegram:",
                "Der Token ist falsch. Bitte bei @BotFather nachsehen (Befehl /mybots) und neu starten.",
            )
            return 1
        if not stop.is_set():
            _say("Telegram:", f"verbunden als {name}")
            await bot.run(stop)
    return 0


def _refuse_unready(settings: Settings) -> None:
    """Real operation does not begin while something that protects citizens is missing."""
    if settings.mode == "live":
        missing = list(checkup.obstacles(settings, read_faq(settings.faq.folder)))
        if missing:
            raise ConfigError(
                "Für den echten Betrieb fehlt noch:\n" + "\n".join(f"- {line}" for line in missing)
            )


async def try_out(settings: Settings) -> int:
    """``python -m bot try``: the chat in this terminal, beside a running bot too."""
    from bot.citizens.terminal import Terminal

    stop = _stopped_by_signals()
    async with AsyncExitStack() as stack:
        kb = read_faq(settings.faq.folder)
        store = await _opened_store(settings, stack)
        content = await _content(kb, settings, _clockwork(store, kb, settings), stop)
        if content is None:
            return 0
        assistant = _assistant(store, content, stack)
        print(content.texts.words(Phrase("terminal-welcome"), "de"), flush=True)
        await Terminal(assistant, store, content.texts, now, address="try").run(stop)
    return 0


async def _opened_store(settings: Settings, stack: AsyncExitStack) -> Store:
    store = await open_store(settings.database.url, settings.secrets.folder, now)
    stack.push_async_callback(store.close)
    return store


def _assistant(store: Store, content: Content, stack: AsyncExitStack) -> Assistant:
    return Assistant(store, content.world, now, stack.enter_context(ThreadPoolExecutor(1, "step")))


def _clockwork(store: Store, kb: KnowledgeBase, settings: Settings) -> Clockwork:
    return Clockwork(store, kb, now, settings.privacy.days_done, settings.privacy.days_open)


def _notifier(store: Store, content: Content, settings: Settings) -> Notifier:
    mail = settings.mail
    server = MailServer(mail.host, mail.port, mail.security, mail.user, mail.secret(), mail.ca_file)
    return Notifier(store, server.send, lambda: content.kb.offices, mail.sender, mail.lead, now)


async def _without_telegram(store: Store, assistant: Assistant, content: Content, stop: asyncio.Event) -> int:
    from bot.citizens.terminal import Terminal

    if sys.stdin.isatty():
        await Terminal(assistant, store, content.texts, now).run(stop)
    else:
        await stop.wait()
    return 0


def _connection(settings: Settings) -> Connection:
    from bot.citizens.telegram_bot import Connection

    telegram = settings.telegram
    return Connection(telegram.secret(), telegram.api_url, telegram.proxy, telegram.ca_file)


def _greet(settings: Settings) -> None:
    mode = "Probebetrieb" if settings.mode == "trial" else "echter Betrieb"
    print(f"Jobcenter-Bot {'.'.join(__version__.split('.')[:2])}  ({mode})")
    if not settings.telegram.secret():
        _say(
            "Telegram:",
            "nicht verbunden. Einen Token gibt es bei @BotFather; dann: BOT_TELEGRAM__TOKEN=... make run",
        )
        _say("Ausprobieren:", "Schreiben Sie hier. Ende mit Strg-D.")
    _say("Nachrichten:", f"{_python()} -m bot inbox list")


def _say(what: str, text: str) -> None:
    print(f"{what:<15}{text}", flush=True)


def _python() -> str:
    """The interpreter as one would type it here."""
    executable = Path(sys.executable)
    with suppress(ValueError):
        return str(executable.relative_to(Path.cwd()))
    return str(executable)


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _stopped_by_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    return stop
