"""What ``--ablate`` takes out is really out: a line of its table that changes nothing would be a lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.knowledge import ELSEWHERE
from bot.core.matching.finder import build
from tests.bench.ablations import variants
from tests.core.matching.knowledge import DAY, ENTRIES, LANGUAGES, PHRASINGS, Synonyms, a_kb, an_entry

SIGNS = {"past": ("verpasst|versäumt|verschlafen",)}
TEXTS = (
    "hab meinen termn verpasst",
    "hallo wie viel geld",
    "wer bezahlt das busticket zum termin",
    "perso weg",
    "pizza bestellen",
)
GERMAN = {**PHRASINGS["de"], "elsewhere-ausweis": ("perso verloren", "personalausweis weg")}
KB = a_kb(
    entries=(*ENTRIES, an_entry("elsewhere-ausweis", "Mein Ausweis ist weg", topic=ELSEWHERE)),
    phrasings={**PHRASINGS, "de": GERMAN},
    languages={
        **LANGUAGES,
        "de": replace(LANGUAGES["de"], signs=SIGNS),
    },
    from_life=frozenset({("de", "termin-verpasst", "hab den termin verschlafen")}),
)
TOO_SMALL_HERE = ("all", "all axes of the vectors")
"""Nothing is taken out; there are fewer axes than are kept."""


def told(number: int) -> tuple[str, list[object]]:
    """The name of a variant, and what it makes of the texts."""
    name, kb, changed = list(variants(KB))[number]
    with changed:
        finder = build(kb, DAY, encoder=Synonyms({}))
        return name, [finder.examined(text) for text in TEXTS]


@pytest.mark.parametrize("number", range(1, len(list(variants(KB)))))
def test_each_piece_that_is_taken_out_was_of_use(number: int) -> None:
    name, found = told(number)
    assert (str(found) == str(told(0)[1])) == (name in TOO_SMALL_HERE)
