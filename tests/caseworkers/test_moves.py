"""The moves of the service beyond taking and closing: what they leave behind for citizen and colleagues."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.caseworkers import tries
from bot.caseworkers.dates import DateDoubtful
from bot.caseworkers.leases import renewed
from bot.caseworkers.refusals import ForwardRefused, NoteRefused
from bot.caseworkers.typed import WrongUse
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Kind, Outcome, State
from bot.errors import AlreadyTaken, MoveRefused, MoveUnfit, NotStored
from tests.builders import NOW, a_ticket, a_ticket_event
from tests.caseworkers.conftest import KB

CODE = "K7M-3PQ"
THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
BOCHOLT = KB.office("bocholt")
EVERY_MOVE = {
    "take": lambda inbox, by: inbox.take(CODE, by),
    "release": lambda inbox, by: inbox.release(CODE, by),
    "close": lambda inbox, by: inbox.close(CODE, Outcome.CAME, by),
    "not_reached": lambda inbox, by: tries.not_reached(inbox, CODE, by),
    "wrong_number": lambda inbox, by: inbox.wrong_number(CODE, by),
    "moved": lambda inbox, by: inbox.moved(CODE, THURSDAY, by),
    "not_moved": lambda inbox, by: inbox.not_moved(CODE, by),
    "forward": lambda inbox, by: inbox.forward(CODE, BOCHOLT, "umgezogen", by),
}


def an_appointment(**fields):
    return a_ticket(**({"kind": Kind.RESCHEDULE, "appointment_at": THURSDAY - timedelta(days=1)} | fields))


async def last_event(inbox):
    return (await inbox.show(CODE, "")).events[-1]


@pytest.mark.parametrize("move", EVERY_MOVE)
async def test_what_another_holds_is_moved_by_nobody_else(desk, inbox, move):
    await desk.receive(
        an_appointment(state=State.TAKEN, taken_by="Ben", lease_until=NOW + timedelta(hours=1))
    )
    with pytest.raises(AlreadyTaken):
        await EVERY_MOVE[move](inbox, "Kaya")
    assert (await last_event(inbox)).what == "opened"


@pytest.mark.parametrize("move", EVERY_MOVE)
async def test_what_is_settled_stays_settled(desk, inbox, move):
    await desk.receive(an_appointment(state=State.WITHDRAWN))
    with pytest.raises(MoveRefused):
        await EVERY_MOVE[move](inbox, "Kaya")


@pytest.mark.parametrize("move", ["not_reached", "wrong_number"])
async def test_nothing_is_entered_of_a_call_that_must_not_be_made(desk, inbox, move):
    await desk.receive(a_ticket(call_safe=False))
    with pytest.raises(MoveUnfit, match="nicht sicher"):
        await EVERY_MOVE[move](inbox, "Kaya")


class _Overworked:
    """A store that is busy when it is asked what became of messages."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    async def deliveries(self, code):
        raise NotStored("busy")


async def test_a_move_that_is_made_is_told_as_made(desk, inbox):
    """Else "nothing was stored, try again" stands above a ticket that is settled."""
    await desk.receive(a_ticket())
    busy = replace(inbox, store=_Overworked(inbox.store))
    assert (await busy.close(CODE, Outcome.CAME, "Kaya")).ticket.is_settled
    assert (await last_event(inbox)).what == "closed"


# Calls


async def test_after_a_call_in_vain_the_ticket_rests_and_the_citizen_is_asked(desk, inbox):
    await desk.receive(a_ticket(office="suedlohn"))
    moved = await tries.not_reached(inbox, CODE, "Kaya")
    # One hour of work is left today, the second comes tomorrow.
    assert moved.ticket.not_before == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert (moved.ticket.state, moved.ticket.attempts, moved.told) == (State.OPEN, 1, True)
    assert await inbox.list(TicketFilter()) == ()
    assert await desk.heard() == ["ticket-not-reached"]


async def test_after_the_third_call_in_vain_it_is_done(desk, inbox):
    await desk.receive(a_ticket(attempts=2))
    moved = await tries.not_reached(inbox, CODE, "Kaya")
    assert (moved.ticket.state, moved.ticket.outcome) == (State.DONE, Outcome.NOT_REACHED)
    assert await desk.heard() == ["ticket-last-try"]


async def test_a_wrong_number_is_destroyed_and_asked_for_anew(desk, inbox):
    await desk.receive(a_ticket())
    await inbox.wrong_number(CODE, "Kaya")
    assert (await inbox.show(CODE, "Kaya", reveal=True)).ticket.phone == ""
    assert await desk.heard() == ["ticket-number-wrong"]
    with pytest.raises(MoveUnfit):
        await inbox.wrong_number(CODE, "Kaya")


