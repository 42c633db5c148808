"""What caseworkers are told after a move: what has happened, what the citizen hears, what is left to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox, Moved
from bot.caseworkers.owed import NEWS, SAID
from bot.core.literal import literal
from bot.core.moves import TRIES
from bot.core.tickets import Outcome, State, Ticket, shown

CITIZEN = "Die Bürgerin oder der Bürger"
LOST = "Im Chat kommt nichts an"


@dataclass(frozen=True, slots=True)
class Answer:
    """``done`` names the ticket and what has happened to it, and asks for nothing; ``left`` is what somebody
    still has to do. ``gone``: the ticket is not to be seen here any more."""

    done: str
    heard: str = ""
    left: str = ""
    gone: bool = False

    def __str__(self) -> str:
        return " ".join(filter(None, (self.done, self.heard, self.left)))


def taken(inbox: Inbox, moved: Moved) -> Answer:
    can_call = not moved.gets_through and moved.ticket.call_safe
    lost = f"{LOST}: bitte per Telefon erreichen." if can_call else ""
    return Answer(
        f"{shown(moved.ticket.code)} liegt jetzt bei Ihnen{_until(moved.ticket)}.",
        _told(moved, "bekommt Bescheid: gelesen") or lost,
    )


def released(inbox: Inbox, moved: Moved) -> Answer:
    return Answer(f"{shown(moved.ticket.code)} wurde zurückgegeben und ist wieder für alle offen.")


def closed(inbox: Inbox, moved: Moved) -> Answer:
    return Answer(_closed(moved.ticket), _told(moved, "bekommt Bescheid"), _left(inbox, moved))


def not_reached(inbox: Inbox, moved: Moved) -> Answer:
    ticket, code = moved.ticket, shown(moved.ticket.code)
    if ticket.is_settled:
        done = f"{code} wurde {ticket.attempts}-mal nicht erreicht und ist damit erledigt."
        return Answer(done, _told(moved, "wird gebeten, selbst anzurufen"), _left(inbox, moved))
    rests = ticket.not_before is not None and ticket.not_before > inbox.now()
    until = f" und ruht bis {words.moment(ticket.not_before)}" if rests and ticket.not_before else ""
    done = f"{code} wurde nicht erreicht (Versuch {ticket.attempts} von {TRIES}){until}."
    return Answer(done, _told(moved, "wird gefragt, wann es passt"))


def wrong_number(inbox: Inbox, moved: Moved) -> Answer:
    done = f"{shown(moved.ticket.code)}: Die Nummer wurde gelöscht, das Anliegen ist wieder für alle offen."
    return Answer(done, _told(moved, "wird nach einer anderen Nummer gefragt"), _left(inbox, moved))


def snoozed(inbox: Inbox, moved: Moved) -> Answer:
    until = moved.ticket.not_before
    rests = f" und ruht bis {words.moment(until)}" if until else ""
    return Answer(f"{shown(moved.ticket.code)} wurde zurückgestellt{rests}.")


def moved_to(at: datetime) -> Callable[[Inbox, Moved], Answer]:
    """Reads the date back, so that a slip of the finger is seen."""

    def answer(inbox: Inbox, moved: Moved) -> Answer:
        when = f"{words.full_moment(at)} ({words.distance(at, inbox.now())})"
        done = f"{shown(moved.ticket.code)} wurde erledigt, neuer Termin: {when}."
        return Answer(done, _told(moved, "liest dieses Datum im Chat", inbox.full), _left(inbox, moved))

    return answer


def not_moved(inbox: Inbox, moved: Moved) -> Answer:
    told = _told(moved, "liest das im Chat", inbox.full)
    return Answer(_closed(moved.ticket), told, _left(inbox, moved))


def told(inbox: Inbox, moved: Moved) -> Answer:
    return Answer(f"{shown(moved.ticket.code)}: Bescheid gesagt.")


def forwarded(inbox: Inbox, moved: Moved) -> Answer:
    ticket, town = moved.ticket, words.town(moved.ticket.office, inbox.kb)
    done = f"{shown(ticket.code)} wurde weitergegeben an {town} und ist dort offen."
    return Answer(f"{done} Die Frist blieb: {words.moment(ticket.due_at)}.", gone=not inbox.sees(ticket))


def noted(ticket: Ticket) -> Answer:
    held = ticket.state is State.TAKEN
    lease = f" Das Anliegen liegt bei {literal(ticket.taken_by)}{_until(ticket)}." if held else ""
    return Answer(f"{shown(ticket.code)}: notiert, nur für Kolleginnen und Kollegen.{lease}")


def left(inbox: Inbox, ticket: Ticket, gets_through: bool) -> str:
    """What somebody still has to do because the chat does not say it; empty if that is nothing.

    *gets_through*: messages reach the chat.
    """
    if not ticket.is_settled:
        unreachable = not gets_through and not ticket.phone
        return f"{LOST}: Bitte sehen Sie im Fachverfahren nach einer Nummer." if unreachable else ""
    if not gets_through and ticket.outcome in SAID:
        return f"{LOST}. {_way(ticket)}"
    if not ticket.call_safe and ticket.outcome in SAID:
        return f"Davon steht im Chat nichts. {_way(ticket)}"
    if ticket.outcome in NEWS and not inbox.full:
        return f"Im Chat steht nur, dass es eine Antwort gibt. {_way(ticket)}"
    return ""


def _way(ticket: Ticket) -> str:
    if not ticket.call_safe:
        return "Bitte suchen Sie einen sicheren Weg: Auf der angegebenen Nummer ist ein Anruf nicht sicher."
    if ticket.outcome is Outcome.NOT_REACHED:
        return "Bitte schreiben Sie einen Brief."
    return "Bitte rufen Sie an oder schreiben Sie."


def _left(inbox: Inbox, moved: Moved) -> str:
    return left(inbox, moved.ticket, moved.gets_through)


def _told(moved: Moved, what: str, tells: bool = True) -> str:
    """What the citizen hears, as far as it reaches her; *tells*: all of it stands in the chat."""
    return f"{CITIZEN} {what}." if tells and moved.told and moved.gets_through else ""


def _closed(ticket: Ticket) -> str:
    outcome = f" ({words.OUTCOMES[ticket.outcome]})" if ticket.outcome else ""
    return f"{shown(ticket.code)} wurde erledigt{outcome}."


def _until(ticket: Ticket) -> str:
    return f" (bis {words.moment(ticket.lease_until)})" if ticket.lease_until else ""
