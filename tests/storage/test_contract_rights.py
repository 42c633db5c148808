"""What every store does for a person who asks at the counter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.kept import Holding, Kept
from bot.core.talk import Later, Session
from bot.core.tickets import State
from bot.errors import UnknownTicket
from tests.builders import (
    NOW,
    a_chat,
    a_received,
    a_say,
    a_session,
    a_ticket,
    a_ticket_event,
    a_turn,
    an_incoming,
    an_opening,
)
from tests.storage.turns import HERE, THERE, forget, with_tickets

PHONE = "+4915112345678"
SOON = NOW + timedelta(hours=1)


async def with_everything(store, chat=HERE, code="K7M3PQ", **fields):
    """A ticket, a draft, a timer, an unsent message and an unheard event."""
    await store.receive(a_received("unheard", chat))
    session = a_session(draft={"name": "Ayşe"}, town="Ahaus")
    orders = (an_opening(code=code, **fields), Later(SOON, "overdue", code))
    await store.save_turn(
        an_incoming(chat=chat), a_turn(a_say("unsent"), session=session, orders=orders), NOW
    )


async def keys_with(store, phone=PHONE):
    return [holding.key for holding in await store.holdings_with(phone)]


async def test_a_code_leads_to_all_that_hangs_on_its_chat(store):
    await with_everything(store)
    await with_everything(store, THERE, "BBBBBB")
    await with_tickets(store, a_ticket("AAAAAA"))
    found = await store.holding_of("K7M3PQ")
    assert found == Holding(
        found.key, "telegram", ("AAAAAA", "K7M3PQ"), talking=True, timers=1, unsent=1, unheard=1
    )


async def test_an_unknown_code_is_told_from_one_that_leads_nowhere(store):
    with pytest.raises(UnknownTicket, match="AAA-BBB"):
        await store.holding_of("AAABBB")
    await with_everything(store)
    await forget(store)
    assert await store.holding_of("K7M3PQ") is None


async def test_a_number_leads_to_every_chat_in_which_it_stands_once(store):
    await with_everything(store, HERE, "AAAAAA")
    await with_tickets(store, a_ticket("CCCCCC"))
    await with_everything(store, THERE, "BBBBBB")
    await with_everything(store, a_chat("3"), "DDDDDD", phone="+4917112345678")
    found = await store.holdings_with(PHONE)
    assert [holding.codes for holding in found] == [("BBBBBB",), ("CCCCCC", "AAAAAA")]
    assert await store.holdings_with("+491") == []


async def test_a_number_that_was_typed_but_not_sent_is_found_too(store):
    session = a_session(draft={"phone": PHONE, "town": "ahaus"})
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=session), NOW)
    (found,) = await store.holdings_with(PHONE)
    assert (found.codes, found.talking) == ((), True)
    await store.retire(NOW + timedelta(hours=25), 30, 90, force=True)
    assert await store.holdings_with(PHONE) == []


async def test_a_number_of_a_settled_or_taken_ticket_is_found_and_a_forgotten_one_is_not(store):
    await with_everything(store, HERE, "AAAAAA", state=State.DONE)
    await with_everything(store, THERE, "BBBBBB", state=State.TAKEN, taken_by="Kaya")
    assert len(await keys_with(store)) == 2
    await forget(store)
    assert [holding.codes for holding in await store.holdings_with(PHONE)] == [("BBBBBB",)]


async def test_disclosed_is_everything_that_is_kept_of_the_chat_and_only_of_it(store):
    await with_everything(store)
    await with_everything(store, THERE, "BBBBBB", name="Kim")
    (key,) = {found.key for found in [await store.holding_of("K7M3PQ")]}
    assert await store.disclose(key, "Kaya", SOON) == Kept(
        chat=HERE,
        session=a_session(draft={"name": "Ayşe"}, town="Ahaus"),
        turned_at=NOW,
        tickets=((a_ticket(), (a_ticket_event(), a_ticket_event("disclosed", SOON, "Kaya"))),),
        timers=(Later(SOON, "overdue", "K7M3PQ"),),
        unsent=(a_say("unsent"),),
        unheard=("unheard",),
    )


async def test_who_has_seen_it_stands_in_the_history(store):
    await with_everything(store)
    (key,) = await keys_with(store)
    await store.disclose(key, "Kaya", SOON)
    assert (await store.events("K7M3PQ"))[-1] == a_ticket_event("disclosed", SOON, "Kaya")


async def test_forgetting_at_the_counter_is_the_citizens_own_forgetting(store):
    await with_everything(store)
    await with_everything(store, THERE, "BBBBBB")
    before = await store.disclose((await store.holding_of("BBBBBB")).key, "Kaya", NOW)
    await store.forget((await store.holding_of("K7M3PQ")).key, "Kaya", SOON)
    assert await store.session(HERE) == Session(turn=3)
    assert await store.tickets_of(HERE) == ()
    ticket = await store.ticket("K7M3PQ")
    assert (ticket.forgotten, ticket.name, ticket.phone, ticket.state) == (True, "", "", State.WITHDRAWN)
    assert (await store.events("K7M3PQ"))[-1] == a_ticket_event("forgotten", SOON, "Kaya")
    assert [timer.chat for timer in await store.due_timers(SOON)] == [THERE]
    assert [message.chat for message in await store.to_send("telegram", SOON)] == [THERE]
    assert [event.chat for event in await store.waiting()] == [THERE]
    assert await keys_with(store) == [(await store.holding_of("BBBBBB")).key]
    after = await store.disclose((await store.holding_of("BBBBBB")).key, "Kaya", NOW)
    assert (after.session, after.unsent, after.unheard) == (before.session, before.unsent, before.unheard)


async def test_forgetting_twice_is_fine(store):
    await with_everything(store)
    (key,) = await keys_with(store)
    for _ in range(2):
        await store.forget(key, "Kaya", SOON)
    assert await store.session(HERE) == Session(turn=3)
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "forgotten"]


async def test_a_turn_decided_before_the_forgetting_is_not_saved_after_it(store):
    """The bot is in the middle of an answer while somebody at the counter deletes."""
    await store.receive(a_received(chat=HERE, event_id="e"))
    await with_everything(store)
    await store.forget((await store.holding_of("K7M3PQ")).key, "Kaya", SOON)
    late = a_turn(a_say("late"), session=a_session(draft={"name": "Ayşe"}))
    assert not await store.save_turn(an_incoming(chat=HERE, event_id="e"), late, SOON)
    assert await store.session(HERE) == Session(turn=3)
