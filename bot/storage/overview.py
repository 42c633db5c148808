"""Overview: many tickets at once, as pages want them."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Literal

import structlog

from bot.core.ports_desk import InUse, TicketFilter
from bot.core.tickets import Outcome, Settlement, Ticket, TicketEvent
from bot.errors import Unreadable
from bot.storage import ticket_rows
from bot.storage.crypto import Cipher
from bot.storage.part import Part
from bot.storage.tickets import WANTED, wanted_values
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")

LOOKED_THROUGH = 10_000
"""Tickets that one search opens at most: about a quarter of a second in a thread."""

_SETTLED = (
    f"FROM ticket WHERE state IN ('done', 'withdrawn') AND {WANTED}"  # noqa: S608 - a constant
    " AND code NOT IN (SELECT value FROM json_each(:without))"
)
_LOST = (
    "'parked' = (SELECT state FROM outbox WHERE outbox.ticket = code AND outbox.ticket <> ''"
    " AND state <> 'waiting' ORDER BY id DESC LIMIT 1)"
)
"""As ``core.waiting.gets_through`` says of one ticket."""
_SCOPE = "(:offices = '[]' OR office IN (SELECT value FROM json_each(:offices)))"


class SqliteOverview(Part):
    """The port ``Overview``.

    Names and numbers are sought by opening them: an index of them would be quicker, and one more thing
    that tells who has written.
    """

    async def settled(
        self, wanted: TicketFilter, most: int, skip: int = 0, without: Collection[str] = ()
    ) -> tuple[Sequence[Ticket], int]:
        """See :meth:`bot.core.ports.Overview.settled`."""
        values = wanted_values(wanted) | {"without": json.dumps([*without])}
        async with self._database.read() as db:
            count = await db.one(f"SELECT count(*) AS there {_SETTLED}", values)
            rows = await db.all(
                f"SELECT * {_SETTLED} ORDER BY settled_at DESC, id DESC LIMIT :most OFFSET :skip",
                values | {"most": most, "skip": skip},
            )
        return [ticket_rows.without_personal(row) for row in rows], count["there"] if count else 0

    async def untold(
        self, wanted: TicketFilter, news: Collection[Outcome], lost: Collection[Outcome]
    ) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Overview.untold`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM ticket WHERE state = 'done' AND {WANTED}"  # noqa: S608 - a constant
                " AND (outcome IN (SELECT value FROM json_each(:news))"
                f" OR outcome IN (SELECT value FROM json_each(:lost)) AND (NOT call_safe OR {_LOST}))"
                " AND NOT EXISTS (SELECT 1 FROM ticket_event WHERE ticket = code AND what = 'told')"
                " ORDER BY due_at, id",
                wanted_values(wanted) | {"news": json.dumps([*news]), "lost": json.dumps([*lost])},
            )
        return [ticket_rows.without_personal(row) for row in rows]

    async def settlements(self, codes: Collection[str]) -> Mapping[str, Settlement]:
        """See :meth:`bot.core.ports_desk.Overview.settlements`."""
        values = {"codes": json.dumps([*codes])}
        wanted = "(SELECT value FROM json_each(:codes))"
        async with self._database.read() as db:
            settled = await db.all(
                f"SELECT code, settled_at FROM ticket WHERE settled_at IS NOT NULL AND code IN {wanted}",  # noqa: S608
                values,
            )
            rows = await db.all(
                f"SELECT * FROM ticket_event WHERE what = 'closed' AND ticket IN {wanted} ORDER BY id",  # noqa: S608
                values,
            )
            details = {row["ticket"]: ticket_rows.event_of(db.cipher, row).detail for row in rows}
        return {
            row["code"]: Settlement(time_of(row["settled_at"]), details.get(row["code"], ""))
            for row in settled
        }

    async def in_order(
        self, wanted: TicketFilter, after: tuple[datetime, str] | None, most: int
    ) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Overview.in_order`."""
        since, code = (text_of(after[0]), after[1]) if after else ("", "")
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM ticket WHERE (created_at, code) > (:since, :after) AND {WANTED}"  # noqa: S608
                " AND (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))"
                " ORDER BY created_at, code LIMIT :most",
                wanted_values(wanted)
                | {"states": json.dumps(wanted.states), "since": since, "after": code, "most": most},
            )
        return [ticket_rows.without_personal(row) for row in rows]

    async def in_use(self, offices: Collection[str]) -> InUse:
        """See :meth:`bot.core.ports_desk.Overview.in_use`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT DISTINCT topic, language, interpreter FROM ticket WHERE {_SCOPE}",  # noqa: S608
                _offices(offices),
            )
        return InUse(
            topics=frozenset(row["topic"] for row in rows) - {""},
            languages=frozenset(code for row in rows for code in (row["language"], row["interpreter"]))
            - {""},
        )

    async def sought(
        self,
        offices: Collection[str],
        field: Literal["name", "phone"],
        fits: Callable[[str], bool],
        most: int,
    ) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Overview.sought`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM ticket WHERE {field} <> '' AND {_SCOPE}"  # noqa: S608 - a literal
                " ORDER BY created_at DESC, id DESC LIMIT :most",
                _offices(offices) | {"most": LOOKED_THROUGH},
            )
        return await asyncio.to_thread(_fitting, self._database.cipher, rows, field, fits, most)

    async def revealed(self, codes: Collection[str], event: TicketEvent) -> Sequence[Ticket]:
        """See :meth:`bot.core.ports_desk.Overview.revealed`."""
        async with self._database.write() as tx:
            rows = await tx.all(
                "SELECT ticket.* FROM json_each(?) AS wanted JOIN ticket ON ticket.code = wanted.value"
                " ORDER BY wanted.key",
                (json.dumps([*codes]),),
            )
            for row in rows:
                if not row["forgotten"]:
                    await ticket_rows.append(tx, row["code"], event)
            return [ticket_rows.listed(tx.cipher, row) for row in rows]


def _offices(offices: Collection[str]) -> dict[str, object]:
    return {"offices": json.dumps(sorted(offices))}


def _fitting(
    cipher: Cipher, rows: Sequence[sqlite3.Row], field: str, fits: Callable[[str], bool], most: int
) -> list[Ticket]:
    found = (row for row in rows if _fits(cipher, row, field, fits))
    return [ticket_rows.without_personal(row) for row in islice(found, most)]


def _fits(cipher: Cipher, row: sqlite3.Row, field: str, fits: Callable[[str], bool]) -> bool:
    try:
        return fits(cipher.opened("ticket", row["code"], field, row[field]))
    except Unreadable as error:
        log.error("ticket unreadable", code=row["code"], field=error.field)
        return False
