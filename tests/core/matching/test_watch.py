from dataclasses import replace

from bot.core.knowledge import Safety
from bot.core.matching.calibrate import DEFAULTS
from bot.core.matching.corpus import read
from bot.core.matching.danger_lesson import Sign
from bot.core.matching.normalise import fold
from bot.core.matching.watch import danger_texts
from tests.core.matching.knowledge import DAY, SAFETY, Synonyms, a_finder, a_kb


def signs(**fields: object) -> dict[str, Sign]:
    kb = a_kb(**fields)
    return {fold(text).strip(): sign for text, _, sign in danger_texts(kb, read(kb, DAY))}


def test_phrases_look_alikes_questions_and_commands_are_learned() -> None:
    learned = signs()
    assert learned["ich bringe mich um"] is Sign.CRISIS
    assert learned["i want to die"] is Sign.CRISIS
    assert learned["ich lach mich tot"] is Sign.LOOK_ALIKE
    assert learned["hoehe vom buergergeld"] is Sign.ORDINARY
    assert learned["ruf mich an"] is Sign.ORDINARY
    assert learned["pizza bestellen"] is Sign.ORDINARY


def test_questions_to_an_entry_that_only_gives_emergency_numbers_are_danger() -> None:
    assert signs()["mein mann schlaegt mich"] is Sign.SOME_DANGER


def test_every_listed_phrase_is_recognised_in_its_kind() -> None:
    finder = a_finder()
    for kind, by_language in SAFETY.phrases.items():
        for phrases in by_language.values():
            for phrase in phrases:
                assert finder.danger(phrase) == kind
                assert finder.danger(f"{phrase.upper()}!!!") == kind


def test_misspelt_words_of_danger_are_mended() -> None:
    assert a_finder().danger("herz infakt schnell") == "emergency"


def test_danger_is_found_in_a_message_of_full_length() -> None:
    finder = a_finder()
    padding = " ".join(f"Ich habe eine Frage zum Termin Nummer {number}." for number in range(100))
    assert finder.danger(f"{padding[:2000]} Ich bringe mich um. {padding[:2000]}") == "crisis"


def test_danger_is_found_in_one_endless_sentence() -> None:
    """Over 300 letters, no stop, few words: judged as one all the same."""
    assert a_finder().danger(f"schlägt mich mein freund{'.' * 300}") == "violence"


def test_a_knowledge_base_without_signs_sees_no_danger() -> None:
    assert a_finder(safety=Safety(), entries=()).danger("ich bringe mich um") == ""


def test_how_soon_topics_are_offered_does_not_silence_danger() -> None:
    texts = [
        "bei uns brennt das licht",
        "mein freund schlägt mir etwas vor",
        "ich will nicht mehr hier leben",
    ]
    found = []
    for suggest in (0.01, 0.99):
        calibration = {name: replace(one, suggest=suggest) for name, one in DEFAULTS.items()}
        finder = a_finder(calibration=calibration)
        found.append([finder.danger(text) for text in texts])
    assert found[0] == found[1]


def test_what_says_nothing_is_no_danger_whatever_its_vector() -> None:
    finder = a_finder(encoder=Synonyms({"🔥": "es brennt bei uns"}))
    assert [finder.danger(text) for text in ("🔥", "", "?!", "\ud83d")] == ["", "", "", ""]


def test_a_misspelt_word_of_danger_is_mended_for_its_meaning_too() -> None:
    watch = a_finder().watch
    (piece,) = watch._pieces(("er hat mich gewürgtt",), "de")
    assert piece.words[-1] == "gewuergt"
    assert piece.sentence == "er hat mich gewürgt"


def test_nothing_of_a_message_stays_in_memory() -> None:
    finder = a_finder(encoder=Synonyms({}))
    finder.find("ich will nicht mehr leben. wie hoch ist der regelsatz?")
    finder.danger("ich will nicht mehr leben")
    assert finder.judge.sentences is not None
    assert finder.judge.sentences._recent == {}
