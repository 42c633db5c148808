"""What somebody still has to tell a citizen: her ticket is settled, and the chat did not say how."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.caseworkers.inbox import Inbox
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Outcome, Ticket

NEWS = frozenset({Outcome.MOVED, Outcome.NOT_MOVED})
"""What nobody knows who has not been told."""
SAID = NEWS | {Outcome.NOT_OURS, Outcome.DUPLICATE, Outcome.NOT_REACHED}
"""Where the chat says something that the citizen does not know yet; the others have spoken with somebody."""


async def owed(inbox: Inbox, wanted: TicketFilter) -> Sequence[Ticket]:
    """Those of the *wanted* settled tickets whose citizens nobody has told yet (see ``Inbox.told``)."""
    narrowed = inbox.narrowed(wanted)
    if narrowed is None:
        return ()
    return await inbox.store.untold(narrowed, () if inbox.full else NEWS, SAID)


async def owed_among(inbox: Inbox, tickets: Collection[Ticket]) -> Collection[str]:
    """The codes of those of *tickets*."""
    codes = tuple(ticket.code for ticket in tickets if ticket.outcome in SAID)
    return {ticket.code for ticket in await owed(inbox, TicketFilter(codes=codes))} if codes else frozenset()


async def kept_until(inbox: Inbox, tickets: Collection[Ticket]) -> Mapping[str, datetime]:
    """Until when these owed tickets are the business of who settled them: as long as if taken then."""
    offices = {ticket.code: ticket.office for ticket in tickets}
    found = await inbox.store.settlements(offices) if offices else {}
    return {code: inbox.lease_end(offices[code], one.at) for code, one in found.items()}
