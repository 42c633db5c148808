from collections.abc import Iterable

import numpy as np

from bot.core.matching.danger import MOST_DOUBTS, DangerExample, DangerSigns, Reading, Sign, thinned
from bot.core.matching.score import MOST_EXAMPLES

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
    return DangerExample(tuple(text.split()), "de", sign, tuple(text.split()))


def examples(signs: Iterable[tuple[Sign, tuple[str, ...]]] = ()) -> list[DangerExample]:
    chosen = tuple(signs) or (
        (Sign.ORDINARY, ORDINARY),
        (Sign.LOOK_ALIKE, ALIKE),
        (Sign.CRISIS, CRISIS),
        (Sign.VIOLENCE, VIOLENCE),
        (Sign.EMERGENCY, EMERGENCY),
    )
    return [an_example(text, sign) for sign, texts in chosen for text in texts]


def kind(*sentences: str, ordinary: bool = False) -> str:
    learned = examples()
    signs = DangerSigns(learned, DangerSigns.build(learned))
    parts = tuple(tuple(sentence.split()) for sentence in sentences)
    whole = tuple(word for part in parts for word in part)
    return signs.kind(Reading(whole, parts, "de"), lambda _: ordinary)


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
    text = "bei uns brennt das licht"
    assert kind(text) == "emergency"
    assert kind(text, ordinary=True) == ""


def test_what_an_editor_listed_word_for_word_is_what_she_said_it_is() -> None:
    learned = examples()
    signs = DangerSigns(learned, DangerSigns.build(learned))
    assert signs.listed(tuple("es brennt bei uns".split())) == "emergency"
    assert signs.listed(tuple("ich springe gleich in den bus".split())) == ""
    assert signs.listed(("unverstaendlich",)) is None


def test_danger_of_no_named_kind_gets_the_nearest() -> None:
    learned = [*examples(), an_example("meine frau wirft mit tellern und schlaegt mich", Sign.SOME_DANGER)]
    signs = DangerSigns(learned, DangerSigns.build(learned))
    words = ("meine", "frau", "wirft", "mit", "tellern", "und", "schlaegt", "mich")
    assert signs.kind(Reading(words, (), "de"), lambda _: False) == "violence"


def test_without_signs_of_danger_nothing_is_built() -> None:
    assert DangerSigns.build(examples([(Sign.ORDINARY, ORDINARY)])) == {}


def test_bounds_hold_ordinary_messages_back() -> None:
    sure, possible = DangerSigns.build(examples())["danger_bounds"]
    assert sure >= possible


def test_ordinary_examples_are_thinned_evenly_danger_never() -> None:
    many = [an_example(f"frage {number}", Sign.ORDINARY) for number in range(MOST_EXAMPLES + 500)]
    kept = thinned([*many, *examples([(Sign.CRISIS, CRISIS)])])
    assert len(kept) == MOST_EXAMPLES
    assert sum(example.sign is Sign.CRISIS for example in kept) == len(CRISIS)
    numbers = [int(example.words[1]) for example in kept if example.sign is Sign.ORDINARY]
    assert np.diff(numbers).max() <= 2


def test_who_is_still_in_doubt_after_many_sentences_is_in_danger() -> None:
    doubtful = [f"bei uns brennt das licht {number}" for number in range(MOST_DOUBTS + 1)]
    learned = examples()
    signs = DangerSigns(learned, {**DangerSigns.build(learned), "danger_bounds": np.array([0.5, 0.1])})
    parts = tuple(tuple(text.split()) for text in doubtful)
    assert signs.kind(Reading((), parts[:MOST_DOUBTS], "de"), lambda _: True) == ""
    assert signs.kind(Reading((), parts, "de"), lambda _: True) == "emergency"
