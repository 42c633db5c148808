"""The format of every file of the knowledge base: which fields there are and what they may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.content.groups import ByName, ListOf, Maybe, Record
from bot.content.phones import can_be_dialled
from bot.content.schema import AMOUNT, AMOUNT_OR_DAY, DAY, FLAG, NUMBER, URL, Kind, OneOf, Pattern, Text
from bot.content.signatures import SIGNATURE
from bot.content.slips import Slip
from bot.core.knowledge import (
    ACTIONS,
    ELSEWHERE,
    Calibration,
    Entry,
    Fact,
    FactValue,
    HelpContact,
    Language,
    Office,
    Safety,
    Signature,
    Smalltalk,
    Source,
    Topic,
)
from bot.core.matching import BY_MEANING, BY_WORDS, FEATURES
from bot.core.signing import signed

LONGEST_ANSWER = 900
LONGEST_LABEL = 30
"""Longer labels are cut off on small phones when two buttons share a row."""

DANGERS = ("crisis", "violence", "emergency")

SLUG = Pattern("[a-z0-9]+(-[a-z0-9]+)*", str, "eine Kennung aus Kleinbuchstaben ohne Umlaute, Ziffern und -")
NAME = Pattern(
    "[a-z][a-z0-9]*(_[a-z0-9]+)*", str, "einen Namen aus Kleinbuchstaben ohne Umlaute, Ziffern und _"
)
ANY_ID = Pattern(
    "[a-z][a-z0-9]*([_-][a-z0-9]+)*", str, "eine Kennung aus Kleinbuchstaben ohne Umlaute, Ziffern, - oder _"
)
LANGUAGE = Pattern("[a-z]{2}", str, "zwei Kleinbuchstaben wie de oder en")
STYLE = Pattern("[a-z]{2}|simple", str, "zwei Kleinbuchstaben wie de oder en, oder simple")
POSTCODE = Pattern("[0-9]{5}", str, 'fünf Ziffern wie "46325"')


def _dialled(number: str) -> str:
    """*number* as it is written.

    Raises:
        ValueError: nobody can be reached there.
    """
    if not can_be_dialled(number):
        raise ValueError
    return number


PHONE = Pattern(
    r"\+?[0-9][0-9 /()-]*",
    _dialled,
    'eine Telefonnummer mit Vorwahl wie "02861 12345"',
    Slip.NO_PHONE_NUMBER,
)
WORKING_DAYS = Pattern("[0-9]{1,2} Arbeitstage?", lambda text: int(text.split()[0]), '"1 Arbeitstag"')

SHARE = Pattern(r"0?\.[0-9]{1,6}|0|1", float, "eine Zahl von 0 bis 1 wie 0.75")
REAL = Pattern(r"-?[0-9]{1,4}(\.[0-9]{1,6})?", float, "eine Zahl wie 0.75")
TEXT = Text()
TEXTS = ListOf(TEXT)
NOTHING: tuple[Any, ...] = ()
OPTIONAL_TEXT = Maybe(TEXT, "")

TOPIC = Record(Topic, {"id": SLUG, "order": NUMBER, "title": TEXT})

FACT_VALUE = Record(
    lambda **values: FactValue(from_=values.pop("from"), **values),
    {
        "from": DAY,
        "until": Maybe(DAY, None, required=True),
        "value": AMOUNT_OR_DAY,
        "source": TEXT,
        "checked_on": DAY,
    },
)

FACT = Record(
    Fact,
    {
        "id": NAME,
        "title": TEXT,
        "unit": TEXT,
        "values": Maybe(ListOf(FACT_VALUE), NOTHING),
        "share_of": Maybe(NAME, ""),
        "share": Maybe(AMOUNT, Decimal(1)),
    },
    placed=True,
)

OFFICE = Record(
    Office,
    {
        "id": SLUG,
        "town": TEXT,
        "districts": Maybe(ListOf(TEXT, least=0), NOTHING),
        "postcodes": ListOf(POSTCODE),
        "address": OPTIONAL_TEXT,
        "phone": Maybe(PHONE, ""),
        "hours": Maybe(ListOf(TEXT, least=0), NOTHING),
        "closed_days": Maybe(ListOf(DAY, least=0), NOTHING),
        "answer_within": Maybe(WORKING_DAYS, None),
        "notify": OPTIONAL_TEXT,
        "tickets": FLAG,
        "confirmed": FLAG,
    },
)


def _contact(source: str, checked_on: date | None, **values: Any) -> HelpContact:
    """Where a number was found and when is for those who check it; the bot does not need it."""
    return HelpContact(**values)


CONTACT = Record(
    _contact,
    {
        "id": ANY_ID,
        "title": TEXT,
        "number": Maybe(PHONE, "", required=True),
        "hours": OPTIONAL_TEXT,
        "cost": OPTIONAL_TEXT,
        "confirmed": FLAG,
        "source": OPTIONAL_TEXT,
        "checked_on": Maybe(DAY, None),
    },
)


def by_danger(kind: Kind[Any]) -> Kind[Mapping[str, Any]]:
    return ByName(kind, OneOf(DANGERS))


def _safety(checked_on: date | None, **values: Any) -> Safety:
    return Safety(**values)


SAFETY = Record(
    _safety,
    {
        "approved_by": Maybe(TEXT, None),
        "checked_on": Maybe(DAY, None),
        "texts": by_danger(ByName(TEXT, STYLE)),
        "phrases": by_danger(ByName(TEXTS, LANGUAGE)),
        "look_alikes": ByName(TEXTS, LANGUAGE),
    },
)

SMALLTALK = Record(Smalltalk, {"id": ANY_ID, "answer": TEXT, "simple": TEXT, "phrases": TEXTS})

COMMANDS = ByName(ByName(TEXTS, LANGUAGE), NAME)

WORDS = Record(
    Language,
    {
        "replacements": Maybe(ByName(TEXT, TEXT), {}),
        "fillers": Maybe(TEXTS, NOTHING),
        "signs": Maybe(ByName(TEXTS, SLUG), {}),
        "official_words": Maybe(TEXTS, NOTHING),
        "abbreviations": Maybe(TEXTS, NOTHING),
    },
)

A_SOURCE = '{title: "§ 32 SGB II", url: "https://www.gesetze-im-internet.de/sgb_2/__32.html"}'
A_TITLE = Text(example='einen Namen wie "§ 32 SGB II"')
SOURCE = Record(Source, {"title": A_TITLE, "url": URL}, example=A_SOURCE)
SOURCES = ListOf(SOURCE, least=0, example=f"für jeden Beleg eine Zeile: - {A_SOURCE}")

ENTRY_FIELDS: Mapping[str, Kind[Any]] = {
    "id": SLUG,
    "question": TEXT,
    "label": Text(longest=LONGEST_LABEL),
    "keywords": Maybe(TEXTS, NOTHING),
    "answer": Text(longest=LONGEST_ANSWER),
    "simple": Text(longest=LONGEST_ANSWER),
    "actions": Maybe(ListOf(OneOf(ACTIONS, Slip.UNKNOWN_ACTION), least=0), NOTHING),
    "urgent": Maybe(FLAG, False),
    "see_also": Maybe(ListOf(SLUG, least=0), NOTHING),
    "legal_basis": OPTIONAL_TEXT,
    "sources": Maybe(SOURCES, NOTHING),
    "valid_from": Maybe(DAY, None),
    "valid_until": Maybe(DAY, None),
    "checked_on": DAY,
    "review_by": DAY,
    "approved_by": Maybe(SIGNATURE, None),
}


SIGNPOST_FIELDS = tuple(
    "id question label keywords answer simple see_also sources checked_on review_by approved_by".split()
)
"""A signpost to another authority offers no action and rests on no law of the Jobcenter."""


def entry_of(topic: str) -> Kind[Entry]:
    """The format of an entry in the file of this topic."""
    fields = {
        name: kind for name, kind in ENTRY_FIELDS.items() if topic != ELSEWHERE or name in SIGNPOST_FIELDS
    }

    def entry(approved_by: Signature | None, **values: Any) -> Entry:
        return signed(Entry(topic=topic, **values), approved_by)

    return Record(entry, fields, placed=True)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An answer out of service: since when, why, and who decided it."""

    id: str
    reason: str
    since: date | None
    by: str


