"""A few changes are added to what was learnt before; after many, all is learnt anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.content.index_cache import IndexCache
from bot.core.knowledge import Language
from bot.core.matching import Band
from bot.core.matching.cholesky import RIDGE
from bot.core.matching.corpus import Class, Corpus, Example, Kind
from bot.core.matching.finder import KnowledgeFinder
from bot.core.matching.index import Arrays, Index
from bot.core.matching.lesson import Lesson, lesson_of
from bot.core.matching.likeness import Likeness
from bot.core.matching.reading import build_reader
from bot.core.matching.score import targets_of
from tests.core.matching.knowledge import (
    ENTRIES,
    LANGUAGES,
    PHRASINGS,
    SAFETY,
    Synonyms,
    a_finder,
    a_kb,
    an_entry,
)

WHEN = ("heute", "morgen", "montag", "gestern", "bald", "nachts", "ostern", "sommer", "mai", "immer")
GERMAN = {
    **PHRASINGS["de"],
    "fahrtkosten": tuple(f"bezahlt ihr die busfahrt {when}" for when in WHEN),
    "regelbedarf": tuple(f"wie viel geld habe ich {when}" for when in WHEN),
    "termin-verpasst": tuple(f"war {when} nicht beim termin" for when in WHEN),
}
NEW = "blafasel pustekuchen verdaddelt"


class Told(dict[str, str]):
    """What was "learnt" anew and what was only "amended", by kind."""

    def finder(
        self, folder: Path, german: Mapping[str, tuple[str, ...]], **fields: object
    ) -> KnowledgeFinder:
        told = self
        told.clear()

        class Telling(IndexCache):
            """An index cache that says what became of which kind."""

            def get(self, kind: str, key: str) -> Arrays | None:
                if kind != "sentences":
                    self.kind = "-".join(kind.split("-")[:2]) if "entries" in kind else "danger"
                return super().get(kind, key)

            def amended(self) -> None:
                told[self.kind] = "amended"

            def missing(self) -> None:
                told[self.kind] = "learnt"

        cache = Telling(folder, amended=lambda: None)
        return a_finder(cache=cache, phrasings={**PHRASINGS, "de": german}, **fields)


@pytest.fixture(params=["words", "meaning"])
def engine(request: pytest.FixtureRequest) -> dict[str, object]:
    return {"encoder": Synonyms({})} if request.param == "meaning" else {}


def test_a_new_phrasing_is_found_though_nothing_was_learnt_anew(tmp_path: Path, engine: dict[str, object]):
    told = Told()
    before = told.finder(tmp_path, GERMAN, **engine)
    assert before.find(NEW).band is Band.NONE
    more = {**GERMAN, "termin-verpasst": (*GERMAN["termin-verpasst"][1:], NEW)}
    after = told.finder(tmp_path, more, **engine)
    assert told == {"entries-de": "amended", "danger": "amended"}
    assert after.find(NEW).candidates[0].entry == "termin-verpasst"
    assert after.find(NEW).confidence > before.find(NEW).confidence
    for text in (
        "wie viel geld habe ich im sommer",
        "bezahlt ihr die busfahrt",
        "kann ich den termin verlegen",
    ):
        assert after.find(text).candidates[0].entry == before.find(text).candidates[0].entry


def test_what_was_only_added_is_not_kept(tmp_path: Path):
    told = Told()
    told.finder(tmp_path, GERMAN)
    kept = set(tmp_path.iterdir())
    told.finder(tmp_path, {**GERMAN, "regelbedarf": (*GERMAN["regelbedarf"], NEW)})
    assert set(tmp_path.iterdir()) == kept


def test_entries_come_and_go(tmp_path: Path):
    told = Told()
    before = told.finder(tmp_path, GERMAN)
    entry = an_entry("umzug", "Ich möchte umziehen")
    after = told.finder(tmp_path, {**GERMAN, "umzug": ("neue wohnung",)}, entries=(entry, *ENTRIES))
    assert told["entries-de"] == "amended"
    assert after.find("ich möchte umziehen").candidates[0].entry == "umzug"
    for text in ("wie viel geld habe ich im sommer", "bezahlt ihr die busfahrt", "war gestern nicht da"):
        assert after.find(text).candidates[0].entry == before.find(text).candidates[0].entry
    fewer = tuple(one for one in ENTRIES if one.id != "termin-verschieben")
    without = told.finder(tmp_path, {**GERMAN, "termin-verschieben": ()}, entries=fewer)
    assert "termin-verschieben" not in [one.entry for one in without.find("termin verlegen").candidates]


@pytest.mark.parametrize(
    "changed",
    [
        {"german": {**GERMAN, "fahrtkosten": tuple(f"wer zahlt die fahrkarte {when}" for when in WHEN)}},
        {"german": GERMAN, "languages": {**LANGUAGES, "de": Language({"moin": "hallo"}, ("hallo",))}},
    ],
    ids=["many phrasings", "other short forms"],
)
def test_after_many_changes_all_is_learnt_anew(tmp_path: Path, changed: dict[str, object]):
    told = Told()
    told.finder(tmp_path, GERMAN)
    told.finder(tmp_path, **changed)
    assert told["entries-de"] == told["danger"] == "learnt"


def test_a_new_phrase_of_danger_is_learnt_at_once(tmp_path: Path):
    told = Told()
    told.finder(tmp_path, GERMAN)
    crisis = {**SAFETY.phrases["crisis"], "de": (*SAFETY.phrases["crisis"]["de"], "morgen ist alles aus")}
    safety = replace(SAFETY, phrases={**SAFETY.phrases, "crisis": crisis})
    after = told.finder(tmp_path, GERMAN, safety=safety)
    assert told == {"danger": "learnt"}
    assert after.danger("morgen ist alles aus") == "crisis"


def test_what_is_no_phrasing_any_more_is_no_longer_harmless(tmp_path: Path):
    """And danger is heard as before after other changes."""
    told, text = Told(), "ich will nicht mehr leben und bringe mich um"
    mistaken = {**GERMAN, "regelbedarf": (*GERMAN["regelbedarf"], text)}
    assert told.finder(tmp_path, mistaken).danger(text) == ""
    after = told.finder(tmp_path, {**GERMAN, "regelbedarf": (*GERMAN["regelbedarf"], NEW)})
    assert told["danger"] == "amended"
    assert after.danger(text) == "crisis"
    assert after.danger("er hat mich gewürgt gestern") == "violence"
    assert after.danger(NEW) == ""


def test_what_was_amended_solves_what_would_be_learnt() -> None:
    """(K + ridge / weights) c = targets, whatever was shuffled, doubled or removed."""
    classes = [Class(Kind.ENTRY, name) for name in "abcd"]
    chance = np.random.default_rng(20261123)
    rows = [
        Example(
            " ".join(chance.choice(WHEN, 3)), "de", classes[number % 3], weight=(0.5, 1.0)[number % 5 > 0]
        )
        for number in range(120)
    ]
    old = a_lesson([*rows, Example("ganz etwas anderes", "de", classes[3])])
    new = a_lesson([*reversed(rows[3:]), rows[40], Example(NEW, "de", classes[1])])
    arrays = new.amended(old.learnt())
    assert arrays is not None
    likeness = Likeness(Index(arrays)).rows(0, len(new.rows), len(new.rows))
    weights = np.array([example.weight for example, _ in new.rows], np.float32)
    said = (likeness + np.diag(RIDGE / weights)) @ arrays["coefficients"]
    assert np.allclose(said, targets_of(new.labels, len(new.classes)), atol=1e-3)
    many = a_lesson([*rows, *(Example(f"{NEW} {number}", "de", classes[0]) for number in range(13))])
    assert many.amended(old.learnt()) is None


def a_lesson(examples: Sequence[Example]) -> Lesson:
    corpus = Corpus(tuple(examples), tuple(dict.fromkeys(example.of for example in examples)))
    reader = build_reader(a_kb(), corpus)
    return lesson_of(corpus, [(example, "de") for example in examples], reader, None)
