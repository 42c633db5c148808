"""Which sentence may become a phrasing, and what speaks against one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.content.personal_data import find_personal
from bot.core.knowledge import KnowledgeBase
from bot.core.matching.sentences import LONGEST_QUESTION
from bot.editors.rules import is_near_copy, plain

NONE = "none"
"""The id under which stands what belongs to no entry."""

_PLACEHOLDER = re.compile(r"\[[^\W\d_][^\[\]]*\]")
"""What redaction leaves in place of something personal: [Name]."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence on one line that shall stand for ``entry`` in this language."""

    entry: str
    language: str
    text: str


def objection(
    wanted: Wanted, kb: KnowledgeBase, samples: Collection[str], beside: Collection[Wanted] = ()
) -> str:
    """Why this sentence may not be added: German, with what to do; "" if it may.

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
    personal = next(find_personal(text), None)
    if personal is not None:
        return f"Da steht vermutlich {personal.what}. Bitte weglassen oder durch Wörter ersetzen."
    placeholder = _PLACEHOLDER.search(text)
    if placeholder:
        return f"{placeholder[0]} schreibt niemand. Bitte weglassen oder durch ein Wort ersetzen."
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
