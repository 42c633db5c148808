"""One ticket in German words, ready for its page: nothing is left for the template to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.caseworkers import case_note, history, words
from bot.caseworkers.sight import Sight
from bot.caseworkers.view import Shown
from bot.core import phone as phones
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import Kind, State, Ticket, TicketEvent, shown
from bot.core.waiting import Delivery

_NUMBER = re.compile(r"\+\d{4,15}")
_HALVES = ("mornings", "afternoons")
LOOKS = frozenset({"revealed", "exported", "disclosed"})
"""What changes nothing for whoever works on the ticket."""


def sheet(sight: Sight, kb: KnowledgeBase, now: datetime, name: str) -> Mapping[str, Any]:
    """What the page shows of the ticket to the caseworker *name*."""
    ticket = sight.ticket
    return {
        "code": shown(ticket.code),
        "kind": words.KINDS[ticket.kind],
        "urgent": ticket.urgent and not ticket.is_settled,
        "late": words.is_overdue(ticket, now),
        "version": ticket.version,
        "mark": mark(sight.found.events),
        "forgotten": ticket.forgotten,
        "settled": ticket.is_settled,
        "asks_for": _asks_for(ticket),
        "standing": _standing(sight, now, name),
        "facts": list(_facts(sight.found, kb, now)),
        "person": _person(sight.found),
        "delivery": _delivery(sight),
        "rests": ticket.state is State.OPEN and ticket.not_before is not None and ticket.not_before > now,
        "history": [_event(event, kb) for event in history.lines(sight.found.events)],
        "others": [_other(other) for other in sight.others],
        "note": case_note.case_note(sight.found, kb),
    }


def mark(events: Iterable[TicketEvent]) -> int:
    """Grows with everything that happens to the ticket, apart from looks."""
    return sum(event.what not in LOOKS for event in events)


def news(events: Iterable[TicketEvent], kb: KnowledgeBase) -> str:
    """What happened to the ticket last, apart from looks."""
    happened = [event for event in events if event.what not in LOOKS]
    return ", ".join(history.told(happened[-1], kb)) if happened else ""


def holder(sight: Sight, now: datetime) -> str:
    """As in "liegt seit Mo 23.11. 10:04 bei Ben, bis 14:04"; empty if nobody holds it."""
    ticket = sight.ticket
    if ticket.state is not State.TAKEN:
        return ""
    since = f" seit {words.moment(sight.held_since)}" if sight.held_since else ""
    until = f", bis {words.moment(ticket.lease_until)}" if ticket.lease_until else ""
    return f"liegt{since} bei {literal(ticket.taken_by)}{until if ticket.is_held(now) else ', Frist um'}"


def _standing(sight: Sight, now: datetime, name: str) -> Mapping[str, Any]:
    """Who has it, and whether that is the one who looks."""
    ticket = sight.ticket
    is_mine = ticket.state is State.TAKEN and ticket.taken_by == name
    if is_mine:
        until = f" bis {words.moment(ticket.lease_until)}" if ticket.lease_until else ""
        return {"text": f"bei Ihnen{until}", "is_mine": True, "is_others": False}
    text = holder(sight, now) or words.standing(ticket, now)
    return {"text": text, "is_mine": False, "is_others": ticket.is_held(now)}


def _facts(found: Shown, kb: KnowledgeBase, now: datetime) -> Iterator[tuple[str, str, str]]:
    """Label, value, and "late" or "strong" where it must catch the eye."""
    ticket, need = found.ticket, words.need(found.ticket)
    yield "Ort", words.town(ticket.office, kb), ""
    if not ticket.forgotten:
        to = _moved_to(found.events)
        if to:
            yield "Neuer Termin", words.full_moment(to), "strong"
        if ticket.appointment_at:
            label, look = ("Alter Termin", "") if to else ("Termin", "strong")
            yield label, words.appointment(ticket, now), look
        if need:
            yield "Eilt", need, "strong"
        if ticket.topic:
            yield "Thema", words.topic(ticket, kb), ""
        yield "Wunsch", words.wished(ticket), ""
        if ticket.interpreter:
            yield "Sprache", f"braucht im Gespräch Hilfe: {words.language(ticket.interpreter)}", "strong"
        if not ticket.is_settled:
            is_late = words.is_overdue(ticket, now)
            due = f"{words.moment(ticket.due_at)}, {words.distance(ticket.due_at, now)}{_too_late(ticket)}"
            before = ", geht dem Wunsch vor" if need and ticket.wish in _HALVES else ""
            yield "Bis", f"{due}{', überfällig' if is_late else before}", "late" if is_late else ""
    yield "Eingang", words.moment(ticket.created_at), ""


def _moved_to(events: Iterable[TicketEvent]) -> datetime | None:
    """The new appointment; None: there is none."""
    ends = [history.moved_to(event.detail) for event in events if event.what == "closed"]
    return ends[-1] if ends else None


def _too_late(ticket: Ticket) -> str:
    """Why it is due only when the appointment has begun: no ticket comes in overdue."""
    begins = ticket.appointment_at if ticket.kind is Kind.RESCHEDULE else None
    is_so = begins and ticket.created_at < begins <= ticket.due_at
    return "; früher ging es nicht, der Termin ist vorher: bitte gleich" if is_so else ""


def _asks_for(ticket: Ticket) -> str:
    """What is to be typed where the ticket is about an appointment; empty if it asks for a call."""
    return "" if ticket.kind is Kind.PHONE_CALL else "Neuer Termin"


def _person(found: Shown) -> Mapping[str, Any]:
    """Whose wish it is, and how to reach her."""
    ticket, gone = found.ticket, found.ticket.state is State.WITHDRAWN
    return {
        "name": literal(ticket.name) or "Name nicht angegeben",
        "phone": literal(phones.shown(ticket.phone)) if ticket.phone else "",
        # Where nobody should call there is nothing to tap on.
        "call": ticket.phone if ticket.call_safe and not gone and _NUMBER.fullmatch(ticket.phone) else "",
        "withdrawn": gone,
        "no_phone": history.no_phone(ticket, found.events),
        "source": "von Telegram bestätigt: die Nummer gehört zu diesem Telegram-Konto"
        if ticket.phone_own
        else "selbst angegeben",
        "unsafe": not ticket.call_safe,
        "reason": words.reason(ticket),
        "text": literal(ticket.text),
    }


def _delivery(sight: Sight) -> Mapping[str, Any] | None:
    """What became of the newest message about the ticket."""
    if not sight.deliveries:
        return None
    newest = sight.deliveries[-1]
    return {"text": _delivered(newest, sight), "failed": not sight.gets_through}


def _delivered(message: Delivery, sight: Sight) -> str:
    at = words.moment(message.at)
    if message.state == "sent":
        return f"gesendet {at}"
    way = "per Telefon erreichen" if sight.ticket.call_safe else "bitte einen anderen, sicheren Weg suchen"
    if message.state == "parked":
        return f"kommt im Chat nicht an ({at}): {way}"
    return f"unterwegs seit {at}" if sight.gets_through else f"unterwegs, die letzte kam nicht an: {way}"


def _event(event: TicketEvent, kb: KnowledgeBase) -> Mapping[str, Any]:
    at, who, what = history.told(event, kb)
    return {"at": at, "who": who, "what": what, "is_look": event.what in LOOKS}


def _other(ticket: Ticket) -> Mapping[str, Any]:
    state = words.STATES[ticket.state]
    outcome = f" ({words.OUTCOMES[ticket.outcome]})" if ticket.outcome else ""
    return {
        "code": shown(ticket.code),
        "kind": words.KINDS[ticket.kind],
        "state": f"{state}{outcome}",
        "settled": ticket.is_settled,
        "at": words.moment(ticket.created_at),
    }
