"""The knowledge base as values: entries, topics, facts, offices, contacts and the words around them.

Built by ``content.faq_files``; nothing here reads a file. Languages are two-letter codes, with
"simple" for Einfache Sprache where texts by language are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the files: ``faq/de/termine.yaml:12:3``."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the files: German, with what to do.

    ``level`` is error, warning or note; ``rule`` the name of the rule that found it, by which editors
    find out more.
    """

    place: Place
    text: str
    level: str = "error"
    rule: str = ""

    def __str__(self) -> str:
        word = {"error": "Fehler", "warning": "Warnung", "note": "Hinweis"}[self.level]
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.place}: {word}: {self.text}{rule}"


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody at the authority has read a wording and stands for it.

    ``text`` is the fingerprint of that wording (``core.signing``); ``on`` is None and ``text`` empty where
    only a name was typed.
    """

    name: str
    on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of the knowledge base.

    ``answer`` and ``simple`` are in the light markup (``*bold*``, ``- `` lists, ``[text](url)``,
    ``{fact}``, ``{contact:id}``). ``actions`` come from ACTIONS. ``approved_by`` and ``approved_on`` are
    None until somebody at the authority has signed this very wording; ``lapsed`` is a signature that stands
    there and was given to another one.
    """

    id: str
    topic: str
    question: str
    label: str
    answer: str
    simple: str
    checked_on: date
    review_by: date
    keywords: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    urgent: bool = False
    see_also: tuple[str, ...] = ()
    legal_basis: str = ""
    sources: tuple[Source, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    approved_by: str | None = None
    approved_on: date | None = None
    lapsed: Signature | None = None
    place: Place = field(default=Place(""))

    def is_valid(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


ELSEWHERE = "elsewhere"
"""Topic of the signposts: matters of other authorities. It is none of the topics that are listed."""

ACTIONS = ("phone_call", "reschedule", "missed_appointment", "emergency", "link")


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    order: int
    title: str


DAY_UNIT = "Datum"
"""The unit of facts that are a day of the calendar."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """What a fact is worth from *from_* until *until* (both inclusive; None: no known end).

    ``value`` is a day where the fact's unit is DAY_UNIT.
    """

    from_: date
    until: date | None
    value: Decimal | date
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Fact:
    """An amount or limit with dated values, or a share of another fact (``share_of``, ``share``)."""

    id: str
    title: str
    unit: str
    values: tuple[FactValue, ...] = ()
    share_of: str = ""
    share: Decimal = Decimal(1)
    place: Place = field(default=Place(""))


@dataclass(frozen=True, slots=True)
class Office:
    """One of the 17 local offices; what is not confirmed is empty.

    ``hours`` are lines such as "Mo-Fr 08:00-12:00"; ``answer_within`` working days or None.
    """

    id: str
    town: str
    districts: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    hours: tuple[str, ...] = ()
    closed_days: tuple[date, ...] = ()
    answer_within: int | None = None
    notify: str = ""
    tickets: bool = True
    confirmed: bool = False


def phone_of(office: Office | None) -> str:
    """The office's number if it is confirmed, else "none", as the texts want it."""
    return office.phone if office is not None and office.confirmed and office.phone else "none"


@dataclass(frozen=True, slots=True)
class HelpContact:
    """An emergency line or partner organisation; its number is shown only if confirmed."""

    id: str
    title: str
    number: str = ""
    hours: str = ""
    cost: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Safety:
    """Signs of danger by kind (crisis, violence, emergency) and language, and what to send.

    ``texts`` is kind -> language (also "simple") -> text; ``phrases`` kind -> language -> phrases;
    ``look_alikes`` language -> messages that sound similar and mean no danger.
    """

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    look_alikes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Smalltalk:
    id: str
    answer: str
    simple: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Words of one language: for the matcher whole-word replacements, words without meaning, and signs with
    the ways in which they are said (see ``matching/signs``); for the editors' checks official words that an
    answer must explain, and abbreviations, which are no shouting.
    """

    replacements: Mapping[str, str] = field(default_factory=dict)
    fillers: tuple[str, ...] = ()
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    official_words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure the matcher may be of what it found: a logistic, by name of its features, and two bounds.

    From ``answer`` on (0 to 1) it answers, from ``suggest`` on it offers three; below, it does not know.
    """

    answer: float
    suggest: float
    intercept: float
    coefficients: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Everything in ``faq/`` at one moment. ``version`` is a hash over the files."""

    version: str = ""
    topics: tuple[Topic, ...] = ()
    entries: tuple[Entry, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()
    contacts: Mapping[str, HelpContact] = field(default_factory=dict)
    safety: Safety = field(default_factory=Safety)
    smalltalk: tuple[Smalltalk, ...] = ()
    commands: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Command name -> language -> phrases."""
    phrasings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Language -> entry id -> ways in which people ask."""
    from_life: frozenset[tuple[str, str, str]] = frozenset()
    """Language, entry id and phrasing of those that were written from the lives of people."""
    phrasing_places: Mapping[tuple[str, str, str], Place] = field(default_factory=dict, compare=False)
    """Language, entry id and phrasing -> where it stands; for those who edit the files."""
    line_places: Mapping[tuple[Place, str], tuple[Place, ...]] = field(default_factory=dict, compare=False)
    """Place of an entry and name of a field -> where each line of its text begins; one place stands for
    all lines of a text that is not written line by line. Also place of a fact and "values" -> where each
    of its rows stands. For those who edit the files."""
    none: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Messages that belong nowhere (``phrasings/<lang>/none.yaml``)."""
    languages: Mapping[str, Language] = field(default_factory=dict)
    calibration: Mapping[str, Calibration] = field(default_factory=dict)
    """Name of a way of matching -> how sure it may be (``calibration.yaml``); empty: as the program says."""
    withdrawn: frozenset[str] = frozenset()
    """Ids of entries taken out of service (``withdrawn.yaml``)."""

    def entry(self, entry_id: str, on: date) -> Entry | None:
        """The entry as it is valid on this day; None if there is none."""
        return next((e for e in self.entries if e.id == entry_id and e.is_valid(on)), None)

    def office(self, office_id: str) -> Office | None:
        return next((office for office in self.offices if office.id == office_id), None)
