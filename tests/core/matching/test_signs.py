"""Neighbours that differ in time, negation or whose matter it is are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.matching.features import SIGN, piece_features, word_features
from bot.core.matching.normalise import fold
from bot.core.matching.signs import build_signs

SIGNS = build_signs(
    {
        "vorbei": ("nicht da|dort", "verpasst|verschlafen", "termin* ... vergessen"),
        "kind-krank": ("sohn|tochter ... krank|fieber", "krank* ... sohn|tochter"),
        "anhörung": ("anhörung*",),
    }
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("krieg ich weniger weil ich nicht da war", ["vorbei"]),
        ("VERSCHLAFEN!", ["vorbei"]),
        ("hab den Termin leider ganz vergessen", ["vorbei"]),
        ("Termine sind mir zu oft und zu lang, das Geld hab ich vergessen", []),
        ("nicht dafür", []),
        ("mein Sohn hat seit heute Fieber", ["kind-krank"]),
        ("krankes Kind, meine Tochter", ["kind-krank"]),
        ("ich bin krank", []),
        ("Anhörungsbogen", ["anhörung"]),
        ("", []),
    ],
)
def test_a_sign_is_found_in_the_ways_it_is_said(text: str, names: list[str]) -> None:
    assert [word.removeprefix(SIGN) for word in SIGNS.of(tuple(fold(text).split()))] == names


def test_two_texts_with_a_sign_in_common_have_a_feature_in_common() -> None:
    first, second = (("nicht", "da"), ("verschlafen",))
    told = [set(word_features(words + SIGNS.of(words), "de").tolist()) for words in (first, second)]
    assert told[0] & told[1]
    assert not set(word_features(first, "de").tolist()) & set(word_features(second, "de").tolist())


def test_a_sign_is_neither_in_pairs_nor_in_pieces() -> None:
    assert len(piece_features((f"{SIGN}vorbei",))) == 0
    assert set(word_features(("a", f"{SIGN}x"), "de").tolist()) == {
        *word_features(("a",), "de").tolist(),
        *word_features((f"{SIGN}x",), "de").tolist(),
    }


@given(st.text(max_size=300))
def test_nobody_can_type_a_sign(text: str) -> None:
    assert SIGN not in fold(text)


def test_hostile_texts_do_not_hang() -> None:
    assert SIGNS.of(("termin",) * 2000) == ()
