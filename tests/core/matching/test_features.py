from bot.core.matching.features import piece_features, pieces, stem, word_features


def test_endings_fall_off_by_the_language() -> None:
    assert stem("termine", "de") == stem("termin", "de")
    assert stem("appointments", "en") == stem("appointment", "en")


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert stem("зустрічі", "uk") == "зустрічі"


def test_pieces_have_two_to_five_letters_with_the_borders() -> None:
    assert set(pieces("au")) == {" a", "au", "u ", " au", "au ", " au "}


def test_the_pieces_of_an_endless_word_are_limited() -> None:
    assert len(piece_features(("x" * 4000,))) < 200


def test_words_count_alone_and_in_pairs_and_never_as_pieces() -> None:
    words = set(word_features(("kein", "geld"), "de").tolist())
    assert len(words) == 3
    assert not words & set(piece_features(("kein", "geld")).tolist())
    assert words != set(word_features(("geld", "kein"), "de").tolist())  # the pair is another


def test_what_is_said_twice_counts_twice() -> None:
    assert len(word_features(("geld", "geld"), "de")) == 3
    assert len(piece_features(("au", "au"))) == 2 * len(pieces("au"))


def test_a_feature_is_the_same_number_in_every_process() -> None:
    """Indexes are kept on disk."""
    assert piece_features(("a",)).tolist()[0] == 2_304_027_317_460_279_460


def test_no_words_have_no_features() -> None:
    assert not len(word_features((), "de"))
    assert not len(piece_features(()))
