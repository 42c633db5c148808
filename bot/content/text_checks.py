"""What can be wrong in the texts that citizens are sent: names in braces, stars, links, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.content.draft import Draft, Table
from bot.content.formats import DANGERS
from bot.content.schema import meant, quoted
from bot.content.yaml_nodes import Fields, Scalar, scalars
from bot.core import markup
from bot.core.facts import CONTACT, placeholders
from bot.core.knowledge import Problem


def unknown_placeholder(draft: Draft) -> Iterator[Problem]:
    """In geschweiften Klammern steht ein Name, den es in facts.yaml oder contacts.yaml nicht gibt. Der Chat
    wüsste nicht, welchen Betrag oder welche Nummer er dort nennen soll. Bitte den Namen berichtigen oder
    dort ergänzen.
    """
    for text in sent_texts(draft):
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


def stray_brace(draft: Draft) -> Iterator[Problem]:
    """Eine geschweifte Klammer steht allein. Statt eines Betrags läsen die Menschen die Klammer. Bitte das
    Gegenstück in derselben Zeile ergänzen oder die Klammer löschen.
    """
    for text in sent_texts(draft):
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
    """Ein Stern oder ein Link ist nicht vollständig. Im Chat stünden die Zeichen selbst statt fetter Schrift
    oder eines Links. Bitte so schreiben: *fett* in einer Zeile, [Text](https://...) ohne Leerzeichen.
    """
    for text in sent_texts(draft):
        for malformed in markup.problems(text.text):
            if not _NOT_HTTPS.match(text.text, malformed.offset):
                yield Problem(text.place_at(malformed.offset), _MARKUP_WORDS[malformed.kind])


_NOT_HTTPS = re.compile(
    r"\[[^\[\]\n]*\]\s?\(\s*(?:(?:http|ftp)://|www\.)[^()\n]*\)?"  # [text](http://...)
    r"|\b(?:http|ftp)://\S+",
    re.IGNORECASE,
)


def link_in_text_not_https(draft: Draft) -> Iterator[Problem]:
    """Ein Link in einem Text beginnt nicht mit https://. Ohne das s kann unterwegs jemand mitlesen oder die
    Seite fälschen, und der Chat zeigt ihn nicht als Link. Bitte so schreiben: [Text](https://...).
    """
    for text in sent_texts(draft):
        for link in _NOT_HTTPS.finditer(text.text):
            yield Problem(
                text.place_at(link.start()),
                "Dieser Link beginnt nicht mit https://. Bitte so schreiben: [Text](https://...). "
                "Gibt es die Seite nur ohne s, bitte weglassen.",
            )


def missing_safety_text(draft: Draft) -> Iterator[Problem]:
    """Für eine Art von Gefahr fehlt der deutsche Text. Der Chat könnte in diesem Notfall nichts sagen. Bitte
    in safety.yaml ergänzen, am besten mit einer Fachstelle.
    """
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


CHECKS = (
    unknown_placeholder,
    stray_brace,
    malformed_markup,
    link_in_text_not_https,
    missing_safety_text,
)


def sent_texts(draft: Draft) -> Iterator[Scalar]:
    """Every text that a citizen may be sent, as it stands in the files."""
    for table in (draft.entries.nodes, draft.smalltalk.nodes):
        for node in table:
            for key in ("answer", "simple"):
                text = node.values.get(key)
                if isinstance(text, Scalar):
                    yield text
    if draft.safety:
        yield from scalars(draft.safety[1].values["texts"])
