from bot.core.matching.explain import explain, nearest
from tests.core.matching.knowledge import Synonyms, a_finder


def test_the_words_that_spoke_for_the_winner_are_named() -> None:
    found = explain(a_finder(), "ich habe den termin heute verschlafen")
    assert found.contenders[0].candidate.entry == "termin-verpasst"
    assert "verschlafen" in found.words
    assert "heute" not in found.words


def test_the_nearest_phrasings_of_the_winner_and_of_the_runner_up_are_shown() -> None:
    first, second = explain(a_finder(), "hab den termin verschlafen").contenders
    assert first.phrasings[0][0] == "hab den termin verschlafen"
    assert first.phrasings[0][1] > 0.99
    assert second.candidate.entry != first.candidate.entry
    assert second.phrasings[0][1] < first.phrasings[0][1]


def test_what_was_read_differently_is_told() -> None:
    assert ("verschlaffen", "verschlafen") in explain(a_finder(), "den termin verschlaffen").mended


def test_what_nothing_is_like_has_no_explanation() -> None:
    assert explain(a_finder(), "1234") == explain(a_finder(), "")
    assert explain(a_finder(), "").contenders == ()


def test_meaning_alone_is_an_explanation_too() -> None:
    question = "xyzzy plugh"
    found = explain(a_finder(encoder=Synonyms({question: "wie hoch ist der regelsatz"})), question)
    assert found.contenders[0].phrasings[0][0] == "Wie hoch ist der Regelsatz"


def test_the_nearest_phrasings_of_any_entry_can_be_shown() -> None:
    (first, likeness), *_ = nearest(a_finder(), "krieg ich spritgeld für die fahrt", "fahrtkosten")
    assert first == "krieg ich spritgeld für die anfahrt"
    assert 0.3 < likeness < 1