# Appointments


@pytest.mark.parametrize(("full", "heard"), [(False, "ticket-answer"), (True, "ticket-moved")])
async def test_the_chat_holds_the_new_date_only_where_that_is_decided(desk, full, heard):
    desk.full = full
    await desk.receive(an_appointment())
    async with desk.inbox() as inbox:
        moved = await inbox.moved(CODE, THURSDAY, "Kaya")
    assert (moved.ticket.outcome, moved.told) == (Outcome.MOVED, True)
    assert await desk.heard() == [heard]


@pytest.mark.parametrize(("full", "heard"), [(False, "ticket-answer"), (True, "ticket-not-moved")])
async def test_that_it_cannot_be_moved_is_said_only_where_that_is_decided(desk, full, heard):
    desk.full = full
    await desk.receive(an_appointment())
    async with desk.inbox() as inbox:
        assert (await inbox.not_moved(CODE, "Kaya")).ticket.outcome is Outcome.NOT_MOVED
    assert await desk.heard() == [heard]


async def test_the_new_date_stands_in_the_history(desk, inbox):
    """Nothing that a citizen was promised is missing there."""
    await desk.receive(an_appointment())
    await inbox.moved(CODE, THURSDAY, "Kaya")
    assert (await last_event(inbox)).detail == "moved 2026-11-26T09:00+00:00"


async def test_a_doubtful_date_changes_nothing_until_the_caseworker_insists(desk, inbox):
    friday = THURSDAY + timedelta(days=1)  # a closed day of that office
    await desk.receive(an_appointment(office="bocholt"))
    with pytest.raises(DateDoubtful, match="Schließtag"):
        await inbox.moved(CODE, friday, "Kaya")
    assert (await last_event(inbox)).what == "opened"
    assert (await inbox.moved(CODE, friday, "Kaya", sure=True)).ticket.outcome is Outcome.MOVED


async def test_a_call_has_no_appointment_to_move(desk, inbox):
    await desk.receive(a_ticket())
    for move in (inbox.moved(CODE, THURSDAY, "Kaya"), inbox.not_moved(CODE, "Kaya")):
        with pytest.raises(MoveUnfit):
            await move


# Forwarding


async def test_a_forwarded_ticket_is_open_there_and_stays_due(desk, inbox):
    await desk.receive(a_ticket())
    await inbox.take(CODE, "Kaya")
    ticket = (await inbox.forward(CODE, BOCHOLT, " umgezogen\n nach Bocholt ", "Kaya")).ticket
    assert (ticket.office, ticket.state, ticket.taken_by) == ("bocholt", State.OPEN, "")
    assert ticket.due_at == a_ticket().due_at
    assert (await last_event(inbox)).detail == "borken > bocholt: umgezogen nach Bocholt"


async def test_where_a_ticket_was_forwarded_to_nobody_has_looked_yet(desk, inbox):
    await desk.receive(a_ticket())
    await inbox.forward(CODE, BOCHOLT, "umgezogen", "Kaya")
    assert await inbox.store.seen() == {"borken": NOW}


@pytest.mark.parametrize(
    ("town", "remedy"), [("vreden", "inbox close K7M-3PQ nicht-zustaendig"), ("borken", "anderen Ort")]
)
async def test_where_it_would_be_of_no_use_a_ticket_is_not_forwarded(desk, inbox, town, remedy):
    await desk.receive(a_ticket())
    with pytest.raises(ForwardRefused, match=remedy):
        await inbox.forward(CODE, KB.office(town), "umgezogen", "Kaya")
    assert (await inbox.show(CODE, "")).ticket.office == "borken"


# Notes


async def test_a_note_is_for_colleagues_only(desk, inbox):
    await desk.receive(a_ticket(state=State.TAKEN, taken_by="Ben", lease_until=NOW + timedelta(hours=1)))
    await inbox.note(CODE, "ruft morgen\x1b selbst an", "Kaya")
    event = await last_event(inbox)
    assert (event.who, event.what, event.detail) == ("Kaya", "noted", "ruft morgen selbst an")
    assert await desk.heard() == []


@pytest.mark.parametrize(("text", "reason"), [("", "leer"), (" \x1b ", "leer"), ("x" * 501, "501 Zeichen")])
async def test_a_note_has_a_length(desk, inbox, text, reason):
    await desk.receive(a_ticket())
    await inbox.note(CODE, "x" * 500, "Kaya")
    with pytest.raises(WrongUse, match=reason):
        await inbox.note(CODE, text, "Kaya")


