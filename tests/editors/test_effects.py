"""Is a message served better or worse than before? Its words are tested with ``faq add-phrasing``."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.matching import Band, Candidate, Found
from bot.editors.effects import Effect, changes, in_words


def a_find(band: Band, *ranked: str, entry: str | None = None, **more: Any) -> Found:
    entry = ranked[0] if band is Band.ANSWER else entry
    return Found("text", "de", band, entry, 0.5, tuple(Candidate(one, 0.5) for one in ranked), **more)


RIGHT = a_find(Band.ANSWER, "krank")
OFFERED = a_find(Band.SUGGEST, "satz", "krank")
NOT_OFFERED = a_find(Band.SUGGEST, "satz", "x", "y", "krank")
NOTHING = a_find(Band.NONE, "satz")
WRONG = a_find(Band.ANSWER, "satz")
DANGER = a_find(Band.SAFETY, "satz", entry="crisis")
SMALLTALK = a_find(Band.SMALLTALK, "satz", entry="gruss")
COMMAND = a_find(Band.ANSWER, "krank", command="call_me")


@pytest.mark.parametrize(
    ("worse", "better"),
    [(WRONG, NOTHING), (NOTHING, OFFERED), (NOT_OFFERED, OFFERED), (OFFERED, RIGHT), (DANGER, RIGHT)],
)
def test_a_wrong_answer_is_worse_than_none_and_an_offer_better(worse: Found, better: Found) -> None:
    assert Effect(worse, better, ("krank",)).gain > 0
    assert Effect(better, worse, ("krank",)).gain < 0


@pytest.mark.parametrize(
    ("right", "found"),
    [((), NOTHING), (("none",), NOTHING), (("danger",), DANGER), (("smalltalk",), SMALLTALK)],
)
def test_what_is_right_need_not_be_an_entry(right: tuple[str, ...], found: Found) -> None:
    assert Effect(WRONG, found, right).gain == 3


def test_any_of_several_right_answers_is_right() -> None:
    effect = Effect(RIGHT, WRONG, ("krank", "satz"))
    assert (effect.is_change, effect.gain) == (True, 0)


@pytest.mark.parametrize(
    "other", [COMMAND, a_find(Band.ANSWER, "krank", also=("satz",)), a_find(Band.SUGGEST, "krank")]
)
def test_whatever_somebody_notices_is_a_change(other: Found) -> None:
    assert Effect(RIGHT, other).is_change


def test_what_nobody_notices_is_none() -> None:
    assert not Effect(RIGHT, a_find(Band.ANSWER, "krank", "satz")).is_change
    assert not Effect(COMMAND, a_find(Band.NONE, "satz", command="call_me")).is_change
    in_danger = a_find(Band.SAFETY, "satz", entry="crisis", command="call_me")
    assert not Effect(DANGER, in_danger).is_change


def test_the_worse_come_first() -> None:
    worse, better = Effect(RIGHT, WRONG, ("krank",)), Effect(WRONG, RIGHT, ("krank",))
    assert changes([better, Effect(RIGHT, RIGHT), worse]) == [worse, better]


def test_several_answers_and_commands_are_named() -> None:
    assert in_words(a_find(Band.ANSWER, "krank", also=("satz",))) == "die Antworten 'krank' und 'satz'"
    assert in_words(COMMAND) == "den Befehl 'call_me'"
    assert in_words(DANGER) == "zuerst die Notrufnummern"
