from collections.abc import Iterable

import numpy as np

from bot.core.matching.danger import MOST_DOUBTS, DangerSigns, Reading
from bot.core.matching.danger_lesson import NEIGHBOURS, DangerExample, Sign, learned, of_nearest
from bot.core.matching.meaning import Sentences
from bot.core.matching.reading import Piece
from tests.core.matching.knowledge import Synonyms

CRISIS = (
    "ich will nicht mehr leben",
    "ich bringe mich um",
    "ich moechte sterben",
    "ich springe von der bruecke",
)
VIOLENCE = ("mein mann schlaegt mich", "er hat mich gewuergt", "mein vater pruegelt mich")
EMERGENCY = ("ich bekomme keine luft", "es brennt bei uns", "er atmet nicht mehr")
ALIKE = ("das formular bringt mich um den verstand", "ich springe gleich in den bus")
ORDINARY = (
    "ich will nicht mehr in den kurs",
    "mein mann arbeitet jetzt",
    "wie hoch ist der satz",
    "termin verschieben",
    "wer zahlt die fahrt",
    "ich bin krank",
    "wo ist das jobcenter",
    "darf ich in urlaub fahren",
    "ich brauche einen dolmetscher",
    "wie lange dauert der antrag",
    "mein vater kommt mit",
    "es regnet bei uns",
)


def an_example(text: str, sign: Sign) -> DangerExample:
    return DangerExample(a_piece(text), sign, tuple(text.split()))


def a_piece(text: str) -> Piece:
    return Piece(tuple(text.split()), text, "de")


def examples(signs: Iterable[tuple[Sign, tuple[str, ...]]] = ()) -> list[DangerExample]:
    chosen = tuple(signs) or (
        (Sign.ORDINARY, ORDINARY),
        (Sign.LOOK_ALIKE, ALIKE),
        (Sign.CRISIS, CRISIS),
        (Sign.VIOLENCE, VIOLENCE),
        (Sign.EMERGENCY, EMERGENCY),
    )
    return [an_example(text, sign) for sign, texts in chosen for text in texts]


def kept(known: list[DangerExample]) -> list[DangerExample]:
    return [example for example in known if example.sign < Sign.ORDINARY]


def kind(*sentences: str, ordinary: bool = False) -> str:
    known = examples()
    signs = DangerSigns(kept(known), learned(known))
    whole = a_piece(" ".join(sentences))
    return signs.kind(Reading(whole, tuple(map(a_piece, sentences))), lambda _: ordinary)


def test_each_kind_is_told() -> None:
    assert kind("ich will einfach nicht mehr leben") == "crisis"
    assert kind("mein mann schlaegt mich oft") == "violence"
    assert kind("hilfe er atmet nicht") == "emergency"


def test_a_typing_error_does_not_hide_danger() -> None:
    assert kind("ich wil nicht mer leben") == "crisis"


def test_ordinary_messages_are_left_in_peace() -> None:
    for text in ORDINARY:
        assert kind(text) == ""


def test_a_look_alike_wins_where_it_is_nearer() -> None:
    for text in (*ALIKE, "dieses formular bringt mich um den verstand"):
        assert kind(text) == ""


def test_one_sentence_of_danger_in_a_long_message_is_found() -> None:
    long = ["wo ist das jobcenter bitte", "ich brauche einen dolmetscher", "mein mann schlaegt mich", "danke"]
    assert kind(*long, ordinary=True) == "violence"


def test_a_phrase_counts_in_the_middle_of_a_sentence_without_end() -> None:
    text = "seit wochen rufe ich an und ich will einfach nicht mehr leben weil alles so schwer geworden ist"
    assert kind(text, ordinary=True) == "crisis"


def test_doubt_is_settled_by_what_the_finder_knows() -> None:
    """Between the bounds a message is danger, unless it is known as an ordinary question."""
    known = examples()
    signs = DangerSigns(kept(known), {**learned(known), "danger_bounds": np.array([1.0, 0.5])})
    reading = Reading(a_piece("bei uns brennt das licht"), ())
    assert signs.kind(reading, lambda _: False) == "emergency"
    assert signs.kind(reading, lambda _: True) == ""


def test_what_an_editor_listed_word_for_word_is_what_she_said_it_is() -> None:
    known = examples()
    signs = DangerSigns(kept(known), learned(known))
    assert signs.listed(tuple("es brennt bei uns".split())) == "emergency"
    assert signs.listed(tuple("ich springe gleich in den bus".split())) == ""
    assert signs.listed(("unverstaendlich",)) is None


def test_danger_of_no_named_kind_gets_the_nearest() -> None:
    known = [*examples(), an_example("meine frau wirft mit tellern und schlaegt mich", Sign.SOME_DANGER)]
    signs = DangerSigns(kept(known), learned(known))
    whole = a_piece("meine frau wirft mit tellern und schlaegt mich")
    assert signs.kind(Reading(whole, ()), lambda _: False) == "violence"


def test_without_signs_of_danger_nothing_is_built() -> None:
    assert learned(examples([(Sign.ORDINARY, ORDINARY)])) == {}


def test_bounds_hold_ordinary_messages_back() -> None:
    sure, possible = learned(examples())["danger_bounds"]
    assert sure >= possible


def test_danger_is_found_by_its_meaning_where_no_word_is_known() -> None:
    known = examples()
    text = "suizid"
    for sentences, found in ((None, ""), (Sentences(Synonyms({text: "ich bringe mich um"})), "crisis")):
        arrays = {**learned(known, sentences), "danger_bounds": np.array([0.25, 0.25])}
        signs = DangerSigns(kept(known), arrays, sentences)
        assert signs.kind(Reading(a_piece(text), ()), lambda _: False) == found


def test_a_sentence_of_several_must_say_more_than_a_whole_message() -> None:
    known, parts = examples(), tuple(map(a_piece, ("bei uns brennt das licht", "es regnet")))
    found = []
    for sure in (0.5, 0.9):
        signs = DangerSigns(kept(known), {**learned(known), "danger_bounds": np.array([sure, 0.1])})
        found.append([signs.kind(Reading(*read), lambda _: True) for read in ((parts[0], ()), (None, parts))])
    assert found == [["emergency", "emergency"], ["emergency", ""]]


def test_one_phrase_near_by_chance_says_less_than_many() -> None:
    dangers = 2 * NEIGHBOURS
    chance, many = np.full((2, dangers + 1), 0.1, dtype=np.float32)
    chance[0], many[:NEIGHBOURS], many[0] = 0.8, 0.5, 0.6
    assert of_nearest(chance, dangers) < of_nearest(many, dangers)


def test_a_look_alike_as_near_as_danger_outweighs_it() -> None:
    near = np.array([[0.9, 0.2, 0.9, 0.2]], dtype=np.float32)
    assert of_nearest(near, 2) == 0
    assert of_nearest(near[0], 4) > 0


def test_who_is_still_in_doubt_after_many_sentences_is_in_danger() -> None:
    doubtful = [f"bei uns brennt das licht {number}" for number in range(MOST_DOUBTS + 1)]
    known = examples()
    signs = DangerSigns(kept(known), {**learned(known), "danger_bounds": np.array([9, 0.1])})
    parts = tuple(map(a_piece, doubtful))
    assert signs.kind(Reading(None, parts[:MOST_DOUBTS]), lambda _: True) == ""
    assert signs.kind(Reading(None, parts), lambda _: True) == "emergency"
