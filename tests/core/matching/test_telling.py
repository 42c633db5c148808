import pytest

from bot.core.matching.telling import TellingPhrases, telling

PHRASES = [(tuple(text.split()), text) for text in ("ich will nicht mehr leben", "herzinfarkt", "feuer")]
HARMLESS = [tuple("meine mutter hatte frueher einen herzinfarkt".split())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("und ich will einfach nicht mehr leben seit gestern", ["ich will nicht mehr leben"]),
        ("ich will in eine andere wohnung und nicht mehr hier leben", []),  # too far apart
        ("leben will ich mehr nicht", []),  # not in this order
        ("sie hat einen herzinfarkt", []),  # something harmless contains it
        ("da ist feuer", []),  # a short word alone tells nothing
    ],
)
def test_a_phrase_is_found_wherever_it_stands(text: str, found: list[str]) -> None:
    tells = telling([phrase for phrase, _ in PHRASES], HARMLESS)
    phrases = TellingPhrases([pair for pair, one in zip(PHRASES, tells, strict=True) if one])
    assert [meaning for _, meaning in phrases.in_words(tuple(text.split()))] == found
