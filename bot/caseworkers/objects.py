"""What scripts read: tickets and their history as plain objects with stable names."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.caseworkers import words
from bot.caseworkers.case_note import case_note
from bot.caseworkers.export import Around
from bot.caseworkers.view import Shown
from bot.core.knowledge import KnowledgeBase
from bot.core.tickets import State, Ticket, TicketEvent, shown

Object = dict[str, object]
EMPLOYEES = frozenset({"taken_by", "last_taken_by"})
"""No export tells whose a ticket is or was."""


def ticket_object(ticket: Ticket, kb: KnowledgeBase, now: datetime) -> Object:
    """*ticket* without personal fields. Times are ISO in UTC; what is not known is null.

    ``state`` is how it stands now; ``last_taken_by`` had an open one until the lease ran out.
    """
    is_open = ticket.state is State.OPEN
    return {
        "code": shown(ticket.code),
        "kind": ticket.kind.value,
        "state": ticket.state.value,
        "urgent": ticket.urgent,
        "overdue": words.is_overdue(ticket, now),
        "office": ticket.office,
        "town": words.town(ticket.office, kb),
        "topic": ticket.topic or None,
        "topic_label": words.topic(ticket, kb) or None,
        "wish": None if ticket.forgotten else ticket.wish or None,
        "created_at": _iso(ticket.created_at),
        "due_at": _iso(ticket.due_at),
        "appointment_at": _iso(ticket.appointment_at),
        "appointment_time_known": ticket.appointment_time_known,
        "not_before": _iso(ticket.not_before),
        "taken_by": None if is_open else ticket.taken_by or None,
        "last_taken_by": ticket.taken_by or None if is_open else None,
        "lease_until": _iso(ticket.lease_until) if ticket.state is State.TAKEN else None,
        "outcome": ticket.outcome.value if ticket.outcome else None,
        "attempts": ticket.attempts,
        "call_safe": ticket.call_safe,
        "interpreter": ticket.interpreter or None,
        "language": ticket.language,
        "forgotten": ticket.forgotten,
        "version": ticket.version,
    }


def shown_object(found: Shown, kb: KnowledgeBase, now: datetime) -> Object:
    """The ticket with its ``events`` and ``case_note``; personal fields only if revealed."""
    return {
        **ticket_object(found.ticket, kb, now),
        **(personal_object(found.ticket) if found.revealed else {}),
        "events": [event_object(event) for event in found.events],
        "case_note": case_note(found, kb),
    }


def exported_object(ticket: Ticket, around: Around, revealed: bool) -> Object:
    """The ticket with what became of it, but not who did that; personal fields only if revealed."""
    listed = ticket_object(ticket, around.kb, around.now)
    became = around.became.get(ticket.code)
    return {
        **{name: value for name, value in listed.items() if name not in EMPLOYEES},
        "settled_at": _iso(became.at) if became else None,
        "moved_to": _iso(became.to) if became else None,
        **(personal_object(ticket) if revealed else {}),
    }


def personal_object(ticket: Ticket) -> Object:
    return {
        "name": ticket.name or None,
        "phone": ticket.phone or None,
        "phone_own": ticket.phone_own,
        "reason": ticket.reason or None,
        "text": ticket.text or None,
    }


def event_object(event: TicketEvent) -> Object:
    return {"at": _iso(event.at), "who": event.who, "what": event.what, "detail": event.detail or None}


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None
