"""What the bot says about itself: name, descriptions, commands, menu button."""

import json
import re
from typing import Any

from .errors import bad_request
from .params import Json, Params

LIMITS = {"name": 64, "description": 512, "short_description": 120}
MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


class Profile:
    """Texts by (field, language); commands by (scope, language), the scope as sorted JSON."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, str], str] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.menu_buttons: dict[int, Json] = {}  # 0: for all chats

    def get_my_commands(self, p: Params) -> list[Json]:
        return self.commands.get(_place(p), [])

    def delete_my_commands(self, p: Params) -> bool:
        self.commands.pop(_place(p), None)
        return True

    def set_my_commands(self, p: Params) -> bool:
        commands = p.structure("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands list")
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self.commands[_place(p)] = [_checked_command(command) for command in commands]
        return True

    def get_my_name(self, p: Params) -> Json:
        return self._text("name", p)

    def set_my_name(self, p: Params) -> bool:
        return self._set("name", p)

    def get_my_description(self, p: Params) -> Json:
        return self._text("description", p)

    def set_my_description(self, p: Params) -> bool:
        return self._set("description", p)

    def get_my_short_description(self, p: Params) -> Json:
        return self._text("short_description", p)

    def set_my_short_description(self, p: Params) -> bool:
        return self._set("short_description", p)

    def get_chat_menu_button(self, p: Params) -> Json:
        return self.menu_buttons.get(p.integer("chat_id"), {"type": "default"})

    def set_chat_menu_button(self, p: Params) -> bool:
        button = p.structure("menu_button") or {"type": "default"}
        if button.get("type") not in {"commands", "default", "web_app"}:
            raise bad_request("can't parse menu button: Unsupported menu button type")
        self.menu_buttons[p.integer("chat_id")] = button
        return True

    def _text(self, field: str, p: Params) -> Json:
        """In the language asked for, else in the one set without a language."""
        default = self.texts.get((field, ""), "")
        return {field: self.texts.get((field, _language(p))) or default}

    def _set(self, field: str, p: Params) -> bool:
        if len(p.text(field)) > LIMITS[field]:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        self.texts[field, _language(p)] = p.text(field)
        return True


def _language(p: Params) -> str:
    code = p.text("language_code")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _place(p: Params) -> tuple[str, str]:
    scope = p.structure("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return json.dumps(scope, sort_keys=True), _language(p)


def _checked_command(raw: Any) -> Json:
    name, description = str(raw.get("command", "")).removeprefix("/"), str(raw.get("description", ""))
    if not re.fullmatch("[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
