"""What a request brought, read as loosely as the Bot API reads it."""

import json
from collections.abc import Mapping
from typing import Any

from .errors import bad_request

Json = dict[str, Any]


class Params:
    """Parameters of one call; forms bring every value as text, JSON bodies bring both."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw

    def text(self, name: str) -> str:
        value = self._raw.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A value that is no number counts as absent, as it does at Telegram."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).casefold() in {"true", "yes", "1"}

    def structure(self, name: str) -> Any:
        """An object or array, None when absent; it may come as JSON inside a text."""
        value = self._raw.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            what = "reply keyboard markup" if name == "reply_markup" else name
            raise bad_request(f"can't parse {what} JSON object") from None
