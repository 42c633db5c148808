"""What every store's audit holds: acts in their order, and whatever staff did to tickets by themselves."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core import moves
from bot.core.audit import Act, Deed
from bot.core.tickets import Outcome, TicketEvent
from tests.builders import NOW, a_rule, a_ticket, a_turn, an_incoming, an_opening
from tests.storage.turns import HERE, forget, with_tickets

YEAR = timedelta(days=365)


def an_act(number: int = 1, **fields) -> Act:
    return Act(**({"at": NOW + timedelta(minutes=number), "who": "Kaya", "what": f"did {number}"} | fields))


async def told(store) -> list[tuple[str, str, str]]:
    """Who did what to which ticket or account, oldest first."""
    return [(act.who, act.what, act.subject) for _, act in reversed(await store.acts())]


async def test_acts_come_back_newest_first_with_ascending_numbers(store):
    acts = [an_act(1), an_act(2, subject="K7M3PQ"), an_act(3, detail="10 with names")]
    for act in acts:
        await store.record(act)
    assert await store.acts() == [(3, acts[2]), (2, acts[1]), (1, acts[0])]


async def test_older_acts_are_read_page_by_page(store):
    for number in range(1, 8):
        await store.record(an_act(number))
    pages = [await store.acts(before, limit=3) for before in (0, 5, 2)]
    assert [[number for number, _ in page] for page in pages] == [[7, 6, 5], [4, 3, 2], [1]]


async def test_what_staff_do_to_a_ticket_is_recorded_and_what_citizens_do_is_not(store):
    await with_tickets(store, a_ticket())
    await store.log_event("K7M3PQ", TicketEvent(NOW, "Kaya", "revealed"))
    await store.change_ticket("K7M3PQ", lambda ticket: moves.taken(ticket, "Kaya", NOW, NOW + YEAR))
    await store.change_ticket("K7M3PQ", lambda ticket: moves.closed(ticket, Outcome.REACHED, "Kaya", NOW))
    await store.log_event("K7M3PQ", TicketEvent(NOW, "bot", "reminded"))
    assert await told(store) == [
        ("Kaya", "revealed", "K7M3PQ"),
        ("Kaya", "taken", "K7M3PQ"),
        ("Kaya", "closed", "K7M3PQ"),
    ]


async def test_a_move_that_fails_leaves_no_act(store):
    await with_tickets(store, a_ticket())

    def refused(ticket):
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - ours
        await store.change_ticket("K7M3PQ", refused)
    assert await told(store) == []


async def test_remarks_are_not_copied_into_the_audit(store):
    await with_tickets(store, a_ticket())
    remark = TicketEvent(NOW, "Kaya", "noted", "Frau Öztürk ist krank")
    await store.change_ticket("K7M3PQ", a_rule_with(remark))
    ((_, act),) = await store.acts()
    assert (act.what, act.detail) == ("noted", "")


def a_rule_with(event):
    def rule(ticket):
        change = a_rule()(ticket)
        return type(change)(change.ticket, event)

    return rule


async def test_disclosing_and_forgetting_are_recorded_also_without_a_ticket(store):
    await store.save_turn(an_incoming(chat=HERE), a_turn(), NOW)
    await store.save_turn(an_incoming(), a_turn(orders=(an_opening(),)), NOW)
    with_ticket = (await store.holding_of("K7M3PQ")).key
    await store.disclose(with_ticket, "Olga", NOW)
    await store.forget(with_ticket, "Olga", NOW)
    found = await told(store)
    assert ("Olga", "disclosed", "K7M3PQ") in found
    assert ("Olga", Deed.DISCLOSED, "") in found
    assert ("Olga", Deed.FORGOT, "") in found


async def test_a_citizen_who_forgets_leaves_nothing_in_the_audit(store):
    await with_tickets(store, a_ticket())
    await forget(store)
    assert await told(store) == []


@pytest.mark.parametrize("detail", ["Ayşe Öztürk", "+4915112345678", "x" * 81, "zeile\nzwei"])
def test_an_act_takes_no_detail_that_could_be_personal(detail):
    with pytest.raises(ValueError, match="words of the program"):
        an_act(detail=detail)


async def test_after_twelve_months_acts_go_and_what_is_left_still_holds(store, clock):
    for days in (0, 1, 400, 401):
        await store.record(an_act(at=NOW + timedelta(days=days)))
    clock.forward(days=402)
    now = NOW + timedelta(days=402)
    assert (await store.preview(now, 30, 90)).acts == 2
    await store.retire(now, 30, 90, force=True)
    assert [number for number, _ in await store.acts()] == [4, 3]
    verdict = await store.audited()
    assert (verdict.first, verdict.last, verdict.retired, verdict.flaws) == (3, 4, 2, ())
    await store.record(an_act(at=now))
    assert (await store.audited()).flaws == ()


async def test_also_if_all_acts_went_the_record_goes_on(store, clock):
    await store.record(an_act())
    clock.forward(days=500)
    await store.retire(NOW + timedelta(days=500), 30, 90, force=True)
    assert await store.acts() == []
    assert (await store.audited()).flaws == ()
    await store.record(an_act(at=NOW + timedelta(days=500)))
    assert [number for number, _ in await store.acts()] == [2]
    assert (await store.audited()).flaws == ()


async def test_a_noted_mark_is_found_again_later(store):
    await store.record(an_act(1))
    noted = (await store.audited()).mark
    await store.record(an_act(2))
    assert (await store.audited(noted)).flaws == ()
    assert (await store.audited("99-0123456789abcdef")).flaws != ()
    assert (await store.audited("1-0123456789abcdef")).flaws != ()


async def test_many_at_once_make_one_chain(store, another):
    other = await another()
    await asyncio.gather(*(each.record(an_act(number)) for number in range(20) for each in (store, other)))
    verdict = await store.audited()
    assert (verdict.last, verdict.flaws) == (40, ())
