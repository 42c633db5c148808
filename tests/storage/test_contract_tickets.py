"""What every store does for caseworkers, and when a citizen wants to be forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core import moves
from bot.core.ports_desk import TicketFilter
from bot.core.talk import Later, Session
from bot.core.tickets import Change, Kind, Outcome, State
from bot.errors import AlreadyTaken, UnknownTicket
from tests.builders import (
    NOW,
    a_chat,
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
from tests.storage.turns import HERE, THERE, forget, with_tickets


def taken_by(name):
    return lambda ticket: moves.taken(ticket, name, NOW, NOW + timedelta(hours=4))


async def addressed(store):
    return [(message.chat, *message.say.parts) for message in await store.to_send("telegram", NOW)]


# Seeing


async def test_tickets_come_urgent_first_then_by_due_time_then_by_age(store):
    day = timedelta(days=1)
    await with_tickets(
        store,
        a_ticket("LATERA", due_at=NOW + 2 * day),
        a_ticket("SNEWER", created_at=NOW + timedelta(minutes=1)),
        a_ticket("SSNDER"),
        a_ticket("URGENT", urgent=True, due_at=NOW + 9 * day),
    )
    found = await store.tickets(TicketFilter(), NOW)
    assert [ticket.code for ticket in found] == ["URGENT", "SSNDER", "SNEWER", "LATERA"]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (TicketFilter(), ["AAAAAA", "BBBBBB", "CCCCCC"]),
        (TicketFilter(states=(State.TAKEN,)), ["BBBBBB"]),
        (TicketFilter(states=(State.OPEN, State.TAKEN)), ["AAAAAA", "BBBBBB"]),
        (TicketFilter(offices=("bocholt", "ahaus")), ["BBBBBB", "CCCCCC"]),
        (TicketFilter(kinds=(Kind.RESCHEDULE,)), ["CCCCCC"]),
        (TicketFilter(taken_by="Kaya"), ["BBBBBB"]),
        (TicketFilter(urgent=True), ["AAAAAA"]),
        (TicketFilter(offices=("ahaus",), urgent=True), []),
        (TicketFilter(hidden=True), ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"]),
        (TicketFilter(offices=("' OR 1=1 --",)), []),
    ],
)
async def test_a_filter_shows_only_what_it_names(store, wanted, codes):
    await with_tickets(
        store,
        a_ticket("AAAAAA", urgent=True),
        a_ticket("BBBBBB", office="bocholt", state=State.TAKEN, taken_by="Kaya"),
        a_ticket("CCCCCC", office="ahaus", kind=Kind.RESCHEDULE, state=State.DONE),
        a_ticket("DDDDDD", not_before=NOW + timedelta(hours=1)),
    )
    assert [ticket.code for ticket in await store.tickets(wanted, NOW)] == codes


async def test_a_hidden_ticket_shows_up_when_its_time_has_come(store):
    await with_tickets(store, a_ticket(not_before=NOW))
    assert not await store.tickets(TicketFilter(), NOW - timedelta(seconds=1))
    assert await store.tickets(TicketFilter(), NOW)


async def test_an_unknown_code_is_named_as_people_read_it(store):
    for question in (store.ticket("AAABBB"), store.change_ticket("AAABBB", taken_by("Kaya"))):
        with pytest.raises(UnknownTicket, match="AAA-BBB"):
            await question
    with pytest.raises(UnknownTicket):
        await store.log_event("AAABBB", a_ticket_event())
    assert list(await store.events("AAABBB")) == []


# Moving


async def test_a_move_stores_ticket_event_messages_and_timers(store):
    await with_tickets(store, a_ticket(language="tr"))
    rule = a_rule("called", (a_say("read"),), (Later(NOW, "overdue"),), attempts=1)
    after = await store.change_ticket("K7M3PQ", rule)
    assert after == replace(a_ticket(language="tr"), attempts=1, version=2)
    assert await store.ticket("K7M3PQ") == after
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "called"]
    (message,) = await store.to_send("telegram", NOW)
    assert (message.chat, message.say, message.locale) == (HERE, a_say("read"), "tr")
    (timer,) = await store.due_timers(NOW)
    assert (timer.chat, timer.name, timer.ticket) == (HERE, "overdue", "K7M3PQ")


async def test_a_move_ends_the_tickets_timers_and_no_others(store):
    await with_tickets(store, a_ticket(), a_ticket("BBBBBB"))
    orders = (Later(NOW, "mine", "K7M3PQ"), Later(NOW, "other", "BBBBBB"), Later(NOW, "chat"))
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=orders), NOW)
    await store.change_ticket("K7M3PQ", a_rule())
    assert {timer.name for timer in await store.due_timers(NOW)} == {"other", "chat"}


async def test_a_refused_move_leaves_everything_as_it_was(store):
    await with_tickets(store, a_ticket())
    before = await store.change_ticket("K7M3PQ", taken_by("Kaya"))
    heard = await addressed(store)
    with pytest.raises(AlreadyTaken) as refusal:
        await store.change_ticket("K7M3PQ", taken_by("Kim"))
    assert refusal.value.by == "Kaya"
    assert await store.ticket("K7M3PQ") == before
    assert len(await store.events("K7M3PQ")) == 2
    assert await addressed(store) == heard


async def test_of_fifty_takers_at_once_exactly_one_wins(another):
    """Two caseworkers never phone the same citizen."""
    mine, colleagues = await another(), await another()
    await with_tickets(mine, a_ticket())

    async def take(number):
        store = colleagues if number % 2 else mine
        try:
            return (await store.change_ticket("K7M3PQ", taken_by(f"Nr. {number}"))).taken_by
        except AlreadyTaken as refusal:
            return refusal.by

    holders = await asyncio.gather(*(take(number) for number in range(50)))
    (winner,) = set(holders)
    assert (await mine.ticket("K7M3PQ")).taken_by == winner
    assert [event.who for event in await colleagues.events("K7M3PQ")] == ["citizen", winner]


async def test_what_one_process_stores_the_other_sees_at_once(another):
    mine, other = await another(), await another()
    await with_tickets(mine, a_ticket())
    await mine.change_ticket("K7M3PQ", taken_by("Kaya"))
    assert (await other.ticket("K7M3PQ")).taken_by == "Kaya"
    await other.save_turn(an_incoming(chat=HERE), a_turn(session=a_session(town="Ahaus")), NOW)
    assert (await mine.session(HERE)).town == "Ahaus"


async def test_a_rule_that_leaves_the_ticket_as_it_was_adds_only_its_event(store):
    """A note ends no timer and makes nobody else's move stale."""
    orders = (an_opening(), Later(NOW, "overdue", "K7M3PQ"))
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=orders), NOW)
    event = a_ticket_event("noted", who="Kaya", detail="x")
    assert await store.change_ticket("K7M3PQ", lambda ticket: Change(ticket, event)) == a_ticket()
    assert await store.ticket("K7M3PQ") == a_ticket()
    assert list(await store.events("K7M3PQ")) == [a_ticket_event(), event]
    assert [timer.name for timer in await store.due_timers(NOW)] == ["overdue"]


