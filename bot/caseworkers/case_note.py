"""The "Vermerk": one paragraph about a ticket, to be pasted into the case management system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.caseworkers import history, words
from bot.caseworkers.view import Shown
from bot.core import phone as phones
from bot.core.calendar import local
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import State, Ticket, shown


def case_note(found: Shown, kb: KnowledgeBase) -> str:
    """What was wished and when, what happened and by whom: plain text in one line.

    Name, number, reason and own words only if revealed.
    """
    ticket = found.ticket
    sentences = (
        _opening(ticket, kb),
        _sentence("", _wished(ticket, kb)),
        _sentence("", _person(found)),
        _sentence("Verlauf: ", _happened(found, kb)),
        f"Stand: {_stand(ticket)}.",
    )
    return " ".join(filter(None, sentences))


def _sentence(start: str, parts: Iterable[str]) -> str:
    """Joined by semicolons, because the parts hold commas; empty without parts."""
    joined = "; ".join(parts)
    return f"{start}{joined}." if joined else ""


def _opening(ticket: Ticket, kb: KnowledgeBase) -> str:
    sent, town = words.full_moment(ticket.created_at), words.town(ticket.office, kb)
    return f"Nachricht {shown(ticket.code)} aus dem Chat vom {sent}, {town}."


def _wished(ticket: Ticket, kb: KnowledgeBase) -> Iterator[str]:
    yield f"Anliegen: {words.KINDS[ticket.kind]}{_urgent(ticket)}"
    if ticket.forgotten:
        return
    if ticket.appointment_at:
        yield f"Termin: {words.full_appointment(ticket)}"
    if ticket.topic:
        yield f"Thema: „{words.topic(ticket, kb)}“"
    yield f"Wunsch: {words.wish(ticket.wish).rstrip('.')}"
    if ticket.interpreter:
        yield f"braucht im Gespräch Hilfe mit der Sprache: {words.language(ticket.interpreter)}"
    if not ticket.call_safe:
        yield "ACHTUNG: ein Anruf auf der angegebenen Nummer ist nicht sicher"


def _urgent(ticket: Ticket) -> str:
    why = words.need(ticket)
    return f", eilig ({why})" if why else ", eilig" if ticket.urgent else ""


def _person(found: Shown) -> Iterator[str]:
    ticket = found.ticket
    if ticket.forgotten:
        yield "Alle Angaben zur Person wurden auf Wunsch gelöscht"
    elif found.revealed:
        vouched = "von Telegram bestätigt" if ticket.phone_own else "selbst angegeben"
        number = f"{literal(phones.shown(ticket.phone))} ({vouched})" if ticket.phone else ""
        phone = number or history.no_phone(ticket, found.events)
        yield f"Name: {literal(ticket.name) or 'nicht angegeben'}"
        yield f"Telefon: {phone}"
        if ticket.reason:
            yield f"Grund: {words.reason(ticket)}"
        if ticket.text:
            yield f"eigene Worte: „{literal(ticket.text)}“"


def _happened(found: Shown, kb: KnowledgeBase) -> Iterator[str]:
    for event in found.events:
        if event.what not in history.HOUSEKEEPING:
            at = local(event.at)
            _, who, what = history.told(event, kb)
            yield f"am {at:%d.%m.%Y} um {at:%H:%M} Uhr {what} (durch {who})"


def _stand(ticket: Ticket) -> str:
    """As kept in a file: without leases, which end today."""
    state = words.STATES[ticket.state]
    if ticket.state is State.TAKEN:
        return f"{state} von {literal(ticket.taken_by)}"
    return f"{state} ({words.OUTCOMES[ticket.outcome]})" if ticket.outcome else state
