"""What a citizen hears when a caseworker moves a ticket."""

from __future__ import annotations

from bot.core.talk import Choice, Phrase, Say
from bot.core.tickets import Kind, Outcome, Ticket, shown


def read(ticket: Ticket) -> Say:
    """Once, at the first take: somebody has read the message."""
    key = "ticket-read" if ticket.kind is Kind.PHONE_CALL else "ticket-read-appointment"
    return _notice(ticket, Phrase(key, {"code": shown(ticket.code)}))


def closed(ticket: Ticket) -> tuple[Say, ...]:
    """At the end: settled with a good wish, or where to turn instead."""
    code = shown(ticket.code)
    if ticket.outcome is Outcome.DUPLICATE:
        return (_notice(ticket, Phrase("ticket-duplicate", {"code": code})),)
    if ticket.outcome is Outcome.NOT_OURS:
        return (_notice(ticket, Phrase("ticket-not-ours", {"code": code})),)
    more = ((Choice("menu", key="button-another-question"),),)
    return (_notice(ticket, Phrase("ticket-done", {"code": code}), rows=more),)


def _notice(ticket: Ticket, phrase: Phrase, rows: tuple[tuple[Choice, ...], ...] = ()) -> Say:
    return Say((phrase,), rows, language=ticket.language)
