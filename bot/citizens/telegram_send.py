"""From messages of the core to calls of the Bot API, and from its errors to what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.citizens.outbox import Delivery, Never, NotNow, Sent
from bot.content.texts import Texts
from bot.core import markup
from bot.core.talk import Choice, Say
from bot.core.waiting import Outgoing

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(slots=True)
class TelegramPost:
    """Delivers one message; the caller keeps the order and repeats."""

    bot: Bot
    texts: Texts

    async def deliver(self, message: Outgoing) -> Delivery:
        try:
            return Sent(await self._delivered(message))
        except KeyError:  # ordered by another version of the program, whose texts are not ours
            return Never("unknown")
        except RetryAfter as error:
            after = error.retry_after
            return NotNow(after.total_seconds() if isinstance(after, timedelta) else float(after))
        except Forbidden:
            return Never("blocked")
        except BadRequest:
            return Never("refused")
        except InvalidToken:
            return NotNow()
        except (NetworkError, TelegramError):
            return NotNow()

    async def _delivered(self, message: Outgoing) -> str:
        """The reference of the sent or edited message."""
        text = self.texts.message(message.say, message.locale)
        keyboard = self.keyboard(message.say, message.locale)
        if message.edits and not isinstance(keyboard, ReplyKeyboardMarkup | ReplyKeyboardRemove):
            edited = await self._edited(message, text, keyboard)
            if edited:
                return edited
        return await self._sent(message, text, keyboard)

    async def _edited(self, message: Outgoing, text: str, keyboard: InlineKeyboardMarkup | None) -> str:
        """Empty if the message is not there any more."""
        try:
            await self.bot.edit_message_text(
                markup.to_html(text),
                chat_id=int(message.chat.address),
                message_id=int(message.edits),
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            # Gone, too old, or anything else: then it is sent anew.
            return message.edits if "not modified" in str(error).casefold() else ""
        return message.edits

    async def _sent(self, message: Outgoing, text: str, keyboard: Keyboard) -> str:
        chat = int(message.chat.address)
        try:
            sent = await self.bot.send_message(
                chat,
                markup.to_html(text),
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if "parse entities" not in str(error).casefold():
                raise
            # A citizen who sees stars is better served than one who sees nothing.
            sent = await self.bot.send_message(chat, markup.to_plain(text), reply_markup=keyboard)
        return str(sent.message_id)

    def keyboard(self, say: Say, locale: str) -> Keyboard:
        """Inline buttons; the phone's own keyboard where the number can be shared by button."""
        locale = say.language or locale
        if any(choice.kind == "contact" for choice in say.choices):
            return ReplyKeyboardMarkup(
                [[self._key(choice, locale) for choice in row] for row in say.rows],
                resize_keyboard=True,
                one_time_keyboard=True,
            )
        if say.rows:
            return InlineKeyboardMarkup(
                [[self._button(choice, locale) for choice in row] for row in say.rows]
            )
        return ReplyKeyboardRemove() if say.clear_keyboard else None

    def _key(self, choice: Choice, locale: str) -> KeyboardButton:
        return KeyboardButton(self.texts.label(choice, locale), request_contact=choice.kind == "contact")

    def _button(self, choice: Choice, locale: str) -> InlineKeyboardButton:
        label = self.texts.label(choice, locale)
        if choice.kind == "link":
            return InlineKeyboardButton(label, url=choice.value)
        # Without a token it was ordered by a caseworker's move, outside every turn.
        data = choice.token or f"0.{choice.value}"
        return InlineKeyboardButton(label, callback_data=data, style=choice.style or None)
