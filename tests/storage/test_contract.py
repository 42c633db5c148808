"""What every store does for citizens: inbox, turns, outbox, timers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.moves import withdrawn
from bot.core.talk import CancelTimers, ForgetMe, Later, Phrase, SaveTicket, Session
from bot.core.tickets import CODE_ALPHABET, State, parse_code
from bot.errors import StaleTicket
from tests.builders import (
    NOW,
    a_chat,
    a_choice,
    a_received,
    a_rule,
    a_say,
    a_session,
    a_ticket,
    a_ticket_event,
    a_turn,
    an_incoming,
    an_opening,
)
from tests.storage.turns import HERE, THERE

SOON = NOW + timedelta(minutes=5)


async def said(store, chat=HERE, now=NOW):
    """All that the chat is still to hear, in order; marks it as sent."""
    texts = []
    while waiting := [m for m in await store.to_send(chat.channel, now) if m.chat == chat]:
        texts += waiting[0].say.parts
        await store.sent(waiting[0].id, "", now)
    return texts


# Inbox


async def test_received_events_wait_in_the_order_of_their_receipt_as_they_were(store):
    events = [
        a_received("b", HERE, at=NOW),
        a_received("ä\ud83d", THERE, at=NOW - timedelta(days=1)),
        a_received("", HERE),
    ]
    for event in events:
        assert await store.receive(event)
    assert list(await store.waiting()) == events


async def test_a_known_event_is_not_received_again(store):
    await store.receive(a_received("first", event_id="e"))
    assert not await store.receive(a_received("second", event_id="e"))
    assert [event.payload for event in await store.waiting()] == ["first"]


async def test_an_event_is_known_also_after_its_turn(store):
    await store.receive(a_received(event_id="e"))
    await store.save_turn(an_incoming(event_id="e"), a_turn(), NOW)
    assert not await store.receive(a_received(event_id="e"))
    assert not await store.waiting()


async def test_a_flood_is_refused_with_one_notice_a_minute(store, clock):
    """One flooder neither fills the queue nor gets an answer to each message."""
    notice = a_say("slower", tag="slow")
    await store.receive(a_received("0", HERE))
    for number in range(1, 5):
        assert await store.refuse(a_received(str(number), HERE), notice)
    assert [event.payload for event in await store.waiting()] == ["0"]
    assert await said(store) == ["slower"]
    clock.forward(seconds=59)
    await store.refuse(a_received("5", HERE), notice)
    assert await said(store) == []
    clock.forward(seconds=2)
    await store.refuse(a_received("6", HERE), notice)
    assert await said(store) == ["slower"]


async def test_a_refused_event_is_never_handled(store):
    await store.refuse(a_received(chat=HERE, event_id="refused"), a_say())
    assert not await store.save_turn(an_incoming(chat=HERE, event_id="refused"), a_turn(a_say()), NOW)
    assert not await store.receive(a_received(chat=HERE, event_id="refused"))
    assert not await store.refuse(a_received(chat=HERE, event_id="refused"), a_say())
    assert len(await said(store)) == 1


async def test_a_notice_without_a_tag_is_not_taken_for_one_that_was_sent(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("answer")), NOW)
    await store.refuse(a_received(chat=HERE), a_say("notice"))
    assert await said(store) == ["answer", "notice"]


async def test_the_notice_is_in_the_language_of_the_chat(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=a_session(language="tr")), NOW)
    await store.refuse(a_received(chat=HERE), a_say())
    assert [message.locale for message in await store.to_send("telegram", NOW)] == ["tr"]


async def test_an_event_set_aside_is_known_from_then_on(store):
    assert await store.set_aside("e", "message", "ValueError", NOW)
    assert not await store.set_aside("e", "message", "ValueError", NOW)
    assert not await store.receive(a_received(event_id="e"))
    assert not await store.save_turn(an_incoming(event_id="e"), a_turn(a_say()), NOW)


async def test_a_waiting_event_can_be_set_aside(store):
    """A message on which the program fails each time must not come back at every start."""
    await store.receive(a_received(event_id="e"))
    assert await store.set_aside("e", "message", "KeyError", NOW)
    assert not await store.waiting()


async def test_a_handled_event_cannot_be_set_aside(store):
    await store.save_turn(an_incoming(event_id="e"), a_turn(), NOW)
    assert not await store.set_aside("e", "message", "KeyError", NOW)


async def test_how_long_the_oldest_event_waits(store, clock):
    assert await store.unheard_since() is None
    await store.receive(a_received(event_id="1"))
    clock.forward(minutes=1)
    await store.receive(a_received(event_id="2"))
    assert await store.unheard_since() == NOW
    await store.save_turn(an_incoming(event_id="1"), a_turn(), clock())
    assert await store.unheard_since() == NOW + timedelta(minutes=1)
    await store.set_aside("2", "message", "KeyError", clock())
    assert await store.unheard_since() is None


# Turns


async def test_a_new_chat_has_an_empty_session(store):
    assert await store.session(HERE) == Session()


async def test_a_session_comes_back_as_it_was_saved(store):
    session = a_session(
        draft={"name": "Ayşe", "date": "2026-11-24"},
        filled=("name",),
        offers=(a_choice("1", args={"day": date(2026, 11, 24), "text": "2026-11-24"}),),
        safety_at=NOW,
        simple=True,
    )
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=session), NOW)
    assert await store.session(HERE) == session
    assert await store.session(THERE) == Session()
    assert await store.session(a_chat(HERE.address, "terminal")) == Session()


async def test_a_saved_turn_takes_its_event_from_the_queue(store):
    await store.receive(a_received(chat=HERE, event_id="a"))
    await store.receive(a_received(chat=HERE, event_id="b"))
    assert await store.save_turn(an_incoming(chat=HERE, event_id="a"), a_turn(), NOW)
    assert [event.event_id for event in await store.waiting()] == ["b"]


@pytest.mark.parametrize("received", [True, False], ids=["inbox", "terminal"])
async def test_a_known_event_changes_nothing_and_says_nothing_again(store, received):
    if received:
        await store.receive(a_received(chat=HERE, event_id="e"))
    turn = a_turn(a_say("once"), session=a_session(turn=1), orders=(an_opening(), Later(NOW, "t")))
    assert await store.save_turn(an_incoming(chat=HERE, event_id="e"), turn, NOW)
    again = a_turn(
        a_say("twice"),
        session=a_session(turn=2),
        orders=(an_opening(code="SECND2"), Later(NOW, "u"), ForgetMe()),
    )
    assert not await store.save_turn(an_incoming(chat=HERE, event_id="e"), again, NOW)
    assert (await store.session(HERE)).turn == 1
    assert [ticket.code for ticket in await store.tickets_of(HERE)] == ["K7M3PQ"]
    assert [timer.name for timer in await store.due_timers(NOW)] == ["t"]
    assert await said(store) == ["once"]


async def test_a_ticket_comes_back_as_it_was_saved(store):
    ticket = a_ticket(
        appointment_at=NOW + timedelta(days=3),
        text="Ölheizung\ndefekt",
        reason="krank",
        phone_own=True,
        urgent=True,
    )
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(an_opening(ticket),)), NOW)
    assert await store.tickets_of(HERE) == (ticket,)
    assert await store.ticket("K7M3PQ") == ticket
    assert list(await store.events("K7M3PQ")) == [a_ticket_event()]


async def test_tickets_of_a_chat_come_newest_first_and_only_its_own(store):
    for minute, code in enumerate(("AAAAAA", "BBBBBB")):
        opening = an_opening(code=code, created_at=NOW + timedelta(minutes=minute))
        await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(opening,)), NOW)
    await store.save_turn(an_incoming(chat=THERE), a_turn(orders=(an_opening(code="CCCCCC"),)), NOW)
    assert [ticket.code for ticket in await store.tickets_of(HERE)] == ["BBBBBB", "AAAAAA"]


async def test_a_fresh_code_is_one_that_people_can_read_out(store):
    code = await store.fresh_code()
    assert parse_code(code) == code
    assert set(code) <= set(CODE_ALPHABET)


async def test_a_stale_ticket_rolls_the_whole_turn_back(store):
    """The citizen withdraws while a caseworker takes: the turn is decided again, nothing is half done."""
    await store.receive(a_received(chat=HERE, event_id="e"))
    await store.save_turn(
        an_incoming(chat=HERE), a_turn(session=a_session(turn=1), orders=(an_opening(),)), NOW
    )
    (read,) = await store.tickets_of(HERE)
    await store.change_ticket("K7M3PQ", a_rule(state=State.TAKEN, taken_by="Kaya"))
    change = withdrawn(read, NOW)
    orders = (an_opening(code="NEWTWO"), SaveTicket(change.ticket, change.event), Later(NOW, "t"))
    with pytest.raises(StaleTicket):
        await store.save_turn(
            an_incoming(chat=HERE, event_id="e"),
            a_turn(a_say("done"), session=a_session(turn=2), orders=orders),
            NOW,
        )
    assert (await store.session(HERE)).turn == 1
    assert [(ticket.code, ticket.taken_by) for ticket in await store.tickets_of(HERE)] == [("K7M3PQ", "Kaya")]
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "moved"]
    assert not await store.due_timers(NOW)
    assert await said(store) == []
    assert [event.event_id for event in await store.waiting()] == ["e"]


async def test_a_code_that_exists_is_stale_and_not_overwritten(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(an_opening(name="Ayşe"),)), NOW)
    with pytest.raises(StaleTicket):
        await store.save_turn(an_incoming(chat=THERE), a_turn(orders=(an_opening(name="Kim"),)), NOW)
    assert (await store.ticket("K7M3PQ")).name == "Ayşe"


async def test_no_chat_changes_another_chats_ticket(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(an_opening(),)), NOW)
    change = withdrawn(await store.ticket("K7M3PQ"), NOW)
    with pytest.raises(StaleTicket):
        await store.save_turn(
            an_incoming(chat=THERE), a_turn(orders=(SaveTicket(change.ticket, change.event),)), NOW
        )
    assert (await store.ticket("K7M3PQ")).state is State.OPEN


# Outbox


async def test_of_each_chat_only_the_oldest_message_is_to_be_sent(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("1"), a_say("2")), NOW)
    await store.save_turn(an_incoming(chat=THERE), a_turn(a_say("3")), NOW)
    assert [message.say.parts for message in await store.to_send("telegram", NOW)] == [("1",), ("3",)]
    assert len(await store.to_send("telegram", NOW, limit=1)) == 1
    assert await said(store, HERE) == ["1", "2"]
    assert await said(store, THERE) == ["3"]


async def test_a_message_is_sent_by_its_own_channel_only(store):
    await store.save_turn(an_incoming(chat=a_chat("x", "terminal")), a_turn(a_say()), NOW)
    assert not await store.to_send("telegram", NOW)
    (message,) = await store.to_send("terminal", NOW)
    assert message.chat == a_chat("x", "terminal")


async def test_a_message_comes_back_as_it_was_said(store):
    say = a_say(
        Phrase(
            "at", {"when": NOW, "day": date(2026, 11, 24), "code": "123", "count": 3, "text": NOW.isoformat()}
        ),
        rows=((a_choice(token="t"), a_choice("no")), (a_choice("share", kind="contact"),)),
        tag="summary",
        clear_keyboard=True,
    )
    await store.save_turn(an_incoming(chat=HERE), a_turn(say, session=a_session(simple=True)), NOW)
    (message,) = await store.to_send("telegram", NOW)
    assert (message.say, message.chat, message.locale) == (say, HERE, "de-simple")
    assert [type(arg) for arg in message.say.parts[0].args.values()] == [
        type(arg) for arg in say.parts[0].args.values()
    ]


async def test_a_language_of_the_message_overrides_the_sessions(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say(language="en")), NOW)
    assert [message.locale for message in await store.to_send("telegram", NOW)] == ["en"]


async def test_a_postponed_message_holds_its_chat_back_until_its_time(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("1"), a_say("2")), NOW)
    (message,) = await store.to_send("telegram", NOW)
    await store.postpone(message.id, SOON)
    assert not await store.to_send("telegram", SOON - timedelta(microseconds=1))
    (again,) = await store.to_send("telegram", SOON)
    assert again == replace(message, attempts=1)


async def test_a_parked_message_lets_the_later_ones_go_on(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("1"), a_say("2")), NOW)
    (message,) = await store.to_send("telegram", NOW)
    await store.park(message.id, "blocked", NOW)
    assert await said(store) == ["2"]


async def test_an_edit_names_the_newest_sent_message_of_its_tag(store):
    async def say_and_send(say, reference):
        await store.save_turn(an_incoming(chat=HERE), a_turn(say), NOW)
        (message,) = [m for m in await store.to_send("telegram", NOW) if m.chat == HERE]
        await store.sent(message.id, reference, NOW)
        return message

    await say_and_send(a_say(tag="summary"), "m1")
    await say_and_send(a_say(tag="summary"), "m2")
    await say_and_send(a_say(tag="other"), "m3")
    await store.save_turn(an_incoming(chat=THERE), a_turn(a_say(tag="summary")), NOW)
    edit = await say_and_send(a_say("receipt", replaces="summary"), "m2")
    assert edit.edits == "m2"
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say(tag="summary")), NOW)
    (never_taken,) = [m for m in await store.to_send("telegram", NOW) if m.chat == HERE]
    await store.park(never_taken.id, "gone", NOW)
    assert (await say_and_send(a_say("receipt", replaces="summary"), "m2")).edits == "m2"
    assert (await say_and_send(a_say(replaces="never-sent"), "m4")).edits == ""
    assert (await say_and_send(a_say(), "m5")).edits == ""


async def test_the_outbox_tells_since_when_something_waits(store):
    assert await store.waits_since("telegram") is None
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say()), NOW)
    await store.save_turn(an_incoming(chat=THERE), a_turn(a_say()), SOON)
    assert await store.waits_since("telegram") == NOW
    assert await store.waits_since("terminal") is None
    await said(store, HERE)
    assert await store.waits_since("telegram") == SOON


# Timers


async def test_a_timer_comes_when_it_is_due_and_its_turn_removes_it(store):
    later = Later(SOON, "overdue", "K7M3PQ")
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(an_opening(), later)), NOW)
    assert not await store.due_timers(SOON - timedelta(seconds=1))
    (timer,) = await store.due_timers(SOON)
    assert (timer.chat, timer.name, timer.ticket, timer.at) == (HERE, "overdue", "K7M3PQ", SOON)
    event_id = f"timer:{timer.id}"
    assert await store.save_turn(
        an_incoming(chat=HERE, timer="overdue", event_id=event_id), a_turn(a_say("sorry")), SOON
    )
    assert not await store.due_timers(SOON)
    assert not await store.save_turn(
        an_incoming(chat=HERE, timer="overdue", event_id=event_id), a_turn(a_say("sorry")), SOON
    )
    assert await said(store) == ["sorry"]


async def test_a_timer_belongs_to_its_chat(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(Later(NOW, "t"),)), NOW)
    (timer,) = await store.due_timers(NOW)
    stray = an_incoming(chat=THERE, timer="t", event_id=f"timer:{timer.id}")
    assert not await store.save_turn(stray, a_turn(a_say()), NOW)
    assert list(await store.due_timers(NOW)) == [timer]


async def test_a_timer_cancelled_while_its_turn_was_decided_says_nothing(store):
    """Nobody hears "nobody has called" when the caseworker has just closed the ticket."""
    await store.save_turn(
        an_incoming(chat=HERE), a_turn(orders=(an_opening(), Later(NOW, "overdue", "K7M3PQ"))), NOW
    )
    (timer,) = await store.due_timers(NOW)
    await store.change_ticket("K7M3PQ", a_rule(state=State.DONE))
    late = an_incoming(chat=HERE, timer="overdue", event_id=f"timer:{timer.id}")
    assert not await store.save_turn(late, a_turn(a_say("sorry")), NOW)
    assert await said(store) == []


async def test_a_move_by_the_citizen_ends_the_timers_set_before_and_keeps_its_own(store):
    await store.save_turn(
        an_incoming(chat=HERE), a_turn(orders=(an_opening(), Later(NOW, "old", "K7M3PQ"))), NOW
    )
    change = withdrawn(await store.ticket("K7M3PQ"), NOW)
    orders = (Later(NOW, "new", "K7M3PQ"), SaveTicket(change.ticket, change.event))
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=orders), NOW)
    assert [timer.name for timer in await store.due_timers(NOW)] == ["new"]


async def test_timers_are_cancelled_by_ticket_or_for_the_whole_chat(store):
    timers = (Later(NOW, "a", "K7M3PQ"), Later(NOW, "b", "BBBBBB"), Later(NOW, "c"))
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=timers), NOW)
    await store.save_turn(an_incoming(chat=THERE), a_turn(orders=(Later(NOW, "d"),)), NOW)
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(CancelTimers("K7M3PQ"),)), NOW)
    assert [timer.name for timer in await store.due_timers(NOW)] == ["b", "c", "d"]
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=(CancelTimers(), Later(NOW, "e"))), NOW)
    assert [timer.name for timer in await store.due_timers(NOW)] == ["d", "e"]
