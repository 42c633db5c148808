"""What can be wrong between the items of the knowledge base: one rule, one small generator.

Every rule sees the whole draft and yields errors; its German docstring is what editors read about it. A
rule keeps silent about what could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.content import fact_checks, privacy_checks, text_checks
from bot.content.draft import Draft, Table
from bot.content.fact_checks import overlap
from bot.content.formats import NO_ENTRIES
from bot.content.schema import meant, quoted
from bot.content.yaml_nodes import Fields
from bot.core.knowledge import ELSEWHERE, Entry, Place, Problem

Check = Callable[[Draft], Iterator[Problem]]


def duplicate_id(draft: Draft) -> Iterator[Problem]:
    """Zwei Einträge einer Datei haben dieselbe Kennung. Der Chat fände nur einen von beiden, und niemand
    weiß, welchen. Bitte einen umbenennen oder löschen.
    """
    tables: Iterable[Table[Any]] = (
        draft.topics,
        draft.facts,
        draft.offices,
        draft.contacts,
        draft.smalltalk,
        draft.withdrawn,
    )
    for table in tables:
        for name, places in table.ids.items():
            yield from _second_times(name, places)


def questions_in_two_places(draft: Draft) -> Iterator[Problem]:
    """Die Formulierungen oder Probefragen zu einer Antwort stehen an zwei Stellen. Wer die eine Stelle
    pflegt, übersieht die andere. Bitte in einer Liste zusammenführen. Nur life.yaml darf daneben stehen.
    """
    for asked in (draft.phrasings, draft.samples):
        found: dict[tuple[str, str, bool], list[Place]] = {}
        for one in asked:
            found.setdefault((one.language, one.entry, one.from_life), []).append(one.place)
        for (_, name, _), places in found.items():
            yield from _second_times(name, places)


def overlapping_entries(draft: Draft) -> Iterator[Problem]:
    """Zwei Antworten haben dieselbe Kennung und gelten zur selben Zeit. Welche der Chat gibt, wäre Zufall.
    Bitte eine löschen, oder valid_from und valid_until so setzen, dass die eine auf die andere folgt.
    """
    earlier: dict[str, list[Entry]] = {}
    for entry, node in draft.entries.rows:
        for other in earlier.setdefault(entry.id, []):
            if overlap((entry.valid_from, entry.valid_until), (other.valid_from, other.valid_until)):
                yield Problem(
                    node.place_of("id"),
                    f"{quoted(entry.id)} gibt es schon in {other.place}, und beide gelten zur selben Zeit. "
                    "Bitte eines löschen oder valid_from und valid_until so setzen, dass sie sich ablösen.",
                )
        earlier[entry.id].append(entry)


def unknown_topic(draft: Draft) -> Iterator[Problem]:
    """Eine Datei heißt wie ein Themenbereich, den es in topics.yaml nicht gibt. Ihre Antworten stünden in
    keiner Liste der Themen. Bitte die Datei umbenennen oder den Themenbereich in topics.yaml ergänzen.
    """
    for topic, place in draft.topic_places:
        if topic != ELSEWHERE and draft.topics.lacks(topic):
            yield Problem(
                place,
                f"Der Themenbereich {quoted(topic)} (Name der Datei) steht nicht in topics.yaml. "
                f"Bitte die Datei umbenennen oder ihn dort ergänzen.{meant(topic, draft.topics.ids)}",
            )


def unknown_entry(draft: Draft) -> Iterator[Problem]:
    """Eine Kennung verweist auf eine Antwort, die es nicht gibt: in see_also, in phrasings, in samples oder
    in withdrawn.yaml. Der Verweis führt ins Leere, und die Sätze darunter helfen niemandem. Bitte die
    Kennung berichtigen oder löschen.
    """
    for entry, node in draft.entries.rows:
        for index, name in enumerate(entry.see_also):
            yield from _unknown(draft, name, node.place_of("see_also", index))
    for asked in (*draft.phrasings, *draft.samples):
        yield from _unknown(draft, asked.entry, asked.place)
    for sample, node in draft.life_samples.rows:
        for index, name in enumerate(sample.right):
            if name not in NO_ENTRIES:
                yield from _unknown(draft, name, node.place_of("right", index))
        if sample.second and sample.second not in NO_ENTRIES:
            yield from _unknown(draft, sample.second, node.place_of("second"))
    for withdrawal, node in draft.withdrawn.rows:
        yield from _unknown(draft, withdrawal.id, node.place_of("id"))


def shared_label(draft: Draft) -> Iterator[Problem]:
    """Zwei Antworten haben dieselbe Aufschrift. Auf zwei Knöpfen kann man sie nicht auseinanderhalten.
    Bitte eine von beiden ändern.
    """
    first: dict[str, tuple[str, Place]] = {}
    for entry, node in draft.entries.rows:
        name, place = first.setdefault(entry.label.casefold(), (entry.id, node.place_of("label")))
        if name != entry.id:
            yield Problem(
                node.place_of("label"),
                f"Die Aufschrift {quoted(entry.label)} hat schon {quoted(name)} ({place}). Bitte ändern.",
            )


def dates_out_of_order(draft: Draft) -> Iterator[Problem]:
    """Ein Ende liegt vor seinem Anfang: review_by vor checked_on oder valid_until vor valid_from. Die
    Antwort würde nie gegeben oder gälte sofort als veraltet. Bitte die beiden Tage prüfen.
    """
    for entry, node in draft.entries.rows:
        if entry.review_by < entry.checked_on:
            yield _too_early(node, "review_by", entry.checked_on, "checked_on")
        if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
            yield _too_early(node, "valid_until", entry.valid_from, "valid_from")


def ambiguous_command(draft: Draft) -> Iterator[Problem]:
    """Derselbe Satz steht bei zwei Befehlen. Der Chat würde vielleicht den falschen ausführen. Bitte bei
    einem der beiden löschen.
    """
    if draft.commands is None:
        return
    commands, node = draft.commands
    first: dict[str, tuple[str, Place]] = {}
    for name, language, index, phrase in _command_phrases(commands):
        below = node.values[name]
        place = below.place_of(language, index) if isinstance(below, Fields) else node.place
        key = " ".join(re.findall(r"\w+", phrase.casefold()))
        other, where = first.setdefault(key, (name, place))
        if other != name:
            yield Problem(
                place,
                f"{quoted(phrase)} steht schon beim Befehl {quoted(other)} ({where}). "
                "Bitte bei einem der beiden löschen.",
            )


CHECKS: tuple[Check, ...] = (
    duplicate_id,
    questions_in_two_places,
    overlapping_entries,
    unknown_topic,
    unknown_entry,
    shared_label,
    dates_out_of_order,
    ambiguous_command,
    *text_checks.CHECKS,
    *fact_checks.CHECKS,
    *privacy_checks.CHECKS,
)


def _second_times(name: str, places: list[Place]) -> Iterator[Problem]:
    for place in places[1:]:
        yield Problem(
            place,
            f"{quoted(name)} gibt es schon in {places[0]}. Bitte eines von beiden umbenennen oder löschen.",
        )


def _unknown(draft: Draft, name: str, place: Place) -> Iterator[Problem]:
    if draft.entries.lacks(name):
        yield Problem(
            place,
            f"Es gibt keine Antwort mit der Kennung {quoted(name)}. Bitte berichtigen oder löschen."
            + meant(name, draft.entries.ids),
        )


def _too_early(node: Fields, later: str, day: date, earlier: str) -> Problem:
    return Problem(
        node.place_of(later),
        f"'{later}' liegt vor '{earlier}' ({day:%Y-%m-%d}). Bitte die beiden Tage prüfen.",
    )


def _command_phrases(
    commands: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> Iterator[tuple[str, str, int, str]]:
    for name, by_language in commands.items():
        for language, phrases in by_language.items():
            for index, phrase in enumerate(phrases):
                yield name, language, index, phrase
