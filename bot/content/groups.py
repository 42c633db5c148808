"""Kinds of groups of values: lists, fields with fixed names, fields with free names, and optional values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from bot.content.schema import Fault, Kind, Misread, quoted, wrong_type
from bot.content.slips import Slip
from bot.content.yaml_nodes import Fields, Items, Node, Scalar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Maybe(Kind[T]):
    """A field that may be empty (``null``) or, unless ``required``, left out: then it is ``otherwise``."""

    kind: Kind[T]
    otherwise: T
    required: bool = False

    @property
    def example(self) -> str:  # type: ignore[override]
        return f"{self.kind.example}, oder null"

    def read(self, node: Node) -> T:
        nothing = isinstance(node, Scalar) and (node.is_null or not node.text.strip())
        return self.otherwise if nothing else self.kind.read(node)


@dataclass(frozen=True)
class ListOf(Kind[tuple[T, ...]]):
    """A list of at least ``least`` items."""

    kind: Kind[T]
    least: int = 1
    example: str = "eine Liste: [eins, zwei], oder eine Zeile je Eintrag, beginnend mit '- '"

    def read(self, node: Node) -> tuple[T, ...]:
        if not isinstance(node, Items):
            raise Misread(wrong_type(node, self.example))
        if len(node.items) < self.least:
            words = "Die Liste ist leer. Bitte mindestens einen Eintrag hineinschreiben."
            raise Misread(Fault(node.place, Slip.EMPTY, words))
        return tuple(read_all((self.kind, item) for item in node.items))


@dataclass(frozen=True)
class ByName(Kind[Mapping[str, T]]):
    """Fields with free names, such as languages or ids; ``names`` says how a name is written."""

    kind: Kind[T]
    names: Kind[str]
    example = "Zeilen der Form 'name: ...'"

    def read(self, node: Node) -> Mapping[str, T]:
        if not isinstance(node, Fields):
            raise Misread(wrong_type(node, self.example))
        if not node.values:
            words = f"Hier steht nichts. Bitte ergänzen: {self.example}."
            raise Misread(Fault(node.place, Slip.EMPTY, words))
        names: list[tuple[Kind[Any], Node]] = [(self.names, Scalar(node.keys[key], key)) for key in node.keys]
        values = [(Named(self.kind, key), value) for key, value in node.values.items()]
        read = read_all([*names, *values])
        return dict(zip(read[: len(names)], read[len(names) :], strict=True))


@dataclass(frozen=True)
class Record(Kind[T_co]):
    """Fields with fixed names; ``make`` gets their values by name (and ``place``, if ``placed``)."""

    make: Callable[..., T_co]
    kinds: Mapping[str, Kind[Any]]
    placed: bool = False
    example: str = "Zeilen der Form 'feld: wert'"

    def read(self, node: Node) -> T_co:
        if not isinstance(node, Fields):
            raise Misread(wrong_type(node, self.example))
        faults = [*self._misnamed(node)]
        present = {key: kind for key, kind in self.kinds.items() if key in node.values}
        try:
            read = read_all((Named(kind, key), node.values[key]) for key, kind in present.items())
        except Misread as misread:
            faults += misread.faults
        if faults:
            raise Misread(*faults)
        left_out = {
            key: kind.otherwise
            for key, kind in self.kinds.items()
            if isinstance(kind, Maybe) and key not in present
        }
        where = {"place": node.place} if self.placed else {}
        return self.make(**left_out, **dict(zip(present, read, strict=True)), **where)

    def _misnamed(self, node: Fields) -> Iterable[Fault]:
        """Unknown and missing fields; a misspelt one is not called missing as well."""
        missing = [k for k, kind in self.kinds.items() if k not in node.values and kind.required]
        for key, place in node.keys.items():
            if key not in self.kinds:
                near = get_close_matches(key, [k for k in self.kinds if k not in node.values], n=1)
                missing = [k for k in missing if k not in near]
                advice = f"Meinten Sie '{near[0]}'?" if near else f"Erlaubt sind: {', '.join(self.kinds)}."
                yield Fault(place, Slip.UNKNOWN_FIELD, f"Unbekanntes Feld {quoted(key)}. {advice}")
        for key in missing:
            words = f"Das Feld '{key}' fehlt. Bitte ergänzen: {self.kinds[key].example}."
            yield Fault(node.place, Slip.MISSING_FIELD, words)


def read_all(pairs: Iterable[tuple[Kind[T], Node]]) -> list[T]:
    """Every value, or :class:`Misread` with the faults of all of them."""
    values: list[T] = []
    faults: list[Fault] = []
    for kind, node in pairs:
        try:
            values.append(kind.read(node))
        except Misread as misread:
            faults += misread.faults
    if faults:
        raise Misread(*faults)
    return values


@dataclass(frozen=True)
class Named(Kind[T]):
    """A kind whose faults bear the name of this field."""

    kind: Kind[T]
    field: str

    def read(self, node: Node) -> T:
        try:
            return self.kind.read(node)
        except Misread as misread:
            raise Misread(*misread.within(self.field)) from None
