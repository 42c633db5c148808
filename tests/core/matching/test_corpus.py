from datetime import date

from bot.core.matching.corpus import Class, Kind, read
from tests.core.matching.knowledge import DAY, a_kb, an_entry


def texts_of(of: Class, **fields: object) -> list[str]:
    return [example.text for example in read(a_kb(**fields), DAY).examples if example.of == of]


def test_question_keywords_and_phrasings_of_all_languages_stand_for_an_entry() -> None:
    found = texts_of(Class(Kind.ENTRY, "termin-verschieben"))
    assert found[0] == "Kann ich meinen Termin verschieben?"
    assert "verlegen Ausweichtermin" in found
    assert "can i move my appointment to another day" in found


def test_entries_come_first_then_what_stands_beside_them() -> None:
    corpus = read(a_kb(), DAY)
    kinds = [a_class.kind for a_class in corpus.classes]
    assert kinds == [Kind.ENTRY] * 5 + [Kind.SMALLTALK, Kind.NONE]


def test_a_withdrawn_entry_stays_so_that_its_neighbour_is_not_answered_instead() -> None:
    corpus = read(a_kb(withdrawn=frozenset({"regelbedarf"})), DAY)
    assert Class(Kind.ENTRY, "regelbedarf") in corpus.classes


def test_only_what_is_valid_on_the_day_counts() -> None:
    old = an_entry("betrag", "Wie hoch ist der alte Betrag", valid_until=date(2025, 12, 31))
    new = an_entry("betrag", "Wie hoch ist der neue Betrag", valid_from=date(2026, 1, 1))
    assert "Wie hoch ist der neue Betrag" in texts_of(Class(Kind.ENTRY, "betrag"), entries=(old, new))
    assert "Wie hoch ist der alte Betrag" not in texts_of(Class(Kind.ENTRY, "betrag"), entries=(old, new))


def test_phrasings_without_an_entry_and_texts_without_words_are_left_out() -> None:
    corpus = read(a_kb(phrasings={"de": {"gibt-es-nicht": ("x y z",)}}, none={"de": ("👍", "")}), DAY)
    assert not [example for example in corpus.examples if example.text in {"x y z", "👍", ""}]
    assert Class(Kind.NONE) not in corpus.classes
