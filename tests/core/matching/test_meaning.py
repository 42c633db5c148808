import numpy as np

from bot.content.matcher import installed_encoder
from bot.core.matching.index import Arrays
from bot.core.matching.meaning import Meanings, Sentences
from tests.core.matching.knowledge import Synonyms, a_finder


class Shelf:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Arrays] = {}

    def get(self, kind: str, key: str) -> Arrays | None:
        return self.kept.get((kind, key))

    def put(self, kind: str, key: str, arrays: Arrays) -> None:
        self.kept[kind, key] = arrays


def test_a_text_is_encoded_once() -> None:
    encoder = Synonyms({})
    sentences = Sentences(encoder)
    first = sentences.vectors(["a", "b", "a"])
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(sentences.vectors(["b"])[0], first[1])
    assert encoder.encoded == 2


def test_examples_are_encoded_once_for_all_builds() -> None:
    disk = Shelf()
    for texts, new in ((["a", "b"], 2), (["b", "c"], 1), (["a", "c"], 0)):
        encoder = Synonyms({})
        sentences = Sentences(encoder, disk)
        found = sentences.of_examples(texts)
        sentences.keep()
        assert encoder.encoded == new
        assert np.allclose(found, Synonyms({}).encode(texts), atol=1e-3)


def test_a_kept_vector_is_named_by_what_was_encoded() -> None:
    """What comes after the letters that are encoded changes nothing."""
    encoder = Synonyms({})
    sentences = Sentences(encoder)
    long = "geld " * 200
    found = sentences.of_examples([long, f"{long}und mehr"])
    assert np.array_equal(found[0], found[1])
    assert encoder.encoded == 1


def test_what_means_the_same_is_nearest() -> None:
    encoder = Synonyms({"geld weg": "konto leer"})
    meanings = Meanings(Meanings.build(encoder.encode(["konto leer", "termin verpasst", "umzug"])))
    (near,) = meanings.similarities(encoder.encode(["geld weg"]))
    assert int(near.argmax()) == 0
    assert near[0] == np.float32(1)
    assert (near[1:] < 0.7).all()


def test_one_example_alone_has_no_directions() -> None:
    meanings = Meanings(Meanings.build(Synonyms({}).encode(["allein"])))
    assert np.isfinite(meanings.similarities(Synonyms({}).encode(["anderes"]))).all()


def test_a_question_is_found_by_its_meaning_alone() -> None:
    question = "xyzzy plugh"
    same = {question: "wie hoch ist der regelsatz"}
    without, with_meaning = a_finder(), a_finder(encoder=Synonyms(same))
    assert with_meaning.find(question).candidates[0].entry == "regelbedarf"
    assert with_meaning.find(question).confidence > without.find(question).confidence


def test_the_installed_encoder_knows_synonyms_in_other_languages() -> None:
    encoder = installed_encoder()
    assert encoder is not None
    a, b, c = encoder.encode(
        ["Ich habe meinen Termin verpasst", "i missed my appointment", "Pizza bestellen"]
    )
    assert a @ b > a @ c + 0.3


def test_examples_come_and_go_seen_from_the_same_middle() -> None:
    encoder = Synonyms({})
    texts = ["konto leer", "termin verpasst", "umzug", "krank"]
    meanings = Meanings(Meanings.build(encoder.encode(texts)))
    new = encoder.encode(["bus"])
    changed = meanings.changed(np.array([3, -1, 0]), new)
    (near,) = meanings.similarities(new[:1])
    assert np.allclose(changed.similarities(new[:1])[0], [near[3], 1, near[0]], atol=1e-6)
