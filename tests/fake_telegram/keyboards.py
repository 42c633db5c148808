"""What Telegram accepts as ``reply_markup``."""

import re
from typing import Any

from .errors import bad_request
from .formatting import checked_url
from .params import Json

MAX_BUTTONS = 100  # of one keyboard
MAX_ROW = 8
MAX_CALLBACK_DATA = 64  # bytes
MAX_COPY_TEXT = 256
MAX_PLACEHOLDER = 64
INLINE_ACTIONS = ("callback_data", "url", "copy_text", "web_app", "login_url", "switch_inline_query", "pay")


def checked_markup(markup: Any, chat_kind: str) -> Json | None:
    """The keyboard a message gets, None for none.

    Raises:
        ApiError: with Telegram's text, where it is known.
    """
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
        for button in (button for row in rows for button in row):
            _check_inline_button(button)
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        rows = _rows(markup, "keyboard", "ReplyKeyboardMarkup")
        if len(str(markup.get("input_field_placeholder", ""))) > MAX_PLACEHOLDER:
            raise bad_request("input field placeholder is too long")
        buttons = [button for row in rows for button in row if isinstance(button, dict)]
        if chat_kind != "private" and any(button.get("request_contact") for button in buttons):
            raise bad_request("phone number can be requested in private chats only")
        return markup | {"keyboard": rows}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def checked_inline(markup: Any, chat_kind: str) -> Json | None:
    """Like ``checked_markup``, for edits: they take nothing but inline keyboards."""
    checked = checked_markup(markup, chat_kind)
    if checked and "inline_keyboard" not in checked:
        raise bad_request("inline keyboard expected")
    return checked


def _rows(markup: Json, field: str, kind: str) -> list[list[Any]]:
    rows = markup[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" of the {kind} must be an Array of Arrays')
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return [[_with_text(button, field) for button in row] for row in rows if row]


def _with_text(button: Any, field: str) -> Json:
    named = {"text": button} if isinstance(button, str) and field == "keyboard" else button
    what = "inline keyboard button" if field == "inline_keyboard" else "keyboard button"
    if not isinstance(named, dict):
        raise bad_request(f"can't parse {what}: {what.capitalize()} must be an Object")
    if "text" not in named:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(named["text"], str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not named["text"].strip():
        raise bad_request(f"{what} text must be non-empty")
    return named


def _check_inline_button(button: Json) -> None:
    if not any(button.get(action) not in (None, "") for action in INLINE_ACTIONS):
        reason = "Text buttons are unallowed in the inline keyboard"
        raise bad_request(f"can't parse inline keyboard button: {reason}")
    if len(str(button.get("callback_data", "")).encode()) > MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and not checked_url(url):
        is_other = re.match(r"[a-z]+:(?!\d)", url, re.IGNORECASE) and not url.lower().startswith("http")
        reason = "Unsupported URL protocol" if is_other else "Wrong HTTP URL"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= len(str(copied.get("text", ""))) <= MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.get("style") not in (None, "danger", "primary", "success"):
        raise bad_request("can't parse inline keyboard button: Unsupported button style specified")
