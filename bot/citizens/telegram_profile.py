"""What Telegram itself shows of the bot: command menu and descriptions, by language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

from bot.content.texts import Texts
from bot.core.talk import Phrase

COMMANDS = ("start", "termin", "rueckruf", "nachrichten", "hilfe", "datenschutz")
LOCALES = {"": "de", "en": "en", "tr": "tr", "ar": "ar", "uk": "uk", "ru": "ru", "pl": "pl"}
"""Telegram's language code ("" is for everybody else) -> locale of the texts."""


async def set_profile(bot: Bot, texts: Texts) -> int:
    """Set what differs from what Telegram has; how much that was. These calls are rated, so compare first."""
    changed = 0
    for code, locale in LOCALES.items():
        if texts.has("menu-start", locale):
            changed += await _commands(bot, texts, code, locale)
        if texts.has("bot-description", locale):
            changed += await _descriptions(bot, texts, code, locale)
    return changed


async def _commands(bot: Bot, texts: Texts, code: str, locale: str) -> int:
    scope = BotCommandScopeAllPrivateChats()
    wanted = [BotCommand(name, texts.words(Phrase(f"menu-{name}"), locale)) for name in COMMANDS]
    if list(await bot.get_my_commands(scope, code or None)) == wanted:
        return 0
    await bot.set_my_commands(wanted, scope, code or None)
    return 1


async def _descriptions(bot: Bot, texts: Texts, code: str, locale: str) -> int:
    language = code or None
    long = texts.words(Phrase("bot-description"), locale)
    short = texts.words(Phrase("bot-short-description"), locale)
    return await _set_if_other(
        long,
        (await bot.get_my_description(language)).description,
        lambda: bot.set_my_description(long, language),
    ) + await _set_if_other(
        short,
        (await bot.get_my_short_description(language)).short_description,
        lambda: bot.set_my_short_description(short, language),
    )


async def _set_if_other(wanted: str, present: str, setting: Callable[[], Awaitable[bool]]) -> int:
    if wanted == present:
        return 0
    await setting()
    return 1