async def test_a_note_that_belongs_to_a_move_is_stored_with_it_or_not_at_all(store):
    await with_tickets(store, a_ticket())
    note = a_ticket_event("noted", who="Kaya", detail="ruft selbst an")

    def rule(ticket):
        return replace(taken_by("Kaya")(ticket), note=note)

    await store.change_ticket("K7M3PQ", rule)
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "noted", "taken"]
    with pytest.raises(AlreadyTaken):
        await store.change_ticket("K7M3PQ", lambda ticket: replace(taken_by("Kim")(ticket), note=note))
    assert len(await store.events("K7M3PQ")) == 3


async def test_many_tickets_are_moved_at_once_and_some_are_left_as_they_are(store):
    await with_tickets(store, a_ticket("K7M3PQ"), a_ticket("ABCDEF"), a_ticket("GHJKMN"))
    take = taken_by("Kaya")

    def rule(ticket):
        return None if ticket.code == "ABCDEF" else take(ticket)

    moved = await store.change_tickets(("K7M3PQ", "ABCDEF", "ZZZZZZ", "GHJKMN"), rule)
    assert [(ticket.code, ticket.version) for ticket in moved] == [("K7M3PQ", 2), ("GHJKMN", 2)]
    for code, state in (("K7M3PQ", State.TAKEN), ("ABCDEF", State.OPEN), ("GHJKMN", State.TAKEN)):
        assert (await store.ticket(code)).state is state


