"""Tickets: what caseworkers see and do."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Change, Once, Rule, RuleForSome, Ticket, TicketEvent
from bot.core.waiting import Delivery
from bot.storage import answers, outbox, sessions, ticket_rows, timers
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of

WANTED = (
    "(:offices = '[]' OR office IN (SELECT value FROM json_each(:offices)))"
    " AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds)))"
    " AND (:topics = '[]' OR topic IN (SELECT value FROM json_each(:topics)))"
    " AND (:languages = '[]' OR language IN (SELECT value FROM json_each(:languages))"
    " OR interpreter IN (SELECT value FROM json_each(:languages)))"
    " AND (:codes IS NULL OR code IN (SELECT value FROM json_each(:codes)))"
    " AND (:appointment_from IS NULL"
    " OR appointment_at >= :appointment_from AND appointment_at < :appointment_until)"
    " AND (:taken_by = '' OR taken_by = :taken_by)"
    " AND (NOT :urgent OR urgent)"
)
"""The condition for what a filter wants, but for states and time."""


class SqliteTickets(Part):
    """The port ``Tickets``."""

    async def tickets(self, wanted: TicketFilter, now: datetime) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Tickets.tickets`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM ticket WHERE {WANTED}"  # noqa: S608 - a constant
                " AND (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))"
                " AND (:hidden OR not_before IS NULL OR not_before <= :now)"
                " ORDER BY urgent DESC, due_at, created_at, id",
                wanted_values(wanted)
                | {"states": json.dumps(wanted.states), "hidden": wanted.hidden, "now": text_of(now)},
            )
        return [ticket_rows.without_personal(row) for row in rows]

    async def ticket(self, code: str) -> Ticket:
        """See :meth:`bot.core.ports_desk.Tickets.ticket`."""
        async with self._database.read() as db:
            return ticket_rows.opened(db.cipher, await ticket_rows.row_of(db, code))

    async def events(self, code: str) -> Sequence[TicketEvent]:
        """See :meth:`bot.core.ports_desk.Tickets.events`; none for an unknown code."""
        async with self._database.read() as db:
            return await ticket_rows.history(db, code)

    async def others_of(self, code: str) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Tickets.others_of`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT * FROM ticket WHERE chat = (SELECT chat FROM ticket WHERE code = :code)"
                " AND code <> :code ORDER BY created_at DESC, id DESC",
                {"code": code},
            )
        return tuple(ticket_rows.without_personal(row) for row in rows)

    async def deliveries(self, code: str) -> Sequence[Delivery]:
        """See :meth:`bot.core.ports_desk.Tickets.deliveries`."""
        async with self._database.read() as db:
            return await outbox.deliveries(db, code)

    async def keepers(self, offices: Collection[str], now: datetime) -> frozenset[str]:
        """See :meth:`bot.core.ports_desk.Tickets.keepers`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT DISTINCT taken_by FROM ticket WHERE taken_by <> ''"
                " AND (state = 'taken' OR state = 'open' AND not_before > :now)"
                " AND (:offices = '[]' OR office IN (SELECT value FROM json_each(:offices)))",
                {"offices": json.dumps(list(offices)), "now": text_of(now)},
            )
        return frozenset(row["taken_by"] for row in rows)

    async def change_ticket(self, code: str, rule: Rule, once: Once | None = None) -> Ticket:
        """See :meth:`bot.core.ports_desk.Tickets.change_ticket`.

        Where the rule leaves the ticket as it was, only its event is stored: no timer ends.

        Raises:
            UnknownTicket: there is none with this code.
        """
        async with self._database.write() as tx:
            if once:
                await answers.refuse_known(tx, once, self._now())
            row = await ticket_rows.row_of(tx, code)
            before = ticket_rows.opened(tx.cipher, row)
            change = rule(before)
            after = await self._changed(tx, row["chat"], before, change)
            if once:
                await answers.keep(tx, once, once.answer(replace(change, ticket=after)), self._now())
            return after

    async def change_tickets(self, codes: Collection[str], rule: RuleForSome) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Tickets.change_tickets`."""
        changed: list[Ticket] = []
        async with self._database.write() as tx:
            for code in codes:
                row = await tx.one("SELECT * FROM ticket WHERE code = ?", (code,))
                before = ticket_rows.opened(tx.cipher, row) if row else None
                change = rule(before) if before else None
                if row and before and change:
                    changed.append(await self._changed(tx, row["chat"], before, change))
        return changed

    async def log_event(self, code: str, event: TicketEvent) -> None:
        """See :meth:`bot.core.ports_desk.Tickets.log_event`.

        Raises:
            UnknownTicket: there is none with this code.
        """
        async with self._database.write() as tx:
            await ticket_rows.row_of(tx, code)
            await ticket_rows.append(tx, code, event)

    async def _changed(self, tx: Statements, chat: str | None, before: Ticket, change: Change) -> Ticket:
        """Store *change* of the ticket *before*, and tell the *chat*; the ticket as it is then."""
        if change.note:
            await ticket_rows.append(tx, before.code, change.note)
        if change.ticket == before:
            after = before
            await ticket_rows.append(tx, before.code, change.event)
        else:
            after = replace(change.ticket, code=before.code, version=before.version + 1)
            await ticket_rows.save(tx, chat, after, change.event)
        if chat:  # a forgotten ticket leads to nobody any more
            await self._tell(tx, chat, after, change)
        return after

    async def _tell(self, tx: Statements, chat: str, ticket: Ticket, change: Change) -> None:
        for later in change.timers:
            await timers.start(tx, chat, later, ticket.code)
        # At any hour: what the office does with a message is what the citizen asked to be told.
        now = self._now()
        for say in change.says:
            await outbox.put(tx, chat, say, ticket.language, now, ticket.code)
        await sessions.offer(tx, chat, change.says, now)


def wanted_values(wanted: TicketFilter) -> dict[str, object]:
    """The values of WANTED."""
    begin, end = wanted.appointments or (None, None)
    return {
        "offices": json.dumps(wanted.offices),
        "kinds": json.dumps(wanted.kinds),
        "topics": json.dumps(wanted.topics),
        "languages": json.dumps(wanted.languages),
        "codes": None if wanted.codes is None else json.dumps(wanted.codes),
        "appointment_from": text_of(begin) if begin else None,
        "appointment_until": text_of(end) if end else None,
        "taken_by": wanted.taken_by,
        "urgent": wanted.urgent,
    }
