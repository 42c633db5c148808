"""Nothing that a citizen writes steers the terminal of a caseworker or editor."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.literal import literal


@pytest.mark.parametrize(
    ("written", "harmless"),
    [
        ("Ayşe Öztürk", "Ayşe Öztürk"),
        ("Марія 玛丽 👩", "Марія 玛丽 👩"),
        ("\x1b[31mrot\x1b[0m", "[31mrot[0m"),
        ("\x9b2Jweg", "2Jweg"),
        ("Anna\r\nBert", "Anna Bert"),
        ("Anna\u202etreB", "AnnatreB"),
        ("An\u200bna\u2066x\u2069\ufeff", "Annax"),
        ("  a \t b\u2028c ", "a b c"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("\ud83d", ""),
    ],
)
def test_only_harmless_characters_stay(written, harmless):
    assert literal(written) == harmless


@given(st.text(st.characters()))
def test_whatever_is_written_ends_as_one_line_without_controls(written):
    plain = literal(written)
    assert not {unicodedata.category(character) for character in plain} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert literal(plain) == plain
