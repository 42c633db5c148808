"""What caseworkers read and type for the values of a ticket."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.caseworkers import words
from bot.caseworkers.inbox import WrongUse
from bot.core.flows.phone_call import TOPICS
from bot.core.tickets import Kind, Outcome
from tests.builders import a_ticket, a_ticket_event
from tests.caseworkers.conftest import KB


def test_every_value_has_a_word():
    """A new kind, outcome or topic is not shown as an English id."""
    assert set(words.KINDS) == set(words.KINDS_TYPED.values()) == set(Kind)
    assert set(words.OUTCOMES) == set(words.OUTCOMES_TYPED.values()) == set(Outcome)
    assert set(words.TOPICS) == set(TOPICS)


def test_times_are_those_of_the_clock_on_the_wall():
    assert words.moment(datetime(2026, 11, 25, 15, 0, tzinfo=UTC)) == "Mi 25.11. 16:00"
    assert words.moment(datetime(2026, 7, 31, 22, 30, tzinfo=UTC)) == "Sa 01.08. 00:30"


@pytest.mark.parametrize(
    ("wish", "word"),
    [
        ("asap", "so bald wie möglich"),
        ("mornings", "vormittags"),
        ("2026-11-26", "Do 26.11."),
        ("x\x1b", "x"),
    ],
)
def test_a_wish_in_words(wish, word):
    assert words.wish(a_ticket(wish=wish)) == word


@pytest.mark.parametrize(
    ("topic", "word"),
    [
        ("termin-verpasst", "Termin verpasst: was nun?"),
        ("money", "Geld oder Miete"),
        ("gone", "gone"),
        ("", ""),
    ],
)
def test_a_topic_is_an_entrys_label_or_a_coarse_name(topic, word):
    assert words.topic(a_ticket(topic=topic), KB) == word


def test_an_office_that_is_gone_is_named_by_its_id():
    assert words.town(a_ticket(office="suedlohn"), KB) == "Südlohn"
    assert words.town(a_ticket(office="atlantis"), KB) == "atlantis"


def test_an_unknown_event_is_still_told():
    _, who, what = words.event(a_ticket_event("moved", who="bot", detail="2026-12-01"))
    assert (who, what) == ("Chat", "moved: 2026-12-01")


def test_nothing_in_an_event_steers_the_terminal():
    assert words.event(a_ticket_event("a\x1b", who="b\x1b", detail="c\x1b"))[1:] == ("b", "a: c")


@pytest.mark.parametrize("typed", ["verschieben", "Verschieben", "reschedule", " RESCHEDULE "])
def test_a_kind_is_read_in_german_and_by_id(typed):
    assert words.read_kind(typed) is Kind.RESCHEDULE


@pytest.mark.parametrize("typed", ["nicht-zustaendig", "Nicht zuständig", "nicht_zuständig", "not_ours"])
def test_an_outcome_is_read_in_german_and_by_id(typed):
    assert words.read_outcome(typed) is Outcome.NOT_OURS


@pytest.mark.parametrize("typed", ["suedlohn", "Südlohn", "SUEDLOHN", " südlohn"])
def test_an_office_is_read_by_id_and_town(typed):
    assert words.read_office(typed, KB.offices).id == "suedlohn"


@pytest.mark.parametrize(
    ("read", "possible"),
    [
        (words.read_kind, "verschieben"),
        (words.read_outcome, "hat-angerufen"),
        (lambda typed: words.read_office(typed, KB.offices), "Südlohn"),
    ],
)
@pytest.mark.parametrize("typed", ["", "quatsch\x1b[2J"])
def test_what_means_nothing_is_refused_with_what_is_possible(read, possible, typed):
    with pytest.raises(WrongUse, match=possible) as refused:
        read(typed)
    assert "\x1b" not in str(refused.value)
