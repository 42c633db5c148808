"""Kinds of single values in the files of the knowledge base: each reads a node of YAML as one type.

``kind.read(node)`` returns the value or raises :class:`Misread` with *all* that is wrong below the
node. Kinds are values and nest (``content.groups``): ``ListOf(Text(longest=30))``.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Generic, TypeVar

from bot.content.slips import Slip
from bot.content.yaml_nodes import Fields, Items, Node, Scalar
from bot.core.knowledge import Place, Problem

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place; ``field`` is the innermost field, filled in on the way out."""

    place: Place
    slip: Slip
    text: str
    field: str = ""

    def problem(self) -> Problem:
        text = f"'{self.field}': {self.text}" if self.field else self.text
        return Problem(self.place, text, rule=self.slip)


class Misread(Exception):
    """The node cannot be read as this kind; ``faults`` are all the reasons."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def within(self, field: str) -> tuple[Fault, ...]:
        return tuple(fault if fault.field else replace(fault, field=field) for fault in self.faults)


class Kind(ABC, Generic[T_co]):
    """How one sort of value is written. ``example`` completes "Bitte ergänzen: ..."."""

    example: str = "einen Text"
    required: bool = True
    """Whether a field of this kind must be written down."""

    @abstractmethod
    def read(self, node: Node) -> T_co:
        """The value of *node*.

        Raises:
            Misread: it is something else.
        """


def meant(wrong: str, known: Iterable[str]) -> str:
    """ " Meinten Sie 'answer'?" with the nearest known word; empty if nothing is near."""
    near = get_close_matches(wrong, list(known), n=1)
    return f" Meinten Sie '{near[0]}'?" if near else ""


def quoted(text: str) -> str:
    """*text* in quotes, short enough for one line."""
    line = " ".join(text.split())
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"


@dataclass(frozen=True)
class Text(Kind[str]):
    """Any text that is not empty, without blanks around it."""

    longest: int | None = None
    example: str = "einen Text"

    def read(self, node: Node) -> str:
        text = _scalar(node, self.example).text.strip()
        if self.longest is not None and len(text) > self.longest:
            words = f"Der Text hat {len(text)} Zeichen, erlaubt sind höchstens {self.longest}. Bitte kürzen."
            raise Misread(Fault(node.place, Slip.TOO_LONG, words))
        return text


@dataclass(frozen=True)
class Pattern(Kind[T_co]):
    """A text of a certain form; ``make`` turns it into a value and may raise ValueError."""

    pattern: str
    make: Callable[[str], T_co]
    example: str
    slip: Slip = Slip.WRONG_FORM
    """What it is called if the text has another form."""

    def read(self, node: Node) -> T_co:
        text = _scalar(node, self.example).text.strip()
        try:
            if re.fullmatch(self.pattern, text):
                return self.make(text)
        except ValueError:
            pass
        words = f"{quoted(text)} geht hier nicht. Bitte schreiben: {self.example}."
        raise Misread(Fault(node.place, self.slip, words))


@dataclass(frozen=True)
class OneOf(Kind[str]):
    """One of a few words."""

    words: tuple[str, ...]
    slip: Slip = Slip.UNKNOWN_WORD
    """What it is called if the word is another."""

    @property
    def example(self) -> str:  # type: ignore[override]
        return " oder ".join(self.words)

    def read(self, node: Node) -> str:
        text = _scalar(node, self.example).text
        if text in self.words:
            return text
        allowed = f"Erlaubt: {', '.join(self.words)}.{meant(text, self.words)}"
        raise Misread(Fault(node.place, self.slip, f"{quoted(text)} ist nicht bekannt. {allowed}"))


def _scalar(node: Node, example: str) -> Scalar:
    if not isinstance(node, Scalar):
        raise Misread(wrong_type(node, example))
    if not node.text.strip() or node.is_null:
        raise Misread(Fault(node.place, Slip.EMPTY, f"Hier steht nichts. Bitte ergänzen: {example}."))
    return node


def wrong_type(node: Node, wanted: str) -> Fault:
    found = {
        Scalar: "ein einzelner Text",
        Items: "eine Liste",
        Fields: "etwas mit Doppelpunkt (Texte mit Doppelpunkt gehören in Anführungszeichen)",
    }[type(node)]
    return Fault(node.place, Slip.WRONG_TYPE, f"Hier steht {found}. Bitte schreiben: {wanted}.")


DAY = Pattern(
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    date.fromisoformat,
    "ein Datum wie 2026-11-22 (Jahr-Monat-Tag)",
    Slip.WRONG_DATE,
)
FLAG = Pattern("true|false", lambda text: text == "true", "true oder false", Slip.WRONG_TYPE)
NUMBER = Pattern("[0-9]{1,6}", int, "eine ganze Zahl wie 3", Slip.WRONG_TYPE)
AMOUNT = Pattern(
    r"[0-9]{1,9}(\.[0-9]{1,4})?",
    Decimal,
    'eine Zahl mit Punkt statt Komma, wie "168.90"',
    Slip.WRONG_TYPE,
)
AMOUNT_OR_DAY = Pattern(
    f"{AMOUNT.pattern}|{DAY.pattern}",
    lambda text: date.fromisoformat(text) if "-" in text else Decimal(text),
    'eine Zahl mit Punkt statt Komma, wie "168.90" (bei unit: Datum ein Tag wie "2026-07-01")',
    Slip.WRONG_TYPE,
)
URL = Pattern(
    r"https://[^\s()<>]+\.[^\s()<>]+",
    str,
    "eine Adresse, die mit https:// beginnt, wie https://www.gesetze-im-internet.de/sgb_2/__32.html",
    Slip.LINK_NOT_HTTPS,
)
