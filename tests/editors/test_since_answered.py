"""What is answered by now is no work any more, and nobody need dismiss it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.knowledge import Entry
from bot.core.matching import Band, Found
from bot.core.questions import InVain, What
from bot.editors.in_vain import Group
from bot.editors.listing import Listing, by_now
from bot.editors.since_answered import answering_by, apart
from tests.builders import NOW
from tests.content.faq_folder import a_faq
from tests.editors.a_kb import TODAY, a_kb, an_entry
from tests.editors.a_store import Asked
from tests.editors.test_unanswered import PARKING

UNSIGNED = an_entry("anfahrt")
SIGNED = replace(UNSIGNED, approved_by="Kaya")


class Finds:
    """A finder that finds the same whatever is asked."""

    def __init__(self, band: Band, command: str | None = None) -> None:
        self.band, self.named = band, command

    def find(self, text: str, language: str = "") -> Found:
        return Found(text, "de", self.band, "anfahrt", 0.9, command=self.named)

    def danger(self, text: str) -> str:
        return ""

    def command(self, text: str) -> str:
        return ""

    def asks(self, text: str) -> bool:
        return True

    def language(self, text: str) -> str:
        return "de"


def a_question(
    number: int = 1, text: str = "parkplatz?", reason: What = What.NOT_KNOWN, entry: str = ""
) -> InVain:
    return InVain(number, NOW, number, reason, entry, text=text)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (a_question(), True),
        (a_question(text=""), False),
        (a_question(reason=What.NONE_OF_THESE, entry="termine"), True),
        (a_question(reason=What.NONE_OF_THESE, entry="anfahrt"), False),
        (a_question(reason=What.UNCLEAR, entry="anfahrt"), False),
        (a_question(reason=What.OTHER, entry="anfahrt"), False),
        (a_question(reason=What.OTHER, entry="termine"), True),
    ],
)
def test_an_answer_that_was_not_wanted_then_is_none_now(question: InVain, answers: bool) -> None:
    answer = answering_by(a_kb(SIGNED), TODAY, Finds(Band.ANSWER))
    assert answer(question) == ("anfahrt" if answers else "")


@pytest.mark.parametrize(("entry", "answers"), [(UNSIGNED, False), (SIGNED, True)])
def test_an_answer_that_was_withheld_is_one_as_soon_as_it_is_signed(entry: Entry, answers: bool) -> None:
    answer = answering_by(a_kb(entry), TODAY, Finds(Band.ANSWER))
    assert bool(answer(a_question(entry="anfahrt"))) is answers


@pytest.mark.parametrize(
    "finder", [Finds(Band.SUGGEST), Finds(Band.NONE), Finds(Band.SMALLTALK), Finds(Band.ANSWER, "call_me")]
)
def test_only_an_answer_is_one(finder: Finds) -> None:
    assert answering_by(a_kb(SIGNED), TODAY, finder)(a_question()) == ""


def test_what_is_out_of_service_answers_nothing() -> None:
    kb = replace(a_kb(SIGNED), withdrawn=frozenset({"anfahrt"}))
    assert answering_by(kb, TODAY, Finds(Band.ANSWER))(a_question()) == ""


def test_a_group_is_left_with_what_nothing_answers() -> None:
    group = Group(tuple(a_question(number, f"frage {number}") for number in (1, 2, 3)))
    left, done = apart([group], lambda question: "anfahrt" if question.id == 1 else "")
    assert [one.ids for one in left] == [(2, 3)]
    assert [(one.group.ids, one.entries) for one in done] == [((1,), ("anfahrt",))]


@pytest.mark.parametrize(("everything", "shown"), [(False, 0), (True, 1)])
def test_of_both_parts_only_that_is_shown_which_enough_chats_asked(everything: bool, shown: int) -> None:
    """One person's words may point to that person."""
    group = Group(tuple(a_question(number, f"frage {number}") for number in (1, 2, 3)))
    listing = by_now(
        Listing(TODAY, [], [group], 4, []), lambda question: "anfahrt" if question.id == 1 else "", everything
    )
    assert (len(listing.groups), len(listing.answered or ()), listing.hidden) == (shown, shown, 5 - shown)


def test_what_a_new_phrasing_answers_stands_apart(tmp_path: Path) -> None:
    asked = Asked(tmp_path)
    a_faq(asked.folder, {"phrasings/de/geld.yaml": f"regelbedarf: [{', '.join(PARKING)}]\n"})
    asked.ask(*PARKING)
    asked.ask(*["wie hoch ist der eiffelturm"] * 3)
    assert asked.run("ask", "hallo").exit_code == 0
    shown = asked.prints("unanswered")
    assert shown.index("eiffelturm") < shown.index("Inzwischen beantwortet\n    1  3 Chats: „")
    assert "“ bekommt jetzt: regelbedarf\n" in shown
    assert 'add-phrasing ID "parkplatz' not in shown
    listing = asked.listing()
    assert [group["examples"] for group in listing["groups"]] == [["wie hoch ist der eiffelturm"]]
    (done,) = listing["answered"]
    assert (done["number"], done["chats"], done["answered_by"]) == (1, 3, ["regelbedarf"])
    asked.prints("dismiss", "1")
    assert asked.listing()["answered"] == []
