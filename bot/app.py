"""Opens, connects and closes everything: the only place that knows all rooms."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import __version__, checkup
from bot.assistant import Assistant
from bot.beside import Beside
from bot.caseworkers.mail import Notifier
from bot.caseworkers.smtp import MailServer
from bot.clockwork import Clockwork
from bot.config import Settings
from bot.content.last_good import LastGood
from bot.core.calendar import local
from bot.core.ports import Store
from bot.core.talk import Phrase, Rules, World
from bot.errors import ConfigError
from bot.live import Live
from bot.storage.files import database_path
from bot.storage.lock import ProcessLock
from bot.storage.store import open_store

if TYPE_CHECKING:
    from bot.citizens.telegram_bot import Connection, TelegramBot
    from bot.health import Pulse

SILENCE = 1.0
"""Seconds after which a person at the first start is told what takes so long."""


def now() -> datetime:
    """The one clock of the program."""
    return datetime.now(UTC)


def live_content(settings: Settings, clock: Clockwork) -> Live:
    """The knowledge base in service, not opened yet."""
    rules = Rules(
        trial=settings.mode == "trial",
        takes_details=settings.privacy.contact_details == "in_chat",
        shows_unsigned=settings.shows_unsigned,
        days_kept=settings.privacy.days_done,
        days_longest=settings.privacy.days_open,
        controller=settings.privacy.controller,
        privacy_contact=settings.privacy.contact,
    )
    cache = settings.cache.folder
    return Live(last_good(settings), cache, rules, now, _say_of_content, lambda: clock.asleep)


def last_good(settings: Settings) -> LastGood:
    return LastGood(settings.faq.folder, settings.cache.folder / "faq-last-good")


def _say_of_content(text: str) -> None:
    say("Wissensbasis:", text)


async def _prepared(content: Live, stop: asyncio.Event) -> bool:
    """The matcher, built beside the loop, so that Ctrl-C is heard meanwhile; False if it was."""
    building = asyncio.create_task(content.prepare())
    stopped = asyncio.create_task(stop.wait())
    both: set[asyncio.Task[Any]] = {building, stopped}
    await asyncio.wait(both, timeout=SILENCE, return_when=asyncio.FIRST_COMPLETED)
    if not building.done() and not stop.is_set():
        _say_of_content("wird vorbereitet. Beim ersten Start dauert das etwa eine halbe Minute.")
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if stop.is_set():
        building.cancel()
        return False
    await building
    return True


async def run(settings: Settings, with_web: bool = True) -> int:
    """``make run``: the bot, until it is told to stop, with the site beside it. The exit code."""
    from bot.citizens.telegram_bot import TelegramBot  # slow to import: only where needed

    stop = stopped_by_signals()
    async with AsyncExitStack() as stack:
        _refuse_unready(settings)
        stack.enter_context(ProcessLock(database_path(settings.database.url)))
        store = await _opened_store(settings, stack)
        clock = _clockwork(store, settings)
        content = live_content(settings, clock)
        content.read()
        _greet(settings)
        if with_web and settings.web.place is not None:
            stack.push_async_callback(cancelled, asyncio.create_task(Beside().run()))
        pulse = _pulse(store, content, settings)
        await _show_pulse(pulse, settings, stack)
        if not await _prepared(content, stop):
            return 0
        await _say_if_stopped(store)
        stack.push_async_callback(cancelled, asyncio.create_task(pulse.tell()))
        assistant = _assistant(store, content.world, stack)
        stack.push_async_callback(cancelled, asyncio.create_task(clock.run(assistant, lambda: content.kb)))
        stack.push_async_callback(cancelled, asyncio.create_task(content.run()))
        if settings.mail.host:
            notices = asyncio.create_task(_notifier(store, content, settings).run(stop))
            stack.push_async_callback(cancelled, notices)
        if not settings.telegram.secret():
            return await _without_telegram(store, assistant, content, stop)
        bot = TelegramBot(_connection(settings), store, assistant, content.texts, now)
        stack.push_async_callback(bot.close)
        return await _on_telegram(bot, pulse, stop)


async def _on_telegram(bot: TelegramBot, pulse: Pulse, stop: asyncio.Event) -> int:
    from bot.citizens.telegram_bot import WrongToken

    try:
        name = await bot.connect(
            stop, lambda: say("Telegram:", "noch nicht erreichbar. Ich versuche es weiter.")
        )
    except WrongToken:
        say(
            "Telegram:",
            "Der Token ist falsch. Bitte bei @BotFather nachsehen (Befehl /mybots) und neu starten.",
        )
        return 1
    if not stop.is_set():
        pulse.fetch_age = bot.fetch_age
        say("Telegram:", f"verbunden als {name}")
        await bot.run(stop)
    return 0


def _pulse(store: Store, content: Live, settings: Settings) -> Pulse:
    from bot.health import Pulse  # slow to import: only where needed

    folder = database_path(settings.database.url).parent
    channel = "telegram" if settings.telegram.secret() else ""
    return Pulse(store, now, lambda: content.state, folder, channel)


async def _show_pulse(pulse: Pulse, settings: Settings, stack: AsyncExitStack) -> None:
    """Monitoring is a help: if its port is taken, the bot works without."""
    from bot.health import PlaceTaken, served

    if settings.health.place is None:
        return
    try:
        await stack.enter_async_context(served(pulse, *settings.health.place))
    except PlaceTaken as error:
        say("Zustand:", str(error))


async def _say_if_stopped(store: Store) -> None:
    """Whoever starts a bot that was told to be silent has to know why it is."""
    stop = (await store.standing_orders(local(now()).date())).stop
    if stop is not None:
        since = f"{local(stop.at):%d.%m.%Y, %H:%M} Uhr"
        say("Antworten:", f"abgeschaltet seit {since} von {stop.by}: {stop.reason}")
        say("", f"Wieder einschalten: {python()} -m bot answer-again")


def _refuse_unready(settings: Settings) -> None:
    """Real operation does not begin while something that protects citizens is missing."""
    if settings.mode == "live":
        missing = list(checkup.obstacles(settings, last_good(settings).read().kb))
        if missing:
            raise ConfigError(
                "Für den echten Betrieb fehlt noch:\n" + "\n".join(f"- {line}" for line in missing)
            )


async def try_out(settings: Settings, explain: bool = False) -> int:
    """``python -m bot try``: the chat in this terminal, beside a running bot too.

    With *explain* editors read below each answer why it was given.
    """
    from bot.citizens.terminal import Terminal
    from bot.editors.overheard import Explainer

    stop = stopped_by_signals()
    async with AsyncExitStack() as stack:
        store = await _opened_store(settings, stack)
        content = live_content(settings, _clockwork(store, settings))
        content.read()
        if not await _prepared(content, stop):
            return 0
        explainer = Explainer(content.world)
        assistant = _assistant(store, explainer.world if explain else content.world, stack)
        stack.push_async_callback(cancelled, asyncio.create_task(content.run()))
        print(content.texts.words(Phrase("terminal-welcome"), "de"), flush=True)
        explained = explainer.explained if explain else None
        await Terminal(assistant, store, content.texts, now, address="try", explained=explained).run(stop)
    return 0


async def _opened_store(settings: Settings, stack: AsyncExitStack) -> Store:
    store = await open_store(settings.database.url, settings.secrets.folder, now)
    stack.push_async_callback(store.close)
    return store


def _assistant(store: Store, world: Callable[[], World], stack: AsyncExitStack) -> Assistant:
    return Assistant(store, world, now, stack.enter_context(ThreadPoolExecutor(1, "step")))


def _clockwork(store: Store, settings: Settings) -> Clockwork:
    privacy = settings.privacy
    return Clockwork(store, now, privacy.days_done, privacy.days_open, settings.shows_unsigned)


def _notifier(store: Store, content: Live, settings: Settings) -> Notifier:
    mail = settings.mail
    server = MailServer(mail.host, mail.port, mail.security, mail.user, mail.secret(), mail.ca_file)
    return Notifier(store, server.send, lambda: content.kb.offices, mail.sender, mail.lead, now, mail.editors)


async def _without_telegram(store: Store, assistant: Assistant, content: Live, stop: asyncio.Event) -> int:
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
        say(
            "Telegram:",
            "nicht verbunden. Einen Token gibt es bei @BotFather; dann: BOT_TELEGRAM__TOKEN=... make run",
        )
        say("Ausprobieren:", "Schreiben Sie hier. Ende mit Strg-D.")
    say("Nachrichten:", f"{python()} -m bot inbox list")


def say(what: str, text: str) -> None:
    """A line of the program to whoever started it."""
    print(f"{what:<15}{text}", flush=True)


def python() -> str:
    """The interpreter as one would type it here."""
    executable = Path(sys.executable)
    with suppress(ValueError):
        return str(executable.relative_to(Path.cwd()))
    return str(executable)


async def cancelled(task: asyncio.Task[None]) -> None:
    """*task* has ended."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def stopped_by_signals() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    return stop
