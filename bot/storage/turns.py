"""Turns: what a step of the dialogue needs and leaves behind, in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from bot.core.questions import AskedInVain, Counted
from bot.core.talk import CancelTimers, ChatRef, ForgetMe, Incoming, Later, Order, SaveTicket, Session, Turn
from bot.core.tickets import CODE_ALPHABET, CODE_LENGTH, Ticket
from bot.storage import chats, inbox, outbox, questions, sessions, ticket_rows, timers
from bot.storage.connection import Statements
from bot.storage.forget import forget
from bot.storage.part import Part

_ORDER_OF_KINDS = (SaveTicket, CancelTimers, Later, Counted, AskedInVain)


class SqliteTurns(Part):
    """The port ``Turns``."""

    async def session(self, chat: ChatRef) -> Session:
        """See :meth:`bot.core.ports.Turns.session`."""
        async with self._database.read() as db:
            return await sessions.session_of(db, db.cipher.chat_key(chat))

    async def tickets_of(self, chat: ChatRef) -> tuple[Ticket, ...]:
        """See :meth:`bot.core.ports.Turns.tickets_of`."""
        async with self._database.read() as db:
            return await ticket_rows.of_chat(db, db.cipher.chat_key(chat))

    async def reminders_of(self, chat: ChatRef) -> tuple[Later, ...]:
        """See :meth:`bot.core.ports.Turns.reminders_of`."""
        async with self._database.read() as db:
            return await timers.asked_for(db, db.cipher.chat_key(chat))

    async def fresh_code(self) -> str:
        """See :meth:`bot.core.ports.Turns.fresh_code`."""
        async with self._database.read() as db:
            while True:
                code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
                if not await ticket_rows.exists(db, code):
                    return code

    async def save_turn(self, incoming: Incoming, turn: Turn, now: datetime) -> bool:
        """See :meth:`bot.core.ports.Turns.save_turn`.

        Also False if the event comes from a timer that was cancelled before its turn was saved.
        Orders are carried out by kind: tickets, cancelled timers, new timers, what is remembered of
        questions, forgetting; so none undoes another one of the same turn. After forgetting not even
        the turn's own session is kept.
        """
        async with self._database.write() as tx:
            if await inbox.is_finished(tx, incoming.event_id):
                return False
            if not await timers.goes_off(tx, incoming.event_id, incoming.chat):
                return False
            chat = await chats.remember(tx, incoming.chat)
            place = await inbox.finish(tx, incoming.event_id, chat, incoming.at, now)
            await sessions.keep(tx, chat, turn.session, now)
            await _carry_out(tx, chat, turn.orders, now)
            is_forgotten = any(isinstance(order, ForgetMe) for order in turn.orders)
            if is_forgotten:
                await forget(tx, chat, place, now, turn.session.turn)
            for say in turn.says:
                await outbox.put(tx, chat, say, turn.session.locale, now, _about(incoming, turn.orders))
            if is_forgotten:
                await chats.drop_address_unless_needed(tx, chat)
            return True


def _about(incoming: Incoming, orders: Iterable[Order]) -> str:
    """The code of the ticket to which the turn belongs; empty if it belongs to none."""
    saved = (order.ticket.code for order in orders if isinstance(order, SaveTicket))
    return incoming.ticket or next(saved, "")


async def _carry_out(tx: Statements, chat: str, orders: Iterable[Order], now: datetime) -> None:
    for kind in _ORDER_OF_KINDS:
        for order in orders:
            if isinstance(order, kind):
                await _carry_out_one(tx, chat, order, now)


async def _carry_out_one(tx: Statements, chat: str, order: Order, now: datetime) -> None:
    match order:
        case SaveTicket():
            await ticket_rows.save(tx, chat, order.ticket, order.event)
        case CancelTimers(ticket="", name=""):
            await timers.end_all(tx, chat)
        case CancelTimers(ticket=""):
            await timers.end_named(tx, chat, order.name)
        case CancelTimers():
            await timers.end_of_ticket(tx, chat, order.ticket)
        case Later():
            await timers.start(tx, chat, order)
        case Counted():
            await questions.count(tx, order, now)
        case AskedInVain():
            await questions.keep(tx, order, now, chat)
