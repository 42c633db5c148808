"""Values of the core to JSON and back, with every type as it was.

Pydantic checks and rebuilds the dataclasses: fields that a newer version wrote are ignored, missing ones
take their defaults. It could not tell a date from a text that looks like one, so times are tagged:
``{"$date": "2026-11-23"}``; a key of a mapping that begins with ``$`` gets a second one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from bot.core.talk import Say, Session
from bot.core.tickets import Ticket

T = TypeVar("T")

_ADAPTERS: Mapping[type, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (Say, Session, Ticket)}


class Misshapen(Exception):
    """A stored value does not fit its type; says nothing of what it holds."""


def pack(value: object) -> Any:
    """A dataclass of the core as JSON values.

    Raises:
        TypeError: a field holds something else than it says. (The value is not repeated.)
    """
    try:
        plain = _ADAPTERS[type(value)].dump_python(value, warnings="error")
    except PydanticSerializationError:
        raise TypeError(f"a field of this {type(value).__name__} has a wrong type") from None
    return _tagged(plain)


def unpack(kind: type[T], packed: Any) -> T:
    """The dataclass *kind* that was packed.

    Raises:
        Misshapen: it is none.
    """
    try:
        value: T = _ADAPTERS[kind].validate_python(_untagged(packed))
    except (ValidationError, ValueError):
        # Pydantic's message quotes the value, which may be a citizen's words.
        raise Misshapen(kind.__name__) from None
    return value


def text_of(at: datetime) -> str:
    """A time as it is stored: UTC in a fixed width, so that texts sort as times do."""
    if at.tzinfo is None:
        raise ValueError("a time without a time zone cannot be stored")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _tagged(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$datetime": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Mapping):
        return {_escaped(key): _tagged(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_tagged(item) for item in value]
    return value


def _untagged(value: Any) -> Any:
    if isinstance(value, list):
        return [_untagged(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$datetime" in value:
        return datetime.fromisoformat(value["$datetime"])
    if "$date" in value:
        return date.fromisoformat(value["$date"])
    return {key.removeprefix("$"): _untagged(item) for key, item in value.items()}


def _escaped(key: str) -> str:
    return "$" + key if key.startswith("$") else key