async def test_of_many_tickets_none_is_moved_where_one_move_fails(store):
    await with_tickets(store, a_ticket("K7M3PQ"), a_ticket("ABCDEF"))
    take = taken_by("Kaya")

    def rule(ticket):
        if ticket.code == "ABCDEF":
            raise AlreadyTaken("ABC-DEF", "Ben")
        return take(ticket)

    with pytest.raises(AlreadyTaken):
        await store.change_tickets(("K7M3PQ", "ABCDEF"), rule)
    assert (await store.ticket("K7M3PQ")).state is State.OPEN


async def test_an_event_can_be_logged_without_a_move(store):
    await with_tickets(store, a_ticket())
    await store.log_event("K7M3PQ", a_ticket_event("revealed", who="Kaya", detail="phone"))
    assert (await store.events("K7M3PQ"))[-1] == a_ticket_event("revealed", who="Kaya", detail="phone")
    assert await store.ticket("K7M3PQ") == a_ticket()


# Forgetting


async def test_forgetting_empties_the_tickets_and_keeps_what_statistics_need(store):
    done = a_ticket("DNEDNE", state=State.DONE, outcome=Outcome.REACHED, text="Text", reason="krank")
    await with_tickets(store, a_ticket(), done)
    await forget(store)
    assert await store.tickets_of(HERE) == ()
    ticket = await store.ticket("K7M3PQ")
    assert ticket == moves.forgotten(a_ticket(), NOW).ticket
    assert (ticket.name, ticket.phone, ticket.office, ticket.state) == ("", "", "borken", State.WITHDRAWN)
    assert (await store.ticket("DNEDNE")).state is State.DONE
    assert [event.what for event in await store.events("DNEDNE")] == ["opened", "forgotten"]


async def test_forgetting_destroys_session_timers_and_unsent_messages_of_this_chat_only(store):
    for chat in (HERE, THERE):
        await store.save_turn(an_incoming(chat=chat), a_turn(a_say("old"), orders=(Later(NOW, "t"),)), NOW)
    await forget(store, a_say("gone"))
    assert await store.session(HERE) == Session(turn=3)
    assert await store.session(THERE) == a_session()
    assert [timer.chat for timer in await store.due_timers(NOW)] == [THERE]
    assert await addressed(store) == [
        (THERE, "old"),
        (HERE, "gone"),
    ]


async def test_what_was_received_before_is_forgotten_and_what_came_after_is_answered(store):
    await store.receive(a_received("before", HERE))
    await store.receive(a_received("forget me", HERE, event_id="e"))
    await store.receive(a_received("after", HERE))
    await forget(store, event_id="e")
    assert [event.payload for event in await store.waiting()] == ["after"]


async def test_forgetting_without_an_inbox_forgets_all_that_waits(store):
    await store.receive(a_received("before", HERE))
    await store.receive(a_received("other", THERE))
    await forget(store)
    assert [event.payload for event in await store.waiting()] == ["other"]


async def test_turns_go_on_where_they_were_when_a_chat_was_forgotten(store):
    """A button from before the deletion never fits a draft from after it."""
    for turn in (7, 9):
        await forget(store, turn=turn)
        assert await store.session(HERE) == Session(turn=turn)
    assert await store.session(THERE) == Session()
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=a_session(turn=10)), NOW)
    assert await store.session(HERE) == a_session(turn=10)
    await store.retire(NOW + timedelta(days=364), 30, 90, force=True)
    assert (await store.session(HERE)).turn == 10


async def test_remarks_about_a_citizen_are_forgotten_with_the_rest(store):
    await with_tickets(store, a_ticket())
    await store.log_event("K7M3PQ", a_ticket_event("noted", who="Kaya", detail="Frau Öztürk war hier"))
    await forget(store)
    happened = [(event.who, event.what, event.detail) for event in await store.events("K7M3PQ")]
    assert happened == [("citizen", "opened", ""), ("Kaya", "noted", ""), ("citizen", "forgotten", "")]


async def test_who_comes_back_after_forgetting_is_a_new_chat(store):
    await with_tickets(store, a_ticket())
    await forget(store, a_say("gone"))
    (message,) = await store.to_send("telegram", NOW)
    await store.sent(message.id, "m1", NOW)
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("hello"), session=a_session(turn=1)), NOW)
    assert (await store.session(HERE)).turn == 1
    assert await addressed(store) == [(HERE, "hello")]


