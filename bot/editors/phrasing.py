"""Which sentence may become a phrasing, and what speaks against one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import KnowledgeBase
from bot.core.matching.sentences import LONGEST_QUESTION
from bot.core.redaction import without_personal
from bot.core.redaction.findings import PLACEHOLDER
from bot.editors.rules import is_near_copy, plain

NONE = "none"
"""The id under which stands what belongs to no entry."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence on one line that shall stand for ``entry`` in this language."""

    entry: str
    language: str
    text: str


def objection(
    wanted: Wanted, kb: KnowledgeBase, on: date, samples: Collection[str], beside: Collection[Wanted] = ()
) -> str:
    """Why this sentence may not be added: German, with what to do; "" if it may.

    What points to a person is found as in a citizen's message, names too: editors copy from those, and what
    they add stays in old versions for ever. Of the 31,000 phrasings that are shipped, 2 in 1,000 would be
    refused, nearly all for a name. (``content.personal_data``, by which files are refused, must be surer.)

    *samples* are the sample questions of its language; *beside* are the others that shall be added with it.
    """
    text = wanted.text
    if not any(map(str.isalpha, plain(text))):
        return "Da stehen keine Wörter."
    if len(text) > LONGEST_QUESTION:
        return (
            f"Der Satz hat {len(text)} Zeichen, erlaubt sind {LONGEST_QUESTION}. Längere Nachrichten liest "
            "der Chat Satz für Satz: Bitte nur den Teil nehmen, auf den es ankommt."
        )
    kept = without_personal(text, on)
    if PLACEHOLDER.search(kept):
        return (
            f"Was hier in Klammern steht, ist vermutlich persönlich: „{kept}“. Bitte weglassen oder durch "
            "andere Wörter ersetzen."
        )
    twin = next((one for one in beside if is_near_copy(plain(text), plain(one.text))), None)
    return "Der Satz kommt zweimal vor." if twin else _known(wanted, kb, samples)


def _known(wanted: Wanted, kb: KnowledgeBase, samples: Collection[str]) -> str:
    """Where the sentence, or nearly the same, stands already."""
    folded = plain(wanted.text)
    for entry, texts in {
        NONE: kb.none.get(wanted.language, ()),
        **kb.phrasings.get(wanted.language, {}),
    }.items():
        for known in texts:
            other = plain(known)
            if other == folded:
                return f"Der Satz steht schon bei '{entry}'."
            if entry == wanted.entry and is_near_copy(folded, other):
                return f"Fast derselbe Satz steht dort schon: „{known}“. Daraus lernt der Chat nichts Neues."
    near = next((sample for sample in samples if is_near_copy(folded, plain(sample))), None)
    if near is not None:
        return f"Das ist die Probefrage „{near}“. Lernte der Chat aus ihr, prüfte sie nichts mehr."
    return ""
