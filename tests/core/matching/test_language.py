import pytest

from bot.core.matching.language import LANGUAGES, LanguageFinder, detector, guess, script
from bot.core.matching.normalise import fold

GERMAN = "ich habe meinen termin verpasst was jetzt kein geld im jobcenter war"
ENGLISH = "i missed my appointment what now was in the jobcenter"
VOCABULARY = {"de": frozenset(GERMAN.split()), "en": frozenset(ENGLISH.split())}


def told(text: str, hint: str = "", found: str = "") -> str:
    """The language of *text*; with *found*, as if the detector had said that."""
    finder = LanguageFinder(VOCABULARY, (lambda _: found) if found else None)
    return finder.language(text, tuple(fold(text).split()), hint)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich habe meinen Termin verpasst", "de"),
        ("I could not come to the office yesterday because I was ill", "en"),
        ("Randevuma gelemiyorum çünkü çocuğum hasta", "tr"),
        ("لا أستطيع الحضور إلى الموعد غدا", "ar"),
        ("Я не можу прийти на зустріч у понеділок", "uk"),
        ("Я не могу прийти на встречу в понедельник", "ru"),
        ("Nie mogę przyjść na spotkanie w poniedziałek", "pl"),
    ],
)
def test_whole_sentences_are_told_apart(text: str, language: str) -> None:
    assert told(text) == language


def test_german_words_of_the_knowledge_base_outweigh_the_detector() -> None:
    assert told("termin verpasst im jobcenter", found="en") == "de"


def test_words_that_both_languages_know_outweigh_nothing() -> None:
    assert told("what was in the jobcenter", found="en") == "en"


def test_fewer_than_three_latin_words_are_german() -> None:
    assert told("Skype Bot", found="en") == "de"


def test_a_hint_decides_what_is_too_short() -> None:
    assert told("ofis adresi", hint="tr", found="tr") == "tr"


def test_one_known_word_of_another_language_is_enough() -> None:
    assert told("missed appointment", found="en") == "en"


def test_an_unknown_hint_is_ignored() -> None:
    assert told("ok", hint="xx", found="und") == "de"


@pytest.mark.parametrize("text", ["", "123", "😀", "!?"])
def test_what_has_no_letters_is_german(text: str) -> None:
    assert told(text) == "de"


def test_the_script_decides_against_the_detector() -> None:
    assert told("وين الجوب سنتر", found="de") == "ar"
    assert told("термін", found="de") == "uk"


@pytest.mark.parametrize(
    ("text", "kind"), [("Termin", "latin"), ("термин", "cyrillic"), ("موعد", "arabic"), ("12", "")]
)
def test_the_script_of_most_letters(text: str, kind: str) -> None:
    assert script(text) == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wie kann ich das machen", "de"),
        ("how can i do that", "en"),
        ("bu nasıl olacak bana bir cevap", "tr"),
        ("nie wiem co mam zrobić", "pl"),
        ("чому це так є", "uk"),
        ("почему это так", "ru"),
        ("موعد", "ar"),
        ("پرسش", "fa"),
        ("xyzzy", "de"),
    ],
)
def test_without_a_detector_script_and_common_words_decide(text: str, language: str) -> None:
    assert guess(text) == language
    assert told(text, found=guess(text)) in {language, "de"}


def test_the_installed_detector_names_only_our_languages() -> None:
    detect = detector()
    assert {detect(text) for text in ("la vita è bella e molto lunga", "god morgen alle sammen")} <= {
        *LANGUAGES,
        "und",
    }
