"""Which mails to staff are due, and whether an office has stopped looking at its queue.

What is sent is told by keys, so that nobody is told the same thing twice: also after a restart, a moved
clock or an outage of the mail server. No value here holds anything personal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import groupby, islice

from bot.core.calendar import BERLIN, OfficeCalendar, local
from bot.core.knowledge import Office
from bot.core.tickets import Kind, State, Ticket

DIGESTS = (time(7, 30), time(12, 30))
DIGEST_KEEPS = timedelta(hours=4)
"""How much later a digest still goes out, when the program or the mail server was down at its time."""
PATIENCE = timedelta(minutes=15)
"""Working time that an office has before anybody is told that nothing happened."""
UNOPENED_DAYS, ASLEEP_DAYS = 1, 2
"""Working days for which nobody opened the queue: the lead is told; the office counts as asleep."""


class AlertKind(StrEnum):
    """In the order in which they are sent."""

    URGENT = "urgent"
    LATE = "late"
    UNOPENED = "unopened"
    DIGEST = "digest"
    REPORTED = "reported"
    """Not of an office: an answer is said to be wrong (``core.error_reports``)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One ticket as a mail may name it."""

    code: str
    kind: Kind
    due_at: datetime
    urgent: bool
    untaken: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What is open at an office; ``urgent`` and ``overdue`` are among ``open``. ``oldest`` waits longest."""

    open: int
    urgent: int
    overdue: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Alert:
    """A mail that is due. Its ``keys`` belong to ``sent`` once the mail server has taken it.

    ``office`` is an id, ``town`` its name. ``items`` are the tickets of URGENT and LATE; ``entry`` is the
    answer of REPORTED, and ``reports`` how many people find it wrong.
    """

    kind: AlertKind
    to: str
    office: str
    town: str
    keys: tuple[str, ...]
    counts: Counts
    items: tuple[Item, ...] = ()
    entry: str = ""
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """An office's queue: since when something waits there (None: nothing), and when it was opened last."""

    waits_since: datetime | None = None
    seen_at: datetime | None = None


def asleep(queue: Queue, calendar: OfficeCalendar, now: datetime) -> bool:
    """Whether nobody has opened the queue for two working days in which something was open.

    No time may be promised there then; citizens are asked to phone.
    """
    return _unopened_for(queue, calendar, ASLEEP_DAYS, now)


def waits(ticket: Ticket, now: datetime) -> bool:
    """Whether *ticket* is open to be taken, also because the lease on it has run out.

    After a call attempt it stays with its caseworker.
    """
    if ticket.forgotten or ticket.is_settled or _rests(ticket, now):
        return False
    return ticket.state is State.OPEN or (not ticket.is_held(now) and ticket.attempts == 0)


def waits_since(ticket: Ticket) -> datetime:
    """Since when a ticket that waits could have been taken: a rest or a lease counts from its end."""
    lease_end = ticket.lease_until if ticket.state is State.TAKEN else None
    return max(at for at in (_here_since(ticket), ticket.not_before, lease_end) if at is not None)


def due(
    tickets: Iterable[Ticket],
    offices: Mapping[str, Office],
    seen: Mapping[str, datetime],
    lead: str,
    now: datetime,
    sent: Collection[str],
) -> tuple[Alert, ...]:
    """All mails that are due at *now*, the most important first.

    *tickets* may hold settled ones. *seen* tells when an office's queue was opened last; *lead* is an
    address or empty; *sent* are the keys of what was sent already. An office that is not in *offices*
    (any more) has no address of its own, so only the lead is told.
    """
    found: list[Alert] = []
    ordered = sorted(tickets, key=lambda ticket: (ticket.office, not ticket.urgent, ticket.due_at))
    for office_id, own in groupby(ordered, key=lambda ticket: ticket.office):
        office = offices.get(office_id) or Office(office_id, office_id)
        desk = _Desk(office, tuple(own), seen.get(office_id), lead, now, sent)
        for kind in (_urgent, _late, _unopened, _digest):
            found.extend(kind(desk))
    return tuple(sorted(found, key=lambda alert: tuple(AlertKind).index(alert.kind)))


