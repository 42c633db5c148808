"""Staff are told by mail: the words, and the loop that sends what is due until the server has taken it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

import structlog

from bot.caseworkers import words
from bot.caseworkers.smtp import is_refusal
from bot.caseworkers.view import Desk
from bot.core import alerts, error_reports
from bot.core.alerts import Alert, AlertKind, Counts, Item
from bot.core.calendar import local
from bot.core.knowledge import Office
from bot.core.literal import literal
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import State, shown

EVERY = timedelta(seconds=20)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=30)
"""After a failure; each further one doubles the pause."""
WHOLE_SERVER = ""
"""Stands for the mail server where pauses are kept by address."""
FOOT = "Diese Mail schreibt der Chat des Jobcenters. Bitte nicht darauf antworten."

log = structlog.get_logger("mail")


@dataclass
class Pauses:
    """Until when nothing is sent to an address, and after how many failures in a row."""

    _kept: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def failed(self, address: str, now: datetime) -> None:
        failures = self.failures(address)
        pause = min(FIRST_PAUSE * 2 ** min(failures, 10), LONGEST_PAUSE)
        self._kept[address] = (failures + 1, now + pause)

    def worked(self, address: str) -> None:
        self._kept.pop(address, None)

    def failures(self, address: str) -> int:
        return self._kept[address][0] if address in self._kept else 0

    def rests(self, address: str, now: datetime) -> bool:
        return address in self._kept and now < self._kept[address][1]


class Notifier:
    """Sends the mails that are due, each until the server has taken it once.

    *send* blocks and runs in a thread; *offices* gives those of the knowledge base as it is now. After a
    connection that was cut while the server took a mail, the same mail (also by its Message-ID) goes out
    again: rather twice than never.
    """

    def __init__(
        self,
        store: Desk,
        send: Callable[[EmailMessage], None],
        offices: Callable[[], tuple[Office, ...]],
        sender: str,
        lead: str,
        now: Callable[[], datetime],
        editors: str = "",
    ) -> None:
        self._store, self._send, self._offices, self._now = store, send, offices, now
        self._sender, self._lead, self._editors = sender, lead, editors
        self._pauses = Pauses()
        self._taken: set[str] = set()
        """Keys of mails that the server took and the store may not know yet."""

    async def run(self, stop: asyncio.Event) -> None:
        """Send what is due, again and again, until *stop*; no failure ends it."""
        while not stop.is_set():
            try:
                await self.step(self._now())
            except Exception as error:
                log.error("mail not sent", error=type(error).__name__)
            try:
                await asyncio.wait_for(stop.wait(), EVERY.total_seconds())
            except TimeoutError:
                continue

    async def step(self, now: datetime) -> int:
        """Send what is due at *now*; how many mails the server has taken."""
        await self._remember(now)
        if self._pauses.rests(WHOLE_SERVER, now):
            return 0
        taken = 0
        for alert in await self._due(now):
            if self._pauses.rests(alert.to, now):
                continue
            try:
                await asyncio.to_thread(self._send, message(alert, self._sender, now))
            except Exception as error:
                self._failed(alert, error, now)
                if not is_refusal(error):
                    break
                continue
            taken += 1
            self._pauses.worked(alert.to)
            self._pauses.worked(WHOLE_SERVER)
            self._taken.update(alert.keys)
            await self._remember(now)
        return taken

    async def _due(self, now: datetime) -> list[Alert]:
        """What is due; addresses that failed most come last, so that none blocks the others."""
        tickets = await self._store.tickets(TicketFilter(states=(State.OPEN, State.TAKEN)), now)
        offices = {office.id: office for office in self._offices()}
        seen, sent = await self._store.seen(), await self._store.notified()
        found = await asyncio.to_thread(alerts.due, tickets, offices, seen, self._lead, now, sent)
        errors = await self._store.errors(now - error_reports.LOOK_BACK)
        found = (*found, *error_reports.due_reports(errors, self._editors, sent))
        return sorted(found, key=lambda alert: self._pauses.failures(alert.to))

    async def _remember(self, now: datetime) -> None:
        """Store what was taken; if that fails nothing more is sent, for it would be sent for ever."""
        if self._taken:
            await self._store.mark_notified(self._taken, now)
            self._taken.clear()

    def _failed(self, alert: Alert, error: Exception, now: datetime) -> None:
        # By class only: the text of a server may repeat addresses and the user's name.
        log.warning("mail not sent", kind=alert.kind.value, office=alert.office, error=type(error).__name__)
        self._pauses.failed(alert.to, now)
        if not is_refusal(error):
            self._pauses.failed(WHOLE_SERVER, now)


# -- words --------------------------------------------------------------------------------------


def message(alert: Alert, sender: str, now: datetime) -> EmailMessage:
    """The mail; the same alert has the same Message-ID, so that servers may drop a second copy.

    Raises:
        ValueError: an address is none.
    """
    mail = EmailMessage()
    town = literal(alert.town)
    mail["From"], mail["To"] = sender, alert.to
    mail["Subject"] = f"{SUBJECTS[alert.kind](alert)} ({town or literal(alert.entry)})"
    mail["Date"] = format_datetime(local(now))
    mail["Message-ID"] = f"<{_fingerprint(alert)}@{parseaddr(sender)[1].rpartition('@')[2] or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    mail.set_content("\n".join([*BODIES[alert.kind](alert, town), "", *_look(alert), "", FOOT]))
    return mail


def _urgent(alert: Alert, town: str) -> Iterator[str]:
    yield f"In {town} wartet Eiliges:"
    yield from map(_line, alert.items)


def _late(alert: Alert, town: str) -> Iterator[str]:
    yield f"In {town} bleibt etwas liegen:"
    yield from map(_line, alert.items)


def _unopened(alert: Alert, town: str) -> Iterator[str]:
    yield f"Seit mindestens einem Arbeitstag hat in {town} niemand nach den Nachrichten gesehen."
    yield from _figures(alert.counts)
    yield ""
    yield "Nach zwei solchen Tagen verspricht der Chat dort keine Zeiten mehr und bittet, anzurufen."


def _reported(alert: Alert, _: str) -> Iterator[str]:
    yield f"An einem Tag haben {alert.reports} Menschen gemeldet: Diese Antwort des Chats stimmt nicht."
    yield f"- {literal(alert.entry)}"
    yield ""
    yield "Ist sie falsch, nehmen Sie sie bitte gleich heraus:"
    yield f'  faq withdraw {literal(alert.entry)} --reason "..."'


def _digest(alert: Alert, town: str) -> Iterator[str]:
    yield f"Stand in {town}:"
    yield from _figures(alert.counts)


def _figures(counts: Counts) -> Iterator[str]:
    yield f"- offen: {counts.open}"
    yield f"- davon eilig: {counts.urgent}"
    yield f"- davon überfällig: {counts.overdue}"
    if counts.oldest is not None:
        yield f"- die älteste wartet seit {words.moment(counts.oldest)}"


def _line(item: Item) -> str:
    about = [words.KINDS[item.kind]]
    if item.urgent:
        about.append("eilig")
    if item.untaken:
        about.append("von niemandem übernommen")
    about.append(f"{'überfällig seit' if item.overdue else 'fällig bis'} {words.moment(item.due_at)}")
    return f"- {shown(item.code)}: {', '.join(about)}"


def _look(alert: Alert) -> Iterator[str]:
    """The command; as the fixed outside names have it."""
    yield "Nachsehen:"
    if alert.entry:
        yield "  faq unanswered"
    elif len(alert.items) == 1:
        yield f"  inbox show {shown(alert.items[0].code)}"
    else:
        yield f"  inbox list --office {literal(alert.office)}"


def _subject_of(words_for_one: str, words_for_many: str) -> Callable[[Alert], str]:
    def subject(alert: Alert) -> str:
        count = len(alert.items) or alert.counts.open
        return words_for_one if count == 1 else words_for_many.format(count)

    return subject


SUBJECTS: Mapping[AlertKind, Callable[[Alert], str]] = {
    AlertKind.URGENT: _subject_of("Eilige Nachricht", "{} eilige Nachrichten"),
    AlertKind.LATE: _subject_of("Eine Nachricht bleibt liegen", "{} Nachrichten bleiben liegen"),
    AlertKind.REPORTED: lambda _: "Eine Antwort soll falsch sein",
    AlertKind.UNOPENED: lambda _: "Niemand hat nachgesehen",
    AlertKind.DIGEST: _subject_of("Eine Nachricht ist offen", "{} Nachrichten sind offen"),
}
BODIES: Mapping[AlertKind, Callable[[Alert, str], Iterator[str]]] = {
    AlertKind.URGENT: _urgent,
    AlertKind.LATE: _late,
    AlertKind.REPORTED: _reported,
    AlertKind.UNOPENED: _unopened,
    AlertKind.DIGEST: _digest,
}


def _fingerprint(alert: Alert) -> str:
    return hashlib.sha256("\n".join((alert.to, *alert.keys)).encode()).hexdigest()[:32]
