"""What caseworkers read about the past of a ticket."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.caseworkers import history
from bot.core import moves, reminders
from bot.core.calendar import OfficeCalendar
from bot.core.tickets import Kind, Outcome
from tests.builders import NOW, a_ticket, a_ticket_event
from tests.caseworkers.conftest import KB

CALL, APPOINTMENT = a_ticket(), a_ticket(kind=Kind.RESCHEDULE)
MOVES = (
    moves.taken(CALL, "Kaya", NOW, NOW + timedelta(hours=4)),
    moves.released(moves.taken(CALL, "Kaya", NOW, NOW + timedelta(hours=4)).ticket, "Kaya", NOW),
    moves.closed(CALL, Outcome.CAME, "Kaya", NOW),
    moves.moved(APPOINTMENT, NOW + timedelta(days=3), "Kaya", NOW, full=True),
    moves.not_moved(APPOINTMENT, "Kaya", NOW, full=True),
    moves.not_reached(CALL, "Kaya", NOW, OfficeCalendar.of()),
    moves.number_wrong(CALL, "Kaya", NOW),
    moves.forwarded(CALL, "bocholt", "umgezogen", "Kaya", NOW),
    moves.withdrawn(CALL, NOW),
    moves.wished(CALL, "mornings", NOW, NOW, OfficeCalendar.of()),
    moves.renumbered(CALL, "+49171", True, True, NOW),
    moves.answered(CALL, True, NOW),
    moves.answered(CALL, False, NOW),
    moves.forgotten(CALL, NOW),
)
TOLD = (reminders.UNCONFIRMED, reminders.OVERDUE, reminders.CALL_OVER.replace("_", "-"))
"""Events of the bot itself."""


def what(name: str, detail: str = "") -> str:
    return history.what(a_ticket_event(name, detail=detail), KB)


def test_every_event_has_a_word():
    """A new move is not shown as an English id."""
    assert {change.event.what for change in MOVES} | set(TOLD) <= set(history.EVENTS)


@pytest.mark.parametrize(
    ("event", "detail", "word"),
    [
        ("snoozed", "2026-11-28T09:00+00:00", "ruht bis: Sa 28.11. 10:00"),
        ("snoozed", "bald", "ruht bis: bald"),
        ("closed", "came", "erledigt: war da"),
        ("closed", "moved", "erledigt: neuer Termin"),
        (
            "closed",
            "moved 2026-11-26T09:00+00:00",
            "erledigt: neuer Termin Donnerstag, 26.11.2026, 10:00 Uhr",
        ),
        ("closed", "moved nonsense", "erledigt: moved nonsense"),
        ("not_reached", "2", "nicht erreicht: 2. Versuch"),
        ("wished", "mornings", "andere Zeit gewünscht: vormittags"),
        ("wished", "2026-11-26", "andere Zeit gewünscht: Do 26.11."),
        ("forwarded", "borken > suedlohn: wohnt: dort", "weitergegeben: Borken > Südlohn: wohnt: dort"),
        ("forwarded", "borken > atlantis", "weitergegeben: Borken > atlantis"),
        ("opened", "call 2026-11-25T11:00+00:00", "gesendet"),
        ("noted", "ruft selbst an", "Notiz: ruft selbst an"),
        ("taken", "", "übernommen"),
        ("not_reached", "", "nicht erreicht"),  # details go when the citizen has all deleted
        ("forwarded", "", "weitergegeben"),
        ("dreamt", "2026-12-01", "dreamt: 2026-12-01"),
    ],
)
def test_an_event_in_words(event, detail, word):
    assert what(event, detail) == word


def test_what_was_promised_was_promised_by_the_chat_and_not_by_the_citizen():
    promised = "call 2026-11-25T11:00+00:00 reminder 2026-11-25T13:00+00:00"
    listed = history.lines((a_ticket_event(detail=promised), a_ticket_event("taken", who="Kaya")))
    assert [history.told(event, KB)[1:] for event in listed] == [
        ("Bürgerin oder Bürger", "gesendet"),
        ("Chat", "zugesagt: Anruf bis Mi 25.11. 12:00, Erinnerung an den Termin am Mi 25.11. 14:00"),
        ("Kaya", "übernommen"),
    ]


def test_who_did_it_is_named_in_german():
    whos = [history.told(a_ticket_event(who=who), KB)[1] for who in ("citizen", "bot", "Kaya")]
    assert whos == ["Bürgerin oder Bürger", "Chat", "Kaya"]


@pytest.mark.parametrize("event", ["a\x1b", "closed", "forwarded", "not_reached", "wished", "noted"])
def test_nothing_in_an_event_steers_the_terminal(event):
    told = history.told(a_ticket_event(event, who="b\x1b[2J", detail="c\x1b[2J > \x1b: moved \x1b"), KB)
    assert "\x1b" not in "".join(told)