async def test_a_forgotten_tickets_move_reaches_nobody(store):
    await with_tickets(store, a_ticket())
    await forget(store)
    await store.change_ticket("K7M3PQ", a_rule("noted", (a_say(),), (Later(NOW, "t"),)))
    assert not await store.to_send("telegram", NOW)
    assert not await store.due_timers(NOW)


# Retention


@pytest.mark.parametrize(
    ("days", "left"), [(29.9, {"PENPEN", "DNEDNE", "WTHDRW"}), (30.1, {"PENPEN"}), (90.1, set())]
)
async def test_settled_tickets_go_after_days_done_and_all_others_after_days_open(store, days, left):
    await with_tickets(store, a_ticket("PENPEN"), a_ticket("DNEDNE"), a_ticket("WTHDRW"))
    await store.change_ticket("DNEDNE", lambda t: moves.closed(t, Outcome.REACHED, "Kaya", NOW))
    await store.change_ticket("WTHDRW", lambda t: moves.withdrawn(t, NOW))
    retired = await store.retire(NOW + timedelta(days=days), days_done=30, days_open=90, force=True)
    found = {ticket.code for ticket in await store.tickets(TicketFilter(), NOW + timedelta(days=days))}
    assert (found, retired) == (left, 3 - len(left))


async def test_the_time_of_settling_counts_not_that_of_opening_or_of_later_events(store):
    await with_tickets(store, a_ticket())
    settled = NOW + timedelta(days=20)
    await store.change_ticket("K7M3PQ", lambda t: moves.withdrawn(t, settled))
    await store.change_ticket("K7M3PQ", lambda t: moves.forgotten(t, settled + timedelta(days=5)))
    assert await store.retire(settled + timedelta(days=29.9), 30, 90, force=True) == 0
    assert await store.retire(settled + timedelta(days=30.1), 30, 90, force=True) == 1


async def test_a_retired_ticket_takes_its_timers_along_and_leaves_who_did_what_for_a_year(store):
    orders = (an_opening(a_ticket()), Later(NOW, "t", "K7M3PQ"))
    await store.save_turn(an_incoming(chat=HERE), a_turn(orders=orders), NOW)
    await store.log_event("K7M3PQ", a_ticket_event("noted", who="Kaya", detail="Frau Öztürk war hier"))
    for days in (91, 364):
        await store.retire(NOW + timedelta(days=days), 30, 90, force=True)
        assert list(await store.events("K7M3PQ")) == [
            a_ticket_event("opened"),
            a_ticket_event("noted", who="Kaya"),
        ]
    assert not await store.due_timers(NOW + timedelta(days=91))
    with pytest.raises(UnknownTicket):
        await store.ticket("K7M3PQ")
    await store.retire(NOW + timedelta(days=366), 30, 90, force=True)
    assert list(await store.events("K7M3PQ")) == []


async def test_a_session_is_reduced_to_language_and_style_a_day_after_its_last_turn(store):
    full = a_session(turn=7, language="tr", simple=True, draft={"name": "Ayşe"}, town="Ahaus", met=True)
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=full), NOW)
    await store.retire(NOW + timedelta(hours=23), 30, 90, force=True)
    assert await store.session(HERE) == full
    for _ in range(2):
        await store.retire(NOW + timedelta(hours=25), 30, 90, force=True)
        assert await store.session(HERE) == Session(turn=7, language="tr", simple=True)
    again = NOW + timedelta(hours=26)
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=full), again)
    assert await store.session(HERE) == full
    await store.retire(again + timedelta(hours=25), 30, 90, force=True)
    assert await store.session(HERE) == Session(turn=7, language="tr", simple=True)


async def test_events_and_sent_messages_go_after_two_days_and_waiting_ones_stay(store, clock):
    await store.receive(a_received("waits", HERE))
    await store.save_turn(an_incoming(chat=HERE, event_id="e"), a_turn(a_say(tag="a"), a_say("unsent")), NOW)
    (message,) = await store.to_send("telegram", NOW)
    await store.sent(message.id, "m1", NOW)
    await store.retire(NOW + timedelta(hours=47), 30, 90, force=True)
    assert not await store.receive(a_received(event_id="e"))
    await store.retire(NOW + timedelta(hours=49), 30, 90, force=True)
    assert [event.payload for event in await store.waiting()] == ["waits"]
    assert [m.say.parts for m in await store.to_send("telegram", NOW)] == [("unsent",)]
    assert await store.receive(a_received(event_id="e"))
    assert {event.chat for event in await store.waiting()} == {HERE, a_chat()}


