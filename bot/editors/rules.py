"""Warnings about a knowledge base that works but could serve people better: one rule, one generator.

The German docstring of a rule is its documentation for editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz.fuzz import ratio

from bot.core import markup
from bot.core.knowledge import Entry, KnowledgeBase, Place, Problem

Rule = Callable[[KnowledgeBase, date], Iterator[Problem]]

LONGEST_SIMPLE_SENTENCE = 12
"""Words; the limit of Einfache Sprache that the writers of this knowledge base work with."""

NOTICE = timedelta(days=60)
"""So long before its end an amount is warned about: new ones are published in autumn."""

LOOKALIKE = 85
"""Likeness (0 to 100) from which two labels are mixed up: "Wohnung" and "Wohnungen" have 87, the likest
two of the first 39 entries, "Angst vor der Maßnahme" and "Kosten bei der Maßnahme", 72."""


def lint(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """All warnings of all rules."""
    for rule in RULES:
        yield from rule(kb, today)


def review_overdue(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Eine Antwort, deren Prüftermin vorbei ist, kann inzwischen falsch sein."""
    for entry in kb.entries:
        if entry.review_by < today:
            yield _warning(
                entry.place,
                f"'{entry.id}' sollte bis {entry.review_by:%d.%m.%Y} geprüft werden. "
                "Bitte prüfen, dann checked_on und review_by neu setzen.",
            )


def fact_without_successor(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Endet ein Betrag bald und der nächste fehlt, zeigt der Chat den alten mit einem Hinweis."""
    for fact in kb.facts.values():
        if not fact.values:
            continue
        last = max(fact.values, key=lambda value: value.from_)
        if last.until and last.until - today < NOTICE:
            ends = "ist abgelaufen" if last.until < today else "endet"
            yield _warning(
                fact.place,
                f"'{fact.id}' {ends} am {last.until:%d.%m.%Y}, und es gibt keinen neuen Betrag. "
                f"Bitte unter values eine Zeile ab {last.until + timedelta(days=1):%Y-%m-%d} ergänzen.",
            )


def long_simple_sentences(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """In Einfacher Sprache hat ein Satz höchstens zwölf Wörter: ein Gedanke je Satz."""
    for entry in kb.entries:
        for sentence in _sentences(entry.simple):
            words = len(sentence)
            if words > LONGEST_SIMPLE_SENTENCE:
                yield _warning(
                    entry.place,
                    f"'{entry.id}', simple: Ein Satz hat {words} Wörter, höchstens "
                    f'{LONGEST_SIMPLE_SENTENCE} sind gut: "{" ".join(sentence[:6])} …". Bitte teilen.',
                )


def shouting(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Wörter in Großbuchstaben und mehrere Ausrufezeichen wirken wie Schreien."""
    for entry in kb.entries:
        for text in (entry.question, entry.label, entry.answer, entry.simple):
            for loud in _LOUD.finditer(text):
                yield _warning(
                    entry.place,
                    f"'{entry.id}': \"{loud[0]}\" wirkt wie Schreien. Bitte ruhig schreiben, "
                    "oder ein Wort mit *Sternen* hervorheben.",
                )


def same_phrasing(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Steht eine Formulierung bei zwei Antworten, weiß der Chat nicht, welche gemeint ist."""
    first: dict[str, tuple[str, Place]] = {}
    for language, by_entry in kb.phrasings.items():
        for entry_id, texts in by_entry.items():
            for text in texts:
                place = kb.phrasing_places.get((language, entry_id, text), Place(""))
                other, where = first.setdefault(_plain(text), (entry_id, place))
                if other != entry_id:
                    yield _warning(
                        place,
                        f"\"{text}\" steht auch bei '{other}' ({where}). "
                        "Bitte dort lassen, wo die Antwort besser passt.",
                    )


def lookalike_labels(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Zwei Knöpfe, die fast gleich beschriftet sind, werden verwechselt."""
    for one, other in combinations(kb.entries, 2):
        if one.id != other.id and _alike(one, other):
            yield _warning(
                other.place,
                f'Die Aufschrift "{other.label}" gleicht der von \'{one.id}\' ("{one.label}"). '
                "Bitte eine von beiden deutlicher machen.",
            )


RULES: tuple[Rule, ...] = (
    review_overdue,
    fact_without_successor,
    long_simple_sentences,
    shouting,
    same_phrasing,
    lookalike_labels,
)


# Two words in capitals side by side, one long word in capitals, or several exclamation marks.
# Abbreviations such as SGB, BAMF or ELSTER stand alone and have at most six letters.
_LOUD = re.compile(r"\b[A-ZÄÖÜ]{4,} [A-ZÄÖÜ]{4,}\b|\b[A-ZÄÖÜ]{7,}\b|!\s?!+")

# A dot ends no sentence in abbreviations of single letters ("z. B.") and in dates ("am 1. Juli").
# Lines end sentences too: list items and headings have no dot.
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_SENTENCE_END = re.compile(
    rf"(?<![\W\d_][^\W\d_])(?<!^[^\W\d_])(?!(?<=\d)\.\s+(?:{_MONTHS}))[.!?]+[\"“”»)]*(?=\s|$)|\n"
)
_PLACEHOLDER = re.compile(r"\{(contact:)?[^{}\n]*\}")
_ADDRESS = re.compile(r"\(https://[^\s()]+\)")


def _sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence; an amount counts as the two words that will stand there."""
    filled = _PLACEHOLDER.sub(lambda match: "Nummer" if match[1] else "0 Euro", text)
    for sentence in _SENTENCE_END.split(_ADDRESS.sub("", markup.to_plain(filled))):
        words = [word for word in sentence.split() if any(map(str.isalnum, word))]
        if words:
            yield words


def _alike(one: Entry, other: Entry) -> bool:
    return ratio(_plain(one.label), _plain(other.label)) >= LOOKALIKE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _warning(place: Place, text: str) -> Problem:
    return Problem(place, text, level="warning")
