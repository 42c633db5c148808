"""What counts as looking at an office's queue."""

from __future__ import annotations

import pytest

from bot.caseworkers.inbox import Inbox
from bot.core.ports import TicketFilter
from bot.core.tickets import Outcome, State
from bot.errors import NotStored
from tests.builders import NOW, a_ticket

OPEN = TicketFilter(states=(State.OPEN, State.TAKEN))
LOOKS = {
    "list": lambda inbox: inbox.list(OPEN),
    "list one office": lambda inbox: inbox.list(TicketFilter(offices=("borken",))),
    "show": lambda inbox: inbox.show("K7M-3PQ", ""),
    "take": lambda inbox: inbox.take("K7M-3PQ", "Kaya"),
    "close": lambda inbox: inbox.close("K7M-3PQ", Outcome.CAME, "Kaya"),
    "export": lambda inbox: inbox.export(OPEN, "Kaya"),
}
NO_LOOKS = {
    "list another office": lambda inbox: inbox.list(TicketFilter(offices=("suedlohn",))),
    "list one's own": lambda inbox: inbox.list(TicketFilter(taken_by="Kaya")),
    "a terminal that watches": lambda inbox: inbox.list(OPEN, by_hand=False),
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


async def test_a_list_is_shown_also_when_the_look_cannot_be_stored(desk, inbox):
    class FullDisk:
        """A store that still reads."""

        def __getattr__(self, method):
            return getattr(inbox.store, method)

        async def mark_seen(self, offices, at):
            raise NotStored("disk full")

    await desk.receive(a_ticket())
    assert len(await Inbox(FullDisk(), lambda: NOW).list(OPEN)) == 1
