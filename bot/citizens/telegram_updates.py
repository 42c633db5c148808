"""From Telegram's updates to the values of the core."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.core.talk import ChatRef, Contact, Incoming
from bot.core.waiting import Received

CHANNEL = "telegram"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
"""What is asked for at all: the less is requested, the less personal data arrives."""
_UNSUPPORTED = (
    "voice",
    "photo",
    "document",
    "sticker",
    "location",
    "video",
    "video_note",
    "audio",
    "animation",
)


def parse_update(raw: Mapping[str, Any], bot: Bot) -> Update:
    """The update as the library sees it.

    Raises:
        Exception: of any kind; the update is poisonous.
    """
    return Update.de_json(dict(raw), bot)


def event_id(update: Update, bot_id: int) -> str:
    """A name that no other event ever has: update ids alone may start over."""
    query = update.callback_query
    message = update.effective_message
    part = query.id if query else str(message.message_id) if message else "-"
    chat = _chat_id(update)
    return f"{CHANNEL}:{bot_id}:{update.update_id}:{chat}:{part}"


def strange_chat(update: Update) -> int | None:
    """The id of a group or channel that the bot has to leave; None for private chats."""
    chat = update.effective_chat
    if chat is None or chat.type == ChatType.PRIVATE:
        return None
    if update.my_chat_member and update.my_chat_member.new_chat_member.status in ("left", "kicked"):
        return None
    return chat.id


def is_for_us(update: Update) -> bool:
    """Whether a private chat says something: blocking and unblocking the bot is nothing to answer."""
    return _chat_id(update) is not None and bool(
        update.message or update.edited_message or (update.callback_query and update.callback_query.data)
    )


def chat_of(update: Update) -> ChatRef:
    return ChatRef(CHANNEL, str(_chat_id(update)))


def read_update(update: Update, received: Received) -> Incoming:
    """What happened, in the words of the core."""
    query = update.callback_query
    if query is not None:
        return _from_query(query, received)
    if update.message is not None:
        return _from_message(update.message, received)
    changed = update.edited_message
    text = (changed.text or changed.caption or "") if changed else ""
    return Incoming(received.chat, received.at, received.event_id, text=text, unsupported="edited")


def _from_query(query: CallbackQuery, received: Received) -> Incoming:
    return Incoming(
        received.chat,
        received.at,
        received.event_id,
        choice=query.data or "",
        name=query.from_user.full_name,
        language=query.from_user.language_code or "",
    )


def _from_message(message: Message, received: Received) -> Incoming:
    sender = message.from_user
    return Incoming(
        received.chat,
        message.date,
        received.event_id,
        text=message.text or message.caption or "",
        contact=_contact(message),
        unsupported=_unsupported(message),
        name=sender.full_name if sender else "",
        language=(sender.language_code or "") if sender else "",
    )


def _contact(message: Message) -> Contact | None:
    """A shared number; the sender's own only if Telegram says so and it was not forwarded."""
    shared = message.contact
    if shared is None:
        return None
    sender = message.from_user
    own = sender is not None and shared.user_id == sender.id and message.forward_origin is None
    return Contact(shared.phone_number, own)


def _unsupported(message: Message) -> str:
    if message.contact is not None:
        return ""
    if message.forward_origin is not None:
        return "forwarded"
    if message.text:
        return ""
    return next((kind for kind in _UNSUPPORTED if getattr(message, kind)), "other")


def _chat_id(update: Update) -> int | None:
    if update.callback_query is not None:
        # In a private chat the person's id is the chat's: the message itself may be too old to be known.
        message = update.callback_query.message
        return message.chat.id if message else update.callback_query.from_user.id
    return update.effective_chat.id if update.effective_chat else None


def received_at(update: Update, now: datetime) -> datetime:
    """Telegram's own date for messages, the time of receipt for choices."""
    return update.message.date if update.message else now