async def test_a_silent_chat_can_still_be_told_what_it_waits_for(store):
    """A ticket, a timer, an unsent message or an unhandled event keep the address."""
    waiting_for_event, waiting_for_timer, waiting_for_message = a_chat("3"), a_chat("4"), a_chat("5")
    await with_tickets(store, a_ticket())
    await store.receive(a_received("e", waiting_for_event))
    await store.save_turn(an_incoming(chat=waiting_for_timer), a_turn(orders=(Later(NOW, "t"),)), NOW)
    await store.save_turn(an_incoming(chat=waiting_for_message), a_turn(a_say("late")), NOW)
    await store.retire(NOW + timedelta(days=60), 30, 90, force=True)
    await store.change_ticket("K7M3PQ", a_rule(says=(a_say("news"),)))
    assert await addressed(store) == [(waiting_for_message, "late"), (HERE, "news")]
    assert [event.chat for event in await store.waiting()] == [waiting_for_event]
    assert [timer.chat for timer in await store.due_timers(NOW)] == [waiting_for_timer]


# What hangs together


async def test_the_other_tickets_of_a_chat_are_found_without_personal_fields(store):
    await with_tickets(
        store, a_ticket(), a_ticket("BBBBBB", created_at=NOW + timedelta(hours=1), text="leise")
    )
    await with_tickets(store, a_ticket("CCCCCC"), chat=THERE)
    (other,) = await store.others_of("K7M3PQ")
    assert (other.code, other.name, other.phone, other.text) == ("BBBBBB", "", "", "")
    assert await store.others_of("ZZZZZZ") == ()


async def test_a_forgotten_ticket_has_no_others(store):
    await with_tickets(store, a_ticket(), a_ticket("BBBBBB"))
    await forget(store)
    assert await store.others_of("K7M3PQ") == ()


async def test_what_became_of_a_tickets_messages_is_known(store, clock):
    await with_tickets(store, a_ticket(), a_ticket("BBBBBB"))
    await store.change_ticket("BBBBBB", a_rule(says=(a_say("other"),)))
    for text in ("first", "second", "third"):
        await store.change_ticket("K7M3PQ", a_rule(says=(a_say(text),)))
    sent_at, parked_at = NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)
    for act in (
        lambda message: store.sent(message.id, "0", sent_at),
        lambda message: store.sent(message.id, "1", sent_at),
        lambda message: store.park(message.id, "blocked", parked_at),
    ):
        (message,) = await store.to_send("telegram", NOW)
        await act(message)
    found = [(one.state, one.at) for one in await store.deliveries("K7M3PQ")]
    assert found == [("sent", sent_at), ("parked", parked_at), ("waiting", NOW)]


async def test_a_turn_about_a_ticket_leaves_messages_about_it(store):
    """A receipt that did not arrive tells as much as an answer that did not."""
    opened = a_turn(a_say("receipt"), orders=(an_opening(),))
    await store.save_turn(an_incoming(chat=HERE), opened, NOW)
    due = an_incoming(chat=HERE, timer="overdue", ticket="K7M3PQ")
    await store.save_turn(due, a_turn(a_say("late")), NOW)
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("an answer")), NOW)
    assert len(await store.deliveries("K7M3PQ")) == 2
    assert await store.deliveries("") == ()


async def test_forgetting_cuts_what_leads_from_a_sent_message_to_its_ticket(store):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(says=(a_say("read"),)))
    (message,) = await store.to_send("telegram", NOW)
    await store.sent(message.id, "1", NOW)
    await forget(store)
    assert await store.deliveries("K7M3PQ") == ()


async def test_who_keeps_tickets_is_told_by_offices(store):
    await with_tickets(
        store,
        a_ticket(state=State.TAKEN, taken_by="Kaya"),
        a_ticket("BBBBBB", office="bocholt", taken_by="Ben", not_before=NOW + timedelta(hours=1)),
        a_ticket("CCCCCC", taken_by="Kim", not_before=NOW),
        a_ticket("DDDDDD", state=State.DONE, taken_by="Eva"),
    )
    assert await store.keepers((), NOW) == {"Kaya", "Ben"}
    assert await store.keepers(("bocholt", "ahaus"), NOW) == {"Ben"}
