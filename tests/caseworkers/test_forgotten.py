"""What caseworkers see of a ticket whose citizen had everything deleted: that it was there, no more."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.refusals import NoteRefused
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB

CODE = "K7M-3PQ"
TICKET = a_ticket(
    kind=Kind.RESCHEDULE,
    urgent=True,
    due_at=datetime(2026, 11, 24, 13, 0, tzinfo=UTC),
    wish="2026-11-26",
    appointment_at=datetime(2026, 11, 25, 7, 15, tzinfo=UTC),
    reason="ill",
    phone_own=True,
    call_safe=False,
    text="bin beim Arzt",
    language="uk",
    interpreter="uk",
)
TOLD = (
    "verpasst",
    "24.11.",
    "25.11.",
    "26.11.",
    "08:15",
    "Ukrainisch",
    "Hilfe",
    "ACHTUNG",
    "eil",
    "asap",
    "bald",
    "Öztürk",
    "1511",
    "krank",
    "Arzt",
)
"""What stands somewhere while the ticket is as it was, and afterwards nowhere."""


@pytest.mark.parametrize(
    "command",
    [
        ("show", CODE, "--reveal"),
        ("show", CODE, "--vermerk", "--reveal"),
        ("show", CODE, "--json", "--reveal"),
        ("list", "--all"),
        ("export", "--csv", "-", "--all", "--reveal"),
    ],
    ids=lambda command: " ".join(command),
)
def test_nothing_that_the_citizen_said_is_shown(desk, command):
    desk.put(TICKET)
    before = desk.prints(*command, width=200)
    desk.delete(TICKET)
    after = desk.prints(*command, width=200)
    if "export" in command:
        before, after = (text.partition("\n")[2] for text in (before, after))  # without the headings
    if "list" in command:
        before, after = (text.partition("─")[2] for text in (before, after))
    told = [word for word in TOLD if word in before]
    assert len(told) >= 3
    assert [word for word in TOLD if word in after] == []


def test_number_kind_place_and_time_are_still_there(desk):
    desk.put(TICKET)
    desk.delete(TICKET)
    note = desk.prints("show", CODE, "--vermerk")
    assert note.startswith(
        "Nachricht K7M-3PQ aus dem Chat vom Montag, 23.11.2026, 10:00 Uhr, Borken. "
        "Anliegen: Termin verschieben. Alle Angaben zur Person wurden auf Wunsch gelöscht. "
    )
    shown = desk.objects("show", CODE)
    assert (shown["office"], shown["kind"], shown["created_at"], shown["state"]) == (
        "borken",
        "reschedule",
        "2026-11-23T09:00:00+00:00",
        "withdrawn",
    )
    assert (shown["wish"], shown["appointment_at"], shown["interpreter"]) == (None, None, None)


def test_in_a_table_its_cells_are_empty(desk):
    desk.put(TICKET)
    desk.delete(TICKET)
    table = desk.prints("export", "--csv", "-", "--all", "--reveal")
    (row,) = csv.DictReader(io.StringIO(table.lstrip("\ufeff")), delimiter=";")
    assert {name for name, cell in row.items() if cell} == {
        "Nummer",
        "Art",
        "Ort",
        "Eingang",
        "Stand",
        "Anrufversuche",
    }


async def test_nothing_is_noted_any_more(desk, inbox):
    await desk.receive(TICKET)
    await desk.forget(TICKET)
    with pytest.raises(NoteRefused, match=CODE):
        await inbox.note(CODE, "Frau Öztürk war hier", "Kaya")
    assert [event.what for event in (await inbox.show(CODE, "")).events] == ["opened", "forgotten"]


@pytest.mark.parametrize("holder", ["Kaya", "Ben", ""])
async def test_also_not_by_who_had_begun_to_write_before_the_deletion(desk, inbox, holder):
    """Between the look at the ticket and the note there is the time in which a citizen presses a button."""
    lease = NOW + timedelta(hours=1) if holder else None
    state = State.TAKEN if holder else State.OPEN
    ticket = replace(TICKET, state=state, taken_by=holder, lease_until=lease)
    await desk.receive(ticket)

    class Slow:
        """A store in which the deletion comes just before each write."""

        def __getattr__(self, method):
            return getattr(inbox.store, method)

        async def change_ticket(self, code, rule, once=None):
            await desk.forget(ticket)
            return await inbox.store.change_ticket(code, rule, once)

        async def log_event(self, code, event):
            await desk.forget(ticket)
            await inbox.store.log_event(code, event)

    with pytest.raises(NoteRefused):
        await Inbox(Slow(), lambda: NOW, KB).note(CODE, "Frau Öztürk war hier", "Kaya")
    assert "Öztürk" not in str(await inbox.store.events("K7M3PQ"))


async def test_a_settled_ticket_keeps_no_result_either(desk, inbox):
    await desk.receive(TICKET)
    await inbox.close(CODE, Outcome.CAME, "Kaya")
    await desk.forget(TICKET)
    shown = (await inbox.show(CODE, "")).ticket
    assert (shown.state, shown.outcome, shown.taken_by) == (State.DONE, None, "Kaya")
