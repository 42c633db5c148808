"""What every store does for pages: many tickets at once, and personal fields only against an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.audit import Act
from bot.core.ports_desk import InUse, TicketFilter
from bot.core.tickets import Kind, Outcome, Settlement, State
from tests.builders import NOW, a_rule, a_say, a_ticket, a_ticket_event
from tests.storage.turns import forget, with_tickets

HOUR = timedelta(hours=1)


def codes(tickets):
    return [ticket.code for ticket in tickets]


# Listing


async def test_a_list_opens_nothing_that_is_sealed(store):
    await with_tickets(store, a_ticket(reason="sick", text="beim Arzt"))
    (ticket,) = await store.tickets(TicketFilter(), NOW)
    assert (ticket.name, ticket.phone, ticket.reason, ticket.text) == ("", "", "", "")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TicketFilter(topics=("letter",)), ["BBBBBB"]),
        (TicketFilter(languages=("tr",)), ["AAAAAA", "BBBBBB"]),
        (TicketFilter(languages=("tr", "uk")), ["AAAAAA", "BBBBBB", "CCCCCC"]),
        (TicketFilter(codes=("CCCCCC", "ZZZZZZ")), ["CCCCCC"]),
        (TicketFilter(codes=()), []),
        (TicketFilter(appointments=(NOW, NOW + HOUR)), ["AAAAAA"]),
        (TicketFilter(appointments=(NOW, NOW + 2 * HOUR)), ["AAAAAA", "BBBBBB"]),
        (TicketFilter(appointments=(NOW - HOUR, NOW)), []),
    ],
)
async def test_a_filter_by_topic_language_code_or_appointment(store, wanted, found):
    await with_tickets(
        store,
        a_ticket("AAAAAA", language="tr", appointment_at=NOW),
        a_ticket("BBBBBB", topic="letter", interpreter="tr", appointment_at=NOW + HOUR),
        a_ticket("CCCCCC", interpreter="uk"),
    )
    assert codes(await store.tickets(wanted, NOW)) == found


async def test_a_settlement_tells_when_and_its_detail(store):
    await with_tickets(store, *(a_ticket(code) for code in ("AAAAAA", "BBBBBB", "CCCCCC")))
    for code, what, state in (("AAAAAA", "closed", State.DONE), ("BBBBBB", "withdrawn", State.WITHDRAWN)):
        event = a_ticket_event(what, NOW + HOUR, "Kaya", f"{what} so")
        await store.change_ticket(code, lambda t, s=state, e=event: replace(a_rule(state=s)(t), event=e))
    assert await store.settlements(["AAAAAA", "BBBBBB", "CCCCCC", "ZZZZZZ"]) == {
        "AAAAAA": Settlement(NOW + HOUR, "closed so"),
        "BBBBBB": Settlement(NOW + HOUR),
    }
    assert await store.settlements([]) == {}


async def test_what_was_settled_last_comes_first_in_pages(store):
    await with_tickets(store, *(a_ticket(code) for code in ("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD")))
    for number, code in enumerate(("BBBBBB", "AAAAAA", "CCCCCC")):
        event = a_ticket_event("closed", NOW + number * HOUR, "Kaya")
        settled = a_rule(state=State.WITHDRAWN if code == "CCCCCC" else State.DONE)
        change = replace(settled(await store.ticket(code)), event=event)
        await store.change_ticket(code, lambda _, change=change: change)
    first, count = await store.settled(TicketFilter(), most=2)
    rest, _ = await store.settled(TicketFilter(), most=2, skip=2)
    assert (codes(first), codes(rest), count) == (["CCCCCC", "AAAAAA"], ["BBBBBB"], 3)
    assert await store.settled(TicketFilter(kinds=(Kind.MISSED,)), most=2) == ([], 0)


async def test_what_nobody_has_told_is_found_until_somebody_does(store):
    """News that the chat does not tell, and what a chat that takes nothing would have told."""
    done = {"state": State.DONE, "office": "bocholt"}
    await with_tickets(
        store,
        a_ticket("AAAAAA", **done, outcome=Outcome.MOVED, due_at=NOW + HOUR),
        a_ticket("BBBBBB", **done, outcome=Outcome.NOT_MOVED),
        a_ticket("CCCCCC", **done, outcome=Outcome.REACHED),
        a_ticket("DDDDDD", **done, outcome=Outcome.NOT_OURS),
        a_ticket("EEEEEE", office="bocholt", outcome=Outcome.MOVED),
        a_ticket("FFFFFF", state=State.DONE, office="borken", outcome=Outcome.MOVED),
    )
    here, news = TicketFilter(offices=("bocholt",)), (Outcome.MOVED, Outcome.NOT_MOVED)
    assert codes(await store.untold(here, news, ())) == ["AAAAAA", "BBBBBB"]
    await store.change_ticket("AAAAAA", a_rule("told"))
    assert codes(await store.untold(here, news, ())) == ["BBBBBB"]
    assert codes((await store.settled(here, 9, without=["BBBBBB"]))[0]) == ["DDDDDD", "CCCCCC", "AAAAAA"]
    await store.change_ticket("DDDDDD", a_rule("closed", says=(a_say(),)))
    (message,) = await store.to_send("telegram", NOW)
    lost = (Outcome.NOT_OURS,)
    assert codes(await store.untold(here, (), lost)) == []
    await store.park(message.id, "blocked", NOW)
    assert codes(await store.untold(here, (), lost)) == ["DDDDDD"]


async def test_the_choices_for_filters_are_what_stands_in_tickets(store):
    await with_tickets(
        store,
        a_ticket("AAAAAA", topic="letter", interpreter="uk"),
        a_ticket("BBBBBB", topic="", language="tr", office="bocholt"),
    )
    assert await store.in_use(()) == InUse(frozenset({"letter"}), frozenset({"de", "uk", "tr"}))
    assert await store.in_use(["bocholt"]) == InUse(frozenset(), frozenset({"tr"}))


# Searching


async def test_a_search_looks_at_one_field_of_these_offices_the_newest_first(store):
    await with_tickets(
        store,
        a_ticket("AAAAAA", name="Anna"),
        a_ticket("BBBBBB", name="Anna", created_at=NOW + HOUR, state=State.DONE),
        a_ticket("CCCCCC", name="Berta", phone="+491"),
        a_ticket("DDDDDD", name="Anna", office="bocholt"),
    )

    def is_anna(text):
        return text == "Anna"

    found = await store.sought(["borken"], "name", is_anna, most=9)
    assert [(ticket.code, ticket.name) for ticket in found] == [("BBBBBB", ""), ("AAAAAA", "")]
    assert codes(await store.sought((), "name", is_anna, most=1)) == ["BBBBBB"]
    assert codes(await store.sought((), "phone", lambda phone: phone == "+491", most=9)) == ["CCCCCC"]


async def test_what_was_deleted_is_not_found(store):
    await with_tickets(store, a_ticket())
    await forget(store)
    assert await store.sought((), "name", lambda name: True, most=9) == []


# Revealing


async def test_personal_fields_are_given_against_an_event_in_each_history(store):
    await with_tickets(store, a_ticket("AAAAAA"), a_ticket("BBBBBB", name="Berta"))
    event = a_ticket_event("revealed", who="Kaya")
    found = await store.revealed(["BBBBBB", "ZZZZZZ", "AAAAAA"], event)
    names = [(ticket.code, ticket.name) for ticket in found]
    assert names == [("BBBBBB", "Berta"), ("AAAAAA", "Ayşe Öztürk")]
    for code in ("AAAAAA", "BBBBBB"):
        assert (await store.events(code))[-1] == event
    acts = [act for _, act in await store.acts()]
    assert acts == [Act(NOW, "Kaya", "revealed", code) for code in ("AAAAAA", "BBBBBB")]


async def test_what_was_deleted_has_nothing_to_reveal(store):
    await with_tickets(store, a_ticket())
    await forget(store)
    (ticket,) = await store.revealed(["K7M3PQ"], a_ticket_event("revealed", who="Kaya"))
    assert (ticket.forgotten, ticket.name) == (True, "")
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "forgotten"]
