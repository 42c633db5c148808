"""What every store tells other processes of how the bot does, and the order in which programs read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.ports_desk import TicketFilter
from bot.core.steering import UNFETCHED, Silence, Stop, silence
from tests.builders import NOW, a_ticket
from tests.storage.turns import with_tickets

SECOND = timedelta(seconds=1)
STOP = Stop(NOW - SECOND, "Lena", "Falsche Auskunft")


async def test_the_last_fetch_is_known_to_other_processes(store, another):
    other = await another()
    assert await other.fetched() is None
    await store.mark_fetched(NOW)
    await store.mark_fetched(NOW + SECOND)
    assert await other.fetched() == NOW + SECOND
    await store.mark_fetched(None)
    assert await other.fetched() is None


@pytest.mark.parametrize(
    ("stop", "fetched", "found"),
    [
        (None, None, None),
        (None, NOW - UNFETCHED, None),
        (None, NOW - UNFETCHED - SECOND, Silence(NOW - UNFETCHED - SECOND, is_ordered=False)),
        (STOP, NOW, Silence(STOP.at, is_ordered=True, reason=STOP.reason)),
        (STOP, NOW - 2 * UNFETCHED, Silence(STOP.at, is_ordered=True, reason=STOP.reason)),
    ],
)
def test_the_bot_is_silent_when_it_is_ordered_to_or_does_not_reach_its_channel(stop, fetched, found):
    assert silence(stop, fetched, NOW) == found


async def test_tickets_come_in_the_order_in_which_they_were_made_after_the_one_that_was_read_last(store):
    await with_tickets(
        store,
        a_ticket("CCCCCC", created_at=NOW),
        a_ticket("AAAAAA", created_at=NOW + timedelta(microseconds=1)),
        a_ticket("BBBBBB", created_at=NOW, not_before=NOW + SECOND),
        a_ticket("DDDDDD", created_at=NOW - SECOND, office="elsewhere"),
    )
    wanted = TicketFilter(offices=(a_ticket().office,))
    assert [one.code for one in await store.in_order(wanted, None, 2)] == ["BBBBBB", "CCCCCC"]
    assert [one.code for one in await store.in_order(wanted, (NOW, "BBBBBB"), 9)] == ["CCCCCC", "AAAAAA"]
    assert [one.name for one in await store.in_order(wanted, (NOW, "CCCCCC"), 9)] == [""]