WITHDRAWAL = Record(
    Withdrawal, {"id": SLUG, "reason": OPTIONAL_TEXT, "since": Maybe(DAY, None), "by": OPTIONAL_TEXT}
)


NO_ENTRIES = (ELSEWHERE, "smalltalk", "none", "danger")
"""What a message from life may be instead of a question to an entry."""


@dataclass(frozen=True, slots=True)
class LifeSample:
    """A message written from the life of a person, before anybody thought of topics.

    ``right`` is what two readers found: the best first, then what helps as well. Each is an id, or one of
    "elsewhere" (another authority), "smalltalk", "none" and "danger". ``second`` is another matter in the
    same message. ``unclear``: nobody could answer it without asking back.
    """

    text: str
    right: tuple[str, ...]
    second: str
    unclear: bool


LIFE_SAMPLE = Record(
    LifeSample,
    {
        "text": TEXT,
        "right": ListOf(ANY_ID),
        "second": Maybe(ANY_ID, ""),
        "unclear": Maybe(FLAG, False),
    },
)

CALIBRATIONS = ByName(
    Record(
        Calibration,
        {
            "answer": SHARE,
            "suggest": SHARE,
            "intercept": REAL,
            "coefficients": Record(dict, dict.fromkeys(FEATURES, REAL)),
        },
    ),
    OneOf((BY_WORDS, BY_MEANING)),
)
