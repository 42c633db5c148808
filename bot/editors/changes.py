"""What differs between two knowledge bases. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.core.facts import placeholders
from bot.core.knowledge import KnowledgeBase
from bot.editors.contents import Contents, Fields, Key, Value

_UNHEARD: Mapping[str, tuple[str, ...] | None] = {
    **dict.fromkeys(("topics", "facts", "offices", "contacts", "withdrawn", "safety")),
    "smalltalk": ("answer", "simple"),
    "language": ("official_words", "abbreviations"),
    "entries": (
        *("checked_on", "review_by", "approved_by", "approved_on", "lapsed"),
        *("urgent", "see_also", "legal_basis", "sources"),
    ),
}
"""Group -> fields that the matcher takes no notice of; None: all of them."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with what stood there and what stands there; "" for nothing."""

    field: str
    before: Value
    now: Value

    @property
    def gone(self) -> tuple[str, ...]:
        """What is in the list no more."""
        return tuple(one for one in _items(self.before) if one not in _items(self.now))

    @property
    def new(self) -> tuple[str, ...]:
        return tuple(one for one in _items(self.now) if one not in _items(self.before))


@dataclass(frozen=True, slots=True)
class Change:
    """``kind``: added, removed or changed; ``fields`` are those that differ."""

    key: Key
    kind: str
    fields: tuple[FieldChange, ...]

    @property
    def is_heard(self) -> bool:
        """May a message be understood in another way by this?"""
        unheard = _UNHEARD.get(self.key.group, ())
        if unheard is None:
            return False
        return self.kind != "changed" or any(one.field not in unheard for one in self.fields)


def changes(before: Contents, now: Contents) -> list[Change]:
    """Everything that differs, in the order of *now*; what is gone comes at the end of its group.

    Of two entries with one id those belong together that begin on the same day, else in their order.
    """
    earlier = {key: key for key in before if key in now}
    gone = [key for key in before if key not in now]
    found = []
    for key, fields in now.items():
        of_before = earlier.get(key) or _taken(gone, key)
        if of_before is None:
            found.append(Change(key, "added", tuple(_differences({}, fields))))
        elif differences := tuple(_differences(before[of_before], fields)):
            found.append(Change(key, "changed", differences))
    found += (Change(key, "removed", tuple(_differences(before[key], {}))) for key in gone)
    groups = list(dict.fromkeys(key.group for key in (*now, *before)))
    return sorted(found, key=lambda change: groups.index(change.key.group))


def _taken(gone: list[Key], key: Key) -> Key | None:
    """The first of *gone* that is *key* but for its day; it is not gone then."""
    same = next((one for one in gone if (one.group, one.id) == (key.group, key.id)), None)
    if same is not None:
        gone.remove(same)
    return same


def _differences(before: Fields, now: Fields) -> Iterator[FieldChange]:
    for name in dict.fromkeys([*now, *before]):
        one, other = before.get(name, ""), now.get(name, "")
        if one != other:
            yield FieldChange(name, one, other)


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def naming(kb: KnowledgeBase, facts: Iterable[str]) -> list[str]:
    """Ids of the entries that say one of these amounts, or a share of it."""
    wanted = set(facts)
    while more := {fact.id for fact in kb.facts.values() if fact.share_of in wanted} - wanted:
        wanted |= more
    return list(
        dict.fromkeys(
            entry.id
            for entry in kb.entries
            if wanted & {name for text in (entry.answer, entry.simple) for _, name in placeholders(text)}
        )
    )
