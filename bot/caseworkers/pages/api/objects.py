"""What goes in and out: the same names as in ``--json`` of the command line."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Path, Schema
from pydantic import AwareDatetime, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints

from bot.caseworkers.objects import personal_object, ticket_object
from bot.caseworkers.typed import NOTE_LENGTH, REASON_LENGTH
from bot.caseworkers.view import Shown
from bot.core.knowledge import KnowledgeBase
from bot.core.tickets import Change, Kind, Outcome, State, Ticket, shown

Code = Annotated[str, Path(description="Nummer des Anliegens", examples=["K7M-3PQ"])]
_READABLE = r"[0-9A-Za-zÄÖÜäöüß]"
"""A remark has at least one of these; it is stored in one line and without control characters."""


def _only_text(value: object) -> object:
    """Of numbers, pydantic would make seconds since 1970."""
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_only_text)]


class _Asked(Schema):
    model_config = ConfigDict(extra="forbid")


# -- out -----------------------------------------------------------------------------------------


class TicketOut(Schema):
    """Ein Anliegen ohne Namen, Nummer und eigene Worte. Zeiten in UTC; was nicht bekannt ist, ist null."""

    code: str = Field(description="So kennt sie die Bürgerin oder der Bürger: K7M-3PQ")
    kind: Kind
    state: State = Field(description="Wie es jetzt steht: Abgelaufene Übernahmen sind wieder open")
    urgent: bool
    overdue: bool
    office: str
    town: str
    topic: str | None
    topic_label: str | None
    wish: str | None = Field(
        description="asap, mornings, afternoons, ein Tag oder ein halber (2026-11-24 mornings)"
    )
    created_at: datetime
    due_at: datetime
    appointment_at: datetime | None
    appointment_time_known: bool
    not_before: datetime | None = Field(description="In der Zukunft: Es ruht bis dahin")
    taken_by: str | None
    lease_until: datetime | None
    outcome: Outcome | None
    attempts: int
    call_safe: bool = Field(description="false: Ein Anruf auf der angegebenen Nummer ist nicht sicher")
    interpreter: str | None
    language: str
    forgotten: bool = Field(description="true: Alle Angaben wurden auf Wunsch gelöscht")
    version: int


class TicketsOut(Schema):
    """Eine Seite von Anliegen, das älteste zuerst."""

    tickets: list[TicketOut]
    next: str | None = Field(description="cursor der nächsten Seite; null: Das war die letzte")


class PersonOut(Schema):
    """Was die Bürgerin oder der Bürger angegeben hat. Vor Auskünften: mit dem Fachverfahren vergleichen."""

    code: str
    name: str | None
    phone: str | None
    phone_own: bool = Field(description="true: Telegram bestätigt die Nummer")
    call_safe: bool
    reason: str | None
    text: str | None


class MovedOut(Schema):
    """Wie das Anliegen nach der Änderung steht."""

    code: str
    state: State
    outcome: Outcome | None
    office: str
    taken_by: str | None
    lease_until: datetime | None
    not_before: datetime | None
    told: bool = Field(description="Der Chat bekommt eine Nachricht darüber")
    version: int


def ticket_out(ticket: Ticket, kb: KnowledgeBase, now: datetime) -> TicketOut:
    return TicketOut.model_validate(ticket_object(ticket, kb, now))


def person_out(found: Shown) -> PersonOut:
    ticket = found.ticket
    return PersonOut.model_validate(
        {"code": shown(ticket.code), "call_safe": ticket.call_safe, **personal_object(ticket)}
    )


def moved_out(change: Change) -> MovedOut:
    ticket = change.ticket
    return MovedOut(
        code=shown(ticket.code),
        state=ticket.state,
        outcome=ticket.outcome,
        office=ticket.office,
        taken_by=ticket.taken_by or None,
        lease_until=ticket.lease_until,
        not_before=ticket.not_before,
        told=bool(change.says),
        version=ticket.version,
    )


# -- in ------------------------------------------------------------------------------------------


class NoteIn(_Asked):
    """Eine Notiz für Kolleginnen und Kollegen; sie wird nie gesendet."""

    text: Annotated[str, StringConstraints(max_length=NOTE_LENGTH, pattern=_READABLE)]


class ForwardIn(_Asked):
    """Wohin, und warum. Die Frist bleibt."""

    office: str = Field(description="Kennung des Ortes wie in office", max_length=60)
    reason: Annotated[str, StringConstraints(max_length=REASON_LENGTH, pattern=_READABLE)]


class SnoozeIn(_Asked):
    """Bis wann es ruht."""

    until: Moment


class CloseIn(_Asked):
    """Erreicht, selbst angerufen, war da, nicht zuständig, doppelt."""

    outcome: Literal["reached", "called", "came", "not_ours", "duplicate"]


class CallIn(_Asked):
    """Ein Anruf, bei dem niemand ans Telefon ging."""

    sure: StrictBool = Field(default=False, description="Auch kurz nach dem letzten Versuch")


class AppointmentIn(_Asked):
    """Der neue Termin."""

    to: Moment
    sure: StrictBool = Field(default=False, description="Auch an einem Tag, an dem das selten ist")
