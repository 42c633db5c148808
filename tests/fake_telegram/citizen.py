"""A person with a phone, writing to the bot and reading what it answers."""

import random
from collections.abc import Callable

from .formatting import MAX_TEXT, command_entities, utf16_length
from .params import Json
from .screen import BotMessage, Button, PhoneError, find
from .world import Chat, World

PATIENCE = 10.0  # seconds a person waits for a reply unless told otherwise
STRANGER = {"id": 7_999_999_999, "is_bot": False, "first_name": "Mert"}
FICTIONAL_NUMBER = "4917139200{:02}"  # block that the Bundesnetzagentur keeps free for fiction


class Citizen:
    """Acts return the update they caused, so that it can be replayed or waited for."""

    def __init__(self, world: World, user: Json) -> None:
        names: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        self.user = user
        self.id: int = user["id"]
        self.name: str = user["first_name"]
        self.phone = FICTIONAL_NUMBER.format(self.id % 100)
        self.opened: list[str] = []  # addresses of pressed link buttons
        self.clipboard: str | None = None  # text of the last pressed copy button
        self._world = world
        self._chat = world.chats[self.id] = Chat(self.id, "private", names)
        self._screen = self._chat.screen

    # What the phone shows

    @property
    def chat(self) -> list[BotMessage]:
        """All messages of the bot that are still there, edits applied, oldest first."""
        return list(self._screen.messages.values())

    @property
    def keyboard(self) -> list[list[str]] | None:
        """Labels of the reply keyboard."""
        shown = self._screen.keyboard
        return [[button.label for button in row] for row in shown.rows] if shown else None

    @property
    def toasts(self) -> list[str]:
        """Texts of answered presses; empty answers only stop the spinner."""
        return self._screen.toasts

    @property
    def actions(self) -> list[str]:
        """Chat actions such as ``typing``."""
        return self._screen.actions

    @property
    def spinning(self) -> list[str]:
        """Presses that the bot has not answered yet."""
        presses = self._world.presses.items()
        return [key for key, press in presses if press.chat is self._chat and not press.is_answered]

    @property
    def has_unseen(self) -> bool:
        return bool(self._screen.unseen)

    @property
    def transcript(self) -> str:
        return "\n".join(self._screen.lines)

    # Writing

    async def send(self, text: str, *, forwarded: bool = False, reply_to: int | None = None) -> Json:
        """Write *text*; spaces around it are dropped, as every client does."""
        content = self._text(text)
        if reply_to is not None:
            content["reply_to_message"] = self._chat.messages[reply_to]
        return self._write(content | (self._origin() if forwarded else {}), text)

    async def send_edited(self, text: str, message_id: int | None = None) -> Json:
        """Change an own message, the last one if not named."""
        own = [key for key, message in self._chat.messages.items() if message.get("from") == self.user]
        if not own:
            raise PhoneError(f"{self.name} has written nothing yet")
        message_id = message_id or own[-1]
        kept = {key: value for key, value in self._chat.messages[message_id].items() if key != "entities"}
        edited = kept | self._text(text) | {"edit_date": self._world.clock.stamp()}
        self._chat.messages[message_id] = edited
        self._screen.lines.append(f"{self.name} (edit): {text}")
        return self._world.updates.add("edited_message", edited)

    async def share_contact(
        self,
        phone: str | None = None,
        own: bool = True,
        forwarded: bool = False,
        name: str | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """*own*: one's own card; else somebody else's. *phone* as Telegram sends it, often without "+"."""
        owner = self.user if own else STRANGER
        contact = {"phone_number": phone or self.phone, "first_name": name or owner["first_name"]}
        if own and "last_name" in self.user and name is None:
            contact["last_name"] = self.user["last_name"]
        content: Json = {"contact": contact | {"user_id": owner["id"]}}
        if reply_to is not None and reply_to in self._chat.messages:
            content["reply_to_message"] = self._chat.messages[reply_to]
        return self._write(content | (self._origin() if forwarded else {}), "<contact>")

    async def send_voice(self) -> Json:
        return self._write({"voice": _file(mime_type="audio/ogg", duration=4)}, "<voice>")

    async def send_photo(self, caption: str | None = None, album: str | None = None) -> Json:
        sizes = [_file(width=90, height=120), _file(width=960, height=1280)]
        return self._write({"photo": sizes} | _extras(caption, album), "<photo>")

    async def send_sticker(self, emoji: str = "👍") -> Json:
        kind = {"type": "regular", "is_animated": False, "is_video": False}
        return self._write({"sticker": _file(width=512, height=512, emoji=emoji) | kind}, "<sticker>")

    async def send_location(self, latitude: float = 51.84, longitude: float = 6.86) -> Json:
        return self._write({"location": {"latitude": latitude, "longitude": longitude}}, "<location>")

    async def send_document(
        self, name: str = "Bescheid.pdf", caption: str | None = None, album: str | None = None
    ) -> Json:
        document = _file(file_name=name, mime_type="application/pdf")
        return self._write({"document": document} | _extras(caption, album), "<document>")

    # Pressing

    async def press(self, label: str, message_id: int | None = None) -> Json | None:
        """Press the newest visible button whose label is, or else contains, *label*.

        None if nothing reaches the bot (link and copy buttons).
        """
        for shown_in, rows in self._screen.keyboards():
            button = find(rows, label) if message_id in (None, shown_in) else None
            if button:
                return await self._pressed(button, shown_in)
        visible = [[button.label for row in rows for button in row] for _, rows in self._screen.keyboards()]
        raise PhoneError(f"{self.name} sees no button '{label}', only {visible}\n{self._screen.summary()}")

    async def tap(self, data: str, message_id: int | None = None) -> Json:
        """A press with any *data*, as from an old or forged keyboard; on the newest message if not named.

        A message that is gone arrives as an inaccessible one (date 0).
        """
        message_id = message_id or max(self._screen.messages, default=0)
        gone = {"chat": self._chat.card(), "message_id": message_id, "date": 0}
        message = self._chat.messages.get(message_id, gone)
        self._screen.lines.append(f"{self.name} taps: {data}")
        return self._world.updates.add(
            "callback_query", self._world.new_press(self._chat, self.user, message, data)
        )

    async def _pressed(self, button: Button, message_id: int) -> Json | None:
        if button.data is not None:
            return await self.tap(button.data, message_id)
        if button.url is not None:
            self.opened.append(button.url)
            return None
        if button.copy_text is not None:
            self.clipboard = button.copy_text
            return None
        if self._screen.keyboard and self._screen.keyboard.is_one_time:
            self._screen.keyboard = None
        if button.asks_contact:
            return await self.share_contact(reply_to=message_id)
        return await self.send(button.label)

    # Coming and going

    async def block(self) -> Json:
        self._chat.is_blocked = True
        return self._world.membership(self._chat, self.user, "member", "kicked")

    async def unblock(self) -> Json:
        self._chat.is_blocked = False
        return self._world.membership(self._chat, self.user, "kicked", "member")

    async def replay(self, update: Json) -> Json:
        """Telegram delivers *update* once more, whatever the bot has confirmed."""
        return self._world.updates.push(update, is_replay=True)

    # Reading

    async def wait_reply(self, timeout: float = PATIENCE) -> BotMessage:  # noqa: ASYNC109
        """The next message or edit not yet seen; edits that only take buttons away do not count.

        Raises:
            PhoneError: none came within *timeout* seconds.
        """
        if not await self._world.bell.until(lambda: self._screen.unseen, timeout):
            raise PhoneError(f"{self.name} got no reply within {timeout} s\n{self._screen.summary()}")
        return self._screen.unseen.popleft()

    async def ask(self, text: str, timeout: float = PATIENCE) -> BotMessage:  # noqa: ASYNC109
        """Write *text* and wait for what comes next; what was unseen before counts as read."""
        self.read_all()
        await self.send(text)
        return await self.wait_reply(timeout)

    async def pick(self, label: str, timeout: float = PATIENCE) -> BotMessage:  # noqa: ASYNC109
        """Press a button and wait for what comes next, like ``ask``."""
        self.read_all()
        await self.press(label)
        return await self.wait_reply(timeout)

    async def wait_silence(self, seconds: float) -> None:
        """Raise PhoneError if something is unseen or comes within *seconds*."""
        if await self._world.bell.until(lambda: self._screen.unseen, seconds):
            texts = [message.text for message in self._screen.unseen]
            raise PhoneError(f"{self.name} expected silence, got {texts}\n{self._screen.summary()}")

    async def wait_until(self, is_so: Callable[[], object], timeout: float | None = PATIENCE) -> None:  # noqa: ASYNC109
        """Wait for anything else on the phone, e.g. ``lambda: citizen.toasts``; None waits for ever."""
        if not await self._world.bell.until(is_so, timeout):
            raise PhoneError(f"{self.name} waited {timeout} s in vain\n{self._screen.summary()}")

    def read_all(self) -> list[BotMessage]:
        """What is unseen, now seen."""
        seen = list(self._screen.unseen)
        self._screen.unseen.clear()
        return seen

    def _text(self, text: str) -> Json:
        text = text.strip()
        if not 1 <= utf16_length(text) <= MAX_TEXT:
            raise PhoneError("a client sends 1 to 4096 UTF-16 units, and cuts longer texts in pieces")
        entities = command_entities(text)
        return {"text": text} | ({"entities": entities} if entities else {})

    def _write(self, content: Json, line: str) -> Json:
        if self._chat.is_blocked:
            raise PhoneError(f"{self.name} has blocked the bot and cannot write")
        self._chat.is_open = True
        self._screen.lines.append(f"{self.name}: {line}")
        return self._world.updates.add("message", self._world.new_message(self._chat, self.user, content))

    def _origin(self) -> Json:
        sent_at = self._world.clock.stamp() - 60
        return {"forward_origin": {"type": "user", "date": sent_at, "sender_user": STRANGER}}


def _file(**more: object) -> Json:
    mark = f"{random.getrandbits(64):016x}"
    return {"file_id": f"AgAD{mark}", "file_unique_id": mark, "file_size": 20_000, **more}


def _extras(caption: str | None, album: str | None) -> Json:
    extras = {"caption": caption, "media_group_id": album}
    return {key: value for key, value in extras.items() if value is not None}
