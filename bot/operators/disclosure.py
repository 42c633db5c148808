"""What is kept of a person: categories with counts, and the full copy, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from bot.caseworkers.literal import literal
from bot.core.ports import Holding, Kept
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
    "ticket": "Nachricht",
    "unsent": "Antworten, noch nicht gesendet",
    "unheard": "Eingänge, noch nicht bearbeitet",
}
"""Words for what a person understands; all else keeps the program's own names."""


def categories(holding: Holding) -> str:
    """What there is, without any content."""
    codes = ", ".join(shown(code) for code in holding.codes) or "keine"
    rows = (
        ("Nachrichten", codes),
        ("Gespräch", "mit allen Eingaben" if holding.talking else "höchstens Sprache und Stil"),
        ("Erinnerungen", str(holding.timers)),
        ("Antworten, noch nicht gesendet", str(holding.unsent)),
        ("Eingänge, noch nicht bearbeitet", str(holding.unheard)),
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
    }
    return {"counts": counts, **_content(kept)}


def _content(kept: Kept) -> Object:
    return {
        "chat": asdict(kept.chat) if kept.chat else None,
        "turned_at": kept.turned_at,
        "session": asdict(kept.session),
        "tickets": [
            {**asdict(ticket), "code": shown(ticket.code), "events": [asdict(event) for event in events]}
            for ticket, events in kept.tickets
        ],
        "timers": [asdict(later) for later in kept.timers],
        "unsent": [asdict(say) for say in kept.unsent],
        "unheard": list(kept.unheard),
    }


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
                yield f"{indent}{label}: {_scalar(item)}"
    elif isinstance(value, Sequence):
        for number, item in enumerate(value, 1):
            if isinstance(item, Mapping) or _is_list(item):
                yield f"{indent}({number})"
                yield from _lines(item, depth + 1)
            else:
                yield f"{indent}({number}) {_scalar(item)}"


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return moment(value)
    return literal(str(value))
