"""Small knowledge bases for the editors' rules; a test writes only what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.core.knowledge import Entry, Fact, KnowledgeBase, Language, Place, Problem
from bot.editors.style import Rule

TODAY = date(2026, 11, 22)
GOOD = Entry(
    "termin-verpasst",
    "termine",
    question="Ich habe meinen Termin verpasst – was jetzt?",
    label="Termin verpasst",
    answer="Gut, dass Sie sich melden!",
    simple="Rufen Sie an.",
    checked_on=TODAY,
    review_by=date(2027, 1, 15),
    place=Place("faq/de/termine.yaml", 1, 3),
)
WORDS = (
    "amt brief chef datum essen fest geld haus insel jahr kind leben miete name ordner post quote regel "
    "strom tag uhr verein weg zahl ausweis beruf dorf eltern frist gericht hilfe inhalt jugend karte lohn"
).split()


def an_entry(entry_id: str = "termin-verpasst", **fields: Any) -> Entry:
    return replace(GOOD, id=entry_id, **fields)


def a_kb(
    *entries: Entry, facts: tuple[Fact, ...] = (), language: Language | None = None, **asked: tuple[str, ...]
) -> KnowledgeBase:
    """Phrasings by id, with _ for -; each stands in line 7 of its file."""
    by_id = {name.replace("_", "-"): texts for name, texts in asked.items()}
    return KnowledgeBase(
        entries=entries,
        facts={fact.id: fact for fact in facts},
        languages={"de": language or Language()},
        phrasings={"de": by_id},
        phrasing_places={
            ("de", name, text): Place("faq/phrasings/de/x.yaml", 7, 5)
            for name, texts in by_id.items()
            for text in texts
        },
    )


def enough(count: int = 30, link: str = "wegen") -> tuple[str, ...]:
    """So many phrasings, no two alike; another *link* makes others."""
    start = len(link)
    words = [*WORDS[start:], *WORDS[:start]]
    return tuple(f"{words[n]} {words[-n - 1]} {link} {words[(n * 7) % len(words)]}" for n in range(count))


def found(rule: Rule, kb: KnowledgeBase, today: date = TODAY) -> list[Problem]:
    problems: Iterator[Problem] = rule(kb, today)
    return [*problems]
