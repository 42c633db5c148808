from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.matching import Band, Finder, Found
from bot.core.matching.finder import MOST_ALSO, KnowledgeFinder
from tests.core.matching.knowledge import ENTRIES, a_finder, an_entry
from tests.core.matching.test_remembered import Shelf


@pytest.fixture(scope="module")
def finder() -> KnowledgeFinder:
    return a_finder()


def best(found: Found) -> str:
    return found.candidates[0].entry


def test_it_is_what_the_dialogue_asks(finder: KnowledgeFinder) -> None:
    as_seen_by_the_dialogue: Finder = finder
    assert as_seen_by_the_dialogue.find("Termin verpasst").candidates


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Ich habe meinen Termin verpasst", "termin-verpasst"),
        ("hab gestern den termin verschlafen!!!", "termin-verpasst"),
        ("Können wir den Termin auf nächste Woche verlegen?", "termin-verschieben"),
        ("Ausweichtermin", "termin-verschieben"),
        ("wie hoch is der regelsaz", "regelbedarf"),
        ("can i move the appointment", "termin-verschieben"),
        ("ممكن تأجيل موعدي", "termin-verschieben"),
    ],
)
def test_the_right_entry_stands_first(finder: KnowledgeFinder, text: str, entry: str) -> None:
    assert best(finder.find(text)) == entry


def test_a_clear_question_is_answered(finder: KnowledgeFinder) -> None:
    found = finder.find("Wie viel Geld bekomme ich im Monat?")
    assert (found.band, found.entry) == (Band.ANSWER, "regelbedarf")
    assert found.confidence == found.candidates[0].confidence


def test_what_belongs_nowhere_is_not_answered(finder: KnowledgeFinder) -> None:
    for text in ("wie hoch ist der eiffelturm", "wann spielt bayern münchen", "xyzzy plugh"):
        found = finder.find(text)
        assert found.band in {Band.NONE, Band.SUGGEST}
        assert found.entry is None


def test_small_talk_is_small_talk(finder: KnowledgeFinder) -> None:
    for text in ("Hallo", "guten tag!", "wie geht es dir denn"):
        found = finder.find(text)
        assert (found.band, found.entry) == (Band.SMALLTALK, "gruss")


def test_a_greeting_before_a_question_is_no_small_talk(finder: KnowledgeFinder) -> None:
    assert finder.find("Hallo, wie viel Geld bekomme ich im Monat?").entry == "regelbedarf"


def test_danger_comes_before_everything(finder: KnowledgeFinder) -> None:
    found = finder.find("Ich habe meinen Termin verpasst. Ich bringe mich um.")
    assert (found.band, found.entry) == (Band.SAFETY, "crisis")
    assert best(found) == "termin-verpasst"


def test_a_command_is_named_beside_the_band(finder: KnowledgeFinder) -> None:
    assert finder.find("ruf mich an").command == "call_me"
    assert finder.find("Termin verpasst").command is None
    assert finder.command("Ruf mich an!") == "call_me"


@pytest.mark.parametrize(
    "text", ["", " ", "a", "7", "12345", "0171 3920017", "😀", "👍🏽 !!", "?", "я", "ل", "\ud83d"]
)
def test_what_says_nothing_finds_nothing(finder: KnowledgeFinder, text: str) -> None:
    found = finder.find(text)
    assert (found.band, found.entry, found.confidence) == (Band.NONE, None, 0.0)
    assert len(found.candidates) >= 3
    assert finder.danger(text) == finder.command(text) == ""


@settings(max_examples=150)
@given(text=st.text(max_size=500), hint=st.sampled_from(["", "de", "tr", "zz"]))
def test_any_text_has_a_meaning_in_order(finder: KnowledgeFinder, text: str, hint: str) -> None:
    found = finder.find(text, hint)
    certain = [candidate.confidence for candidate in found.candidates]
    assert len(certain) >= 3
    assert certain == sorted(certain, reverse=True)
    assert all(0 <= value <= 1 for value in (*certain, found.confidence))
    assert (found.entry is None) == (found.band in {Band.NONE, Band.SUGGEST})
    assert len({candidate.entry for candidate in found.candidates}) == len(certain)


