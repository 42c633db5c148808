"""What caseworkers read and type for the values of a ticket."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.caseworkers import words
from bot.caseworkers.typed import WrongUse
from bot.core.flows.appointment import REASONS
from bot.core.flows.phone_call import TOPICS
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB


def test_every_value_has_a_word():
    """A new kind, outcome or topic is not shown as an English id."""
    assert set(words.KINDS) == set(words.KINDS_TYPED.values()) == set(Kind)
    assert set(words.OUTCOMES) == set(words.OUTCOMES_TYPED.values()) == set(Outcome)
    assert set(words.TOPICS) == set(TOPICS)
    assert set(words.REASONS) == set(REASONS)
    assert set(words.STATES) == set(State)


def test_times_are_those_of_the_clock_on_the_wall():
    assert words.moment(datetime(2026, 11, 25, 15, 0, tzinfo=UTC)) == "Mi 25.11. 16:00"
    assert words.moment(datetime(2026, 7, 31, 22, 30, tzinfo=UTC)) == "Sa 01.08. 00:30"


@pytest.mark.parametrize(
    ("wish", "word"),
    [
        ("asap", "so bald wie möglich"),
        ("mornings", "vormittags"),
        ("2026-11-26", "Do 26.11."),
        ("2026-11-26 mornings", "Do 26.11. vormittags"),
        ("2026-02-31", "2026-02-31"),
        ("x\x1b", "x"),
    ],
)
def test_a_wish_in_words(wish, word):
    assert words.wish(wish) == word


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
    assert words.town("suedlohn", KB) == "Südlohn"
    assert words.town("atlantis", KB) == "atlantis"


@pytest.mark.parametrize(
    ("minutes", "word"),
    [
        (0, "jetzt"),
        (40, "in 40 min"),
        (119, "in 119 min"),
        (179, "in 2 h"),
        (-20, "vor 19 min"),
        (-200, "vor 3 h"),
        (14 * 60, "morgen"),  # 00:00
        (-11 * 60, "gestern"),
        (4 * 24 * 60, "in 4 Tagen"),
        (-3 * 24 * 60, "vor 3 Tagen"),
    ],
)
def test_how_far_a_moment_is_in_words(minutes, word):
    """It never says that there is more time than there is."""
    assert words.distance(NOW + timedelta(minutes=minutes, seconds=30), NOW) == word


def test_days_are_counted_by_the_calendar_also_over_a_clock_change():
    half_past_eleven = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)
    # The Sunday has 25 hours: it is half past eleven again.
    assert words.distance(half_past_eleven + timedelta(hours=25), half_past_eleven) == "morgen"


def test_an_appointment_says_when_and_how_far_while_it_matters():
    soon = NOW + timedelta(minutes=40)
    assert words.appointment(a_ticket(appointment_at=soon), NOW) == "Mo 23.11. 10:40, in 40 min"
    assert words.appointment(a_ticket(appointment_at=soon, state=State.DONE), NOW) == "Mo 23.11. 10:40"
    assert words.appointment(a_ticket(), NOW) == ""


@pytest.mark.parametrize(
    ("reason", "word"),
    [("child", "Kind oder Betreuung"), ("untold", "möchte ich nicht sagen"), ("bin\x1b weg", "bin weg")],
)
def test_a_reason_in_the_citizens_words(reason, word):
    assert words.reason(a_ticket(reason=reason)) == word


@pytest.mark.parametrize("typed", ["verschieben", "Verschieben", "reschedule", " RESCHEDULE "])
def test_a_kind_is_read_in_german_and_by_id(typed):
    assert words.read_kind(typed) is Kind.RESCHEDULE


@pytest.mark.parametrize("typed", ["nicht-zustaendig", "Nicht zuständig", "nicht_zuständig", "not_ours"])
def test_an_outcome_is_read_in_german_and_by_id(typed):
    assert words.read_outcome(typed) is Outcome.NOT_OURS


@pytest.mark.parametrize(
    ("typed", "command"),
    [("moved", "inbox moved"), ("Termin bleibt", "inbox not-moved"), ("nicht-erreicht", "inbox not-reached")],
)
def test_what_has_a_command_of_its_own_is_no_way_to_close(typed, command):
    """The citizen would read "ist erledigt" and nothing of the answer."""
    with pytest.raises(WrongUse, match=command):
        words.read_outcome(typed)
    assert typed not in words.CLOSING


def test_without_a_list_of_offices_the_way_to_mend_it_is_told():
    with pytest.raises(WrongUse, match="faq check"):
        words.read_office("Borken", ())


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
