"""What is kept of a person: categories with counts, and the full copy, as text and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum

from bot.caseworkers import words
from bot.caseworkers.history import EVENTS, PEOPLE
from bot.core.kept import Holding, Kept
from bot.core.literal import literal
from bot.core.questions import InVain, What
from bot.core.reminders import REMIND, appointment_of
from bot.core.tickets import shown
from bot.operators.words import moment

Object = dict[str, object]

LABELS = {
    "chat": "Chat",
    "channel": "Kanal",
    "address": "Adresse im Kanal",
    "session": "Gespräch",
    "turned_at": "Zuletzt am",
    "turn": "Wortwechsel",
    "simple": "Einfache Sprache",
    "heard": "Schrieb zuletzt auf",
    "flow": "Begonnene Eingabe",
    "step": "Schritt",
    "draft": "Entwurf",
    "town": "Ort",
    "entry": "Letzte Auskunft",
    "safety_at": "Notfall-Hinweis am",
    "tickets": "Nachrichten",
    "code": "Nummer",
    "kind": "Art",
    "office": "Ort",
    "created_at": "Gesendet am",
    "due_at": "Zu beantworten bis",
    "state": "Stand",
    "topic": "Thema",
    "urgent": "Eilt",
    "wish": "Wunsch",
    "appointment_at": "Termin",
    "reason": "Grund",
    "name": "Name",
    "phone": "Telefon",
    "phone_own": "Nummer vom Kanal bestätigt",
    "call_safe": "Anruf ist sicher",
    "text": "Eigene Worte",
    "language": "Sprache",
    "interpreter": "Hilfe in Sprache",
    "taken_by": "Liegt bei",
    "outcome": "Ergebnis",
    "attempts": "Anrufversuche",
    "events": "Verlauf",
    "at": "Zeit",
    "who": "Wer",
    "what": "Was",
    "detail": "Bemerkung",
    "timers": "Erinnerungen",
    "met": "Hat schon geschrieben",
    "began": "Eingabe begonnen bei Wortwechsel",
    "asked_back": "Rückfragen zuletzt",
    "considered": "Themen, zu denen zuletzt zurückgefragt wurde",
    "misses": "Nicht verstanden zuletzt",
    "unsafe": "Anzeichen von Gewalt",
    "safety_kind": "Art des Notfall-Hinweises",
    "reminding_at": "Um Erinnerung gebeten am",
    "sent_code": "Zuletzt gesendete Nachricht",
    "sent_from": "Gesendet ab Wortwechsel",
    "sent_until": "Gesendet bis Wortwechsel",
    "summary_out": "Zusammenfassung steht noch im Chat",
    "keyboard_out": "Knopf für die Nummer ist offen",
    "unsupported_at": "Zuletzt Unlesbares geschickt am",
    "offers": "Angebotene Knöpfe",
    "promised_until": "Anruf zugesagt bis",
    "not_before": "Ruht bis",
    "forwarded_at": "Weitergegeben am",
    "appointment_time_known": "Uhrzeit des Termins bekannt",
    "lease_until": "Übernommen bis",
    "read_told": "Lesen mitgeteilt",
    "forgotten": "Angaben gelöscht",
    "version": "Änderungen",
    "ticket": "Nachricht",
    "unsent": "Antworten, noch nicht gesendet",
    "unheard": "Eingänge, noch nicht bearbeitet",
    "in_vain": "Fragen ohne gute Antwort",
    "asked": "Letzte Frage, ohne Namen und Nummern",
    "rated": "Zur letzten Auskunft gesagt",
}
"""Words for what a person understands; all else keeps the program's own names."""


WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {kind.value: word for kind, word in words.KINDS.items()},
    "state": {state.value: word for state, word in words.STATES.items()},
    "outcome": words.OUTCOMES,
    "reason": words.REASONS,
    "wish": words.WISHES,
    "topic": words.TOPICS,
    "interpreter": words.LANGUAGES,
    "heard": words.LANGUAGES,
    "who": PEOPLE,
    "what": EVENTS,
    "safety_kind": {"crisis": "seelische Not", "violence": "Gewalt", "emergency": "Lebensgefahr"},
}
"""What the program's own values are called; all others stand for themselves."""
RATINGS: Mapping[str, str] = {
    What.HELPED: "hat geholfen",
    What.NOT_HELPED: "hat nicht geholfen",
    What.UNCLEAR: "nicht verstanden",
    What.WRONG: "stimmt nicht",
    What.OTHER: "suchte etwas anderes",
}
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[+-]\d{2}:\d{2}|Z)")


