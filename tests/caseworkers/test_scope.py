"""An inbox of certain offices: tickets of all others do not exist in it."""

from __future__ import annotations

import asyncio

import pytest

from bot.caseworkers import tries
from bot.core.ports_desk import TicketFilter
from bot.core.staff import Role, Staff, scope
from bot.core.tickets import Outcome
from bot.errors import UnknownTicket
from tests.builders import NOW, a_ticket

BOCHOLT = frozenset({"bocholt"})
ALL = TicketFilter()


async def listed(inbox, wanted=ALL):
    return {ticket.code for ticket in await inbox.list(wanted)}


@pytest.fixture
async def both(desk, inbox):
    """A ticket of Bocholt and one of Ahaus; the inbox of Bocholt."""
    await desk.receive(a_ticket("K7M3PQ", office="bocholt"), a_ticket("ABCDEF", office="ahaus"))
    return inbox.within(BOCHOLT)


async def test_only_tickets_of_these_offices_are_listed(inbox, both):
    assert await listed(both) == {"K7M3PQ"}
    assert await listed(inbox) == {"K7M3PQ", "ABCDEF"}


async def test_asking_for_another_office_by_name_gives_nothing(both):
    assert await listed(both, TicketFilter(offices=("ahaus",))) == set()
    assert await listed(both, TicketFilter(offices=("ahaus", "bocholt"))) == {"K7M3PQ"}


async def test_of_no_office_there_is_nothing(both):
    assert await listed(both.within(frozenset())) == set()


ACTS = {
    "show": lambda inbox, code: inbox.show(code, "Kaya"),
    "reveal": lambda inbox, code: inbox.show(code, "Kaya", reveal=True),
    "take": lambda inbox, code: inbox.take(code, "Kaya"),
    "release": lambda inbox, code: inbox.release(code, "Kaya"),
    "close": lambda inbox, code: inbox.close(code, Outcome.REACHED, "Kaya"),
    "not_reached": lambda inbox, code: tries.not_reached(inbox, code, "Kaya"),
    "wrong_number": lambda inbox, code: inbox.wrong_number(code, "Kaya"),
    "moved": lambda inbox, code: inbox.moved(code, NOW, "Kaya", sure=True),
    "not_moved": lambda inbox, code: inbox.not_moved(code, "Kaya"),
    "forward": lambda inbox, code: inbox.forward(code, inbox.kb.office("bocholt"), "zieht um", "Kaya"),
    "note": lambda inbox, code: inbox.note(code, "ruft an", "Kaya"),
}


@pytest.mark.parametrize("act", ACTS)
async def test_a_ticket_of_another_office_is_unknown_whatever_one_wants_of_it(desk, both, act):
    with pytest.raises(UnknownTicket) as foreign:
        await ACTS[act](both, "ABCDEF")
    with pytest.raises(UnknownTicket) as missing:
        await ACTS[act](both, "ZZZZZZ")
    assert str(foreign.value).replace("ABC-DEF", "ZZZ-ZZZ") == str(missing.value)
    async with desk.store() as store:
        assert [event.what for event in await store.events("ABCDEF")] == ["opened"]
        assert await store.acts() == []


async def test_an_export_holds_only_these_offices(both):
    assert [ticket.code for ticket in await both.export(ALL, "Kaya", reveal=True)] == ["K7M3PQ"]


async def test_who_forwards_a_ticket_away_does_not_see_it_any_more(inbox, both):
    await both.forward("K7M3PQ", inbox.kb.office("ahaus"), "zieht um", "Kaya")
    assert await listed(both) == set()
    with pytest.raises(UnknownTicket):
        await both.show("K7M3PQ", "Kaya")


@pytest.mark.parametrize(
    ("role", "offices", "seen"),
    [
        (Role.CASEWORKER, ("bocholt",), BOCHOLT),
        (Role.CASEWORKER, (), frozenset()),
        (Role.LEAD, ("bocholt",), BOCHOLT),
        (Role.LEAD, (), None),
        (Role.EDITOR, (), frozenset()),
        (Role.ADMIN, (), frozenset()),
        (Role.EDITOR, ("bocholt",), frozenset()),
        (Role.ADMIN, ("bocholt",), frozenset()),
    ],
)
def test_whose_tickets_somebody_sees_follows_from_role_and_offices(role, offices, seen):
    assert scope(Staff("Kaya", role, offices)) == seen


# what of it stands in the audit


def acts(desk):
    """Who did what to which ticket on the command line, oldest first."""

    async def read():
        async with desk.store() as store:
            return [(act.who, act.what, act.subject, act.detail) for _, act in reversed(await store.acts())]

    return asyncio.run(read())


def test_revealing_on_the_command_line_is_one_act(desk):
    desk.put(a_ticket())
    desk.prints("show", "K7M3PQ")
    assert acts(desk) == []
    desk.prints("show", "K7M3PQ", "--reveal")
    assert acts(desk) == [("Kaya", "revealed", "K7M3PQ", "")]


def test_each_export_is_an_act_and_each_name_in_it_too(desk):
    desk.put(a_ticket("K7M3PQ"), a_ticket("ABCDEF"))
    desk.prints("export", "--json")
    desk.prints("export", "--json", "--reveal")
    assert acts(desk) == [
        ("Kaya", "exported", "", "2 without names"),
        ("Kaya", "exported", "", "2 with names"),
        ("Kaya", "exported", "K7M3PQ", ""),
        ("Kaya", "exported", "ABCDEF", ""),
    ]


def test_a_move_on_the_command_line_is_an_act(desk):
    desk.put(a_ticket())
    desk.prints("take", "K7M3PQ")
    desk.prints("note", "K7M3PQ", "ist krank")
    assert acts(desk) == [("Kaya", "taken", "K7M3PQ", ""), ("Kaya", "noted", "K7M3PQ", "")]
