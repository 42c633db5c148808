"""The copy that is handed to a person: in her words, in her time."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.kept import Holding, Kept
from bot.core.questions import InVain, What
from bot.core.talk import ChatRef, Later, Session
from bot.core.tickets import Kind, TicketEvent
from bot.operators import disclosure
from tests.builders import NOW, a_ticket


def a_copy(**changes) -> str:
    ticket = a_ticket(kind=Kind.RESCHEDULE, reason="untold", wish="mornings", **changes)
    moved = TicketEvent(NOW, "citizen", "opened", "reminder 2026-11-25T13:00+00:00")
    kept = Kept(
        ChatRef("telegram", "1"),
        Session(met=True, safety_kind="crisis", asked="wo parken", rated=("helped anfahrt",)),
        NOW,
        ((ticket, (moved,)),),
        (Later(NOW, "remind:at:2026-11-26T07:00:00+00:00"),),
        (),
        (),
        (InVain(1, NOW, 1, What.NOT_KNOWN, text="wo parken"),),
    )
    return disclosure.page(Holding("key", "telegram", (ticket.code,), True, 1, 0, 0), kept)


def test_the_copy_speaks_german_and_the_time_of_the_place():
    page = a_copy(appointment_at=datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    for words in (
        "Termin verschieben",
        "möchte ich nicht sagen",
        "vormittags",
        "gesendet",
        "seelische Not",
        "hat geholfen: anfahrt",
    ):
        assert words in page
    assert "Termin: 26.11.2026, 09:00 Uhr" in page
    assert (
        "Fragen ohne gute Antwort:\n    (1)\n      Zeit: 23.11.2026, 10:00 Uhr\n      Eigene Worte: wo parken"
        in page
    )
    assert "Name: 26.11.2026, 08:00 Uhr" in page
    assert "25.11.2026, 14:00 Uhr" in page
    for foreign in ("reschedule", "untold", "opened", "citizen", "T13:00", "remind:", "met:", "began:"):
        assert foreign not in page
