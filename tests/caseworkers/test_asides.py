"""What is put aside comes back, and what lies with somebody who is not there is not lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.caseworkers import asides, tries, words
from bot.caseworkers.sight import held_since
from bot.core import reminders
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Kind, Outcome, State
from bot.errors import AlreadyTaken, MoveRefused, RestRefused
from tests.builders import NOW, a_ticket, a_ticket_event

CODE = "K7M-3PQ"
THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
OPEN = TicketFilter(states=(State.OPEN,))


def held_by(name, code="K7M3PQ", **fields):
    return a_ticket(
        code, **({"state": State.TAKEN, "taken_by": name, "lease_until": NOW + timedelta(hours=4)} | fields)
    )


def resting_with(name, code="K7M3PQ", **fields):
    return a_ticket(code, **({"taken_by": name, "not_before": THURSDAY} | fields))


async def in_the_queue(inbox):
    return {ticket.code for ticket in await inbox.list(OPEN)}


async def happened(inbox, code=CODE):
    return [(event.who, event.what) for event in (await inbox.show(code, "")).events][1:]


# putting aside


async def test_what_is_put_aside_leaves_the_queue_and_comes_back_for_everybody(desk, inbox):
    await desk.receive(held_by("Kaya"))
    moved = await asides.snooze(inbox, CODE, THURSDAY, "Kaya", sure=True)
    assert (moved.ticket.state, moved.ticket.lease_until, moved.told) == (State.OPEN, None, False)
    assert await in_the_queue(inbox) == set()
    desk.forward(days=3)
    assert await in_the_queue(inbox) == {"K7M3PQ"}
    await inbox.take(CODE, "Ben")


async def test_what_was_promised_stays_promised(desk, inbox):
    """Who puts a call aside beyond the promised time leaves it to the bot to say that it is late."""
    await desk.receive(a_ticket(promised_until=NOW + timedelta(days=1)))
    await asides.snooze(inbox, CODE, THURSDAY, "Kaya", sure=True)
    assert await desk.timers() == [("K7M3PQ", reminders.OVERDUE, NOW + timedelta(days=1))]


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (NOW, "past"),
        (NOW - timedelta(days=1), "past"),
        (NOW + timedelta(weeks=4, minutes=1), "long"),
        (THURSDAY, "appointment"),
    ],
)
async def test_nothing_rests_for_too_long_or_beyond_its_appointment(desk, inbox, until, reason):
    await desk.receive(a_ticket(kind=Kind.RESCHEDULE, appointment_at=THURSDAY))
    with pytest.raises(RestRefused) as refusal:
        await asides.snooze(inbox, CODE, until, "Kaya")
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (NOW + timedelta(days=1), ""),
        (NOW + timedelta(days=1, hours=2), "am Di 24.11. 10:00: Das Anliegen liegt dann 2 h darüber."),
        (NOW + timedelta(days=2), "Das Anliegen liegt dann einen Tag darüber."),
        (NOW + timedelta(days=4), "Das Anliegen liegt dann 3 Tage darüber."),
    ],
)
async def test_who_lets_a_ticket_rest_beyond_its_due_time_is_asked_once(desk, inbox, until, told):
    await desk.receive(a_ticket())
    if told:
        with pytest.raises(asides.RestDoubtful, match=told):
            await asides.snooze(inbox, CODE, until, "Kaya")
    moved = await asides.snooze(inbox, CODE, until, "Kaya", sure=bool(told))
    assert moved.ticket.not_before == until


def test_a_promise_that_would_be_broken_is_named():
    ticket = a_ticket(promised_until=NOW + timedelta(days=1))
    assert asides.beyond_due(ticket, THURSDAY).endswith("darüber. Bis dahin ist ein Anruf zugesagt.")


async def test_after_a_missed_appointment_a_ticket_can_rest(desk, inbox):
    await desk.receive(a_ticket(kind=Kind.MISSED, appointment_at=NOW - timedelta(days=1)))
    assert (await asides.snooze(inbox, CODE, THURSDAY, "Kaya", sure=True)).ticket.not_before == THURSDAY


async def test_what_another_holds_or_is_settled_is_not_put_aside(desk, inbox):
    await desk.receive(held_by("Ben"), a_ticket("ABCDEF", state=State.DONE, outcome=Outcome.CAME))
    with pytest.raises(AlreadyTaken):
        await asides.snooze(inbox, CODE, THURSDAY, "Kaya")
    with pytest.raises(MoveRefused):
        await asides.snooze(inbox, "ABC-DEF", THURSDAY, "Kaya")


def test_the_usual_rests_are_times_at_which_somebody_works(inbox):
    ticket = a_ticket(office="suedlohn")  # Mo-Do 08:00-11:00, now 10:00
    times = [at for _, at in asides.usual_rests(inbox, ticket)]
    assert times == [datetime(2026, 11, 24, 8, 0, tzinfo=UTC), datetime(2026, 11, 24, 7, 0, tzinfo=UTC)]


def test_before_the_office_opens_today_is_offered(desk, inbox):
    desk.forward(hours=-4)
    (_, (name, at)) = asides.usual_rests(inbox, a_ticket(office="bocholt"))
    assert (name, words.moment(at)) == ("heute zum Dienstbeginn", "Mo 23.11. 08:00")


def test_no_rest_is_offered_that_would_be_refused(inbox):
    tomorrow = {"kind": Kind.RESCHEDULE, "appointment_at": NOW + timedelta(hours=22)}  # 08:00
    assert [name for name, _ in asides.usual_rests(inbox, a_ticket(**tomorrow))] == ["2 Arbeitsstunden"]
    soon = tomorrow | {"appointment_at": NOW + timedelta(hours=1)}
    assert asides.usual_rests(inbox, a_ticket(**soon)) == ()


# a colleague who is not there


async def test_taken_and_waiting_tickets_of_somebody_absent_are_in_the_queue_again(desk, inbox):
    await desk.receive(
        held_by("Ben"),
        resting_with("Ben", "ABCDEF"),
        resting_with("Ben", "GHJKMN", not_before=NOW - timedelta(hours=1)),  # came back by itself
        held_by("Kim", "QRSTUV"),
        held_by("Ben", "WXYZ23", state=State.DONE),
    )
    held = await asides.take_back(inbox, "Ben", "Kaya")
    assert {one.code for one in held} == {"K7M3PQ", "ABCDEF"}
    assert await in_the_queue(inbox) == {"K7M3PQ", "ABCDEF", "GHJKMN"}
    assert await happened(inbox) == [("Kaya", "returned")]
    assert (await inbox.show(CODE, "")).ticket.taken_by == ""


async def test_why_somebody_is_absent_stands_nowhere(desk, inbox):
    await desk.receive(held_by("Ben"))
    await asides.take_back(inbox, "Ben", "Kaya")
    event = (await inbox.show(CODE, "")).events[-1]
    assert (event.detail, "Ben" in repr(event)) == ("", False)


async def test_it_can_be_undone(desk, inbox):
    before = held_by("Ben"), resting_with("Ben", "ABCDEF")
    await desk.receive(*before)
    assert await asides.hand_back(inbox, await asides.take_back(inbox, "Ben", "Kaya"), "Kaya")
    for ticket in before:
        now = (await inbox.show(ticket.code, "")).ticket
        for name in ("state", "taken_by", "lease_until", "not_before"):
            assert getattr(now, name) == getattr(ticket, name)


class _Backwards:
    """A store that lists tickets the other way round."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    async def tickets(self, wanted, now):
        return (await self._store.tickets(wanted, now))[::-1]


