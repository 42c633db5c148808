from bot.core.matching.corpus import read
from bot.core.matching.normalise import Words
from bot.core.matching.reading import LONGEST_TEXT, Reader, build_reader, cleaned
from tests.core.matching.knowledge import DAY, a_kb


def a_reader() -> Reader:
    kb = a_kb()
    return build_reader(kb, read(kb, DAY))


def mended(text: str, language: str = "de") -> Words:
    return a_reader().mended_piece(text, language).words


def test_texts_are_cut_at_telegrams_limit_and_halves_of_characters_replaced() -> None:
    assert len(cleaned("x" * 9000)) == LONGEST_TEXT
    assert cleaned("a\ud83d") == "a?"


def test_slang_of_the_language_and_politeness_of_all_are_taken_away() -> None:
    assert a_reader().words("Hello, ich hab geld bitte", "de") == ("ich", "habe", "geld")


def test_misspelt_words_are_mended_to_words_people_ask_with() -> None:
    assert mended("termien verschiben") == ("termin", "verschieben")


def test_words_of_answers_and_of_danger_are_right_as_they_are() -> None:
    """ "Fahrkarte" stands in an answer only, "leben" in a phrase of danger only."""
    words = ("fahrkarte", "leben", "verstand", "bayern")
    assert mended(" ".join(words)) == words


def test_words_are_mended_within_their_language() -> None:
    assert mended("appointmnt", "en") == ("appointment",)
    assert mended("appointmnt", "de") == ("appointmnt",)
    assert mended("appointmnt", "fr") == ("appointmnt",)


def test_the_language_is_told_by_the_words_of_the_knowledge_base() -> None:
    assert a_reader().language("Termin versäumt") == "de"
    assert a_reader().language("can i move my appointment to another day") == "en"


def test_the_sentence_is_as_typed_but_for_what_was_mended_or_is_slang() -> None:
    reader = a_reader()
    assert reader.piece("Hab den TERMIEN, versäumt?", "de").sentence == "habe den termien, versäumt?"
    assert reader.mended_piece("Termin versäummt!!", "de").sentence == "termin versäumt"


def test_a_word_is_written_as_most_people_of_its_language_write_it() -> None:
    phrasings = {
        "de": {"regelbedarf": ("muss es so sein", "muss ich", "muß das", "die rente ist weg")},
        "pl": {"regelbedarf": ("moja rentę mi zabrali",)},
    }
    kb = a_kb(phrasings=phrasings)
    written = build_reader(kb, read(kb, DAY)).written
    assert "muss" not in written["de"]
    assert "rente" not in written["de"]
    assert written["pl"]["rente"] == "rentę"
