from bot.core.matching.features import piece_features, pieces, stem, word_features


def test_endings_fall_off_by_the_language() -> None:
    assert stem("termine", "de") == stem("termin", "de")
    assert stem("appointments", "en") == stem("appointment", "en")


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert stem("зустрічі", "uk") == "зустрічі"


def test_pieces_have_two_to_five_letters_with_the_borders() -> None:
    assert set(pieces("au")) == {" a", "au", "u ", " au", "au ", " au "}


def test_the_pieces_of_an_endless_word_are_limited() -> None:
    assert len(pieces("x" * 4000)) < 200


def test_words_count_alone_and_in_pairs_and_never_as_pieces() -> None:
    words = word_features(("kein", "geld"), "de")
    assert len(words) == 3
    assert not words.keys() & piece_features(("kein", "geld")).keys()
