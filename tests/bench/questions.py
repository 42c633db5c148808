"""The project's own questions with known answers: none of them is learnt from.

``samples``: written topic by topic, by people who knew only the title and border of a topic; in other
languages too. ``life``: written from the lives of people and labelled afterwards (``samples/de/life.yaml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.content.faq_files import read_life_samples, read_out_of_scope, read_samples

SIGNPOST = "elsewhere-"
BESIDE = ("elsewhere", "smalltalk", "none")
DANGER = "danger"


@dataclass(frozen=True)
class Query:
    """A question with the ids that are right, the best first; none if it belongs nowhere.

    ``near``: a matter of another authority, the hardest to tell from the Jobcenter's own.
    """

    text: str
    right: tuple[str, ...] = ()
    near: bool = False

    @property
    def inside(self) -> bool:
        """Is it a matter of the Jobcenter?"""
        return bool(self.right) and not self.near


def question_sets(faq: Path) -> dict[str, list[Query]]:
    """All sets of questions in ``faq/samples``, by name."""
    outside, samples = read_out_of_scope(faq), read_samples(faq)
    sets = {}
    for language, by_entry in samples.items():
        asked = [_query(text, (entry,)) for entry, texts in by_entry.items() for text in texts]
        name = "samples" if language == "de" else f"samples {language}"
        sets[name] = [*asked, *(Query(text) for text in outside.get(language, ()))]
    sets["life"] = [_query(one.text, one.right) for one in read_life_samples(faq) if DANGER not in one.right]
    return {name: queries for name, queries in sets.items() if queries}


def _query(text: str, right: tuple[str, ...]) -> Query:
    ids = tuple(one for one in right if one not in BESIDE)
    near = right[0] == "elsewhere" or right[0].startswith(SIGNPOST)
    return Query(text, ids if right[0] not in BESIDE or near else (), near)
