"""The four piles: every ticket is in exactly one, and nothing that is to be done is hidden."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.caseworkers import queue, today
from bot.caseworkers.leases import as_it_stands
from bot.caseworkers.queue import PAGE, Pile, look, pile_of
from bot.core.audit import Act
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import CODE_ALPHABET, Kind, Outcome, State
from tests.builders import NOW, a_ticket

HOUR = timedelta(hours=1)
LATER, BEFORE = NOW + HOUR, NOW - HOUR
HELD = {"state": State.TAKEN, "lease_until": LATER}
MINE = {**HELD, "taken_by": "Kaya"}
THEIRS = {**HELD, "taken_by": "Kim"}
OVER = {"state": State.TAKEN, "lease_until": BEFORE}


def a_code(number: int) -> str:
    """Another one for each number."""
    return "AAAA" + CODE_ALPHABET[number // len(CODE_ALPHABET)] + CODE_ALPHABET[number % len(CODE_ALPHABET)]


@pytest.mark.parametrize(
    ("fields", "pile"),
    [
        ({}, Pile.NEW),
        (MINE, Pile.MINE),
        (THEIRS, Pile.WAITING),
        ({"not_before": LATER}, Pile.WAITING),
        ({"not_before": BEFORE}, Pile.NEW),
        (MINE | {"not_before": LATER}, Pile.WAITING),
        ({**OVER, "taken_by": "Kaya"}, Pile.NEW),
        ({**OVER, "taken_by": "Kaya", "attempts": 1}, Pile.MINE),
        ({**OVER, "taken_by": "Kim", "attempts": 1}, Pile.NEW),
        ({"state": State.DONE, "taken_by": "Kaya"}, Pile.DONE),
        ({"state": State.WITHDRAWN, "not_before": LATER}, Pile.DONE),
    ],
)
def test_where_a_ticket_is_for_kaya(fields, pile):
    assert pile_of(as_it_stands(a_ticket(**fields), NOW), "Kaya", NOW) is pile


@given(
    st.sampled_from(State),
    st.sampled_from(["", "Kaya", "Kim"]),
    st.sampled_from([None, BEFORE, NOW, LATER]),
    st.sampled_from([None, BEFORE, NOW, LATER]),
    st.integers(0, 3),
)
def test_what_nobody_holds_and_nothing_delays_is_offered_to_all(state, by, lease, rests, attempts):
    """No ticket may lie where nobody looks."""
    ticket = a_ticket(state=state, taken_by=by, lease_until=lease, not_before=rests, attempts=attempts)
    standing = as_it_stands(ticket, NOW)
    free = not ticket.is_settled and not ticket.is_held(NOW) and (rests is None or rests <= NOW)
    others = [pile_of(standing, who, NOW) for who in ("Kaya", "Kim", "Somebody")]
    assert all(pile in (Pile.NEW, Pile.MINE) for pile in others) == free
    assert all(pile is Pile.DONE for pile in others) == ticket.is_settled


async def test_each_pile_is_counted_and_one_is_shown(desk, inbox):
    await desk.receive(
        a_ticket("AAAAAA", due_at=NOW + 2 * HOUR),
        a_ticket("BBBBBB", due_at=BEFORE),
        a_ticket("CCCCCC", urgent=True, due_at=NOW + 9 * HOUR),
        a_ticket("DDDDDD", **MINE),
        a_ticket("EEEEEE", **THEIRS),
        a_ticket("FFFFFF", not_before=LATER),
        a_ticket("GGGGGG", state=State.DONE),
    )
    found = await look(inbox, TicketFilter(), Pile.NEW, "Kaya")
    assert found.counts == {Pile.NEW: 3, Pile.MINE: 1, Pile.WAITING: 2, Pile.DONE: 1}
    assert [ticket.code for ticket in found.tickets] == ["CCCCCC", "BBBBBB", "AAAAAA"] == found.codes
    done = await look(inbox, TicketFilter(), Pile.DONE, "Kaya")
    assert (done.counts, [ticket.code for ticket in done.tickets]) == (found.counts, ["GGGGGG"])


@pytest.mark.parametrize(("pile", "state"), [(Pile.NEW, State.OPEN), (Pile.DONE, State.DONE)])
async def test_a_long_pile_comes_in_pages(desk, inbox, pile, state):
    many = [a_ticket(a_code(n), state=state, created_at=NOW + n * HOUR) for n in range(PAGE + 3)]
    await desk.receive(*many)
    first = await look(inbox, TicketFilter(), pile, "Kaya")
    last = await look(inbox, TicketFilter(), pile, "Kaya", page=2)
    assert (len(first.tickets), len(last.tickets), first.pages, last.first) == (PAGE, 3, 2, PAGE + 1)
    assert {ticket.code for ticket in (*first.tickets, *last.tickets)} == {ticket.code for ticket in many}
    assert await look(inbox, TicketFilter(), pile, "Kaya", page=9) == last
    whole = await queue.everything(inbox, TicketFilter(), pile, "Kaya")
    assert len(whole.codes) == PAGE + 3


async def test_a_filter_counts_in_every_pile(desk, inbox):
    await desk.receive(a_ticket("AAAAAA"), a_ticket("BBBBBB", kind=Kind.MISSED, state=State.DONE))
    found = await look(inbox, TicketFilter(kinds=(Kind.MISSED,)), Pile.NEW, "Kaya")
    assert (found.counts[Pile.NEW], found.counts[Pile.DONE]) == (0, 1)


@pytest.mark.parametrize("pile", Pile)
async def test_nothing_of_other_offices_is_seen_or_counted(desk, inbox, pile):
    fields = {Pile.MINE: MINE, Pile.WAITING: THEIRS, Pile.DONE: {"state": State.DONE}}.get(pile, {})
    await desk.receive(a_ticket(office="borken", **fields))
    for offices in (frozenset({"ahaus"}), frozenset[str]()):
        found = await look(inbox.within(offices), TicketFilter(), pile, "Kaya")
        assert (found.tickets, sum(found.counts.values())) in (([], 0), ((), 0))


# Today


async def test_who_does_not_come_today_by_the_time_of_the_appointment(desk, inbox):
    def appointment(hours, **fields):
        return {"kind": Kind.RESCHEDULE, "appointment_at": NOW + hours * HOUR} | fields

    await desk.receive(
        a_ticket("AAAAAA", **appointment(5)),
        a_ticket("BBBBBB", **appointment(-1, kind=Kind.MISSED)),
        a_ticket("CCCCCC", **appointment(2, state=State.DONE, outcome=Outcome.MOVED)),
        a_ticket("DDDDDD", **appointment(-2, appointment_time_known=False)),
        a_ticket("EEEEEE", **appointment(3, not_before=LATER)),
        a_ticket("WTHDRW", **appointment(3, state=State.WITHDRAWN)),
        a_ticket("DVBLET", **appointment(3, state=State.DONE, outcome=Outcome.DUPLICATE)),
        a_ticket("TMRRWW", **appointment(24)),
        a_ticket("YSTRDY", **appointment(-24)),
        a_ticket("CALLXX", appointment_at=NOW),
    )
    found = await today.not_coming(inbox, TicketFilter())
    assert [ticket.code for ticket in found] == ["BBBBBB", "CCCCCC", "EEEEEE", "AAAAAA", "DDDDDD"]
    assert not any(ticket.name for ticket in found)


async def test_the_day_is_that_of_the_clock_on_the_wall(desk, inbox):
    """0:30 in Borken is still yesterday in UTC."""
    midnight = NOW.replace(hour=23, minute=0)
    kind = Kind.RESCHEDULE
    await desk.receive(
        a_ticket("TDDAYY", kind=kind, appointment_at=midnight - timedelta(minutes=1)),
        a_ticket("TMRRWW", kind=kind, appointment_at=midnight),
    )
    assert [ticket.code for ticket in await today.not_coming(inbox, TicketFilter())] == ["TDDAYY"]


async def test_names_of_today_are_shown_against_an_event(desk, inbox):
    await desk.receive(a_ticket(kind=Kind.MISSED, appointment_at=NOW))
    (ticket,) = await today.named(inbox, await today.not_coming(inbox, TicketFilter()), "Kaya")
    assert (ticket.name, ticket.phone) == ("Ayşe Öztürk", "")
    assert (await inbox.store.acts())[0][1] == Act(NOW, "Kaya", "revealed", "K7M3PQ")
