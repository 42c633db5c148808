import numpy as np
import pytest

from bot.core.matching.index import Index

TEXTS = ("termin verpasst", "termin verschieben", "wie viel geld", "termin verpasst gestern morgen")
EXAMPLES = [(tuple(text.split()), "de") for text in TEXTS]


def similarities(index: Index, text: str) -> list[float]:
    return index.similarities([index.vector(tuple(text.split()), "de")])[0].tolist()


def test_a_text_is_one_to_itself_and_less_to_all_others() -> None:
    found = similarities(Index.build(EXAMPLES), "termin verschieben")
    assert found[1] == pytest.approx(1, abs=1e-5)
    assert max(found[0], found[2], found[3]) < 0.8


def test_what_shares_nothing_is_zero() -> None:
    assert similarities(Index.build(EXAMPLES), "xyz")[:4] == [0, 0, 0, 0]


def test_a_typing_error_costs_little() -> None:
    found = similarities(Index.build(EXAMPLES), "termin ferschieben")
    assert found[1] > 0.5
    assert found[1] == max(found)


def test_unknown_words_make_a_text_less_similar() -> None:
    index = Index.build(EXAMPLES)
    known = similarities(index, "termin verpasst")[0]
    assert similarities(index, "termin verpasst fussballbundestrainer")[0] < 0.8 * known


def test_coverage_is_the_known_share() -> None:
    index = Index.build(EXAMPLES)
    assert index.vector(("termin",), "de").coverage == pytest.approx(1)
    assert index.vector(("qqq",), "de").coverage == 0
    assert 0.1 < index.vector(("termin", "fussball"), "de").coverage < 0.9


def test_weights_of_features_score_like_the_examples() -> None:
    index = Index.build(EXAMPLES)
    coefficients = np.array([1.0, -2.0, 0.5, 3.0], dtype=np.float32)
    vector = index.vector(("termin", "gestern"), "de")
    by_examples = index.similarities([vector])[0] @ coefficients
    by_features = vector.weights @ index.weights_of(coefficients)[vector.features]
    assert np.allclose(by_examples, by_features, atol=1e-5)
    weights = index.weights_of(coefficients)
    assert np.allclose(
        index.sums(weights),
        index.similarities([index.vector(*example) for example in EXAMPLES]) @ coefficients,
        atol=1e-5,
    )


def test_what_one_example_alone_has_is_left_out_behind_the_first() -> None:
    index = Index.build(EXAMPLES, whole=1)
    assert len(index.arrays["idf"]) < len(Index.build(EXAMPLES).arrays["idf"])
    first = index.vector(EXAMPLES[0][0], EXAMPLES[0][1])
    assert first.coverage > 0.999
    last = index.vector(EXAMPLES[-1][0], EXAMPLES[-1][1])
    assert last.coverage < 0.999


def test_arrays_bring_the_same_index_back() -> None:
    index = Index.build(EXAMPLES)
    again = Index(index.arrays)
    assert similarities(again, "geld verpasst") == similarities(index, "geld verpasst")


def test_the_first_examples_keep_their_similarities() -> None:
    index = Index.build(EXAMPLES)
    of_all = similarities(index, "termin fussball")
    assert similarities(index.first(2), "termin fussball") == pytest.approx(of_all[:2], abs=1e-6)


def test_many_examples_are_as_similar_one_by_one_as_all_at_once() -> None:
    """Common features are added as rows, rare ones by their lists; learning goes by lists alone."""
    index = Index.build([*EXAMPLES, *((("wort", f"selten{number}"), "de") for number in range(40))])
    words = ("wort", "selten7", "termin")
    vector = index.vector(words, "de")
    weights = np.zeros(len(index.arrays["idf"]) - 1, np.float32)
    weights[vector.features] = vector.weights
    assert index.similarities([vector])[0] == pytest.approx(index.sums(weights), abs=1e-6)


def test_an_empty_index_knows_nothing() -> None:
    index = Index.build([])
    assert index.size == 0
    assert similarities(index, "termin") == []
    assert similarities(Index(index.arrays), "termin") == []


def test_examples_come_and_go_and_the_others_are_as_similar_as_before() -> None:
    index = Index.build(EXAMPLES)
    changed = index.changed(np.array([2, -1, 0]), [(("ganz", "neuer", "brief"), "de")])
    before, after = (similarities(one, "termin verpasst viel geld") for one in (index, changed))
    assert [after[0], after[2]] == pytest.approx([before[2], before[0]], abs=1e-6)
    assert similarities(changed, "ganz neuer brief")[1] == pytest.approx(1, abs=1e-5)
    assert similarities(Index(changed.arrays), "geld brief") == similarities(changed, "geld brief")
