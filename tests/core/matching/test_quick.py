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


def test_who_is_wary_hears_danger_sooner() -> None:
    said = "uns fehlt das geld"
    assert build(a_kb(), DAY).danger(said) == ""
    assert build(a_kb(), DAY, wariness=0.2).danger(said) == "emergency"
