"""A group or channel in which somebody meets the bot."""

from .citizen import Citizen
from .formatting import command_entities
from .params import Json
from .screen import BotMessage
from .world import Chat, World


class Group:
    """*kind* is ``group``, ``supergroup`` or ``channel``; the bot is outside until it is added."""

    def __init__(self, world: World, chat_id: int, title: str, kind: str) -> None:
        self.id = chat_id
        self._world = world
        self._chat = world.chats[chat_id] = Chat(chat_id, kind, {"title": title})

    @property
    def has_bot(self) -> bool:
        return self._chat.is_open

    @property
    def chat(self) -> list[BotMessage]:
        """What the bot wrote here."""
        return list(self._chat.screen.messages.values())

    async def add_bot(self, by: Citizen) -> Json:
        """The update about the bot's membership; in groups a service message follows."""
        self._chat.is_open = True
        update = self._world.membership(self._chat, by.user, "left", "member")
        if self._chat.kind != "channel":
            await self._post(by, {"new_chat_members": [self._world.bot]})
        return update

    async def remove_bot(self, by: Citizen) -> Json:
        self._chat.is_open = False
        return self._world.membership(self._chat, by.user, "member", "kicked")

    async def send(self, text: str, by: Citizen) -> Json:
        """Reaches the bot whatever its privacy mode."""
        entities = command_entities(text)
        return await self._post(by, {"text": text} | ({"entities": entities} if entities else {}))

    async def _post(self, by: Citizen, content: Json) -> Json:
        kind = "channel_post" if self._chat.kind == "channel" else "message"
        return self._world.updates.add(kind, self._world.new_message(self._chat, by.user, content))
