"""Retention as an operator sees it: the preview, and when it refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core import moves
from bot.core.ports_desk import TicketFilter
from bot.core.retention import Doubt, Retirement
from bot.core.talk import Session
from bot.core.tickets import CODE_ALPHABET
from bot.errors import RetentionRefused
from tests.builders import (
    NOW,
    a_chat,
    a_received,
    a_say,
    a_session,
    a_turn,
    an_incoming,
    an_opening,
)
from tests.storage.turns import HERE, THERE, forget

DAY = timedelta(days=1)


def a_code(number):
    return f"AAAA{CODE_ALPHABET[number // 29]}{CODE_ALPHABET[number % 29]}"


async def with_tickets(store, count, created_at=NOW, first=0):
    opened = [an_opening(code=a_code(first + number), created_at=created_at) for number in range(count)]
    await store.save_turn(an_incoming(), a_turn(orders=tuple(opened)), NOW)


async def codes(store):
    return {ticket.code for ticket in await store.tickets(TicketFilter(hidden=True), NOW)}


async def hourly(store, begin, hours):
    """What retention does as the bot calls it: the number of tickets that went, or the refusal."""
    done = []
    for number in range(hours + 1):
        try:
            done.append(await store.retire(begin + timedelta(hours=number), 30, 90))
        except RetentionRefused as refusal:
            done.append(refusal.reason)
    return done


async def test_the_preview_counts_each_class_and_changes_nothing(store):
    long_ago = NOW - 100 * DAY
    await with_tickets(store, 1, created_at=long_ago)
    await with_tickets(store, 3, first=1)
    await store.change_ticket(a_code(1), lambda ticket: moves.withdrawn(ticket, NOW - 31 * DAY))
    await store.save_turn(an_incoming(chat=HERE, event_id="e"), a_turn(a_say()), NOW - 3 * DAY)
    (message,) = [m for m in await store.to_send("telegram", NOW) if m.chat == HERE]
    await store.sent(message.id, "m1", NOW - 3 * DAY)
    await forget(store, chat=THERE, now=NOW - 366 * DAY)
    await store.receive(a_received("waits", THERE))
    expected = Retirement(
        settled=1,
        unsettled=1,
        there=4,
        drafts=1,
        traces=0,
        events=2,
        messages=1,
        history=0,
        deletions=1,
    )
    for _ in range(2):
        assert await store.preview(NOW, 30, 90) == expected
    assert await store.retire(NOW, 30, 90) == expected.tickets
    after = await store.preview(NOW, 30, 90)
    assert after == Retirement(0, 0, 2, 0, 0, 0, 0, 0, 0)
    assert await codes(store) == {a_code(2), a_code(3)}
    assert [event.payload for event in await store.waiting()] == ["waits"]


async def test_the_preview_counts_what_is_left_of_gone_tickets_and_silent_chats(store):
    await with_tickets(store, 1)
    await store.retire(NOW + 91 * DAY, 30, 90, force=True)
    found = await store.preview(NOW + 366 * DAY, 30, 90)
    assert (found.history, found.traces, found.drafts) == (1, 1, 0)


async def test_day_by_day_everything_goes_in_its_time_and_nothing_is_refused(store, clock):
    """Four months with a ticket every third day; the share of a fifth is never in the way."""
    for day in range(0, 120, 3):
        clock.time = now = NOW + day * DAY
        opening = an_opening(code=a_code(day // 3), created_at=now)
        await store.save_turn(an_incoming(chat=a_chat(str(day))), a_turn(orders=(opening,)), now)
        for hours in (0, 20, 40, 60):
            await store.retire(now + timedelta(hours=hours), 30, 90)
        assert await codes(store) == {a_code(old // 3) for old in range(0, day + 1, 3) if day - old < 88}


@pytest.mark.parametrize(("later", "reason"), [(2 * DAY, "ahead"), (-DAY, "behind")])
async def test_with_a_doubtful_clock_nothing_at_all_is_destroyed(store, later, reason):
    await with_tickets(store, 1, created_at=NOW - 200 * DAY)
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=a_session(town="Ahaus")), NOW)
    assert (await store.preview(NOW + later, 30, 90)).doubt is Doubt(reason)
    with pytest.raises(RetentionRefused) as refusal:
        await store.retire(NOW + later, 30, 90)
    assert refusal.value.reason == reason
    assert await codes(store) == {a_code(0)}
    assert await store.session(HERE) == a_session(town="Ahaus")


async def test_a_clock_that_leapt_is_believed_after_a_day_of_hourly_looks(store):
    await with_tickets(store, 1)
    assert await store.retire(NOW, 30, 90) == 0
    assert await hourly(store, NOW + 91 * DAY, 25) == ["ahead"] * 24 + [1, 0]


async def test_looking_at_the_preview_is_no_look_at_the_clock(store):
    await with_tickets(store, 1)
    for hours in range(0, 30, 6):
        assert (await store.preview(NOW + 91 * DAY + timedelta(hours=hours), 30, 90)).doubt is Doubt.AHEAD
    assert await hourly(store, NOW + 93 * DAY, 1) == ["ahead", "ahead"]


async def test_a_clock_that_ran_wrong_for_a_while_destroys_nothing_early(store, clock):
    """It leaps ahead, the bot goes on writing, and it is put right: the doubt lasts a day, no more."""
    await with_tickets(store, 1)
    await store.retire(NOW, 30, 90)
    clock.time = NOW + 3650 * DAY
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say()), clock.time)
    assert await hourly(store, clock.time, 3) == ["ahead"] * 4
    assert await hourly(store, NOW + timedelta(hours=5), 25) == ["behind"] * 24 + [0, 0]
    assert await codes(store) == {a_code(0)}


async def test_who_answers_for_the_clock_ends_the_doubt(store):
    await with_tickets(store, 1)
    assert await store.retire(NOW + 91 * DAY, 30, 90, force=True) == 1
    assert (await store.preview(NOW + 91 * DAY, 30, 90)).doubt is None
    assert await hourly(store, NOW + 91 * DAY, 1) == [0, 0]


async def test_when_too_much_would_go_the_tickets_stay_and_all_else_goes(store):
    """Somebody has set days_open to 9 instead of 90: the tickets wait, drafts with names do not."""
    await with_tickets(store, 20, created_at=NOW - 10 * DAY)
    await with_tickets(store, 79, first=20)
    await store.save_turn(
        an_incoming(chat=HERE), a_turn(session=a_session(draft={"name": "Ayşe"})), NOW - 2 * DAY
    )
    found = await store.preview(NOW, 30, 9)
    assert (found.tickets, found.there, found.doubt) == (20, 99, Doubt.MANY)
    with pytest.raises(RetentionRefused) as refusal:
        await store.retire(NOW, 30, 9)
    assert (refusal.value.reason, refusal.value.going, refusal.value.there) == ("many", 20, 99)
    assert len(await codes(store)) == 99
    assert await store.session(HERE) == Session(turn=3)
    assert await store.retire(NOW, 30, 9, force=True) == 20
    assert await store.retire(NOW, 30, 9) == 0


async def test_a_small_office_is_never_refused(store):
    await with_tickets(store, 19, created_at=NOW - 91 * DAY)
    assert await store.retire(NOW, 30, 90) == 19


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.receive(a_received()),
        lambda store: store.set_aside("e", "message", "ValueError", NOW - 50 * DAY),
        lambda store: store.save_turn(an_incoming(), a_turn(), NOW),
        forget,
    ],
    ids=["received", "set aside", "a turn", "forgotten"],
)
async def test_before_the_first_look_at_the_clock_whatever_was_stored_tells_the_time(store, write):
    await write(store)
    assert (await store.preview(NOW + DAY, 30, 90)).doubt is None
    assert (await store.preview(NOW + 2 * DAY, 30, 90)).doubt is Doubt.AHEAD
    assert (await store.preview(NOW - DAY, 30, 90)).doubt is Doubt.BEHIND
