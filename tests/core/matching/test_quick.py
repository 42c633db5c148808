import pytest

from bot.content.matcher import quick_finder_of
from bot.core.matching import quick
from bot.core.matching.finder import build
from bot.core.matching.quick import MOST, thinned
from tests.core.matching.knowledge import DAY, PHRASINGS, a_kb

MANY = {
    "de": {
        "termin-verpasst": tuple(f"war am {day}. nicht da" for day in range(MOST)),
        "fahrtkosten": ("krieg ich spritgeld",),
        "gewalt": ("mein mann schlägt mich", "er bedroht mich", "er wirft mit flaschen"),
    },
    "en": PHRASINGS["en"],
}


def test_some_phrasings_of_each_entry_are_learnt_spread_evenly() -> None:
    kb = a_kb(phrasings=MANY)
    found = thinned(kb)
    assert found is not None
    assert found.phrasings["de"]["termin-verpasst"] == MANY["de"]["termin-verpasst"][::2]
    assert found.phrasings["de"]["fahrtkosten"] == MANY["de"]["fahrtkosten"]
    assert found.phrasings["en"] == MANY["en"]


def test_nothing_that_keeps_citizens_safe_is_left_out() -> None:
    kb = a_kb(phrasings=MANY)
    found = thinned(kb)
    assert found is not None
    assert found.phrasings["de"]["gewalt"] == MANY["de"]["gewalt"]
    assert (found.safety, found.none) == (kb.safety, kb.none)


def test_a_small_knowledge_base_is_learnt_whole() -> None:
    assert thinned(a_kb()) is None


def test_the_quick_finder_goes_by_some_words_and_is_wary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST", 2)
    some = thinned(a_kb())
    assert some is not None
    exact, found = build(some, DAY), quick_finder_of(a_kb(), DAY)
    assert found is not None
    assert found.judge.sentences is None
    assert found.judge.shelf("de").index.size == exact.judge.shelf("de").index.size
    assert found.judge.shelf("de").index.size < build(a_kb(), DAY).judge.shelf("de").index.size
    bounds = [one.watch.signs._whole.sure for one in (exact, found) if one.watch.signs]
    assert bounds[1] == pytest.approx(bounds[0] - quick.WARINESS)


def test_who_is_wary_hears_danger_sooner() -> None:
    said = "uns fehlt das geld"
    assert build(a_kb(), DAY).danger(said) == ""
    assert build(a_kb(), DAY, wariness=0.2).danger(said) == "emergency"
