"""What the phones in one chat show of the bot."""

import html
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .params import Json


class PhoneError(AssertionError):
    """The phone does not show what the test expects."""


@dataclass(frozen=True, slots=True)
class Button:
    """*data* on inline keyboards only; on reply keyboards the label itself is sent."""

    label: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    style: str | None = None
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class BotMessage:
    """A message of the bot as it looked when it was seen.

    ``text`` is plain, ``html`` is what the bot wrote; ``edited``: seen because of an edit.
    """

    message_id: int
    text: str
    html: str
    entities: tuple[Json, ...]
    rows: tuple[tuple[Button, ...], ...]
    edited: bool
    raw: Json

    @property
    def buttons(self) -> list[list[str]]:
        """Labels of the inline keyboard, row by row."""
        return [[button.label for button in row] for row in self.rows]

    def button(self, label: str) -> Button:
        """The first button whose label is, or else contains, *label*."""
        found = find(self.rows, label)
        if found is None:
            raise PhoneError(f"message {self.message_id} has no button '{label}', only {self.buttons}")
        return found

    def marked(self, kind: str) -> list[str]:
        """The pieces of text under entities of *kind*, e.g. ``bold``."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        spans = (
            (e["offset"] * 2, (e["offset"] + e["length"]) * 2) for e in self.entities if e["type"] == kind
        )
        return [units[start:end].decode("utf-16-le", "surrogatepass") for start, end in spans]


@dataclass(slots=True)
class Keyboard:
    """A reply keyboard; *message_id* brought it."""

    message_id: int
    rows: tuple[tuple[Button, ...], ...]
    is_one_time: bool


@dataclass(slots=True)
class Screen:
    """``messages`` in their latest form by id, ``unseen`` as they looked when they came."""

    messages: dict[int, BotMessage] = field(default_factory=dict)
    unseen: deque[BotMessage] = field(default_factory=deque)
    keyboard: Keyboard | None = None
    toasts: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)  # "typing" and the like
    lines: list[str] = field(default_factory=list)  # both sides, for error messages

    def show(self, raw: Json, source: str, markup: Json | None, is_html: bool) -> None:
        message = _bot_message(raw, source, is_html, edited=False)
        self.messages[message.message_id] = message
        self.unseen.append(message)
        if markup and "keyboard" in markup:
            rows = tuple(tuple(_button(button) for button in row) for row in markup["keyboard"])
            self.keyboard = Keyboard(message.message_id, rows, bool(markup.get("one_time_keyboard")))
        elif markup and markup.get("remove_keyboard"):
            self.keyboard = None
        self.lines.append(f"bot: {message.text} {message.buttons or ''}".rstrip())

    def change(self, raw: Json, source: str, is_html: bool) -> None:
        """An edit; one that only takes buttons away is nothing a reader would call a reply."""
        message = _bot_message(raw, source, is_html, edited=True)
        before = self.messages[message.message_id]
        self.messages[message.message_id] = message
        if message.text != before.text or (message.rows and message.rows != before.rows):
            self.unseen.append(message)
        self.lines.append(f"bot (edit): {message.text} {message.buttons or ''}".rstrip())

    def remove(self, message_id: int) -> None:
        self.messages.pop(message_id, None)
        self.unseen = deque(message for message in self.unseen if message.message_id != message_id)
        self.lines.append(f"bot (deleted): message {message_id}")

    def keyboards(self) -> Iterator[tuple[int, tuple[tuple[Button, ...], ...]]]:
        """All visible keyboards with the message they belong to, the newest first."""
        shown = [(message.message_id, message.rows) for message in self.messages.values() if message.rows]
        if self.keyboard:
            shown.append((self.keyboard.message_id, self.keyboard.rows))
        yield from sorted(shown, key=lambda pair: pair[0], reverse=True)

    def summary(self) -> str:
        return "\n".join(["The last lines on the phone:", *self.lines[-8:]])


def find(rows: tuple[tuple[Button, ...], ...], label: str) -> Button | None:
    buttons = [button for row in rows for button in row]
    exact = (button for button in buttons if button.label == label)
    return next(exact, None) or next((button for button in buttons if label in button.label), None)


def _bot_message(raw: Json, source: str, is_html: bool, edited: bool) -> BotMessage:
    inline: list[list[Json]] = raw.get("reply_markup", {}).get("inline_keyboard", [])
    return BotMessage(
        message_id=raw["message_id"],
        text=raw["text"],
        html=source if is_html else html.escape(source, quote=False),
        entities=tuple(raw.get("entities", ())),
        rows=tuple(tuple(_button(button) for button in row) for row in inline),
        edited=edited,
        raw=raw,
    )


def _button(raw: dict[str, Any]) -> Button:
    return Button(
        label=raw["text"],
        data=raw.get("callback_data"),
        url=raw.get("url"),
        copy_text=(raw.get("copy_text") or {}).get("text"),
        style=raw.get("style"),
        asks_contact=bool(raw.get("request_contact")),
    )