@dataclass(frozen=True)
class _Desk:
    """One office at one moment."""

    office: Office
    tickets: tuple[Ticket, ...]
    seen_at: datetime | None
    lead: str
    now: datetime
    sent: Collection[str]

    @cached_property
    def calendar(self) -> OfficeCalendar:
        return OfficeCalendar.of(self.office.hours, self.office.closed_days)

    @cached_property
    def waiting(self) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket in self.tickets if waits(ticket, self.now))

    def both(self) -> Iterator[tuple[str, str]]:
        """The office and the lead, each with the address; an address only once, an empty one never."""
        if self.office.notify:
            yield "office", self.office.notify
        if self.lead and self.lead.casefold() != self.office.notify.casefold():
            yield "lead", self.lead

    @cached_property
    def counts(self) -> Counts:
        waiting = self.waiting
        return Counts(
            len(waiting),
            sum(ticket.urgent for ticket in waiting),
            sum(ticket.due_at <= self.now for ticket in waiting),
            min((ticket.created_at for ticket in waiting), default=None),
        )

    def had_patience(self, ticket: Ticket) -> bool:
        return self.calendar.plus_working_time(_here_since(ticket), PATIENCE) <= self.now

    def is_untaken(self, ticket: Ticket) -> bool:
        return ticket.urgent and waits(ticket, self.now) and self.had_patience(ticket)

    def is_overdue(self, ticket: Ticket) -> bool:
        """Also one that somebody has taken: the citizen counts on the time."""
        acted_on = ticket.forgotten or ticket.is_settled or _rests(ticket, self.now)
        return not acted_on and ticket.due_at <= self.now and self.had_patience(ticket)

    def item(self, ticket: Ticket) -> Item:
        return Item(
            ticket.code,
            ticket.kind,
            ticket.due_at,
            ticket.urgent,
            self.is_untaken(ticket),
            self.is_overdue(ticket),
        )

    def about(self, kind: AlertKind, to: str, keys: Callable[[Ticket], Iterable[str]]) -> Iterator[Alert]:
        """One mail on all tickets that have a key which was not sent yet."""
        news = {ticket: fresh for ticket in self.tickets if (fresh := self.unsent(keys(ticket)))}
        if to and news:
            items = tuple(self.item(ticket) for ticket in news)
            yield self.alert(kind, to, tuple(key for fresh in news.values() for key in fresh), items)

    def alert(self, kind: AlertKind, to: str, keys: tuple[str, ...], items: tuple[Item, ...] = ()) -> Alert:
        return Alert(kind, to, self.office.id, self.office.town, keys, self.counts, items)

    def unsent(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in keys if key not in self.sent)


def _urgent(desk: _Desk) -> Iterator[Alert]:
    """At once, once for each ticket and office; to the lead where the office has no address."""

    def keys(ticket: Ticket) -> Iterator[str]:
        if ticket.urgent and waits(ticket, desk.now):
            yield f"urgent:{ticket.code}:{ticket.office}"

    return desk.about(AlertKind.URGENT, desk.office.notify or desk.lead, keys)


def _late(desk: _Desk) -> Iterator[Alert]:
    """Urgent and not taken, or overdue: to the office and the lead, once for each ticket, office, due."""
    for role, address in desk.both():

        def keys(ticket: Ticket, role: str = role) -> Iterator[str]:
            if desk.is_untaken(ticket):
                yield f"untaken:{ticket.code}:{ticket.office}:{role}"
            if desk.is_overdue(ticket):
                yield f"overdue:{ticket.code}:{ticket.office}:{_minute(ticket.due_at)}:{role}"

        yield from desk.about(AlertKind.LATE, address, keys)


def _unopened(desk: _Desk) -> Iterator[Alert]:
    """Once each working day, in working time, to the office and the lead."""
    since = min((waits_since(ticket) for ticket in desk.waiting), default=None)
    queue, calendar = Queue(since, desk.seen_at), desk.calendar
    if not calendar.is_open(desk.now) or not _unopened_for(queue, calendar, UNOPENED_DAYS, desk.now):
        return
    for role, address in desk.both():
        if keys := desk.unsent([f"unopened:{desk.office.id}:{local(desk.now).date()}:{role}"]):
            yield desk.alert(AlertKind.UNOPENED, address, keys)


def _digest(desk: _Desk) -> Iterator[Alert]:
    """On working days at the times of DIGESTS, if something has been waiting at that time."""
    today = local(desk.now).date()
    begun = [at for slot in DIGESTS if (at := datetime.combine(today, slot, BERLIN)) <= desk.now]
    if not desk.office.notify or not begun or not desk.calendar.is_working_day(today):
        return
    slot = begun[-1]
    in_time = desk.now - slot.astimezone(UTC) < DIGEST_KEEPS
    keys = desk.unsent([f"digest:{desk.office.id}:{slot:%Y-%m-%dT%H%M}"])
    if keys and in_time and any(waits_since(ticket) <= slot for ticket in desk.waiting):
        yield desk.alert(AlertKind.DIGEST, desk.office.notify, keys)


def _unopened_for(queue: Queue, calendar: OfficeCalendar, days: int, now: datetime) -> bool:
    """Whether *days* working days have passed since something waits that nobody has looked at."""
    if queue.waits_since is None:
        return False
    since = max(queue.waits_since, queue.seen_at or queue.waits_since)
    # What comes after work counts from the next opening; then the same time some working days later.
    begin = local(calendar.plus_working_time(since, timedelta()))
    last = next(islice(calendar.working_days(begin.date()), days - 1, None), None)
    return last is not None and datetime.combine(last, begin.time(), BERLIN) <= now


def _here_since(ticket: Ticket) -> datetime:
    return ticket.forwarded_at or ticket.created_at


def _rests(ticket: Ticket, now: datetime) -> bool:
    return ticket.not_before is not None and ticket.not_before > now


def _minute(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="minutes")
