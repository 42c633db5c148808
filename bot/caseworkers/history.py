"""German words for what happened to a ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.caseworkers import words
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import Kind, Outcome, Ticket, TicketEvent

PEOPLE = {"citizen": "Bürgerin oder Bürger", "bot": "Chat"}
EVENTS = {
    "opened": "gesendet",
    "promised": "zugesagt",
    "taken": "übernommen",
    "released": "zurückgegeben",
    "closed": "erledigt",
    "not_reached": "nicht erreicht",
    "number_wrong": "Nummer stimmt nicht",
    "forwarded": "weitergegeben",
    "snoozed": "ruht bis",
    "returned": "in die Liste zurückgelegt",
    "handed_back": "wieder zugeordnet",
    "told": "Bescheid gesagt",
    "noted": "Notiz",
    "revealed": "Name und Nummer angesehen",
    "disclosed": "Auskunft gegeben",
    "exported": "Name und Nummer exportiert",
    "withdrawn": "zurückgezogen",
    "wished": "andere Zeit gewünscht",
    "call_wished": "Anruf gewünscht",
    "renumbered": "neue Nummer angegeben",
    "call_happened": "Anruf hat geklappt",
    "call_missing": "Anruf hat nicht geklappt",
    "forgotten": "alle Angaben gelöscht",
    "unconfirmed": "erinnert: noch keine Antwort, der Termin gilt weiter",
    "ring_wished": "Erinnerung gewünscht, wenn das Jobcenter öffnet",
    "office_opens": "erinnert: Das Jobcenter ist offen, bitte anrufen",
    "overdue": "gesagt: der Anruf ist noch nicht gekommen",
    "call-over": "gefragt: Hat der Anruf geklappt?",
}
PROMISES = {"call": "Anruf bis", "reminder": "Erinnerung an den Termin am"}
HOUSEKEEPING = frozenset({"opened", "released", "revealed", "disclosed", "exported"})
"""What says nothing about how the case went on."""


def lines(events: Iterable[TicketEvent]) -> Iterator[TicketEvent]:
    """The events as they are listed: what the chat promised when it took the wish is its own line."""
    for event in events:
        yield event
        if event.what == "opened" and event.detail:
            yield replace(event, who="bot", what="promised")


def told(happened: TicketEvent, kb: KnowledgeBase) -> tuple[str, str, str]:
    """When, who and what."""
    who = PEOPLE.get(happened.who, literal(happened.who))
    return words.moment(happened.at), who, what(happened, kb)


def what(happened: TicketEvent, kb: KnowledgeBase) -> str:
    word = EVENTS.get(happened.what, literal(happened.what))
    detail = _detail(happened, kb)
    return f"{word}: {detail}" if detail else word


def no_phone(ticket: Ticket, events: Iterable[TicketEvent]) -> str:
    """Why *ticket* has no number, in words that follow "Telefon:"."""
    if any(event.what == "number_wrong" for event in events):
        return "war falsch und ist gelöscht"
    return "nicht angegeben" if ticket.kind is Kind.PHONE_CALL else "hat das Jobcenter, sagt die Person"


def _detail(happened: TicketEvent, kb: KnowledgeBase) -> str:
    detail = happened.detail
    if not detail:
        return ""
    if happened.what == "opened":
        return ""
    if happened.what == "promised":
        return _promised(detail)
    if happened.what == "not_reached":
        return f"{literal(detail)}. Versuch"
    if happened.what == "snoozed":
        return _until(detail)
    if happened.what in ("wished", "call_wished"):
        return words.wish(detail)
    if happened.what == "forwarded":
        return _forwarded(detail, kb)
    at = moved_to(detail) if happened.what == "closed" else None
    if at is not None:
        return f"{words.OUTCOMES[Outcome.MOVED]} {words.full_moment(at)}"
    return words.OUTCOMES.get(detail, literal(detail))


def _promised(detail: str) -> str:
    """Of "call 2026-11-25T11:00+00:00 reminder 2026-11-25T13:00+00:00"."""
    parts = detail.split()
    told = []
    for what, at in zip(parts[::2], parts[1::2], strict=False):
        with suppress(ValueError):
            told.append(f"{PROMISES.get(what, literal(what))} {words.moment(datetime.fromisoformat(at))}")
    return ", ".join(told)


def _until(detail: str) -> str:
    """Of "2026-11-28T09:00+00:00"."""
    with suppress(ValueError):
        return words.moment(datetime.fromisoformat(detail))
    return literal(detail)


def moved_to(detail: str) -> datetime | None:
    """Of "moved 2026-11-26T09:00+00:00"."""
    outcome, _, at = detail.partition(" ")
    if outcome == Outcome.MOVED:
        with suppress(ValueError):
            return datetime.fromisoformat(at)
    return None


def _forwarded(detail: str, kb: KnowledgeBase) -> str:
    """Of "borken > bocholt: umgezogen"."""
    ways, colon, reason = detail.partition(": ")
    towns = " > ".join(words.town(office, kb) for office in ways.split(" > "))
    return f"{towns}{colon}{literal(reason)}"
