import pytest

from bot.core.matching.spelling import Spelling


def a_spelling() -> Spelling:
    counts = {"termin": 9, "verschieben": 5, "krankmeldung": 3, "noch": 7, "geld": 4, "held": 1, "1234": 1}
    return Spelling(counts, guard=frozenset({"karte", "termine"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("termien", "termin"),
        ("temrin", "termin"),
        ("verschiben", "verschieben"),
        ("krankmldung", "krankmeldung"),
        ("gelt", "geld"),
    ],
)
def test_a_typing_error_is_mended(typed: str, meant: str) -> None:
    assert a_spelling().mended(typed) == meant


@pytest.mark.parametrize("word", ["termin", "termine", "karte", "och", "1235", "xylophon", "te1min", ""])
def test_what_is_known_short_a_number_or_far_from_all_stays(word: str) -> None:
    assert a_spelling().mended(word) == word


def test_of_two_equally_near_words_the_frequent_one_is_meant() -> None:
    assert a_spelling().mended("feld") == "geld"


def test_an_empty_vocabulary_mends_nothing() -> None:
    assert Spelling({}).mended("termien") == "termien"
