"""German words for what a ticket holds, and what a caseworker may type for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from bot.caseworkers.typed import WrongUse
from bot.core.calendar import WEEKDAYS, local, parse_wish
from bot.core.knowledge import KnowledgeBase, Office
from bot.core.literal import literal
from bot.core.tickets import Kind, Outcome, State, Ticket

KINDS = {Kind.PHONE_CALL: "Anruf", Kind.RESCHEDULE: "Termin verschieben", Kind.MISSED: "Termin verpasst"}
KINDS_TYPED = {"anruf": Kind.PHONE_CALL, "verschieben": Kind.RESCHEDULE, "verpasst": Kind.MISSED}
STATES = {
    State.OPEN: "offen",
    State.TAKEN: "übernommen",
    State.DONE: "erledigt",
    State.WITHDRAWN: "zurückgezogen",
}
OUTCOMES: Mapping[str, str] = {
    Outcome.REACHED: "erreicht",
    Outcome.CALLED: "hat selbst angerufen",
    Outcome.CAME: "war da",
    Outcome.NOT_OURS: "nicht zuständig",
    Outcome.DUPLICATE: "doppelt",
    Outcome.MOVED: "neuer Termin",
    Outcome.NOT_MOVED: "Termin bleibt",
    Outcome.NOT_REACHED: "nicht erreicht",
}
OUTCOMES_TYPED = {
    "erreicht": Outcome.REACHED,
    "hat-angerufen": Outcome.CALLED,
    "war-da": Outcome.CAME,
    "nicht-zustaendig": Outcome.NOT_OURS,
    "doppelt": Outcome.DUPLICATE,
    "neuer-termin": Outcome.MOVED,
    "termin-bleibt": Outcome.NOT_MOVED,
    "nicht-erreicht": Outcome.NOT_REACHED,
}
OWN_COMMANDS = {
    Outcome.MOVED: "inbox moved NUMMER DATUM",
    Outcome.NOT_MOVED: "inbox not-moved NUMMER",
    Outcome.NOT_REACHED: "inbox not-reached NUMMER",
}
"""Outcomes with which ``close`` does not settle: the citizen would hear the wrong thing."""
CLOSING = tuple(word for word, outcome in OUTCOMES_TYPED.items() if outcome not in OWN_COMMANDS)
TOPICS = {
    "appointment": "Termin",
    "money": "Geld oder Miete",
    "work": "Arbeit, Kurs, Maßnahme",
    "family": "Kind oder Familie",
    "letter": "Brief",
    "later": "sagt sie/er am Telefon",
}
REASONS = {  # the citizen's own words: those on the buttons
    "sick": "ich bin krank",
    "child": "Kind oder Betreuung",
    "work": "Arbeit oder Vorstellung",
    "travel": "Weg, Bus, Fahrgeld",
    "other": "anderer Grund",
    "untold": "möchte ich nicht sagen",
}
NEED = "kein Geld für Essen, kein Strom oder die Wohnung in Gefahr"
"""What the chat asks for before it calls a wish for a call urgent."""
WISHES = {"asap": "so bald wie möglich", "mornings": "vormittags", "afternoons": "nachmittags"}
LANGUAGES = {
    "ar": "Arabisch",
    "bg": "Bulgarisch",
    "de": "Deutsch",
    "de-simple": "Einfache Sprache",
    "en": "Englisch",
    "fa": "Persisch",
    "fr": "Französisch",
    "pl": "Polnisch",
    "ro": "Rumänisch",
    "ru": "Russisch",
    "tr": "Türkisch",
    "uk": "Ukrainisch",
}
WEEKDAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

Choice = TypeVar("Choice", bound=StrEnum)


# -- what is printed ----------------------------------------------------------------------------


def moment(at: datetime) -> str:
    """As in "Mi 25.11. 16:00", as the clock on the wall shows it."""
    return f"{day(local(at).date())} {local(at):%H:%M}"


def full_moment(at: datetime) -> str:
    """As in "Mittwoch, 25.11.2026, 16:00 Uhr": to be checked, or to be kept in a file."""
    here = local(at)
    return f"{WEEKDAY_NAMES[here.weekday()]}, {here:%d.%m.%Y, %H:%M} Uhr"


def full_appointment(ticket: Ticket) -> str:
    """The appointment as it is kept in a file; only its day where the time is not known."""
    if ticket.appointment_at is None:
        return ""
    if ticket.appointment_time_known:
        return full_moment(ticket.appointment_at)
    here = local(ticket.appointment_at)
    return f"{WEEKDAY_NAMES[here.weekday()]}, {here:%d.%m.%Y}, Uhrzeit unbekannt"


def day(on: date) -> str:
    return f"{WEEKDAYS[on.weekday()].title()} {on:%d.%m.}"


def distance(at: datetime, now: datetime) -> str:
    """How far *at* is from *now*: "in 40 min", "vor 3 h", "morgen", "in 4 Tagen".

    Rounded down: it never says that there is more time than there is.
    """
    minutes = int(abs((at - now).total_seconds()) // 60)
    days = abs((local(at).date() - local(now).date()).days)
    if minutes == 0:
        return "jetzt"
    if days == 1:
        return "morgen" if at > now else "gestern"
    near = f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
    return f"{'in' if at > now else 'vor'} {f'{days} Tagen' if days else near}"


def appointment(ticket: Ticket, now: datetime) -> str:
    """As in "Mo 23.11. 08:15, in 40 min"; empty if the ticket is about none."""
    if ticket.appointment_at is None:
        return ""
    at = moment(ticket.appointment_at)
    if not ticket.appointment_time_known:
        return f"{day(local(ticket.appointment_at).date())}, Uhrzeit unbekannt"
    return at if ticket.is_settled else f"{at}, {distance(ticket.appointment_at, now)}"


def wish(typed: str) -> str:
    """The wished time, as a ticket or an event holds it."""
    try:
        on, half = parse_wish(typed)
    except ValueError:
        on, half = None, ""
    if on is None:
        return WISHES.get(typed) or literal(typed)
    return f"{day(on)} {WISHES[half]}" if half else day(on)


def wished(ticket: Ticket) -> str:
    """The time that the citizen wished; nothing after a deletion."""
    return "" if ticket.forgotten else wish(ticket.wish)


def reason(ticket: Ticket) -> str:
    """Why an appointment cannot be kept; personal, for it may hint at an illness."""
    return REASONS.get(ticket.reason, literal(ticket.reason))


def need(ticket: Ticket) -> str:
    """Why a call is urgent; empty if it is not. Of appointments their date says why."""
    return NEED if ticket.urgent and ticket.kind is Kind.PHONE_CALL else ""


def topic(ticket: Ticket, kb: KnowledgeBase) -> str:
    """The label of the entry (also of one that is no longer valid), or the coarse topic's name."""
    return topic_label(ticket.topic, kb)


def topic_label(topic: str, kb: KnowledgeBase) -> str:
    """What a topic of tickets is called; see ``topic``."""
    label = next((entry.label for entry in kb.entries if entry.id == topic), "")
    return literal(label) or TOPICS.get(topic, literal(topic))


def town(office_id: str, kb: KnowledgeBase) -> str:
    office = kb.office(office_id)
    return literal(office.town if office else office_id)


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
        WrongUse: neither, or an outcome with a command of its own.
    """
    outcome = _choice(typed, OUTCOMES_TYPED, Outcome, "Dieses Ergebnis gibt es nicht")
    if outcome in OWN_COMMANDS:
        raise WrongUse(f"Dafür gibt es einen eigenen Befehl: {OWN_COMMANDS[outcome]}")
    return outcome


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
    if not known:
        raise WrongUse("Die Liste der Orte ist gerade nicht lesbar. Woran es liegt, zeigt: faq check")
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
