"""What counts as looking at an office's queue."""

from __future__ import annotations

import asyncio

import pytest

from bot.caseworkers.inbox import Inbox
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Outcome, State
from bot.errors import NotStored
from tests.builders import NOW, a_ticket

OPEN = TicketFilter(states=(State.OPEN, State.TAKEN))
BORKEN = TicketFilter(states=(State.OPEN, State.TAKEN), offices=("borken",))
LOOKS = {
    "list one office": lambda inbox: inbox.list(BORKEN),
    "list two offices": lambda inbox: inbox.list(TicketFilter(offices=("borken", "ahaus"))),
    "show": lambda inbox: inbox.show("K7M-3PQ", ""),
    "take": lambda inbox: inbox.take("K7M-3PQ", "Kaya"),
    "close": lambda inbox: inbox.close("K7M-3PQ", Outcome.CAME, "Kaya"),
    "note": lambda inbox: inbox.note("K7M-3PQ", "ruft morgen an", "Kaya"),
}
NO_LOOKS = {
    "list all offices": lambda inbox: inbox.list(OPEN),
    "list another office": lambda inbox: inbox.list(TicketFilter(offices=("suedlohn",))),
    "list one's own": lambda inbox: inbox.list(TicketFilter(offices=("borken",), taken_by="Kaya")),
    "a script lists one office": lambda inbox: inbox.list(BORKEN, by_hand=False),
    "a script reads a ticket": lambda inbox: inbox.show("K7M-3PQ", "", by_hand=False),
    "export": lambda inbox: inbox.export(BORKEN, "Kaya", reveal=True),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
async def test_who_opens_the_queue_has_seen_it(desk, inbox, look):
    await desk.receive(a_ticket())
    now = desk.forward(hours=1)
    await look(inbox)
    assert await inbox.store.seen() == {"borken": now}


@pytest.mark.parametrize("look", NO_LOOKS.values(), ids=NO_LOOKS)
async def test_who_looks_elsewhere_has_not(desk, inbox, look):
    await desk.receive(a_ticket(), a_ticket("ABCDEF", state=State.TAKEN, taken_by="Kaya"))
    await look(inbox)
    assert await inbox.store.seen() == {}


@pytest.mark.parametrize(
    ("command", "is_a_look"),
    [
        (("list", "--office", "Borken"), True),
        (("show", "K7M-3PQ"), True),
        (("show", "K7M-3PQ", "--vermerk"), True),
        (("take", "K7M-3PQ", "--json"), True),
        (("list",), False),
        (("list", "--all"), False),
        (("list", "--json"), False),
        (("list", "--office", "Borken", "--json"), False),
        (("show", "K7M-3PQ", "--json"), False),
        (("export", "--csv", "-", "--office", "Borken"), False),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_on_the_command_line_who_names_the_office_or_opens_a_ticket_has_looked(desk, command, is_a_look):
    """One list of all offices, or a script each hour, must not hide that nobody reads at one of them."""
    desk.put(a_ticket())
    desk.prints(*command)
    assert asyncio.run(seen(desk)) == ({"borken"} if is_a_look else set())


async def seen(desk):
    async with desk.store() as store:
        return set(await store.seen())


async def test_a_list_is_shown_also_when_the_look_cannot_be_stored(desk, inbox):
    class FullDisk:
        """A store that still reads."""

        def __getattr__(self, method):
            return getattr(inbox.store, method)

        async def mark_seen(self, offices, at):
            raise NotStored("disk full")

    await desk.receive(a_ticket())
    assert len(await Inbox(FullDisk(), lambda: NOW).list(BORKEN)) == 1
