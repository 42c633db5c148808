"""The methods of the Bot API that a bot like ours calls, with Telegram's refusals.

Error texts: telegram-bot-api, Client.cpp, and answers seen from the live service.
"""

from typing import Any

from .errors import ApiError, bad_request
from .formatting import MAX_TEXT, formatted, utf16_length
from .keyboards import checked_inline, checked_markup
from .params import Json, Params
from .updates import MAX_BATCH, MAX_POLL
from .world import Chat, World

MAX_TOAST = 200  # characters of a callback answer
ANSWER_WITHIN = 15.0  # seconds in which a press can be answered; seen, not documented
DELETABLE = 48 * 3600.0  # seconds; Bot API, deleteMessage
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class Methods:
    """Each public method ``do_it`` answers the call ``doIt`` with its result."""

    def __init__(self, world: World) -> None:
        self._world = world

    def get_me(self, p: Params) -> Json:
        rights = {"can_join_groups": True, "can_read_all_group_messages": False}
        return self._world.bot | rights | {"supports_inline_queries": False}

    async def get_updates(self, p: Params) -> list[Any]:
        allowed = p.structure("allowed_updates")
        if isinstance(allowed, list):
            self._world.updates.allow(map(str, allowed))
        limit = min(max(p.integer("limit", MAX_BATCH), 1), MAX_BATCH)
        seconds = min(max(p.integer("timeout"), 0), MAX_POLL)
        return await self._world.updates.poll(p.integer("offset"), limit, seconds)

    def delete_webhook(self, p: Params) -> bool:
        if p.flag("drop_pending_updates"):
            self._world.updates.drop()
        return True

    def get_webhook_info(self, p: Params) -> Json:
        count = len(self._world.updates.pending)
        return {"url": "", "has_custom_certificate": False, "pending_update_count": count}

    def send_message(self, p: Params) -> Json:
        text, entities = self._text(p, too_long="message is too long")
        chat = self._writable(p)
        markup = checked_markup(p.structure("reply_markup"), chat.kind)
        content: Json = {"text": text} | self._reply(p, chat) | _options(p)
        content |= {"entities": entities} if entities else {}
        content |= {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
        message = self._world.new_message(chat, self._world.bot, content)
        if markup and not markup.keys().isdisjoint({"keyboard", "force_reply"}):
            chat.uneditable.add(message["message_id"])
        chat.screen.show(message, p.text("text"), markup, _is_html(p))
        return message

    def edit_message_text(self, p: Params) -> Json:
        text, entities = self._text(p, too_long="MESSAGE_TOO_LONG")
        chat, message = self._editable(p)
        changed = {"text": text} | ({"entities": entities} if entities else {}) | _options(p)
        return self._edit(p, chat, message, changed, p.text("text"))

    def edit_message_reply_markup(self, p: Params) -> Json:
        chat, message = self._editable(p)
        kept: Json = {
            key: message[key] for key in ("text", "entities", "link_preview_options") if key in message
        }
        return self._edit(p, chat, message, kept, None)

    def delete_message(self, p: Params) -> bool:
        chat = self._chat(p)
        message = chat.messages.get(p.integer("message_id"))
        if not p.integer("message_id"):
            raise bad_request("message identifier is not specified")
        if message is None:
            raise bad_request("message to delete not found")
        if self._world.clock.now() - message["date"] > DELETABLE:
            raise bad_request("message can't be deleted for everyone")
        del chat.messages[message["message_id"]]
        chat.screen.remove(message["message_id"])
        return True

    def answer_callback_query(self, p: Params) -> bool:
        press = self._world.presses.get(p.text("callback_query_id"))
        if press is None or self._world.clock.now() - press.asked_at > ANSWER_WITHIN:
            raise bad_request(TOO_OLD)
        if len(p.text("text")) > MAX_TOAST:
            raise bad_request("MESSAGE_TOO_LONG")
        if p.text("text") and not press.is_answered:
            press.chat.screen.toasts.append(p.text("text"))
        press.is_answered = True
        return True

    def send_chat_action(self, p: Params) -> bool:
        if p.text("action") not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        self._writable(p).screen.actions.append(p.text("action"))
        return True

    def get_chat(self, p: Params) -> Json:
        gifts = (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        )
        more = {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts, True),
        }
        return self._chat(p).card() | more

    def leave_chat(self, p: Params) -> bool:
        chat = self._chat(p)
        if chat.kind == "private":
            raise bad_request("chat member status can't be changed in private chats")
        self._writable(p)
        chat.is_open = False
        self._world.membership(chat, self._world.bot, "member", "left")
        return True

    def _text(self, p: Params, too_long: str) -> tuple[str, list[Json]]:
        text, entities = formatted(p.text("text"), p.text("parse_mode"), p.structure("entities"))
        if utf16_length(text) > MAX_TEXT:
            raise bad_request(too_long)
        return text, entities

    def _chat(self, p: Params) -> Chat:
        if not p.text("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self._world.chats.get(p.integer("chat_id"))
        if chat is None or (chat.kind == "private" and not chat.is_open):
            raise bad_request("chat not found")
        return chat

    def _writable(self, p: Params) -> Chat:
        chat = self._chat(p)
        if chat.is_blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if not chat.is_open:
            raise ApiError(403, f"Forbidden: bot is not a member of the {chat.kind} chat")
        return chat

    def _reply(self, p: Params, chat: Chat) -> Json:
        wanted = p.structure("reply_parameters") or {}
        if not wanted:
            return {}
        target = chat.messages.get(Params(wanted).integer("message_id"))
        if target is None and not wanted.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        return {"reply_to_message": target} if target else {}

    def _editable(self, p: Params) -> tuple[Chat, Json]:
        chat = self._writable(p)
        if not p.integer("message_id"):
            raise bad_request("message identifier is not specified")
        message = chat.messages.get(p.integer("message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if message.get("from") != self._world.bot or message["message_id"] in chat.uneditable:
            raise bad_request("message can't be edited")
        return chat, message

    def _edit(self, p: Params, chat: Chat, message: Json, content: Json, source: str | None) -> Json:
        markup = checked_inline(p.structure("reply_markup"), chat.kind)
        content |= {"reply_markup": markup} if markup else {}
        compared = ("text", "entities", "reply_markup")
        if [content.get(key) for key in compared] == [message.get(key) for key in compared]:
            raise bad_request(NOT_MODIFIED)
        replaced = (*compared, "edit_date", "link_preview_options")
        head = {key: value for key, value in message.items() if key not in replaced}
        edited = head | {"edit_date": self._world.clock.stamp()} | content
        chat.messages[message["message_id"]] = edited
        seen = chat.screen.messages[message["message_id"]].html
        chat.screen.change(edited, seen if source is None else source, source is None or _is_html(p))
        return edited


def _is_html(p: Params) -> bool:
    return p.text("parse_mode").casefold() == "html"


def _options(p: Params) -> Json:
    options = p.structure("link_preview_options")
    return {"link_preview_options": options} if options else {}
