"""Everything Telegram remembers: the bot, the chats, their messages, open button presses."""

import itertools
import random
from dataclasses import dataclass, field

from .clock import Bell, Clock
from .params import Json
from .screen import Screen
from .updates import UpdateQueue


@dataclass(slots=True)
class Chat:
    """``is_open``: the bot may write, because the person wrote first or the group took it in."""

    id: int
    kind: str
    names: Json  # title, or the person's names
    is_open: bool = False
    is_blocked: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    uneditable: set[int] = field(default_factory=set)  # messages that brought a reply keyboard
    screen: Screen = field(default_factory=Screen)

    def card(self) -> Json:
        """The chat as it stands in messages."""
        return {"id": self.id, "type": self.kind, **self.names}


@dataclass(slots=True)
class Press:
    """A pressed button whose spinner turns until the bot answers."""

    chat: Chat
    asked_at: float
    is_answered: bool = False


class World:
    """State behind the methods and the phones; it outlives every bot process."""

    def __init__(self, bot_id: int) -> None:
        self.clock = Clock()
        self.bell = Bell()
        self.updates = UpdateQueue(self.clock, self.bell)
        self.bot: Json = {"id": bot_id, "is_bot": True, "first_name": "Testbot", "username": "fake_test_bot"}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self._message_ids = itertools.count(random.randint(10, 5000))

    def new_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A message now in *chat*, in the shape of the Bot API."""
        message_id = next(self._message_ids)
        author = {"sender_chat": chat.card()} if chat.kind == "channel" else {"from": sender}
        head: Json = {"message_id": message_id, "chat": chat.card(), "date": self.clock.stamp()}
        message = head | author | content
        chat.messages[message_id] = message
        return message

    def new_press(self, chat: Chat, sender: Json, message: Json, data: str) -> Json:
        """A callback query about *message*."""
        press_id = str(random.randint(10**17, 10**18))
        self.presses[press_id] = Press(chat, self.clock.now())
        instance = str(random.Random(chat.id).randint(10**17, 10**18))
        return {"id": press_id, "from": sender, "message": message, "chat_instance": instance, "data": data}

    def membership(self, chat: Chat, actor: Json, before: str, after: str) -> Json:
        """Tell the bot that its own standing in *chat* changed from one status to another."""
        until = {"until_date": 0}  # a kicked member has one
        old, new = (
            {"user": self.bot, "status": status, **(until if status == "kicked" else {})}
            for status in (before, after)
        )
        content = {"chat": chat.card(), "from": actor, "date": self.clock.stamp()}
        return self.updates.add("my_chat_member", content | {"old_chat_member": old, "new_chat_member": new})
