"""Values survive storage with every type as it was."""

from __future__ import annotations

import json
import string
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.talk import Choice, Phrase, Say, Session
from bot.storage.values import Misshapen, pack, text_of, time_of, unpack

ZONES = some.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))])
TIMES = some.datetimes(datetime(1900, 1, 1), datetime(2900, 1, 1), timezones=ZONES)
NUMBERS_AND_TIMES = some.integers() | TIMES | some.dates()
TEXTS = (
    some.text(some.characters(exclude_categories=()))
    | NUMBERS_AND_TIMES.map(str)
    | TIMES.map(datetime.isoformat)
)
KEYS = some.text(string.ascii_letters + "$", min_size=1) | some.sampled_from(["$date", "$datetime", "$$date"])
ARGS = some.dictionaries(KEYS, TEXTS | NUMBERS_AND_TIMES)
CHOICES = some.builds(Choice, TEXTS, key=TEXTS, text=TEXTS, args=ARGS, token=TEXTS)
SAYS = some.builds(
    Say,
    some.lists(TEXTS | some.builds(Phrase, TEXTS, ARGS), min_size=1).map(tuple),
    rows=some.lists(some.lists(CHOICES, max_size=2).map(tuple), max_size=2).map(tuple),
    tag=TEXTS,
    clear_keyboard=some.booleans(),
)
SESSIONS = some.builds(
    Session,
    turn=some.integers(0),
    draft=some.dictionaries(KEYS, TEXTS),
    filled=some.lists(TEXTS).map(tuple),
    offers=some.lists(CHOICES, max_size=2).map(tuple),
    safety_at=some.none() | TIMES,
)


def stored(value):
    return unpack(type(value), json.loads(json.dumps(pack(value))))


def types(say):
    parts = [part for part in say.parts if isinstance(part, Phrase)]
    return [type(arg) for holder in (*parts, *say.choices) for arg in holder.args.values()]


@given(SAYS)
def test_a_message_keeps_its_content_and_types(say):
    assert stored(say) == say
    assert types(stored(say)) == types(say)


@given(SESSIONS)
def test_a_session_keeps_its_content(session):
    assert stored(session) == session


DAY = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize("arg", ["2026-11-23", "2026-11-23T09:00:00+00:00", "7", 7, DAY, DAY.date()])
def test_a_text_that_looks_like_a_date_stays_a_text_and_a_date_a_date(arg):
    back = stored(Say((Phrase("key", {"arg": arg}),))).parts[0].args["arg"]
    assert (back, type(back)) == (arg, type(arg))


def test_fields_of_a_newer_version_are_ignored_and_missing_ones_have_their_defaults():
    packed = pack(Session(turn=5, town="Ahaus"))
    del packed["town"]
    assert unpack(Session, packed | {"mood": {"$date": "2026-11-23"}}) == Session(turn=5)


def test_a_value_of_a_wrong_type_is_refused_without_repeating_it():
    with pytest.raises(TypeError) as refusal:
        pack(Session(draft={"name": 4711}))  # type: ignore[dict-item]
    assert "4711" not in str(refusal.value)
    with pytest.raises(Misshapen) as misshapen:
        unpack(Session, {"turn": "Ayşe"})
    assert "Ayşe" not in str(misshapen.value)


@given(TIMES, TIMES)
def test_stored_times_sort_as_times_do_and_come_back_in_utc(one, other):
    assert (text_of(one) < text_of(other)) == (one < other)
    assert time_of(text_of(one)) == one
    assert time_of(text_of(one)).tzinfo is UTC


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        text_of(datetime(2026, 11, 23))
