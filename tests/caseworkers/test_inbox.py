"""The caseworkers' service over a real store."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.typed import CodeWrong, NameWrong
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Outcome, State
from bot.errors import AlreadyTaken, MoveRefused, NotStored, UnknownTicket
from tests.builders import NOW, a_ticket

CODE = "K7M-3PQ"
PERSONAL = ("name", "phone", "reason", "text")


def a_full_ticket(**fields):
    return a_ticket(**({"reason": "ill", "text": "bin beim Arzt"} | fields))


def taken_until(until, **fields):
    return a_ticket(state=State.TAKEN, taken_by="Kaya", lease_until=until, **fields)


async def codes(inbox: Inbox, *states: State, **wanted) -> list[str]:
    return [ticket.code for ticket in await inbox.list(TicketFilter(states=states, **wanted))]


# Leases


@pytest.mark.parametrize(
    ("office", "until"),
    [
        ("borken", datetime(2026, 11, 23, 13, 0, tzinfo=UTC)),
        ("suedlohn", datetime(2026, 11, 24, 10, 0, tzinfo=UTC)),  # one hour left today, three tomorrow
        ("atlantis", datetime(2026, 11, 23, 13, 0, tzinfo=UTC)),  # not in the knowledge base any more
    ],
)
async def test_a_lease_counts_the_working_time_of_the_tickets_office(desk, inbox, office, until):
    await desk.receive(a_ticket(office=office))
    assert (await inbox.take(CODE, "Kaya")).ticket.lease_until == until


async def test_taking_ones_own_again_renews_the_lease(desk, inbox):
    await desk.receive(a_ticket())
    first = (await inbox.take(CODE, "Kaya")).ticket
    desk.forward(hours=1)
    assert (await inbox.take(CODE, "Kaya")).ticket.lease_until == first.lease_until + timedelta(hours=1)


async def test_a_ticket_whose_lease_ran_out_is_open_and_says_who_had_it(desk, inbox):
    await desk.receive(taken_until(NOW))
    (ticket,) = await inbox.list(TicketFilter(states=(State.OPEN,)))
    assert (ticket.state, ticket.taken_by, ticket.lease_until) == (State.OPEN, "Kaya", NOW)
    assert (await inbox.show(CODE, "")).ticket == ticket
    assert await codes(inbox, State.TAKEN) == []


async def test_a_ticket_is_held_until_the_last_moment_of_its_lease(desk, inbox):
    await desk.receive(taken_until(NOW + timedelta(seconds=1)))
    assert await codes(inbox, State.OPEN) == []
    assert await codes(inbox, State.TAKEN) == ["K7M3PQ"]
    with pytest.raises(AlreadyTaken):
        await inbox.take(CODE, "Ben")


async def test_after_a_call_attempt_a_run_out_ticket_stays_and_a_colleague_may_take_it(desk, inbox):
    """Who has tried to call knows the case; but nobody waits for someone who is ill."""
    await desk.receive(taken_until(NOW, attempts=1))
    assert await codes(inbox, State.TAKEN) == ["K7M3PQ"]
    assert (await inbox.take(CODE, "Ben")).ticket.taken_by == "Ben"


@pytest.mark.parametrize("move", ["take", "release", "close"])
async def test_after_the_lease_a_colleague_may_do_everything(desk, inbox, move):
    await desk.receive(taken_until(NOW))
    arguments = (CODE, Outcome.REACHED, "Ben") if move == "close" else (CODE, "Ben")
    assert (await getattr(inbox, move)(*arguments)).ticket.version == 2


# Moves


async def test_of_two_takers_one_wins_and_the_other_learns_who(desk):
    """Two caseworkers never phone the same citizen; each works in a process of their own."""
    await desk.receive(a_ticket())
    async with desk.inbox() as one, desk.inbox() as other:
        takes = (
            one.take(CODE, "Kaya"),
            other.take(CODE, "Ben"),
            one.take(CODE, "Cem"),
            other.take(CODE, "Dana"),
        )
        ended = await asyncio.gather(*takes, return_exceptions=True)
    (winner,) = (moved.ticket.taken_by for moved in ended if isinstance(moved, Moved))
    refused = [error for error in ended if isinstance(error, AlreadyTaken)]
    assert [error.by for error in refused] == [winner] * 3


async def test_a_citizen_is_told_once_that_the_message_was_read(desk, inbox):
    await desk.receive(a_ticket())
    assert (await inbox.take(CODE, "Kaya")).told
    assert not (await inbox.take(CODE, "Kaya")).told
    assert not (await inbox.release(CODE, "Kaya")).told
    assert not (await inbox.take(CODE, "Ben")).told


async def test_a_released_ticket_is_open_for_everybody(desk, inbox):
    await desk.receive(a_ticket())
    await inbox.take(CODE, "Kaya")
    released = (await inbox.release(CODE, "Kaya")).ticket
    assert (released.state, released.taken_by, released.lease_until) == (State.OPEN, "", None)


async def test_a_closed_ticket_leaves_the_queue_with_its_outcome(desk, inbox):
    await desk.receive(a_ticket())
    moved = await inbox.close(CODE, Outcome.CAME, "Kaya")
    assert (moved.ticket.state, moved.ticket.outcome, moved.told) == (State.DONE, Outcome.CAME, True)
    assert await codes(inbox, State.OPEN, State.TAKEN) == []
    assert await codes(inbox) == ["K7M3PQ"]


async def test_only_who_holds_a_ticket_moves_it(desk, inbox):
    await desk.receive(a_ticket())
    await inbox.take(CODE, "Kaya")
    for move in (inbox.take(CODE, "Ben"), inbox.release(CODE, "Ben"), inbox.close(CODE, Outcome.CAME, "Ben")):
        with pytest.raises(AlreadyTaken) as refused:
            await move
        assert (refused.value.code, refused.value.by) == (CODE, "Kaya")


@pytest.mark.parametrize("state", [State.DONE, State.WITHDRAWN])
async def test_a_settled_ticket_is_not_moved(desk, inbox, state):
    await desk.receive(a_ticket(state=state))
    for move in (inbox.take(CODE, "Ben"), inbox.release(CODE, "Ben"), inbox.close(CODE, Outcome.CAME, "Ben")):
        with pytest.raises(MoveRefused) as refused:
            await move
        assert refused.value.reason == state.value


async def test_what_nobody_holds_is_not_released(desk, inbox):
    await desk.receive(a_ticket())
    with pytest.raises(MoveRefused):
        await inbox.release(CODE, "Kaya")


# What was typed


@pytest.mark.parametrize("typed", ["K7M-3PQ", "k7m3pq", " K7M 3PQ "])
async def test_a_code_is_read_as_people_write_it(desk, inbox, typed):
    await desk.receive(a_ticket())
    assert (await inbox.show(typed, "")).ticket.code == "K7M3PQ"


@pytest.mark.parametrize("typed", ["", "K7M-3P", "K7M-3PQ2", "K7M-3P0", "\x1b[2J"])
async def test_what_is_no_code_is_refused_with_an_example(inbox, typed):
    moves = (
        inbox.show(typed, ""),
        inbox.take(typed, "Kaya"),
        inbox.release(typed, "Kaya"),
        inbox.close(typed, Outcome.CAME, "Kaya"),
    )
    for move in moves:
        with pytest.raises(CodeWrong, match="K7M-3PQ") as refused:
            await move
        assert "\x1b" not in str(refused.value)


async def test_a_code_that_nobody_has_is_unknown(inbox):
    moves = (
        inbox.show(CODE, "", reveal=True),
        inbox.take(CODE, "Kaya"),
        inbox.release(CODE, "Kaya"),
        inbox.close(CODE, Outcome.CAME, "Kaya"),
    )
    for move in moves:
        with pytest.raises(UnknownTicket, match=CODE):
            await move


@pytest.mark.parametrize("name", ["", "  ", "\x1b", "bot", "Citizen", "x" * 61])
async def test_a_name_that_says_nobody_is_refused(desk, inbox, name):
    """The history names people; nobody passes for the citizen or the bot."""
    await desk.receive(a_ticket())
    moves = (
        inbox.show(CODE, name, reveal=True),
        inbox.take(CODE, name),
        inbox.release(CODE, name),
        inbox.close(CODE, Outcome.CAME, name),
    )
    for move in moves:
        with pytest.raises(NameWrong, match="--as"):
            await move
    assert [event.what for event in (await inbox.show(CODE, name)).events] == ["opened"]


# Personal fields


async def test_revealing_is_an_event_by_that_person(desk, inbox):
    await desk.receive(a_full_ticket())
    shown = await inbox.show(CODE, "Kaya", reveal=True)
    assert [getattr(shown.ticket, field) for field in PERSONAL] == [
        "Ayşe Öztürk",
        "+4915112345678",
        "ill",
        "bin beim Arzt",
    ]
    assert [(event.who, event.what) for event in shown.events] == [
        ("citizen", "opened"),
        ("Kaya", "revealed"),
    ]


async def test_without_revealing_nothing_personal_leaves_the_service(desk, inbox):
    await desk.receive(a_full_ticket())
    tickets = [
        *await inbox.list(TicketFilter()),
        (await inbox.show(CODE, "Kaya")).ticket,
        (await inbox.take(CODE, "Kaya")).ticket,
        (await inbox.release(CODE, "Kaya")).ticket,
        (await inbox.close(CODE, Outcome.CAME, "Kaya")).ticket,
    ]
    assert [getattr(ticket, field) for ticket in tickets for field in PERSONAL] == [""] * 20
    assert "revealed" not in [event.what for event in (await inbox.show(CODE, "")).events]


async def test_what_cannot_be_logged_is_not_revealed(desk, inbox):
    class FullDisk:
        """A store that still reads."""

        def __getattr__(self, method):
            return getattr(inbox.store, method)

        async def change_ticket(self, code, rule):
            raise NotStored("disk full")

    await desk.receive(a_ticket())
    with pytest.raises(NotStored):
        await Inbox(FullDisk(), lambda: NOW).show(CODE, "Kaya", reveal=True)


async def test_where_all_was_deleted_nothing_is_revealed(desk, inbox):
    ticket = a_full_ticket()
    await desk.receive(ticket)
    await desk.forget(ticket)
    shown = await inbox.show(CODE, "Kaya", reveal=True)
    assert [getattr(shown.ticket, field) for field in PERSONAL] == [""] * 4
    assert [event.what for event in shown.events] == ["opened", "forgotten"]


# Lists


async def test_the_list_is_in_the_order_of_urgency_then_time(desk, inbox):
    await desk.receive(
        a_ticket("AAAAAA", due_at=NOW + timedelta(hours=2)),
        a_ticket("BBBBBB", due_at=NOW + timedelta(hours=1)),
        taken_until(NOW, code="CCCCCC", due_at=NOW + timedelta(hours=3), urgent=True),
    )
    assert await codes(inbox, State.OPEN) == ["CCCCCC", "BBBBBB", "AAAAAA"]


async def test_what_rests_is_hidden_unless_asked_for(desk, inbox):
    await desk.receive(a_ticket(not_before=NOW + timedelta(days=1)))
    assert await codes(inbox, State.OPEN) == []
    assert await codes(inbox, State.OPEN, hidden=True) == ["K7M3PQ"]


async def test_a_caseworkers_own_are_also_those_whose_lease_ran_out(desk, inbox):
    """Who forgot a ticket finds it again."""
    await desk.receive(a_ticket("AAAAAA"), taken_until(NOW, code="BBBBBB"))
    assert await codes(inbox, State.OPEN, State.TAKEN, taken_by="Kaya") == ["BBBBBB"]