MIXED = ("Termin.", "verpasst?", "geld", "ü", "ж", "م", "1", "😀", "\n", ",", "und", "Ich")


@settings(max_examples=20)
@given(text=st.lists(st.sampled_from(MIXED), min_size=900))
def test_long_texts_have_a_meaning_too(finder: KnowledgeFinder, text: list[str]) -> None:
    assert len(finder.find(" ".join(text)).candidates) >= 3


def test_in_a_long_message_the_sentence_with_the_question_counts(finder: KnowledgeFinder) -> None:
    story = "Meine Tante aus Amerika war zu Besuch, wir haben viel gelacht. " * 3
    more = "Das Wetter ist schön hier am See. Wir grillen heute noch mit den Leuten von nebenan. "
    text = f"{story}Wie viel Geld bekomme ich im Monat? {more * 2}"
    assert len(text) > 300
    found = finder.find(text)
    assert (found.band, found.entry) == (Band.ANSWER, "regelbedarf")


def test_two_questions_have_two_answers(finder: KnowledgeFinder) -> None:
    found = finder.find("Wie viel Geld bekomme ich im Monat? Und wer bezahlt die Fahrt zum Termin?")
    assert found.band is Band.ANSWER
    assert {found.entry, *found.also} == {"regelbedarf", "fahrtkosten"}
    assert 1 <= len(found.also) <= MOST_ALSO


def test_one_question_has_one_answer(finder: KnowledgeFinder) -> None:
    assert finder.find("Guten Tag. Wie viel Geld bekomme ich im Monat? Danke.").also == ()


def test_what_asks_for_a_withdrawn_entry_still_finds_it() -> None:
    """The dialogue says that the answer is being checked; a neighbour's answer would be wrong."""
    finder = a_finder(withdrawn=frozenset({"regelbedarf"}))
    assert best(finder.find("Wie viel Geld bekomme ich im Monat?")) == "regelbedarf"


def test_an_entry_is_answered_only_while_it_is_valid() -> None:
    entries = (
        *ENTRIES,
        an_entry("sonderzahlung", "Wann kommt die Sonderzahlung?", valid_until=date(2026, 1, 1)),
    )
    assert (
        best(a_finder(date(2025, 6, 1), entries=entries).find("Wann kommt die Sonderzahlung?"))
        == "sonderzahlung"
    )
    later = a_finder(date(2026, 6, 1), entries=entries).find("Wann kommt die Sonderzahlung?")
    assert "sonderzahlung" not in {candidate.entry for candidate in later.candidates}


def test_an_empty_knowledge_base_answers_nothing() -> None:
    found = a_finder(entries=(), none={}, smalltalk=(), phrasings={}).find("Termin verpasst")
    assert (found.band, found.candidates) == (Band.NONE, ())


def test_from_the_cache_it_finds_the_same() -> None:
    shelf = Shelf()
    fresh, again = a_finder(cache=shelf), a_finder(cache=shelf)
    for text in ("termin verpasst", "mein mann schlägt mich", "hallo", "pizza"):
        assert fresh.find(text) == again.find(text)


def test_another_knowledge_base_does_not_take_the_cache_of_this_one() -> None:
    shelf = Shelf()
    a_finder(cache=shelf)
    before = len(shelf.kept)
    finder = a_finder(cache=shelf, phrasings={"de": {"regelbedarf": ("kohle vom amt",)}})
    assert len(shelf.kept) > before
    assert best(finder.find("kohle vom amt")) == "regelbedarf"


def test_what_is_cached_are_plain_arrays() -> None:
    shelf = Shelf()
    a_finder(cache=shelf)
    assert all(kept.dtype != np.dtype(object) for kept in each(shelf))


def each(shelf: Shelf) -> Iterator[np.ndarray]:
    for arrays in shelf.kept.values():
        yield from arrays.values()