async def test_a_settled_ticket_can_be_noted_a_deleted_one_not(desk, inbox):
    ticket = a_ticket(state=State.DONE, outcome=Outcome.CAME)
    await desk.receive(ticket)
    assert (await inbox.note(CODE, "kam am Nachmittag", "Kaya")).state is State.DONE
    await desk.forget(ticket)
    with pytest.raises(NoteRefused):
        await inbox.note(CODE, "kam am Nachmittag", "Kaya")


# Leases


@pytest.mark.parametrize("act", ["note", "reveal"])
async def test_each_act_of_the_holder_renews_the_lease(desk, inbox, act):
    await desk.receive(a_ticket())
    lease = (await inbox.take(CODE, "Kaya")).ticket.lease_until
    desk.forward(hours=1)
    for by in ("Ben", "Kaya"):
        await (inbox.note(CODE, "x", by) if act == "note" else inbox.show(CODE, by, reveal=True))
        ticket = (await inbox.show(CODE, "")).ticket
        assert ticket.taken_by == "Kaya"
        assert ticket.lease_until == lease + timedelta(hours=1 if by == "Kaya" else 0)
    events = (await inbox.show(CODE, "")).events
    assert [event.who for event in events] == ["citizen", "Kaya", "Ben", "Kaya"]


async def test_a_note_brings_back_no_lease_that_ran_out(desk, inbox):
    await desk.receive(a_ticket(state=State.TAKEN, taken_by="Kaya", lease_until=NOW))
    ticket = await inbox.note(CODE, "x", "Kaya")
    assert (ticket.state, ticket.lease_until) == (State.OPEN, NOW)


def test_who_lost_the_ticket_in_the_meantime_only_leaves_a_note():
    held = a_ticket(state=State.TAKEN, taken_by="Ben", lease_until=NOW + timedelta(hours=1))
    change = renewed(held, a_ticket_event("noted", who="Kaya"), NOW + timedelta(hours=4))
    assert (change.ticket.taken_by, change.ticket.lease_until) == ("Ben", held.lease_until)
    assert change.event.who == "Kaya"


# Timers

DUE = a_ticket().due_at
EVE = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
"""14:00 on the working day before the appointment."""


async def test_only_who_was_promised_a_time_is_told_that_the_call_is_late(desk, inbox):
    """Whatever the office of today has agreed to."""
    await desk.receive(a_ticket(promised_until=DUE), a_ticket("AAAAAA", office="bocholt"))
    for code in (CODE, "AAAAAA"):
        await inbox.take(code, "Kaya")
    assert await desk.timers() == [("K7M3PQ", "overdue", DUE)]


async def test_a_promise_goes_along_to_another_office(desk, inbox):
    await desk.receive(a_ticket(promised_until=DUE))
    await inbox.forward(CODE, BOCHOLT, "umgezogen", "Kaya")
    assert await desk.timers() == [("K7M3PQ", "overdue", DUE)]


@pytest.mark.parametrize("move", ["take", "note", "reveal"])
async def test_while_a_ticket_is_not_settled_its_timers_go_on(desk, inbox, move):
    """The bot keeps its word also when the office has only looked at the message."""
    await desk.receive(a_ticket(office="bocholt", promised_until=DUE))
    await inbox.take(CODE, "Kaya")
    acts = EVERY_MOVE | {
        "note": lambda inbox, by: inbox.note(CODE, "x", by),
        "reveal": lambda inbox, by: inbox.show(CODE, by, reveal=True),
    }
    await acts[move](inbox, "Kaya")
    assert await desk.timers() == [("K7M3PQ", "overdue", DUE)]


async def test_a_citizen_is_warned_before_an_appointment_that_stands(desk, inbox):
    """Also when it cannot be moved: the neutral news do not say so, and she may not have been reached."""
    await desk.receive(an_appointment())
    await inbox.take(CODE, "Kaya")
    assert await desk.timers() == [("K7M3PQ", "unconfirmed", EVE)]
    await inbox.not_moved(CODE, "Kaya")
    assert await desk.timers() == [("K7M3PQ", "unconfirmed", EVE)]


async def test_nobody_is_warned_of_an_appointment_that_was_moved(desk, inbox):
    await desk.receive(an_appointment())
    await inbox.moved(CODE, THURSDAY, "Kaya", sure=True)
    assert await desk.timers() == []