def categories(holding: Holding) -> str:
    """What there is, without any content."""
    codes = ", ".join(shown(code) for code in holding.codes) or "keine"
    rows = (
        ("Nachrichten", codes),
        ("Gespräch", "mit allen Eingaben" if holding.talking else "höchstens Sprache und Stil"),
        ("Erinnerungen", str(holding.timers)),
        ("Antworten, noch nicht gesendet", str(holding.unsent)),
        ("Eingänge, noch nicht bearbeitet", str(holding.unheard)),
        ("Fragen ohne gute Antwort", str(holding.in_vain)),
    )
    width = max(len(label) for label, _ in rows)
    lines = [f"Gespeichert zu einem Chat ({holding.channel}):"]
    return "\n".join(lines + [f"  {label:<{width}}  {value}" for label, value in rows])


def page(holding: Holding, kept: Kept) -> str:
    """Categories, then everything; what is empty is left out."""
    return "\n".join([categories(holding), "", "Vollständige Kopie:", *_lines(_content(kept), 1)])


def copy_object(holding: Holding, kept: Kept) -> Object:
    """Everything, for programs; ``counts`` holds the categories."""
    counts = {
        "tickets": len(holding.codes),
        "timers": holding.timers,
        "unsent": holding.unsent,
        "unheard": holding.unheard,
        "in_vain": holding.in_vain,
    }
    return {"counts": counts, **_content(kept)}


def _content(kept: Kept) -> Object:
    return {
        "chat": asdict(kept.chat) if kept.chat else None,
        "turned_at": kept.turned_at,
        "session": {**asdict(kept.session), "rated": [_rating(said) for said in kept.session.rated]},
        "tickets": [
            {**asdict(ticket), "code": shown(ticket.code), "events": [asdict(event) for event in events]}
            for ticket, events in kept.tickets
        ],
        "timers": [{**asdict(later), "name": _timer(later.name)} for later in kept.timers],
        "unsent": [asdict(say) for say in kept.unsent],
        "unheard": list(kept.unheard),
        "in_vain": [_question(question) for question in kept.in_vain],
    }


def _rating(said: str) -> str:
    """What she said of an answer: "hat geholfen: termin-verpasst"."""
    what, _, entry = said.partition(" ")
    return f"{RATINGS.get(what, what)}: {entry}"


def _question(asked: InVain) -> Object:
    return {"at": asked.at, "text": asked.text, "entry": asked.entry, "language": asked.language}


def _timer(name: str) -> str:
    """What a reminder is of, instead of the name under which the program keeps it."""
    return appointment_of(name)[0].isoformat() if name.startswith(REMIND) else name


def _lines(value: object, depth: int) -> Iterator[str]:
    """The filled fields of a mapping or the items of a list, one a line, deeper ones further in."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        for name, item in value.items():
            if item in (None, "", (), [], {}):
                continue
            label = LABELS.get(name, literal(str(name)))
            if isinstance(item, Mapping) or _is_list(item):
                yield f"{indent}{label}:"
                yield from _lines(item, depth + 1)
            else:
                yield f"{indent}{label}: {_worded(name, item)}"
    elif isinstance(value, Sequence):
        for number, item in enumerate(value, 1):
            if isinstance(item, Mapping) or _is_list(item):
                yield f"{indent}({number})"
                yield from _lines(item, depth + 1)
            else:
                yield f"{indent}({number}) {_scalar(item)}"


def _worded(name: str, value: object) -> str:
    """A value as people read it: the program's words in German, times as the clock on the wall shows them."""
    word = WORDS.get(name, {}).get(str(value))
    return word or _MOMENT.sub(lambda found: moment(datetime.fromisoformat(found[0])), _scalar(value))


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, StrEnum):
        value = value.value
    return literal(str(value))
