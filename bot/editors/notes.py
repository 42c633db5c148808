"""Notes: what editors may want to know when they ask; nothing here is wrong and nothing must be mended.

The German docstring of a rule is its documentation for editors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.content.rule_names import found_by
from bot.content.translations import BASED_ON, Translations
from bot.core.knowledge import Entry, KnowledgeBase, Place, Problem
from bot.editors.places import note
from bot.editors.rules import lapse
from bot.editors.style import MAIN


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that a note may look at. Without ``complete`` something in the files cannot be read."""

    kb: KnowledgeBase
    today: date
    translations: Translations = field(default_factory=dict)
    complete: bool = True


NoteRule = Callable[[Whole], Iterator[Problem]]


def notes(whole: Whole) -> Iterator[Problem]:
    """All notes of all rules."""
    for rule in NOTES:
        yield from found_by(rule, whole)


def not_approved(whole: Whole) -> Iterator[Problem]:
    """Diese Antwort hat noch niemand im Jobcenter unterschrieben. Im Probebetrieb steht das darunter, im
    echten Betrieb wird sie nicht gegeben. Nach der Prüfung bitte unterschreiben: faq sign ID --by NAME.
    """
    for entry in whole.kb.entries:
        if entry.approved_by is None and entry.lapsed is None:
            yield note(
                entry.place,
                f"'{entry.id}' ist nicht unterschrieben. Nach der Prüfung: faq sign {entry.id} --by NAME",
            )


def leaning_phrasing(whole: Whole) -> Iterator[Problem]:
    """Eine Formulierung klingt mehr nach einer anderen Antwort als nach der eigenen. Vielleicht steht sie am
    falschen Ort; vielleicht fragen Menschen einfach so. Eine breite Formulierung bitte nie löschen, nur damit
    dieser Hinweis verschwindet: Lieber bei der eigenen Antwort ähnliche ergänzen.
    """
    if not whole.complete:
        return
    from bot.editors.leaning import leaning  # the matcher is slow to import: only here

    for one in leaning(whole.kb, whole.today, MAIN):
        place = whole.kb.phrasing_places.get((MAIN, one.entry, one.phrasing), Place(""))
        yield note(
            place,
            f"\"{one.phrasing}\" ('{one.entry}') klingt eher wie \"{one.neighbour}\" ('{one.other}'). "
            "Passt sie trotzdem, bitte stehen lassen.",
        )


def missing_translation(whole: Whole) -> Iterator[Problem]:
    """In einer Sprache, für die es schon Übersetzungen gibt, fehlt diese Antwort. Der Chat gibt sie dann in
    Einfacher Sprache auf Deutsch. Wenn möglich bitte übersetzen lassen.
    """
    if not whole.complete:
        return
    for language, translated in whole.translations.items():
        for entry in _once(whole.kb).values():
            if entry.id not in translated:
                yield note(entry.place, f"'{entry.id}' fehlt in der Sprache '{language}'.")


def old_translation(whole: Whole) -> Iterator[Problem]:
    """Die deutsche Antwort wurde nach der Übersetzung noch einmal geprüft oder geändert. Die Übersetzung kann
    etwas anderes sagen. Bitte vergleichen, dann bei der Übersetzung unter based_on den Tag eintragen, der bei
    der deutschen Antwort unter checked_on steht.
    """
    german = _once(whole.kb)
    for language, translated in whole.translations.items():
        for entry_id, translation in translated.items():
            entry = german.get(entry_id)
            if entry and (translation.based_on is None or translation.based_on < entry.checked_on):
                yield note(
                    translation.place,
                    f"'{entry_id}' in der Sprache '{language}' ist älter als die deutsche Fassung vom "
                    f"{entry.checked_on:%d.%m.%Y}. Bitte vergleichen, dann {BASED_ON} setzen.",
                )


def lapsed_translation(whole: Whole) -> Iterator[Problem]:
    """Die Unterschrift unter einer Übersetzung wurde für einen anderen Wortlaut gegeben, oder es ist nur ein
    Name von Hand. Sie zählt nicht. Bitte lesen lassen und neu unterschreiben: faq sign ID --language SPRACHE
    --by NAME.
    """
    for language, translated in whole.translations.items():
        for entry_id, translation in translated.items():
            if translation.lapsed is not None:
                yield note(
                    translation.place,
                    f"'{entry_id}' in der Sprache '{language}': {lapse(translation.lapsed)} "
                    f"Neu: faq sign {entry_id} --language {language} --by NAME",
                )


NOTES: tuple[NoteRule, ...] = (
    not_approved,
    leaning_phrasing,
    missing_translation,
    old_translation,
    lapsed_translation,
)


def _once(kb: KnowledgeBase) -> Mapping[str, Entry]:
    """Each entry once, in its latest version."""
    return {entry.id: entry for entry in kb.entries}
