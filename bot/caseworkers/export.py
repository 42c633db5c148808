"""Tickets as a table that German Excel opens, and the file that only its owner can read."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.caseworkers import words
from bot.caseworkers.settled import Settled
from bot.core import phone as phones
from bot.core.calendar import local
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import Ticket, shown
from bot.errors import BotError

FORMULA = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins with one of these is calculated (OWASP, "CSV Injection"); an apostrophe prevents it."""

Cell = str | datetime | None
"""A text, a time, or nothing."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the tickets: towns and topics, the time it is, and what became of the settled."""

    kb: KnowledgeBase
    now: datetime
    became: Mapping[str, Settled] = field(default_factory=dict)


Column = Callable[[Ticket, Around], Cell]

COLUMNS: dict[str, Column] = {
    "Nummer": lambda ticket, on: shown(ticket.code),
    "Eilt": lambda ticket, on: _yes(ticket.urgent),
    "Art": lambda ticket, on: words.KINDS[ticket.kind],
    "Ort": lambda ticket, on: words.town(ticket.office, on.kb),
    "Thema": lambda ticket, on: words.topic(ticket, on.kb),
    "Wunsch": lambda ticket, on: words.wished(ticket),
    "Termin": lambda ticket, on: (
        ticket.appointment_at if ticket.appointment_time_known else words.full_appointment(ticket)
    ),
    "Eingang": lambda ticket, on: ticket.created_at,
    "Bis": lambda ticket, on: None if ticket.forgotten else ticket.due_at,
    "Überfällig": lambda ticket, on: _yes(words.is_overdue(ticket, on.now)),
    "Stand": lambda ticket, on: words.STATES[ticket.state],
    "Erledigt am": lambda ticket, on: on.became[ticket.code].at if ticket.code in on.became else None,
    "Ergebnis": lambda ticket, on: words.OUTCOMES[ticket.outcome] if ticket.outcome else "",
    "Neuer Termin": lambda ticket, on: on.became[ticket.code].to if ticket.code in on.became else None,
    "Anrufversuche": lambda ticket, on: str(ticket.attempts),
    "Hilfe mit der Sprache": lambda ticket, on: words.language(ticket.interpreter),
    # Empty, never "ja": hardly anybody is asked.
    "Anruf sicher": lambda ticket, on: "" if ticket.call_safe else "NEIN",
}
PERSONAL: dict[str, Column] = {
    "Name": lambda ticket, on: ticket.name,
    "Telefon": lambda ticket, on: phones.shown(ticket.phone) if ticket.phone else "",
    "Nummer von Telegram bestätigt": lambda ticket, on: _yes(ticket.phone_own),
    "Grund": lambda ticket, on: words.reason(ticket),
    "Eigene Worte": lambda ticket, on: ticket.text,
}


class FileInTheWay(BotError):
    """There is such a file already."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} gibt es schon und bleibt, wie es ist. Bitte einen anderen Namen angeben; "
            "überschreiben: --force"
        )


class FileUnwritable(BotError):
    """The file cannot be made there."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path} lässt sich nicht schreiben ({reason}). Bitte Ordner und Rechte prüfen.")


def as_csv(tickets: Iterable[Ticket], around: Around, revealed: bool) -> bytes:
    """Semicolons, every cell quoted, CRLF, UTF-8 with byte order mark; personal columns only if revealed."""
    columns = columns_of(revealed)
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(column(ticket, around)) for column in columns.values()] for ticket in tickets)
    return table.getvalue().encode("utf-8-sig")


def columns_of(revealed: bool) -> dict[str, Column]:
    """Heading -> what stands below it; personal columns only if revealed. No column names an employee."""
    return COLUMNS | PERSONAL if revealed else COLUMNS


def refuse_to_overwrite(path: Path, force: bool) -> None:
    """Says early what ``save`` would say: before anything is revealed for nothing.

    Raises:
        FileInTheWay: *path* is there and *force* does not insist.
    """
    if not force and os.path.lexists(path):
        raise FileInTheWay(path)


def save(path: Path, content: bytes, force: bool) -> None:
    """A new file that only its owner may read; an old one goes only by *force*.

    Raises:
        FileInTheWay: *path* is there and *force* does not insist.
        FileUnwritable: the folder is missing, full, or not ours.
    """
    try:
        if force:
            path.unlink(missing_ok=True)  # not emptied: the old file may be a link, or open to others
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise FileInTheWay(path) from None
    except OSError as error:
        raise FileUnwritable(path, error.strerror or type(error).__name__) from None
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FileUnwritable(path, error.strerror or type(error).__name__) from None


def _cell(content: Cell) -> str:
    if isinstance(content, datetime):
        return f"{local(content):%d.%m.%Y %H:%M}"  # as Excel knows it for a time
    plain = literal(content or "")
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def _yes(is_so: bool) -> str:
    return "ja" if is_so else ""
