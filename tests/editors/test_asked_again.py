"""Which questions are answered differently, and is that better?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Band, Candidate, Found
from bot.editors.asked_again import Question, asked_again, differences, outcome, questions
from tests.content.faq_folder import a_faq
from tests.editors.a_kb import a_kb, an_entry

SIGNPOSTS = frozenset({"elsewhere-pass"})


def a_find(band: Band, *ranked: str, entry: str | None = None, sure: float = 0.5, **more: object) -> Found:
    entry = ranked[0] if band is Band.ANSWER else entry
    candidates = tuple(Candidate(one, sure) for one in ranked)
    return Found("text", "de", band, entry, sure, candidates, **more)  # type: ignore[arg-type]


RIGHT = a_find(Band.ANSWER, "krank")
OFFERED = a_find(Band.SUGGEST, "satz", "krank")
NOT_OFFERED = a_find(Band.SUGGEST, "satz", "x", "y", "krank")
NOTHING = a_find(Band.NONE, "satz")
WRONG = a_find(Band.ANSWER, "satz")
DANGER = a_find(Band.SAFETY, "satz", entry="crisis")
PASS = a_find(Band.ANSWER, "elsewhere-pass")


def gain(before: Found, now: Found, *right: str) -> int:
    (found,) = differences([Question("text", right)], [before], [now], SIGNPOSTS)
    return (found.gain > 0) - (found.gain < 0)


@pytest.mark.parametrize(
    ("worse", "better"),
    [(WRONG, NOTHING), (NOTHING, OFFERED), (NOT_OFFERED, OFFERED), (OFFERED, RIGHT), (DANGER, RIGHT)],
)
def test_a_wrong_answer_is_worse_than_none_and_an_offer_better(worse: Found, better: Found) -> None:
    assert (gain(worse, better, "krank"), gain(better, worse, "krank")) == (1, -1)


def test_any_of_several_right_answers_is_right() -> None:
    assert gain(RIGHT, WRONG, "krank", "satz") == 0


@pytest.mark.parametrize(
    ("right", "found"), [("none", NOTHING), ("danger", DANGER), (ELSEWHERE, PASS), ("elsewhere-pass", PASS)]
)
def test_a_message_from_life_may_want_something_beside_the_entries(right: str, found: Found) -> None:
    assert gain(WRONG, found, right) == 1


def test_of_a_question_from_the_chat_nobody_knows_what_is_right() -> None:
    assert gain(WRONG, RIGHT) == 0


@pytest.mark.parametrize(
    "other",
    [
        a_find(Band.SUGGEST, "krank"),
        a_find(Band.ANSWER, "krank", also=("satz",)),
        a_find(Band.ANSWER, "krank", command="call_me"),
    ],
)
def test_whatever_the_citizen_notices_is_a_difference(other: Found) -> None:
    assert outcome(other) != outcome(RIGHT)


def test_to_be_a_little_surer_or_to_offer_in_another_order_below_is_none() -> None:
    assert outcome(a_find(Band.ANSWER, "krank", "satz", sure=0.9)) == outcome(RIGHT)
    assert outcome(a_find(Band.SUGGEST, "satz", "x")) == outcome(OFFERED)


def test_what_became_worse_comes_first_then_what_became_better() -> None:
    asked = [Question("a"), Question("b", ("krank",)), Question("c", ("krank",))]
    before, now = [RIGHT, WRONG, RIGHT], [WRONG, RIGHT, WRONG]
    assert [one.question.text for one in differences(asked, before, now, SIGNPOSTS)] == ["c", "b", "a"]


def test_both_versions_are_asked_one_after_the_other_and_signposts_of_both_count() -> None:
    before = a_kb(an_entry("elsewhere-pass", topic=ELSEWHERE), an_entry("satz"))
    now = a_kb(an_entry("satz"))
    order: list[str] = []

    def find(kb: KnowledgeBase, when: str) -> list[Found]:
        order.append(when)
        return [PASS if kb is before else WRONG]

    again = asked_again([Question("text", ("none", ELSEWHERE))], before, now, find)
    assert order == ["vorher", "jetzt"]
    assert [one.gain for one in again.different] == [-3]


def test_all_samples_are_asked_in_all_languages_each_text_once(tmp_path: Path) -> None:
    folder = a_faq(
        tmp_path,
        {
            "samples/en/termine.yaml": "termin-verpasst: [missed it]\n",
            "samples/de/life.yaml": "- {text: hab verpennt, right: [termin-verpasst, none]}\n",
        },
    )
    assert questions(folder, ["perso verloren", "aus dem chat"]) == [
        Question("Besprechung verschwitzt", ("termin-verpasst",)),
        Question("missed it", ("termin-verpasst",)),
        Question("hab verpennt", ("termin-verpasst", "none")),
        Question("perso verloren", ("none", ELSEWHERE)),
        Question("aus dem chat"),
    ]
