import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.knowledge import Language
from bot.core.matching.normalise import Normaliser, fold


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("GRÖSSE", "groesse"),
        ("Größe", "groesse"),
        ("Groesse", "groesse"),
        ("o\u0308ffnen", "oeffnen"),
        ("jaaaa", "ja"),
        ("bitttte", "bitte"),
        ("1000 Euro", "1000 euro"),
        ("50€", "50 euro"),
        ("gibt's", "gibts"),
        ("1-Euro-Job", "1 euro job"),
        ("\uff34\uff45\uff52\uff4d\uff49\uff4e", "termin"),
        ("hilfe 😭😭!!", "hilfe"),
        ("٣٠", "30"),
        ("İŞ ARIYORUM", "is ariyorum"),
        ("proszę", "prosze"),
        ("موعدي", "موعدي"),
        ("إلغاء", "الغاء"),
        ("йїґ ЁЛКА", "йїґ елка"),
    ],
)
def test_one_spelling_for_what_means_the_same(typed: str, plain: str) -> None:
    assert " ".join(fold(typed).split()) == plain


@given(st.text())
def test_folded_text_stays_as_it_is_when_folded_again(text: str) -> None:
    """The vocabulary is folded once, a question may be folded twice."""
    once = " ".join(fold(text).split())
    assert " ".join(fold(once).split()) == once


def normaliser() -> Normaliser:
    return Normaliser(
        Language(
            {"hab": "habe", "jc": "jobcenter", "nimmer": "nicht mehr"},
            ("hallo", "guten tag", "bitte", "vielen dank", "dank"),
        )
    )


def test_slang_is_replaced_by_whole_words() -> None:
    assert normaliser().words("hab nimmer rehab im JC") == (
        "habe",
        "nicht",
        "mehr",
        "rehab",
        "im",
        "jobcenter",
    )


def test_greetings_and_politeness_are_taken_off_both_ends() -> None:
    words = normaliser().words("Hallo, guten Tag! Termin verschieben bitte, vielen Dank")
    assert words == ("termin", "verschieben")


def test_politeness_in_the_middle_stays() -> None:
    assert normaliser().words("termin bitte verschieben") == ("termin", "bitte", "verschieben")


def test_a_greeting_alone_is_kept() -> None:
    """Else "Hallo" would mean nothing at all."""
    assert normaliser().words("Hallo") == ("hallo",)


@given(st.text())
def test_words_are_never_lost_altogether(text: str) -> None:
    assert bool(normaliser().words(text)) == bool(fold(text).split())