async def test_of_two_colleagues_who_do_it_at_once_one_can_undo_all_of_it(desk, inbox):
    """Else each could undo a half, and nobody would know of the other."""
    codes = ("K7M3PQ", "ABCDEF", "GHJKMN", "QRSTUV")
    await desk.receive(*(held_by("Ben", code) for code in codes))
    other = replace(inbox, store=_Backwards(inbox.store))
    both = await asyncio.gather(asides.take_back(inbox, "Ben", "Kaya"), asides.take_back(other, "Ben", "Kim"))
    assert sorted(len(held) for held in both) == [0, 4]


async def test_what_somebody_has_taken_meanwhile_stays_there(desk, inbox):
    await desk.receive(held_by("Ben"), held_by("Ben", "ABCDEF"))
    held = await asides.take_back(inbox, "Ben", "Kaya")
    await inbox.take(CODE, "Kim")
    assert not await asides.hand_back(inbox, held, "Kaya")
    assert (await inbox.show(CODE, "")).ticket.taken_by == "Kim"
    assert (await inbox.show("ABC-DEF", "")).ticket.taken_by == "Ben"


async def test_after_a_call_in_vain_nobody_is_told_that_the_call_did_not_come(desk, inbox):
    await desk.receive(a_ticket(promised_until=NOW + timedelta(days=1)))
    await tries.not_reached(inbox, CODE, "Ben")
    await asides.take_back(inbox, "Ben", "Kaya")
    assert await in_the_queue(inbox) == {"K7M3PQ"}
    assert await desk.timers() == []


async def test_only_tickets_of_ones_own_offices_come_back(desk, inbox):
    await desk.receive(held_by("Ben", office="bocholt"), held_by("Ben", "ABCDEF", office="borken"))
    held = await asides.take_back(inbox.within(frozenset({"bocholt"})), "Ben", "Kaya")
    assert [one.code for one in held] == ["K7M3PQ"]


@pytest.mark.parametrize(
    ("offices", "names"),
    [(None, ["ben", "Kim"]), ({"bocholt"}, ["Kim"]), ({"ahaus"}, []), (set(), [])],
)
async def test_names_are_those_that_tickets_bear(desk, inbox, offices, names):
    await desk.receive(
        held_by("ben", office="borken"),
        resting_with("Kim", "ABCDEF", office="bocholt"),
        held_by("Ali", "GHJKMN", state=State.DONE),
        a_ticket("QRSTUV", taken_by="Eva"),  # her lease ran out, and it is open
    )
    seen = inbox.within(None if offices is None else frozenset(offices))
    assert await asides.keepers(seen) == names


# since when


def an_event(minutes, what, who="Kaya"):
    return a_ticket_event(what, NOW + timedelta(minutes=minutes), who)


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ([], None),
        ([an_event(1, "taken")], 1),
        ([an_event(1, "taken"), an_event(2, "noted"), an_event(3, "taken")], 1),
        ([an_event(1, "taken"), an_event(2, "released"), an_event(3, "taken")], 3),
        ([an_event(1, "taken"), an_event(2, "taken", "Ben"), an_event(3, "taken")], 3),
        ([an_event(1, "taken", "Ben")], None),
    ],
)
def test_since_when_somebody_has_a_ticket(events, since):
    expected = None if since is None else NOW + timedelta(minutes=since)
    assert held_since(events, "Kaya") == expected
