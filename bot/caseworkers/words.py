"""German words for what a ticket holds, and what a caseworker may type for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from bot.caseworkers.inbox import WrongUse
from bot.caseworkers.literal import literal
from bot.core.calendar import WEEKDAYS, local
from bot.core.knowledge import KnowledgeBase, Office
from bot.core.tickets import Kind, Outcome, State, Ticket, TicketEvent

KINDS = {Kind.PHONE_CALL: "Anruf", Kind.RESCHEDULE: "Termin verschieben", Kind.MISSED: "Termin verpasst"}
KINDS_TYPED = {"anruf": Kind.PHONE_CALL, "verschieben": Kind.RESCHEDULE, "verpasst": Kind.MISSED}
OUTCOMES: Mapping[str, str] = {
    Outcome.REACHED: "erreicht",
    Outcome.CALLED: "hat angerufen",
    Outcome.CAME: "war da",
    Outcome.NOT_OURS: "nicht zuständig",
    Outcome.DUPLICATE: "doppelt",
}
OUTCOMES_TYPED = {
    "erreicht": Outcome.REACHED,
    "hat-angerufen": Outcome.CALLED,
    "war-da": Outcome.CAME,
    "nicht-zustaendig": Outcome.NOT_OURS,
    "doppelt": Outcome.DUPLICATE,
}
TOPICS = {
    "appointment": "Termin",
    "money": "Geld oder Miete",
    "work": "Arbeit, Kurs, Maßnahme",
    "family": "Kind oder Familie",
    "letter": "Brief",
    "later": "sagt sie/er am Telefon",
}
WISHES = {"asap": "so bald wie möglich", "mornings": "vormittags", "afternoons": "nachmittags"}
LANGUAGES = {
    "ar": "Arabisch",
    "bg": "Bulgarisch",
    "en": "Englisch",
    "fa": "Persisch",
    "fr": "Französisch",
    "pl": "Polnisch",
    "ro": "Rumänisch",
    "ru": "Russisch",
    "tr": "Türkisch",
    "uk": "Ukrainisch",
}
PEOPLE = {"citizen": "Bürgerin oder Bürger", "bot": "Chat"}
EVENTS = {
    "opened": "gesendet",
    "taken": "übernommen",
    "released": "zurückgegeben",
    "closed": "erledigt",
    "withdrawn": "zurückgezogen",
    "forgotten": "alle Angaben gelöscht",
    "revealed": "Name und Nummer angesehen",
}

Choice = TypeVar("Choice", bound=StrEnum)


# -- what is printed ----------------------------------------------------------------------------


def moment(at: datetime) -> str:
    """As in "Mi 25.11. 16:00", as the clock on the wall shows it."""
    return f"{day(local(at).date())} {local(at):%H:%M}"


def day(on: date) -> str:
    return f"{WEEKDAYS[on.weekday()].title()} {on:%d.%m.}"


def wish(ticket: Ticket) -> str:
    try:
        return WISHES.get(ticket.wish) or day(date.fromisoformat(ticket.wish))
    except ValueError:
        return literal(ticket.wish)


def topic(ticket: Ticket, kb: KnowledgeBase) -> str:
    """The label of the entry (also of one that is no longer valid), or the coarse topic's name."""
    label = next((entry.label for entry in kb.entries if entry.id == ticket.topic), "")
    return literal(label) or TOPICS.get(ticket.topic, literal(ticket.topic))


def town(ticket: Ticket, kb: KnowledgeBase) -> str:
    office = kb.office(ticket.office)
    return literal(office.town if office else ticket.office)


def language(code: str) -> str:
    return LANGUAGES.get(code, literal(code))


def standing(ticket: Ticket, now: datetime) -> str:
    """Who has the ticket, or what became of it."""
    by = literal(ticket.taken_by)
    if ticket.state is State.WITHDRAWN:
        return "zurückgezogen"
    if ticket.state is State.DONE:
        return f"erledigt ({OUTCOMES[ticket.outcome]})" if ticket.outcome else "erledigt"
    if ticket.state is State.TAKEN:
        return by if ticket.is_held(now) else f"{by}, Frist um"
    if ticket.not_before is not None and ticket.not_before > now:
        return f"ruht bis {moment(ticket.not_before)}"
    return f"frei, zuletzt {by}" if by else "frei"


def event(happened: TicketEvent) -> tuple[str, str, str]:
    """When, who and what."""
    what = EVENTS.get(happened.what, literal(happened.what))
    detail = OUTCOMES.get(happened.detail, literal(happened.detail))
    who = PEOPLE.get(happened.who, literal(happened.who))
    return moment(happened.at), who, f"{what}: {detail}" if detail else what


def is_overdue(ticket: Ticket, now: datetime) -> bool:
    return not ticket.is_settled and ticket.due_at <= now


# -- what is typed ------------------------------------------------------------------------------


def read_kind(typed: str) -> Kind:
    """The kind that a German alias or an English id names.

    Raises:
        WrongUse: neither.
    """
    return _choice(typed, KINDS_TYPED, Kind, "Diese Art gibt es nicht")


def read_outcome(typed: str) -> Outcome:
    """The outcome that a German name or an English id names.

    Raises:
        WrongUse: neither.
    """
    return _choice(typed, OUTCOMES_TYPED, Outcome, "Dieses Ergebnis gibt es nicht")


def read_office(typed: str, offices: Iterable[Office]) -> Office:
    """The office with this id or town.

    Raises:
        WrongUse: there is none.
    """
    known = tuple(offices)
    wanted = _folded(typed)
    for office in known:
        if wanted in (_folded(office.id), _folded(office.town)):
            return office
    towns = ", ".join(literal(office.town) for office in known)
    raise WrongUse(f"Diesen Ort gibt es nicht: „{literal(typed)}“. Möglich: {towns}")


def _choice(typed: str, names: Mapping[str, Choice], ids: type[Choice], complaint: str) -> Choice:
    by_name = {**names, **{_folded(choice.value): choice for choice in ids}}
    found = by_name.get(_folded(typed))
    if found is None:
        raise WrongUse(f"{complaint}: „{literal(typed)}“. Möglich: {', '.join(names)}")
    return found


def _folded(typed: str) -> str:
    plain = typed.strip().casefold().replace("_", "-").replace(" ", "-")
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, letters)
    return plain
