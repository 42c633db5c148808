"""What can be wrong in the texts that citizens are sent: names in braces, stars, links, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.content.draft import Draft, Table
from bot.content.formats import DANGERS
from bot.content.schema import meant, quoted
from bot.content.yaml_nodes import Fields, Scalar
from bot.core import markup
from bot.core.facts import CONTACT, placeholders
from bot.core.knowledge import Problem


def unknown_placeholders(draft: Draft) -> Iterator[Problem]:
    for text in _texts(draft):
        for offset, name in placeholders(text.text):
            of_contact = name.startswith(CONTACT)
            table: Table[Any] = draft.contacts if of_contact else draft.facts
            if table.lacks(name.removeprefix(CONTACT)):
                where = "contacts.yaml" if of_contact else "facts.yaml"
                yield Problem(
                    text.place_at(offset),
                    f"{{{name}}} steht nicht in {where}. Bitte dort ergänzen oder den Namen berichtigen."
                    + meant(name.removeprefix(CONTACT), table.ids),
                )


def stray_braces(draft: Draft) -> Iterator[Problem]:
    for text in _texts(draft):
        rest = text.text
        for offset, name in placeholders(text.text):
            rest = rest[:offset] + " " * (len(name) + 2) + rest[offset + len(name) + 2 :]
        for brace in re.finditer("[{}]", rest):
            yield Problem(
                text.place_at(brace.start()),
                "Diese geschweifte Klammer hat kein Gegenstück in derselben Zeile. "
                "Bitte ergänzen, zum Beispiel {regelbedarf_1}, oder löschen.",
            )


_MARKUP_WORDS = {
    "bold": "Dieser Stern hat kein Gegenstück. Fett schreibt man *so*, in einer Zeile.",
    "nested": "Hier stehen mehrere Sterne zusammen. Fett schreibt man mit je einem Stern: *so*.",
    "link": "Dieser Link ist so nicht lesbar. Bitte schreiben: [Text](https://...), ohne Leerzeichen.",
}


def malformed_markup(draft: Draft) -> Iterator[Problem]:
    for text in _texts(draft):
        for malformed in markup.problems(text.text):
            yield Problem(text.place_at(malformed.offset), _MARKUP_WORDS[malformed.kind])


def missing_safety_texts(draft: Draft) -> Iterator[Problem]:
    if draft.safety is None:
        return
    safety, node = draft.safety
    texts = node.values["texts"]
    for danger in DANGERS:
        if isinstance(texts, Fields) and "de" not in safety.texts.get(danger, {}):
            yield Problem(
                texts.place_of(danger),
                f"Der deutsche Text für {quoted(danger)} fehlt. Bitte unter {danger} ergänzen: de:",
            )


CHECKS = (unknown_placeholders, stray_braces, malformed_markup, missing_safety_texts)


def _texts(draft: Draft) -> Iterator[Scalar]:
    """Every text that a citizen may be sent, as it stands in the files."""
    for table in (draft.entries.nodes, draft.smalltalk.nodes):
        for node in table:
            for key in ("answer", "simple"):
                text = node.values.get(key)
                if isinstance(text, Scalar):
                    yield text
    if draft.safety:
        yield from _scalars(draft.safety[1].values["texts"])


def _scalars(node: Any) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Fields):
        for below in node.values.values():
            yield from _scalars(below)
