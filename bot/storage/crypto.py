"""Sealed fields and blind indexes.

Each table has a data key of its own, kept in the table ``data_key`` and wrapped by the master key. A
sealed field carries its table, row and name, because Fernet has no associated data: without that a
ciphertext could be moved to another row, and one citizen's number would appear under another's name.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.core.talk import ChatRef
from bot.errors import Unreadable
from bot.storage.keys import Keys, derived

TABLES = ("chat", "session", "inbox", "outbox", "ticket", "ticket_event", "in_vain", "standing_order")
"""The tables with sealed fields."""
_INDEX = "index"
"""The row of ``data_key`` that proves which index key belongs to the database."""


class Cipher:
    """Seals and opens fields; knows no key files and no database."""

    def __init__(self, data_keys: Mapping[str, MultiFernet], index_key: bytes) -> None:
        self._data_keys = data_keys
        self._index_key = index_key
        self._audit_key = derived(index_key, "audit")

    def seal(self, table: str, row: str | int, field: str, value: object) -> str:
        """*value* (JSON) as it may be stored in that place.

        An empty text stays empty: whether a field is filled is no secret, and a destroyed one shall
        look destroyed.
        """
        return "" if value == "" else _seal(self._data_keys[table], table, row, field, value)

    def opened(self, table: str, row: str | int, field: str, token: str) -> Any:
        """The value that was sealed for that place.

        Raises:
            Unreadable: it was sealed with another key or for another place, or is damaged.
        """
        return "" if token == "" else _opened(self._data_keys[table], table, row, field, token)

    def chat_key(self, chat: ChatRef) -> str:
        """What stands for the chat wherever it must be found again."""
        return self._blind(f"{chat.channel}|{chat.address}")

    def event_key(self, event_id: str) -> str:
        return self._blind(f"event|{event_id}")

    def dismissed_key(self, what: str) -> str:
        """What stands for a dismissed question: its words cannot be guessed from it."""
        return self._blind(f"dismissed|{what}")

    def proof(self, *values: str | int) -> str:
        """An HMAC over *values* and their order: nobody without the keys can make one."""
        return _digest(self._audit_key, json.dumps(values, separators=(",", ":")))

    def _blind(self, text: str) -> str:
        return _digest(self._index_key, text)


def fresh_rows(keys: Keys, there: Iterable[str]) -> dict[str, str]:
    """The rows (name, wrapped) that ``data_key`` lacks: a new key per table, and the index key's mark."""
    rows: dict[str, str] = {}
    for table in set(TABLES).difference(there):
        rows[table] = _seal(keys.master, "data_key", table, "wrapped", [Fernet.generate_key().decode()])
    if _INDEX not in there:
        rows[_INDEX] = _seal(keys.master, "data_key", _INDEX, "wrapped", _digest(keys.index, _INDEX))
    return rows


def wrapped(keys: Keys, purpose: str, value: object) -> str:
    """*value* (JSON, such as the key of a file), sealed by the master key for that purpose only."""
    return _seal(keys.master, purpose, "", "wrapped", value)


def unwrapped(keys: Keys, purpose: str, token: str) -> Any:
    """The value that was wrapped for that purpose.

    Raises:
        Unreadable: it was wrapped by another master key or for something else, or is damaged.
    """
    return _opened(keys.master, purpose, "", "wrapped", token)


def cipher_of(keys: Keys, rows: Mapping[str, str]) -> Cipher:
    """The cipher of a database with these rows in ``data_key``.

    Raises:
        Unreadable: the keys do not belong to these rows.
    """
    unwrapped = {name: _opened(keys.master, "data_key", name, "wrapped", rows[name]) for name in rows}
    mark = unwrapped.pop(_INDEX, None)
    if mark is not None and not hmac.compare_digest(mark, _digest(keys.index, _INDEX)):
        raise Unreadable("data_key", _INDEX)
    data_keys = {name: MultiFernet([Fernet(key) for key in value]) for name, value in unwrapped.items()}
    return Cipher(data_keys, keys.index)


def _seal(key: MultiFernet, table: str, row: str | int, field: str, value: object) -> str:
    # Only ASCII in the JSON: it also carries half surrogate pairs, which UTF-8 refuses.
    sealed = {"t": table, "r": row, "f": field, "v": value}
    return key.encrypt(json.dumps(sealed, separators=(",", ":")).encode()).decode()


def _opened(key: MultiFernet, table: str, row: str | int, field: str, token: str) -> Any:
    try:
        sealed = json.loads(key.decrypt(token))
    except (InvalidToken, ValueError):
        raise Unreadable(table, field) from None
    if (sealed["t"], sealed["r"], sealed["f"]) != (table, row, field):
        raise Unreadable(table, field)
    return sealed["v"]


def _digest(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()
