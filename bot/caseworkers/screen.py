"""What caseworkers read on a terminal: the list of tickets, and one ticket at a glance.

Every cell is a ``Text``: nothing that comes from a citizen is read as markup. What colour says, a word
says too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.caseworkers import history, words
from bot.caseworkers.view import Shown
from bot.core import phone as phones
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.tickets import State, Ticket, TicketEvent, shown

ALARM = "bold red"
HEADINGS = ("Nummer", "Eilt", "Art", "Ort", "Wunsch", "Bis", "Worum", "Bei")
WIDTHS = {"Nummer": 7, "Eilt": 4, "Art": 11, "Ort": 9, "Wunsch": 11, "Bis": 15}
"""Enough for the longest usual word, or the whole code and time; Worum and Bei share the rest."""
NARROW, ROOMY = 80, 90
LONGEST_TOWN, LONGEST_LABEL = len("Schöppingen"), 30


def ticket_table(tickets: Iterable[Ticket], kb: KnowledgeBase, now: datetime, width: int) -> Table:
    """One row a ticket, nothing personal in it, for a terminal with *width* columns."""
    gap, widths = (2, WIDTHS | {"Ort": LONGEST_TOWN}) if width >= ROOMY else (1, WIDTHS)
    rest = min((width - sum(widths.values()) - gap * (len(HEADINGS) - 1)) // 2, LONGEST_LABEL)
    table = Table(
        box=box.HORIZONTALS, show_edge=False, pad_edge=False, show_lines=True, padding=(0, gap - 1, 0, 0)
    )
    for heading in HEADINGS:
        # Below NARROW it cannot all fit: words break then, but nothing vanishes.
        fixed = widths.get(heading, rest) if width >= NARROW else None
        table.add_column(heading, overflow="fold", width=fixed, no_wrap=heading in ("Nummer", "Eilt"))
    for ticket in tickets:
        table.add_row(
            Text(shown(ticket.code), style="bold"),
            Text("eilt" if ticket.urgent else "", style=ALARM),
            Text(words.KINDS[ticket.kind]),
            Text(words.town(ticket.office, kb)),
            Text(words.wished(ticket)),
            _due(ticket, now),
            Text(words.appointment(ticket, now) or words.topic(ticket, kb)),
            Text(words.standing(ticket, now)),
        )
    return table


def summary(tickets: Sequence[Ticket], now: datetime) -> str:
    """As in "3 offen, 1 übernommen, 1 eilt, 1 überfällig"; what is settled is neither urgent nor overdue."""
    counts = (
        (sum(ticket.state is State.OPEN for ticket in tickets), "offen"),
        (sum(ticket.state is State.TAKEN for ticket in tickets), "übernommen"),
        (sum(ticket.urgent and not ticket.is_settled for ticket in tickets), "eilt"),
        (sum(words.is_overdue(ticket, now) for ticket in tickets), "überfällig"),
        (sum(ticket.is_settled for ticket in tickets), "abgeschlossen"),
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count or word == "offen")


def ticket_page(found: Shown, kb: KnowledgeBase, now: datetime) -> RenderableType:
    """One ticket: what it is about, who is to be called if revealed, what happened so far."""
    ticket = found.ticket
    grid = Table.grid(padding=(0, 2))
    for label, value in (*_facts(ticket, kb, now), *_personal(found)):
        grid.add_row(Text(label), value)
    past = (Text(), Text("Verlauf", style="bold"), _history(found.events, kb))
    return Group(_title(ticket), *_warning(ticket), grid, *_way_to_personal(found), *past)


def _title(ticket: Ticket) -> Text:
    title = Text(f"{shown(ticket.code)}  {words.KINDS[ticket.kind]}", style="bold")
    return title.append("  eilt", style=ALARM) if ticket.urgent else title


def _warning(ticket: Ticket) -> Iterator[Text]:
    if not ticket.call_safe:
        yield Text("ACHTUNG: Auf dieser Nummer ist ein Anruf nicht sicher.", style=ALARM)


def _facts(ticket: Ticket, kb: KnowledgeBase, now: datetime) -> Iterator[tuple[str, Text]]:
    yield "Bei", Text(_holder(ticket, now))
    yield "Ort", Text(words.town(ticket.office, kb))
    if not ticket.forgotten:
        yield from _wanted(ticket, kb, now)
    yield "Eingang", Text(words.moment(ticket.created_at))
    if ticket.interpreter:
        yield "Sprache", Text(f"braucht im Gespräch Hilfe: {words.language(ticket.interpreter)}")


def _wanted(ticket: Ticket, kb: KnowledgeBase, now: datetime) -> Iterator[tuple[str, Text]]:
    if ticket.topic:
        yield "Thema", Text(words.topic(ticket, kb))
    yield "Wunsch", Text(words.wished(ticket))
    if ticket.appointment_at:
        yield "Termin", Text(words.appointment(ticket, now))
    yield "Bis", _due(ticket, now)


def _holder(ticket: Ticket, now: datetime) -> str:
    """As in the list, with the end of the lease."""
    standing = words.standing(ticket, now)
    if ticket.lease_until is None or ticket.is_settled:
        return standing
    until = words.moment(ticket.lease_until)
    return f"{standing} (bis {until})"


def _due(ticket: Ticket, now: datetime) -> Text:
    due = Text("" if ticket.forgotten else words.moment(ticket.due_at))
    return due.append(" ").append("überfällig", style=ALARM) if words.is_overdue(ticket, now) else due


def _personal(found: Shown) -> Iterator[tuple[str, Text]]:
    ticket = found.ticket
    if ticket.forgotten or not found.revealed:
        return
    yield "Name", Text(literal(ticket.name) or "nicht angegeben")
    yield from _phone(found)
    if ticket.reason:
        yield "Grund", Text(words.reason(ticket))
    if ticket.text:
        yield "Eigene Worte", Text(literal(ticket.text))


def _way_to_personal(found: Shown) -> Iterator[Text]:
    if found.ticket.forgotten:
        yield Text("Name und Nummer: auf Wunsch gelöscht")
    elif not found.revealed:
        yield Text(f"Name und Nummer: inbox show {shown(found.ticket.code)} --reveal")


def _phone(found: Shown) -> Iterator[tuple[str, Text]]:
    ticket = found.ticket
    if not ticket.phone:
        yield "Telefon", Text(history.no_phone(ticket, found.events))
        return
    yield "Telefon", Text(literal(phones.shown(ticket.phone)), style="bold")
    told = "von Telegram bestätigt: die Nummer gehört zu diesem Telegram-Konto"
    yield "", Text(told if ticket.phone_own else "selbst angegeben")
    yield "", Text("Vor Auskünften zum Fall: Nummer mit dem Fachverfahren vergleichen.")


def _history(events: Iterable[TicketEvent], kb: KnowledgeBase) -> Table:
    grid = Table.grid(padding=(0, 2))
    for event in history.lines(events):
        grid.add_row(*(Text(part) for part in history.told(event, kb)))
    return grid
