"""What a citizen hears when a caseworker moves a ticket: nothing personal, in her language, German below."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.calendar import OfficeCalendar, local
from bot.core.talk import OTHER_LANGUAGES, Arg, Choice, Phrase, Rows, Say
from bot.core.tickets import Kind, Outcome, Ticket, shown

SIMPLE = "de-simple"
"""The German below another language."""


def read(ticket: Ticket) -> Say:
    """Once, at the first take: somebody has read the message."""
    key = "ticket-read" if ticket.kind is Kind.PHONE_CALL else "ticket-read-appointment"
    return _notice(ticket, key)


def closed(ticket: Ticket) -> tuple[Say, ...]:
    """At the end: settled with a good wish, or where to turn instead; and what holds of an appointment."""
    key = {Outcome.DUPLICATE: "ticket-duplicate", Outcome.NOT_OURS: "ticket-not-ours"}.get(
        ticket.outcome or Outcome.REACHED, "ticket-done"
    )
    rows = ((_go("thank"), _go("menu", "button-another-question")),)
    guard = "ticket-as-agreed" if key == "ticket-done" else "still-stands"
    return (_notice(ticket, key, rows, guard),)


def moved(ticket: Ticket, to: datetime, full: bool) -> tuple[Say, ...]:
    """The new date, where the office has decided that it may stand in the chat; else that there is news."""
    if not full:
        return (_answer(ticket),)
    rows = ((_go(f"fits:{ticket.code}"), _go("call:again", "button-fits-not")),)
    return (_notice(ticket, "ticket-moved", rows, at=to),)


def not_moved(ticket: Ticket, full: bool) -> tuple[Say, ...]:
    return (_notice(ticket, "ticket-not-moved") if full else _answer(ticket),)


def _answer(ticket: Ticket) -> Say:
    """There is news, and no word of which; an appointment that was missed cannot stand any more."""
    return _notice(ticket, "ticket-answer", kind=ticket.kind.value)


def not_reached(ticket: Ticket, at: datetime, calendar: OfficeCalendar) -> Say:
    """A call in vain: when shall they try again? Today only while the office works, else its next day."""
    today = local(at).date()
    following = calendar.next_working_day(today)
    again = [_go(f"again:{ticket.code}:{following}", "button-one-day", on=following)]
    if following - today == timedelta(days=1):
        again = [_go(f"again:{ticket.code}:tomorrow", "button-tomorrow")]
    if calendar.is_working_day(today) and at < calendar.end_of(today):
        again.insert(0, _go(f"again:{ticket.code}:today", "button-today"))
    rows = (tuple(again), (_go(f"myself:{ticket.code}", "button-myself"),))
    return _notice(ticket, "ticket-not-reached", rows, at=at)


def last_try(ticket: Ticket, phone: str) -> tuple[Say, ...]:
    """Please call; and what holds of an appointment. *phone*: the office's confirmed number, or "none"."""
    return (_notice(ticket, "ticket-last-try", guard="still-stands", phone=phone),)


def number_wrong(ticket: Ticket) -> Say:
    rows = ((_go(f"number:{ticket.code}"), _go(f"myself:{ticket.code}", "button-myself")),)
    return _notice(ticket, "ticket-number-wrong", rows)


def _go(action: str, key: str = "", **args: Arg) -> Choice:
    return Choice(f"go:{action}", key=key or f"button-{action.split(':')[0]}", args=args)


def _notice(ticket: Ticket, key: str, rows: Rows = (), guard: str = "", **args: Arg) -> Say:
    """What *key* says; with *guard* also what holds of an appointment that is not moved."""
    said: tuple[Phrase, ...] = (Phrase(key, {"code": shown(ticket.code), **args}),)
    if guard and ticket.kind is Kind.RESCHEDULE:
        said += (Phrase(guard),)
    own = next((one for one in (ticket.interpreter, ticket.language) if one in OTHER_LANGUAGES), "")
    if not own:
        return Say(said, rows, language=ticket.language)
    german = SIMPLE if ticket.language == own else ticket.language
    return Say((*said, *(replace(one, language=german) for one in said)), rows, language=own)
