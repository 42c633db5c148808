"""Tickets as a table that German Excel opens, and the file that only its owner can read."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from bot.caseworkers import words
from bot.core import phone as phones
from bot.core.calendar import local
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import State, Ticket, shown
from bot.errors import BotError

FORMULA = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins with one of these is calculated (OWASP, "CSV Injection"); an apostrophe prevents it."""

Cell = str | datetime | None
"""A text, a time, or nothing."""
Column = Callable[[Ticket, KnowledgeBase, datetime], Cell]

COLUMNS: dict[str, Column] = {
    "Nummer": lambda ticket, kb, now: shown(ticket.code),
    "Eilt": lambda ticket, kb, now: _yes(ticket.urgent),
    "Art": lambda ticket, kb, now: words.KINDS[ticket.kind],
    "Ort": lambda ticket, kb, now: words.town(ticket.office, kb),
    "Thema": lambda ticket, kb, now: words.topic(ticket, kb),
    "Wunsch": lambda ticket, kb, now: words.wished(ticket),
    "Termin": lambda ticket, kb, now: (
        ticket.appointment_at if ticket.appointment_time_known else words.full_appointment(ticket)
    ),
    "Eingang": lambda ticket, kb, now: ticket.created_at,
    "Bis": lambda ticket, kb, now: None if ticket.forgotten else ticket.due_at,
    "Überfällig": lambda ticket, kb, now: _yes(words.is_overdue(ticket, now)),
    "Stand": lambda ticket, kb, now: words.STATES[ticket.state],
    "Liegt bei": lambda ticket, kb, now: ticket.taken_by if ticket.state is State.TAKEN else "",
    "Ergebnis": lambda ticket, kb, now: words.OUTCOMES[ticket.outcome] if ticket.outcome else "",
    "Anrufversuche": lambda ticket, kb, now: str(ticket.attempts),
    "Hilfe mit der Sprache": lambda ticket, kb, now: words.language(ticket.interpreter),
    "Anruf sicher": lambda ticket, kb, now: "ja" if ticket.call_safe else "NEIN",
}
PERSONAL: dict[str, Column] = {
    "Name": lambda ticket, kb, now: ticket.name,
    "Telefon": lambda ticket, kb, now: phones.shown(ticket.phone) if ticket.phone else "",
    "Nummer von Telegram bestätigt": lambda ticket, kb, now: _yes(ticket.phone_own),
    "Grund": lambda ticket, kb, now: words.reason(ticket),
    "Eigene Worte": lambda ticket, kb, now: ticket.text,
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


def as_csv(tickets: Iterable[Ticket], kb: KnowledgeBase, now: datetime, revealed: bool) -> bytes:
    """Semicolons, every cell quoted, CRLF, UTF-8 with byte order mark; personal columns only if revealed."""
    columns = columns_of(revealed)
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(column(ticket, kb, now)) for column in columns.values()] for ticket in tickets)
    return table.getvalue().encode("utf-8-sig")


def columns_of(revealed: bool) -> dict[str, Column]:
    """Heading -> what stands below it; personal columns only if revealed."""
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
