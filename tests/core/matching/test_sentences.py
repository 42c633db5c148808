from hypothesis import given
from hypothesis import strategies as st

from bot.core.matching.sentences import MOST_WORDS, matters, sentences


def test_sentences_end_at_marks_and_lines_not_at_dates() -> None:
    text = "Guten Tag! Am 3. Dezember um 9.30 Uhr kann ich nicht.\nWas nun?Danke"
    assert sentences(text, 9) == [
        "Guten Tag!",
        "Am 3. Dezember um 9.30 Uhr kann ich nicht.",
        "Was nun?",
        "Danke",
    ]


def test_a_text_without_any_mark_is_cut() -> None:
    parts = sentences(" ".join(map(str, range(100))), 9)
    assert [len(part.split()) for part in parts] == [MOST_WORDS, MOST_WORDS, 100 - 2 * MOST_WORDS]


def test_what_is_said_twice_is_one_part() -> None:
    assert sentences("Hallo? Hallo? Ist da wer?", 9) == ["Hallo?", "Ist da wer?"]


def test_too_many_sentences_are_joined_and_none_is_lost() -> None:
    parts = sentences(" ".join(f"Satz {word}." for word in "abcdefghij"), 4)
    assert len(parts) == 4
    assert " ".join(parts).count("Satz") == 10


def test_and_joins_two_matters() -> None:
    assert matters("kann morgen nicht kommen und wer zahlt die fahrt") == [
        "kann morgen nicht kommen",
        "wer zahlt die fahrt",
    ]


def test_one_matter_is_not_cut() -> None:
    assert matters("ich brauche hilfe und rat") == []
    assert matters("Kann ich den Termin verschieben?") == []


@given(st.text(), st.integers(1, 5))
def test_never_more_than_wished_and_every_part_has_a_letter(text: str, most: int) -> None:
    parts = sentences(text, most)
    assert len(parts) <= most
    assert all(any(char.isalnum() for char in part) for part in parts)
