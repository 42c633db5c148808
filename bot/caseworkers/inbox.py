"""The service behind every window at which caseworkers work: see tickets and make their moves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.caseworkers import dates, typed
from bot.caseworkers.leases import as_it_stands
from bot.caseworkers.refusals import NoteRefused, refuse_office
from bot.caseworkers.typed import caseworker
from bot.caseworkers.view import View, without_personal
from bot.core import moves, waiting
from bot.core.knowledge import Office
from bot.core.tickets import Change, Once, Outcome, Rule, Ticket, TicketEvent, shown
from bot.errors import MoveRefused, NotStored, StaleTicket


@dataclass(frozen=True, slots=True)
class Moved:
    """A ticket after a move; ``told``: the citizen gets a message about it, if it ``gets_through``."""

    ticket: Ticket
    told: bool
    gets_through: bool = True


@dataclass(frozen=True, slots=True)
class Inbox(View):
    """What caseworkers may do, with what they may see (see ``View``).

    With ``full`` a citizen reads a new date in the chat, else only that there is an answer. A ``remark``
    stands in the history as a note with each move, or not at all if the move is refused. With
    ``version`` a move that the ticket's state would allow raises StaleTicket all the same if it is not the
    version that was seen. With ``once`` a move and a note raise AnsweredBefore or KeyReused if they came
    before.

    Every move may raise CodeWrong, NameWrong and UnknownTicket; AlreadyTaken: another caseworker
    holds the ticket; MoveRefused: its state does not allow the move; MoveUnfit: its kind does not.
    """

    full: bool = False
    remark: str = ""
    version: int | None = None
    once: Once | None = None

    def as_seen(self, version: int) -> Inbox:
        """This inbox for somebody who has seen *version* of a ticket and decided on that."""
        return replace(self, version=version)

    def noting(self, text: str) -> Inbox:
        """This inbox for somebody who has written *text* down beside a move.

        Raises:
            WrongUse: it is empty or too long.
        """
        return replace(self, remark=typed.remark(text, typed.NOTE_LENGTH))

    def only_once(self, once: Once) -> Inbox:
        """This inbox for the one request *once*, which acts once however often it is sent."""
        return replace(self, once=once)

    async def take(self, code: str, by: str) -> Moved:
        """The ticket is *by*'s for the lease; taking one's own again renews it."""
        now, name = self.now(), caseworker(by)
        return await self.move(
            code, lambda ticket: moves.taken(ticket, name, now, self.lease_end(ticket.office, now))
        )

    async def release(self, code: str, by: str) -> Moved:
        """The ticket is open for everybody again."""
        now, name = self.now(), caseworker(by)
        return await self.move(code, lambda ticket: moves.released(ticket, name, now))

    async def close(self, code: str, outcome: Outcome, by: str) -> Moved:
        """The ticket is settled with *outcome*; an open one need not be taken first."""
        now, name = self.now(), caseworker(by)
        return await self.move(code, lambda ticket: moves.closed(ticket, outcome, name, now))

    async def wrong_number(self, code: str, by: str) -> Moved:
        """The number is not the citizen's: it is destroyed, and she is asked for another."""
        now, name = self.now(), caseworker(by)
        return await self.move(code, lambda ticket: moves.number_wrong(ticket, name, now))

    async def moved(self, code: str, to: datetime, by: str, sure: bool = False) -> Moved:
        """The ticket is done: there is a new appointment at *to*, which stands in the history.

        Raises:
            DateDoubtful: *to* is past, on a closed day and so on, and *sure* does not insist.
        """
        now, name = self.now(), caseworker(by)

        def rule(ticket: Ticket) -> Change:
            change = moves.moved(ticket, to, name, now, self.full)
            doubts = list(dates.doubts(to, now, self.calendar(ticket.office), ticket.appointment_at))
            if doubts and not sure:
                raise dates.DateDoubtful(to, doubts)
            detail = f"{change.event.detail} {to.astimezone(UTC).isoformat(timespec='minutes')}"
            return replace(change, event=replace(change.event, detail=detail))

        return await self.move(code, rule)

    async def not_moved(self, code: str, by: str) -> Moved:
        """The ticket is done: the old appointment stands."""
        now, name = self.now(), caseworker(by)
        return await self.move(code, lambda ticket: moves.not_moved(ticket, name, now, self.full))

    async def told(self, code: str, by: str) -> Moved:
        """The citizen was told how her ticket was settled, because the chat does not say it."""
        now, name = self.now(), caseworker(by)
        return await self.move(code, lambda ticket: moves.told(ticket, name, now))

    async def forward(self, code: str, office: Office, reason: str, by: str) -> Moved:
        """The ticket is open at *office*; its due time stays.

        Raises:
            ForwardRefused: it is there already, or the office takes no tickets.
            WrongUse: the reason is empty or too long.
        """
        now, name = self.now(), caseworker(by)
        why = typed.remark(reason, typed.REASON_LENGTH)

        def rule(ticket: Ticket) -> Change:
            change = moves.forwarded(ticket, office.id, why, name, now)
            refuse_office(ticket, office)
            return change

        return await self.move(code, rule)

    async def note(self, code: str, text: str, by: str) -> Ticket:
        """Write *text* into the history, for colleagues only; the holder's lease is renewed.

        Raises:
            CodeWrong, NameWrong, UnknownTicket: see there.
            WrongUse: the text is empty or too long.
            NoteRefused: the citizen had everything deleted.
        """
        event = TicketEvent(self.now(), caseworker(by), "noted", typed.remark(text, typed.NOTE_LENGTH))

        def rule(ticket: Ticket) -> Change:
            if self._here(ticket).forgotten:  # asked here: it may be deleted at this very moment
                raise NoteRefused(shown(ticket.code))
            return self._recorded(ticket, event)

        ticket = await self.store.change_ticket(typed.code(code), rule, self.once)
        await self._seen({ticket.office})
        return as_it_stands(without_personal(ticket), self.now())

    async def move(self, code: str, move: Rule) -> Moved:
        """The ticket as *move* leaves it; the methods above are the usual moves."""
        told, office = False, ""

        def rule(ticket: Ticket) -> Change:
            nonlocal told, office
            change = move(self._here(ticket))
            if self.version not in (None, ticket.version):
                raise StaleTicket(shown(ticket.code))
            told, office = bool(change.says), ticket.office
            if self.remark:
                note = replace(change.event, what="noted", detail=self.remark)
                change = replace(change, note=note)
            return self._timed(change)

        ticket = await self.store.change_ticket(typed.code(code), rule, self.once)
        await self._seen({office})  # where it lay: nobody has looked where it may have been forwarded to
        return Moved(without_personal(ticket), told, await self._gets_through(ticket.code))

    async def move_all(self, codes: Collection[str], move: Rule) -> Sequence[Ticket]:
        """Make the same move of each of these tickets that allows it, of all or (if storing fails) of none;
        those that were moved. The others have left these offices, or *move* refuses them."""

        def rule(ticket: Ticket) -> Change | None:
            with suppress(MoveRefused, StaleTicket):
                return self._timed(move(ticket)) if self.sees(ticket) else None
            return None

        moved = await self.store.change_tickets(codes, rule)
        await self._seen({ticket.office for ticket in moved})
        return tuple(without_personal(ticket) for ticket in moved)

    async def _gets_through(self, code: str) -> bool:
        with suppress(NotStored):  # the move is made: nobody may read that it is not
            return waiting.gets_through(await self.store.deliveries(code))
        return True
