"""What caseworkers are told after a move: what is now so, and what the citizen hears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox, Moved
from bot.core.literal import literal
from bot.core.moves import TRIES
from bot.core.tickets import State, Ticket, shown

CITIZEN = "Die Bürgerin oder der Bürger"


def taken(inbox: Inbox, moved: Moved) -> str:
    code = shown(moved.ticket.code)
    told = f" {CITIZEN} bekommt Bescheid: gelesen." if moved.told else ""
    return f"{code} liegt jetzt bei Ihnen{_until(moved.ticket)}.{told}"


def released(inbox: Inbox, moved: Moved) -> str:
    return f"{shown(moved.ticket.code)} ist wieder für alle offen."


def closed(inbox: Inbox, moved: Moved) -> str:
    outcome = f" ({words.OUTCOMES[moved.ticket.outcome]})" if moved.ticket.outcome else ""
    told = f" {CITIZEN} bekommt Bescheid." if moved.told else ""
    return f"{shown(moved.ticket.code)} ist erledigt{outcome}.{told}"


def not_reached(inbox: Inbox, moved: Moved) -> str:
    ticket = moved.ticket
    if ticket.is_settled:
        return (
            f"{shown(ticket.code)}: {ticket.attempts}-mal nicht erreicht, damit ist die Nachricht erledigt. "
            f"{CITIZEN} wird gebeten, selbst anzurufen."
        )
    rests = f"ruht bis {words.moment(ticket.not_before)} und " if ticket.not_before else ""
    return (
        f"{shown(ticket.code)}: Versuch {ticket.attempts} von {TRIES} ist notiert. Die Nachricht {rests}"
        f"ist dann wieder für alle offen. {CITIZEN} wird gefragt, wann es passt."
    )


def wrong_number(inbox: Inbox, moved: Moved) -> str:
    return (
        f"{shown(moved.ticket.code)}: Die Nummer ist gelöscht, die Nachricht ist wieder für alle offen. "
        f"{CITIZEN} wird nach einer anderen Nummer gefragt."
    )


def snoozed(inbox: Inbox, moved: Moved) -> str:
    until = moved.ticket.not_before
    return f"{shown(moved.ticket.code)} ruht{f' bis {words.moment(until)}' if until else ''}."


def moved_to(at: datetime) -> Callable[[Inbox, Moved], str]:
    """Reads the date back, so that a slip of the finger is seen."""

    def answer(inbox: Inbox, moved: Moved) -> str:
        code = shown(moved.ticket.code)
        when = f"{words.full_moment(at)} ({words.distance(at, inbox.now())})"
        return f"{code} ist erledigt, neuer Termin: {when}. {_heard(inbox, 'dieses Datum')}"

    return answer


def not_moved(inbox: Inbox, moved: Moved) -> str:
    return f"{closed(inbox, Moved(moved.ticket, told=False))} {_heard(inbox, 'das')}"


def forwarded(inbox: Inbox, moved: Moved) -> str:
    ticket = moved.ticket
    return (
        f"{shown(ticket.code)} liegt jetzt offen in {words.town(ticket.office, inbox.kb)}. "
        f"Die Frist bleibt: {words.moment(ticket.due_at)}."
    )


def noted(ticket: Ticket) -> str:
    held = ticket.state is State.TAKEN
    lease = f" Die Nachricht liegt bei {literal(ticket.taken_by)}{_until(ticket)}." if held else ""
    return f"{shown(ticket.code)}: notiert, nur für Kolleginnen und Kollegen.{lease}"


def _heard(inbox: Inbox, news: str) -> str:
    """What the citizen reads of an answer; where the chat is neutral, somebody has to say it."""
    if inbox.full:
        return f"{CITIZEN} liest {news} im Chat."
    return f"{CITIZEN} liest im Chat nur, dass es eine Antwort gibt. Bitte rufen Sie an oder schreiben Sie."


def _until(ticket: Ticket) -> str:
    return f" (bis {words.moment(ticket.lease_until)})" if ticket.lease_until else ""
