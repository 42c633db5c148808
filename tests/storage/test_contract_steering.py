"""What every store keeps of the standing orders of leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.steering import Banner, StandingOrders, Stop
from tests.builders import NOW

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
STOP = Stop(NOW, "Lena", "Falsche Auskunft zur Miete")
BANNER = Banner("Heute ist zu.", TODAY, TODAY, "Lena", ("bocholt", "rhede"))


async def acts(store):
    found = await store.acts()
    return [(act.who, act.what, act.subject, act.detail) for _, act in reversed(found)]


async def test_nothing_is_ordered_at_first(store):
    assert await store.standing_orders(TODAY) == StandingOrders()
    assert not await store.answer_again("Lena", NOW)
    assert not await store.take_down(1, "Lena", NOW)
    assert await acts(store) == []


async def test_a_stop_is_seen_by_other_processes_until_it_is_over(store, another):
    other = await another()
    assert await store.stop_answers(STOP)
    assert await other.standing_orders(TODAY) == StandingOrders(STOP)
    assert await other.answer_again("Ben", NOW + DAY)
    assert await store.standing_orders(TODAY) == StandingOrders()
    assert await store.stops() == [replace(STOP, ended_at=NOW + DAY, ended_by="Ben")]


async def test_a_second_stop_changes_nothing(store):
    await store.stop_answers(STOP)
    assert not await store.stop_answers(Stop(NOW + DAY, "Ben", "doppelt"))
    assert (await store.standing_orders(TODAY)).stop == STOP


async def test_stops_come_newest_first(store):
    for reason in "abc":
        await store.stop_answers(replace(STOP, reason=reason))
        await store.answer_again("Lena", NOW)
    assert [stop.reason for stop in await store.stops(2)] == ["c", "b"]


async def test_a_banner_is_known_until_its_last_day(store, another):
    up = await store.put_up(replace(BANNER, until=TODAY + DAY), NOW)
    later = await store.put_up(replace(BANNER, since=TODAY + DAY, until=TODAY + 2 * DAY), NOW)
    other = await another()
    assert (await other.standing_orders(TODAY)).banners == (up, later)
    assert (await other.standing_orders(TODAY + 2 * DAY)).banners == (later,)
    assert (await other.standing_orders(TODAY + 3 * DAY)).banners == ()


async def test_a_banner_taken_down_is_said_no_more_and_its_number_never_comes_again(store):
    up = await store.put_up(BANNER, NOW)
    assert await store.take_down(up.number, "Ben", NOW)
    assert not await store.take_down(up.number, "Ben", NOW)
    assert (await store.standing_orders(TODAY)).banners == ()
    await store.retire(NOW + 400 * DAY, 30, 90, force=True)
    assert (await store.put_up(BANNER, NOW)).number > up.number


async def test_a_stop_is_no_banner_that_could_be_taken_down(store):
    await store.stop_answers(STOP)
    assert not await store.take_down(1, "Ben", NOW)
    assert (await store.standing_orders(TODAY)).stop == STOP


async def test_each_order_and_its_end_stands_in_the_audit_without_its_words(store):
    await store.stop_answers(STOP)
    await store.answer_again("Ben", NOW)
    up = await store.put_up(BANNER, NOW)
    await store.take_down(up.number, "Ben", NOW)
    assert await acts(store) == [
        ("Lena", "answers_stopped", "", "order 1"),
        ("Ben", "answers_resumed", "", "order 1"),
        ("Lena", "banner_put_up", "", "order 2 bocholt rhede"),
        ("Ben", "banner_taken_down", "", "order 2"),
    ]
    assert not (await store.audited()).flaws


async def test_what_is_over_for_a_year_goes_and_a_stop_that_holds_stays(store):
    await store.put_up(BANNER, NOW)
    await store.stop_answers(replace(STOP, reason="old"))
    await store.answer_again("Lena", NOW)
    await store.stop_answers(STOP)
    late = NOW + timedelta(days=366)
    assert (await store.preview(late, 30, 90)).orders == 2
    await store.retire(late, 30, 90, force=True)
    assert await store.stops() == [STOP]
    assert (await store.standing_orders(TODAY)) == StandingOrders(STOP)


async def test_within_the_year_the_reason_can_be_read(store):
    await store.stop_answers(STOP)
    await store.answer_again("Lena", NOW)
    await store.retire(NOW + timedelta(days=300), 30, 90, force=True)
    assert [stop.reason for stop in await store.stops()] == [STOP.reason]
