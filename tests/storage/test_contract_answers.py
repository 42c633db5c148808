"""What every store does for programs whose requests act once."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.tickets import Once
from bot.errors import AnsweredBefore, KeyReused, MoveRefused
from tests.builders import a_rule, a_ticket
from tests.storage.turns import with_tickets


def a_request(key: str = "fachverfahren 1", request: str = "take K7M3PQ") -> Once:
    return Once(key, request, lambda change: f"version {change.ticket.version}")


async def test_a_change_and_its_answer_are_stored_together(store):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    assert await store.answered(a_request()) == "version 2"


async def test_a_second_time_nothing_changes(store, another):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    for again in (store, await another()):
        with pytest.raises(AnsweredBefore):
            await again.change_ticket("K7M3PQ", a_rule(), a_request())
    assert (await store.ticket("K7M3PQ")).version == 2


async def test_of_two_at_the_same_time_one_changes(store, another):
    await with_tickets(store, a_ticket())
    both = (store, await another())
    done = await asyncio.gather(
        *(one.change_ticket("K7M3PQ", a_rule(), a_request()) for one in both), return_exceptions=True
    )
    assert [type(result) for result in done].count(AnsweredBefore) == 1
    assert (await store.ticket("K7M3PQ")).version == 2


async def test_what_was_refused_is_not_answered(store):
    def refused(ticket):
        raise MoveRefused("K7M-3PQ", "free")

    await with_tickets(store, a_ticket())
    with pytest.raises(MoveRefused):
        await store.change_ticket("K7M3PQ", refused, a_request())
    assert await store.answered(a_request()) is None


async def test_a_refusal_may_be_remembered_and_takes_no_answers_place(store):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    await store.remember(a_request(), "no")
    await store.remember(a_request("fachverfahren 2"), "no")
    assert await store.answered(a_request()) == "version 2"
    assert await store.answered(a_request("fachverfahren 2")) == "no"
    with pytest.raises(AnsweredBefore):
        await store.change_ticket("K7M3PQ", a_rule(), a_request("fachverfahren 2"))


async def test_a_key_stands_for_one_request(store):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    other = a_request(request="release K7M3PQ")
    with pytest.raises(KeyReused):
        await store.answered(other)
    with pytest.raises(KeyReused):
        await store.change_ticket("K7M3PQ", a_rule(), other)


async def test_after_a_day_a_key_may_serve_again(store, clock):
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    clock.forward(hours=24, seconds=1)
    assert await store.answered(a_request()) is None
    await store.change_ticket("K7M3PQ", a_rule(), a_request(request="release K7M3PQ"))
    assert await store.answered(a_request(request="release K7M3PQ")) == "version 3"


async def test_retention_destroys_old_answers(sqlite, clock):
    store = await sqlite.open()
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule(), a_request())
    now = clock.forward(hours=23)
    await store.retire(now, 30, 90)
    assert await store.answered(a_request()) == "version 2"
    now = clock.forward(hours=2)
    await store.retire(now, 30, 90)
    async with store._database.read() as db:
        assert await db.all("SELECT * FROM answer") == []
