"""What must not stand in the files at all: phone numbers typed into texts, and personal data anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.content.draft import Draft
from bot.content.personal_data import PHONE, find_personal
from bot.content.phones import announced_numbers, can_be_dialled, digits, typed_numbers
from bot.content.text_checks import sent_texts
from bot.content.yaml_nodes import Scalar, scalars
from bot.core.facts import CONTACT
from bot.core.knowledge import Problem

TEXTS = ("question", "label", "keywords", "answer", "simple", "phrases")
"""Fields of entries and small talk."""


def typed_phone_number(draft: Draft) -> Iterator[Problem]:
    """In einem Text steht eine Telefonnummer ausgeschrieben. Ändert sie sich, bleibt sie dort stehen, und
    Menschen rufen vergeblich an; auch prüft niemand, ob sie stimmt. Bitte in contacts.yaml eintragen und im
    Text {contact:kennung} schreiben. Notrufnummern wie 112 dürfen im Text stehen.
    """
    contacts = {digits(contact.number): contact.id for contact in draft.contacts.values if contact.number}
    for text in sent_texts(draft):
        known = dict(typed_numbers(text.text))
        for offset, number in known.items():
            name = contacts.get(digits(number), "kennung")
            yield Problem(
                text.place_at(offset),
                "Hier steht eine Telefonnummer im Text. Bitte in contacts.yaml pflegen und hier "
                f"{{{CONTACT}{name}}} schreiben.",
            )
        for offset, number in announced_numbers(text.text):
            if offset not in known and not can_be_dialled(number):
                yield Problem(
                    text.place_at(offset),
                    "Das ist keine vollständige Telefonnummer. Bitte nachsehen, mit Vorwahl in contacts.yaml "
                    f"eintragen und hier {{{CONTACT}kennung}} schreiben.",
                )


def personal_data(draft: Draft) -> Iterator[Problem]:
    """Hier stehen Angaben über einen Menschen: eine E-Mail-Adresse, die keiner Stelle gehört, eine
    Telefonnummer, eine IBAN, eine Kunden- oder Aktennummer oder ein Geburtsdatum. Solche Angaben dürfen nicht
    in diese Dateien: Viele lesen sie, und alte Fassungen bleiben erhalten. Bitte löschen oder durch Wörter
    ersetzen, zum Beispiel „meine Nummer“.
    """
    public = _public(draft)
    sent = {text.place for text in sent_texts(draft)}
    for text in _all_texts(draft):
        for found in find_personal(text.text):
            told_already = found.what == PHONE and text.place in sent
            if not told_already and _key(found.text) not in public:
                yield Problem(
                    text.place_at(found.offset),
                    f"Hier steht vermutlich {found.what}. Persönliche Angaben gehören nicht in diese "
                    "Dateien. Bitte löschen oder durch Wörter ersetzen.",
                )


CHECKS = (typed_phone_number, personal_data)


def _public(draft: Draft) -> frozenset[str]:
    """The addresses and numbers of offices and partners; everybody may know them."""
    offices = (value for office in draft.offices.values for value in (office.notify, office.phone))
    numbers = (contact.number for contact in draft.contacts.values)
    return frozenset(_key(value) for value in chain(offices, numbers) if value)


def _key(value: str) -> str:
    return value.casefold() if "@" in value else digits(value)


def _all_texts(draft: Draft) -> Iterator[Scalar]:
    """Everything in the files that citizens read or that they may have written."""
    for node in (*draft.entries.nodes, *draft.smalltalk.nodes):
        for key in TEXTS:
            yield from scalars(node.values.get(key))
    for whole in (draft.safety, draft.commands):
        yield from scalars(whole[1] if whole else None)
    for asked in (*draft.phrasings, *draft.none, *draft.samples, *draft.out_of_scope):
        yield from map(Scalar, asked.places, asked.texts)
    for node in draft.life_samples.nodes:
        yield from scalars(node.values.get("text"))
