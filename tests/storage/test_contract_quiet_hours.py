"""What a caseworker does at night, on a Sunday or a holiday rings nobody's phone before the next morning."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core import moves
from bot.core.calendar import BERLIN
from bot.core.talk import ForgetMe, Later, SaveTicket
from bot.core.tickets import Outcome
from tests.builders import (
    NOW,
    a_chat,
    a_choice,
    a_rule,
    a_say,
    a_session,
    a_turn,
    an_incoming,
    an_opening,
)

HERE, THERE, SCREEN = a_chat("1"), a_chat("2"), a_chat("3", "terminal")
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
NIGHT = datetime(2026, 11, 23, 20, 30, tzinfo=BERLIN).astimezone(NOW.tzinfo)
MORNING = datetime(2026, 11, 24, 7, 30, tzinfo=BERLIN).astimezone(NOW.tzinfo)


async def at_night(store, clock, chat=HERE, codes=("K7M3PQ",)):
    """The chat has sent its tickets in the daytime; now it is night."""
    opened = tuple(an_opening(code=code) for code in codes)
    await store.save_turn(an_incoming(chat=chat), a_turn(orders=opened), NOW)
    clock.time = NIGHT


async def notice(store, text, code="K7M3PQ", timers=(), **say):
    await store.change_ticket(code, a_rule("moved", (a_say(text, **say),), timers))


async def answer(store, text, chat=HERE):
    await store.save_turn(an_incoming(chat=chat), a_turn(a_say(text)), NIGHT)


async def heard(store, now, channel="telegram"):
    """All that may be sent at *now*, in order; marks it as sent."""
    texts = []
    while waiting := await store.to_send(channel, now):
        texts += waiting[0].say.parts
        await store.sent(waiting[0].id, "m", now)
    return texts


@pytest.mark.parametrize(
    ("moved", "comes"),
    [
        ((2026, 11, 23, 20, 0), (2026, 11, 24, 7, 30)),
        ((2026, 11, 24, 7, 29), (2026, 11, 24, 7, 30)),
        ((2026, 11, 28, 21, 0), (2026, 11, 30, 7, 30)),
        ((2026, 11, 29, 10, 0), (2026, 11, 30, 7, 30)),
        ((2026, 12, 25, 10, 0), (2026, 12, 28, 7, 30)),
    ],
)
async def test_a_notice_comes_when_the_quiet_hours_are_over(store, clock, moved, comes):
    await at_night(store, clock)
    clock.time = datetime(*moved, tzinfo=BERLIN).astimezone(NOW.tzinfo)
    due = datetime(*comes, tzinfo=BERLIN).astimezone(NOW.tzinfo)
    await notice(store, "read")
    assert await heard(store, due - SECOND) == []
    assert await heard(store, due) == ["read"]


async def test_an_answer_to_the_citizen_passes_a_notice_that_is_held_back(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    await answer(store, "answer")
    await answer(store, "another")
    assert await heard(store, NIGHT) == ["answer", "another"]
    assert await heard(store, MORNING) == ["read"]


async def test_notices_come_in_their_order_and_before_what_is_said_later(store, clock):
    await at_night(store, clock)
    await notice(store, "first")
    await answer(store, "answer")
    await notice(store, "second")
    assert await heard(store, NIGHT) == ["answer"]
    clock.time = MORNING
    await notice(store, "third")
    await answer(store, "thanks")
    assert await heard(store, MORNING) == ["first", "second", "third", "thanks"]


async def test_an_answer_whose_sending_failed_still_holds_up_what_follows(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    await answer(store, "1")
    await answer(store, "2")
    (message,) = await store.to_send("telegram", NIGHT)
    await store.postpone(message.id, NIGHT + HOUR)
    assert await store.to_send("telegram", NIGHT) == []
    assert await heard(store, NIGHT + HOUR) == ["1", "2"]


async def test_a_notice_whose_sending_failed_in_the_morning_keeps_its_place(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    (message,) = await store.to_send("telegram", MORNING)
    await store.postpone(message.id, MORNING + HOUR)
    await answer(store, "answer")
    assert await heard(store, MORNING) == []
    assert await heard(store, MORNING + HOUR) == ["read", "answer"]


async def test_a_held_notice_holds_up_no_other_chat(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    await answer(store, "answer", THERE)
    assert await heard(store, NIGHT) == ["answer"]


async def test_a_terminal_rings_nobody(store, clock):
    await at_night(store, clock, SCREEN)
    await notice(store, "read")
    assert await heard(store, NIGHT, "terminal") == ["read"]


async def test_buttons_can_be_typed_from_when_the_citizen_sees_them(store, clock):
    """ "morgen" said at night is no answer to a question that comes in the morning."""
    await at_night(store, clock)
    again = a_choice("go:again:K7M3PQ:tomorrow")
    await notice(store, "when?", rows=((again,),))
    assert (await store.session(HERE)).offers == ()
    assert await heard(store, MORNING) == ["when?"]
    assert (await store.session(HERE)).offers == (again,)


async def test_a_form_that_was_begun_meanwhile_keeps_its_buttons(store, clock):
    await at_night(store, clock)
    await notice(store, "when?", rows=((a_choice("go:again"),),))
    form = a_session(flow="phone_call", offers=(a_choice("yes"),))
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=form), MORNING)
    await heard(store, MORNING)
    assert await store.session(HERE) == form


async def test_the_timers_of_a_move_are_not_held_back(store, clock):
    await at_night(store, clock)
    await notice(store, "read", timers=(Later(NIGHT, "overdue"),))
    assert [timer.name for timer in await store.due_timers(NIGHT)] == ["overdue"]


async def test_what_is_out_of_date_when_the_ticket_is_settled_is_never_said(store, clock):
    """Nobody is asked when to try again once the call has happened."""
    await at_night(store, clock, codes=("K7M3PQ", "BBBBBB"))
    await notice(store, "not reached")
    await notice(store, "read", "BBBBBB")
    await store.change_ticket("K7M3PQ", lambda ticket: moves.closed(ticket, Outcome.REACHED, "Kaya", NIGHT))
    said = await heard(store, MORNING)
    assert "not reached" not in said
    assert (said[0], len(said)) == ("read", 2)


async def test_nor_when_the_citizen_takes_it_back_at_night(store, clock):
    await at_night(store, clock)
    await notice(store, "not reached")
    change = moves.withdrawn(await store.ticket("K7M3PQ"), NIGHT)
    orders = (SaveTicket(change.ticket, change.event),)
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("taken back"), orders=orders), NIGHT)
    assert await heard(store, MORNING) == ["taken back"]


async def test_a_later_line_in_the_history_does_not_silence_the_result(store, clock):
    await at_night(store, clock)
    await store.change_ticket("K7M3PQ", lambda ticket: moves.closed(ticket, Outcome.REACHED, "Kaya", NIGHT))
    change = moves.noted(await store.ticket("K7M3PQ"), "bot", NIGHT, "still-stands")
    orders = (SaveTicket(change.ticket, change.event),)
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=orders), NIGHT)
    assert len(await heard(store, MORNING)) == 1


async def test_a_held_notice_is_forgotten_with_the_rest(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("gone"), orders=(ForgetMe(),)), NIGHT)
    assert await heard(store, MORNING) == ["gone"]


async def test_a_held_notice_does_not_look_like_a_message_that_cannot_be_sent(store, clock):
    await at_night(store, clock)
    await notice(store, "read")
    assert await store.waits_since("telegram") is None
    clock.time = MORNING
    assert await store.waits_since("telegram") == NIGHT


@pytest.mark.parametrize("moved", [(2026, 11, 23, 19, 59), (2026, 11, 24, 7, 30), (2026, 11, 28, 19, 0)])
async def test_by_day_and_on_a_saturday_a_notice_comes_at_once_and_its_buttons_with_it(store, clock, moved):
    await at_night(store, clock)
    clock.time = datetime(*moved, tzinfo=BERLIN).astimezone(NOW.tzinfo)
    again = a_choice("go:again:K7M3PQ:tomorrow")
    await notice(store, "when?", rows=((again,),))
    assert (await store.session(HERE)).offers == (again,)
    assert await heard(store, clock.time) == ["when?"]
