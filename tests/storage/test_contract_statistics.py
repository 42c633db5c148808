"""What every store counts of tickets: how many were made, how long they waited; never whose they are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.statistics import WaitCount, WishCount
from bot.core.tickets import Kind, State
from tests.builders import NOW, a_rule, a_ticket
from tests.storage.turns import HERE, THERE, forget, with_tickets

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAY = date(2026, 11, 23)
CALL = Kind.PHONE_CALL


async def react(store, code="K7M3PQ", what="taken", at=NOW + HOUR):
    def rule(ticket):
        change = a_rule(what, state=State.TAKEN if what == "taken" else ticket.state)(ticket)
        return type(change)(change.ticket, type(change.event)(at, "Kaya", what))

    return await store.change_ticket(code, rule)


async def test_each_new_ticket_is_counted_once_for_its_day_kind_and_office(store, another):
    await with_tickets(store, a_ticket(), a_ticket("AAAAAA", office="ahaus"))
    await with_tickets(store, a_ticket("BBBBBB", kind=Kind.MISSED, created_at=NOW + DAY), chat=THERE)
    await with_tickets(store, a_ticket("CCCCCC"), chat=THERE)
    await react(store)
    assert await (await another()).wishes(MONDAY) == [
        WishCount(MONDAY, CALL, "ahaus", 1),
        WishCount(MONDAY, CALL, "borken", 2),
        WishCount(MONDAY + DAY, Kind.MISSED, "borken", 1),
    ]
    assert len(await store.wishes(MONDAY + DAY)) == 1


async def test_a_day_is_one_of_the_clock_on_the_wall(store):
    await with_tickets(store, a_ticket(created_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC)))
    assert [one.day for one in await store.wishes(date(2026, 1, 1))] == [MONDAY]


async def test_the_first_reaction_ends_the_waiting(store, another):
    await with_tickets(store, a_ticket(), a_ticket("AAAAAA"))
    assert await store.untouched() == {"borken": 2}
    await react(store, at=NOW + 23 * HOUR)
    await react(store, what="released", at=NOW + 24 * HOUR)
    await react(store, what="not_reached", at=NOW + 25 * HOUR)
    later = await another()
    assert await later.waits(MONDAY) == [WaitCount(MONDAY, CALL, "borken", 23 * HOUR, 7 * HOUR)]
    assert await later.untouched() == {"borken": 1}
    assert await later.waits(MONDAY + DAY) == []


@pytest.mark.parametrize("what", ["forwarded", "wished", "renumbered", "withdrawn", "noted"])
async def test_what_is_no_reaction_lets_it_wait(store, what):
    await with_tickets(store, a_ticket())
    await react(store, what=what)
    assert (await store.waits(MONDAY), await store.untouched()) == ([], {"borken": 1})


async def test_the_same_waits_are_one_line(store):
    await with_tickets(store, a_ticket(), a_ticket("AAAAAA"))
    for code in ("K7M3PQ", "AAAAAA"):
        await react(store, code)
    assert [one.count for one in await store.waits(MONDAY)] == [2]


async def test_the_counts_outlive_the_tickets_and_who_wants_to_be_forgotten(store):
    """They lead to nobody: a year's figures would be wrong without them."""
    await with_tickets(store, a_ticket())
    await react(store)
    await forget(store, chat=HERE)
    await store.retire(NOW + 100 * DAY, 30, 90, force=True)
    assert [one.count for one in await store.wishes(MONDAY)] == [1]
    assert len(await store.waits(MONDAY)) == 1
    assert await store.untouched() == {}


async def test_a_ticket_that_its_citizen_forgot_waits_for_nobody(store):
    await with_tickets(store, a_ticket())
    await forget(store, chat=HERE)
    assert await store.untouched() == {}
