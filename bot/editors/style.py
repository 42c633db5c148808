"""Warnings about the wording of answers: one rule, one generator.

The German docstring of a rule is its documentation for editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.core.knowledge import KnowledgeBase, Language, Problem
from bot.editors.jargon import unexplained
from bot.editors.places import place_in, text_of, warning
from bot.editors.sentences import sentences

Rule = Callable[[KnowledgeBase, date], Iterator[Problem]]

LONGEST_SIMPLE_SENTENCE = 12
"""Words; the limit of Einfache Sprache that the writers of this knowledge base work with."""

SHORTEST_LOUD_WORD = 5
"""Letters; shorter words in capitals are mostly abbreviations (SGB, GEZ, BAMF)."""

MAIN = "de"


def long_simple_sentence(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """In Einfacher Sprache hat ein Satz höchstens zwölf Wörter: ein Gedanke je Satz. Längere Sätze verstehen
    viele Menschen erst beim zweiten Lesen oder gar nicht. Bitte teilen.
    """
    for entry in kb.entries:
        for offset, words in sentences(entry.simple):
            if len(words) > LONGEST_SIMPLE_SENTENCE:
                yield warning(
                    place_in(kb, entry, "simple", offset),
                    f"'{entry.id}', simple: Ein Satz hat {len(words)} Wörter, höchstens "
                    f'{LONGEST_SIMPLE_SENTENCE} sind gut: "{" ".join(words[:6])} …". Bitte teilen.',
                )


def subjunctive_in_simple(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """In Einfacher Sprache steht „würde“, „könnte“, „hätte“, „wäre“ oder „sollte“. Viele Menschen wissen
    dann nicht, ob etwas gilt oder nur gelten könnte. Bitte sagen, was ist, oder mit „vielleicht“ schreiben.
    """
    for entry in kb.entries:
        for found in _SUBJUNCTIVE.finditer(entry.simple):
            yield warning(
                place_in(kb, entry, "simple", found.start()),
                f"'{entry.id}', simple: \"{found[0]}\" ist schwer zu verstehen. Bitte ohne Möglichkeitsform "
                "schreiben, zum Beispiel mit „vielleicht“ oder „bitte“.",
            )


def shouting(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Wörter in Großbuchstaben und mehrere Ausrufezeichen wirken wie Schreien; wer Sorgen hat, erschrickt.
    Bitte ruhig schreiben oder ein Wort mit *Sternen* hervorheben. Ist das Wort eine Abkürzung? Dann bitte
    in language/de.yaml unter abbreviations ergänzen.
    """
    abbreviations = _language(kb).abbreviations
    for entry in kb.entries:
        for field in ("question", "label", "answer", "simple"):
            for loud in _LOUD.finditer(text_of(entry, field)):
                if loud[0] not in abbreviations:
                    yield warning(
                        place_in(kb, entry, field, loud.start()),
                        f"'{entry.id}': \"{loud[0]}\" wirkt wie Schreien. Bitte ruhig schreiben, "
                        "oder ein Wort mit *Sternen* hervorheben.",
                    )


def unexplained_jargon(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Ein Amtswort steht in einer Antwort, ohne dass die Antwort sagt, was es bedeutet. Wer es nicht kennt,
    versteht die Antwort nicht. Bitte ein einfaches Wort nehmen oder es beim ersten Mal erklären, in Klammern
    oder in einem Satz. Die Liste der Amtswörter steht in language/de.yaml unter official_words.
    """
    for entry in kb.entries:
        for field in ("answer", "simple"):
            for word in _language(kb).official_words:
                offset = unexplained(text_of(entry, field), word)
                if offset is not None:
                    yield warning(
                        place_in(kb, entry, field, offset),
                        f"'{entry.id}', {field}: \"{word}\" wird nicht erklärt. Bitte ein einfaches Wort "
                        "nehmen oder es in Klammern erklären.",
                    )


def bare_address(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Eine Internetadresse steht ohne https:// im Text. Telegram macht daraus selbst einen Link, aber einen
    ohne Verschlüsselung. Bitte so schreiben: [Text](https://...).
    """
    for entry in kb.entries:
        for field in ("answer", "simple"):
            for address in _BARE_ADDRESS.finditer(text_of(entry, field)):
                yield warning(
                    place_in(kb, entry, field, address.start()),
                    f"'{entry.id}', {field}: \"{address[0]}\" hat kein https://. "
                    "Bitte so schreiben: [Text](https://...).",
                )


STYLE_RULES: tuple[Rule, ...] = (
    long_simple_sentence,
    subjunctive_in_simple,
    shouting,
    unexplained_jargon,
    bare_address,
)

# "sollt" and "könnt" alone are no subjunctive ("ihr sollt", "ihr könnt").
_SUBJUNCTIVE = re.compile(r"\b(?:würde|könnte|hätte|wäre|sollte)(?:n|st|t)?\b", re.IGNORECASE)
_LOUD = re.compile(rf"(?<![\w/.])[A-ZÄÖÜ]{{{SHORTEST_LOUD_WORD},}}(?!\w)|!\s?!+")
_BARE_ADDRESS = re.compile(r"(?<![\w/.@\[-])www\.\w[^\s()<>*]*\w", re.IGNORECASE)


def _language(kb: KnowledgeBase) -> Language:
    return kb.languages.get(MAIN, Language())
