"""A knowledge base as one flat table of what its editors write, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from bot.core.knowledge import Fact, FactValue, KnowledgeBase, Signature, Source

Value = str | tuple[str, ...]
"""A text, or a list in its order."""
Fields = Mapping[str, Value]
_NOT_WRITTEN = ("id", "place")
LIFE = "life"


@dataclass(frozen=True, slots=True)
class Key:
    """``group`` is the sort of thing ("entries", "facts", ...); two entries of one ``id`` differ by
    ``since``, the day from which they are valid.
    """

    group: str
    id: str
    since: str = ""


Contents = Mapping[Key, Fields]


def contents(kb: KnowledgeBase) -> Contents:
    """Everything in *kb*, in the order of its files."""
    return dict(_rows(kb))


def _rows(kb: KnowledgeBase) -> Iterator[tuple[Key, Fields]]:
    for entry in kb.entries:
        since = entry.valid_from.isoformat() if entry.valid_from else ""
        yield Key("entries", entry.id, since), _fields(entry)
    yield from ((Key("withdrawn", one), {}) for one in sorted(kb.withdrawn))
    yield from ((Key("facts", fact.id), _of_fact(fact)) for fact in kb.facts.values())
    things: tuple[tuple[str, Any], ...] = (
        ("topics", kb.topics),
        ("offices", kb.offices),
        ("contacts", kb.contacts.values()),
        ("smalltalk", kb.smalltalk),
    )
    for group, items in things:
        yield from ((Key(group, item.id), _fields(item)) for item in items)
    yield Key("safety", "safety"), {"approved_by": kb.safety.approved_by or ""}
    yield from ((Key("safety", kind), texts) for kind, texts in kb.safety.texts.items())
    yield from ((Key("safety_phrases", kind), phrases) for kind, phrases in kb.safety.phrases.items())
    yield Key("look_alikes", "safety"), kb.safety.look_alikes
    yield from ((Key("commands", name), phrases) for name, phrases in kb.commands.items())
    yield from ((Key("language", code), _fields(words)) for code, words in kb.languages.items())
    yield from ((Key("calibration", name), _fields(one)) for name, one in kb.calibration.items())
    yield from _phrasings(kb)
    yield Key("none", "none"), kb.none


def _of_fact(fact: Fact) -> Fields:
    """A share stands only in what is a share of another."""
    return {name: value for name, value in _fields(fact).items() if name != "share" or fact.share_of}


def _phrasings(kb: KnowledgeBase) -> Iterator[tuple[Key, Fields]]:
    """By entry: language -> phrasings; those from life apart, for they count less."""
    found: dict[str, dict[str, Value]] = {}
    for language, by_entry in kb.phrasings.items():
        for entry, texts in by_entry.items():
            life = tuple(text for text in texts if (language, entry, text) in kb.from_life)
            plain = tuple(text for text in texts if text not in life)
            parts = {language: plain, f"{language} {LIFE}": life}
            found.setdefault(entry, {}).update({name: part for name, part in parts.items() if part})
    yield from ((Key("phrasings", entry), below) for entry, below in found.items())


def _fields(thing: Any) -> Fields:
    names = (field.name for field in fields(thing) if field.name not in _NOT_WRITTEN)
    return {name: value for name in names if (value := _value(getattr(thing, name)))}


def _value(value: Any) -> Value:
    """As people read it; empty where nothing is said."""
    if isinstance(value, tuple | frozenset):
        return tuple(str(_value(one)) for one in value)
    if isinstance(value, Mapping):
        return tuple(f"{name}: {_joined(_value(one))}" for name, one in value.items())
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, Signature):
        return value.name
    if isinstance(value, Source):
        return f"{value.title} ({value.url})"
    if isinstance(value, FactValue):
        until = f" bis {_value(value.until)}" if value.until else ""
        return f"{_value(value.value)} ab {_value(value.from_)}{until} (Quelle: {value.source})"
    return "" if value is None else str(value)


def _joined(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else value
