"""What every store keeps of mails to staff and of who looked at which queue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core import moves
from bot.core.alerts import Queue, asleep, waits, waits_since
from bot.core.calendar import OfficeCalendar
from bot.core.tickets import State
from tests.builders import NOW, a_ticket
from tests.storage.turns import forget, with_tickets

HOUR = timedelta(hours=1)
QUEUES = {
    "nothing": (),
    "open": (a_ticket(),),
    "the oldest counts": (a_ticket("AAAAAA", created_at=NOW - HOUR), a_ticket("BBBBBB")),
    "elsewhere": (a_ticket(office="ahaus"),),
    "held": (a_ticket(state=State.TAKEN, taken_by="Kaya", lease_until=NOW + HOUR),),
    "held for ever": (a_ticket(state=State.TAKEN, taken_by="Kaya"),),
    "lease just over": (a_ticket(state=State.TAKEN, created_at=NOW - HOUR, lease_until=NOW),),
    "lease over, called": (a_ticket(state=State.TAKEN, lease_until=NOW - HOUR, attempts=1),),
    "resting": (a_ticket(not_before=NOW + HOUR),),
    "rested": (a_ticket(created_at=NOW - 2 * HOUR, not_before=NOW - HOUR, attempts=1),),
    "rests no more": (a_ticket(created_at=NOW - HOUR, not_before=NOW),),
    "forwarded": (a_ticket(created_at=NOW - 3 * HOUR, forwarded_at=NOW - HOUR),),
    "forwarded, then taken": (
        a_ticket(
            state=State.TAKEN, created_at=NOW - 4 * HOUR, forwarded_at=NOW - 3 * HOUR, lease_until=NOW - HOUR
        ),
    ),
    "forwarded, one was there before": (
        a_ticket("AAAAAA", created_at=NOW - 3 * HOUR, forwarded_at=NOW),
        a_ticket("BBBBBB", created_at=NOW - HOUR),
    ),
    "rested, then forwarded": (
        a_ticket(created_at=NOW - 4 * HOUR, not_before=NOW - 2 * HOUR, forwarded_at=NOW - HOUR, attempts=1),
    ),
    "done": (a_ticket(state=State.DONE),),
    "withdrawn": (a_ticket(state=State.WITHDRAWN),),
}


async def test_keys_are_kept_each_once(store, another):
    assert await store.notified() == frozenset()
    await store.mark_notified(["a", "b"], NOW)
    await store.mark_notified(["b", "c"], NOW + HOUR)
    await store.mark_notified([], NOW)
    assert await (await another()).notified() == {"a", "b", "c"}


async def test_keys_stay_longer_than_any_ticket_may(store):
    """A ticket stays for a year at most: for so long it must not be announced again."""
    await store.mark_notified(["a"], NOW)
    await store.mark_notified(["b"], NOW + timedelta(days=366))
    assert await store.notified() == {"a", "b"}
    await store.mark_notified(["c"], NOW + timedelta(days=500))
    assert await store.notified() == {"b", "c"}


async def test_an_office_was_seen_when_somebody_looked_last(store, another):
    assert await store.seen() == {}
    await store.mark_seen(["borken", "ahaus"], NOW)
    await store.mark_seen(["borken"], NOW + HOUR)
    assert await (await another()).seen() == {"borken": NOW + HOUR, "ahaus": NOW}


@pytest.mark.parametrize("tickets", QUEUES.values(), ids=QUEUES)
async def test_the_store_and_the_core_agree_on_what_waits(store, tickets):
    await with_tickets(store, *tickets)
    here = [t for t in tickets if t.office == "borken" and waits(t, NOW)]
    since = min(map(waits_since, here), default=None)
    assert await store.queue("borken", NOW) == Queue(since, None)
    await store.mark_seen(["borken"], NOW)
    assert await store.queue("borken", NOW) == Queue(since, NOW)


async def test_what_was_forwarded_waits_at_its_new_office_only_since_then(store):
    """Else the new office would count as asleep before anybody there could have looked."""
    await with_tickets(store, a_ticket(created_at=NOW - 72 * HOUR))
    await store.change_ticket("K7M3PQ", lambda ticket: moves.forwarded(ticket, "ahaus", "x", "Kaya", NOW))
    assert await store.queue("ahaus", NOW + HOUR) == Queue(NOW, None)
    assert not asleep(await store.queue("ahaus", NOW + HOUR), OfficeCalendar.of(), NOW + HOUR)


async def test_what_was_forgotten_waits_no_more(store):
    await with_tickets(store, a_ticket())
    await forget(store)
    assert await store.queue("borken", NOW) == Queue()
