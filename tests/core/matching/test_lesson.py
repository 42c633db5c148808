"""A few changes are added to what was learnt before; after many, all is learnt anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.index_cache import IndexCache
from bot.core.knowledge import Language
from bot.core.matching import Band
from bot.core.matching.finder import KnowledgeFinder
from tests.core.matching.knowledge import ENTRIES, LANGUAGES, PHRASINGS, SAFETY, Synonyms, a_finder, an_entry

WHEN = ("heute", "morgen", "montag", "gestern", "bald", "nachts", "ostern", "sommer", "mai", "immer")
GERMAN = {
    **PHRASINGS["de"],
    "fahrtkosten": tuple(f"bezahlt ihr die busfahrt {when}" for when in WHEN),
    "regelbedarf": tuple(f"wie viel geld habe ich {when}" for when in WHEN),
    "termin-verpasst": tuple(f"war {when} nicht beim termin" for when in WHEN),
}
NEW = "blafasel pustekuchen verdaddelt"


class Told(list[str]):
    """What was learnt anew, and what was only added."""

    def finder(
        self, folder: Path, german: Mapping[str, tuple[str, ...]], **fields: object
    ) -> KnowledgeFinder:
        cache = IndexCache(folder, lambda: self.append("learnt"), lambda: self.append("amended"))
        return a_finder(cache=cache, phrasings={**PHRASINGS, "de": german}, **fields)


@pytest.fixture(params=["words", "meaning"])
def engine(request: pytest.FixtureRequest) -> dict[str, object]:
    return {"encoder": Synonyms({})} if request.param == "meaning" else {}


def test_a_new_phrasing_is_found_though_nothing_was_learnt_anew(tmp_path: Path, engine: dict[str, object]):
    told = Told()
    before = told.finder(tmp_path, GERMAN, **engine)
    assert before.find(NEW).band is Band.NONE
    told.clear()
    more = {**GERMAN, "termin-verpasst": (*GERMAN["termin-verpasst"][1:], NEW)}
    after = told.finder(tmp_path, more, **engine)
    assert set(told) == {"amended"}
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


def test_a_new_entry_is_found(tmp_path: Path):
    told = Told()
    told.finder(tmp_path, GERMAN)
    told.clear()
    entry = an_entry("umzug", "Ich möchte umziehen")
    after = told.finder(tmp_path, {**GERMAN, "umzug": ("neue wohnung",)}, entries=(*ENTRIES, entry))
    assert "amended" in told  # of other languages there is so little that it is learnt
    assert after.find("ich möchte umziehen").candidates[0].entry == "umzug"


@pytest.mark.parametrize(
    "changed",
    [
        {"german": {**GERMAN, "gewalt": tuple(f"er schlägt mich {when}" for when in WHEN)}},
        {"german": GERMAN, "languages": {**LANGUAGES, "de": Language({"moin": "hallo"}, ("hallo",))}},
    ],
    ids=["many phrasings", "other short forms"],
)
def test_after_many_changes_all_is_learnt_anew(tmp_path: Path, changed: dict[str, object]):
    told = Told()
    told.finder(tmp_path, GERMAN)
    told.clear()
    told.finder(tmp_path, **changed)
    assert "learnt" in told


def test_a_new_phrase_of_danger_is_learnt_at_once(tmp_path: Path):
    told = Told()
    told.finder(tmp_path, GERMAN)
    told.clear()
    crisis = {**SAFETY.phrases["crisis"], "de": (*SAFETY.phrases["crisis"]["de"], "morgen ist alles aus")}
    safety = replace(SAFETY, phrases={**SAFETY.phrases, "crisis": crisis})
    after = told.finder(tmp_path, GERMAN, safety=safety)
    assert told == ["learnt"]
    assert after.danger("morgen ist alles aus") == "crisis"
