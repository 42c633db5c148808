import pytest

from bot.core.knowledge import Language
from bot.core.matching.commands import Commands
from bot.core.matching.normalise import Normaliser

PHRASES = {
    "call_me": {"de": ("ruf mich an", "bitte anrufen"), "tr": ("beni arayın",)},
    "reschedule": {"de": ("termin verschieben", "kann nicht zum termin")},
    "my_data": {"de": ("was weißt du über mich",)},
    "yes": {"de": ("ja",)},
}
NORMALISERS = {"de": Normaliser(Language({"ruf": "rufe"}, ("hallo", "bitte"))), "tr": Normaliser()}


def command(text: str, language: str = "de") -> str:
    return Commands(PHRASES, NORMALISERS).command(text, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruf mich an!", "call_me"),
        ("hallo, ruf mich an bitte", "call_me"),
        ("rufe mich an", "call_me"),
        ("TERMIN VERSCHIEBEN", "reschedule"),
        ("termin verschiben", "reschedule"),
        ("kann nicht zum Termin", "reschedule"),
        ("ja", "yes"),
        ("beni arayin", "call_me"),
    ],
)
def test_the_whole_message_is_the_command(text: str, name: str) -> None:
    assert command(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "😀",
        "jo",
        "kann ich meinen Termin verschieben?",
        "termin verschieben?",
        "kann nicht zum termin?",
        "wie termin verschieben",
        "ich will meinen termin verschieben weil mein kind krank ist",
        "ruf mich an oder schreib mir wenn du zeit hast",
        "anruf",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert command(text) == ""


@pytest.mark.parametrize("text", ["Was weißt du über mich?", "was weisst du ueber mich"])
def test_a_command_written_as_a_question_may_be_asked(text: str) -> None:
    assert command(text) == "my_data"


def test_without_commands_nothing_is_one() -> None:
    assert Commands({}, {}).command("ruf mich an", "de") == ""
