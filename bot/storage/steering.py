"""Standing orders of leads; each writes its act into the audit, in the same transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

import structlog

from bot.core.audit import Act, Deed
from bot.core.steering import Banner, StandingOrders, Stop
from bot.errors import Unreadable
from bot.storage import audit
from bot.storage.connection import Statements
from bot.storage.part import Part
from bot.storage.values import text_of, time_of

log = structlog.get_logger("storage")

_TABLE = "standing_order"
_STOPPED = "kind = 'stop' AND ended_at IS NULL"
_UP = "kind = 'banner' AND ended_at IS NULL"


class SqliteSteering(Part):
    """The port ``Steering``."""

    async def standing_orders(self, today: date) -> StandingOrders:
        """See :meth:`bot.core.ports_running.Steering.standing_orders`."""
        async with self._database.read() as db:
            rows = await db.all(
                f"SELECT * FROM standing_order WHERE {_STOPPED} OR ({_UP} AND last_day >= ?)"  # noqa: S608
                " ORDER BY first_day, number",
                (today.isoformat(),),
            )
        stop = next((_stop(db, row) for row in rows if row["kind"] == "stop"), None)
        banners = tuple(_banner(db, row) for row in rows if row["kind"] == "banner")
        return StandingOrders(stop, tuple(banner for banner in banners if banner.text))

    async def stops(self, limit: int = 10) -> Sequence[Stop]:
        """See :meth:`bot.core.ports_running.Steering.stops`."""
        async with self._database.read() as db:
            rows = await db.all(
                "SELECT * FROM standing_order WHERE kind = 'stop' ORDER BY number DESC LIMIT ?", (limit,)
            )
        return [_stop(db, row) for row in rows]

    async def stop_answers(self, stop: Stop) -> bool:
        """See :meth:`bot.core.ports_running.Steering.stop_answers`."""
        async with self._database.write() as tx:
            if await _is_stopped(tx):
                return False
            number = await _given(tx, "stop", stop.reason, stop.at, stop.by)
            await _recorded(tx, Deed.ANSWERS_STOPPED, number, stop.by, stop.at)
            return True

    async def answer_again(self, by: str, at: datetime) -> bool:
        """See :meth:`bot.core.ports_running.Steering.answer_again`."""
        async with self._database.write() as tx:
            row = await _is_stopped(tx)
            return row is not None and await _ended(tx, row["number"], Deed.ANSWERS_RESUMED, by, at)

    async def put_up(self, banner: Banner, at: datetime) -> Banner:
        """See :meth:`bot.core.ports_running.Steering.put_up`."""
        async with self._database.write() as tx:
            offices = " ".join(banner.offices)
            days = (banner.since.isoformat(), banner.until.isoformat())
            number = await _given(tx, "banner", banner.text, at, banner.by, offices, *days)
            await _recorded(tx, Deed.BANNER_PUT_UP, number, banner.by, at, offices)
        return Banner(banner.text, banner.since, banner.until, banner.by, banner.offices, number)

    async def take_down(self, number: int, by: str, at: datetime) -> bool:
        """See :meth:`bot.core.ports_running.Steering.take_down`."""
        async with self._database.write() as tx:
            row = await tx.one(
                f"SELECT number FROM standing_order WHERE number = ? AND {_UP}",  # noqa: S608
                (number,),
            )
            return row is not None and await _ended(tx, number, Deed.BANNER_TAKEN_DOWN, by, at)


async def _is_stopped(tx: Statements) -> sqlite3.Row | None:
    return await tx.one(f"SELECT number FROM standing_order WHERE {_STOPPED}")  # noqa: S608


async def _given(
    tx: Statements,
    kind: str,
    text: str,
    at: datetime,
    by: str,
    offices: str = "",
    first_day: str | None = None,
    last_day: str | None = None,
) -> int:
    number = await tx.added(
        "INSERT INTO standing_order (kind, text, offices, first_day, last_day, given_at, given_by)"
        " VALUES (?, '', ?, ?, ?, ?, ?)",
        (kind, offices, first_day, last_day, text_of(at), by),
    )
    sealed = tx.cipher.seal(_TABLE, number, "text", text)
    await tx.run("UPDATE standing_order SET text = ? WHERE number = ?", (sealed, number))
    return number


async def _ended(tx: Statements, number: int, deed: Deed, by: str, at: datetime) -> bool:
    await tx.run(
        "UPDATE standing_order SET ended_at = ?, ended_by = ? WHERE number = ?", (text_of(at), by, number)
    )
    await _recorded(tx, deed, number, by, at)
    return True


async def _recorded(
    tx: Statements, deed: Deed, number: int, by: str, at: datetime, offices: str = ""
) -> None:
    detail = f"order {number} {offices}".strip()[:80]
    await audit.append(tx, Act(at, by, deed, detail=detail))


def _text(db: Statements, row: sqlite3.Row) -> str:
    """Empty if it is damaged: a stop holds without its reason, and citizens are answered without a banner."""
    try:
        return str(db.cipher.opened(_TABLE, row["number"], "text", row["text"]))
    except Unreadable:
        log.error("order unreadable", number=row["number"])
        return ""


def _stop(db: Statements, row: sqlite3.Row) -> Stop:
    ended_at = time_of(row["ended_at"]) if row["ended_at"] else None
    return Stop(time_of(row["given_at"]), row["given_by"], _text(db, row), ended_at, row["ended_by"] or "")


def _banner(db: Statements, row: sqlite3.Row) -> Banner:
    return Banner(
        _text(db, row),
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        row["given_by"],
        tuple(row["offices"].split()),
        row["number"],
    )
