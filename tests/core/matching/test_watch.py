from bot.core.knowledge import Safety
from bot.core.matching.corpus import read
from bot.core.matching.danger import Sign
from bot.core.matching.reading import build_reader
from bot.core.matching.watch import danger_examples
from tests.core.matching.knowledge import DAY, SAFETY, a_finder, a_kb


def signs(**fields: object) -> dict[str, Sign]:
    kb = a_kb(**fields)
    corpus = read(kb, DAY)
    return {
        " ".join(example.plain): example.sign
        for example in danger_examples(kb, corpus, build_reader(kb, corpus))
    }


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
